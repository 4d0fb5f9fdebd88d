package number

import (
	"math/big"
	"math/bits"
)

// Sine and cosine on words: for t in [0, 1) with the first bytes a and b, the tables hold sine and cosine of a/2⁸ and b/2¹⁶, what is left is
// r < 2^−16 with short Taylor sums, and the three angles are added (Muller, "Elementary Functions", 3rd ed., 4.2).

const trigRest = 16 // r < 2^−trigRest

// trigTable serves lengths as logTable does.
type trigTable struct {
	sin, cos  [2][]fixed             // of j/2^(8i); entry 0 is not used, for cos 0 is no fraction
	odd, even []fixed                // 1/(2k−1)! and 1/(2k−2)!, from k = 2 on
	terms     [smallWords + 1]int    // the last k used at n words
	halfPi    [smallWords + 1]uint64 // of π/2 − 1
}

var trigTables = tablesUpTo(func(words int) *trigTable {
	t := &trigTable{}
	c := NewContext(uint(words+2) * wordBits)
	for i := range t.sin {
		u := c.shiftBall(c.wordBall(1, 0), -8*(i+1))
		v := c.mulBalls(u, u)
		s1, c1 := c.mulBalls(u, c.evenSeries(v, 1)), c.evenSeries(v, 0)
		t.sin[i], t.cos[i] = make([]fixed, 256), make([]fixed, 256)
		for j, s, k := 1, s1, c1; j < 256; j++ {
			c.cutFixed(&t.sin[i][j], s, words)
			c.cutFixed(&t.cos[i][j], k, words)
			s, k = c.addBalls(c.mulBalls(s, c1), c.mulBalls(k, s1), false), c.addBalls(c.mulBalls(k, c1), c.mulBalls(s, s1), true)
		}
	}
	p := c.addBalls(c.shiftBall(c.pi(), -1), c.wordBall(1, 0), true)
	for i := range words + 1 {
		t.halfPi[i] = uint64(p.m[-p.e-i-1])
	}
	t.odd, t.even = make([]fixed, 2), make([]fixed, 2)
	one := new(big.Int).Lsh(oneInt, uint(words)*wordBits)
	f, q := big.NewInt(1), new(big.Int)
	n := 1
	for k := 2; n <= words; k++ {
		f.Mul(f, big.NewInt(int64(2*k-2)))
		t.even = append(t.even, fractionOf(q.Quo(one, f), words))
		f.Mul(f, big.NewInt(int64(2*k-1)))
		t.odd = append(t.odd, fractionOf(q.Quo(one, f), words))
		// what is left out starts below z^k/(2k)!, z = r² < 2^−2trigRest
		for ; n <= words && 2*trigRest*k+f.BitLen()-1 >= n*wordBits; n++ {
			t.terms[n] = k
		}
	}
	return t
})

// trigErr bounds the error of sinCosFixed and of reduceTrig, in units.
const trigErr = 16

// alternating is u(a₂ − u(a₃ − u(…))) to a_k, for u < 2^−s: within 2 units, if a₂ <= 1/2 and u is exact. As in logFixed, a_k and the product
// beside it, and the u of that product, are kept to words that make 3·2^−8 units of what they count in the end, by u^(k−1): 1 for all; and 1 for
// the last product.
func alternating(z, u *fixed, a []fixed, k, s, n int) {
	var p fixed
	acc := a[k]
	for k--; k >= 2; k-- {
		w, v := max(1, n-max(0, (s*(k-2)-8)/wordBits)), max(1, n-max(0, (s*(k-1)-8)/wordBits))
		mulFixed(&p, &acc, u, v)
		subFixed(&acc, &a[k], &p, w, v)
	}
	mulFixed(z, &acc, u, n)
}

// sinCosFixed gives sine and cosine of t in [0, 1) within trigErr − 3 units of n words; one says that the cosine is 1, and cos is then not set.
//
// Errors, in units of n words. z = r² is cut: 1. v = 1 − cos r = z(1/2! − z(1/4! − …)): 2 from the sum, 1/2 from z, 1 from what is left out (the series
// alternates): 3.5. sin r = r − r·z(1/3! − …): the sum counts by r, the product is cut: 1.1. Table entries are cut: 1. For both tables the sum
// s = s₁c₂ + c₁s₂ has two products of factors below 1, of which s₁ < 0.85 and s₂ < 2^−8: 0.85 + 1 + 1 and 1 + 2^−8 + 1, below 5; c = c₁c₂ − s₁s₂ too.
// s(1 − v) + c·sin r: 5 + (3.5·0.85 + 1) + (1.1 + 0.1 + 1), below 12.5; c(1 − v) − s·sin r: 5 + 4.5 + 2.2, below 12.
func (t *trigTable) sinCosFixed(sin, cos, x *fixed, n int) (one bool) {
	a, b := x[0]>>56, x[0]>>48&255
	var r, z, v, s, p fixed
	r = *x
	r[0] &= 1<<48 - 1
	mulFixed(&z, &r, &r, n)
	alternating(&v, &z, t.even, t.terms[n], 2*trigRest, n)
	alternating(&p, &z, t.odd, t.terms[n], 2*trigRest, n)
	mulFixed(&s, &p, &r, n)
	subFixed(&s, &r, &s, n, n)
	var ts, tc fixed
	switch {
	case a == 0 && b == 0:
		if sin != nil {
			*sin = s
		}
		return cos != nil && !negFixed(cos, &v, n)
	case b == 0:
		ts, tc = t.sin[0][a], t.cos[0][a]
	case a == 0:
		ts, tc = t.sin[1][b], t.cos[1][b]
	default:
		s1, c1, s2, c2 := &t.sin[0][a], &t.cos[0][a], &t.sin[1][b], &t.cos[1][b]
		mulFixed(&ts, s1, c2, n)
		mulFixed(&p, c1, s2, n)
		addFixed(&ts, &p, n)
		mulFixed(&tc, c1, c2, n)
		mulFixed(&p, s1, s2, n)
		subFixed(&tc, &tc, &p, n, n)
	}
	if sin != nil {
		mulFixed(&p, &ts, &v, n)
		subFixed(sin, &ts, &p, n, n)
		mulFixed(&p, &tc, &s, n)
		addFixed(sin, &p, n)
	}
	if cos != nil {
		mulFixed(&p, &tc, &v, n)
		subFixed(cos, &tc, &p, n, n)
		mulFixed(&p, &ts, &s, n)
		subFixed(cos, cos, &p, n, n)
	}
	return false
}

