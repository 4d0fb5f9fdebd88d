package exercise

import (
	"errors"

	"github.com/shopspring/decimal"

	"longhand/generator/exercise/work"
	"longhand/generator/number"
	"longhand/generator/trace"
)

// slack is how far rounding to a number of places may move a number: half a unit of the last place, or a whole one
// where the problem's rounding goes in one direction.
func (v *Variant) slack(places int) number.Real {
	unit := pow10(-places)
	if m := v.Problem.Display.Rounding; m == number.HalfUp || m == number.HalfEven {
		unit.Quo(unit, pow10(0).SetInt64(2))
	}
	return number.FromRat(unit)
}

// rounding is what happens to results that are gone on with, and to pieces of work: printed digits are gone on with, or some
// more places are kept.
func (v *Variant) rounding() work.Rounding {
	places := v.Problem.Display.Places
	if !v.rounded() {
		places += GuardPlaces
	}
	return work.Rounding{Places: places, Slack: v.slack(places), Printed: v.rounded()}
}

// spreads encloses, for every quantity, all values that a student who follows the rule may go on with: every piece of
// work and every result may be rounded as the rule permits.
func (v *Variant) spreads(c *number.Context) (map[string]trace.Value, error) {
	all := map[string]trace.Value{}
	for _, s := range v.trace.Steps {
		if s.IsGiven() {
			all[s.Name] = s.Value
		}
	}
	lookup := func(name string) (trace.Value, bool) { x, ok := all[name]; return x, ok }
	r := v.rounding()
	for _, s := range v.Exercise.plan.steps {
		items := make([]number.Real, len(s.entries))
		for i, p := range s.entries {
			x, err := p.Rounded(c, r, lookup, nil)
			if err != nil {
				return nil, err
			}
			items[i] = x
		}
		all[s.name] = trace.Value{Shape: s.shape, Items: items}
	}
	return all, nil
}

// tolerance is how far an answer that follows the rule may be from the key: every result before and every piece of work
// may be off by what rounding permits, and so may the answer itself. It is rounded up to two digits.
func (v *Variant) tolerance(c *number.Context, b *blank, key Shown, spread map[string]trace.Value) (decimal.Decimal, error) {
	x, err := b.piece.Spread(c, v.rounding(), func(name string) (trace.Value, bool) { s, ok := spread[name]; return s, ok }, nil)
	if err != nil {
		return decimal.Decimal{}, err
	}
	lo, hi := x.Enclosure()
	own, _ := v.slack(v.Problem.Display.Places).Decimal() // a power of ten, or half of one
	off := decimal.Max(hi.Sub(key.Value), key.Value.Sub(lo)).Add(own)
	t, err := number.FromDecimal(off).Digits(2, number.Ceiling)
	var undecided *number.UndecidedError
	if errors.As(err, &undecided) {
		return decimal.Decimal{}, nil // no rounding is possible, as with places of which none is needed
	}
	return t, err
}

// reach encloses all numbers that somebody who follows the rule may write down for a formula, from enclosures of what it
// uses.
func (v *Variant) reach(c *number.Context, p *work.Piece, lookup work.Lookup, known work.Known) (number.Real, error) {
	x, err := p.Spread(c, v.rounding(), lookup, known)
	if err != nil {
		return x, err
	}
	return work.Widen(c, x, v.slack(v.Problem.Display.Places)), nil
}
