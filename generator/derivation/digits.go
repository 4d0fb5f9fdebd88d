package derivation

import (
	"errors"
	"fmt"

	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/trace"
)

// mostCarried bounds the search for digits that make a line recompute. Where a number that is nearly 1 is taken from 1,
// as behind a saturated sigmoid, hundreds may be needed.
const mostCarried = 700

// more is the next number of places to try: each one up to 40, then in growing steps.
func more(carried int) int { return carried + 1 + max(0, carried-40)/4 }

// settle chooses the digits of every number in the trees, which are the entries of one step. Results are shown to the
// asked places. What is put in is shown to as many places more as it takes, none if possible, the same for all of the
// step; what is worked out in between to places from the asked ones up to those, as few as possible, with which
//
//  1. every piece of work, done with the numbers as printed, gives the number printed for it, and
//  2. every line as a whole, evaluated as printed, gives the printed result.
//
// Every number shown is a correct rounding of its true value. It returns the number of places more.
func (d *Deriver) settle(trees []*node) (carried int, err error) {
	for _, n := range trees {
		if err := d.evaluate(n); err != nil {
			return 0, err
		}
	}
	for carried = 0; carried <= mostCarried; carried = more(carried) {
		ok := true
		for _, n := range trees {
			if ok, err = d.fits(n, d.Places+carried); err != nil {
				return 0, err
			}
			if !ok {
				break
			}
		}
		if ok {
			return carried, nil
		}
	}
	return 0, fmt.Errorf("no number of places up to %d makes the line recompute", d.Places+mostCarried)
}

// evaluate computes the true values of a tree with the trace's precision.
func (d *Deriver) evaluate(n *node) error {
	if n.leaf != nil {
		if n.leaf.constant == nil {
			n.value = n.leaf.step.Value.Items[n.leaf.entry]
			return nil
		}
		v, err := trace.Eval(d.context(), n.leaf.constant, nil)
		if err == nil {
			n.value = v.Items[0]
		}
		return err
	}
	for _, o := range n.operands {
		if err := d.evaluate(o); err != nil {
			return err
		}
	}
	v, err := trace.EvalSigned(d.context(), n.expr, func(name string) (trace.Value, bool) {
		o, ok := n.operandAt(formula.Symbol{Name: name})
		if !ok {
			return trace.Value{}, false
		}
		return trace.NumberValue(o.value), true
	}, func(e formula.Expr) bool { return d.notNegative(n, e) })
	if err == nil {
		n.value = v.Items[0]
	}
	return err
}

// notNegative says whether an operand of n, which stands in its formula as a placeholder, is sure not to be negative.
func (d *Deriver) notNegative(n *node, e formula.Expr) bool {
	o, ok := n.operandAt(e)
	switch {
	case !ok:
		return false
	case trace.NotNegative(trace.NumberValue(o.value)):
		return true
	case o.leaf != nil:
		return o.leaf.step != nil && d.trace.Signs(formula.Sym(o.leaf.step.Name))
	}
	return trace.NonNegative(o.expr, func(e formula.Expr) bool { return d.notNegative(o, e) })
}

// fits shows the tree with leaves of a number of places, and says whether that can keep the promises.
func (d *Deriver) fits(root *node, leafPlaces int) (bool, error) {
	var err error
	if root.shown, err = show(root.value, d.Places, d.Rounding); err != nil {
		return false, err
	}
	if root.leaf != nil {
		return true, d.showLeaf(root, d.Places)
	}
	for places := d.Places; places <= leafPlaces; places++ {
		if ok, err := d.fitsBelow(root, places, leafPlaces); !ok || err != nil {
			return ok, err // more places in between would not help: fitsBelow tried them
		}
		ok := true
		for round := 0; ok && round < root.round; round++ {
			if ok, err = d.gives(root.line(round), root.shown); err != nil {
				return false, err
			}
		}
		if ok {
			return true, nil
		}
	}
	return false, nil
}

// fitsBelow chooses the places of the operands of n, which is shown already: at least as many as given.
func (d *Deriver) fitsBelow(n *node, places, leafPlaces int) (bool, error) {
	worked := false
	for _, o := range n.operands {
		if o.leaf != nil {
			if err := d.showLeaf(o, leafPlaces); err != nil {
				return false, err
			}
		} else {
			worked = true
		}
	}
	for ; places <= leafPlaces; places++ {
		for _, o := range n.operands {
			if o.leaf == nil {
				var err error
				if o.shown, err = show(o.value, places, d.Rounding); err != nil {
					return false, err
				}
			}
		}
		ok, err := d.gives(n.line(n.round-1), n.shown)
		if err != nil {
			return false, err
		}
		if ok {
			break
		}
		if !worked || places == leafPlaces {
			return false, nil
		}
	}
	for _, o := range n.operands {
		if o.leaf == nil {
			if ok, err := d.fitsBelow(o, places, leafPlaces); !ok || err != nil {
				return ok, err
			}
		}
	}
	return true, nil
}

func (d *Deriver) showLeaf(n *node, places int) error {
	if n.leaf.constant != nil {
		n.shown = Shown{Expr: n.leaf.constant, Exact: true}
		return nil
	}
	var err error
	n.shown, err = d.shownEntry(n.leaf.step, n.leaf.entry, places)
	return err
}

// shownEntry is an entry of a quantity: a given one as it was typed.
func (d *Deriver) shownEntry(s *trace.Step, entry, places int) (Shown, error) {
	if s.IsGiven() {
		return typed(s.Typed[entry], s.Value.Items[entry]), nil
	}
	return show(s.Value.Items[entry], places, d.Rounding)
}

// gives evaluates a formula of printed numbers and compares it with a printed number. The context at hand decides it
// nearly always.
func (d *Deriver) gives(line formula.Expr, printed Shown) (ok bool, err error) {
	attempt := func(c *number.Context) error {
		v, err := trace.Eval(c, line, nil)
		if err != nil {
			return err
		}
		ok, err = printed.saysTheSame(v.Items[0], d.Rounding)
		return err
	}
	err = attempt(d.context())
	var undecided *number.UndecidedError
	if errors.As(err, &undecided) {
		err = number.Refine(d.ctx, 2*d.context().Bits(), attempt)
	}
	return ok, err
}

// isExactly says whether a formula of printed numbers is exactly the printed number.
func (d *Deriver) isExactly(line formula.Expr, printed Shown) (bool, error) {
	v, err := trace.Eval(d.context(), line, nil)
	if err != nil {
		return false, err
	}
	return v.Items[0].Compare(number.FromDecimal(printed.Value)) == number.Equal, nil
}
