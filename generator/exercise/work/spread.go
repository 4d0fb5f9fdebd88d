package work

import (
	"fmt"

	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/trace"
)

// Rounding is what a rule does to the numbers that are worked out.
type Rounding struct {
	Places  int         // those that are at least kept
	Slack   number.Real // how far rounding to them may move a number
	Printed bool        // quantities have no more places: somebody goes on with the printed digits
}

// fits says whether a number is known and needs no more places, so that no rounding moves it.
func (r Rounding) fits(x number.Real) bool {
	d, ok := x.Decimal()
	return ok && int(-d.Exponent()) <= r.Places
}

// Known gives what somebody has for a piece instead of its value; nil for nothing.
type Known = func(*Piece) (number.Real, bool)

// Spread encloses everything that can come out where each piece below p may be rounded. p itself is not. Pieces that are
// known are not worked out. An error of package number says that the enclosures have become too wide to go on with, as
// where a divisor may be 0.
func (p *Piece) Spread(c *number.Context, r Rounding, lookup Lookup, known Known) (number.Real, error) {
	x, _, err := p.spread(c, r, lookup, known)
	return x, err
}

// Rounded is Spread where p may be rounded, too.
func (p *Piece) Rounded(c *number.Context, r Rounding, lookup Lookup, known Known) (number.Real, error) {
	x, before, err := p.spread(c, r, lookup, known)
	if err != nil || r.fits(x) || r.Printed && p.keepsPlaces(c, r, lookup, before) {
		return x, err
	}
	return Widen(c, x, r.Slack), nil
}

// spread also gives the enclosures of the pieces below.
func (p *Piece) spread(c *number.Context, r Rounding, lookup Lookup, known Known) (number.Real, []number.Real, error) {
	before := make([]number.Real, len(p.Pieces))
	for i, q := range p.Pieces {
		if known != nil {
			if x, ok := known(q); ok {
				before[i] = x
				continue
			}
		}
		var err error
		if before[i], err = q.Rounded(c, r, lookup, known); err != nil {
			return number.Real{}, nil, err
		}
	}
	v, err := trace.Eval(c, p.own, func(name string) (trace.Value, bool) {
		if i, ok := isPlaceholder(name); ok {
			return trace.NumberValue(before[i]), true
		}
		return lookup(name)
	})
	if err != nil {
		return number.Real{}, nil, err
	}
	return v.Items[0], before, nil
}

// keepsPlaces says whether p has nothing to be rounded: it adds and subtracts numbers that have no more places than are kept.
// One piece that is not rounded, but worked out in one go with the sum, must still find room: of two pieces and more the room
// of one is enough for the sum.
func (p *Piece) keepsPlaces(c *number.Context, r Rounding, lookup Lookup, before []number.Real) bool {
	pieces := 0
	var keeps func(formula.Expr) bool
	keeps = func(e formula.Expr) bool {
		switch e := e.(type) {
		case formula.Unary:
			return e.Op == formula.Neg && keeps(e.X)
		case formula.Binary:
			return (e.Op == formula.Add || e.Op == formula.Sub) && keeps(e.X) && keeps(e.Y)
		case formula.Symbol:
			if i, ok := isPlaceholder(e.Name); ok {
				if !r.fits(before[i]) {
					pieces++
				}
				return true
			}
		}
		v, err := trace.Eval(c, e, lookup)
		if err != nil || len(v.Items) != 1 {
			return false
		}
		_, exact := v.Items[0].Rat()
		return !exact || r.fits(v.Items[0])
	}
	return keeps(p.own) && pieces != 1
}

func isPlaceholder(name string) (int, bool) {
	if name[0] != '#' {
		return 0, false
	}
	var i int
	_, err := fmt.Sscanf(name, "#%d", &i)
	return i, err == nil
}

// Widen encloses everything that is within slack of a point of x.
func Widen(c *number.Context, x, slack number.Real) number.Real {
	return c.Add(x, c.Between(c.Neg(slack), slack))
}
