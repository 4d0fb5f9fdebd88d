package verify

import (
	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/trace"
)

// unrolled writes a sum over an index term by term, where as many numbers were put in for its terms: Σ pᵢ log(1/pᵢ) as p₁ log(1/p₁) +
// p₂ log(1/p₂) before 0.35 · 1.515 + 0.65 · 0.621. Then each number has its own part of the formula.
func (f *flow) unrolled(a part, terms int) part {
	switch e := a.e.(type) {
	case formula.Unary:
		if _, ok := e.X.(formula.Sum); ok && e.Op == formula.Neg {
			b := f.unrolled(a.inner(e.X), terms)
			if list := addends(b.e, true, nil); len(list) == terms {
				var out formula.Expr = formula.Unary{Op: formula.Neg, X: list[0].e}
				for _, t := range list[1:] {
					out = formula.Binary{Op: formula.Sub, X: out, Y: t.e}
				}
				return a.inner(out)
			}
		}
	case formula.Sum:
		from, ok := f.scalar(a.inner(e.From), shown, f.log10())
		if _, known := f.scalar(a, shown, f.log10()); !ok || !known || terms < 2 || terms > maxUnrolled {
			return a
		}
		first, ok := wholeNumber(trace.NumberValue(from))
		if !ok {
			return a
		}
		if to, ok := f.scalar(a.inner(e.To), shown, f.log10()); ok && to.Compare(numberOf(int64(first+terms-1))) != number.Equal {
			return a
		}
		var out formula.Expr
		for k := range terms {
			at := formula.Number{Text: itoa(first + k)}
			t := formula.Substitute(e.Body, func(s string) (formula.Expr, bool) { return at, s == e.Var })
			if out == nil {
				out = t
			} else {
				out = formula.Binary{Op: formula.Add, X: out, Y: t}
			}
		}
		return a.inner(out)
	}
	return a
}

// maxUnrolled bounds how many terms a sum is written out in.
const maxUnrolled = 100
