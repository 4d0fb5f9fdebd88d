package number

import (
	"math/big"
	"math/bits"
)

// Sine and cosine of long numbers: x = Σ c_j·angle_j + t with a small t, where e^(i·angle_j) = (a_j + b_j·i)²/p_j, so that the whole is e^it times a
// fraction of Gaussian integers (F. Johansson, "Computing elementary functions using multi-prime argument reduction", 2022, section 3).

// trigPlan tells which primes, and how far down, for n words; measured.
func trigPlan(n int) (t *primeTable, depth int) {
	switch {
	case n < 120:
		return &gaussianTables[0], 48
	case n < 1500:
		return &gaussianTables[0], 90
	}
	return &gaussianTables[1], 148
}

// sinCosBig is sine and cosine of a point x, |x| < 1.
//
// In units of 2^(−64n), n = c.words + 1, the rest t is within 2.5, which sin t does not enlarge. cos t = √(1 − sin² t) > 0.99 and what follows is done
// with balls.
func (c *Context) sinCosBig(x *ball) (sin, cos *ball) {
	n := c.words + 1
	table, depth := trigPlan(n)
	t, k := table.rest(c, x, depth, n)
	sum, err := c.series.sin(c, t, n)
	w := c.at(n)
	s := w.ball(sum, -n, magOf(err+3, -n*wordBits))
	r := w.sqrtBall(w.addBalls(w.wordBall(1, 0), w.mulBalls(s, s), true))
	re, im, norm := table.rotation(k)
	if isOne(norm) && isOne(re) {
		return c.trim(s), c.trim(r)
	}
	short := func(z *big.Int) *ball { return w.at(max(1, len(z.Bits()))).ball(z, 0, mag{}) }
	p, q, d := short(re), short(im), short(norm)
	sin = w.addBalls(w.mulBalls(s, p), w.mulBalls(r, q), false)
	cos = w.addBalls(w.mulBalls(r, p), w.mulBalls(s, q), true)
	if !isOne(norm) {
		sin, cos = w.quoBalls(sin, d, d.lower()), w.quoBalls(cos, d, d.lower())
	}
	return c.trim(sin), c.trim(cos)
}

// sin gives sin t for t in units of 2^(−64n), |t| < 2^−3 of them, and bounds the error in the same units; t itself is taken to be exact.
//
// sin t = t·Σ (−z)^k/(2k+1)!, z = t², cut: z is within 1, which counts less than 1/6 in the sum; its error counts by t; the product is cut.
func (s *series) sin(c *Context, t *big.Int, n int) (sum *big.Int, err uint64) {
	z := new(big.Int)
	z.Neg(z.Rsh(mulInt(&s.t, t, t), uint(n)*wordBits))
	sum, err = s.sum(c, z, n, func(k int) uint64 { return uint64(2*k) * uint64(2*k+1) })
	return z.Rsh(mulInt(z, sum, t), uint(n)*wordBits), err/8 + 2
}

// rotation gives Π ((a_j + b_j·i)²/p_j)^c_j as (re + im·i)/norm. For p = 2 it is i.
func (t *primeTable) rotation(c []int64) (re, im, norm *big.Int) {
	re, im, norm = big.NewInt(1), big.NewInt(0), big.NewInt(1)
	// gather words first: the components of a product of norm below 2^62 are below 2^31
	a, b, n := int64(1), int64(0), uint64(1)
	var x, y, u big.Int
	flush := func() {
		x.SetInt64(a)
		y.SetInt64(b)
		// (re + im·i)(x + y·i)
		u.Mul(re, &y)
		re.Sub(re.Mul(re, &x), new(big.Int).Mul(im, &y))
		im.Add(im.Mul(im, &x), &u)
		norm.Mul(norm, u.SetUint64(n))
		a, b, n = 1, 0, 1
	}
	for j := 1; j < len(c); j++ {
		p := uint64(t.primes[j])
		v, w := t.parts[j][0], t.parts[j][1]
		v, w = v*v-w*w, 2*v*w // of norm p²
		if c[j] < 0 {
			w = -w
		}
		for range magnitude(c[j]) {
			if h, l := bits.Mul64(n*p, n*p); h != 0 || l >= 1<<62 { // n is p at most here, or n² < 2^62
				flush()
			}
			a, b, n = a*v-b*w, a*w+b*v, n*p
		}
	}
	flush()
	switch c[0] & 3 {
	case 1:
		re, im = im.Neg(im), re
	case 2:
		re, im = re.Neg(re), im.Neg(im)
	case 3:
		re, im = im, re.Neg(re)
	}
	return re, im, norm
}
