package document

import (
	"longhand/generator/derivation"
	"longhand/generator/formula"
	"longhand/generator/tex"
)

// rowWidth is how wide a row of a derivation gets, in digits: what a page of A4 and a column of text hold.
const rowWidth = 72

// work is a derivation as the template "derivation" sees it: TeX for displayed formulas, each "" where there is none.
type work struct {
	Name    string
	Main    string // formula, numbers put in, and the work itself where it is one chain
	Entries string // the work entry by entry
	Result  string // to be boxed
	Carried int    // places carried beyond those of the result
	Shown   int    // the entries that are worked out, where Omitted is not 0
	Omitted int
	Long    bool // sums are shown without their middle
}

func newWork(d *derivation.Derivation) work {
	w := work{Name: d.Step.Name, Result: tex.Chain(d.Result), Carried: d.Carried, Omitted: d.Omitted}
	w.Shown = len(d.Step.Value.Items) - d.Omitted
	for _, c := range d.Work {
		for _, t := range c.Terms {
			for _, name := range formula.Symbols(t) {
				w.Long = w.Long || name == formula.Dots.Name
			}
		}
	}
	main := d.Formula
	join := func(c formula.Chain) { // c states the same quantity again
		for i, t := range c.Terms[1:] {
			main = main.Then(c.Relations[i], t)
		}
	}
	if d.Put.Terms != nil {
		join(d.Put)
	}
	if d.Step.Value.IsScalar() || d.WholeMatrix {
		for _, c := range d.Work {
			join(c)
		}
	} else if len(d.Work) > 0 {
		w.Entries = tex.Rows(rowWidth, d.Work...)
	}
	w.Main = tex.Rows(rowWidth, main)
	return w
}
