package verify

import (
	"longhand/generator/formula"
	"longhand/generator/number"
)

// A factor of the formula in symbols may be left out where numbers are put in: w − η g = 0.3 − 0.02, where 0.02 is g. What η is
// may stand in the text alone; it is the one number of the article with which the line is right.

// gap is a number that stands for a formula some of whose names have no value.
type gap struct {
	formula part
	claim   *Claim
	term    *term
	place   int
}

// findLeftOut looks for the factor that was left out in the formula of a wrong result, and gives it its value.
func (f *flow) findLeftOut(c *Claim) bool {
	for i, g := range f.gaps {
		if i >= maxGaps {
			break
		}
		if g.term != c.formula.term || g.claim.Verdict != Given {
			continue
		}
		name, rest, ok := f.unknownFactor(g.formula.e)
		if !ok {
			continue
		}
		x, ok := f.scalar(g.formula.inner(rest), shown, f.log10())
		if !ok || f.c.Abs(x).Compare(f.c.Abs(g.claim.number.value)) != number.Equal {
			continue
		}
		value := f.onlyFactor(c, g)
		if value == nil {
			continue
		}
		f.bind(name, formula.Scalar, []*Claim{value}, nil)
		if f.judge(g.claim, []part{g.formula}); g.claim.Verdict != Wrong {
			continue
		}
		f.guess(g.claim)
		g.claim.Cause = "the factor " + value.number.text + " is left out"
		f.excuse(c, "it is right with that factor")
		return true
	}
	return false
}

// maxGaps bounds how many are looked into.
const maxGaps = 8

// unknownFactor parts a product into the one factor that is a name without value, and all others.
func (f *flow) unknownFactor(e formula.Expr) (name string, rest formula.Expr, ok bool) {
	for _, x := range factors(e, true, nil) {
		if s, isSymbol := isName(x); isSymbol {
			if _, known := f.symbolValue(s, shown); !known {
				if name != "" {
					return "", nil, false
				}
				name = s
				continue
			}
		}
		if rest == nil {
			rest = x
		} else {
			rest = formula.Binary{Op: formula.Mul, X: rest, Y: x}
		}
	}
	return name, rest, name != "" && rest != nil
}

// onlyFactor is the one number of the article by which a number must be multiplied for the result to be right.
func (f *flow) onlyFactor(c *Claim, g gap) *Claim {
	l := g.term.literals[g.place]
	kept := l.value
	defer func() { l.value = kept }()
	var found *Claim
	for _, given := range f.numbersInText() {
		if l.value = f.c.Mul(kept, given.number.value); !f.gives(c, c.formula.e) {
			continue
		}
		if found != nil {
			return nil
		}
		found = given
	}
	return found
}
