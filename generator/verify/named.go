package verify

import (
	"longhand/generator/formula"
)

// minNamed is how many digits a result must have to be known again by its digits alone.
const minNamed = 3

// nameOperands finds the formula of a name that the article computes in numbers only, out_h1 = 1/(1 + e^−0.405): the numbers that
// are results of the article, each of one name alone, stand for these names.
func (f *flow) nameOperands(q *quantity) {
	if q.numeric == nil || q.claims == nil || !q.claims[0].derived {
		return
	}
	t := *q.numeric
	named := 0
	t.lifted = formula.Rewrite(t.lifted, func(e formula.Expr) formula.Expr {
		i, ok := place(e)
		if !ok || t.literals[i].source == nil || t.literals[i].digits < minNamed {
			return e
		}
		name := ""
		for _, c := range f.byValue[t.literals[i].value.String()] {
			if c.derived && c.Symbol != "" && c.Symbol != name {
				if name != "" {
					return e
				}
				name = c.Symbol
			}
		}
		if name == "" || name == q.key {
			return e
		}
		named++
		return signedAs(formula.Symbol{Name: name}, t.literals[i].source)
	})
	switch t.symbols = keys(t.lifted); {
	case named == 0 || contains(t.symbols, q.key):
	case q.formula == nil:
		q.formula = &t
	default:
		q.others = append(q.others, &t)
	}
}

// signedAs is a name whose value may be negative, in place of the digits of that value.
func signedAs(e formula.Expr, source *Claim) formula.Expr {
	if sign, ok := source.number.value.Sign(); ok && sign < 0 {
		return formula.Unary{Op: formula.Neg, X: e}
	}
	return e
}
