package derivation

import (
	"context"
	"fmt"

	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/trace"
)

// Deriver writes out the steps of a trace.
type Deriver struct {
	Places   int
	Rounding number.Rounding

	ctx   context.Context
	trace *trace.Trace
	c     *number.Context
	done  map[string]*Derivation
	show  map[string][]int
}

// New makes a deriver that shows results to a number of decimal places.
func New(ctx context.Context, t *trace.Trace, places int, rounding number.Rounding) *Deriver {
	t.Expect(places + mostCarried)
	return &Deriver{Places: places, Rounding: rounding, ctx: ctx, trace: t, done: map[string]*Derivation{}}
}

// context computes with the trace's present precision.
func (d *Deriver) context() *number.Context {
	if d.c == nil || d.c.Bits() != d.trace.Bits() {
		d.c = number.NewContext(d.trace.Bits())
	}
	return d.c
}

// Derivation is a step on paper. Its chains are in the order in which they are read; any but Result may be empty.
type Derivation struct {
	Step *trace.Step
	// Formula states the quantity in symbols: δ² = ∂L/∂z² = ∂L/∂y · dy/dz².
	Formula formula.Chain
	// Put has the numbers put in for the symbols, in matrix form.
	Put formula.Chain
	// Work is the arithmetic. For a number it is one chain; for a matrix either one chain of whole matrices or a chain
	// for every entry, as WholeMatrix says.
	Work        []formula.Chain
	WholeMatrix bool
	// Result is the quantity and its value, to be boxed.
	Result formula.Chain
	// Omitted is how many entries are not worked out, because all of them would take too much room.
	Omitted int
	// Carried is how many places more than the result the numbers put in are shown to.
	Carried int
}

// Derive writes out a computed quantity. Errors: an unknown or given name, and a digit that cannot be decided.
func (d *Deriver) Derive(name string) (*Derivation, error) {
	if done, ok := d.done[name]; ok {
		return done, nil
	}
	step, ok := d.trace.Step(name)
	if !ok || step.IsGiven() {
		return nil, fmt.Errorf("%s is not a computed quantity", name)
	}
	var out *Derivation
	err := d.trace.Decide(func() (err error) {
		out, err = d.derive(step)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	d.done[name] = out
	return out, nil
}

func (d *Deriver) derive(s *trace.Step) (*Derivation, error) {
	out := &Derivation{Step: s, Formula: Formula(s)}
	chosen, err := d.chosen(s)
	if err != nil {
		return nil, err
	}
	out.Omitted = len(s.Value.Items) - len(chosen)
	var trees []*node
	var entries, folded []formula.Expr
	for _, k := range chosen {
		entry, err := formula.Entry(s.Equation.Body, k/s.Value.Cols, k%s.Value.Cols, d.shapeOf)
		if err != nil {
			return nil, err
		}
		unfolded := formula.Unfold(entry)
		entries = append(entries, entry)
		if formula.IsLong(unfolded) {
			continue
		}
		n, err := d.tree(unfolded)
		if err != nil {
			return nil, err
		}
		trees = append(trees, n)
		if formula.Same(entry, unfolded) {
			entry = nil
		}
		folded = append(folded, entry)
	}
	long := len(trees) < len(entries)
	if !long {
		if out.Carried, err = d.settle(trees); err != nil {
			return nil, err
		}
	}
	value, exact, err := d.matrix(s, d.Places)
	if err != nil {
		return nil, err
	}
	out.Result = formula.Start(formula.Sym(s.Name)).Then(relation(exact), value)
	if long {
		return out, d.abridged(out, entries, chosen)
	}
	return out, d.work(out, chosen, trees, folded)
}

func (d *Deriver) shapeOf(name string) (formula.Shape, bool) {
	s, ok := d.trace.Step(name)
	if !ok {
		return formula.Shape{}, false
	}
	return s.Value.Shape, true
}

// Formula states a computed quantity in symbols: δ² = ∂L/∂z² = ∂L/∂y · dy/dz².
func Formula(s *trace.Step) formula.Chain {
	c := formula.Start(formula.Sym(s.Name))
	if s.Equation.Alias != "" {
		c = c.Then(formula.Equal, formula.Sym(s.Equation.Alias))
	}
	return c.Then(formula.Equal, formula.Elide(s.Equation.Body))
}

// Value is the chain of a quantity and its value, to a number of places: y ≈ 0.5285.
func (d *Deriver) Value(name string, places int) (c formula.Chain, err error) {
	s, ok := d.trace.Step(name)
	if !ok {
		return c, fmt.Errorf("%s is not a quantity of this example", name)
	}
	err = d.trace.Decide(func() error {
		value, exact, err := d.matrix(s, places)
		c = formula.Start(formula.Sym(name)).Then(relation(exact), value)
		return err
	})
	return c, err
}

// matrix shows the entries of a quantity, of a large one with dots in between.
func (d *Deriver) matrix(s *trace.Step, places int) (formula.Expr, bool, error) {
	exact := true
	var err error
	m := formula.ElidedMatrix(s.Value.Shape, func(i, j int) formula.Expr {
		shown, showErr := d.shownEntry(s, i*s.Value.Cols+j, places)
		if showErr != nil {
			err = showErr
		}
		exact = exact && shown.Exact
		return shown.Expr
	})
	if err != nil {
		return nil, false, err
	}
	if s.Value.IsScalar() {
		return m.Items[0], exact, nil
	}
	return m, exact, nil
}

func relation(exact bool) formula.Relation {
	if exact {
		return formula.Equal
	}
	return formula.Approx
}

// Entry shows one entry of a quantity, counted from 0 in row-major order, at the trace's present precision.
func (d *Deriver) Entry(name string, entry int) (Shown, error) {
	s, ok := d.trace.Step(name)
	if !ok || entry < 0 || entry >= len(s.Value.Items) {
		return Shown{}, fmt.Errorf("%s has no such entry", name)
	}
	return d.shownEntry(s, entry, d.Places)
}
