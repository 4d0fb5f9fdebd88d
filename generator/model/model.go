// Package model states a domain's equations: layers, activations, losses, updates. It knows what depends on what and how
// large everything is, and leaves numbers, TeX and prose to others.
package model

import "longhand/generator/formula"

// Model is all equations of a worked example, by the part of the example they belong to.
type Model struct {
	Network Network

	Forward  []formula.Equation // from the inputs to the loss
	Backward []formula.Equation // the derivatives, from the loss back
	Update   []formula.Equation // the new parameters
	After    []formula.Equation // the forward pass with the new parameters

	Layers     []LayerNames
	Parameters []Parameter // in the order in which they are updated: from the output back
	Input      string      // "x"
	Output     string      // "y"
	Target     string      // "t"
	Loss       string      // "L"
	Rate       string      // "eta"
	Shapes     map[string]formula.Shape
}

// Parameter is a quantity that training changes.
type Parameter struct {
	Name     string // W1
	Gradient string // dL/dW1
	New      string // W1_new
	Layer    int    // counted from 1
	Bias     bool
}

// LayerNames are the quantities of a layer.
type LayerNames struct {
	Number        int // counted from 1
	Units         int
	Activation    string
	Input         string // what it is fed with: x, a1, …
	Weights       string
	Bias          string // "" where the layer has none
	PreActivation string // z1
	Activated     string // a1, or y in the last layer
	Delta         string // delta1 = ∂L/∂z1
	InputGradient string // dL/da1 behind the layer: the derivative in its Activated
	Slope         string // da1/dz1; "" for the identity
}

// Program is all equations in order of computation.
func (m *Model) Program() []formula.Equation {
	var all []formula.Equation
	for _, part := range [][]formula.Equation{m.Forward, m.Backward, m.Update, m.After} {
		all = append(all, part...)
	}
	return all
}

// New is the name of a quantity after the update.
func New(name string) string { return name + "_new" }
