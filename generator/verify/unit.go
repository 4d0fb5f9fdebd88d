package verify

import (
	"math/big"

	"longhand/generator/formula"
	"longhand/generator/tex"
)

// conversions are the ratios that a result's unit may have to those of the numbers that it is computed from, where these do
// not say theirs: prefixes, and for times minutes, hours, days and years.
var conversions = func() map[string][]*big.Rat {
	var prefixes []*big.Rat
	for _, n := range []int64{100, 1000, 1e6, 1e9, 1e12} {
		prefixes = append(prefixes, big.NewRat(n, 1), big.NewRat(1, n))
	}
	times := prefixes
	units := []int64{1, 60, 3600, 86400, 604800, 31557600, 31536000}
	for i, a := range units {
		for _, b := range units[:i] {
			times = append(times, big.NewRat(a, b), big.NewRat(b, a))
		}
	}
	return map[string][]*big.Rat{"": prefixes, "S^11": times}
}()

// converted looks again at a number that is wrong as it stands and has a unit: 3039 s ≈ 50.6 min is right. Where the number
// that it is said to equal has a unit of the same dimension the ratio is known; else the usual ratios are tried.
func (f *flow) converted(c *Claim, refs []part, best outcome) outcome {
	dimension, scale, ok := tex.Scale(c.unit)
	if c.unit == "" && best.local.known && f.hasUnit(best.formula) { // 2 · 3.5 g = 7, in the unit that the numbers have
		dimension, scale, ok = "", unchanged, true
	}
	if !ok || !best.local.known {
		return best
	}
	if other, ok := f.temperature(c, best.formula); ok {
		return other
	}
	if before := best.formula; before.entry < 0 {
		if i, _, isLiteral := signed(before.e); isLiteral {
			if d, s, ok := tex.Scale(before.literals[i].unit); ok && d == dimension {
				if ratio := new(big.Rat).Quo(s, scale); ratio.Cmp(unchanged) != 0 {
					return f.outcome(c, scaled(refs, ratio), false)
				}
				return best
			}
		}
	}
	ratios := []*big.Rat{new(big.Rat).Inv(scale)}
	if list, special := conversions[dimension]; special {
		ratios = append(ratios, list...)
	} else {
		ratios = append(ratios, conversions[""]...)
	}
	for _, ratio := range ratios {
		if ratio.Cmp(unchanged) == 0 {
			continue
		}
		if other := f.outcome(c, scaled(refs, ratio), false); other.rank() < ranks[Given] {
			return other
		}
	}
	return best
}

// hasUnit says whether a number of a part has a unit.
func (f *flow) hasUnit(p part) (found bool) {
	f.walkPlaces(p, func(l *literal) { found = found || l.unit != "" })
	return found
}

var unchanged = big.NewRat(1, 1)

// scaled are parts in another unit.
func scaled(refs []part, ratio *big.Rat) []part {
	out := make([]part, len(refs))
	by := formula.Binary{Op: formula.Div, X: formula.Number{Text: ratio.Num().String()}, Y: formula.Number{Text: ratio.Denom().String()}}
	for i, r := range refs {
		out[i] = r
		out[i].e = formula.Binary{Op: formula.Mul, X: r.e, Y: by}
	}
	return out
}
