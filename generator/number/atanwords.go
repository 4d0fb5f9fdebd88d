package number

import (
	"math/big"
	"math/bits"
)

// The arctangent on words: atan(u/v) = atan c + atan((u − cv)/(v + cu)), three times, with c = a/2⁸, b/2¹⁶ and c/2²⁴ from the quotient's first bytes;
// u/v is then below 2^−23.9, is divided out, and has a short sum (Muller, "Elementary Functions", 3rd ed., 8.3, with bytes for
// digits). The multipliers are short, so that a step costs two products by a word, and only the last a division. For a number above 1, u/v is
// its inverse.

// atanTable serves lengths as logTable does.
type atanTable struct {
	t   [3][]fixed // atan(j/2^(8i)), i = 1, 2, 3
	inv []fixed    // 1/(2k−1) from k = 2 on
}

const (
	atanRest = 23 // the last quotient is below 2^−atanRest
	atanErr  = 27 // bounds the error of atanFixed and of what becomes of it, in units
)

// atanTables adds up atan((j+1)/N) − atan(j/N) = atan(N/(N² + j² + j)), each with one word more within a few units of it.
var atanTables = tablesUpTo(func(words int) *atanTable {
	t := &atanTable{inv: reciprocals(2*atanRest, words, func(k int) int64 { return int64(2*k - 1) })}
	n := words + 1
	for i, size := range []int{256, 257, 257} {
		shift := uint(8 * (i + 1))
		sum := new(big.Int)
		for j := range uint64(size) {
			t.t[i] = append(t.t[i], fractionOf(sum, n))
			step, _ := fractionSum(shift, 1<<(2*shift)+j*j+j, n)
			sum.Add(sum, step)
		}
	}
	return t
})

// fractionSum is atan(2^s/d) in units of 2^(−64n), for 2^s/d <= 1/4, within err units: a power is cut twice, so low by less than 3 units, a term by
// less than 4, and with the rest of the series it is as for inverseSum.
func fractionSum(s uint, d uint64, n int) (sum *big.Int, err uint64) {
	p, sum := new(big.Int).Lsh(oneInt, uint(n)*wordBits+s), new(big.Int)
	q, t := new(big.Int).SetUint64(d), new(big.Int)
	p.Quo(p, q)
	k := uint64(0)
	for ; p.Sign() != 0; k++ {
		t.Quo(p, t.SetUint64(2*k+1))
		if k&1 == 1 {
			sum.Sub(sum, t)
		} else {
			sum.Add(sum, t)
		}
		p.Quo(p.Lsh(p, s), q)
		p.Quo(p.Lsh(p, s), q)
	}
	return sum, 4*k + 4
}

// timesWordFixed is z = x·w/2^64, cut.
func timesWordFixed(z, x *fixed, w uint64, n int) {
	high, _ := bits.Mul64(x[(n-1)&mask], w)
	for i := n - 2; i >= 0; i-- {
		h, l := bits.Mul64(x[i&mask], w)
		var c uint64
		z[(i+1)&mask], c = bits.Add64(l, high, 0)
		high = h + c
	}
	z[0] = high
}

// atanFixed sets z to atan(u/v) within atanErr − 1 units of n >= 2 words, for u and v that are each within 1 unit, u <= v, 1/4 <= v < 1/2; u and v are
// destroyed.
//
// The first index is ⌊U/V⌋ for U/V < 2⁸u/v, above it less 2^−38: so u − cv >= 0, and the next quotient is below 2^−8 + 2^−38; the others alike:
// the indices are at most 255, 256 and 256, and the last quotient is below 2^−24 + 2^−38. v stays below (1 + 255/256)/2·(1 + 2^−15) < 1.
//
// Errors, in units of n words. A step adds to the errors of u and v c times that of the other, and a cut: 3, 4.02, 5.03. v >= 1/4, so the quotient is
// within 21, and cut: 22. y − y·(z(1/3 − …)): the sum counts by y, the product is cut: 1, and a hair for the rest. Table entries are cut: 3.
func (t *atanTable) atanFixed(z, u, v *fixed, n int) {
	var p, q fixed
	step := func(j uint64, shift uint) {
		if j != 0 {
			timesWordFixed(&p, v, j<<shift, n)
			timesWordFixed(&q, u, j<<shift, n)
			subFixed(u, u, &p, n, n)
			addFixed(v, &q, n)
		}
	}
	a := u[0] >> 8 / (v[0]>>16 + 1)
	step(a, 56)
	b := u[0] / (v[0]>>16 + 1)
	step(b, 48)
	c := (u[0]<<8 | u[1]>>56) / (v[0]>>16 + 1)
	step(c, 40)
	// y = u/v, both shifted so that the divisor is normalized
	var num [2 * smallWords]big.Word
	var den, quo [smallWords]big.Word
	l := uint(bits.LeadingZeros64(v[0]))
	for i := range n {
		num[2*n-1-i], den[n-1-i] = big.Word(u[i]<<l), big.Word(v[i]<<l)
		if i+1 < n && l > 0 {
			num[2*n-1-i] |= big.Word(u[i+1] >> (64 - l))
			den[n-1-i] |= big.Word(v[i+1] >> (64 - l))
		}
	}
	quotient(quo[:n], num[:2*n], den[:n])
	var y fixed
	for i := range n {
		y[i] = uint64(quo[n-1-i])
	}
	mulFixed(&q, &y, &y, n)
	alternating(&p, &q, t.inv, wordBits*n/(2*atanRest)+1, 2*atanRest, n)
	mulFixed(&q, &p, &y, n)
	subFixed(z, &y, &q, n, n)
	addFixed(z, &t.t[0][a], n)
	addFixed(z, &t.t[1][b], n)
	addFixed(z, &t.t[2][c], n)
}

// atanWords is atan m for the midpoint m of x, |m| >= 2^−24.
func (c *Context) atanWords(x *ball) *ball {
	n := c.words
	var f, u, v fixed
	k := x.normalized(&f, n)
	if k <= 0 { // (f·2^k/4)/(1/4)
		shiftFixed(&f, 2-k, n)
		u = f
		v[0] = 1 << 62
	} else { // 2^(−k−1)/(f/2)
		shiftFixed(&f, 1, n)
		v = f
		if k < n*wordBits {
			u[k>>6] = 1 << (63 - k&63)
		}
	}
	t := atanTables(n)
	t.atanFixed(&f, &u, &v, n)
	if k <= 0 {
		y := c.ofFixed(&f, n, 0, atanErr)
		y.neg = x.neg
		return y
	}
	// π/2, cut, less that
	half := &trigTables(n).halfPi
	var z [smallWords + 1]big.Word
	var borrow uint64
	for i := n - 1; i >= 0; i-- {
		var w uint64
		w, borrow = bits.Sub64(half[i], f[i], borrow)
		z[n-1-i] = big.Word(w)
	}
	z[n] = big.Word(1 - borrow)
	return c.round(z[:n+1], x.neg, -n, magOf(atanErr, -n*wordBits))
}
