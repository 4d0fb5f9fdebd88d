package verify

import (
	"math/big"

	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/tex"
)

// A number with a unit is computed with in the coherent unit of its dimension: 36 km/h is 10 and 2 kW · 3 h is 21.6 million.
// Its result is compared in the unit that is printed behind it. Articles also write units that they do not compute with,
// 100 W · 5 = 500 Wh; so where that does not give what is printed, all numbers are taken as they stand.

// inUnits is a number in the coherent unit of its dimension.
func (f *flow) inUnits(x number.Real, u tex.Unit) number.Real {
	if f.unitless || !u.Known() {
		return x
	}
	return f.c.Mul(x, number.FromRat(u.Scale))
}

// per are formulas as their values are counted in a unit of the given size.
func per(refs []part, size *big.Rat) []part {
	out := make([]part, len(refs))
	for i, r := range refs {
		out[i] = r
		out[i].per = size
	}
	return out
}

// judgeUnits judges a claim by what it is said to equal, in the readings that its units and those of the formulas allow.
func (f *flow) judgeUnits(c *Claim, refs []part) outcome {
	first := f.judgeReading(c, per(refs, c.unit.Scale))
	best, counted := first, f.hasUnits(refs)
	try := func(bare bool, size *big.Rat) {
		if best.verdict != Wrong && best.verdict != Unjudged {
			return
		}
		f.unitless = bare
		other := f.judgeReading(c, per(refs, size))
		f.unitless = false
		if other.rank() < best.rank() || other.verdict == Wrong && best.verdict == Wrong && (bare && !counted || f.closer(c, other, best)) {
			best = other
		}
	}
	if size := tex.CommonYear(c.unit); size != nil {
		try(false, size)
	}
	before, ok := f.valueBefore(first)
	if ok {
		if other, ok := f.temperature(c, first.formula); ok {
			return other
		}
		if other, ok := f.angle(c, first.formula); ok {
			return other
		}
	}
	if ok && c.unit.Convertible(before.unit) && c.unit.Scale.Cmp(before.unit.Scale) != 0 {
		if first.verdict == Unjudged && first.local.known { // of the same dimension they must agree
			first.verdict = f.verdict(c.number, first.formula, first.local.Real, first.global, false)
			first.reason = ""
		}
		return first
	}
	if c.unit.Known() || counted {
		try(true, nil)
	}
	if c.unit.Name == "%" && f.holdsHundred(refs) { // 3/40 · 100 = 7.5 %
		try(true, big.NewRat(100, 1))
	}
	return best
}

// valueBefore is the number that a claim was compared with, where it was no computation.
func (f *flow) valueBefore(o outcome) (*literal, bool) {
	if o.formula.term == nil || o.formula.entry >= 0 {
		return nil, false
	}
	i, _, ok := signed(o.formula.e)
	if !ok {
		return nil, false
	}
	return o.formula.literals[i], true
}

// closer says whether one outcome comes closer to what is printed than another.
func (f *flow) closer(c *Claim, a, b outcome) bool {
	return a.local.known && b.local.known && c.number.distance(f.c, a.local.Real).Compare(c.number.distance(f.c, b.local.Real)) == number.Less
}

// hasUnits says whether a number in the formulas has a unit, or a name in them a value with one.
func (f *flow) hasUnits(refs []part) bool {
	found := false
	for _, r := range refs {
		f.walkPlaces(r, func(l *literal) { found = found || l.unit.Known() })
		for _, name := range partSymbols(r) {
			if q := f.quantities[name]; q != nil {
				for _, c := range q.claims {
					found = found || c.unit.Known()
				}
			}
		}
	}
	return found
}

func (f *flow) holdsHundred(refs []part) bool {
	found := false
	for _, r := range refs {
		f.walkPlaces(r, func(l *literal) { found = found || l.value.Compare(number.FromInt(100)) == number.Equal })
	}
	return found
}

// inUnitOf is an earlier claim as it would be printed in another unit of its dimension.
func (f *flow) inUnitOf(old *Claim, u tex.Unit) *Claim {
	if !old.unit.Convertible(u) || old.unit.Scale.Cmp(u.Scale) == 0 {
		return old
	}
	ratio := number.FromRat(new(big.Rat).Quo(old.unit.Scale, u.Scale))
	c := *old
	c.number.value = f.c.Mul(old.number.value, ratio)
	if old.global.known {
		c.global = known(f.c.Mul(old.global.Real, ratio))
	}
	c.Local = show(c.number.value, c.number.digits+6)
	c.unit, c.rooted = u, false
	if c.from = []*Claim{old}; old.misleads() {
		c.First = old
	}
	return &c
}

// isDuration says whether a formula is a mixed duration: 2 h 58 min 20 s.
func isDuration(e formula.Expr) (formula.Call, bool) {
	c, ok := e.(formula.Call)
	return c, ok && c.Func == tex.Duration
}

// durationClaims makes the claims of a mixed duration. What it is said to equal is rounded to its last unit and parted
// like it; each part is judged by its own.
func (f *flow) durationClaims(refs []*term, x *term, parts []formula.Expr, relation formula.Relation) []*Claim {
	claims := make([]*Claim, len(parts))
	for i, e := range parts {
		claims[i] = f.claim(x, e, relation)
		f.give(claims[i])
	}
	for _, r := range refs {
		total, ok := f.scalar(whole(r), shown, false)
		if !ok {
			continue
		}
		last := claims[len(claims)-1]
		inLast, err := f.c.Div(total, number.FromRat(last.unit.Scale))
		if err != nil {
			return claims
		}
		d, err := inLast.Places(max(0, last.number.places), number.HalfUp)
		if err != nil {
			return claims
		}
		verdict := Rounded
		if number.FromDecimal(d).Compare(inLast) == number.Equal {
			verdict = Exact
		}
		rest := new(big.Rat).Mul(d.Rat(), last.unit.Scale)
		for i, c := range claims {
			part := new(big.Rat).Quo(rest, c.unit.Scale)
			if i < len(claims)-1 {
				part.SetInt(new(big.Int).Quo(part.Num(), part.Denom()))
			}
			rest.Sub(rest, new(big.Rat).Mul(part, c.unit.Scale))
			value := number.FromRat(part)
			c.derived, c.formula = true, whole(r)
			c.from = f.sources(whole(r))
			c.Local, c.local = show(value, c.number.digits+6), known(value)
			if c.Verdict = Wrong; c.number.value.Compare(value) == number.Equal {
				c.Verdict = verdict
			}
		}
		return claims
	}
	return claims
}
