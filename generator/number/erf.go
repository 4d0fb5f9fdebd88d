package number

// Erf gives the error function 2/√π ∫₀ˣ e^−t² dt; Erf(0) is exactly 0. Monotone: evaluated at both ends of an enclosure.
// Near 0 it keeps its relative accuracy; for large x it is 1 minus a term below e^−x².
func (c *Context) Erf(x Real) Real {
	if x.isZero() {
		return x
	}
	return enclosure(c.clamp(c.atEnds(c.of(x), (*Context).erfPoint)))
}

// erfPoint sums erf m = (2m/√π) e^−m² Σ (2m²)^n/(1·3·5…(2n+1)) (DLMF 7.6.2), all of whose terms are positive. Each term is
// 2m²/(2n+1) times the one before; when that ratio is at most 1/2 the tail is at most the last term.
// Where e^−m² is below the precision, 1 − erf |m| <= e^−m² (DLMF 7.8.1 for |m| >= 1/2) is all there is to know.
func (c *Context) erfPoint(x *ball) *ball {
	x = c.point(x)
	if len(x.m) == 0 {
		return x
	}
	bits := c.words * wordBits
	w := c.at(c.words + 1)
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
	e := w.expPoint(w.point(v).flip())
	e = w.widen(e, e.upper().add(e.rad).mul(v.rad.shift(1))) // v.rad is far below 1
	sum := w.erfSum(w.shiftBall(v, 1), -bits-wordBits)
	p := w.pi()
	y := w.mulBalls(w.mulBalls(w.shiftBall(x, 1), e), sum)
	root := w.sqrtBall(p)
	return c.trim(w.quoBalls(y, root, root.distance()))
}

// erfSum is Σ d^n/(1·3·5…(2n+1)) for d >= 0, until a term is below 2^limit and its successors are at most half as large each: then they sum up
// to at most that term.
func (c *Context) erfSum(d *ball, limit int) *ball {
	term := c.wordBall(1, 0)
	sum := term
	for n := uint64(1); ; n++ {
		term = c.quoWord(c.mulBalls(term, d), 2*n+1)
		sum = c.addBalls(sum, term, false)
		if t := term.upper().add(term.rad); t.e+32 < limit && d.upper().add(d.rad).less(magOf(n, 0)) {
			return c.widen(sum, t)
		}
		if n&63 == 0 {
			c.check()
		}
	}
}
