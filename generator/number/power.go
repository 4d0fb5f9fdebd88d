package number

import (
	"fmt"
	"math/big"
)

// intRoot is the q-th root of n > 0 when it is an integer: Newton from above (Cohen, "A Course in Computational Algebraic Number
// Theory", 1.7.1), then a check.
func intRoot(n *big.Int, q int) (*big.Int, bool) {
	if q == 2 {
		if n.IsUint64() {
			r := isqrt64(n.Uint64())
			return new(big.Int).SetUint64(r), r*r == n.Uint64()
		}
		r := new(big.Int).Sqrt(n)
		return r, new(big.Int).Mul(r, r).Cmp(n) == 0
	}
	r := new(big.Int).Lsh(big.NewInt(1), uint(n.BitLen()/q+1))
	e, t := big.NewInt(int64(q-1)), new(big.Int)
	for {
		t.Exp(r, e, nil)
		t.Quo(n, t)
		t.Add(t, new(big.Int).Mul(r, e))
		t.Quo(t, big.NewInt(int64(q)))
		if t.Cmp(r) >= 0 {
			break
		}
		r.Set(t)
	}
	return r, t.Exp(r, big.NewInt(int64(q)), nil).Cmp(n) == 0
}

// maxPower bounds the exponent of PowInt.
const maxPower = 1 << 40

// PowInt gives xⁿ; x⁰ is exactly 1, and powers of rationals are exact within the size limit. 0 to a negative power is a
// *DomainError, a power beyond 2^(2^22) a *LimitError.
func (c *Context) PowInt(x Real, n int) (Real, error) {
	if n == 0 || x == one {
		return one, nil
	}
	if n < -maxPower {
		return Real{}, &LimitError{fmt.Sprintf("the exponent %d", n), fmt.Sprintf("at least %d", -maxPower)}
	}
	if n < 0 {
		y, err := c.PowInt(x, -n)
		if err != nil {
			return Real{}, err
		}
		return c.Div(one, y)
	}
	if x.isZero() {
		return x, nil
	}
	if x == small(-1, 1) {
		return FromInt(int64(1 - 2*(n&1))), nil
	}
	if n > maxPower {
		return Real{}, &LimitError{fmt.Sprintf("the exponent %d", n), fmt.Sprintf("at most %d", maxPower)}
	}
	if x.ball == nil && x.size() < 1<<30 && (n <= 64 || x.size()*n <= 2*c.exactBits()) {
		r := x.exact()
		if (r.Num().BitLen()+r.Denom().BitLen())*n <= c.exactBits()+n {
			e := big.NewInt(int64(n))
			return fromRat(new(big.Rat).SetFrac(new(big.Int).Exp(r.Num(), e, nil), new(big.Int).Exp(r.Denom(), e, nil))), nil
		}
	}
	// |log2 x^n| must stay in range; each squaring doubles the relative error, so log2 n more bits
	w := c.at(c.words + 1)
	b := w.of(x)
	if top := enclosureTop(b); top > 1 && top-1 > maxBits/n {
		return Real{}, &LimitError{fmt.Sprintf("the power (%s)^%d", x, n), "numbers go up to 2^" + itoa(maxBits)}
	}
	y := b
	for i := bitLen(n) - 2; i >= 0; i-- {
		y = w.square(y)
		if n>>i&1 == 1 {
			y = w.mulBalls(y, b)
		}
	}
	return enclosure(c.trim(y)), nil
}

// square keeps the sign: a square is not negative.
func (c *Context) square(x *ball) *ball { return c.mulBalls(x, x) }

func bitLen(n int) int { return big.NewInt(int64(n)).BitLen() }

// enclosureTop is an exponent t with |v| < 2^t for all points v.
func enclosureTop(b *ball) int {
	u := b.upper().add(b.rad)
	return u.e + 32
}

// Pow gives x^y. For an integer y it is PowInt. Rational roots of rational powers are exact: (4/9)^(3/2) = 8/27. Else x must be
// positive, or exact 0 with y > 0: x^y = e^(y log x). x < 0 with a y that is not an integer is a *DomainError.
func (c *Context) Pow(x, y Real) (Real, error) {
	if y.isSmall() && y.den == 0 && magnitude(y.num) <= maxPower {
		return c.PowInt(x, int(y.num))
	}
	if x.isZero() {
		switch sign, decided := y.Sign(); {
		case !decided:
			return Real{}, undecided("whether a power of 0 exists: the exponent", y)
		case sign < 0:
			return Real{}, &DomainError{"a negative power", "0", "a base other than 0"}
		}
		return x, nil
	}
	if err := positive("a power with an exponent that is not an integer", x); err != nil {
		return Real{}, err
	}
	if x.ball == nil && y.isSmall() && y.den < 64 && magnitude(y.num) < 1<<20 {
		if r, ok := exactRoot(x.exact(), int(y.den+1)); ok {
			return c.PowInt(c.keep(r), int(y.num))
		}
	}
	w := c.at(c.words + 1)
	l, err := w.Log(x)
	if err != nil {
		return Real{}, err
	}
	z, err := w.Exp(w.Mul(y, l))
	if err != nil || z.ball == nil {
		return z, err
	}
	return enclosure(c.trim(z.ball)), nil
}
