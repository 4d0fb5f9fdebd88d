package number

// Erf gives the error function 2/√π ∫₀ˣ e^−t² dt; Erf(0) is exactly 0. Near 0 it keeps its relative accuracy; for large x it is 1 minus a term
// below e^−x². For x = m ± r, r <= 1/4, the radius is r·(2/√π)e^−t², t the least |x|, plus a few units of the last word; a wide x is
// evaluated at both ends.
func (c *Context) Erf(x Real) Real {
	if x.isZero() {
		return x
	}
	return enclosure(c.clamp(c.erf(c.at(c.words + 1).of(x))))
}

func (c *Context) erf(x *ball) *ball {
	if wide.less(x.rad) {
		return c.atEnds(x, (*Context).erfPoint)
	}
	y := c.erfPoint(x)
	if x.rad.isZero() {
		return y
	}
	return c.widen(y, x.rad.mul(erfSlope(x.distance())))
}

// erfSlope bounds (2/√π)e^−t² < 2·2^−⌊t²·1477/1024⌋ for a lower bound of t: 2/√π < 1.13, and 1477/1024 < log2 e.
func erfSlope(t mag) mag {
	e := t.e + 32 // t < 2^e
	if t.isZero() || e <= -8 {
		return mag{1 << 31, -30}
	}
	if e > 10 {
		t, e = mag{1 << 31, 10 - 31}, 11 // far enough
	}
	q := t.m >> (22 - e) // t·2^10
	return mag{1 << 31, -30 - int(q*q>>10*1477>>20)}
}

// erfPoint sums erf m = (2m/√π) e^−m² Σ (2m²)^n/(1·3·5…(2n+1)) (DLMF 7.6.2), all of whose terms are positive.
// Where e^−m² is below the precision, 1 − erf |m| <= e^−m² (DLMF 7.8.1 for |m| >= 1/2) is all there is to know.
func (c *Context) erfPoint(x *ball) *ball {
	x = c.point(x)
	if len(x.m) == 0 {
		return x
	}
	bits := c.words * wordBits
	w := c.at(c.words + 1)
	if c.words == smallWords {
		w = c
	}
	far := x.top() > 40 // and x² may leave the range of numbers
	v := w.zeroBall()
	if !far {
		v = w.mulBalls(x, x)
		far = x.top() > 1 && magOf(uint64(bits), 0).less(v.distance())
	}
	if far {
		// e^−v <= 2^−bits
		y := c.widen(c.wordBall(1, 0), mag{1 << 31, -31 - bits})
		if x.neg {
			return y.flip()
		}
		return y
	}
	e := w.exp(v.flip())
	d := w.shiftBall(v, 1)
	y := w.mulBalls(w.mulBalls(w.shiftBall(x, 1), e), w.erfSum(d, erfTerms(d, -bits-wordBits)))
	root := w.sqrtBall(w.pi())
	return c.trim(w.quoBalls(y, root, root.distance()))
}

// erfTerms is a number n > d of terms after which the next is below 2^limit.
func erfTerms(d *ball, limit int) int {
	size := d.upper().add(d.rad)
	t := mag{1 << 31, -31}
	for n := 1; ; n++ {
		if t = t.mul(size).quo(magDown(uint64(2*n + 1))); t.e+32 < limit && size.less(magOf(uint64(n), 0)) {
			return n
		}
	}
}

// erfSum is Σ d^k/(1·3·5…(2k+1)) for d >= 0 by its first n terms, with rectangular splitting as in series.sum, but in balls. For d <= n each term left out is
// at most half the one before: they sum up to at most twice the first.
func (c *Context) erfSum(d *ball, n int) *ball {
	m := max(1, isqrt(n))
	powers := make([]*ball, m+1)
	powers[0], powers[1] = c.wordBall(1, 0), d
	for i := 2; i <= m; i++ {
		powers[i] = c.mulBalls(powers[(i+1)/2], powers[i/2])
	}
	// acc/num = Σ_{j>=k} d^(j−bm)/((2k+1)…(2j+1)), b the block of k
	acc := c.zeroBall()
	num := uint64(1)
	for k := n - 1; k >= 0; k-- {
		acc = c.addBalls(acc, c.timesWordBall(powers[k%m], num), false)
		f := uint64(2*k + 1)
		if num > 1<<63/f {
			acc, num = c.quoWord(acc, num), 1
		}
		num *= f
		if k > 0 && k%m == 0 {
			acc = c.mulBalls(acc, powers[m])
			c.check()
		}
	}
	acc = c.quoWord(acc, num)
	t, size := mag{1 << 31, -31}, d.upper().add(d.rad)
	for k := 1; k <= n; k++ {
		t = t.mul(size).quo(magDown(uint64(2*k + 1)))
	}
	return c.widen(acc, t.shift(1))
}

// timesWordBall is x·w.
func (c *Context) timesWordBall(x *ball, w uint64) *ball {
	if c.short(x) {
		return c.mulFraction(x, w, 1, false)
	}
	return c.mulBalls(x, c.wordBall(w, 0))
}
