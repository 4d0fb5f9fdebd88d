package model

import (
	"fmt"

	"longhand/generator/formula"
)

// backward differentiates the error layer by layer, and the loss in every parameter.
func (b builder) backward() error {
	g := formula.Gradient{
		Target: b.Error,
		Shapes: func(name string) (formula.Shape, bool) { s, ok := b.Shapes[name]; return s, ok },
		Short:  map[string]string{},
	}
	for i := len(b.Layers) - 1; i >= 0; i-- {
		l := b.Layers[i]
		g.Short[l.PreActivation] = l.Delta
		for _, name := range []string{l.Weights, l.Bias} {
			if name == "" || b.frozen(name) || name == l.Weights && l.Borrowed {
				continue
			}
			g.Wanted = append(g.Wanted, name)
			b.Parameters = append(b.Parameters, Parameter{
				Name: name, Gradient: "d" + b.Model.Loss + "/d" + name, New: New(name), Layer: l.Number, Bias: name == l.Bias,
			})
		}
	}
	if len(g.Wanted) == 0 {
		return fmt.Errorf("every parameter is frozen: there is nothing to train")
	}
	if last := b.Layers[len(b.Layers)-1]; b.Fused() {
		g.Rules = map[string][]formula.Adjoint{b.Error: {{Name: last.PreActivation,
			Expr: difference(formula.Sym(b.Output), formula.Sym(b.Target))}}}
	}
	program := b.Forward
	for i, e := range program {
		if e.Name == b.Error {
			program = program[:i+1]
		}
	}
	var err error
	if b.Backward, err = g.Equations(program); err != nil {
		return err
	}
	if b.Error != b.Model.Loss {
		if err := b.whole(g); err != nil {
			return err
		}
	}
	b.drop()
	return nil
}

// Fused says whether the loss and the last activation match, so that their derivatives together are y − t.
func (m *Model) Fused() bool {
	matching := Losses[m.Network.Loss].Matching
	return matching != "" && m.Layers[len(m.Layers)-1].Activation == matching
}

// whole turns the derivatives of the error in the parameters into those of the loss c E + R: c times them, and what the
// penalty adds.
func (b builder) whole(g formula.Gradient) error {
	gradients := map[string]string{}
	for _, p := range b.Parameters {
		gradients[g.AdjointName(p.Name)] = p.Name
	}
	at := func(name string) (formula.Expr, error) { // the equation of a part of the loss
		for _, e := range b.Forward {
			if e.Name == name {
				return e.Body, nil
			}
		}
		return nil, fmt.Errorf("there is no %s", name)
	}
	loss, err := at(b.Model.Loss)
	if err != nil {
		return err
	}
	reverse := func(e formula.Expr, in string) (formula.Expr, error) {
		list, err := formula.Reverse(e, one, g.Shapes, func(name string) bool { return name == in })
		if err != nil || len(list) == 0 {
			return nil, err
		}
		return list[0].Expr, nil
	}
	share, err := reverse(loss, b.Error)
	if err != nil {
		return err
	}
	for i, e := range b.Backward {
		name, ok := gradients[e.Name]
		if !ok {
			continue
		}
		body := formula.Simplify(product(share, e.Body))
		if b.Penalty != "" {
			penalty, err := at(b.Penalty)
			if err != nil {
				return err
			}
			more, err := reverse(penalty, name)
			if err != nil {
				return err
			}
			if more != nil {
				body = sum(body, more)
			}
		}
		b.Backward[i] = formula.Equation{Name: "d" + b.Model.Loss + "/d" + name, Body: body}
	}
	return nil
}

// drop forgets the names of derivatives that nothing needed.
func (b builder) drop() {
	stated := map[string]bool{}
	for _, e := range b.Backward {
		stated[e.Name] = true
	}
	for i := range b.Layers {
		l := &b.Layers[i]
		l.InputGradient = "d" + b.Error + "/d" + l.Activated
		for _, name := range []*string{&l.Delta, &l.InputGradient, &l.Slope} {
			if !stated[*name] {
				*name = ""
			}
		}
	}
}
