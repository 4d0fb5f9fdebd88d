package mistake_test

import (
	"strings"
	"testing"

	"longhand/generator/exercise/mistake"
	"longhand/generator/formula"
	"longhand/generator/tex"
)

// step is a training step of a network with two inputs, two hidden units and two outputs, as a derivation states it.
var step = []struct{ name, alias, body string }{
	{"z1", "", `W^{(1)} x + b^{(1)}`},
	{"a1", "", `\sigma(z^{(1)})`},
	{"z2", "", `W^{(2)} a^{(1)} + b^{(2)}`},
	{"y", "", `\sigma(z^{(2)})`},
	{"L", "", `\frac{1}{2} \sum_{k=1}^{2} (y_{k} - t_{k})^{2}`},
	{"M", "", `\frac{1}{2} \sum_{k=1}^{4} (y_{k} - t_{k})^{2}`},
	{"N", "", `\frac{1}{4} \sum_{k=1}^{4} (y_{k} - t_{k})^{2}`},
	{"E", "", `\frac{1}{2} F`},            // the mean of two samples
	{"u1", "", `\beta m + (1 - \beta) g`}, // a mean that moves, and no bias
	{"v1", "", `\tanh(W^{(1)} x + W^{(2)} a^{(1)} + b^{(1)})`},
	{"w1", "", `w - \eta \frac{m}{s}`},
	{"dL/dy", "", `y - t`},
	{"dy/dz2", "", `y \odot (1 - y)`},
	{"delta2", "dL/dz2", `\frac{\partial L}{\partial y} \odot \frac{dy}{dz^{(2)}}`},
	{"dL/dW2", "", `\delta^{(2)}(a^{(1)})^{\mathsf{T}}`},
	{"dL/da1", "", `(W^{(2)})^{\mathsf{T}} \delta^{(2)}`},
	{"W2_new", "", `W^{(2)} - \eta \frac{\partial L}{\partial W^{(2)}}`},
	{"b2_new", "", `b^{(2)} - \eta \frac{\partial L}{\partial b^{(2)}}`},
}

// TestCatalogue holds for every kind of mistake which equations it changes, and into what; all others it leaves alone.
func TestCatalogue(t *testing.T) {
	want := map[string][]string{
		"slope forgotten": {`delta2: \frac{\partial L}{\partial y}`},
		"slope of value":  {`dy/dz2: \sigma(y) \odot (1 - \sigma(y))`},
		"untransposed":    {`dL/da1: W^{(2)} \delta^{(2)}`},
		"transposed": {`z1: (W^{(1)})^{\mathsf{T}} x + b^{(1)}`, `z2: (W^{(2)})^{\mathsf{T}} a^{(1)} + b^{(2)}`,
			`v1: \tanh((W^{(1)})^{\mathsf{T}} x + W^{(2)} a^{(1)} + b^{(1)})`},
		"product for outer product": {`dL/dW2: (\delta^{(2)} \odot a^{(1)}) \begin{bmatrix} 1 & 1 \end{bmatrix}`},
		"outer product reversed":    {`dL/dW2: a^{(1)}(\delta^{(2)})^{\mathsf{T}}`},
		"error reversed":            {`dL/dy: t - y`},
		"half forgotten": {
			`L: \sum_{k=1}^{2} (y_{k} - t_{k})^{2}`, `M: \sum_{k=1}^{4} (y_{k} - t_{k})^{2}`, `dL/dy: 2(y - t)`,
		},
		"sum for mean": {
			`N: \sum_{k=1}^{4} (y_{k} - t_{k})^{2}`, `E: F`,
		},
		"added": {`w1: w + \eta \frac{m}{s}`, `W2_new: W^{(2)} + \eta \frac{\partial L}{\partial W^{(2)}}`, `b2_new: b^{(2)} + \eta \frac{\partial L}{\partial b^{(2)}}`},
		"rate forgotten": {
			`w1: w - \frac{m}{s}`,
			`W2_new: W^{(2)} - \frac{\partial L}{\partial W^{(2)}}`, `b2_new: b^{(2)} - \frac{\partial L}{\partial b^{(2)}}`,
		},
		"bias not updated": {`b2_new: b^{(2)}`},
		"bias forgotten":   {`z1: W^{(1)} x`, `z2: W^{(2)} a^{(1)}`, `v1: \tanh(W^{(1)} x + W^{(2)} a^{(1)})`},
		"updated weights":  {`dL/da1: (W^{(2)}_{\text{new}})^{\mathsf{T}} \delta^{(2)}`},
	}
	vector, square := formula.Shape{Rows: 2, Cols: 1}, formula.Shape{Rows: 2, Cols: 2}
	shapes := map[string]formula.Shape{"L": formula.Scalar, "M": formula.Scalar, "N": formula.Scalar, "eta": formula.Scalar,
		"W1": square, "W2": square, "W2_new": square, "dL/dW2": square}
	given := map[string]bool{"x": true, "t": true, "W1": true, "b1": true, "W2": true, "b2": true, "eta": true}
	p := &mistake.Program{
		Given: func(name string) bool { return given[name] },
		Shapes: func(name string) (formula.Shape, bool) {
			if s, ok := shapes[name]; ok {
				return s, true
			}
			return vector, true
		},
	}
	for _, s := range step {
		body, err := tex.Parse(s.body)
		if err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		p.Equations = append(p.Equations, formula.Equation{Name: s.name, Alias: s.alias, Body: body})
	}
	for _, kind := range mistake.Catalogue {
		var got []string
		for _, e := range p.Equations {
			for _, body := range kind.Change(p, e) {
				got = append(got, e.Name+": "+tex.Print(body))
			}
		}
		if strings.Join(got, "\n") != strings.Join(want[kind.ID], "\n") {
			t.Errorf("%s:\n%s\nwant\n%s", kind.ID, strings.Join(got, "\n"), strings.Join(want[kind.ID], "\n"))
		}
		delete(want, kind.ID)
	}
	for id := range want {
		t.Errorf("%s is not in the catalogue", id)
	}
}
