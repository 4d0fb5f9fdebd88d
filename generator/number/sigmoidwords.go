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
	s := e
	if shift < 0 {
		shiftFixed(&s, -shift, n)
	}
	q, ok := overOnePlus(nil, &s, n)
	if !ok {
		return nil
	}
	if !x.neg {
		return c.round(q[:n], false, -n, magOf(t.err+2, -n*wordBits))
	}
	var v, p fixed
	for i := range n {
		v[i] = uint64(q[n-1-i])
	}
	mulFixed(&p, &e, &v, n)
	return c.ofFixed(&p, n, shift, 2*t.err+4)
}

// overOnePlus is x/(1 + s), or 1/(1 + s) without x, cut to n words; false for s = 0, and then 1 itself is no fraction.
func overOnePlus(x, s *fixed, n int) (q [smallWords]big.Word, ok bool) {
	// v = B^2n·x/(B^n + s) with B = 2^64, numerator and denominator times 2^63: the divisor is then normalized
	var u [2*smallWords + 1]big.Word
	var d [smallWords + 1]big.Word
	d[n] = 1 << 63
	for i := range n {
		w := s[i]
		d[n-i] |= big.Word(w >> 1)
		d[n-i-1] = big.Word(w << 63)
		ok = ok || w != 0
	}
	if x == nil {
		u[2*n] = 1 << 63
	} else {
		for i := range n {
			u[2*n-i] |= big.Word(x[i] >> 1)
			u[2*n-i-1] = big.Word(x[i] << 63)
		}
	}
	if ok {
		quotient(q[:n], u[:2*n+1], d[:n+1])
	}
	return q, ok
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
	q, ok := overOnePlus(&p, &e, n)
	if !ok {
		return nil
	}
	return c.round(q[:n], x.neg, -n, magOf(2*t.err+3, -n*wordBits))
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
