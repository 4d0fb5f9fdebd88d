package number

import (
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A random rational; small and large, near and far from 1, often dyadic or decimal.
func drawRat(t *rapid.T, name string) *big.Rat {
	n := new(big.Int).SetInt64(rapid.Int64().Draw(t, name+" numerator"))
	if rapid.Bool().Draw(t, name+" long") {
		n.Mul(n, n).Add(n, big.NewInt(rapid.Int64().Draw(t, name+" more")))
	}
	switch e := rapid.IntRange(-300, 300).Draw(t, name+" exponent"); rapid.IntRange(0, 3).Draw(t, name+" kind") {
	case 0:
		return dyadic(n, e)
	case 1:
		return new(big.Rat).SetFrac(n, powerOfTen(abs(e)/10))
	default:
		d := rapid.Int64Range(1, 1<<62).Draw(t, name+" denominator")
		return new(big.Rat).SetFrac(n, big.NewInt(d))
	}
}

// A random enclosure, or exact number, with a point in it.
func drawReal(t *rapid.T, name string) (Real, *big.Rat) {
	p := drawRat(t, name)
	if rapid.IntRange(0, 4).Draw(t, name+" exact") == 0 {
		return FromRat(p), p
	}
	c := NewContext(uint(64 * rapid.IntRange(1, 12).Draw(t, name+" words")))
	x := c.of(FromRat(p))
	if k := rapid.IntRange(0, 3).Draw(t, name+" width"); k > 0 {
		r := magOf(rapid.Uint64().Draw(t, name+" radius"), x.top()-64-[]int{0, 200, 60, 0}[k])
		x = c.widen(x, r)
		// any point of it: mid + f·rad, |f| <= 1
		f := big.NewRat(rapid.Int64Range(-1000, 1000).Draw(t, name+" place"), 1000)
		p = new(big.Rat).Add(x.rat(), f.Mul(f, x.rad.rat()))
	}
	return enclosure(x), p
}

func drawContext(t *rapid.T) *Context {
	return NewContext(uint(64 * rapid.SampledFrom([]int{1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 20, 39, 41}).Draw(t, "precision")))
}

// An operation on points of enclosures gives a point of the result.
func TestContainment(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawContext(t)
		x, p := drawReal(t, "x")
		y, q := drawReal(t, "y")
		hold := func(op string, z Real, r *big.Rat) {
			if !z.Contains(r) {
				t.Fatalf("%s: %v does not hold %s", op, z, r.RatString())
			}
		}
		new := func() *big.Rat { return new(big.Rat) }
		hold("x", x, p)
		hold("+", c.Add(x, y), new().Add(p, q))
		hold("−", c.Sub(x, y), new().Sub(p, q))
		hold("·", c.Mul(x, y), new().Mul(p, q))
		hold("square", c.Mul(x, x), new().Mul(p, p))
		hold("neg", c.Neg(x), new().Neg(p))
		hold("abs", c.Abs(x), new().Abs(p))
		if z, err := c.Div(x, y); err == nil {
			hold("÷", z, new().Quo(p, q))
		}
		if z, err := c.Sqrt(c.Abs(x)); err == nil {
			lo, hi := z.ends()
			if lo.Sign() < 0 {
				lo = new()
			}
			a := new().Abs(p)
			if new().Mul(lo, lo).Cmp(a) > 0 || new().Mul(hi, hi).Cmp(a) < 0 {
				t.Fatalf("√: %v² does not hold %s", z, a.RatString())
			}
		}
		if z, err := c.PowInt(x, 3); err == nil {
			hold("³", z, new().Mul(p, new().Mul(p, p)))
		}
		high, low := p, q
		if high.Cmp(low) < 0 {
			high, low = low, high
		}
		hold("max", c.Max(x, y), high)
		hold("min", c.Min(x, y), low)
		hold("dot", c.Dot([]Real{x, y, x}, []Real{y, y, x}), new().Add(new().Mul(p, q), new().Add(new().Mul(q, q), new().Mul(p, p))))
		hold("sum", c.Sum([]Real{x, y, x}), new().Add(p, new().Add(p, q)))
		switch x.Compare(y) {
		case Less:
			if p.Cmp(q) >= 0 {
				t.Fatal("less, but it is not")
			}
		case Greater:
			if p.Cmp(q) <= 0 {
				t.Fatal("greater, but it is not")
			}
		case Equal:
			if p.Cmp(q) != 0 {
				t.Fatal("equal, but they are not")
			}
		}
		if s, ok := x.Sign(); ok && s != p.Sign() {
			t.Fatal("wrong sign")
		}
		lo, hi := x.Enclosure()
		if lo.Rat().Cmp(p) > 0 || hi.Rat().Cmp(p) < 0 {
			t.Fatalf("the enclosure %v, %v does not hold %s", lo, hi, p.RatString())
		}
	})
}

