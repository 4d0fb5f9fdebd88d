package number

import (
	"math/big"
	"math/bits"
)

// ball is the set of reals within rad of ±m·2^(64e). m is little-endian, its first and last words are not zero; an empty
// m is the midpoint 0. A ball is immutable once made, and m is shared freely.
//
// Whole words as exponents make an aligned sum or a cut a matter of indexing, with no bit shifted; the price is that the
// top word may hold a single bit, so that a midpoint of k words has from 64(k−1)+1 to 64k significant bits.
type ball struct {
	m   []big.Word
	e   int
	neg bool
	rad mag
}

// Limits of size. A ball beyond 2^maxBits cannot be made; one below 2^-maxBits becomes the enclosure of 0 with radius 2^-maxBits.
const maxBits = 1 << 22

// set makes x's midpoint the value of z without copying, for reading only.
func (x *ball) view(z *big.Int) *big.Int {
	z.SetBits(x.m)
	if x.neg {
		z.Neg(z)
	}
	return z
}

// top is the exponent of two with |mid| < 2^top; very small for a zero midpoint.
func (x *ball) top() int {
	if len(x.m) == 0 {
		return -2 * maxBits
	}
	return wordBits*(x.e+len(x.m)-1) + bits.Len(uint(x.m[len(x.m)-1]))
}

// upper bounds |mid| from above.
func (x *ball) upper() mag {
	n := len(x.m)
	if n == 0 {
		return mag{}
	}
	w, e := uint64(x.m[n-1]), wordBits*(x.e+n-1)
	if n == 1 {
		return magOf(w, e)
	}
	if l := bits.LeadingZeros64(w); l > 0 {
		w = w<<l | uint64(x.m[n-2])>>(64-l)
		e -= l
	}
	return carried(w>>32+1, e+32)
}

// lower bounds |mid| from below.
func (x *ball) lower() mag {
	n := len(x.m)
	if n == 0 {
		return mag{}
	}
	w, e := uint64(x.m[n-1]), wordBits*(x.e+n-1)
	if l := bits.LeadingZeros64(w); l > 0 {
		w <<= l
		if n > 1 {
			w |= uint64(x.m[n-2]) >> (64 - l)
		}
		e -= l
	}
	return mag{w >> 32, e + 32}
}

// lowerOf bounds the distance of the ball from zero from below: 0 when the ball holds 0.
// With a lower bound a of |mid| and rad r, a − r in 64 bits, cut down.
func (x *ball) distance() mag {
	a, r := x.lower(), x.rad
	if r.m == 0 {
		return a
	}
	if !r.less(a) {
		return mag{}
	}
	d := a.e - r.e // a > r and both normal, so d >= 0
	am, rm := a.m<<31, uint64(1)
	if d < 62 {
		rm = (r.m<<31)>>d + 1
	}
	if rm >= am {
		return mag{}
	}
	v := am - rm // value v·2^(a.e−31), cut down to 32 bits
	n := bits.Len64(v)
	if n >= 32 {
		return mag{v >> (n - 32), a.e - 31 + n - 32}
	}
	return mag{v << (32 - n), a.e - 31 + n - 32}
}

// holdsZero says whether 0 may lie in the ball; false is a proof that it does not.
func (x *ball) holdsZero() bool { return x.distance().isZero() }

// ball keeps |v|·2^(64e), with v's sign, to the context's number of words, adding what is cut to rad.
// v may be scratch: its words are copied.
func (c *Context) ball(v *big.Int, e int, rad mag) *ball {
	return c.round(v.Bits(), v.Sign() < 0, e, rad)
}

// round makes a ball of the words m, cut to c.words and stripped of zero words at both ends.
func (c *Context) round(m []big.Word, neg bool, e int, rad mag) *ball {
	m, e, rad = c.cut(m, e, rad)
	b := c.newBall()
	b.m = c.newWords(len(m))
	for i, w := range m {
		b.m[i] = w
	}
	b.e, b.neg, b.rad = e, neg && len(m) > 0, rad
	return b
}

