package verify

import (
	"longhand/generator/number"
	"longhand/generator/trace"
)

// late looks again at values that nothing had computed when they came, now that all definitions are known. A value that
// does not fit is left alone: the definition may be meant for another. Only where a definition follows from the article's
// others, and comes near to a number of several digits, the number is wrong: unless more of the numbers than about a third that
// such definitions give do not fit, which says that these are not the article's. The learner is nil where there is none.
func (f *flow) late(l *learner) {
	f.computed = map[computed]trace.Value{}
	defer func() { f.computed = nil }()
	f.lateValues(false) // what is right is known before what is wrong
	before := make([]Claim, len(f.claims))
	for i, c := range f.claims {
		before[i] = *c
	}
	f.lateValues(true)
	fitting, slips := 0, 0
	if l != nil {
		fitting, slips = l.same, l.other
	}
	for _, c := range f.claims {
		if c.supplied && c.Verdict == Wrong {
			slips++
		} else if c.supplied {
			fitting++
		}
	}
	if f.doubted = 2*slips > fitting+1; f.doubted {
		for i, c := range f.claims {
			*c = before[i]
		}
	}
	f.rejudge()
}

// lateValues looks at all values until nothing changes: what is found to be computed may be what others are computed from.
func (f *flow) lateValues(slips bool) {
	for range maxLate {
		changed := false
		for _, name := range f.names() {
			changed = f.lateValue(f.quantities[name], slips) || changed
		}
		if !changed {
			return
		}
	}
}

// maxOnTheWay is how many units the last digit of a stated result may be off by what its author rounded on the way.
const maxOnTheWay = 2

// maxLate bounds how often all values are looked at again.
const maxLate = 4

// rejudge looks again at wrong numbers that were computed from a number which was found wrong itself since.
func (f *flow) rejudge() {
	for _, c := range f.claims {
		if c.Verdict != Wrong || c.First != nil || c.refs == nil {
			continue
		}
		for _, from := range c.from {
			if from.late && from.misleads() {
				trial := *c
				if f.judge(&trial, c.refs); trial.Verdict != Wrong && trial.Verdict != Unjudged {
					*c = trial
				}
				break
			}
		}
	}
}

// lateValue looks again at the values of a quantity; slips says whether one may be found wrong.
func (f *flow) lateValue(q *quantity, slips bool) (changed bool) {
	if q.formula == nil || q.claims == nil || q.last != nil && !isValue(q.last.lifted) {
		return false
	}
	certain := q.basis != "" && f.restsOnSettled(q.formula, map[string]bool{})
	slips = slips && certain
	for i, c := range q.claims {
		if c.Verdict != Given {
			continue
		}
		v, _, err := f.value(whole(q.formula), shown, f.log10())
		if err != nil || len(v.Items) != len(q.claims) {
			break
		}
		trial := *c
		f.certain = certain
		f.judge(&trial, []part{{term: q.formula, e: q.formula.lifted, entry: i}})
		f.certain = false
		if trial.Verdict == Wrong && slips && c.number.digits >= minToldDigits && c.number.distance(f.c, v.Items[i]).Compare(number.FromInt(maxOnTheWay)) != number.Greater {
			trial.Verdict = Carried
		}
		slipped := trial.Verdict == Wrong && slips && f.slipped(c, v.Items[i])
		if trial.Verdict != Unjudged && (trial.Verdict != Wrong || slipped) {
			if trial.Remark == "" {
				trial.Remark = q.basis
			}
			trial.late, trial.supplied = true, q.basis != ""
			*c, changed = trial, true
			clear(f.computed)
		}
	}
	return changed
}

// restsOnSettled says whether all that a formula is computed from has had one value, none that is wrong and none that may
// still be found to be; seen are the names known to be so.
func (f *flow) restsOnSettled(t *term, seen map[string]bool) bool {
	for _, name := range t.symbols {
		if seen[name] {
			continue
		}
		seen[name] = true
		q := f.quantities[name]
		switch {
		case q != nil && q.claims == nil && q.formula != nil:
			if !f.restsOnSettled(q.formula, seen) {
				return false
			}
		case !f.isSettled(name):
			return false
		case q != nil && (q.claims[0].misleads() || q.claims[0].Verdict == Given && f.isResult(q)):
			return false
		}
	}
	return true
}

// isResult says whether a quantity with a stated value is one that is computed from others.
func (f *flow) isResult(q *quantity) bool {
	return q.basis != "" || q.formula == nil && len(f.siblings(q.key)) > 0
}

// slipped says whether a number that is none may be meant for a value: it is near to it, or one slip of the pen away.
func (f *flow) slipped(c *Claim, x number.Real) bool {
	if c.number.digits < minToldDigits {
		return false
	}
	if f.nearly(c.number, x) {
		return true
	}
	return c.number.slippedFrom(x) != ""
}

// asPrinted widens values that the article does not print by what rounding them to as many places as it usually prints may do:
// its author may have gone on with the rounded ones.
func (f *flow) asPrinted(x trace.Value) trace.Value {
	half := printed{places: f.usualPlaces(), digits: 1}.half()
	y := trace.Value{Shape: x.Shape, Items: make([]number.Real, len(x.Items))}
	for i, a := range x.Items {
		y.Items[i] = f.c.Between(f.c.Sub(a, half), f.c.Add(a, half))
	}
	return y
}

// usualPlaces is how many decimals most results of the article have, the fewer where two are as usual.
func (f *flow) usualPlaces() int {
	if f.usual == nil {
		times := map[int]int{}
		usual := 0
		for _, c := range f.claims {
			if c.derived && c.number.places > 0 {
				times[c.number.places]++
			}
		}
		for places, n := range times {
			if n > times[usual] || n == times[usual] && places < usual {
				usual = places
			}
		}
		f.usual = &usual
	}
	return *f.usual
}
