package model

import (
	"fmt"

	"longhand/generator/formula"
)

// Network is a feed-forward network: every layer computes a = f(W a' + b) from the layer before it.
type Network struct {
	Inputs int
	Layers []Layer
	Loss   string // a key of Losses
	Method string // a key of Methods
}

// Layer is one layer of a network.
type Layer struct {
	Units      int
	Activation string // a key of Activations
	Bias       bool
}

// FromNetwork states the equations of one training step of a network. Names in it must be known: see Activations,
// Losses and Methods; sizes must be at least 1.
func FromNetwork(n Network) (*Model, error) {
	m := &Model{Network: n, Input: "x", Output: "y", Target: "t", Loss: "L", Rate: "eta", Shapes: map[string]formula.Shape{}}
	b := builder{m}
	b.forward()
	if err := b.backward(); err != nil {
		return nil, err
	}
	b.update()
	b.after()
	return m, nil
}

type builder struct{ *Model }

func (b builder) forward() {
	n := b.Network
	previous, size := b.Input, n.Inputs
	b.Shapes[previous] = formula.Shape{Rows: size, Cols: 1}
	for i, layer := range n.Layers {
		l := LayerNames{
			Number: i + 1, Units: layer.Units, Activation: layer.Activation, Input: previous,
			Weights: fmt.Sprintf("W%d", i+1), PreActivation: fmt.Sprintf("z%d", i+1),
			Activated: fmt.Sprintf("a%d", i+1), Delta: fmt.Sprintf("delta%d", i+1),
		}
		if i == len(n.Layers)-1 {
			l.Activated = b.Output
		}
		l.InputGradient = "d" + b.Loss + "/d" + l.Activated
		column := formula.Shape{Rows: layer.Units, Cols: 1}
		b.Shapes[l.Weights] = formula.Shape{Rows: layer.Units, Cols: size}
		b.Shapes[l.PreActivation], b.Shapes[l.Activated] = column, column

		// z = W a' + b: the affine map
		var z formula.Expr = formula.Binary{Op: formula.Mul, X: formula.Sym(l.Weights), Y: formula.Sym(previous)}
		if layer.Bias {
			l.Bias = fmt.Sprintf("b%d", i+1)
			b.Shapes[l.Bias] = column
			z = formula.Binary{Op: formula.Add, X: z, Y: formula.Sym(l.Bias)}
		}
		b.define(l.PreActivation, z)

		// a = f(z)
		var a formula.Expr = formula.Sym(l.PreActivation)
		if f := Activations[layer.Activation].Function; f != "" {
			l.Slope = "d" + l.Activated + "/d" + l.PreActivation
			a = formula.Call{Func: f, Args: []formula.Expr{a}}
		}
		b.define(l.Activated, a)
		b.Layers = append(b.Layers, l)
		previous, size = l.Activated, layer.Units
	}
	b.Shapes[b.Target] = formula.Shape{Rows: size, Cols: 1}
	b.Shapes[b.Model.Loss], b.Shapes[b.Rate] = formula.Scalar, formula.Scalar
	b.define(b.Model.Loss, Losses[n.Loss].Equation(formula.Sym(b.Output), formula.Sym(b.Target), size))
}

func (b builder) define(name string, body formula.Expr) {
	b.Forward = append(b.Forward, formula.Equation{Name: name, Body: body})
}

func (b builder) backward() error {
	g := formula.Gradient{
		Target: b.Model.Loss,
		Shapes: func(name string) (formula.Shape, bool) { s, ok := b.Shapes[name]; return s, ok },
		Short:  map[string]string{},
	}
	for i := len(b.Layers) - 1; i >= 0; i-- {
		l := b.Layers[i]
		g.Short[l.PreActivation] = l.Delta
		for _, name := range []string{l.Weights, l.Bias} {
			if name != "" {
				g.Wanted = append(g.Wanted, name)
				b.Parameters = append(b.Parameters, Parameter{
					Name: name, Gradient: g.AdjointName(name), New: New(name), Layer: l.Number, Bias: name == l.Bias,
				})
			}
		}
	}
	var err error
	b.Backward, err = g.Equations(b.Forward)
	return err
}

func (b builder) update() {
	for _, p := range b.Parameters {
		body := Methods[b.Network.Method].Update(formula.Sym(p.Name), formula.Sym(p.Gradient), formula.Sym(b.Rate))
		b.Update = append(b.Update, formula.Equation{Name: p.New, Body: body})
	}
}

// after is the forward pass again: what is computed and what is trained has its new name, what is given keeps its own.
func (b builder) after() {
	renewed := map[string]bool{}
	for _, p := range b.Parameters {
		renewed[p.Name] = true
	}
	for _, e := range b.Forward {
		renewed[e.Name] = true
	}
	for _, e := range b.Forward {
		body := formula.Rename(e.Body, func(name string) string {
			if renewed[name] {
				return New(name)
			}
			return name
		})
		b.After = append(b.After, formula.Equation{Name: New(e.Name), Body: body})
	}
}
