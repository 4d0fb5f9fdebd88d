package number

// smallSeries is x·(1 ± a₁u + a₂u² ± …) for a point x below 2^−23, u = |x|, or x² if square; a_k = inv[k+1] falls from at most 1/2. The signs
// are all plus, or alternate from minus on. It keeps the relative accuracy of the logarithm, the arctangent and other functions near 0.
//
// In units of n words, u is within 1, or within 2 if it is a square, which counts half; each step cuts the coefficient and the product, and all but
// those of the first count by u at most: 2 and a hair; the product with u, 1; what is left out is below a_K·u^K/(1 − u), K·log2(1/u) >= 64n, or beyond the
// last of inv, which its makers choose so: 1. Together below 6. The rest is done in balls.
func (c *Context) smallSeries(x *ball, inv []fixed, square, alternate bool) *ball {
	n := c.words
	var u, acc, p fixed
	fixedOf(&u, x, n)
	s := -x.top()
	if square {
		p = u
		mulFixed(&u, &p, &p, n)
		s *= 2
	}
	k := min((n*wordBits+s-1)/s, len(inv)-2) + 1
	acc = inv[k]
	for k--; k >= 2; k-- {
		mulFixed(&p, &acc, &u, n)
		if alternate {
			subFixed(&acc, &inv[k], &p, n, n)
		} else {
			sumFixed(&acc, &inv[k], &p, n, n)
		}
	}
	mulFixed(&p, &acc, &u, n)
	return c.addBalls(x, c.mulBalls(x, c.ofFixed(&p, n, 0, smallSeriesErr)), alternate)
}

const smallSeriesErr = 6
