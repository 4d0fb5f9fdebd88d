package number

import (
	"math/big"
	"math/bits"
)

// Dot gives Σ xs[i]·ys[i]; the empty sum is 0. The slices must be equally long. Where all factors are enclosures of similar size the
// products are added up exactly and rounded once, so that the radius is the sum of the products' radii and one unit of the last
// word; else it is the sum of products, each rounded.
func (c *Context) Dot(xs, ys []Real) Real {
	if len(xs) != len(ys) {
		panic("number: Dot of slices of different lengths")
	}
	if z, ok := c.dotShort(xs, ys); ok {
		return z
	}
	var s Real
	for i, x := range xs {
		s = c.Add(s, c.Mul(x, ys[i]))
	}
	return s
}

// dotWords is the length of the accumulators of dotShort, with a word for carries: a product of two shorts has 2·smallWords words.
const dotWords = 3*smallWords + 1

// dotShort adds the positive and the negative products apart, as integers in units of B^lo, where all of them fit dotWords.
func (c *Context) dotShort(xs, ys []Real) (Real, bool) {
	if len(xs) < 2 || c.words > smallWords {
		return Real{}, false
	}
	lo, hi := maxBits, -maxBits
	for i := range xs {
		x, y := xs[i].ball, ys[i].ball
		if x == nil || y == nil || len(x.m) == 0 || len(y.m) == 0 || !c.short(x) || !c.short(y) {
			return Real{}, false
		}
		lo, hi = min(lo, x.e+y.e), max(hi, x.e+len(x.m)+y.e+len(y.m))
	}
	if hi-lo >= dotWords {
		return Real{}, false
	}
	var sums [2][dotWords]big.Word // positive, negative
	var rad mag
	for i := range xs {
		x, y := xs[i].ball, ys[i].ball
		var z [2 * smallWords]big.Word
		n := len(x.m) + len(y.m)
		product(z[:n], x.m, y.m)
		side := 0
		if x.neg != y.neg {
			side = 1
		}
		to := sums[side][x.e+y.e-lo:]
		var carry uint64
		for j, w := range z[:n] {
			var s uint64
			s, carry = bits.Add64(uint64(to[j]), uint64(w), carry)
			to[j] = big.Word(s)
		}
		for j := n; carry != 0; j++ { // the last word has room for 2^64 products
			to[j]++
			if to[j] != 0 {
				carry = 0
			}
		}
		if x.rad.m|y.rad.m != 0 {
			rad = rad.add(x.upper().mul(y.rad).add(x.rad.mul(y.upper().add(y.rad))))
		}
	}
	a, b := c.a.SetBits(trimmed(sums[0][:])), c.b.SetBits(trimmed(sums[1][:]))
	return enclosure(c.ball(c.z.Sub(a, b), lo, rad)), true
}
