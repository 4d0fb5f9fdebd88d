package number

import (
	"math/big"
	"math/bits"
)

// The arithmetic of short balls: at most smallWords words each, without math/big. Radii are as in ball.go.

// mulShort is x·y.
func (c *Context) mulShort(x, y *ball) *ball {
	n := 0
	z := &c.scratch
	if len(x.m) > 0 && len(y.m) > 0 {
		n = len(x.m) + len(y.m)
		product(z[:n], x.m, y.m)
	}
	var rad mag
	if x.rad.m|y.rad.m != 0 {
		rad = x.upper().mul(y.rad).add(x.rad.mul(y.upper().add(y.rad)))
	}
	return c.round(z[:n], x.neg != y.neg, x.e+y.e, rad)
}

// mulFraction is ±x·num/den for words num and den > 0: the product by a word is exact, the cut quotient is less than a unit off.
func (c *Context) mulFraction(x *ball, num, den uint64, neg bool) *ball {
	z, e, rad := c.fractionWords(c.scratch[:], x, num, den)
	return c.round(z, x.neg != neg, e, rad)
}

// fractionWords are the words of |x|·num/den in buf, with their exponent and radius.
func (c *Context) fractionWords(buf []big.Word, x *ball, num, den uint64) (z []big.Word, e int, rad mag) {
	extra := 0 // low zero words, so that the quotient fills the precision
	if den != 1 {
		extra = max(1, c.words+1-len(x.m))
	}
	z = buf[:extra+len(x.m)+1]
	rad, e = x.rad, x.e-extra
	if num == 1 {
		z = z[:extra+len(x.m)]
		spread(z, x.m, extra)
	} else {
		spread(z, nil, extra)
		timesWord(z[extra:], x.m, num)
		rad = rad.mul(magOf(num, 0))
	}
	if den != 1 {
		rad = rad.quo(magDown64(den))
		if overWord(z, den) != 0 {
			rad = rad.add(ulp(e))
		}
	}
	return z, e, rad
}

// spread puts m into z from word at on, between zero words. For so few words a call of the runtime would take longer.
func spread(z, m []big.Word, at int) {
	for i := at - 1; i >= 0; i-- {
		z[i] = 0
	}
	for i, w := range m {
		z[at+i] = w
	}
	for i := len(z) - 1; i >= at+len(m); i-- {
		z[i] = 0
	}
}

// operand is the ball of x for use as an operand right away: a short rational is put into the context's memory, place 0 or 1.
func (c *Context) operand(x Real, place int) *ball {
	if x.ball != nil || x.rat != nil || c.words > smallWords {
		return c.of(x)
	}
	n := ball{m: []big.Word{big.Word(magnitude(x.num))}}
	if x.num == 0 {
		n.m = nil
	}
	t := &c.operands[place]
	z, e, rad := c.fractionWords(t.words[:], &n, 1, x.den+1)
	z, e, rad = c.cut(z, e, rad)
	t.ball = ball{z, e, x.num < 0, rad}
	return &t.ball
}

// operandMemory is for one operand that is used right away: see Context.operand.
type operandMemory struct {
	ball  ball
	words [2*smallWords + 2]big.Word
}

// short says that the context and x suit the arithmetic of this file.
func (c *Context) short(x *ball) bool { return c.words <= smallWords && len(x.m) <= smallWords }

// magDown64 bounds n > 0 from below.
func magDown64(n uint64) mag {
	l := bits.LeadingZeros64(n)
	return mag{n << l >> 32, 32 - l}
}

// addShort is x + y, or x − y when sub, when their words overlap or nearly so; ok is false when they are too far apart.
func (c *Context) addShort(x, y *ball, sub bool) (z *ball, ok bool) {
	yneg := y.neg != sub
	lo, hi := min(x.e, y.e), max(x.e+len(x.m), y.e+len(y.m))
	n := hi - lo
	if n > 2*smallWords || len(x.m) == 0 || len(y.m) == 0 {
		return nil, false
	}
	rad := x.rad.add(y.rad)
	buf := c.scratch[:n+1]
	spread(buf, x.m, x.e-lo)
	var carry uint64
	if x.neg == yneg {
		to := buf[y.e-lo:]
		for i, w := range y.m {
			var s uint64
			s, carry = bits.Add64(uint64(to[i]), uint64(w), carry)
			to[i] = big.Word(s)
		}
		for i := y.e - lo + len(y.m); carry != 0; i++ {
			buf[i]++
			if buf[i] != 0 {
				carry = 0
			}
		}
		return c.round(buf[:n+1], x.neg, lo, rad), true
	}
	to := buf[y.e-lo : n]
	for i := range to {
		var w uint64
		if i < len(y.m) {
			w = uint64(y.m[i])
		} else if carry == 0 {
			break
		}
		var s uint64
		s, carry = bits.Sub64(uint64(to[i]), w, carry)
		to[i] = big.Word(s)
	}
	neg := x.neg
	if carry != 0 { // y was the larger: negate
		neg = !neg
		carry = 0
		for i := range buf[:n] {
			var s uint64
			s, carry = bits.Sub64(0, uint64(buf[i]), carry)
			buf[i] = big.Word(s)
		}
	}
	return c.round(buf[:n], neg, lo, rad), true
}

// quoShort is x/y, d <= |y|: the quotient of at least c.words words, cut.
func (c *Context) quoShort(x, y *ball, d mag) *ball {
	// v = y shifted to set its top bit, with a low zero word when it has only one; u = x, shifted alike, over enough zero words
	var vb [smallWords + 1]big.Word
	v := vb[:max(2, len(y.m))]
	s := uint(bits.LeadingZeros64(uint64(y.m[len(y.m)-1])))
	ve := y.e - (len(v) - len(y.m))
	copy(v[len(v)-len(y.m):], y.m)
	if s > 0 {
		for i := len(v) - 1; i > 0; i-- {
			v[i] = v[i]<<s | v[i-1]>>(64-s)
		}
		v[0] <<= s
	}
	words := max(c.words+1, len(x.m)+1-len(v)) // so that all of x finds room
	var ub [3*smallWords + 4]big.Word
	u := ub[:len(v)+words]
	// the top len(v) words of u must be less than v: x starts one word below the top
	ue := x.e + len(x.m) + 1 - len(u)
	low := len(u) - 1 - len(x.m)
	shiftLeft(u[low:], x.m, s)
	var q [smallWords + 1]big.Word
	quotient(q[:words], u, v)
	e := ue - ve
	rad := ulp(e)
	if x.rad.m|y.rad.m != 0 {
		r := x.rad
		if y.rad.m != 0 {
			r = r.add(x.upper().quo(y.lower()).mul(y.rad))
		}
		rad = rad.add(r.quo(d))
	}
	return c.round(q[:words], x.neg != y.neg, e, rad)
}
