package derivation

import (
	"sort"

	"longhand/generator/formula"
	"longhand/generator/trace"
)

// mostWork bounds a derivation that is shown in full, in operands of all its entries together: about a page.
const mostWork = 160

// Show asks for one more entry, counted from 0 in row-major order, where a derivation shows only some.
func (d *Deriver) Show(name string, entry int) {
	if d.show == nil {
		d.show = map[string][]int{}
	}
	d.show[name] = append(d.show[name], entry)
}

// chosen are the entries of a step that are worked out: all where that takes no more than about a page and the result is
// shown whole, else the first, the last and those that were asked for.
func (d *Deriver) chosen(s *trace.Step) ([]int, error) {
	size := len(s.Value.Items)
	first, err := formula.Entry(s.Equation.Body, 0, 0, d.shapeOf)
	if err != nil {
		return nil, err
	}
	operands := 0
	formula.Walk(first, func(e formula.Expr) bool {
		operands++
		_, isIndex := e.(formula.Index)
		return !isIndex
	})
	isChosen := map[int]bool{0: true, size - 1: true}
	for _, i := range d.show[s.Name] {
		isChosen[i] = true
	}
	full := !s.Value.IsWide() && size*min(operands/2+1, formula.MostTerms) <= mostWork
	var list []int
	for i := range size {
		if full || isChosen[i] {
			list = append(list, i)
		}
	}
	sort.Ints(list)
	return list, nil
}

// abridged writes entries with very long sums: the formula, the numbers put in, both without the middle of the sums, and
// the result. Such a line cannot be recomputed from what it shows.
func (d *Deriver) abridged(out *Derivation, entries []formula.Expr, at []int) error {
	s := out.Step
	for k, e := range entries {
		e = formula.ElideSums(e)
		put, exact, err := d.putEntries(e)
		if err != nil {
			return err
		}
		result, err := d.shownEntry(s, at[k], d.Places)
		if err != nil {
			return err
		}
		c := formula.Start(entryName(s, at[k])).Then(formula.Equal, e).Then(relation(exact), put).Then(relation(result.Exact), result.Expr)
		out.Work = append(out.Work, c)
	}
	return nil
}

// putEntries puts numbers in for the entries of a formula.
func (d *Deriver) putEntries(e formula.Expr) (put formula.Expr, exact bool, err error) {
	exact = true
	put = formula.Replace(e, func(x formula.Expr) (formula.Expr, bool) {
		l, ok, leafErr := d.leafOf(x)
		if leafErr != nil || !ok || l.step == nil {
			return nil, false // dots, constants
		}
		shown, showErr := d.shownEntry(l.step, l.entry, d.Places)
		if showErr != nil {
			err = showErr
			return nil, false
		}
		exact = exact && shown.Exact
		return shown.Expr, true
	})
	return put, exact, err
}

// entryName is the symbol of an entry counted from 0 in row-major order; a number has none but its own.
func entryName(s *trace.Step, i int) formula.Expr {
	switch {
	case s.Value.IsScalar():
		return formula.Sym(s.Name)
	case s.Value.Cols > 1:
		return formula.At(formula.Sym(s.Name), i/s.Value.Cols+1, i%s.Value.Cols+1)
	}
	return formula.At(formula.Sym(s.Name), i+1)
}
