package trace_test

import (
	"fmt"
	"testing"

	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/tex"
	"longhand/generator/trace"
)

// at evaluates a function of one argument, or a formula in u and in v, the function's value.
func at(t *testing.T, e formula.Expr, u, v number.Real) number.Real {
	t.Helper()
	x, err := trace.Eval(number.NewContext(512), e, func(name string) (trace.Value, bool) {
		switch name {
		case "u":
			return trace.NumberValue(u), true
		case "v":
			return trace.NumberValue(v), true
		}
		return trace.Value{}, false
	})
	if err != nil {
		t.Fatalf("%s: %v", tex.Print(e), err)
	}
	return x.Items[0]
}

// TestEveryFunction holds that all packages know every function of the table, that its definition gives its value, and
// that its slope is the limit of central differences wherever there is no kink.
func TestEveryFunction(t *testing.T) {
	c := number.NewContext(512)
	h, _ := number.Parse("1e-40")
	for name, f := range formula.Functions {
		if f.Arity == formula.Several || f.Columns || f.Rows {
			continue
		}
		call := formula.Call{Func: name, Args: []formula.Expr{formula.Sym("u")}}
		for _, text := range []string{"-2.5", "-0.7", "0.3", "1.25", "3.25"} {
			u, _ := number.Parse(text)
			if sign, _ := u.Sign(); sign < 0 && (name == "ln" || name == "sqrt") {
				continue
			}
			v := at(t, call, u, u)
			if defined := at(t, formula.Unfold(call), u, u); defined.Compare(v) != number.Equal && defined.Compare(v) != number.Undecided {
				t.Errorf("%s(%s) is %v, but its definition gives %v", name, text, v, defined)
			}
			rise := c.Sub(at(t, call, c.Add(u, h), u), at(t, call, c.Sub(u, h), u))
			difference, _ := c.Div(rise, c.Mul(number.FromInt(2), h))
			gap := c.Abs(c.Sub(difference, at(t, f.Slope, u, v)))
			if bound, _ := number.Parse("1e-60"); gap.Compare(bound) != number.Less {
				t.Errorf("the slope of %s at %s is off by %v", name, text, gap)
			}
		}
		if back, err := tex.Parse(tex.Print(call)); err != nil || !formula.Same(back, call) {
			t.Errorf("%s prints %s, which is not read back: %v", name, tex.Print(call), err)
		}
	}
}

// TestKinks states the conventions: what a function and its slope are at 0.
func TestKinks(t *testing.T) {
	zero := number.FromInt(0)
	for name, want := range map[string]string{
		"relu": "0 0", "leakyrelu": "0 0.01", "abs": "0 0", "elu": "0 1", "step": "0 0", "sign": "0 0",
	} {
		f := formula.Functions[name]
		v := at(t, formula.Call{Func: name, Args: []formula.Expr{formula.Sym("u")}}, zero, zero)
		if got := fmt.Sprint(v, " ", at(t, f.Slope, zero, v)); got != want {
			t.Errorf("%s and its slope at 0 are %s, want %s", name, got, want)
		}
	}
}

// TestFamousValues holds values that are printed in tables: GELU(1), SiLU(1), softplus(0) = ln 2, softmax(1, 2, 3).
func TestFamousValues(t *testing.T) {
	for src, want := range map[string]string{
		`\operatorname{GELU}(1)`: "0.841191990608277", `\operatorname{SiLU}(1)`: "0.731058578630005",
		`\operatorname{softplus}(0)`: "0.693147180559945", `\operatorname{ELU}(-1)`: "-0.632120558828558",
		`\operatorname{LeakyReLU}(-3)`: "-0.03", `\operatorname{ReLU}(2.5)`: "2.5", `\lvert -3 \rvert`: "3",
		`\max(1, 4, 2)`: "4", `\min(1, 4, 2)`: "1", `\operatorname{sign}(-7)`: "-1", `\operatorname{step}(0.1)`: "1", `\pi`: "3.141592653589793",
		`\left(\operatorname{softmax}\left(\begin{bmatrix} 1 \\ 2 \\ 3 \end{bmatrix}\right)\right)_{3}`:                            "0.665240955774822",
		`\left(\operatorname{softmax}_{\text{rows}}\left(\begin{bmatrix} 0 & 5 & 0 \\ 1 & 2 & 3 \end{bmatrix}\right)\right)_{2,3}`: "0.665240955774822",
		`\left(\operatorname{softmax}\left(\begin{bmatrix} 1 & 0 \\ 2 & 5 \\ 3 & 0 \end{bmatrix}\right)\right)_{3,1}`:              "0.665240955774822",
	} {
		e, err := tex.Parse(src)
		if err != nil {
			t.Fatal(err)
		}
		d, err := at(t, e, number.Real{}, number.Real{}).Places(15, number.HalfUp)
		if err != nil || d.String() != want {
			t.Errorf("%s is %v (%v), want %s", src, d, err, want)
		}
	}
}
