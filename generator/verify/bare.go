package verify

import (
	"strings"

	"longhand/generator/formula"
)

// rooted judges the value of s just behind that of s² as its root.
func (f *flow) rooted(ch *chain, x *term, claims []*Claim) bool {
	if len(claims) != 1 {
		return false
	}
	for _, name := range ch.names {
		square := name + "^2"
		if q := f.quantities[square]; q == nil || len(q.claims) != 1 || f.at-q.passage > maxGap {
			continue
		}
		t := *x
		t.lifted = formula.Call{Func: "sqrt", Args: []formula.Expr{formula.Symbol{Name: square}}}
		t.symbols = []string{square}
		return f.suppose(claims, &t)
	}
	return false
}

// bareNames judges a value by the formula of its name where other names in that stand for the nearest ones with a word below them, M for
// M_{Earth}. That is only meant where it gives the value.
func (f *flow) bareNames(ch *chain, claims []*Claim) bool {
	if len(claims) != 1 || claims[0].number.digits < 2 {
		return false
	}
	for _, r := range f.references(ch) {
		changed := false
		t := *r
		t.lifted = formula.Substitute(t.lifted, func(name string) (formula.Expr, bool) {
			if f.quantities[name] != nil {
				return nil, false
			}
			near := f.nearestWith(name)
			changed = changed || near != ""
			return formula.Symbol{Name: near}, near != ""
		})
		if !changed {
			continue
		}
		t.symbols = keys(t.lifted)
		trial := *claims[0]
		if f.judge(&trial, []part{whole(&t)}); trial.Verdict != Wrong && trial.Verdict != Unjudged {
			*claims[0] = trial
			return true
		}
	}
	return false
}

// nearestWith is the name given a value last that is a name with a word below it; "" where there is none.
func (f *flow) nearestWith(name string) string {
	for i := len(f.bindings) - 1; i >= max(0, len(f.bindings)-maxBack); i-- {
		word, ok := strings.CutPrefix(f.bindings[i], name+"_")
		if q := f.quantities[f.bindings[i]]; ok && strings.Trim(word, "0123456789,") != "" && q != nil && len(q.claims) == 1 && !q.elsewhere {
			return f.bindings[i]
		}
	}
	return ""
}

// maxBack bounds how many values back a name is looked for.
const maxBack = 100
