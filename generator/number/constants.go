package number

import "math/big"

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
//
// In units of 2^-64n, n = words+1: each power is a cut quotient of the one before, so it is low by less than
// 1 + 1/q² + … < 2 units, and each term, cut again, by less than 3. The sum stops at a zero power p: the true power is then below 2 units and
// the rest of the series below 3. With N terms the error is below 3N+3 units.
func (c *Context) inverseSeries(q uint64, alternate bool) *ball {
	n := c.words + 1
	p, sum := new(big.Int).Lsh(big.NewInt(1), uint(n)*wordBits), new(big.Int)
	d, t := new(big.Int), new(big.Int)
	p.Quo(p, d.SetUint64(q))
	d.SetUint64(q * q)
	terms := uint64(0)
	for k := uint64(0); p.Sign() != 0; k++ {
		t.Quo(p, t.SetUint64(2*k+1))
		if alternate && k&1 == 1 {
			sum.Sub(sum, t)
		} else {
			sum.Add(sum, t)
		}
		p.Quo(p, d)
		terms++
		if k&255 == 0 {
			c.check()
		}
	}
	return c.ball(sum, -n, magOf(3*terms+3, -n*wordBits))
}

// inverseTangentH is atanh(1/q).
func (c *Context) inverseTangentH(q uint64) *ball { return c.inverseSeries(q, false) }
