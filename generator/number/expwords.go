package number

import (
	"math/big"
	"math/bits"
	"sync"
)

// The exponential on words: e^−t for t in [0, 1) is T₁[a]·T₂[b]·T₃[c]·e^−r, where a, b, c are the first three bytes of t, the tables hold
// e^(−a/2⁸), e^(−b/2¹⁶), e^(−c/2²⁴), and r < 2^−24 has a short Taylor sum (Muller, "Elementary Functions", 3rd ed., 4.2,
// tabulation with several tables). Everything stays in [0, 1], so the words are pure fractions.

const (
	tableBits = 8
	tables    = 3
	restBits  = tables * tableBits
)

// expTable is what e^−t needs at n words.
type expTable struct {
	inv   []fixed // 1/k!, cut, from k = 2 on; inv[0] and inv[1] are not used
	words []int   // words that matter of the sum from term k on
	n     int
	t     [tables][1 << tableBits]fixed // behind the pointers, so that the collector need not walk it
	ln2   [smallWords + 1]uint64
	err   uint64 // bound of the error of reduce and expFixed, in units
}

var expTables [smallWords + 1]struct {
	once  sync.Once
	table *expTable
}

func expTableFor(n int) *expTable {
	e := &expTables[n]
	e.once.Do(func() { e.table = newExpTable(n) })
	return e.table
}

// newExpTable computes the tables with ball arithmetic of two words more, whose radii prove that each entry, cut to n words, is at most
// one unit below the true value. An entry 1 is never used.
func newExpTable(n int) *expTable {
	t := &expTable{n: n}
	c := NewContext(uint(n+2) * wordBits)
	for i := range t.t {
		step := c.expTaylor(c.shiftBall(c.wordBall(1, 0), -(i+1)*tableBits).flip())
		v := step
		for j := 1; j < 1<<tableBits; j++ {
			c.cutFixed(&t.t[i][j], v, n)
			v = c.mulBalls(v, step)
		}
	}
	l := c.ln2()
	for i := range n + 1 {
		if j := -l.e - i - 1; j >= 0 {
			t.ln2[i] = uint64(l.m[j])
		}
	}
	// terms: r^k/k! < 2^(−24k)/k! below one unit
	t.inv = make([]fixed, 2)
	t.words = []int{n, n}
	f := new(big.Int).Lsh(big.NewInt(1), uint(n)*wordBits)
	for k := 2; ; k++ {
		f.Quo(f, big.NewInt(int64(k)))
		var z fixed
		for i, w := range f.Bits() {
			z[n-1-i] = uint64(w)
		}
		t.inv = append(t.inv, z)
		t.words = append(t.words, max(1, n-(restBits*(k-1)-8)/wordBits))
		if f.BitLen() <= restBits*k {
			break
		}
	}
	t.err = 12 // see expFixed
	return t
}

// cutFixed cuts a ball in (0, 1) to n words, with an error of at most one unit: the radius must not reach the next unit.
func (c *Context) cutFixed(f *fixed, x *ball, n int) {
	lo := c.end(x, -1)
	fixedOf(f, lo, n)
	if !x.rad.less(mag{1 << 31, -31 - wordBits*n - 32}) {
		panic("number: the tables need more words")
	}
}

// expFixed sets z to e^−t within 10 units of n words, for t in [0, 1); t is destroyed.
//
// Errors, in units of n words. The sum e^−r = 1 − r(1 − r(1/2! − r(1/3! − …))): the part from term k on is kept to w(k) words with
// 64·w(k) + 24(k−1) >= 64n + 8. Step k, whose result is multiplied by r^k < 2^(−24k) in the end, has a cut 1/k! (1 unit of w(k) words), a
// product of w(k+1) words (1 unit there and a hair, see mulFixed), and r cut to w(k+1) words (1 unit there): with 64·w(k+1) + 24k >= 64n + 8 that
// leaves at most 3·2^−8 units for each k >= 1, 1 for all; at k = 0 the product is of n words (1). The cut series adds 1. Each of
// the three tables: 1 for the entry, 1 for the product. Together 9, and a hair for each product and entry: 10.
// expTable.err has 2 more for the argument's error (reduce), which e^−t does not enlarge.
func (t *expTable) expFixed(z, x *fixed) {
	n := t.n
	a, b, c := x[0]>>56, x[0]>>48&255, x[0]>>40&255
	x[0] &= 1<<40 - 1
	var f, g fixed
	acc, p := &f, &g
	k := len(t.inv) - 1
	copyFixed(acc, &t.inv[k], n)
	for k--; k >= 2; k-- {
		w, v := t.words[k], t.words[k+1]
		mulFixed(p, acc, x, v)
		subFixed(acc, &t.inv[k], p, w, v)
	}
	// terms 1 and 0: 1 − r·(1 − r·acc); the inner 1 − … is a fraction because r·acc > 0, or else the whole is 1 − r
	mulFixed(p, acc, x, t.words[2])
	for i := t.words[2]; i < n; i++ {
		p[i] = 0
	}
	if negFixed(acc, p, n) {
		mulFixed(p, acc, x, n)
	} else {
		copyFixed(p, x, n)
	}
	one := !negFixed(acc, p, n)
	for i, j := range [tables]uint64{a, b, c} {
		switch {
		case j == 0:
		case one:
			copyFixed(acc, &t.t[i][j], n)
			one = false
		default:
			mulFixed(p, acc, &t.t[i][j], n)
			acc, p = p, acc
		}
	}
	if one { // 1 itself is no fraction: one unit less
		for i := range n {
			acc[i] = 1<<64 - 1
		}
	}
	copyFixed(z, acc, n)
}

