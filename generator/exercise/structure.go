package exercise

import (
	"context"
	"errors"
	"math/big"
	"slices"

	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/problem"
	"longhand/generator/trace"
)

// freeSpace is the space of a problem without what its equations hang on: a whole number that bounds a sum or counts
// entries changes the equations themselves, but all variants share one plan. t is the problem's own trace.
func (e *Exercise) freeSpace(ctx context.Context, t *trace.Trace) (*space, error) {
	s := newSpace(e.Problem)
	if e.Problem.Network != nil {
		return s, nil
	}
	var free []choice
	for _, c := range s.choices {
		i := slices.IndexFunc(e.Problem.Given, func(g problem.Given) bool { return g.Name == c.name })
		fixed := false
		if i >= 0 {
			var err error
			if fixed, err = e.isStructure(ctx, t, e.Problem.Given[i]); err != nil {
				return nil, err
			}
		}
		if !fixed {
			free = append(free, c)
			continue
		}
		for _, v := range e.Problem.Vary {
			if v.Name == c.name {
				return nil, v.Pos.Errorf("%s bounds a sum or counts entries: with another value the worksheets would have other equations", c.name).
					WithHint("leave it out of vary, and write a problem file for each value")
			}
		}
	}
	return spaceOf(e.Problem, free), nil
}

// isStructure says whether a given number is whole and with another value the equations are others.
func (e *Exercise) isStructure(ctx context.Context, t *trace.Trace, g problem.Given) (bool, error) {
	if len(g.Value.Items) != 1 {
		return false, nil
	}
	value, ok := g.Value.Items[0].Value.Rat()
	if !ok || !value.IsInt() {
		return false, nil
	}
	p := *e.Problem
	p.Given = slices.Clone(p.Given)
	value.Add(value, big.NewRat(1, 1))
	put(&p, g.Name, []problem.Literal{{Text: value.RatString(), Value: number.FromRat(value), Pos: g.Value.Items[0].Pos}})
	_, u, err := e.compute(ctx, &p)
	var domain *number.DomainError
	switch {
	case ctx.Err() != nil:
		return false, ctx.Err()
	case errors.As(err, &domain):
		return false, nil // the same equations, on a number for which they have no value
	case err != nil:
		return true, nil // the sum reaches beyond the entries
	}
	return !slices.EqualFunc(t.Steps, u.Steps, func(a, b *trace.Step) bool {
		return a.Name == b.Name && (a.IsGiven() || formula.Same(a.Equation.Body, b.Equation.Body))
	}), nil
}
