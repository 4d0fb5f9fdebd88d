package number

// Sin gives sin x; Sin(0) is exactly 0. Near a multiple of π the precision is raised until the result has its relative
// accuracy, or the enclosure of x is what limits it. |sin a − sin b| <= |a − b|, so the radius grows by that of x at most.
// Beyond |x| = 2^4096 the result is the enclosure [−1, 1].
func (c *Context) Sin(x Real) Real {
	if x.isZero() {
		return x
	}
	s, _ := c.circle(x, true, false)
	return enclosure(c.clamp(c.trim(s)))
}

// Cos gives cos x, as Sin does; Cos(0) is exactly 1.
func (c *Context) Cos(x Real) Real {
	if x.isZero() {
		return one
	}
	_, s := c.circle(x, false, true)
	return enclosure(c.clamp(c.trim(s)))
}

// Tan gives sin x/cos x; Tan(0) is exactly 0. An enclosure that may hold a pole is an *UndecidedError.
func (c *Context) Tan(x Real) (Real, error) {
	if x.isZero() {
		return x, nil
	}
	s, t := c.circle(x, true, true)
	d := t.distance()
	if d.isZero() {
		return Real{}, undecided("whether the tangent exists: the cosine", enclosure(c.clamp(c.trim(t))))
	}
	return enclosure(c.trim(c.at(c.words+1).quoBalls(s, t, d))), nil
}

const maxTrigBits = 4096

// circle gives sine and cosine of x. The working precision is doubled until those asked for are good to the last word, or
// the error is mostly that of x itself.
func (c *Context) circle(x Real, wantSin, wantCos bool) (sin, cos *ball) {
	if c.words <= smallWords {
		b := c.at(c.words + 1).of(x)
		if sin, cos, ok := c.sinCosWords(b, wantSin, wantCos); ok && b.rad.less(mag{1 << 31, -29}) {
			if wantSin {
				sin.rad = sin.rad.add(b.rad)
			}
			if wantCos {
				cos.rad = cos.rad.add(b.rad)
			}
			return sin, cos
		}
	}
	for extra := 1; ; extra *= 2 {
		w := c.at(c.words + extra)
		b := w.of(x)
		if b.top() > maxTrigBits || (mag{1 << 31, -29}).less(b.rad) {
			all := c.widen(c.zeroBall(), mag{1 << 31, -31})
			return all, all
		}
		sin, cos = w.sinCos(w.point(b))
		good := func(y *ball) bool {
			fine := mag{1 << 31, y.top() - wordBits*(c.words-1) - 32}
			return y.rad.add(b.rad).less(fine) || x.ball != nil && y.rad.less(b.rad)
		}
		enough := extra > 4*c.words+maxTrigBits/wordBits
		if enough || (!wantSin || good(sin)) && (!wantCos || good(cos)) {
			return w.widen(sin, b.rad), w.widen(cos, b.rad)
		}
	}
}

// sinCos gives sine and cosine of a point x = n·π/2 + t from those of t.
func (c *Context) sinCos(x *ball) (sin, cos *ball) {
	n, t := c.reduceBy4(x)
	p := c.point(t)
	if c.words <= smallWords {
		var f fixed
		fixedOf(&f, p, c.words)
		sin, cos = c.sinCosBalls(&f, true, true)
		sin.neg = p.neg && len(sin.m) > 0
		if p.top() <= -restBits {
			sin = c.smallSeries(p, trigTables(c.words).odd, true, true)
		}
	} else {
		sin, cos = c.sinCosBig(p)
	}
	return turn(c.widen(sin, t.rad), c.widen(cos, t.rad), n)
}

// sinCosTaylor is sine and cosine of a point t, |t| < 1: sin and 1 − cos of t/2^r are Taylor sums, doubled r times with
// sin 2a = 2 sin a cos a and 1 − cos 2a = 2 sin² a, in ball arithmetic.
func (c *Context) sinCosTaylor(t *ball) (sin, cos *ball) {
	const r = 8
	u := c.shiftBall(t, -r)
	v := c.mulBalls(u, u)
	sin = c.mulBalls(u, c.evenSeries(v, 1))
	cos = c.evenSeries(v, 0)
	for range r {
		sin, cos = c.shiftBall(c.mulBalls(sin, cos), 1), c.addBalls(c.wordBall(1, 0), c.shiftBall(c.mulBalls(sin, sin), 1), true)
	}
	return sin, cos
}

func (x *ball) flip() *ball { return x.times(-1) }

// reduceBy4 gives n mod 4 and x − n·π/2.
func (c *Context) reduceBy4(x *ball) (int, *ball) {
	w := c
	if x.top() > 0 { // n·π/2 needs n's words more
		w = c.at(c.words + ceilDiv(x.top(), wordBits))
	}
	return w.reduceBy(x, w.shiftBall(w.pi(), -1))
}