// copyFixed copies the n words that matter.
func copyFixed(z, x *fixed, n int) {
	for i := range n {
		z[i&15] = x[i&15]
	}
}

// subFixed is z = x − y for x of w words and y of v <= w, x >= y.
func subFixed(z, x, y *fixed, w, v int) {
	var b uint64
	for i := w - 1; i >= v; i-- {
		z[i&mask] = x[i&mask]
	}
	for i := v - 1; i >= 0; i-- {
		z[i&mask], b = bits.Sub64(x[i&mask], y[i&mask], b)
	}
}

// negFixed is z = 1 − x, or false when x = 0.
func negFixed(z, x *fixed, n int) bool {
	var b uint64
	for i := n - 1; i >= 0; i-- {
		z[i&mask], b = bits.Sub64(0, x[i&mask], b)
	}
	return b != 0
}

// reduce gives e^±x, x the magnitude of a ball's midpoint, as e^−t·2^shift with t in [0, 1): t = x − k·log 2 for e^−x, k·log 2 − x for
// e^x. t is within 2 units: x is cut to n words (1), k < 2^20 times log 2 to n+1 words is cut (1). False when x is too large.
func (t *expTable) reduce(f *fixed, x *ball, positive bool) (shift int, ok bool) {
	n := t.n
	whole, ok := fixedOf(f, x, n)
	if !ok || whole >= 1<<20 {
		return 0, false
	}
	// k = ⌊y⌋ for a y at most 2^−42 below x/log 2: x cut to 44 places, 1/log 2 to 63. So x − k·log 2 < log 2 + 2^−42 < 1.
	k, _ := bits.Mul64(whole<<44|f[0]>>20, 0xb8aa3b295c17f0bb)
	k >>= 43
	if positive {
		k++
	}
	if k == 0 {
		return 0, true
	}
	for {
		// p = k·log 2, whole part pw
		var p fixed
		h, _ := bits.Mul64(t.ln2[n], k)
		carry := h
		for i := n - 1; i >= 0; i-- {
			h, l := bits.Mul64(t.ln2[i], k)
			var c uint64
			p[i&mask], c = bits.Add64(l, carry, 0)
			carry = h + c
		}
		var b uint64
		var d fixed
		if positive { // t = k·log 2 − x
			for i := n - 1; i >= 0; i-- {
				d[i&mask], b = bits.Sub64(p[i&mask], f[i&mask], b)
			}
			_, b = bits.Sub64(carry, whole, b)
			if b != 0 { // k was one too small
				k++
				continue
			}
			*f = d
			return int(k), true
		}
		for i := n - 1; i >= 0; i-- {
			d[i&mask], b = bits.Sub64(f[i&mask], p[i&mask], b)
		}
		_, b = bits.Sub64(whole, carry, b)
		if b != 0 {
			k--
			continue
		}
		*f = d
		return -int(k), true
	}
}

// expWords is e^m for the midpoint m of x, kept to the words of the given context, or nil where the kernel does not suffice.
func (c *Context) expWords(x *ball, to *Context) *ball {
	t := expTableFor(c.words)
	var f fixed
	shift, ok := t.reduce(&f, x, !x.neg)
	if !ok {
		return nil
	}
	t.expFixed(&f, &f)
	return to.ofFixed(&f, c.words, shift, t.err)
}
