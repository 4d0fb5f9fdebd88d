package number

import (
	"math"
	"math/big"
	"math/bits"
)

// exactBits is the size up to which sums and products of rationals stay exact: numerator and denominator together have
// at most this many bits. It leaves room for products of some long decimals, and keeps iterated maps from doubling for ever.
func (c *Context) exactBits() int { return 1<<14 + 8*int(c.bits) }

// keep gives the rational r, or its enclosure when it has become too large.
func (c *Context) keep(r *big.Rat) Real {
	if r.Num().BitLen()+r.Denom().BitLen() > c.exactBits() {
		return enclosure(c.fraction(r.Num(), r.Denom()))
	}
	return fromRat(r)
}

// tooLarge says that exact arithmetic on these would exceed the limit by far, so that it is not worth starting.
func (c *Context) tooLarge(x, y Real) bool { return x.size()+y.size() > 4*c.exactBits() }

func (x Real) size() int {
	if x.rat == nil {
		return bits.Len64(magnitude(x.num)) + bits.Len64(x.den+1)
	}
	return x.rat.Num().BitLen() + x.rat.Denom().BitLen()
}

// Add gives x+y: exact for exact x and y within the size limit; else an enclosure whose radius is the sum of the radii
// plus at most one unit of the last word.
func (c *Context) Add(x, y Real) Real { return c.sum(x, y, false) }

// Sub gives x−y, as Add does.
func (c *Context) Sub(x, y Real) Real { return c.sum(x, y, true) }

func (c *Context) sum(x, y Real, sub bool) Real {
	switch {
	case y.isZero():
		return x
	case x.isZero() && !sub:
		return y
	case x.isSmall() && y.isSmall():
		if z, ok := smallSum(x, y, sub); ok {
			return z
		}
	}
	if x.ball == nil && y.ball == nil && !c.tooLarge(x, y) {
		z := new(big.Rat)
		if sub {
			return c.keep(z.Sub(x.exact(), y.exact()))
		}
		return c.keep(z.Add(x.exact(), y.exact()))
	}
	return enclosure(c.addBalls(c.operand(x, 0), c.operand(y, 1), sub))
}

// smallSum is x±y when nothing overflows 63 bits on the way.
func smallSum(x, y Real, sub bool) (Real, bool) {
	yn := y.num
	if sub {
		yn = -yn
	}
	if x.den == y.den {
		n := x.num + yn
		if (n > x.num) != (yn > 0) || n == math.MinInt64 {
			return Real{}, false
		}
		return reduced(n, x.den+1), true
	}
	a, ok1 := mulSigned(x.num, y.den+1)
	b, ok2 := mulSigned(yn, x.den+1)
	hi, d := bits.Mul64(x.den+1, y.den+1)
	n := a + b
	if !ok1 || !ok2 || hi != 0 || d > math.MaxInt64 || (n > a) != (b > 0) || n == math.MinInt64 {
		return Real{}, false
	}
	return reduced(n, d), true
}

// mulSigned is n·d when it fits below 2^63 in magnitude.
func mulSigned(n int64, d uint64) (int64, bool) {
	hi, lo := bits.Mul64(magnitude(n), d)
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if n < 0 {
		return -int64(lo), true
	}
	return int64(lo), true
}

// Neg gives −x, exactly.
func (c *Context) Neg(x Real) Real {
	switch {
	case x.ball != nil:
		b := c.newBall()
		*b = *x.ball
		b.neg = len(b.m) > 0 && !b.neg
		return enclosure(b)
	case x.rat != nil:
		return Real{rat: new(big.Rat).Neg(x.rat)}
	}
	x.num = -x.num
	return x
}

// Abs gives |x|: of an enclosure that holds 0, an enclosure that reaches from 0 to the farther end.
func (c *Context) Abs(x Real) Real {
	if x.ball == nil {
		if x.num < 0 || x.rat != nil && x.rat.Sign() < 0 {
			return c.Neg(x)
		}
		return x
	}
	switch sign, decided := x.Sign(); {
	case decided && sign >= 0:
		return x
	case decided:
		return c.Neg(x)
	}
	far := c.end(x.ball, 1)
	if lo := c.end(c.Neg(x).ball, 1); c.cmp(lo, far) > 0 {
		far = lo
	}
	return enclosure(c.hull(c.zeroBall(), far))
}