// cut keeps the top c.words words of m without zero words at both ends, and adds to rad what it cuts.
func (c *Context) cut(m []big.Word, e int, rad mag) ([]big.Word, int, mag) {
	n := len(m)
	for n > 0 && m[n-1] == 0 {
		n--
	}
	m = m[:n]
	if cut := n - c.words; cut > 0 {
		if rad.m != 0 || !allZero(m[:cut]) {
			rad = rad.add(ulp(e + cut)) // what is cut is less than one unit of the last word kept
		}
		m, e = m[cut:], e+cut
	}
	for len(m) > 0 && m[0] == 0 {
		m, e = m[1:], e+1
	}
	if top := wordBits * (e + len(m)); len(m) > 0 && (top > maxBits || top < -maxBits) || rad.e > maxBits {
		if top > 0 || rad.e > maxBits {
			panic(&LimitError{"a result beyond 2^" + itoa(maxBits), "numbers go up to 2^" + itoa(maxBits)})
		}
		m, rad = nil, rad.add(mag{1 << 31, -maxBits})
	}
	if len(m) == 0 {
		e = 0
	}
	return m, e, rad
}

func allZero(m []big.Word) bool {
	for _, w := range m {
		if w != 0 {
			return false
		}
	}
	return true
}

// ulp is 2^(64e).
func ulp(e int) mag { return mag{1 << 31, wordBits*e - 31} }

// addBalls is x+y, or x−y when sub.
// The midpoints are added exactly, and the radii are added; a midpoint too small to matter goes into the radius.
func (c *Context) addBalls(x, y *ball, sub bool) *ball {
	if c.short(x) && c.short(y) {
		if z, ok := c.addShort(x, y, sub); ok {
			return z
		}
	}
	yneg := y.neg != sub
	rad := x.rad.add(y.rad)
	if len(y.m) == 0 {
		return c.round(x.m, x.neg, x.e, rad)
	}
	if len(x.m) == 0 {
		return c.round(y.m, yneg, y.e, rad)
	}
	if low := x.e + len(x.m) - c.words - 2; y.e+len(y.m) < low {
		return c.round(x.m, x.neg, x.e, rad.add(y.upper()))
	}
	if low := y.e + len(y.m) - c.words - 2; x.e+len(x.m) < low {
		return c.round(y.m, yneg, y.e, rad.add(x.upper()))
	}
	e := min(x.e, y.e)
	a, b := x.view(&c.a), y.view(&c.b)
	if yneg != y.neg {
		b.Neg(b)
	}
	if x.e > e {
		a = c.t.Lsh(a, uint(x.e-e)*wordBits)
	} else if y.e > e {
		b = c.t.Lsh(b, uint(y.e-e)*wordBits)
	}
	return c.ball(c.z.Add(a, b), e, rad)
}

// mulBalls is x·y: |xy − mx·my| <= |mx|·ry + |my|·rx + rx·ry for every x and y in the balls.
func (c *Context) mulBalls(x, y *ball) *ball {
	if c.short(x) && c.short(y) {
		return c.mulShort(x, y)
	}
	var rad mag
	if !x.rad.isZero() || !y.rad.isZero() {
		rad = x.upper().mul(y.rad).add(x.rad.mul(y.upper().add(y.rad)))
	}
	return c.ball(mulInt(&c.z, x.view(&c.a), y.view(&c.b)), x.e+y.e, rad)
}

// quoBalls is x/y for a y that does not hold 0, with d <= |y| for all its points.
// x/y − mx/my = (x − mx)/y − (mx/my)(y − my)/y, so the radius is (rx + |mx/my|·ry)/d, plus one unit for the cut quotient.
func (c *Context) quoBalls(x, y *ball, d mag) *ball {
	if c.short(x) && c.short(y) && len(x.m) > 0 {
		return c.quoShort(x, y, d)
	}
	s := max(0, c.words+1+len(y.m)-len(x.m)) // words put to x so that the quotient has at least c.words
	q := c.z.Quo(c.t.Lsh(x.view(&c.a), uint(s)*wordBits), y.view(&c.b))
	e := x.e - s - y.e
	rad := ulp(e)
	if !x.rad.isZero() || !y.rad.isZero() {
		ratio := x.upper().quo(y.lower())
		rad = rad.add(x.rad.add(ratio.mul(y.rad)).quo(d))
	}
	return c.ball(q, e, rad)
}

