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
	mid, rad := x.ball.rat(), x.ball.rad.rat()
	return new(big.Rat).Sub(mid, rad), new(big.Rat).Add(mid, rad)
}

// rat is the midpoint.
func (x *ball) rat() *big.Rat {
	m := new(big.Int).Set(x.view(new(big.Int)))
	return dyadic(m, x.e*wordBits)
}

func (a mag) rat() *big.Rat { return dyadic(new(big.Int).SetUint64(a.m), a.e) }

// dyadic is m·2^e; it takes m over.
func dyadic(m *big.Int, e int) *big.Rat {
	if e >= 0 {
		return new(big.Rat).SetInt(m.Lsh(m, uint(e)))
	}
	return new(big.Rat).SetFrac(m, new(big.Int).Lsh(big.NewInt(1), uint(-e)))
}