// Mul gives x·y: exact for exact x and y within the size limit, and exact 0 when either is exact 0; else an enclosure
// with radius |mx|·ry + |my|·rx + rx·ry plus at most one unit of the last word.
func (c *Context) Mul(x, y Real) Real {
	if x.isZero() || y.isZero() {
		return Real{}
	}
	if x == one {
		return y
	}
	if y == one {
		return x
	}
	if x.isSmall() && y.isSmall() {
		// cross out first: the product of reduced fractions is then reduced
		xn, xd, yn, yd := x.num, x.den+1, y.num, y.den+1
		if g := gcd(magnitude(xn), yd); g > 1 {
			xn, yd = xn/int64(g), yd/g
		}
		if g := gcd(magnitude(yn), xd); g > 1 {
			yn, xd = yn/int64(g), xd/g
		}
		n, ok := mulSigned(xn, magnitude(yn))
		if hi, d := bits.Mul64(xd, yd); ok && hi == 0 && d <= math.MaxInt64 {
			if yn < 0 {
				n = -n
			}
			return small(n, d)
		}
	}
	if x.ball == nil && y.ball == nil && !c.tooLarge(x, y) {
		return c.keep(new(big.Rat).Mul(x.exact(), y.exact()))
	}
	if x.ball == nil {
		x, y = y, x
	}
	if y.isSmall() && x.ball != nil && c.short(x.ball) {
		return enclosure(c.mulFraction(x.ball, magnitude(y.num), y.den+1, y.num < 0))
	}
	return enclosure(c.mulBalls(c.of(x), c.of(y)))
}

// Div gives x/y: exact for exact x and y within the size limit, and exact 0 for exact 0 over a nonzero y. y = 0 exactly is a
// *DomainError, an enclosure y that holds 0 an *UndecidedError.
// The radius is (rx + |mx/my|·ry)/d plus at most two units of the last word, where d is the least |y|.
func (c *Context) Div(x, y Real) (Real, error) {
	if y.isZero() {
		return Real{}, &DomainError{"the quotient", x.String() + " / 0", "a divisor other than 0"}
	}
	if y.ball == nil && x.ball == nil && !c.tooLarge(x, y) {
		return c.Mul(x, y.inverse()), nil
	}
	if y.isSmall() && x.ball != nil && c.short(x.ball) {
		return enclosure(c.mulFraction(x.ball, y.den+1, magnitude(y.num), y.num < 0)), nil
	}
	b := c.of(y)
	d := b.distance()
	if d.isZero() {
		return Real{}, undecided("whether the divisor is 0", y)
	}
	if x.isZero() {
		return Real{}, nil
	}
	return enclosure(c.quoBalls(c.of(x), b, d)), nil
}

// inverse is 1/x of an exact x that is not 0.
func (x Real) inverse() Real {
	if x.rat != nil {
		return fromRat(new(big.Rat).Inv(x.rat))
	}
	if x.num < 0 {
		return small(-int64(x.den+1), magnitude(x.num))
	}
	return small(int64(x.den+1), uint64(x.num))
}

// Max gives the larger of x and y; where that is undecided, the smallest enclosure of both candidates: [max of the lower
// ends, max of the upper ends].
func (c *Context) Max(x, y Real) Real { return c.choose(x, y, 1) }

// Min gives the smaller of x and y, as Max does.
func (c *Context) Min(x, y Real) Real { return c.choose(x, y, -1) }

func (c *Context) choose(x, y Real, sign int) Real {
	switch order := x.Compare(y); {
	case order == Equal || order == Greater && sign > 0 || order == Less && sign < 0:
		return x
	case order != Undecided:
		return y
	}
	a, b := c.of(x), c.of(y)
	lo, hi := c.end(a, -1), c.end(a, 1)
	if p := c.end(b, -1); c.cmp(p, lo)*sign > 0 {
		lo = p
	}
	if p := c.end(b, 1); c.cmp(p, hi)*sign > 0 {
		hi = p
	}
	return enclosure(c.hull(lo, hi))
}

// Sum gives the sum of xs, from left to right; the empty sum is 0.
func (c *Context) Sum(xs []Real) Real {
	var s Real
	for _, x := range xs {
		s = c.Add(s, x)
	}
	return s
}
