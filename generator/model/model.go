// Package model states a domain's equations: layers, activations, losses, updates. It knows what depends on what and how
// large everything is, and leaves numbers, TeX and prose to others.
package model

import "longhand/generator/formula"

// Model is all equations of a worked example, by the part of the example they belong to.
type Model struct {
	Network  Network
	Training Training

	Forward  []formula.Equation // from the inputs to the loss
	Backward []formula.Equation // the derivatives, from the loss back
	Update   []formula.Equation // the new parameters, and what the method needs for them
	After    []formula.Equation // the forward pass with the new parameters
	Later    []formula.Equation // all of the second step and those after it

	Layers     []LayerNames
	Parameters []Parameter // those that are trained, in the order in which they are updated: from the output back
	Input      string      // "x", or "X" for a batch
	Output     string      // "y" or "Y"
	Target     string      // "t" or "T"
	Loss       string      // "L"
	Error      string      // what is differentiated layer by layer: the loss, or "E" where the loss adds a penalty or averages
	Penalty    string      // "R", or ""
	Rate       string      // "eta"
	Ones       string      // the column of ones of a batch with biases, or ""
	Shapes     map[string]formula.Shape
	Needed     []string          // the names of all that must be given, in order
	Hoisted    map[string]string // quantities that are only a part of what an equation states, and that equation's name
	Changes    map[string]bool   // what a step of training changes: parameters, and what depends on them
}

// Parameter is a quantity that training changes.
type Parameter struct {
	Name     string // W1
	Gradient string // dL/dW1
	New      string // W1_new
	Layer    int    // counted from 1; of a shared parameter, the first that uses it
	Bias     bool
	Frozen   bool               // it is differentiated, but training leaves it alone
	Update   []formula.Equation // of the first step: the method's own quantities, and the new value last
}

// LayerNames are the quantities of a layer. Derivatives that training does not need, because everything before them is
// frozen, are "".
type LayerNames struct {
	Number        int // counted from 1
	Units         int
	Activation    string
	Input         string // what it is fed with: x, a1, …
	Weights       string
	Bias          string // "" where the layer has none
	SharedBias    bool   // one number for all units
	Borrowed      bool   // the weights are those of an earlier layer
	PreActivation string // z1
	Activated     string // a1, or y in the last layer
	Delta         string // delta1 = ∂L/∂z1
	InputGradient string // dL/da1 behind the layer: the derivative in its Activated
	Slope         string // da1/dz1; "" for the identity and for functions of whole columns
}

// Program is all equations in order of computation.
func (m *Model) Program() []formula.Equation {
	var all []formula.Equation
	for _, part := range [][]formula.Equation{m.Forward, m.Backward, m.Update, m.After, m.Later} {
		all = append(all, part...)
	}
	return all
}
