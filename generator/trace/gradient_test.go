package trace_test

import (
	"context"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"longhand/generator/formula"
	"longhand/generator/model"
	"longhand/generator/number"
	"longhand/generator/trace"
)

// anyGiven draws a matrix of decimals with one to three places.
func anyGiven(t *rapid.T, name string, shape formula.Shape) trace.Given {
	g := trace.Given{Name: name, Value: trace.Value{Shape: shape}}
	for range shape.Size() {
		text := fmt.Sprintf("%d.%d", rapid.IntRange(-2, 2).Draw(t, name), rapid.IntRange(0, 999).Draw(t, name))
		x, err := number.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		g.Value.Items, g.Typed = append(g.Value.Items, x), append(g.Typed, text)
	}
	return g
}

// anyNetwork draws a network and numbers for it.
func anyNetwork(t *rapid.T) (*model.Model, []trace.Given) {
	n := model.Network{Inputs: rapid.IntRange(1, 3).Draw(t, "inputs"), Loss: "half squared error", Method: "gradient descent"}
	for range rapid.IntRange(1, 3).Draw(t, "layers") {
		n.Layers = append(n.Layers, model.Layer{
			Units:      rapid.IntRange(1, 3).Draw(t, "units"),
			Activation: rapid.SampledFrom([]string{"sigmoid", "tanh", "identity"}).Draw(t, "activation"),
			Bias:       rapid.Bool().Draw(t, "bias"),
		})
	}
	m, err := model.FromNetwork(n)
	if err != nil {
		t.Fatal(err)
	}
	names := []string{m.Input, m.Target, m.Rate}
	for _, p := range m.Parameters {
		names = append(names, p.Name)
	}
	var given []trace.Given
	for _, name := range names {
		given = append(given, anyGiven(t, name, m.Shapes[name]))
	}
	return m, given
}

// Every entry of every gradient of random networks agrees with a central difference of the forward pass alone.
func TestGradientsAgreeWithDifferences(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, given := anyNetwork(t)
		tr, err := trace.Run(context.Background(), given, m.Program())
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range m.Parameters {
			s, _ := tr.Step(p.Name)
			for i := range s.Value.Items {
				digits, same, err := tr.Agreement(m.Loss, p.Name, i, p.Gradient)
				if err != nil {
					t.Fatal(err)
				}
				if !same && digits < 20 {
					t.Errorf("%s entry %d agrees in %d digits only", p.Gradient, i, digits)
				}
			}
		}
	})
}

// A wrong derivative must be noticed: the check is worth nothing otherwise.
func TestAgreementNoticesWrongGradient(t *testing.T) {
	m, err := model.FromNetwork(model.Network{Inputs: 1, Layers: []model.Layer{{Units: 1, Activation: "sigmoid", Bias: true}},
		Loss: "half squared error", Method: "gradient descent"})
	if err != nil {
		t.Fatal(err)
	}
	program := m.Program()
	for i, e := range program {
		if e.Name == "dL/dW1" {
			program[i].Body = formula.Binary{Op: formula.Mul, X: formula.Num("1.0000001"), Y: e.Body}
		}
	}
	var given []trace.Given
	for _, name := range []string{"x", "t", "eta", "W1", "b1"} {
		x, _ := number.Parse("0.3")
		given = append(given, trace.Given{Name: name, Value: trace.NumberValue(x), Typed: []string{"0.3"}})
	}
	tr, err := trace.Run(context.Background(), given, program)
	if err != nil {
		t.Fatal(err)
	}
	if digits, same, err := tr.Agreement("L", "W1", 0, "dL/dW1"); err != nil || same || digits > 8 {
		t.Errorf("a gradient that is wrong in its eighth digit agrees in %d digits (%v, %v)", digits, same, err)
	}
	if digits, _, err := tr.Agreement("L", "b1", 0, "dL/db1"); err != nil || digits < 60 {
		t.Errorf("a right gradient agrees in %d digits only (%v)", digits, err)
	}
}

func TestRunErrors(t *testing.T) {
	given := []trace.Given{{Name: "x", Value: trace.NumberValue(number.FromInt(0)), Typed: []string{"0"}}}
	for _, test := range []struct {
		program []formula.Equation
		want    string
	}{
		{[]formula.Equation{{Name: "y", Body: formula.Sym("q")}}, "y needs q, which is not defined before it"},
		{[]formula.Equation{{Name: "x", Body: formula.Num("1")}}, "x is defined twice"},
		{[]formula.Equation{{Name: "y", Body: formula.Binary{Op: formula.Div, X: formula.Num("1"), Y: formula.Sym("x")}}}, "y: "},
	} {
		_, err := trace.Run(context.Background(), given, test.program)
		if err == nil || len(err.Error()) < len(test.want) || err.Error()[:len(test.want)] != test.want {
			t.Errorf("got %v, want %s…", err, test.want)
		}
	}
}

// No precision proves σ(2) − σ(2) + 10⁻⁹⁰⁰ to more than the digits of its tail, but that much it must.
func TestDecideRefines(t *testing.T) {
	given := []trace.Given{{Name: "u", Value: trace.NumberValue(number.FromInt(2)), Typed: []string{"2"}}}
	s := formula.Call{Func: "sigmoid", Args: []formula.Expr{formula.Sym("u")}}
	body := formula.Binary{Op: formula.Add, X: formula.Binary{Op: formula.Sub, X: s, Y: s}, Y: formula.Num("1e-900")}
	tr, err := trace.Run(context.Background(), given, []formula.Equation{{Name: "d", Body: body}})
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	err = tr.Decide(func() error {
		d, _ := tr.Step("d")
		x, err := d.Value.Items[0].Digits(5, number.HalfUp)
		text = x.String()
		return err
	})
	if err != nil || tr.Bits() < 3000 || len(text) < 900 {
		t.Errorf("decided %q at %d bits: %v", text, tr.Bits(), err)
	}
}
