package number

import (
	"math/big"
	"math/bits"
)

// Sqrt gives √x, exact when x is the square of a rational. x < 0 is a *DomainError, an enclosure that holds 0 and more an
// *UndecidedError. The radius is r/√m plus a few units of the last word.
func (c *Context) Sqrt(x Real) (Real, error) {
	switch sign, decided := x.Sign(); {
	case !decided:
		return Real{}, undecided("whether the square root exists", x)
	case sign < 0:
		return Real{}, &DomainError{"the square root", x.String(), "x ≥ 0"}
	case sign == 0:
		return Real{}, nil
	}
	switch {
	case x.isSmall():
		n, d := isqrt64(uint64(x.num)), isqrt64(x.den+1)
		if n*n == uint64(x.num) && d*d == x.den+1 {
			return small(int64(n), d), nil
		}
	case x.rat != nil:
		if r, ok := exactRoot(x.rat, 2); ok {
			return c.keep(r), nil
		}
	}
	return enclosure(c.sqrtBall(c.at(c.words + 1).of(x))), nil
}

// exactRoot is the q-th root of r > 0 when it is rational.
func exactRoot(r *big.Rat, q int) (*big.Rat, bool) {
	n, ok := intRoot(r.Num(), q)
	if !ok {
		return nil, false
	}
	d, ok := intRoot(r.Denom(), q)
	if !ok {
		return nil, false
	}
	return new(big.Rat).SetFrac(n, d), true
}

// isqrt64 is ⌊√a⌋: Newton from above (Cohen, "A Course in Computational Algebraic Number Theory", 1.7.1). The start is right to a few bits.
func isqrt64(a uint64) uint64 {
	if a == 0 {
		return 0
	}
	n := uint(bits.Len64(a))
	// √a <= (a/2^h + 2^h)/2 for every h
	h := (n + 1) / 2
	s := (a>>h+1<<h)/2 + 1
	for {
		t := (s + a/s) / 2
		if t >= s {
			return s
		}
		s = t
	}
}

// sqrtBall is √x for x with mid >= rad, mid > 0.
// For every point v of the ball, |√v − √mid| = |v − mid|/(√v + √mid) <= rad/√mid.
//
// mid = a·2^2k with a in [1/4, 1); √a is computed to c.words words, within 3 units: 2 of the root and a hair for what is cut from a.
func (c *Context) sqrtBall(x *ball) *ball {
	n := c.words
	y, k := (*ball)(nil), 0
	if n <= smallWords {
		var a [2 * smallWords]big.Word
		var s [smallWords]big.Word
		if k = x.radicand(a[:2*n]); a[2*n-1] < rootLimit {
			rootWords(s[:n], a[:2*n])
			y = c.ofWords(s[:n], k, 3)
		}
	}
	if y == nil {
		a := make([]big.Word, 2*n)
		k = x.radicand(a)
		y = c.ofWords(c.series.root(a, n), k, 3)
	}
	if !x.rad.isZero() {
		y.rad = y.rad.add(x.rad.quo(x.lower().sqrtDown()))
	}
	return y
}

// radicand sets a to the fraction in [1/4, 1) with mid = a·4^k, cut.
func (x *ball) radicand(a []big.Word) (k int) {
	top := len(x.m) - 1
	l := bits.LeadingZeros64(uint64(x.m[top]))
	k = wordBits*(x.e+len(x.m)) - l
	if k&1 != 0 {
		k, l = k+1, l-1
	}
	at := len(a) - 1
	if l < 0 {
		at, l = at-1, 63
	}
	for i, j := at, top; i >= 0 && j >= 0; i, j = i-1, j-1 {
		a[i] = x.m[j]
	}
	if l > 0 {
		for i := len(a) - 1; i > 0; i-- {
			a[i] = a[i]<<uint(l) | a[i-1]>>uint(64-l)
		}
		a[0] <<= uint(l)
	}
	return k / 2
}

// ofWords is the ball of the n words z after the point, times 2^shift, with a radius of err units.
func (c *Context) ofWords(z []big.Word, shift int, err uint64) *ball {
	n := len(z)
	e, rad := shift>>6-n, magOf(err, shift-n*wordBits)
	s := uint(shift & 63)
	if s == 0 {
		return c.round(z, false, e, rad)
	}
	var buf [smallWords + 1]big.Word
	w := buf[:]
	if n > smallWords {
		w = make([]big.Word, n+1)
	}
	shiftLeft(w[:n+1], z, s)
	return c.round(w[:n+1], false, e, rad)
}

