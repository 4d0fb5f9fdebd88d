package number

import "math/bits"

// mag is a non-negative upper bound m·2^e, with 2^31 <= m < 2^32, or m = 0 for 0. Every operation rounds up. It is the
// radius type of Arb (F. Johansson, "Arb: efficient arbitrary-precision midpoint-radius interval arithmetic", IEEE Trans.
// Computers 66 (2017), section 3.1).
type mag struct {
	m uint64
	e int
}

// magOf gives a bound for m·2^e.
func magOf(m uint64, e int) mag {
	if m == 0 {
		return mag{}
	}
	n := bits.Len64(m)
	if n <= 32 {
		return mag{m << (32 - n), e - (32 - n)}
	}
	s := n - 32
	r := m >> s
	if r<<s != m {
		r++
		if r == 1<<32 {
			return mag{1 << 31, e + s + 1}
		}
	}
	return mag{r, e + s}
}

func (a mag) isZero() bool { return a.m == 0 }

// mul bounds a·b: the product of the mantissas has 63 or 64 bits, of which 32 are kept, and one more unit covers the rest.
func (a mag) mul(b mag) mag {
	p, e := a.m*b.m, a.e+b.e+32
	if p>>63 == 0 {
		if p == 0 {
			return mag{}
		}
		p, e = p<<1, e-1
	}
	return carried(p>>32+1, e)
}

// carried is m·2^e for 2^31 <= m <= 2^32.
func carried(m uint64, e int) mag {
	c := m >> 32
	return mag{m >> c, e + int(c)}
}

// add bounds a+b.
func (a mag) add(b mag) mag {
	if a.m == 0 {
		return b
	}
	if b.m == 0 {
		return a
	}
	if a.e < b.e {
		a, b = b, a
	}
	// b in units of a, one more for what is cut: at most 2^32; the sum is below 2^33, and halved again with one more
	m := a.m + b.m>>min(uint(a.e-b.e), 32) + 1
	if m < 1<<32 {
		return mag{m, a.e}
	}
	return carried(m>>1+1, a.e+1)
}

// shift is a·2^n.
func (a mag) shift(n int) mag {
	if a.m != 0 {
		a.e += n
	}
	return a
}

// quo bounds a/b for a lower bound b > 0.
func (a mag) quo(b mag) mag {
	if a.m == 0 {
		return mag{}
	}
	q, e := a.m<<32/b.m+1, a.e-b.e-32 // 2^31 < q <= 2^33
	if q < 1<<32 {
		return mag{q, e}
	}
	return carried(q>>1+1, e+1)
}

// less says a < b.
func (a mag) less(b mag) bool {
	switch {
	case b.m == 0:
		return false
	case a.m == 0:
		return true
	case a.e != b.e:
		return a.e < b.e
	}
	return a.m < b.m
}

// sqrt bounds √a: with e even, m·2^e <= (isqrt(m·2^32)+1)²·2^(e-32).
func (a mag) sqrt() mag {
	if a.m == 0 {
		return a
	}
	m, e := a.m, a.e
	if e&1 != 0 {
		m, e = m<<1, e-1
	}
	return magOf(isqrt64(m<<30)+1, (e-30)/2) // m·2^30 < 2^63
}
