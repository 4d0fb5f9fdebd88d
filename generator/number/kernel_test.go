package number

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

// The kernels that count their own error in units of their last place, tested there, below the guard words that would hide a mistake: the
// error must stay within the bound that the proof gives. TestMutations shows that a bound of nothing fails here.

// units gives how far v·2^(−64n) lies from a value, in units of 2^(−64n), rounded up; ref must be far more precise.
func units(t *testing.T, v *big.Int, n int, ref Real) uint64 {
	t.Helper()
	lo, hi := ref.ends()
	x := dyadic(new(big.Int).Set(v), -n*wordBits)
	worst := new(big.Rat)
	for _, end := range []*big.Rat{lo, hi} {
		d := new(big.Rat).Sub(x, end)
		if d.Abs(d).Cmp(worst) > 0 {
			worst = d
		}
	}
	worst.Mul(worst, dyadic(big.NewInt(1), n*wordBits))
	q := new(big.Int).Quo(worst.Num(), worst.Denom())
	if !q.IsUint64() {
		t.Fatalf("off by %v units", q)
	}
	return q.Uint64() + 1
}

// holds fails the test unless the error is within the bound, and returns the larger of worst and the error.
func holds(t *testing.T, what string, got, bound, worst uint64) uint64 {
	t.Helper()
	if got > bound+1 { // got is rounded up
		t.Fatalf("%s: off by %d units, the bound is %d", what, got, bound)
	}
	return max(worst, got)
}

func randomBits(r *rand.Rand, bits int) *big.Int {
	x := new(big.Int)
	for range bits/64 + 1 {
		x.Lsh(x, 64).Or(x, new(big.Int).SetUint64(r.Uint64()))
	}
	return x.Rsh(x, uint(x.BitLen()-min(bits, x.BitLen())))
}

func TestKernelExpWords(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 1))
	for n := 1; n <= smallWords; n++ {
		table := expTableFor(n)
		c := NewContext(uint(n+3) * wordBits)
		worst := uint64(0)
		for i := range 400 {
			v := randomBits(r, n*wordBits)
			switch i { // the corners of the tables
			case 0:
				v.SetInt64(0)
			case 1:
				v.SetInt64(1)
			case 2:
				v.Sub(new(big.Int).Lsh(oneInt, uint(n)*wordBits), oneInt)
			case 3:
				v.Lsh(oneInt, uint(n)*wordBits-restBits)
			case 4:
				v.Sub(new(big.Int).Lsh(oneInt, uint(n)*wordBits-restBits), oneInt)
			}
			x := c.ball(v, -n, mag{})
			var f fixed
			if _, ok := fixedOf(&f, x, n); !ok {
				t.Fatal("not a fraction")
			}
			table.expFixed(&f, &f)
			z := new(big.Int)
			for _, w := range f[:n] {
				z.Lsh(z, 64).Or(z, new(big.Int).SetUint64(w))
			}
			worst = holds(t, "e^−t", units(t, z, n, enclosure(c.at(n+3).expTaylor(x.flip()))), table.err-2, worst)
		}
		t.Logf("%d words: at most %d units off, bound %d", n, worst, table.err)
	}
}

func TestKernelExpSeries(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 2))
	var s series
	for _, n := range []int{2, 3, 9, 10, 17, 55, 120, 121, 160} {
		c := NewContext(uint(n+4) * wordBits)
		worst, bound := uint64(0), uint64(0)
		for i := range 60 {
			tau := 3 + r.IntN(min(n*wordBits-4, 200))
			if n > 100 {
				tau += 40
				if i > 8 {
					break
				}
			}
			v := randomBits(r, n*wordBits-tau)
			if i&1 == 1 {
				v.Neg(v)
			}
			got, err := s.sum(c, v, n, func(k int) uint64 { return uint64(k) })
			worst = holds(t, "e^t", units(t, got, n, enclosure(c.expTaylor(c.ball(v, -n, mag{})))), err, worst)
			bound = max(bound, err)
		}
		t.Logf("%d words: at most %d units off, bound up to %d", n, worst, bound)
	}
}

func TestKernelSinSeries(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 10))
	var s series
	for _, n := range []int{2, 9, 10, 55, 121} {
		c := NewContext(uint(n+4) * wordBits)
		worst := uint64(0)
		for i := range 30 {
			v := randomBits(r, n*wordBits-3-r.IntN(min(n*wordBits-4, 150)))
			if i&1 == 1 {
				v.Neg(v)
			}
			got, err := s.sin(c, v, n)
			sin, _ := c.sinCosTaylor(c.ball(v, -n, mag{}))
			worst = holds(t, "sin t", units(t, got, n, enclosure(sin)), err, worst)
			// the bound is of few units, so it is held to their fractions as well
			bound := new(big.Rat).Mul(new(big.Rat).SetUint64(err), dyadic(big.NewInt(1), -n*wordBits))
			d := new(big.Rat).Sub(dyadic(got, -n*wordBits), sin.rat())
			if d.Abs(d).Cmp(bound) > 0 {
				t.Fatalf("sin t: off by more than %d units", err)
			}
		}
		t.Logf("%d words: at most %d units off", n, worst)
	}
}

