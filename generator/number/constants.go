package number

import (
	"math/big"
	"math/bits"
)

// constants keeps π and log 2 at the highest precision asked for so far, shared by all precisions of a context.
type constants struct {
	pi, ln2, e kept
}

type kept struct {
	words int
	b     *ball
}

// get gives the constant to the context's precision, computing it by f when it is not known well enough.
func (k *kept) get(c *Context, f func(*Context) *ball) *ball {
	if k.words < c.words {
		k.b, k.words = f(c.at(c.words+1)), c.words
	}
	if k.words > c.words+1 {
		return c.round(k.b.m, k.b.neg, k.b.e, k.b.rad)
	}
	return k.b
}

// Pi gives an enclosure of π, by Machin's formula π = 16 atan(1/5) − 4 atan(1/239).
func (c *Context) Pi() Real { return enclosure(c.pi()) }

func (c *Context) pi() *ball {
	return c.constants.pi.get(c, func(c *Context) *ball {
		return c.addBalls(c.shiftBall(c.inverseSeries(5, true), 4), c.shiftBall(c.inverseSeries(239, true), 2), true)
	})
}

// E gives an enclosure of e.
func (c *Context) E() Real {
	return enclosure(c.constants.e.get(c, func(c *Context) *ball { return c.expPoint(c.wordBall(1, 0)) }))
}

// ln2 is log 2 = 18 atanh(1/26) − 2 atanh(1/4801) + 8 atanh(1/8749) (Arndt & Haenel, "π Unleashed", chapter on Machin-like formulas).
func (c *Context) ln2() *ball {
	return c.constants.ln2.get(c, func(c *Context) *ball {
		scaled := func(n, q uint64) *ball { return c.mulBalls(c.wordBall(n, 0), c.inverseSeries(q, false)) }
		s := c.addBalls(scaled(18, 26), scaled(2, 4801), true)
		return c.addBalls(s, scaled(8, 8749), false)
	})
}

// inverseSeries is atan(1/q) (alternate) or atanh(1/q) for an integer q >= 5: Σ (±1)^k/((2k+1) q^(2k+1)).
func (c *Context) inverseSeries(q uint64, alternate bool) *ball {
	n := c.words + 1
	if n > splitWords {
		return c.trim(c.inverseSplit(q, alternate, n*wordBits/(2*(bits.Len64(q)-1))+1))
	}
	sum, err := inverseSum(q, alternate, n)
	return c.ball(sum, -n, magOf(err, -n*wordBits))
}

// inverseSum sums that series in units of 2^(−64n), within err units.
//
// Each power is a cut quotient of the one before, so it is low by less than 1 + 1/q² + … < 2 units, and each term, cut again, by
// less than 3. The sum stops at a zero power: the true power is then below 2 units and the rest of the series below 3. With N
// terms the error is below 3N + 3.
func inverseSum(q uint64, alternate bool, n int) (sum *big.Int, err uint64) {
	p, sum := new(big.Int).Lsh(oneInt, uint(n)*wordBits), new(big.Int)
	d, t := new(big.Int), new(big.Int)
	p.Quo(p, d.SetUint64(q))
	d.SetUint64(q * q)
	k := uint64(0)
	for ; p.Sign() != 0; k++ {
		t.Quo(p, t.SetUint64(2*k+1))
		if alternate && k&1 == 1 {
			sum.Sub(sum, t)
		} else {
			sum.Add(sum, t)
		}
		p.Quo(p, d)
	}
	return sum, 3*k + 3
}

// splitWords is the length from which series of rationals are summed by binary splitting; measured.
const splitWords = 150

// inverseSplit is inverseSeries by binary splitting (Brent & Zimmermann, "Modern Computer Arithmetic", 4.9): the n first terms sum
// exactly to q·T/(B·Q), and the rest is at most twice the first term left out, 2·q^−(2n+1).
func (c *Context) inverseSplit(q uint64, alternate bool, n int) *ball {
	s := splitter{c: c, q2: new(big.Int).SetUint64(q * q), alternate: alternate}
	b, p, t := s.sum(0, n)
	w := c.at(c.words + 2)
	num := w.mulBalls(w.ball(t, 0, mag{}), w.wordBall(q, 0))
	den := w.mulBalls(w.ball(b, 0, mag{}), w.ball(p, 0, mag{}))
	y := w.quoBalls(num, den, den.distance())
	return w.widen(y, mag{1 << 31, -30 - (bits.Len64(q)-1)*(2*n+1)})
}

type splitter struct {
	c         *Context
	q2        *big.Int
	alternate bool
}

// sum gives B, Q = q2^(b−a) and T with Σ_{a<=k<b} ±1/((2k+1)·q2^(k−a+1)) = T/(B·Q).
func (s *splitter) sum(a, b int) (B, Q, T *big.Int) {
	if b-a == 1 {
		s.c.check()
		T = big.NewInt(1)
		if s.alternate && a&1 == 1 {
			T.Neg(T)
		}
		return big.NewInt(int64(2*a + 1)), s.q2, T
	}
	m := (a + b) / 2
	B1, Q1, T1 := s.sum(a, m)
	B2, Q2, T2 := s.sum(m, b)
	T = mulInt(new(big.Int), mulInt(new(big.Int), T1, B2), Q2)
	T.Add(T, mulInt(new(big.Int), T2, B1))
	return mulInt(B1, B1, B2), mulInt(new(big.Int), Q1, Q2), T
}
