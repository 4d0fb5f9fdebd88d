package number

import (
	"math/big"
	"math/bits"
)

// The exponential of long numbers: x = Σ c_j·log p_j + t with a small t, so e^x = e^t·Π p_j^c_j; e^t by its Taylor sum with rectangular
// splitting (D. Smith, "Efficient multiple-precision evaluation of elementary functions", Math. Comp. 52, 1989), later blocks shorter.

// plan tells which primes, and how far down, for n words; measured.
func expPlan(n int) (t *primeTable, depth int) {
	switch {
	case n < 120:
		return &primeTables[0], 48
	case n < 1500:
		return &primeTables[0], 90
	}
	return &primeTables[1], 148
}

// expBig is e^m for the midpoint m of x, |m| < 2^22.
//
// In units of 2^(−64n), n = c.words + 1, the rest t is within 2.5; e^t is then within 3 of that (|t| < 1/2, e^|t| < 1.7, so 2.5·1.7 < 5
// in all) plus the sum's own bound. The product with Π p_j^c_j is done with balls.
func (c *Context) expBig(x *ball) *ball {
	n := c.words + 1
	table, depth := expPlan(n)
	t, k := table.rest(c, x, depth, n)
	w := c.at(n)
	sum, err := c.series.sum(c, t, n, func(k int) uint64 { return uint64(k) })
	y := w.ball(sum, -n, magOf(err+5, -n*wordBits))
	num, den := table.powers(k)
	if !isOne(num) {
		y = w.mulBalls(y, w.at(len(num.Bits())).ball(num, 0, mag{}))
	}
	if !isOne(den) {
		d := w.at(len(den.Bits())).ball(den, 0, mag{})
		y = w.quoBalls(y, d, d.lower())
	}
	return c.trim(w.shiftBall(y, int(k[0])))
}

func isOne(x *big.Int) bool { return x.IsInt64() && x.Int64() == 1 }

// powers gives Π p_j^c_j over the odd primes as a fraction.
func (t *primeTable) powers(c []int64) (num, den *big.Int) {
	num, den = big.NewInt(1), big.NewInt(1)
	// gather words first
	a, b := uint64(1), uint64(1)
	var w big.Int
	gather := func(z *big.Int, acc *uint64, p uint64) {
		h, l := bits.Mul64(*acc, p)
		if h != 0 {
			z.Mul(z, w.SetUint64(*acc))
			l = p
		}
		*acc = l
	}
	for j := 1; j < len(c); j++ {
		for k := c[j]; k > 0; k-- {
			gather(num, &a, uint64(t.primes[j]))
		}
		for k := c[j]; k < 0; k++ {
			gather(den, &b, uint64(t.primes[j]))
		}
	}
	return num.Mul(num, w.SetUint64(a)), den.Mul(den, w.SetUint64(b))
}

// series is the scratch memory of a Taylor sum.
type series struct {
	powers  []big.Int
	acc     big.Int
	t, u    big.Int
	view    big.Int // of other numbers' words; never a result
	word    big.Int
	divisor big.Int
}

// sum gives Σ t^k/(f(1)·f(2)…f(k)) for t in units of 2^(−64n), |t| < 2^−3 of them, and bounds the error in the same units; t itself is taken
// to be exact. f(k) = k makes e^t.
//
// N terms are summed. With blocks of m terms, power i of t is needed for i <= m only. Going down from k = N−1, acc stands for
// R(K)·Σ_{j>=k} t^(j−bm)/j!·… where b is the block of k and the division by the factors of the factorial is put off while they
// fit a word, num. Block b is kept to 64n − b·drop bits, drop = 64⌊τm/64⌋, |t| < 2^−τ: what is cut there is later multiplied
// by t^(bm) < 2^(−b·drop), so that every error below, counted in units of its own block, counts at most as much in units of 2^(−64n):
//
//	powers:  each is a cut product of two within 2 units, of size below 1/8: 2·2·(1/8) + 1 < 2 units;
//	terms:   a power, cut to its block's length, within 3, times num, which the later division takes away: 3;
//	blocks:  acc/num < 1.2, times a power within 3, cut: 5;
//	divisions: 1 each, of which there are fewer than terms;
//	the rest of the series: below twice its first term, which is below 1/2 unit.
//
// With at most N blocks that is 4N + 5·(number of blocks) + 1 <= 9N + 1.
func (s *series) sum(c *Context, t *big.Int, n int, factor func(k int) uint64) (sum *big.Int, err uint64) {
	p := n * wordBits
	tau := p - t.BitLen()
	if t.Sign() == 0 {
		return new(big.Int).Lsh(oneInt, uint(p)), 0
	}
	if tau < 3 {
		panic("number: the argument of a series was not reduced")
	}
	count := taylorTerms(tau, p, factor)
	m := max(1, isqrt(count))
	for len(s.powers) <= m {
		s.powers = append(s.powers, big.Int{})
	}
	pw := s.powers
	pw[0].Lsh(oneInt, uint(p))
	pw[1].Set(t)
	for i := 2; i <= m; i++ {
		pw[i].Rsh(mulInt(&s.t, &pw[(i+1)/2], &pw[i/2]), uint(p))
	}
	drop := tau * m / wordBits
	block := (count - 1) / m
	dropped := func(b int) int { return min(b*drop, n-2) } // words
	acc := &s.acc
	acc.SetInt64(0)
	num := uint64(1)
	for k := count - 1; ; k-- {
		i := k - block*m
		d := dropped(block)
		power := top(&s.view, &pw[i], d)
		acc.Add(acc, s.t.Mul(power, s.word.SetUint64(num)))
		if k == 0 {
			break
		}
		f := factor(k)
		if h, l := bits.Mul64(num, f); h == 0 {
			num = l
		} else {
			s.divisor.SetUint64(num)
			acc.Quo(acc, &s.divisor)
			num = f
		}
		if i == 0 { // on to the next block: acc·t^m, with that block's length
			block--
			c.check()
			mulInt(&s.t, acc, top(&s.view, &pw[m], dropped(block)))
			acc.Rsh(&s.t, uint(n-d)*wordBits)
		}
	}
	s.divisor.SetUint64(num)
	return acc.Quo(acc, &s.divisor), uint64(9*count + 1)
}

// top is x without its last d words, as a view.
func top(view, x *big.Int, d int) *big.Int {
	w := x.Bits()
	if d >= len(w) {
		return view.SetBits(nil)
	}
	view.SetBits(w[d:])
	if x.Sign() < 0 {
		view.Neg(view)
	}
	return view
}

// taylorTerms is an N with 2^(−τN)/(f(1)…f(N)) < 2^−(p+1): the logarithms of the factors are cut, so that N is rather too large.
func taylorTerms(tau, p int, factor func(k int) uint64) int {
	n, got := 1, 0
	for ; got <= p+1; n++ {
		got += tau + bits.Len64(factor(n)) - 1
	}
	return n
}