// sqrtDown bounds √a from below: √a <= sqrt(a), whose result is at most (1+2^-29) times too large.
func (a mag) sqrtDown() mag {
	r := a.sqrt()
	if r.m >= 1<<31+8 {
		r.m -= 8
		return r
	}
	return mag{(r.m - 8) << 1, r.e - 1}
}

// shift is x·2^n.
func (c *Context) shiftBall(x *ball, n int) *ball {
	w := n >> 6
	s := uint(n & 63)
	e := x.e + w
	if s == 0 {
		return c.round(x.m, x.neg, e, x.rad.shift(n))
	}
	return c.ball(c.z.Lsh(x.view(&c.a), s), e, x.rad.shift(n))
}

// widen adds r to the radius.
func (c *Context) widen(x *ball, r mag) *ball {
	b := c.newBall()
	*b = *x
	b.rad = b.rad.add(r)
	return b
}

// point is the midpoint of x, as a ball of radius 0.
func (c *Context) point(x *ball) *ball {
	if x.rad.isZero() {
		return x
	}
	b := c.newBall()
	*b = *x
	b.rad = mag{}
	return b
}

// end is the upper (sign > 0) or lower end of x, as an exact point on or just outside x.
func (c *Context) end(x *ball, sign int) *ball {
	if x.rad.isZero() {
		return x
	}
	w := c.at(max(c.words, len(x.m)) + 4)
	p := w.addBalls(c.point(x), c.magBall(x.rad), sign < 0)
	if p.rad.isZero() {
		return p
	}
	// The sum was cut, or the smaller term absorbed: it is off by at most B^j, B = 2^64. Raised so that B^j reaches the words of p,
	// B^j is added outward exactly: the sum has at most w.words words.
	j := max(ceilDiv(p.rad.e+32, wordBits), p.e+len(p.m)-w.words+1)
	return w.point(w.addBalls(w.point(p), w.wordBall(1, j), sign < 0))
}

// ceilDiv is ⌈a/b⌉ for b > 0.
func ceilDiv(a, b int) int {
	q := a / b
	if q*b < a {
		q++
	}
	return q
}

// magBall is the exact value of a mag.
func (c *Context) magBall(r mag) *ball {
	if r.isZero() {
		return c.zeroBall()
	}
	return c.shiftBall(c.wordBall(r.m, 0), r.e)
}

func (c *Context) wordBall(w uint64, e int) *ball {
	return c.round([]big.Word{big.Word(w)}, false, e, mag{})
}

func (c *Context) zeroBall() *ball { return c.newBall() }

// hull is the least ball, near enough, that holds both balls.
func (c *Context) hull(x, y *ball) *ball {
	lo, hi := c.end(x, -1), c.end(y, 1)
	if c.cmp(lo, hi) > 0 {
		lo, hi = hi, lo
	}
	for _, b := range []*ball{x, y} {
		if p := c.end(b, -1); c.cmp(p, lo) < 0 {
			lo = p
		}
		if p := c.end(b, 1); c.cmp(p, hi) > 0 {
			hi = p
		}
	}
	mid := c.point(c.shiftBall(c.addBalls(lo, hi, false), -1))
	// the distance to either end, whatever the midpoint was rounded to
	a, b := c.addBalls(mid, lo, true), c.addBalls(hi, mid, true)
	r := a.upper().add(a.rad)
	if s := b.upper().add(b.rad); r.less(s) {
		r = s
	}
	return c.widen(mid, r)
}

// cmp compares two points exactly.
func (c *Context) cmp(x, y *ball) int {
	if sx, sy := x.sign(), y.sign(); sx != sy || sx == 0 {
		return sx - sy
	}
	if tx, ty := x.e+len(x.m), y.e+len(y.m); tx != ty {
		if (tx > ty) != x.neg {
			return 1
		}
		return -1
	}
	e := min(x.e, y.e)
	var a, b, t big.Int
	p, q := x.view(&a), y.view(&b)
	if x.e > e {
		p = t.Lsh(p, uint(x.e-e)*wordBits)
	} else if y.e > e {
		q = t.Lsh(q, uint(y.e-e)*wordBits)
	}
	return p.Cmp(q)
}

// sign is the sign of the midpoint.
func (x *ball) sign() int {
	switch {
	case len(x.m) == 0:
		return 0
	case x.neg:
		return -1
	}
	return 1
}
