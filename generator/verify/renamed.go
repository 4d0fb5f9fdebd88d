package verify

import (
	"strings"

	"longhand/generator/formula"
)

// renamed judges the value of z_new by the formula of z, where the names in it have new values too.
func (f *flow) renamed(name string, x *term, claims []*Claim, shape formula.Shape) bool {
	for _, suffix := range []string{"_new", "_neu", "_nuevo", "^new", "'", "^+"} {
		base, ok := strings.CutSuffix(name, suffix)
		if !ok || base == "" {
			continue
		}
		q := f.quantities[base]
		if q == nil || q.formula == nil {
			return false
		}
		changed := false
		rename := func(e formula.Expr) formula.Expr {
			return formula.Substitute(e, func(s string) (formula.Expr, bool) {
				if n := f.quantities[s+suffix]; n != nil && n.claims != nil {
					changed = true
					return formula.Symbol{Name: s + suffix}, true
				}
				return nil, false
			})
		}
		t := *q.formula
		t.lifted = rename(q.formula.lifted)
		if !changed {
			return false
		}
		v, _, err := f.value(whole(&t), shown, f.log10())
		if err != nil || len(v.Items) != len(claims) {
			return false
		}
		// Where one entry fits the formula is the right one, and another entry that does not fit is wrong.
		trials := make([]Claim, len(claims))
		fitting := 0
		for i, c := range claims {
			trials[i] = *c
			f.judge(&trials[i], []part{{term: &t, e: t.lifted, entry: i}})
			if trials[i].Verdict != Wrong && trials[i].Verdict != Unjudged {
				fitting++
			}
		}
		for i, c := range claims {
			if fitting > 0 && trials[i].Verdict != Unjudged {
				*c = trials[i]
			}
		}
		return true
	}
	return false
}
