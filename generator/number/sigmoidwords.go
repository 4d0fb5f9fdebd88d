package number

import "math/big"

// sigmoidWords is σ of the midpoint of x on words, or nil where |x| is too large for them.
//
// With E = e^−|m| within err units: v = 1/(1+E), whose slope is at most 1 in size, is within err + 2: one for a shifted E that is cut, one for the
// cut quotient. For m < 0 the result is E·v with the E before its shift, so that the relative accuracy stays: err·1 +
// (err+2)·1 + 2 for the product and the hair it may lack.
func (c *Context) sigmoidWords(x *ball) *ball {
	n := c.words
	t := expTableFor(n)
	var e fixed
	shift, ok := t.reduce(&e, x, false)
	if !ok || -shift >= n*wordBits {
		return nil
	}
	t.expFixed(&e, &e)
	s := &e
	if shift < 0 {
		shifted := e
		shiftFixed(&shifted, -shift, n)
		s = &shifted
	}
	q := c.overOnePlus(nil, s)
	if q == nil {
		return nil
	}
	if !x.neg {
		return c.round(q, false, -n, magOf(t.err+2, -n*wordBits))
	}
	var v, p fixed
	for i := range n {
		v[i] = uint64(q[n-1-i])
	}
	mulFixed(&p, &e, &v, n)
	return c.ofFixed(&p, n, shift, 2*t.err+4)
}

// overOnePlus is x/(1 + s), or 1/(1 + s) without x, cut to c.words words of c.scratch; nil for s = 0, and then 1 itself is no fraction.
func (c *Context) overOnePlus(x, s *fixed) (q []big.Word) {
	// v = B^2n·x/(B^n + s) with B = 2^64, numerator and denominator times 2^63: the divisor is then normalized
	n := c.words
	u, d, q := c.scratch[:2*n+1], c.scratch[2*n+1:3*n+2], c.scratch[3*n+2:4*n+2]
	low, zero := big.Word(0), true
	for i := n - 1; i >= 0; i-- { // s[i] is word n−1−i of s
		w := s[i&15]
		d[n-1-i] = low | big.Word(w<<63)
		low = big.Word(w >> 1)
		zero = zero && w == 0
	}
	d[n] = low | 1<<63
	if zero {
		return nil
	}
	clear(u)
	if x == nil {
		u[2*n] = 1 << 63
	} else {
		for i := range n {
			u[2*n-i] |= big.Word(x[i] >> 1)
			u[2*n-i-1] = big.Word(x[i] << 63)
		}
	}
	quotient(q, u, d)
	return q
}

// tanhWords is tanh of the midpoint of x on words, or nil where |x| is too large for them. With E = e^−2|m| within err units, and one more when
// it is shifted, (1 − E)/(1 + E), whose slope is at most 2 in size, is within 2(err + 1), and the quotient is cut: 1.
func (c *Context) tanhWords(x *ball) *ball {
	n := c.words
	t := expTableFor(n)
	var e, p fixed
	shift, ok := t.reduce(&e, c.shiftBall2(x, 1), false)
	if !ok || -shift >= n*wordBits {
		return nil
	}
	t.expFixed(&e, &e)
	if shift < 0 {
		shiftFixed(&e, -shift, n)
	}
	negFixed(&p, &e, n)
	q := c.overOnePlus(&p, &e)
	if q == nil {
		return nil
	}
	return c.round(q, x.neg, -n, magOf(2*t.err+3, -n*wordBits))
}

// shiftFixed divides f by 2^s, s < 64n, cutting.
func shiftFixed(f *fixed, s, n int) {
	w, b := s>>6, uint(s&63)
	for i := n - 1; i >= 0; i-- {
		var v uint64
		if i >= w {
			v = f[i-w] >> b
			if i > w {
				v |= f[i-w-1] << (64 - b)
			}
		}
		f[i] = v
	}
}