// x − Σ c[j]·log p_j, and the same of angles, against logarithms and arctangents of their own.
func TestKernelRest(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 11))
	c := NewContext(64)
	high := NewContext(40 * wordBits)
	for name, tables := range map[string][]*primeTable{"logarithms": {&primeTables[0], &primeTables[1]}, "angles": {&gaussianTables[0], &gaussianTables[1]}} {
		for _, table := range tables {
			parts := make([]*ball, len(table.primes))
			for j, p := range table.primes {
				if table.angles {
					parts[j] = high.shiftBall(high.atan(high.quoWord(high.wordBall(uint64(table.parts[j][1]), 0), uint64(table.parts[j][0]))), 1)
				} else {
					parts[j] = high.log(high.wordBall(uint64(p), 0))
				}
			}
			for range 20 {
				n := 3 + r.IntN(20)
				x := high.ball(randomBits(r, 30*wordBits), -30, mag{})
				got, k := table.rest(c, x, 90, n)
				want := x
				for j, v := range k {
					want = high.addBalls(want, high.mulBalls(parts[j], high.ball(big.NewInt(v), 0, mag{})), true)
				}
				holds(t, name, units(t, got, n, enclosure(want)), 2, 0)
				if got.BitLen() > n*wordBits-80 {
					t.Errorf("%s: a rest of %d bits of %d", name, got.BitLen(), n*wordBits)
				}
			}
		}
	}
}

func TestKernelInverseSum(t *testing.T) {
	for _, n := range []int{1, 2, 5, 30} {
		c := NewContext(uint(n+3) * wordBits)
		for _, q := range []uint64{5, 26, 239, 4801, 2875001} {
			x := FromRat(big.NewRat(1, int64(q)))
			got, err := inverseSum(q, true, n)
			holds(t, "atan", units(t, got, n, c.Atan(x)), err, 0)
			got, err = inverseSum(q, false, n)
			holds(t, "atanh", units(t, got, n, atanh(t, c, x)), err, 0)
		}
	}
}

func TestKernelFractionSum(t *testing.T) {
	for _, n := range []int{1, 2, 9, 17} {
		c := NewContext(uint(n+3) * wordBits)
		for _, s := range []uint{8, 16, 24} {
			for _, j := range []uint64{0, 1, 7, 100, 255} {
				d := uint64(1)<<(2*s) + j*j + j
				got, err := fractionSum(s, d, n)
				want := c.atanSeries(c.quoWord(c.wordBall(1<<s, 0), d))
				holds(t, "atan", units(t, got, n, enclosure(want)), err, 0)
			}
		}
	}
}

func atanh(t *testing.T, c *Context, x Real) Real {
	a, err1 := c.Log1p(x)
	b, err2 := c.Log1p(c.Neg(x))
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	return c.Mul(FromRat(big.NewRat(1, 2)), c.Sub(a, b))
}

func TestKernelMulFixed(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 3))
	for n := 1; n <= smallWords; n++ {
		for i := range 300 {
			var x, y, z fixed
			for j := range n {
				x[j], y[j] = r.Uint64(), r.Uint64()
				if i%3 == 0 {
					x[j], y[j] = 1<<64-1, 1<<64-1
				}
			}
			mulFixed(&z, &x, &y, n)
			value := func(f *fixed) *big.Int {
				v := new(big.Int)
				for _, w := range f[:n] {
					v.Lsh(v, 64).Or(v, new(big.Int).SetUint64(w))
				}
				return v
			}
			exact := new(big.Int).Mul(value(&x), value(&y))
			exact.Rsh(exact, uint(n)*wordBits)
			if d := exact.Sub(exact, value(&z)); d.Sign() < 0 || d.Cmp(big.NewInt(1)) > 0 {
				t.Fatalf("%d words: %v units off", n, d)
			}
		}
	}
}