// rootLimit is the first word from which √a is too near to a for rootWords.
const rootLimit = 1<<64 - 1<<44

// rootWords sets s to √a within 2 units of its n words, for a of 2n words in [1/4, 1 − 2^−20).
//
// A step of Heron's method from s₀ gives (s₀ + a/s₀)/2 = √a + (s₀ − √a)²/(2s₀), never below √a, before the quotient and the half are cut, at most
// one unit together; and as √a >= 1/2, the result is at least 1/2 too, so that the next divisor is normalized. The first word: ⌊√⌋ of
// a's first word is within 1.01 units of 2^−32, so the step's result within 1.03 units. Two words from that: 1.07 units. More words, from k = ⌊n/2⌋ + 1 words
// within 2 units: at most 4·2^(−128k) <= 4·2^−64 units above, one below. What is cut from a matters by a hair. A quotient is below 1, because
// √a − a > 2^−22 is far above the errors of s₀.
func rootWords(s, a []big.Word) {
	n := len(s)
	switch n {
	case 1:
		r := isqrt64(uint64(a[1])) << 32
		q, _ := bits.Div64(uint64(a[1]), uint64(a[0]), r)
		s[0] = big.Word(r/2 + q/2 + r&q&1)
		return
	case 2:
		rootWords(s[1:], a[2:])
		v := uint64(s[1])
		q1, r := bits.Div64(uint64(a[3]), uint64(a[2]), v)
		q0, _ := bits.Div64(r, uint64(a[1]), v)
		hi, carry := bits.Add64(v, q1, 0)
		s[1] = big.Word(hi>>1 | carry<<63)
		s[0] = big.Word(q0>>1 | hi<<63)
		return
	}
	k := n/2 + 1
	rootWords(s[n-k:], a[2*(n-k):])
	var u [2 * smallWords]big.Word
	var q [smallWords]big.Word
	copy(u[:n+k], a[n-k:])
	quotient(q[:n], u[:n+k], s[n-k:])
	var carry uint64
	clear(s[:n-k])
	for i := range s {
		var w uint64
		w, carry = bits.Add64(uint64(s[i]), uint64(q[i]), carry)
		s[i] = big.Word(w)
	}
	for i := range n - 1 {
		s[i] = s[i]>>1 | s[i+1]<<63
	}
	s[n-1] = s[n-1]>>1 | big.Word(carry)<<63
}

// root is √a to n words within 2 units, for a of 2n words in [1/4, 1): by the same steps, with the remainder, s₀ + (a − s₀²)/(2s₀), so that
// the quotient is short (Brent & Zimmermann, "Modern Computer Arithmetic", 1.5.2, without the last correction).
func (s *series) root(a []big.Word, n int) []big.Word {
	z := s.rootSteps(a, n).Bits()
	if len(z) > n { // 1 itself: one unit less
		z = z[:n]
		for i := range z {
			z[i] = 1<<64 - 1
		}
	}
	return z
}

func (s *series) rootSteps(a []big.Word, n int) *big.Int {
	if n <= smallWords {
		if a[2*n-1] < rootLimit {
			z := make([]big.Word, n)
			rootWords(z, a)
			return new(big.Int).SetBits(z)
		}
		return new(big.Int).Sqrt(s.view.SetBits(a))
	}
	k := n/2 + 1
	z := s.rootSteps(a[2*(n-k):], k)
	// (a − z²)·2^(64(n−k))/(2z) in units of n words: of a, n + k words
	r := mulInt(&s.t, z, z)
	r.Sub(s.view.SetBits(a[2*(n-k):]), r)
	r = s.u.Lsh(r, uint(n-k)*wordBits)
	r.Add(r, s.view.SetBits(trimmed(a[n-k:2*(n-k)])))
	q := s.t.Quo(r, s.divisor.Lsh(z, 1))
	return z.Add(z.Lsh(z, uint(n-k)*wordBits), q)
}

func trimmed(w []big.Word) []big.Word {
	for len(w) > 0 && w[len(w)-1] == 0 {
		w = w[:len(w)-1]
	}
	return w
}
