package model

import (
	"fmt"
	"slices"

	"longhand/generator/formula"
)

// Network is a feed-forward network: every layer computes a = f(W a' + b) from the layer before it.
type Network struct {
	Inputs  int
	Samples int // the columns of a batch X; 0 where there is one sample x
	Layers  []Layer
	Loss    string // a key of Losses
	Mean    bool   // the loss of a batch is the mean over its samples, not the sum
	L2      bool   // ½λ times the sum of all squared weights is added to the loss
}

// Layer is one layer of a network.
type Layer struct {
	Units      int
	Activation string // a key of Activations
	Bias       bool
	SharedBias bool   // one number is the bias of all units
	Weights    string // the earlier weights that this layer uses as well; "" for its own
}

// FromNetwork states the equations of a network and of its training. Names in it must be known: see Activations, Losses
// and Methods; sizes must be at least 1. With mini-batches, the model's forward and backward pass are those of the first.
// An error tells what cannot go together.
func FromNetwork(n Network, t Training) (*Model, error) {
	pass := func(samples int) (*Model, error) {
		part := n
		part.Samples = samples
		return passes(part, t.Freeze)
	}
	m, err := pass(n.Samples)
	if err != nil {
		return nil, err
	}
	b := trainer{whole: m, pass: pass, leading: func(m *Model) []formula.Equation { return m.Forward }}
	if t.Batches != nil {
		if m, err = pass(len(t.Batches.Samples[0])); err != nil {
			return nil, err
		}
		t.Batches.Columns, t.Batches.Ones = []string{m.Input, m.Target}, m.Ones
	}
	m.Training, b.Model = t, m
	if err := b.train(); err != nil {
		return nil, err
	}
	if t.Batches != nil {
		for _, name := range []*string{&m.Input, &m.Target, &m.Layers[0].Input} {
			*name = BatchName(*name, 1)
		}
	}
	return m, nil
}

// passes states the forward and the backward pass.
func passes(n Network, freeze []string) (*Model, error) {
	m := &Model{Network: n, Input: "x", Output: "y", Target: "t", Loss: "L", Error: "L", Rate: "eta", Shapes: map[string]formula.Shape{},
		Training: Training{Freeze: freeze}}
	b := builder{m}
	if n.Samples > 0 {
		m.Input, m.Output, m.Target = "X", "Y", "T"
	}
	if n.L2 || n.Samples > 1 && n.Mean {
		m.Error = "E"
	}
	if err := b.forward(); err != nil {
		return nil, err
	}
	return m, b.backward()
}

type builder struct{ *Model }

// letter names a quantity that has a column for every sample with a capital.
func (b builder) letter(one, batch string) string {
	if b.Network.Samples > 0 {
		return batch
	}
	return one
}

func (b builder) columns() int { return max(1, b.Network.Samples) }

func (b builder) give(name string, shape formula.Shape) {
	if _, known := b.Shapes[name]; !known {
		b.Shapes[name] = shape
		b.Needed = append(b.Needed, name)
	}
}

func (b builder) forward() error {
	n := b.Network
	previous, size := b.Input, n.Inputs
	b.give(previous, formula.Shape{Rows: size, Cols: b.columns()})
	for i, layer := range n.Layers {
		l := LayerNames{
			Number: i + 1, Units: layer.Units, Activation: layer.Activation, Input: previous,
			Weights: fmt.Sprintf("W%d", i+1), PreActivation: fmt.Sprintf("%s%d", b.letter("z", "Z"), i+1),
			Activated: fmt.Sprintf("%s%d", b.letter("a", "A"), i+1), Delta: fmt.Sprintf("%s%d", b.letter("delta", "Delta"), i+1),
			SharedBias: layer.SharedBias && layer.Units > 1,
		}
		if layer.Weights != "" && layer.Weights != l.Weights {
			l.Weights, l.Borrowed = layer.Weights, true
		}
		if i == len(n.Layers)-1 {
			l.Activated = b.Output
		}
		weights := formula.Shape{Rows: layer.Units, Cols: size}
		if known, ok := b.Shapes[l.Weights]; ok && known != weights {
			return fmt.Errorf("layer %d uses %s, which is %d×%d, but it needs %d×%d", i+1, l.Weights, known.Rows, known.Cols, weights.Rows, weights.Cols)
		}
		f := Activations[layer.Activation]
		if f.Columns && layer.Units == 1 {
			return fmt.Errorf("layer %d has one unit, whose %s is 1 whatever comes in", i+1, layer.Activation)
		}
		b.give(l.Weights, weights)
		outputs := formula.Shape{Rows: layer.Units, Cols: b.columns()}
		b.Shapes[l.PreActivation], b.Shapes[l.Activated] = outputs, outputs
		b.affine(&l, layer)

		// a = f(z)
		var a formula.Expr = formula.Sym(l.PreActivation)
		if f.Function != "" {
			if !f.Columns {
				l.Slope = "d" + l.Activated + "/d" + l.PreActivation
			}
			a = call(f.Function, a)
		}
		b.define(l.Activated, a)
		b.Layers = append(b.Layers, l)
		previous, size = l.Activated, layer.Units
	}
	b.give(b.Target, formula.Shape{Rows: size, Cols: b.columns()})
	return b.losses(size)
}

