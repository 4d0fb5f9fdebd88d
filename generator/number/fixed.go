package number

import (
	"math/big"
	"math/bits"
)

// fixed is a fraction in [0, 1) of n <= smallWords words, the most significant first: Σ f[i]·2^(−64(i+1)), i < n. Its unit is 2^(−64n).
type fixed [smallWords]uint64

// mulFixed sets z to x·y from the first k words of x and y, cut to k words: z <= xy < z + 1 unit and k·2^−64 of it.
//
// The columns i+j <= k are added up; the others are less than k·2^(−64(k+1)) together. The columns' sum is cut to k words,
// which loses less than one unit.
func mulFixed(z, x, y *fixed, k int) {
	var a0, a1, a2 uint64 // a0 has the weight of word index col+1
	col := k
	if k == 1 {
		h, _ := bits.Mul64(x[0], y[0])
		z[0] = h
		return
	}
	lo := 1 // i from col−(k−1)
	for ; col >= 0; col-- {
		for i := lo; i <= col-lo; i++ {
			h, l := bits.Mul64(x[i&mask], y[(col-i)&mask])
			var c uint64
			a0, c = bits.Add64(a0, l, 0)
			a1, c = bits.Add64(a1, h, c)
			a2 += c
		}
		lo = 0
		if col+1 < k {
			z[(col+1)&mask] = a0
		}
		a0, a1, a2 = a1, a2, 0
	}
	z[0] = a0
}

// fixedOf gives the fraction words of the magnitude of x, cut to n words, and its whole part; false when x >= 2^64.
func fixedOf(f *fixed, x *ball, n int) (whole uint64, ok bool) {
	if x.e+len(x.m) > 1 {
		return 0, false
	}
	for i, w := range x.m {
		switch j := -x.e - i - 1; { // word index
		case j == -1:
			whole = uint64(w)
		case j < n:
			f[j] = uint64(w)
		}
	}
	return whole, true
}

// ofFixed is the ball of f·2^shift, shift <= 0 or small, of n words, with a radius of err units of f.
func (c *Context) ofFixed(f *fixed, n, shift int, err uint64) *ball {
	var m [smallWords + 1]big.Word
	s := uint(shift & 63)
	for i := range n {
		m[n-1-i] = big.Word(f[i])
	}
	e := -n + shift>>6
	rad := magOf(err, -n*wordBits+shift)
	if s == 0 {
		return c.round(m[:n], false, e, rad)
	}
	var z [smallWords + 2]big.Word
	shiftLeft(z[:n+1], m[:n], s)
	return c.round(z[:n+1], false, e, rad)
}
