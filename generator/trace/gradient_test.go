package trace_test

import (
	"context"
	"fmt"
	"sort"
	"testing"

	"pgregory.net/rapid"

	"longhand/generator/formula"
	"longhand/generator/model"
	"longhand/generator/number"
	"longhand/generator/trace"
)

// anyGiven draws a matrix of decimals with three places, none of them 0: at 0 are the kinks.
func anyGiven(t *rapid.T, name string, shape formula.Shape) trace.Given {
	g := trace.Given{Name: name, Value: trace.Value{Shape: shape}}
	for range shape.Size() {
		text := fmt.Sprintf("%d.%03d", rapid.IntRange(-2, 2).Draw(t, name), rapid.IntRange(1, 999).Draw(t, name))
		switch name {
		case "beta", "rho", "mu", "gamma", "lambda", "kappa":
			text = fmt.Sprintf("0.%03d", rapid.IntRange(1, 999).Draw(t, name))
		case "eta":
			text = fmt.Sprintf("0.0%d", rapid.IntRange(1, 9).Draw(t, name))
		case "epsilon":
			text = "1e-8"
		case "ones":
			text = "1"
		}
		x, err := number.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		g.Value.Items, g.Typed = append(g.Value.Items, x), append(g.Typed, text)
	}
	return g
}

// oneHot draws a class for every sample.
func oneHot(t *rapid.T, name string, shape formula.Shape) trace.Given {
	g := trace.Given{Name: name, Value: trace.Value{Shape: shape, Items: make([]number.Real, shape.Size())}, Typed: make([]string, shape.Size())}
	for i := range g.Typed {
		g.Typed[i] = "0"
	}
	for j := range shape.Cols {
		i := rapid.IntRange(0, shape.Rows-1).Draw(t, "class")*shape.Cols + j
		g.Value.Items[i], g.Typed[i] = number.FromInt(1), "1"
	}
	return g
}

func namesOf[T any](registry map[string]T) []string {
	var names []string
	for name := range registry {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// anyNetwork draws a network, of every kind that there is, and numbers for it.
func anyNetwork(t *rapid.T) (*model.Model, []trace.Given) {
	n := model.Network{Inputs: rapid.IntRange(1, 3).Draw(t, "inputs"),
		Loss: rapid.SampledFrom(namesOf(model.Losses)).Draw(t, "loss"),
		Mean: rapid.Bool().Draw(t, "mean"), L2: rapid.Bool().Draw(t, "L2"),
	}
	training := model.Training{Method: rapid.SampledFrom(namesOf(model.Methods)).Draw(t, "method"),
		Steps: rapid.IntRange(1, 2).Draw(t, "steps"), Decay: rapid.IntRange(0, 1).Draw(t, "decay"),
	}
	if rapid.Bool().Draw(t, "batch") {
		n.Samples = rapid.IntRange(1, 3).Draw(t, "samples")
	}
	layers := rapid.IntRange(1, 3).Draw(t, "layers")
	for i := range layers {
		l := model.Layer{
			Units:      rapid.IntRange(1, 3).Draw(t, "units"),
			Activation: rapid.SampledFrom(namesOf(model.Activations)).Draw(t, "activation"),
			Bias:       rapid.Bool().Draw(t, "bias"),
			SharedBias: rapid.IntRange(0, 3).Draw(t, "shared bias") == 0,
		}
		if i == layers-1 {
			switch n.Loss {
			case "softmax cross-entropy":
				l.Activation = "softmax"
			case "binary cross-entropy":
				l.Activation = rapid.SampledFrom([]string{"sigmoid", "softmax"}).Draw(t, "probability")
			}
		}
		if l.Activation == "softmax" {
			l.Units = max(2, l.Units)
		}
		if i > 0 && n.Layers[0].Units == n.Inputs && n.Layers[i-1].Units == n.Inputs && l.Activation != "softmax" && rapid.Bool().Draw(t, "shared weights") {
			l.Units, l.Weights = n.Inputs, "W1"
		}
		n.Layers = append(n.Layers, l)
	}
	if rapid.IntRange(0, 4).Draw(t, "freeze") == 0 && layers > 1 {
		training.Freeze = []string{"W1", "b1"}
		for _, l := range n.Layers[1:] {
			if l.Weights == "W1" {
				training.Freeze = nil
			}
		}
	}
	m, err := model.FromNetwork(n, training)
	if err != nil {
		t.Fatal(err)
	}
	var given []trace.Given
	for _, name := range m.Needed {
		if name == m.Target && n.Loss == "softmax cross-entropy" {
			given = append(given, oneHot(t, name, m.Shapes[name]))
			continue
		}
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
				g, _ := tr.Step(p.Gradient)
				tiny, err := g.Value.Items[i].Places(20, number.HalfUp) // the difference's own error is 10⁻⁸⁰, whatever the size
				if err != nil {
					t.Fatal(err)
				}
				if !same && digits < 20 && !tiny.IsZero() {
					t.Errorf("%s entry %d agrees in %d digits only", p.Gradient, i, digits)
				}
			}
		}
	})
}

// A wrong derivative must be noticed: the check is worth nothing otherwise.
func TestAgreementNoticesWrongGradient(t *testing.T) {
	m, err := model.FromNetwork(model.Network{Inputs: 1, Layers: []model.Layer{{Units: 1, Activation: "sigmoid", Bias: true}},
		Loss: "half squared error"}, model.Training{Method: "gradient descent"})
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
