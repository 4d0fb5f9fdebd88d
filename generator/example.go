// Package generator is wiring: the few calls that a program makes. It joins the packages below it and adds nothing of
// its own but files, formats and the order of things.
package generator

import (
	"context"
	"errors"

	"longhand/generator/document"
	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/problem"
	"longhand/generator/source"
	"longhand/generator/trace"
)

// Example computes a problem: its equations, stated by its model and run on its numbers.
func Example(ctx context.Context, p *problem.Problem) (*document.Example, *trace.Trace, error) {
	if p.Network == nil {
		return equationExample(ctx, p)
	}
	m, err := network(p)
	if err != nil {
		return nil, nil, err
	}
	program := m.Program()
	if !p.Train.Present {
		program = append(append([]formula.Equation(nil), m.Forward...), m.Backward...)
	}
	t, err := trace.Run(ctx, givenNetwork(p, m), program)
	if err != nil {
		return nil, nil, located(p, err)
	}
	x := document.NewExample(ctx, p, m, t)
	return x, t, showEntries(p, x, t)
}

func unknown(t problem.Text, kind string, known []string) error {
	e := t.Pos.Errorf("there is no %s %q", kind, t.Value)
	if nearest := source.Suggest(t.Value, known); nearest != "" {
		return e.WithHint("did you mean %q?", nearest)
	}
	return e.WithHint("known: %s", join(known))
}

func givenArray(name string, a problem.Array) trace.Given {
	shape := formula.Scalar
	switch len(a.Shape) {
	case 1:
		shape = formula.Shape{Rows: a.Shape[0], Cols: 1}
	case 2:
		shape = formula.Shape{Rows: a.Shape[0], Cols: a.Shape[1]}
	}
	g := trace.Given{Name: name, Value: trace.Value{Shape: shape, Items: make([]number.Real, len(a.Items))}, Typed: make([]string, len(a.Items))}
	for i, x := range a.Items {
		g.Value.Items[i], g.Typed[i] = x.Value, x.Text
	}
	return g
}

// located points at the network, or at the equations, where arithmetic itself failed, say by a limit that was passed.
func located(p *problem.Problem, err error) error {
	var placed *source.Error
	if errors.As(err, &placed) || errors.Is(err, context.Canceled) {
		return err
	}
	if p.Network == nil {
		return p.Equations[0].Pos.Errorf("%w", err)
	}
	return p.Network.Pos.Errorf("%w", err)
}