// affine states z = W a' + b. In a batch the bias is added to every column, b 𝟏ᵀ.
func (b builder) affine(l *LayerNames, layer Layer) {
	z := product(formula.Sym(l.Weights), formula.Sym(l.Input))
	if layer.Bias {
		l.Bias = fmt.Sprintf("b%d", l.Number)
		shape, bias := formula.Shape{Rows: layer.Units, Cols: 1}, formula.Expr(formula.Sym(l.Bias))
		switch {
		case l.SharedBias:
			shape = formula.Scalar
		case b.Network.Samples > 0:
			b.Ones = "ones"
			b.give(b.Ones, formula.Shape{Rows: b.Network.Samples, Cols: 1})
			bias = product(bias, formula.Transpose{X: formula.Sym(b.Ones)})
		}
		b.give(l.Bias, shape)
		z = sum(z, bias)
	}
	b.define(l.PreActivation, z)
}

// losses states the loss: the error of all samples, a penalty on the weights, and both put together.
func (b builder) losses(outputs int) error {
	n := b.Network
	loss, last := Losses[n.Loss], b.Layers[len(b.Layers)-1]
	if loss.Needed && last.Activation != loss.Matching {
		return fmt.Errorf("%s needs %s as the activation of the last layer, not %s", n.Loss, loss.Matching, last.Activation)
	}
	b.Shapes[b.Model.Loss], b.Shapes[b.Error] = formula.Scalar, formula.Scalar
	b.define(b.Error, loss.equation(formula.Sym(b.Output), formula.Sym(b.Target), outputs, n.Samples))
	if b.Error == b.Model.Loss {
		return nil
	}
	var whole formula.Expr = formula.Sym(b.Error)
	if n.Samples > 1 && n.Mean {
		whole = product(quotient(one, count(n.Samples)), whole)
	}
	if n.L2 {
		b.Penalty = "R"
		b.give("lambda", formula.Scalar)
		b.Shapes[b.Penalty] = formula.Scalar
		b.define(b.Penalty, product(product(half, formula.Sym("lambda")), b.squaredWeights()))
		whole = sum(whole, formula.Sym(b.Penalty))
	}
	b.define(b.Model.Loss, whole)
	return nil
}

// squaredWeights adds up the squares of all weights, each matrix once.
func (b builder) squaredWeights() formula.Expr {
	var total formula.Expr
	for _, l := range b.Layers {
		if l.Borrowed {
			continue
		}
		s := b.Shapes[l.Weights]
		var e formula.Expr = formula.Sym(l.Weights)
		switch {
		case s.Size() > 1 && s.Cols == 1:
			e = sumOver("i", s.Rows, square(formula.Index{X: e, At: []formula.Expr{formula.Sym("i")}}))
		case s.Size() > 1 && s.Rows == 1:
			e = sumOver("j", s.Cols, square(formula.Index{X: e, At: []formula.Expr{one, formula.Sym("j")}}))
		case s.Size() > 1:
			e = sumOver("i", s.Rows, sumOver("j", s.Cols, square(formula.Index{X: e, At: []formula.Expr{formula.Sym("i"), formula.Sym("j")}})))
		default:
			e = square(e)
		}
		if total == nil {
			total = e
		} else {
			total = sum(total, e)
		}
	}
	return total
}

func (b builder) define(name string, body formula.Expr) {
	b.Forward = append(b.Forward, formula.Equation{Name: name, Body: body})
}

func (b builder) frozen(name string) bool { return slices.Contains(b.Training.Freeze, name) }
