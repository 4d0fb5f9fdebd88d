package number

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

// The kernels on words, each held to the bound that its proof gives, in units of its last word.

// fraction reads n words of a fraction as an integer.
func (f *fixed) fraction(n int) *big.Int {
	v := new(big.Int)
	for _, w := range f[:n] {
		v.Lsh(v, 64).Or(v, new(big.Int).SetUint64(w))
	}
	return v
}

// corner gives n-word fractions: all ones, one bit, one less than it, or random ones, below 2^−zeros.
func corner(r *rand.Rand, i, n, zeros int) *big.Int {
	bits := n*wordBits - zeros
	switch i {
	case 0:
		return new(big.Int).Sub(new(big.Int).Lsh(oneInt, uint(bits)), oneInt)
	case 1:
		return new(big.Int).Lsh(oneInt, uint(bits)-1)
	case 2, 3, 4, 5, 6:
		v := new(big.Int).Lsh(oneInt, uint(bits)-uint(8*i-8))
		return v.Sub(v, big.NewInt(int64(i&1)))
	}
	v := randomBits(r, bits)
	if i&1 == 1 {
		v.Rsh(v, uint(r.IntN(30)))
	}
	return v
}

func (c *Context) fractionOfInt(v *big.Int, n int) (x *ball, f fixed) {
	x = c.ball(v, -n, mag{})
	fixedOf(&f, x, n)
	return x, f
}

func TestKernelLogWords(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 5))
	for n := 2; n <= smallWords; n++ {
		c := NewContext(uint(n+3) * wordBits)
		worst := uint64(0)
		for i := range 300 {
			v := corner(r, i, n, 0)
			v.SetBit(v, n*wordBits-1, 1)
			x, f := c.fractionOfInt(v, n)
			var z fixed
			logTables(n).logFixed(&z, &f, n)
			d := c.at(n + 9).log1pSeries(c.addOne(x, true))
			worst = holds(t, "−log f", units(t, z.fraction(n), n, enclosure(d.flip())), logErr-3, worst)
		}
		t.Logf("%d words: at most %d units off, bound %d", n, worst, logErr-3)
	}
}

func TestKernelSinCosWords(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 6))
	for n := 2; n <= smallWords; n++ {
		high := NewContext(uint(n+10) * wordBits)
		worst := uint64(0)
		for i := range 300 {
			x, f := high.fractionOfInt(corner(r, i, n, 0), n)
			var s, k fixed
			if trigTables(n).sinCosFixed(&s, &k, &f, n) {
				continue
			}
			ws, wk := high.sinCosTaylor(x)
			worst = holds(t, "sin", units(t, s.fraction(n), n, enclosure(ws)), trigErr-3, worst)
			worst = holds(t, "cos", units(t, k.fraction(n), n, enclosure(wk)), trigErr-3, worst)
			// one of them alone is the same
			var s1, k1 fixed
			trigTables(n).sinCosFixed(&s1, nil, &f, n)
			trigTables(n).sinCosFixed(nil, &k1, &f, n)
			if s1 != s || k1 != k {
				t.Fatal("sine or cosine alone differs")
			}
		}
		t.Logf("%d words: at most %d units off, bound %d", n, worst, trigErr-3)
	}
}

func TestKernelAtanWords(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 7))
	for n := 2; n <= smallWords; n++ {
		high := NewContext(uint(n+6) * wordBits)
		worst := uint64(0)
		for i := range 150 {
			v := corner(r, i, n, 1)
			v.SetBit(v, n*wordBits-2, 1)
			u := corner(r, i*7%150, n, 1)
			if u.Cmp(v) > 0 {
				u, v = v, u
				v.SetBit(v, n*wordBits-2, 1)
				if u.Cmp(v) > 0 {
					u.Set(v)
				}
			}
			x, fu := high.fractionOfInt(u, n)
			y, fv := high.fractionOfInt(v, n)
			if len(x.m) == 0 {
				continue
			}
			var z fixed
			atanTables(n).atanFixed(&z, &fu, &fv, n)
			// against the arctangent's inverse: tan of the result, that is sin z·v − cos z·u = |(u, v)|·sin(z − atan(u/v))
			b, _ := high.fractionOfInt(z.fraction(n), n)
			s, k := high.sinCosTaylor(b)
			d := high.addBalls(high.mulBalls(s, y), high.mulBalls(k, x), true)
			norm := high.sqrtBall(high.addBalls(high.mulBalls(x, x), high.mulBalls(y, y), false))
			q := high.quoBalls(d, norm, norm.distance())
			worst = holds(t, "atan", units(t, new(big.Int), n, enclosure(q)), atanErr-5, worst) // u and v are exact here: at most 4.03·1 of the 5.03 units remain
		}
		t.Logf("%d words: at most %d units off, bound %d", n, worst, atanErr-5)
	}
}

