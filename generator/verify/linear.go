package verify

import (
	"strings"

	"longhand/generator/formula"
)

// coefficients judges the numbers of a line that is left as a formula, ŷ = 3.37 x + 0.18, as results that stand again: each
// decimal of a sum of numbers and of multiples of names that have no value.
func (f *flow) coefficients(ch *chain) {
	n := len(ch.terms)
	if n < 2 || ch.values != nil || len(ch.names) == 0 {
		return
	}
	t := ch.terms[n-1]
	if t == nil || len(t.symbols) == 0 {
		return
	}
	if _, _, err := f.value(whole(t), shown, false); err == nil {
		return
	}
	type coefficient struct {
		place    int
		negative bool
	}
	var found []coefficient
	for _, a := range addends(t.lifted, false, nil) {
		var numbers int
		for _, e := range factors(a.e, false, nil) {
			if i, negative, ok := signed(e); ok {
				numbers++
				found = append(found, coefficient{i, negative != a.negative})
			} else if _, ok := isName(e); !ok {
				if b, power := e.(formula.Binary); !power || b.Op != formula.Pow {
					return
				}
			}
		}
		if numbers > 1 {
			return
		}
	}
	for _, c := range found {
		if l := t.literals[c.place]; l.digits >= 2 && strings.Contains(l.text, ".") && !f.judgedAt(l.start, l.end) {
			f.bare(t, c.place, c.negative)
		}
	}
}
