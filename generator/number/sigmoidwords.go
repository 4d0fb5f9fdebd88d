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
	// v = B^2n/(B^n + E) with B = 2^64, numerator and denominator times 2^63: the divisor is then normalized
	var u [2*smallWords + 1]big.Word
	var d [smallWords + 1]big.Word
	u[2*n] = 1 << 63
	d[n] = 1 << 63
	zero := true
	for i := range n {
		w := s[i]
		d[n-i] |= big.Word(w >> 1)
		d[n-i-1] = big.Word(w << 63)
		zero = zero && w == 0
	}
	if zero {
		return nil
	}
	var q [smallWords]big.Word
	quotient(q[:n], u[:2*n+1], d[:n+1])
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