// evenSeries is Σ (−v)^k/(2k+odd)! for 0 <= v < 2^-12.
func (c *Context) evenSeries(v *ball, odd int) *ball {
	if len(v.m) == 0 {
		return c.widen(c.wordBall(1, 0), v.rad)
	}
	return c.evenSum(v, odd, terms(-v.top(), c.words*wordBits, func(k int) int { return (2*k + odd - 1) * (2*k + odd) }))
}

// evenSum is that sum by the terms 0 … n, 1 − v/((1+odd)(2+odd))·(1 − …). Terms alternate and fall, so the rest is below the first
// term left out.
func (c *Context) evenSum(v *ball, odd, n int) *ball {
	factor := func(k int) uint64 { return uint64(2*k+odd-1) * uint64(2*k+odd) }
	one := c.wordBall(1, 0)
	y := one
	for k := n; k >= 1; k-- {
		y = c.addBalls(one, c.quoWord(c.mulBalls(v, y), factor(k)), true)
	}
	tail, size := mag{1 << 31, -31}, v.upper().add(v.rad)
	for k := 1; k <= n+1; k++ {
		tail = tail.mul(size).quo(magDown(factor(k)))
	}
	return c.widen(y, tail)
}

// Atan gives the arctangent; Atan(0) is exactly 0. The slope is 1/(1+x²): for x = m ± r, r <= 1/4, the radius is r or r/(|m| − r)², whichever
// is less, plus a few units of the last word. Monotone, so a wide x is evaluated at both ends.
func (c *Context) Atan(x Real) Real {
	if x.isZero() {
		return x
	}
	return enclosure(c.atan(c.at(c.words + 1).of(x)))
}

func (c *Context) atan(x *ball) *ball {
	if wide.less(x.rad) {
		return c.atEnds(x, (*Context).atanPoint)
	}
	y := c.atanPoint(x)
	if x.rad.isZero() {
		return y
	}
	r := x.rad
	if d := x.distance(); (mag{1 << 31, -31}).less(d) {
		r = r.quo(d).quo(d)
	}
	return c.widen(y, r)
}

// atanPoint is atan m for the midpoint m of x; for |m| >= 2 it is ±(π/2 − atan(1/|m|)). Long numbers take one step of Newton's method, which needs no
// bound for its start y: atan m = y + atan((m cos y − sin y)/(cos y + m sin y)) for every y with a positive denominator, and the last arctangent is
// of a number so small that a few terms are enough; the start is computed to an eighth of the precision.
func (c *Context) atanPoint(x *ball) *ball {
	x = c.point(x)
	if len(x.m) == 0 {
		return x
	}
	if c.words <= smallWords {
		if x.top() <= -restBits {
			return c.smallSeries(x, atanTables(c.words).inv, true, true)
		}
		return c.atanWords(x)
	}
	w := c.at(c.words + 1)
	if x.top() > 1 {
		y := w.addBalls(w.shiftBall(w.pi(), -1), w.atan(w.quoBalls(w.wordBall(1, 0), x.abs(), x.lower())), true)
		if x.neg {
			y = y.flip()
		}
		return c.trim(y)
	}
	if -x.top()*8 > c.words*wordBits {
		return c.trim(w.atanSeries(x))
	}
	w = c.at(c.words + 2 - x.top()/wordBits) // sin y has only an absolute error
	u := c.at(max(smallWords, c.words/8+1))
	y := w.point(u.atanPoint(u.nearby(x)))
	sin, cos := w.sinCos(y)
	d := w.addBalls(cos, w.mulBalls(x, sin), false)
	q := w.quoBalls(w.addBalls(w.mulBalls(x, cos), sin, true), d, d.distance())
	return c.trim(w.addBalls(y, w.atanSeries(q), false))
}

// atanSeries is atan t for |t| < 1/2.
func (c *Context) atanSeries(t *ball) *ball {
	return c.atanSum(t, (c.words*wordBits+8)/max(1, -2*t.top())+1)
}

// atanSum is atan t by its first n terms, t(1 − t²/3 + t⁴/5 − …); the rest is below the first term left out, |t|^(2n+1)/(2n+1).
func (c *Context) atanSum(t *ball, n int) *ball {
	u := c.mulBalls(t, t)
	y := c.zeroBall()
	for k := n - 1; k >= 0; k-- {
		y = c.addBalls(c.quoWord(c.wordBall(1, 0), uint64(2*k+1)), c.mulBalls(u, y), true)
	}
	return c.widen(c.mulBalls(t, y), t.powerBound(n).quo(magDown(uint64(2*n+1))))
}
