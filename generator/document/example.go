// Package document makes a readable text out of derivations: templates, which hold all prose, are filled with formulas,
// numbers and facts, and give Markdown. The packages below it turn Markdown into HTML and LaTeX. Nothing here computes
// or rounds: numbers come from trace and derivation, words from the templates.
package document

import (
	"context"
	"strconv"

	"longhand/generator/derivation"
	"longhand/generator/document/markdown"
	"longhand/generator/formula"
	"longhand/generator/model"
	"longhand/generator/number"
	"longhand/generator/problem"
	"longhand/generator/tex"
	"longhand/generator/trace"
)

// Example is a worked example, computed and ready to be told. It is what templates see as the dot.
type Example struct {
	Problem *problem.Problem
	Model   *model.Model
	trace   *trace.Trace
	deriver *derivation.Deriver
	numbers *number.Context
}

// NewExample joins a problem, its equations and their values.
func NewExample(ctx context.Context, p *problem.Problem, m *model.Model, t *trace.Trace) *Example {
	return &Example{Problem: p, Model: m, trace: t, deriver: derivation.New(ctx, t, p.Display.Places, p.Display.Rounding)}
}

// Show asks for one more entry, counted from 0 in row-major order, where a derivation shows only some.
func (x *Example) Show(name string, entry int) { x.deriver.Show(name, entry) }

// Value is a quantity and its value as TeX: y \approx 0.5285.
func (x *Example) Value(name string) (string, error) { return x.equals(name) }

// Title and Description are the user's words, made inert for Markdown.
func (x *Example) Title() string { return markdown.Escape(x.Problem.Title.Value) }

// Description is the user's one sentence about the problem, or "".
func (x *Example) Description() string { return markdown.Escape(x.Problem.Description.Value) }

// Places are the decimal places of results.
func (x *Example) Places() int { return x.deriver.Places }

// Rounding names the rounding of results.
func (x *Example) Rounding() string { return x.deriver.Rounding.String() }

// Training says whether parameters are updated.
func (x *Example) Training() bool { return x.Problem.Train.Present }

// Layer is a layer as templates see it.
type Layer struct {
	model.LayerNames
	Inputs   int
	Previous *Layer // nil for the first
	Next     *Layer // nil for the last
	Hidden   int    // the number of hidden layers in the network
}

// IsOutput says whether the layer is the last one.
func (l *Layer) IsOutput() bool { return l.Next == nil }

// Layers are those of the network, from the input to the output.
func (x *Example) Layers() []*Layer {
	layers := make([]*Layer, len(x.Model.Layers))
	inputs := x.Model.Network.Inputs
	for i, names := range x.Model.Layers {
		layers[i] = &Layer{LayerNames: names, Inputs: inputs, Hidden: len(layers) - 1}
		if i > 0 {
			layers[i].Previous, layers[i-1].Next = layers[i-1], layers[i]
		}
		inputs = names.Units
	}
	return layers
}

// Backwards are the layers from the output to the input.
func (x *Example) Backwards() []*Layer {
	layers := x.Layers()
	for i, j := 0, len(layers)-1; i < j; i, j = i+1, j-1 {
		layers[i], layers[j] = layers[j], layers[i]
	}
	return layers
}

// Sizes is the architecture in short: 2–2–1.
func (x *Example) Sizes() string {
	s := itoa(x.Model.Network.Inputs)
	for _, l := range x.Model.Layers {
		s += "–" + itoa(l.Units)
	}
	return s
}

// Activations are the activations in use, each once, in the order of the layers.
func (x *Example) Activations() []string {
	var names []string
	for _, l := range x.Model.Layers {
		known := false
		for _, n := range names {
			known = known || n == l.Activation
		}
		if !known {
			names = append(names, l.Activation)
		}
	}
	return names
}

// IsNetwork says whether the model is a network; else it is stated by equations, and has no layers.
func (x *Example) IsNetwork() bool { return len(x.Model.Layers) > 0 }

// Parameters are the quantities in which the loss is differentiated: of a network from the first layer to the last, of
// equations as the problem lists them.
func (x *Example) Parameters() []model.Parameter {
	if !x.IsNetwork() {
		return x.Model.Parameters
	}
	var list []model.Parameter
	for _, l := range x.Model.Layers {
		for _, p := range x.Model.Parameters {
			if p.Layer == l.Number {
				list = append(list, p)
			}
		}
	}
	return list
}

func itoa(n int) string { return strconv.Itoa(n) }

// chain prints a chain for use inside a formula.
func chain(c formula.Chain) string { return tex.Chain(c) }

// step finds a quantity, or says which name was probably meant.
func (x *Example) step(name string) (*trace.Step, error) {
	s, ok := x.trace.Step(name)
	if ok {
		return s, nil
	}
	return nil, x.unknown(name)
}

// order compares two entries as far as that can be decided.
func (x *Example) order(a, b func() number.Real) (number.Order, error) {
	var order number.Order
	err := x.trace.Decide(func() error {
		order = x.compareNumbers(a(), b())
		if order == number.Undecided && x.trace.Bits() < decideBits {
			return &number.UndecidedError{Question: "which of two numbers is larger"}
		}
		return nil
	})
	return order, err
}

// compareNumbers compares by the sign of the difference, which for enclosures is much faster than comparing their ends.
func (x *Example) compareNumbers(a, b number.Real) number.Order {
	switch sign, decided := x.context().Sub(a, b).Sign(); {
	case !decided:
		return number.Undecided
	case sign < 0:
		return number.Less
	case sign > 0:
		return number.Greater
	}
	return number.Equal
}

// context computes with the trace's present precision.
func (x *Example) context() *number.Context {
	if x.numbers == nil || x.numbers.Bits() != x.trace.Bits() {
		x.numbers = number.NewContext(x.trace.Bits())
	}
	return x.numbers
}

// decideBits is the precision after which two numbers that cannot be told apart are called just that.
const decideBits = 4096