// A dot product of enclosures of similar size, which is added up exactly, and of any.
func TestDotHoldsPoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawContext(t)
		n := rapid.IntRange(0, 12).Draw(t, "length")
		similar := rapid.Bool().Draw(t, "similar")
		xs, ys := make([]Real, n), make([]Real, n)
		want := new(big.Rat)
		for i := range n {
			var p, q *big.Rat
			if similar {
				p, q = big.NewRat(rapid.Int64().Draw(t, "p"), 3<<40), big.NewRat(rapid.Int64().Draw(t, "q"), 7)
				x, y := c.of(FromRat(p)), c.of(FromRat(q))
				if w := magOf(rapid.Uint64Range(0, 1<<40).Draw(t, "radius"), -120); !w.isZero() {
					x, y = c.widen(x, w), c.widen(y, w)
					p, q = new(big.Rat).Add(x.rat(), x.rad.rat()), new(big.Rat).Sub(y.rat(), y.rad.rat())
				}
				xs[i], ys[i] = enclosure(x), enclosure(y)
			} else {
				xs[i], p = drawReal(t, "x")
				ys[i], q = drawReal(t, "y")
			}
			want.Add(want, new(big.Rat).Mul(p, q))
		}
		if z := c.Dot(xs, ys); !z.Contains(want) {
			t.Fatalf("%v does not hold %s", z, want.RatString())
		}
	})
}

// What is certified is the rounding of every point.
func TestRoundingOfPoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, p := drawReal(t, "x")
		n := rapid.IntRange(-5, 60).Draw(t, "n")
		m := rapid.SampledFrom([]Rounding{HalfUp, HalfEven, Truncate, Floor, Ceiling}).Draw(t, "rounding")
		if d, err := x.Places(n, m); err == nil {
			if want := m.scaled(p.Num(), p.Denom(), n); d.Coefficient().Cmp(want) != 0 || d.Exponent() != int32(-n) {
				t.Fatalf("%v to %d places, %v: %v, want %v", x, n, m, d, want)
			}
		} else if x.IsExact() {
			t.Fatal(err)
		}
		if n < 1 || p.Sign() == 0 {
			return
		}
		if d, err := x.Digits(n, m); err == nil {
			want, _ := significant(p, n, m)
			if d.Coefficient().Cmp(want.Coefficient()) != 0 || d.Exponent() != want.Exponent() {
				t.Fatalf("%v to %d digits, %v: %v, want %v", x, n, m, d, want)
			}
		} else if x.IsExact() {
			t.Fatal(err)
		}
	})
}

