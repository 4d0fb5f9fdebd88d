package number

import "math/big"

// Limits of arguments: beyond them the result leaves the range of 2^±2^22.
const expLimit = maxBits / 2 // |x| below it gives |log2 e^x| < 0.73·2^22

// Exp gives e^x. Exp(0) is exactly 1. A result beyond 2^(2^22) is a *LimitError; one below 2^-(2^22) is the enclosure [0, 2^-2^21].
// For x = m ± r with r <= 1/4 the radius is e^m(r + r²) plus a few units of the last word; a wider x is evaluated at both ends.
func (c *Context) Exp(x Real) (Real, error) {
	if x.isZero() {
		return one, nil
	}
	b := c.of(x)
	if b.tooBig(expLimit) {
		return Real{}, tooBigFor("e^x", x)
	}
	return enclosure(c.exp(b)), nil
}

// tooBig says that the ball reaches beyond limit.
func (x *ball) tooBig(limit int) bool {
	return !x.neg && (mag{1 << 31, -31}).mul(magOf(uint64(limit), 0)).less(x.upper().add(x.rad)) ||
		x.neg && magOf(uint64(limit), 0).less(x.rad)
}

// tooSmall says that the whole ball is below −limit.
func (x *ball) tooSmall(limit int) bool {
	return x.neg && magOf(uint64(limit), 0).less(x.distance())
}

func tooBigFor(f string, x Real) error {
	return &LimitError{f + " for x = " + x.String(), "numbers go up to 2^" + itoa(maxBits)}
}

// wide is the radius from which a function is evaluated at both ends instead of by its slope.
var wide = mag{1 << 31, -33}

// sloped widens y = f(m) to the values over m ± r, r <= 1, for a slope of f that grows by at most the factor e^d over a distance d:
// |f(m+d) − f(m)| <= slope·r·e^r <= slope(r + 2r²).
func (c *Context) sloped(y *ball, slope, r mag) *ball {
	if r.isZero() {
		return y
	}
	return c.widen(y, slope.mul(r.add(r.mul(r).shift(1))))
}

// exp is e^x for a ball that is not too big: e^(m+d) = e^m·e^d, and |e^d − 1| <= r + r² for |d| <= r <= 1.
func (c *Context) exp(x *ball) *ball {
	if x.tooSmall(expLimit) {
		return c.tiny(false)
	}
	if wide.less(x.rad) {
		return c.atEnds(x, (*Context).expPoint)
	}
	y := c.expPoint(x)
	if x.rad.isZero() {
		return y
	}
	return c.widen(y, y.upper().add(y.rad).mul(x.rad.add(x.rad.mul(x.rad))))
}

// tiny is an enclosure of what lies between 0 and ±2^-(maxBits/2).
func (c *Context) tiny(neg bool) *ball {
	b := c.shiftBall(c.wordBall(1, 0), -maxBits/2-1)
	b = c.widen(b, mag{1 << 31, -maxBits/2 - 32})
	b.neg = neg
	return b
}

// atEnds encloses a monotone function over a ball by its values at both ends.
func (c *Context) atEnds(x *ball, f func(*Context, *ball) *ball) *ball {
	if x.rad.isZero() {
		return f(c, x)
	}
	return c.hull(f(c, c.end(x, -1)), f(c, c.end(x, 1)))
}

// expPoint is e^m for the midpoint m of x.
func (c *Context) expPoint(x *ball) *ball {
	x = c.point(x)
	if x.tooSmall(expLimit) {
		return c.tiny(false)
	}
	if c.words <= smallWords {
		if y := c.expWords(x, c); y != nil {
			return y
		}
		return c.expTaylor(x)
	}
	return c.expBig(x)
}

// expTaylor is e^x for a point x.
//
// m = n·log 2 + t with |t| < 1; e^t is the square, r times over, of the Taylor sum at t/2^r; all in ball arithmetic with enough more words, so
// that only the cut series needs a bound of its own: for |u| <= 1/2 the terms from u^N/N! on sum up to at most 2|u|^N/N!.
func (c *Context) expTaylor(x *ball) *ball {
	w := c.at(c.words + 2)
	n, t := w.reduceBy(x, w.ln2())
	bits := w.words * wordBits
	r := 4 + isqrt(bits)/2
	return c.shiftBall(c.trim(w.expSquarings(t, r)), n)
}

// trim cuts a ball of another precision to this one's.
func (c *Context) trim(x *ball) *ball {
	if len(x.m) <= c.words {
		return x
	}
	return c.round(x.m, x.neg, x.e, x.rad)
}

func isqrt(n int) int {
	return int(new(big.Int).Sqrt(big.NewInt(int64(n))).Int64())
}