// Each sum cut off after few terms: the bound of the rest must cover what is missing, at every length.
func TestTails(t *testing.T) {
	c := NewContext(128)
	high := NewContext(512)
	check := func(what string, n int, got *ball, want Real) {
		t.Helper()
		lo, hi := want.ends()
		if x := enclosure(got); !x.Contains(lo) || !x.Contains(hi) {
			t.Errorf("%s with %d terms: %v does not hold %v", what, n, x, want)
		}
	}
	for _, s := range []string{"0.5", "-0.5", "0.3", "-0.25", "0.01", "-0.001", "1e-10"} {
		x := real(t, s)
		b := c.of(x)
		em, err := high.Expm1(x)
		if err != nil {
			t.Fatal(err)
		}
		root := c.mulBalls(b, b)
		for n := 1; n <= 12; n++ {
			check("e^x − 1", n, c.expm1Sum(b, n), em)
			check("atanh", n, c.atanhSum(b, n), atanh(t, high, x))
			check("atan", n, c.atanSum(b, n), high.Atan(x))
			check("cos", n, c.evenSum(root, 0, n), high.Cos(x))
			sinc, err := high.Div(high.Sin(x), x)
			if err != nil {
				t.Fatal(err)
			}
			check("sin x/x", n, c.evenSum(root, 1, n), sinc)
		}
		// Σ (2x²)^n/(1·3·5…(2n+1)) = erf x·√π/(2x·e^−x²)
		e, err1 := high.Exp(high.Mul(x, x))
		r, err2 := high.Sqrt(high.Pi())
		q, err3 := high.Div(high.Mul(high.Mul(high.Erf(x), e), r), high.Add(x, x))
		if err1 != nil || err2 != nil || err3 != nil {
			t.Fatal(err1, err2, err3)
		}
		for n := 1; n <= 20; n++ {
			check("erf", n, c.erfSum(c.shiftBall(root, 1), n), q)
		}
	}
	for _, q := range []uint64{5, 26, 4801} {
		x := FromRat(big.NewRat(1, int64(q)))
		for n := 1; n < 9; n++ {
			check("atan 1/q", n, c.inverseSplit(q, true, n), high.Atan(x))
			check("atanh 1/q", n, c.inverseSplit(q, false, n), atanh(t, high, x))
		}
	}
}

// A term too small to reach the last word goes into the radius.
func TestKernelAbsorbedTerm(t *testing.T) {
	for _, bits := range []uint{64, 192, 640} {
		c := NewContext(bits)
		one, tiny := c.wordBall(1, 0), c.shiftBall(c.wordBall(1, 0), -5000)
		sum := new(big.Rat).Add(big.NewRat(1, 1), tiny.rat())
		if !enclosure(c.addBalls(one, tiny, false)).Contains(sum) || !enclosure(c.addBalls(tiny, one, false)).Contains(sum) {
			t.Errorf("1 + 2^-5000 at %d bits", bits)
		}
		if lo := c.end(c.widen(one, mag{1 << 31, -5031}), -1); lo.rat().Cmp(new(big.Rat).Sub(big.NewRat(1, 1), tiny.rat())) > 0 {
			t.Errorf("the lower end of 1 ± 2^-5000 at %d bits is too high", bits)
		}
	}
}

// Enclosures that end just short of, at, and beyond a tie or an integer, in all ways of rounding: what is certified must be the rounding
// of both ends.
func TestKernelRoundingEdges(t *testing.T) {
	for _, bits := range []uint{64, 192} {
		c := NewContext(bits)
		for _, edge := range []*big.Rat{big.NewRat(1, 2), big.NewRat(5, 2), big.NewRat(1, 8), big.NewRat(3, 1), big.NewRat(999, 1000), big.NewRat(9995, 1000), big.NewRat(10, 1)} {
			for _, gap := range []int{-20, -58, -62, -63, -64, -66, -70, -90, -110} {
				for _, side := range []int64{-2, -1, 0, 1, 2} {
					mid := c.of(FromRat(new(big.Rat).Add(edge, new(big.Rat).Mul(big.NewRat(side, 1), dyadic(big.NewInt(1), gap)))))
					for _, width := range []uint64{0, 1 << 31, 1<<32 - 1} {
						x := c.widen(mid, mag{width, gap - 31}) // from the edge, short of it, across it
						for _, neg := range []bool{false, true} {
							if neg {
								x = x.flip()
							}
							checkRounding(t, enclosure(x))
						}
					}
				}
			}
		}
	}
}

func checkRounding(t *testing.T, x Real) {
	t.Helper()
	lo, hi := x.ends()
	for m := HalfUp; m <= Ceiling; m++ {
		for n := range 5 {
			a, b := m.scaled(lo.Num(), lo.Denom(), n), m.scaled(hi.Num(), hi.Denom(), n)
			d, err := x.Places(n, m)
			if err == nil && (d.Coefficient().Cmp(a) != 0 || a.Cmp(b) != 0) || err != nil && a.Cmp(b) == 0 {
				t.Fatalf("%v to %d places, %v: %v, %v; the ends give %v and %v", x, n, m, d, err, a, b)
			}
			if n == 0 || lo.Sign() == 0 || hi.Sign() == 0 {
				continue
			}
			p, _ := significant(lo, n, m)
			q, _ := significant(hi, n, m)
			d, err = x.Digits(n, m)
			if err == nil && (!d.Equal(p) || !p.Equal(q)) || err != nil && p.Equal(q) {
				t.Fatalf("%v to %d digits, %v: %v, %v; the ends give %v and %v", x, n, m, d, err, p, q)
			}
		}
	}
}
