package verify

import (
	"longhand/generator/formula"
	"longhand/generator/number"
)

// stated handles a value that a name is said to have without a computation beside it: a parameter, or a result that the
// article gave before.
func (f *flow) stated(ch *chain, x *term, entries []formula.Expr, shape formula.Shape, relation formula.Relation) []*Claim {
	claims := make([]*Claim, len(entries))
	for i, e := range entries {
		claims[i] = f.claim(x, e, relation)
	}
	for k := len(ch.names) - 1; k >= 0; k-- {
		if f.repeats(ch.names[k], x, claims, shape) {
			return claims
		}
	}
	for _, c := range claims { // equal numbers make no other name of it
		if len(ch.names) > 0 && c.Symbol == "" {
			c.Symbol = ch.names[len(ch.names)-1]
		}
	}
	if f.repeatsResults(claims, len(ch.names) > 0) || f.misprintedEntry(claims) || len(claims) == 1 && f.misprintedName(claims[0]) {
		return claims
	}
	for _, c := range claims {
		f.give(c)
	}
	for _, name := range ch.names {
		if f.renamed(name, x, claims, shape) || f.resuffixed(name, claims) {
			return claims
		}
	}
	if !f.rooted(ch, x, claims) && !f.ofSample(ch, claims) && !f.bareNames(ch, claims) {
		f.supposed(ch, x, claims)
	}
	return claims
}

// repeatsResults judges values that are all results computed before. Under a name of their own few digits agree by accident.
func (f *flow) repeatsResults(claims []*Claim, named bool) bool {
	old := make([]*Claim, len(claims))
	digits, long, wrong := 0, false, false
	for i, c := range claims {
		old[i] = f.sameResult(c)
		if old[i] == nil {
			return false
		}
		digits += c.number.digits
		long = long || c.number.digits >= 3
		wrong = wrong || old[i].misleads()
	}
	if !long || named && (digits < minSameDigits || wrong && digits < minFaultDigits) {
		return false
	}
	for i, c := range claims {
		f.repeat(c, old[i])
	}
	return true
}

// How many digits values must have together to be those of another name, and to be wrong where those are.
const (
	minSameDigits  = 4
	minFaultDigits = 5
)

// repeats compares a stated value with what the article gave the name before.
func (f *flow) repeats(name string, x *term, claims []*Claim, shape formula.Shape) bool {
	q := f.quantities[name]
	old := f.oldClaims(name, shape)
	if old == nil || q != nil && q.claims != nil && len(q.claims) != len(claims) {
		return false
	}
	old = append([]*Claim(nil), old...)
	for i, c := range claims {
		old[i] = f.inUnitOf(old[i], c.unit)
	}
	same := 0
	for i, c := range claims {
		if f.isRepeat(c, old[i]) {
			same++
		}
	}
	if same < len(claims) && q != nil { // a value that the name had before
		for k := len(q.past) - 1; k >= 0; k-- {
			if past := q.past[k]; sameNumbers(past, claims) {
				for i, c := range claims {
					f.repeat(c, past[i])
				}
				return true
			}
		}
	}
	if same < len(claims) && q != nil && q.elsewhere {
		return false
	}
	near := q == nil || f.at-q.passage <= 3
	wrong := same < len(claims) && old[0].derived && (near && x.passage.boxed || same*2 >= len(claims) && len(claims) > 1)
	if same < len(claims) && !wrong {
		// one slip of the pen in a long number is no new value, nor is one where the article goes on with the old number
		for i, c := range claims {
			if !f.isRepeat(c, old[i]) && (!f.misprintsNamed(c, old[i]) || c.number.digits < 5 && !f.standsAfter(old[i], c.End)) {
				return false
			}
		}
	}
	for i, c := range claims {
		f.repeat(c, old[i])
	}
	return true
}

// oldClaims are the claims that gave a name its value, entry by entry.
func (f *flow) oldClaims(name string, shape formula.Shape) []*Claim {
	n := shape.Size()
	if q := f.quantities[name]; q != nil && len(q.claims) == n {
		return q.claims
	}
	if n < 2 {
		return nil
	}
	var out []*Claim
	for i := range n {
		q := f.quantities[entryKey(name, i, shape)]
		if q == nil || len(q.claims) != 1 {
			return nil
		}
		out = append(out, q.claims[0])
	}
	return out
}

// isRepeat says whether a number says the same as an earlier one: it is the earlier one or its true value, rounded.
func (f *flow) isRepeat(c, old *Claim) bool {
	if f.corrects(c, old) {
		return true
	}
	return c.number.fits(old.number.value) != fitNone || old.global.known && c.number.possible(f.c, old.global.Real) && !old.misleads() ||
		c.number.places > old.number.places && old.number.digits >= 2 && old.number.possible(f.c, c.number.value)
}

// corrects says whether a number is what an earlier wrong one should have been.
func (f *flow) corrects(c, old *Claim) bool {
	if !old.misleads() || old.Local == "" || c.number.value.Compare(old.number.value) == number.Equal {
		return false
	}
	if old.global.known && c.number.fits(old.global.Real) >= fitRounded {
		return true
	}
	x, err := parsePrinted(trimSign(old.Local))
	return err == nil && c.number.fits(x.value) >= fitRounded
}

// repeat judges a number by the earlier one that it repeats.
func (f *flow) repeat(c, old *Claim) {
	c.Relation = "repeats"
	c.derived = old.derived
	c.from = append(c.from, old)
	if c.Symbol == "" {
		c.Symbol = old.Symbol
	}
	c.Local = old.Local
	if c.Local == "" {
		c.Local = old.number.text
	}
	c.global = old.global
	if old.global.known && old.Verdict != Unjudged {
		f.showExact(c, old.global.Real)
	}
	switch {
	case f.corrects(c, old):
		c.Verdict = Rounded
		c.from = nil
	case !f.isRepeat(c, old):
		c.Verdict = Wrong
		c.Cause = slip(old.number.text, c.number.text)
		c.Remark = "the article gave " + old.number.text + " before"
		c.Fix = old.Printed
	case old.misleads():
		c.Verdict = Wrong
		c.First = old
	case old.sound:
		c.Verdict, c.Local = HiddenDigits, old.number.text
		if c.number.value.Compare(old.number.value) != number.Equal {
			c.Verdict = Rounded
		}
	case old.Verdict == Given || old.Verdict == Unjudged:
		c.Verdict = Given
		if c.number.value.Compare(old.number.value) != number.Equal {
			c.Verdict = Rounded
		}
	default:
		c.Verdict = old.Verdict
		if c.number.value.Compare(old.number.value) != number.Equal && (c.Verdict == Exact || c.Verdict == HiddenDigits) {
			c.Verdict = Rounded
			if old.global.known && c.number.fits(old.global.Real) == fitTruncated && c.number.fits(old.number.value) == fitTruncated {
				c.Verdict = Truncated
			}
		}
	}
}
