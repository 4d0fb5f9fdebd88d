package number

import (
	"errors"
	"math"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	_ "longhand/generator/internal/seeded"
)

// Arguments far outside what anybody means: every function must answer at once, with something true.
func TestExtremes(t *testing.T) {
	for _, bits := range []uint{64, 640} {
		c := NewContext(bits)
		for _, s := range []string{"1e1000000", "-1e1000000", "1e-1000000", "-1e-1000000", "3000000", "-3000000", "1e20", "-1e20"} {
			x := real(t, s)
			sign, _ := x.Sign()
			for name, f := range unary {
				y, err := f(c, x)
				var limit *LimitError
				var domain *DomainError
				var open *UndecidedError // tan of what no precision reduces
				if err != nil {
					if !errors.As(err, &limit) && !errors.As(err, &domain) && !(name == "tan" && errors.As(err, &open)) {
						t.Errorf("%s(%s): %v", name, s, err)
					}
					continue
				}
				lo, hi := y.ends()
				switch name {
				case "sigmoid":
					if lo.Cmp(one.exact()) > 0 || hi.Sign() < 0 || s == "1e1000000" && hi.Cmp(one.exact()) < 0 {
						t.Errorf("σ(%s) = %v", s, y)
					}
				case "tanh", "erf", "sin", "cos":
					if lo.Cmp(one.exact()) > 0 || hi.Cmp(FromInt(-1).exact()) < 0 {
						t.Errorf("%s(%s) = %v", name, s, y)
					}
				case "exp", "softplus", "cosh":
					if hi.Sign() < 0 {
						t.Errorf("%s(%s) = %v", name, s, y)
					}
				}
				if _, err := y.Places(7, HalfUp); err == nil && name == "sigmoid" && sign < 0 && s[1] != '1' {
					if d, _ := y.Places(7, HalfUp); !d.IsZero() {
						t.Errorf("σ(%s) to 7 places = %v", s, d)
					}
				}
			}
		}
		// both tails of the sigmoid keep their digits
		y := c.Sigmoid(FromInt(-1000))
		if d, err := y.Digits(15, HalfUp); err != nil || d.String()[:2] != "0." || d.Exponent() != -449 || d.CoefficientInt64() != 507595889754946 {
			t.Errorf("σ(−1000) = %v, %v", d, err)
		}
		if _, err := c.PowInt(FromInt(3), math.MinInt); err == nil {
			t.Error("3^MinInt")
		}
	}
	func() {
		defer func() {
			if _, ok := recover().(*LimitError); !ok {
				t.Error("a decimal of a billion digits was taken")
			}
		}()
		FromDecimal(decimal.New(1, 1_000_000_000))
	}()
}

// Identities that tie functions together.
func TestIdentities(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawContext(t)
		if c.words > 12 {
			c = NewContext(128)
		}
		x := FromRat(dyadic(randomInt(t, "x"), -60))
		y := FromRat(dyadic(randomInt(t, "y"), -61))
		meet := func(what string, a Real, err1 error, b Real, err2 error) {
			if err1 != nil || err2 != nil {
				t.Fatal(what, err1, err2)
			}
			if o := a.Compare(b); o == Less || o == Greater {
				t.Fatalf("%s: %v and %v, for x = %v, y = %v", what, a, b, x, y)
			}
		}
		ex, err1 := c.Exp(x)
		ey, err2 := c.Exp(y)
		exy, err3 := c.Exp(c.Add(x, y))
		meet("e^x·e^y = e^(x+y)", c.Mul(ex, ey), err1, exy, errors.Join(err2, err3))
		back, err := c.Log(ex)
		meet("log e^x = x", back, err, x, nil)
		lse, err := c.LogSumExp([]Real{x, y, x})
		plain, err4 := c.Log(c.Sum([]Real{ex, ey, ex}))
		meet("log-sum-exp", lse, err, plain, err4)
		meet("1 − σ(x) = σ(−x)", c.Sub(one, c.Sigmoid(x)), nil, c.Sigmoid(c.Neg(x)), nil)
		meet("softplus(x) − softplus(−x) = x", c.Sub(c.Softplus(x), c.Softplus(c.Neg(x))), nil, x, nil)
		s, k := c.Sin(x), c.Cos(x)
		meet("sin² + cos² = 1", c.Add(c.Mul(s, s), c.Mul(k, k)), nil, one, nil)
		meet("tanh x = 2σ(2x) − 1", c.Tanh(x), nil, c.Sub(c.Mul(FromInt(2), c.Sigmoid(c.Add(x, x))), one), nil)
		inverse, err := c.PowInt(c.Add(ex, one), -3)
		cube, err5 := c.PowInt(c.Add(ex, one), 3)
		meet("a³·a⁻³ = 1", c.Mul(inverse, cube), err, one, err5)
		power, err := c.Pow(ex, y)
		power2, err6 := c.Exp(c.Mul(x, y))
		meet("(e^x)^y = e^(xy)", power, err, power2, err6)
	})
}
