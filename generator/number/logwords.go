package number

import (
	"math/big"
	"math/bits"
	"sync"
)

// The logarithm on words: f in [1/2, 1) is multiplied by 1 + a/2⁸, 1 + b/2¹⁶ and 1 + c/2²⁴, each the largest, or nearly so, that leaves the
// product below 1; what then lacks to 1 is e < 2^−23.9, and −log(1 − e) has a short sum (Muller, "Elementary Functions", 3rd ed., 8.2,
// multiplicative normalization, a byte at a time). The multipliers are short, so each costs one product by a word.

// logTable serves every length up to that it was made for: the first n words of a fraction are it, cut to n.
type logTable struct {
	t   [3][]fixed // log(1 + j/2^(8i)), i = 1, 2, 3
	inv []fixed    // 1/k from k = 2 on
	ln2 [smallWords + 1]uint64
}

// logRest is a bound of e: e < 2^−logRest.
const logRest = 23

// logErr bounds the error of logFixed and of the cut argument, in units.
const logErr = 13

// logTables adds up 2 atanh(1/(2m+1)) = log((m+1)/m), each with one word more within a few units of it, so that an entry is within a
// hair of the cut true value.
var logTables = tablesUpTo(func(words int) *logTable {
	t := &logTable{}
	n := words + 1
	for i, size := range []int{256, 257, 513} {
		sum := new(big.Int)
		for j := range uint64(size) {
			t.t[i] = append(t.t[i], fractionOf(sum, n))
			step, _ := inverseSum(2*(1<<(8*(i+1))+j)+1, false, n)
			sum.Add(sum, step.Lsh(step, 1))
		}
	}
	l := NewContext(uint(n+1) * wordBits).ln2()
	for i := range n {
		t.ln2[i] = uint64(l.m[-l.e-i-1])
	}
	t.inv = reciprocals(logRest, words, func(k int) int64 { return int64(k) })
	return t
})

// tablesUpTo makes tables on first use: one for up to half of smallWords words, since most numbers are short, and one for all lengths.
func tablesUpTo[T any](table func(words int) *T) func(n int) *T {
	short := sync.OnceValue(func() *T { return table(smallWords / 2) })
	long := sync.OnceValue(func() *T { return table(smallWords) })
	return func(n int) *T {
		if n <= smallWords/2 {
			return short()
		}
		return long()
	}
}

// fractionOf is v·2^(−64n) < 1, cut to smallWords words where it has more.
func fractionOf(v *big.Int, n int) (f fixed) {
	for i, w := range v.Bits() {
		if j := n - 1 - i; j < smallWords {
			f[j] = uint64(w)
		}
	}
	return f
}

// reciprocals are the cut fractions 1/d(k), k >= 2, for a series in powers of a number below 2^−s: as many as n words need. The
// first two are empty.
func reciprocals(s, n int, d func(k int) int64) []fixed {
	f := make([]fixed, 2)
	q := new(big.Int)
	for k := 2; (k-2)*s < n*wordBits; k++ {
		q.Quo(q.Lsh(oneInt, uint(n)*wordBits), big.NewInt(d(k)))
		f = append(f, fractionOf(q, n))
	}
	return f
}

// growFixed sets f to f + f·w/2^64, cut: less than one unit is lost. The sum must be below 1.
func growFixed(f *fixed, w uint64, n int) {
	high, _ := bits.Mul64(f[(n-1)&mask], w) // of the product of the word below
	var carry uint64
	for i := n - 2; i >= 0; i-- {
		h, l := bits.Mul64(f[i&mask], w)
		var c uint64
		l, c = bits.Add64(l, high, 0)
		high = h + c
		f[(i+1)&mask], carry = bits.Add64(f[(i+1)&mask], l, carry)
	}
	f[0] += high + carry
}

// addFixed sets z to z + x; the sum must be below 1.
func addFixed(z, x *fixed, n int) {
	var carry uint64
	for i := n - 1; i >= 0; i-- {
		z[i&mask], carry = bits.Add64(z[i&mask], x[i&mask], carry)
	}
}

// sumFixed is z = x + y for x of w words and y of v <= w; the sum must be below 1.
func sumFixed(z, x, y *fixed, w, v int) {
	for i := w - 1; i >= v; i-- {
		z[i&mask] = x[i&mask]
	}
	var carry uint64
	for i := v - 1; i >= 0; i-- {
		z[i&mask], carry = bits.Add64(x[i&mask], y[i&mask], carry)
	}
}

// normalized gives the exponent k with |mid| = f·2^k, f in [1/2, 1), and f cut to n words.
func (x *ball) normalized(f *fixed, n int) (k int) {
	l := uint(bits.LeadingZeros64(uint64(x.m[len(x.m)-1])))
	for i, j := 0, len(x.m)-1; i < n && j >= 0; i, j = i+1, j-1 {
		f[i] = uint64(x.m[j] << l)
		if j > 0 {
			f[i] |= uint64(x.m[j-1] >> (64 - l))
		}
	}
	return wordBits*(x.e+len(x.m)) - int(l)
}