// reduceBy gives n and x − n·p, for a constant p in (1/2, 4), with the remainder at most about 0.6p in size. n is
// any integer near x/p: the remainder is enclosed whatever n is.
func (c *Context) reduceBy(x, p *ball) (int, *ball) {
	if x.top() < -1 {
		return 0, x
	}
	// x/p to a few bits past the point, in integers
	q := c.quoBalls(x, c.point(p), p.lower())
	h := c.shiftBall(c.wordBall(1, 0), -1)
	q = c.addBalls(q, h, q.neg)
	m := new(big.Int).Set(q.view(new(big.Int)))
	if s := q.e * wordBits; s >= 0 {
		m.Lsh(m, uint(s))
	} else {
		m.Quo(m, new(big.Int).Lsh(big.NewInt(1), uint(-s)))
	}
	if m.Sign() == 0 {
		return 0, x
	}
	// n·p needs as many more words as n has
	d := c.at(c.words + len(m.Bits()))
	n := int(m.Int64())
	return n, d.addBalls(x, d.mulBalls(d.ball(m, 0, mag{}), p), true)
}

// expSquarings is e^t = (e^(t/2^r))^(2^r) for |t| < 1.
func (c *Context) expSquarings(t *ball, r int) *ball {
	y := c.addBalls(c.wordBall(1, 0), c.expm1Series(c.shiftBall(t, -r)), false)
	for range r {
		y = c.mulBalls(y, y)
	}
	return y
}

// expm1Series is e^u − 1 for |u| <= 1/2.
func (c *Context) expm1Series(u *ball) *ball {
	if len(u.m) == 0 {
		return u
	}
	return c.expm1Sum(u, terms(-u.top(), c.words*wordBits, func(k int) int { return k + 1 }))
}

// expm1Sum is e^u − 1 by its first n terms, u(1 + u/2(1 + u/3(…))), for |u| <= 1/2. The terms left out, from u^(n+1)/(n+1)! on, sum up to
// at most twice the first of them.
func (c *Context) expm1Sum(u *ball, n int) *ball {
	y := c.wordBall(1, 0)
	for k := n; k >= 2; k-- {
		y = c.addBalls(c.wordBall(1, 0), c.quoWord(c.mulBalls(u, y), uint64(k)), false)
	}
	y = c.mulBalls(u, y)
	size := u.upper().add(u.rad)
	tail := size
	for k := 2; k <= n+1; k++ {
		tail = tail.mul(size).quo(magDown(uint64(k)))
	}
	return c.widen(y, tail.shift(1))
}

func magDown(n uint64) mag { return magOf(n, 0) } // exact below 2^32

// times is x itself, or −x.
func (x *ball) times(sign int) *ball {
	if sign > 0 {
		return x
	}
	y := *x
	y.neg = len(x.m) > 0 && !x.neg
	return &y
}

// quoWord is x/d for a word d.
func (c *Context) quoWord(x *ball, d uint64) *ball {
	if c.short(x) {
		return c.mulFraction(x, 1, d, false)
	}
	b := c.wordBall(d, 0)
	return c.quoBalls(x, b, b.lower())
}

// terms gives a number n of terms after which a series whose term k is about 2^(−k·s)/k! is below 2^-bits; a guess, since the
// caller bounds the tail it leaves.
func terms(s, bits int, factor func(k int) int) int {
	n, got := 1, 0
	for ; got < bits+8; n++ {
		got += max(s, 0)
		for f := factor(n); f > 1; f >>= 1 {
			got++
		}
	}
	return n
}

// Expm1 gives e^x − 1, with full relative accuracy near 0. Expm1(0) is exactly 0. Limits are as for Exp.
func (c *Context) Expm1(x Real) (Real, error) {
	if x.isZero() {
		return Real{}, nil
	}
	b := c.of(x)
	if b.tooBig(expLimit) {
		return Real{}, tooBigFor("e^x − 1", x)
	}
	return enclosure(c.expm1(b)), nil
}

// expm1 is e^x − 1 for a ball that is not too big; its slope is that of e^x.
func (c *Context) expm1(x *ball) *ball {
	if wide.less(x.rad) {
		return c.atEnds(x, (*Context).expm1Point)
	}
	y := c.expm1Point(x)
	return c.sloped(y, y.upper().add(y.rad).add(mag{1 << 31, -31}), x.rad)
}

// expm1Point is e^m − 1 for the midpoint m of x: by a series for small m, else from e^m with as many more bits as the
// subtraction cancels.
func (c *Context) expm1Point(x *ball) *ball {
	x = c.point(x)
	if len(x.m) == 0 {
		return x
	}
	w := c.at(c.words + 1)
	if c.words <= smallWords {
		if x.top() <= -restBits {
			return c.smallSeries(x, expTableFor(c.words).inv, false, x.neg)
		}
		if e := c.expWords(x, w); e != nil {
			return c.trim(w.addBalls(e, w.wordBall(1, 0), true))
		}
	}
	if x.top() < -wordBits {
		return c.trim(w.expm1Series(x))
	}
	return c.trim(c.at(c.words+2).addBalls(c.at(c.words+2).expPoint(x), c.wordBall(1, 0), true))
}