// reduceTrig gives q and |x − q·π/2| <= π/4 + 2^−41 within 3 units of n words, for the magnitude of a ball's midpoint, and whether that difference
// is negative: x is cut to n words (1), and q < 2^20 times π/2 to n + 1 words is cut (1 and a hair). False when x is too large.
func (t *trigTable) reduceTrig(f *fixed, x *ball, n int) (q uint64, neg, ok bool) {
	whole, ok := fixedOf(f, x, n)
	if !ok || whole >= 1<<20 {
		return 0, false, false
	}
	if whole == 0 && f[0]>>62 < 3 { // below 3/4 < π/4
		return 0, false, true
	}
	// q = ⌊y + 1/2⌋ for a y at most 2^−42 below x/(π/2): x cut to 44 places, 2/π to 64
	h, _ := bits.Mul64(whole<<44|f[0]>>20, 0xa2f9836e4e441529)
	q = (h + 1<<43) >> 44
	if q == 0 {
		return 0, false, true
	}
	// x − q − q(π/2 − 1)
	carry, _ := bits.Mul64(t.halfPi[n], q)
	var borrow uint64
	for i := n - 1; i >= 0; i-- {
		h, l := bits.Mul64(t.halfPi[i], q)
		var c uint64
		l, c = bits.Add64(l, carry, 0)
		carry = h + c
		f[i&mask], borrow = bits.Sub64(f[i&mask], l, borrow)
	}
	if rest := whole - q - carry - borrow; rest != 0 {
		neg = true // −1: the words are those of 1 + the difference
		negFixed(f, f, n)
	}
	return q, neg, true
}

// sinCosWords gives sine and cosine, where wanted, of the midpoint of x, or false when it is too large or too near a multiple of π/2 for their
// relative accuracy.
func (c *Context) sinCosWords(x *ball, wantSin, wantCos bool) (sin, cos *ball, ok bool) {
	n := c.words
	t := trigTables(n)
	var f fixed
	q, neg, ok := t.reduceTrig(&f, x, n)
	if !ok || f[0]>>40 == 0 && (q != 0 || wantSin) {
		return nil, nil, false
	}
	if q&1 == 1 {
		wantSin, wantCos = wantCos, wantSin
	}
	sin, cos = c.sinCosBalls(&f, wantSin, wantCos)
	if wantSin {
		sin.neg = neg
	}
	sin, cos = turn(sin, cos, int(q&3))
	if x.neg && sin != nil {
		sin.neg = !sin.neg
	}
	return sin, cos, true
}

// sinCosBalls gives new balls of sine and cosine, where wanted, of a fraction within 3 units.
func (c *Context) sinCosBalls(f *fixed, wantSin, wantCos bool) (sin, cos *ball) {
	n := c.words
	var s, k fixed
	ps, pk := &s, &k
	if !wantSin {
		ps = nil
	}
	if !wantCos {
		pk = nil
	}
	one := trigTables(n).sinCosFixed(ps, pk, f, n)
	if wantSin {
		sin = c.ofFixed(&s, n, 0, trigErr)
	}
	if wantCos {
		if one {
			cos = c.widen(c.wordBall(1, 0), magOf(trigErr, -n*wordBits))
		} else {
			cos = c.ofFixed(&k, n, 0, trigErr)
		}
	}
	return sin, cos
}

// turn gives sine and cosine of t + n·π/2 from those of t; either may be nil.
func turn(sin, cos *ball, n int) (*ball, *ball) {
	flip := func(x *ball) *ball {
		if x == nil {
			return nil
		}
		return x.flip()
	}
	switch n & 3 {
	case 1:
		return cos, flip(sin)
	case 2:
		return flip(sin), flip(cos)
	case 3:
		return flip(cos), sin
	}
	return sin, cos
}
