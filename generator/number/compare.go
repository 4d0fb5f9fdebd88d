package number

import "math/big"

// Order is the outcome of a comparison.
type Order uint8

// A comparison of enclosures that overlap is Undecided, unless both are the same point.
const (
	Undecided Order = iota
	Less
	Equal
	Greater
)

func (o Order) String() string {
	return [...]string{"undecided", "less", "equal", "greater"}[o]
}

// Sign gives −1, 0 or 1 and true, or 0 and false when the enclosure holds 0 and other numbers.
func (x Real) Sign() (sign int, decided bool) {
	if x.ball == nil {
		if x.rat != nil {
			return x.rat.Sign(), true
		}
		return sign64(x.num), true
	}
	if b := x.ball; b.rad.isZero() || !b.holdsZero() {
		return b.sign(), true
	}
	return 0, false
}

func sign64(n int64) int {
	switch {
	case n > 0:
		return 1
	case n < 0:
		return -1
	}
	return 0
}

// Compare tells how x and y are ordered, when their enclosures prove it.
func (x Real) Compare(y Real) Order {
	if x.ball == nil && y.ball == nil {
		if x.isSmall() && y.isSmall() && x.den == y.den {
			return order(sign64Diff(x.num, y.num))
		}
		return order(x.exact().Cmp(y.exact()))
	}
	// by the difference, in enclosures; what that leaves open may still be settled by the exact ends
	c := Context{words: max(x.length(), y.length()) + 2}
	a, b := c.of(x), c.of(y)
	if d := c.addBalls(a, b, true); !d.holdsZero() {
		return order(d.sign())
	}
	if min(a.top(), b.top()) < -exactEndBits {
		return Undecided
	}
	xlo, xhi := x.ends()
	ylo, yhi := y.ends()
	switch {
	case xhi.Cmp(ylo) < 0:
		return Less
	case xlo.Cmp(yhi) > 0:
		return Greater
	case xlo.Cmp(xhi) == 0 && ylo.Cmp(yhi) == 0:
		return Equal
	}
	return Undecided
}

// exactEndBits is how far from 1 numbers may be for a comparison to be worth exact rationals.
const exactEndBits = 1 << 16

// length is the number of words of a midpoint, or of a large rational's numerator.
func (x Real) length() int {
	switch {
	case x.ball != nil:
		return len(x.ball.m)
	case x.rat != nil:
		return min(len(x.rat.Num().Bits()), 1<<12)
	}
	return 1
}

func sign64Diff(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func order(cmp int) Order { return Order(2 + cmp) }

// Contains says whether r lies in the enclosure of x, or is x.
func (x Real) Contains(r *big.Rat) bool {
	lo, hi := x.ends()
	return lo.Cmp(r) <= 0 && r.Cmp(hi) <= 0
}

// ends gives the ends of the enclosure as rationals, not to be changed; for an exact number both are the number.
func (x Real) ends() (lo, hi *big.Rat) {
	if x.ball == nil {
		r := x.exact()
		return r, r
	}
	mid := new(big.Int).Set(x.ball.view(new(big.Int)))
	rad := new(big.Int).SetUint64(x.ball.rad.m)
	e := x.ball.e * wordBits
	if rad.Sign() != 0 {
		if d := e - x.ball.rad.e; d >= 0 || mid.Sign() == 0 {
			mid.Lsh(mid, uint(max(d, 0)))
			e = x.ball.rad.e
		} else {
			rad.Lsh(rad, uint(-d))
		}
	}
	return dyadic(new(big.Int).Sub(mid, rad), e), dyadic(new(big.Int).Add(mid, rad), e)
}

// rat is the midpoint.
func (x *ball) rat() *big.Rat {
	m := new(big.Int).Set(x.view(new(big.Int)))
	return dyadic(m, x.e*wordBits)
}

func (a mag) rat() *big.Rat { return dyadic(new(big.Int).SetUint64(a.m), a.e) }

// dyadic is m·2^e; it takes m over. The fraction is reduced by a shift, without the greatest common divisor that math/big would compute.
func dyadic(m *big.Int, e int) *big.Rat {
	if e < 0 {
		s := min(int(m.TrailingZeroBits()), -e)
		m.Rsh(m, uint(s))
		e += s
	}
	if e >= 0 || m.Sign() == 0 {
		return new(big.Rat).SetInt(m.Lsh(m, uint(max(e, 0))))
	}
	r := big.NewRat(1, 2)
	r.Num().Set(m)
	r.Denom().Lsh(oneInt, uint(-e))
	return r
}