// logFixed sets z to −log f within logErr − 1 units of n words, for f in [1/2, 1), of which the top bit is set; f is destroyed.
//
// Write f_i = 1 − e_i for the product after i steps. a = ⌊2⁴⁰/F⌋ − 256 with F/2³² > f, so f(1 + a/2⁸) < 1, and a + 1 would be too large for
// F − 1: e₁ < 2^−8 + 2^−31. Then b = ⌊2¹⁶e₁⌋ <= 256 and f₁(1 + b/2¹⁶) <= (1 − e₁)(1 + e₁) < 1; e₂ = e₁ − b/2¹⁶ + e₁·b/2¹⁶ < 2^−16 + 2^−15.99/2 + …
// < 2^−14.9; c = ⌊2²⁴e₂⌋ <= 512, and e₃ < 2^−24 + 2^−14.9·2^−15 < 2^−23.9.
//
// Errors, in units of n words. A step multiplies the error of f_i by at most 2, 1 + 2^−8 and 1 + 2^−15, and adds 1: 1, 2.01, 3.02 (with f itself
// exact). −log(1 − e) is hardly steeper than e: 3.1. Each table entry is cut: 3, and a hair. The sum e + e²/2 + … =
// e + e·(e·(1/2 + e(1/3 + …))) cuts the coefficient of e^k and the e and the product it is multiplied by to w words with 64w + 23(k−1) >= 64n + 8,
// and these count by e^(k−1) and less: 3·2^−8 each, 1 for all; the last product is of n words: 1; the rest of the series is below
// 2^(−23K)/K with 23K >= 64n: 1. Together below 10. logErr adds 2 for a unit cut from f, doubled by the first step, and one for the caller.
func (t *logTable) logFixed(z, f *fixed, n int) {
	a := uint64(1<<40)/(f[0]>>32+1) - 256
	growFixed(f, a<<56, n)
	b := ^f[0] >> 48 // the first word of 1 − f, or one less
	growFixed(f, b<<48, n)
	c := ^f[0] >> 40
	growFixed(f, c<<40, n)
	var e, acc, p fixed
	negFixed(&e, f, n)
	k := wordBits*n/logRest + 1
	acc = t.inv[k]
	for k--; k >= 2; k-- {
		w, v := n-max(0, (logRest*(k-1)-8)/wordBits), n-max(0, (logRest*k-8)/wordBits)
		w, v = max(1, w), max(1, v)
		mulFixed(&p, &acc, &e, v)
		sumFixed(&acc, &t.inv[k], &p, w, v)
	}
	mulFixed(&p, &acc, &e, n)
	mulFixed(z, &p, &e, n)
	addFixed(z, &e, n)
	addFixed(z, &t.t[0][a], n)
	addFixed(z, &t.t[1][b], n)
	addFixed(z, &t.t[2][c], n)
}

// logWords is log m for the midpoint m > 0 of x, which must not be near 1: the error is one of few units of c.words words after the point.
func (c *Context) logWords(x *ball) *ball {
	n := c.words
	t := logTables(n)
	var f, s fixed
	k := x.normalized(&f, n)
	t.logFixed(&s, &f, n)
	// |k|·log 2, log 2 cut to n + 1 words, and the product to n: with |k| < 2^23, one unit and a hair
	var p, z [smallWords + 1]big.Word
	w := magnitude(int64(k))
	carry, _ := bits.Mul64(t.ln2[n], w)
	for i := n - 1; i >= 0; i-- {
		h, l := bits.Mul64(t.ln2[i], w)
		l, up := bits.Add64(l, carry, 0)
		p[n-1-i], carry = big.Word(l), h+up
	}
	p[n] = big.Word(carry)
	// k·log 2 − s
	var over uint64
	for i := range n + 1 {
		var v, r uint64
		if i < n {
			v = s[n-1-i]
		}
		if k > 0 {
			r, over = bits.Sub64(uint64(p[i]), v, over)
		} else {
			r, over = bits.Add64(uint64(p[i]), v, over)
		}
		z[i] = big.Word(r)
	}
	return c.round(z[:n+1], k <= 0, -n, magOf(logErr+1, -n*wordBits))
}

// nearOne says that |x − 1| < 2^−23, for x > 0.
func (x *ball) nearOne() bool {
	switch x.top() {
	case 0:
		return x.m[len(x.m)-1]>>40 == 1<<24-1
	case 1:
		return x.m[len(x.m)-1] == 1 && (len(x.m) == 1 || x.m[len(x.m)-2]>>41 == 0)
	}
	return false
}
