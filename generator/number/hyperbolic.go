package number

// Tanh gives tanh x = (e^2x − 1)/(e^2x + 1), with full relative accuracy near 0; Tanh(0) is exactly 0.
// For x = m ± r, r <= 1/4, the radius is r(1 − tanh² m)(1 + 4r) plus a few units of the last word.
func (c *Context) Tanh(x Real) Real {
	if x.isZero() {
		return x
	}
	return enclosure(c.clamp(c.tanh(c.of(x))))
}

// tanh: the slope t' = 1 − t² <= 2(1 − |t|) changes by at most the factor e^2r over a distance r, since |t”/t'| = 2|t| <= 2.
func (c *Context) tanh(x *ball) *ball {
	if wide.less(x.rad) {
		return c.atEnds(x, (*Context).tanhPoint)
	}
	y := c.tanhPoint(x)
	if x.rad.isZero() {
		return y
	}
	slope := mag{1 << 31, -31}
	if y.top() >= 0 {
		d := c.addBalls(c.wordBall(1, 0), y.abs(), true)
		slope = d.upper().add(d.rad).shift(1)
	}
	return c.widen(y, slope.mul(x.rad.add(x.rad.mul(x.rad).shift(2)))) // r·e^2r <= r + 4r² for r <= 1/4
}

// tanhPoint uses e^−2|m|, which cannot be too large: tanh |m| = −expm1(−2|m|)/(2 + expm1(−2|m|)).
func (c *Context) tanhPoint(x *ball) *ball {
	x = c.point(x)
	if len(x.m) == 0 {
		return x
	}
	if c.words <= smallWords && x.top() > -restBits {
		if y := c.tanhWords(x); y != nil {
			return y
		}
	}
	w := c.at(c.words + 1)
	e := w.expm1Point(w.shiftBall2(x.abs().times(-1), 1))
	d := w.addBalls(w.wordBall(2, 0), e, false)
	y := c.trim(w.quoBalls(e, d, d.distance()))
	if x.neg {
		return y
	}
	return y.times(-1)
}

func (x *ball) abs() *ball {
	if x.neg {
		return x.times(-1)
	}
	return x
}

// clamp gives the part of x in [−1, 1], for functions that never leave it.
func (c *Context) clamp(x *ball) *ball {
	if u := x.upper().add(x.rad); u.less(mag{1 << 31, -31}) {
		return x
	}
	lo, hi := c.end(x, -1), c.end(x, 1)
	p, m := c.wordBall(1, 0), c.wordBall(1, 0).times(-1)
	if c.cmp(lo, m) >= 0 && c.cmp(hi, p) <= 0 {
		return x
	}
	if c.cmp(lo, m) < 0 {
		lo = m
	}
	if c.cmp(hi, p) > 0 {
		hi = p
	}
	return c.between(lo, hi)
}

// between encloses [lo, hi] for points lo <= hi, reaching beyond it by rounding only.
func (c *Context) between(lo, hi *ball) *ball { return c.hull(lo, hi) }

// Sinh gives (e^x − e^−x)/2, with full relative accuracy near 0; Sinh(0) is exactly 0. Limits are as for Exp.
// For x = m ± r, r <= 1/4, the radius is (|sinh m| + 1)(r + 2r²) plus a few units of the last word.
func (c *Context) Sinh(x Real) (Real, error) {
	if x.isZero() {
		return x, nil
	}
	b := c.of(x)
	if b.tooBig(expLimit) || b.times(-1).tooBig(expLimit) {
		return Real{}, tooBigFor("sinh x", x)
	}
	if wide.less(b.rad) {
		return enclosure(c.atEnds(b, (*Context).sinhPoint)), nil
	}
	y := c.sinhPoint(b)
	return enclosure(c.sloped(y, y.upper().add(y.rad).add(mag{1 << 31, -31}), b.rad)), nil // the slope is cosh m <= |sinh m| + 1
}

// sinhPoint is (e + e/(e+1))/2 with e = e^|m| − 1, and on words (e − 1/e)/2 with e = e^|m|.
func (c *Context) sinhPoint(x *ball) *ball {
	x = c.point(x)
	if len(x.m) == 0 {
		return x
	}
	w := c.at(c.words + 1)
	if c.words <= smallWords {
		if x.top() <= -restBits {
			return c.smallSeries(x, trigTables(c.words).odd, true, false)
		}
		if e := c.expWords(x.abs(), w); e != nil {
			y := c.trim(w.shiftBall(w.addBalls(e, w.quoBalls(w.wordBall(1, 0), e, e.distance()), true), -1))
			y.neg = x.neg
			return y
		}
	}
	e := w.expm1Point(x.abs())
	d := w.addBalls(e, w.wordBall(1, 0), false)
	y := c.trim(w.shiftBall(w.addBalls(e, w.quoBalls(e, d, d.distance()), false), -1))
	if x.neg {
		return y.times(-1)
	}
	return y
}

// Cosh gives (e^x + e^−x)/2; Cosh(0) is exactly 1. Limits are as for Exp.
// For x = m ± r, r <= 1/4, the radius is cosh m·(r + 2r²) plus a few units of the last word.
func (c *Context) Cosh(x Real) (Real, error) {
	if x.isZero() {
		return one, nil
	}
	b := c.of(x)
	if b.tooBig(expLimit) || b.times(-1).tooBig(expLimit) {
		return Real{}, tooBigFor("cosh x", x)
	}
	if !wide.less(b.rad) {
		y := c.coshPoint(c.point(b))
		return enclosure(c.sloped(y, y.upper().add(y.rad), b.rad)), nil
	}
	if _, decided := enclosure(b).Sign(); !decided { // even, least at 0
		far := c.Abs(enclosure(b)).ball
		return enclosure(c.hull(c.wordBall(1, 0), c.coshPoint(c.end(far, 1)))), nil
	}
	return enclosure(c.atEnds(b, (*Context).coshPoint)), nil
}

func (c *Context) coshPoint(x *ball) *ball {
	w := c.at(c.words + 1)
	var e *ball
	if c.words <= smallWords {
		e = c.expWords(x.abs(), w)
	}
	if e == nil {
		e = w.expPoint(x.abs())
	}
	return c.trim(w.shiftBall(w.addBalls(e, w.quoBalls(w.wordBall(1, 0), e, e.distance()), false), -1))
}
