package number

import "math/big"

// Log gives the natural logarithm of x > 0. Log(1) is exactly 0. x <= 0 is a *DomainError, an enclosure that reaches 0 an
// *UndecidedError. The result keeps its relative accuracy near x = 1.
// For x = m ± r the radius is r/(m − r) plus a few units of the last word; a wide x is evaluated at both ends.
func (c *Context) Log(x Real) (Real, error) {
	if x == one {
		return Real{}, nil
	}
	if err := positive("the logarithm", x); err != nil {
		return Real{}, err
	}
	if d, ok := x.lessOne(); ok { // exact, however near to 1 x is
		return enclosure(c.log1p(c.at(c.words + 1).of(d))), nil
	}
	return enclosure(c.log(c.at(c.words + 1).of(x))), nil
}

// lessOne is x − 1 for an exact x when it is between −1/2 and 1/2.
func (x Real) lessOne() (Real, bool) {
	switch {
	case x.ball != nil:
		return Real{}, false
	case x.rat == nil:
		d, ok := smallSum(x, one, true)
		return d, ok && magnitude(d.num)<<1 < d.den+1
	}
	d := new(big.Rat).Sub(x.rat, one.exact())
	return fromRat(d), near(d)
}

func near(d *big.Rat) bool { return d.Num().BitLen() < d.Denom().BitLen()-1 }

// positive makes the error for an x that is not, or not surely, above 0.
func positive(function string, x Real) error {
	switch sign, decided := x.Sign(); {
	case !decided:
		return undecided("whether "+function+" exists", x)
	case sign <= 0:
		return &DomainError{function, x.String(), "x > 0"}
	}
	return nil
}

// log is log x for a ball above 0.
func (c *Context) log(x *ball) *ball {
	if wide.less(x.rad.quo(x.lower())) {
		return c.atEnds(x, (*Context).logPoint)
	}
	y := c.logPoint(x)
	if x.rad.isZero() {
		return y
	}
	return c.widen(y, x.rad.quo(x.distance())) // |log v − log m| <= |v − m|/min(v, m)
}

// logPoint is log m for the midpoint m of x. On words, numbers near 1 have a series of their own. Else m = 2^n·f with f in [1/2, 1), or in
// [1, 2) when m is above 1 and small, so that near 1 there is nothing to cancel.
func (c *Context) logPoint(x *ball) *ball {
	x = c.point(x)
	if c.words <= smallWords {
		if x.nearOne() {
			return c.log1pPoint(c.addOne(x, true))
		}
		return c.logWords(x)
	}
	n := x.top()
	if n == 1 {
		n = 0
	}
	d := c.addOne(c.shiftBall2(x, -n), true)
	if n == 0 {
		return c.log1pPoint(d)
	}
	w := c.at(c.words + 1)
	k := w.mulBalls(w.ball(big.NewInt(int64(n)), 0, mag{}), w.ln2())
	return c.trim(w.addBalls(k, w.log1pPoint(d), false))
}

// addOne is x + 1, or x − 1, for a point x; it is exact when x is not below one unit of the precision and two words more.
func (c *Context) addOne(x *ball, sub bool) *ball {
	return c.at(max(c.words, len(x.m))+2).addBalls(x, c.wordBall(1, 0), sub)
}

// shiftBall2 is x·2^n without a cut.
func (c *Context) shiftBall2(x *ball, n int) *ball {
	return c.at(max(c.words, len(x.m)+1)).shiftBall(x, n)
}

// Log1p gives log(1 + x) for x > −1, with full relative accuracy near 0. Log1p(0) is exactly 0. x <= −1 is a *DomainError.
func (c *Context) Log1p(x Real) (Real, error) {
	if x.isZero() {
		return Real{}, nil
	}
	s := c.Add(x, one)
	if err := positive("the logarithm of 1 + x", s); err != nil {
		return Real{}, err
	}
	if x.ball == nil && !near(x.exact()) {
		return c.Log(s)
	}
	b := c.at(c.words + 1).of(x)
	if b.top() >= -1 {
		return enclosure(c.log(c.of(s))), nil
	}
	return enclosure(c.log1p(b)), nil
}

// log1p is log(1+x) for a ball x above −1 whose midpoint is within (−1/2, 1).
func (c *Context) log1p(x *ball) *ball {
	if wide.less(x.rad) {
		return c.log(c.addBalls(x, c.wordBall(1, 0), false))
	}
	y := c.log1pPoint(c.point(x))
	if x.rad.isZero() {
		return y
	}
	v := c.addBalls(x, c.wordBall(1, 0), false)
	return c.widen(y, x.rad.quo(v.distance()))
}

// log1pPoint is log(1+d) for a point d in [−1/2, 1).
//
// For long numbers it is one step of Newton's method, which needs no bound for its start y: log(1+d) = y + log(1 + ((1+d)e^−y − 1)) for every y,
// and the last logarithm is of a number so near 1 that a few terms are enough; the start is computed to an eighth of the precision.
func (c *Context) log1pPoint(d *ball) *ball {
	if len(d.m) == 0 {
		return c.zeroBall()
	}
	if c.words <= smallWords {
		if d.top() <= -logRest {
			return c.smallSeries(d, logTables(c.words).inv, false, !d.neg)
		}
		return c.logWords(c.addOne(d, false))
	}
	w := c.at(c.words + 2)
	if -d.top()*8 > c.words*wordBits {
		return c.trim(w.log1pSeries(d))
	}
	u := c.at(max(smallWords, c.words/8+1))
	y := w.point(u.log1pPoint(u.nearby(d)))
	e := w.expm1Point(y.times(-1))
	// (1+d)(1+e) − 1 = d + e + d·e
	q := w.addBalls(w.addBalls(d, e, false), w.mulBalls(d, e), false)
	return c.trim(w.addBalls(y, w.log1pSeries(q), false))
}

// nearby is a point near d, of this context's precision.
func (c *Context) nearby(d *ball) *ball { return c.point(c.trim(d)) }

// log1pSeries is log(1+d) = 2 atanh s with s = d/(2+d), for d in [−1/2, 1).
func (c *Context) log1pSeries(d *ball) *ball {
	v := c.addBalls(c.wordBall(2, 0), d, false)
	s := c.quoBalls(d, v, v.distance())
	if s.holdsZero() { // |log(1+d)| <= 2|d| for |d| <= 1/2
		return c.widen(c.zeroBall(), d.upper().add(d.rad).shift(1))
	}
	return c.shiftBall(c.atanhSum(s, (c.words*wordBits+8)/max(1, -2*s.top())+1), 1)
}

// atanhSum is atanh s by its first n terms, s(1 + s²/3 + s⁴/5 + …), for |s| <= 1/2. The terms left out sum up to at most
// s^(2n+1)/((2n+1)(1 − s²)) <= 2·s^(2n+1).
func (c *Context) atanhSum(s *ball, n int) *ball {
	u := c.mulBalls(s, s)
	y := c.zeroBall()
	for k := n - 1; k >= 0; k-- {
		y = c.addBalls(c.quoWord(c.wordBall(1, 0), uint64(2*k+1)), c.mulBalls(u, y), false)
	}
	return c.widen(c.mulBalls(s, y), s.powerBound(n).shift(1))
}

// powerBound bounds |s|^(2n+1).
func (s *ball) powerBound(n int) mag {
	p := s.upper().add(s.rad)
	u := p.mul(p)
	for range n {
		p = p.mul(u)
	}
	return p
}