func TestKernelRoot(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 8))
	var s series
	for _, n := range []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 16, 17, 18, 31, 40} {
		worst := uint64(0)
		for i := range 300 {
			a := corner(r, i, 2*n, 0)
			switch {
			case i%3 == 0:
				a.SetBit(a, 2*n*wordBits-1, 0)
				a.SetBit(a, 2*n*wordBits-2, 1)
			default:
				a.SetBit(a, 2*n*wordBits-1, 1)
			}
			words := make([]big.Word, 2*n)
			copy(words, a.Bits())
			if i%5 == 0 { // just below the limit, and far above
				words[2*n-1] = rootLimit - 1
			} else if i%7 == 0 {
				words[2*n-1] = 1<<64 - 1
			}
			a.SetBits(append([]big.Word(nil), words...))
			root := new(big.Int).Sqrt(new(big.Int).Lsh(a, 256)) // with two words more
			check := func(what string, z []big.Word) {
				v := new(big.Int).SetBits(append([]big.Word(nil), z...))
				d := v.Sub(v.Lsh(v, 128), root)
				d.Abs(d).Add(d, big.NewInt(1)).Rsh(d.Add(d, new(big.Int).Sub(new(big.Int).Lsh(oneInt, 128), oneInt)), 128)
				worst = holds(t, what, d.Uint64(), 2, worst)
			}
			if n <= smallWords && words[2*n-1] < rootLimit {
				z := make([]big.Word, n)
				rootWords(z, words)
				check("√ on words", z)
			}
			before := append([]big.Word(nil), words...)
			check("√", s.root(words, n))
			for j := range before {
				if before[j] != words[j] {
					t.Fatal("the radicand was changed")
				}
			}
		}
		t.Logf("%d words: at most %d units off, bound 2", n, worst)
	}
}

// The product with 1 ± a₁u + …, on both sides of where it is used, and far below.
func TestKernelSmallSeries(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 9))
	for n := 2; n <= smallWords; n++ {
		c, high := NewContext(uint(n-1)*wordBits), NewContext(uint(n+8)*wordBits)
		for i := range 60 {
			v := randomBits(r, n*wordBits)
			x := c.point(c.shiftBall(c.ball(v, -n, mag{}), -logRest-i*i/20))
			if i&1 == 1 {
				x = x.flip()
			}
			check := func(what string, got, want *ball) {
				t.Helper()
				lo, hi := enclosure(want).ends()
				if y := enclosure(got); !y.Contains(lo) || !y.Contains(hi) {
					t.Fatalf("%s of %v: %v does not hold %v", what, enclosure(x), y, enclosure(want))
				}
				if got.top()-(got.rad.e+32) < (n-1)*wordBits-2 {
					t.Fatalf("%s of %v is good to %d bits only", what, enclosure(x), got.top()-(got.rad.e+32))
				}
			}
			check("log(1 + x)", c.smallSeries(x, logTables(n).inv, false, !x.neg), high.log1pSeries(x))
			if x.top() > -restBits {
				continue
			}
			check("e^x − 1", c.smallSeries(x, expTableFor(n).inv, false, x.neg), high.expm1Series(x))
			check("sin x", c.smallSeries(x, trigTables(n).odd, true, true), high.mulBalls(x, high.evenSeries(high.mulBalls(x, x), 1)))
			check("atan x", c.smallSeries(x, atanTables(n).inv, true, true), high.atanSeries(x))
			e := high.expm1Series(x)
			d := high.addBalls(e, high.wordBall(1, 0), false)
			check("sinh x", c.smallSeries(x, trigTables(n).odd, true, false),
				high.shiftBall(high.addBalls(e, high.quoBalls(e, d, d.distance()), false), -1))
		}
	}
}

// The radius that the reduction leaves goes into sine and cosine: with an enclosure of π that is far too wide, and whose midpoint is off.
func TestKernelReductionRadius(t *testing.T) {
	for _, words := range []int{2, 8, 16, 17, 30} {
		high := NewContext(uint(words+8) * wordBits)
		c := NewContext(uint(words-1) * wordBits)
		off := c.shiftBall(c.wordBall(1, 0), -61)
		c.constants.pi = kept{1 << 30, c.widen(c.addBalls(c.at(words+5).pi(), off, false), mag{1 << 31, -31 - 60})}
		for _, n := range []int64{3, 10, -77, 12345} {
			x := FromInt(n)
			sin, cos := c.sinCos(c.of(x))
			for _, v := range []struct {
				got  *ball
				want Real
			}{{sin, high.Sin(x)}, {cos, high.Cos(x)}} {
				lo, hi := v.want.ends()
				if y := enclosure(v.got); !y.Contains(lo) || !y.Contains(hi) {
					t.Errorf("%d words, %d: %v does not hold %v", words, n, y, v.want)
				}
			}
		}
	}
}