// A higher precision gives an enclosure that meets the lower one's: both hold the value. And a function's enclosure over an
// enclosure holds its value at a point.
func TestRefinementOfFunctions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawRat(t, "x")
		if p.Num().BitLen()-p.Denom().BitLen() > 12 {
			p.Quo(p, new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), uint(p.Num().BitLen()-p.Denom().BitLen()-3))))
		}
		name := rapid.SampledFrom([]string{"exp", "expm1", "log", "log1p", "sqrt", "sinh", "cosh", "tan", "tanh", "sin", "cos", "atan", "erf", "sigmoid", "softplus"}).Draw(t, "function")
		low, high := drawContext(t), drawContext(t)
		if low.words > 20 || name == "erf" && low.words > 9 {
			low = NewContext(64)
		}
		x := FromRat(p)
		wide := enclosure(low.widen(low.of(x), magOf(rapid.Uint64().Draw(t, "radius"), low.of(x).top()-64-rapid.IntRange(-2, 70).Draw(t, "width"))))
		a, err1 := unary[name](low, wide)
		b, err2 := unary[name](high, x)
		if err1 != nil || err2 != nil {
			return
		}
		alo, ahi := a.ends()
		blo, bhi := b.ends()
		if alo.Cmp(bhi) > 0 || blo.Cmp(ahi) > 0 {
			t.Fatalf("%s: over %v it is %v, but at %v it is %v", name, wide, a, x, b)
		}
	})
}

// Over a thin enclosure, around 0 and everywhere else, a function's enclosure holds its values at both ends and in the middle.
func TestThinEnclosures(t *testing.T) {
	high := NewContext(1400)
	for _, bits := range []uint{64, 192, 1100} {
		c := NewContext(bits)
		for name, f := range unary {
			for _, mid := range []string{"0", "1e-30", "-1e-9", "0.3", "-0.6", "0.999999", "1.2", "-2.5", "7", "-19", "45", "-1000", "123456789"} {
				if m := real(t, mid); name == "log" && m.num <= 0 || name == "log1p" && m.Compare(FromInt(-1)) == Less {
					continue
				}
				for _, gap := range []int{-1, -3, -10, -41, -70} {
					m := c.of(real(t, mid))
					x := c.widen(m, mag{1<<31 + 12345, gap - 32})
					y, err := f(c, enclosure(x))
					if err != nil {
						continue // the enclosure reaches beyond the domain, or holds a pole
					}
					ylo, yhi := y.ends()
					lo, hi := x.rat(), x.rat()
					lo.Sub(lo, mag{1<<31 + 12345, gap - 32}.rat())
					hi.Add(hi, mag{1<<31 + 12345, gap - 32}.rat())
					for _, p := range []*big.Rat{lo, x.rat(), hi} {
						v, err := f(high, FromRat(p))
						if err != nil {
							continue
						}
						vlo, vhi := v.ends()
						if vhi.Cmp(ylo) < 0 || vlo.Cmp(yhi) > 0 {
							t.Errorf("%s over %v at %d bits is %v, but %v at %v", name, enclosure(x), bits, y, v, p)
						}
					}
				}
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"1.0", "-2.5e-3", "+.5", "7.", "1e999999999", "NaN", "", ".", "e", "0e0", "00.10E+01", "-0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x, err := Parse(s)
		if err != nil {
			if !x.isZero() {
				t.Fatal("a value beside an error")
			}
			return
		}
		r, ok := new(big.Rat).SetString(s)
		if !ok || len(s) < 30 && r.Cmp(x.exact()) != 0 {
			t.Fatalf("Parse(%q) = %v, math/big reads %v", s, x, r)
		}
	})
}

func randomInt(t *rapid.T, name string) *big.Int {
	return big.NewInt(rapid.Int64().Draw(t, name))
}

// The product of an exact number that is as large as exact numbers get and a small one is an enclosure of it.
func TestProductBeyondTheLimitOfExactNumbers(t *testing.T) {
	c := NewContext(128)
	x, err := Parse("1." + strings.Repeat("7", 990))
	if err != nil {
		t.Fatal(err)
	}
	tiny, err := Parse("1e-20")
	if err != nil {
		t.Fatal(err)
	}
	for range 12 {
		x = c.Mul(x, x)
		q, err := c.Div(c.Mul(x, FromInt(3)), x)
		if err != nil || c.Abs(c.Sub(q, FromInt(3))).Compare(tiny) != Less {
			t.Errorf("3x/x is %v, %v", q, err)
		}
	}
}
