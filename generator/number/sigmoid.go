package number

// Sigmoid gives σ(x) = 1/(1 + e^−x); Sigmoid(0) is exactly 1/2. It neither overflows nor loses relative accuracy, and 1 − σ(x)
// is σ(−x) to the same accuracy. For x = m ± r, r <= 1/4, the radius is r·σ(m)(1 − σ(m))(1 + r) plus a few units of the last word.
func (c *Context) Sigmoid(x Real) Real {
	if x.isZero() {
		return small(1, 2)
	}
	return enclosure(c.clamp(c.sigmoid(c.of(x))))
}

// sigmoid: the slope σ' = σ(1−σ) changes by at most the factor e^r over a distance r, since |σ”/σ'| = |1−2σ| <= 1.
func (c *Context) sigmoid(x *ball) *ball {
	if wide.less(x.rad) {
		return c.atEnds(x, (*Context).sigmoidPoint)
	}
	y := c.sigmoidPoint(x)
	if x.rad.isZero() {
		return y
	}
	r := x.rad
	y.rad = y.rad.add(y.sigmoidSlope().mul(r.add(r.mul(r).shift(1)))) // y is new, not shared yet; r·e^r <= r + 2r² for r <= 1
	return y
}

// sigmoidSlope bounds y(1−y) for the points y of a ball in [0, 1].
func (y *ball) sigmoidSlope() mag {
	u := y.upper().add(y.rad)
	if n := len(y.m); y.e+n == 0 && y.rad.e < -64 {
		// 1−y from the top word, which is at least 2^63 when 1−y is at most 1/2; the radius is below one unit of it
		if w := uint64(y.m[n-1]); w>>63 == 1 && w < 1<<64-2 {
			return u.mul(magOf(-w+1, -64))
		}
	}
	return u
}

// sigmoidPoint is e/(1+e) for m <= 0 and 1/(1+e) for m > 0, with e = e^−|m|.
func (c *Context) sigmoidPoint(x *ball) *ball {
	if c.words <= smallWords {
		if y := c.sigmoidWords(x); y != nil {
			return y
		}
	}
	w := c.at(c.words + 1)
	e := w.expPoint(x.abs().times(-1))
	d := w.addBalls(w.wordBall(1, 0), e, false)
	if x.neg {
		return c.trim(w.quoBalls(e, d, d.distance()))
	}
	return c.trim(w.quoBalls(w.wordBall(1, 0), d, d.distance()))
}

// Softplus gives log(1 + e^x), with full relative accuracy for negative x. It cannot overflow. For x = m ± r, r <= 1/4, the radius is
// min(1, log(1 + e^m))(r + 2r²) plus a few units of the last word.
func (c *Context) Softplus(x Real) Real { return enclosure(c.softplus(c.of(x))) }

// softplus: the slope is σ(x), below 1 and below log(1 + e^x), and changes by at most the factor e^r over a distance r.
func (c *Context) softplus(x *ball) *ball {
	if wide.less(x.rad) {
		return c.atEnds(x, (*Context).softplusPoint)
	}
	y := c.softplusPoint(x)
	slope := mag{1 << 31, -31}
	if u := y.upper().add(y.rad); u.less(slope) {
		slope = u
	}
	return c.sloped(y, slope, x.rad)
}

// softplusPoint is max(m, 0) + log1p(e^−|m|).
func (c *Context) softplusPoint(x *ball) *ball {
	x = c.point(x)
	w := c.at(c.words + 1)
	k := w
	if c.words <= smallWords {
		k = c
	}
	l := k.log1p(k.expPoint(x.abs().flip()))
	if x.sign() > 0 {
		l = w.addBalls(x, l, false)
	}
	return c.trim(l)
}

// LogSumExp gives log Σ e^xs[i]. A single term is returned as it is; no term is a *DomainError. Subtracting a largest term first, it
// neither overflows nor loses the others: x₀ + log Σ e^(xs[i] − x₀).
func (c *Context) LogSumExp(xs []Real) (Real, error) {
	switch len(xs) {
	case 0:
		return Real{}, &DomainError{"log-sum-exp", "no terms", "at least one term"}
	case 1:
		return xs[0], nil
	}
	// any pivot is right; the largest midpoint keeps the exponentials at most about 1
	pivot, best := xs[0], c.of(xs[0])
	for _, x := range xs[1:] {
		if b := c.of(x); c.cmp(c.point(b), c.point(best)) > 0 {
			pivot, best = x, b
		}
	}
	sum := Real{}
	for _, x := range xs {
		e, err := c.Exp(c.Sub(x, pivot))
		if err != nil {
			return Real{}, err
		}
		sum = c.Add(sum, e)
	}
	l, err := c.Log(sum)
	if err != nil {
		return Real{}, err
	}
	return c.Add(pivot, l), nil
}
