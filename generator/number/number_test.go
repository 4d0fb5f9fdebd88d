package number

import (
	"errors"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

func real(t testing.TB, s string) Real {
	t.Helper()
	if n, d, ok := strings.Cut(s, "/"); ok {
		x, err := NewContext(64).Div(real(t, n), real(t, d))
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	x, err := Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		"1.0": "1", "-2.5e-3": "-0.0025", "+.5": "0.5", "7.": "7", "0": "0", "-0.00": "0", "1e3": "1000", "1E+2": "100",
		"12345678901234567890.5": "12345678901234567890.5", "1e-30": "0.000000000000000000000000000001",
		"-9223372036854775808": "-9223372036854775808", "9223372036854775807e-5": "92233720368547.75807",
	} {
		if got := real(t, in).String(); got != want {
			t.Errorf("Parse(%q) = %s, want %s", in, got, want)
		}
	}
	for in, part := range map[string]string{
		"": "empty", "NaN": "NaN", "-inf": "infinity", "1e": "not a decimal", "e5": "not a decimal", ".": "not a decimal",
		"1,5": "decimal mark", "0x10": "not a decimal", "1_000": "not a decimal", " 1": "not a decimal", "--1": "not a decimal",
		"+": "not a decimal", "1e+": "not a decimal", "1.2.3": "not a decimal", "١": "not a decimal",
		"1e999999999": "exponent", "1e-99999999999999999999": "exponent", "1e1000001": "exponent", strings.Repeat("9", 1_000_001): "1000001 digits",
	} {
		_, err := Parse(in)
		if err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("Parse(%.20q): error %v, want one with %q", in, err, part)
		}
	}
}

func TestDecimal(t *testing.T) {
	c := NewContext(64)
	for places := range 400 {
		x, err := c.PowInt(real(t, "0.2"), places)
		if err != nil {
			t.Fatal(err)
		}
		d, ok := x.Decimal()
		if !ok || d.Rat().Cmp(x.exact()) != 0 {
			t.Fatalf("0.2^%d: %v, %v", places, d, ok)
		}
		y := c.Mul(x, real(t, "1/7"))
		if d, ok := y.Decimal(); ok {
			t.Fatalf("0.2^%d/7 = %v?", places, d)
		}
	}
	if d, ok := real(t, "-1e-1000000").Decimal(); !ok || d.Exponent() != -1000000 || d.CoefficientInt64() != -1 {
		t.Errorf("-1e-1000000: %v", ok)
	}
}

func TestExactness(t *testing.T) {
	c := NewContext(64)
	must := func(x Real, err error) Real {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	tiny := real(t, "1e-30")
	for _, e := range []struct {
		name string
		got  Real
		want string
	}{
		{"1/3*1.5", c.Mul(real(t, "1/3"), real(t, "1.5")), "1/2"},
		{"0.1+0.2", c.Add(real(t, "0.1"), real(t, "0.2")), "3/10"},
		{"z1", c.Add(c.Mul(real(t, "0.2"), real(t, "1")), c.Mul(real(t, "-0.4"), real(t, "0.5"))), "0"},
		{"sigmoid 0", c.Sigmoid(Real{}), "1/2"},
		{"exp 0", must(c.Exp(Real{})), "1"},
		{"log 1", must(c.Log(FromInt(1))), "0"},
		{"tanh 0", c.Tanh(Real{}), "0"},
		{"sqrt 9/4", must(c.Sqrt(real(t, "2.25"))), "3/2"},
		{"1.1^3", must(c.PowInt(real(t, "1.1"), 3)), "1331/1000"},
		{"2^-2", must(c.PowInt(FromInt(2), -2)), "1/4"},
		{"(4/9)^1.5", must(c.Pow(real(t, "4/9"), real(t, "1.5"))), "8/27"},
		{"0*e", c.Mul(Real{}, c.E()), "0"},
		{"tiny-tiny", c.Sub(tiny, tiny), "0"},
		{"(1+tiny)-1", c.Sub(c.Add(one, tiny), one), "1/1000000000000000000000000000000"},
		{"min int", c.Sub(FromInt(math.MinInt64), one), "-9223372036854775809"},
		{"neg min", c.Neg(FromInt(math.MinInt64)), "9223372036854775808"},
		{"abs", c.Abs(real(t, "-0.5")), "1/2"},
		{"(-1)^big", must(c.PowInt(FromInt(-1), 1<<39+1)), "-1"},
	} {
		r, ok := e.got.Rat()
		if !ok || r.RatString() != e.want {
			t.Errorf("%s = %v, want exactly %s", e.name, e.got, e.want)
		}
	}
}

func TestRounding(t *testing.T) {
	for _, e := range []struct {
		x      string
		n      int
		m      Rounding
		digits bool
		want   string
	}{
		{"0.125", 2, HalfUp, false, "0.13"}, {"-0.125", 2, HalfUp, false, "-0.13"}, {"0.125", 2, HalfEven, false, "0.12"},
		{"0.135", 2, HalfEven, false, "0.14"}, {"0.129", 2, Truncate, false, "0.12"}, {"-0.129", 2, Truncate, false, "-0.12"},
		{"-0.121", 2, Floor, false, "-0.13"}, {"-0.129", 2, Ceiling, false, "-0.12"}, {"0.121", 2, Ceiling, false, "0.13"},
		{"1/2", 3, HalfUp, false, "0.500"}, {"1250", -2, HalfUp, false, "1300"}, {"1/3", 4, HalfUp, false, "0.3333"},
		{"0.0000000001", 7, HalfUp, false, "0.0000000"},
		{"9.996", 3, HalfUp, true, "10.0"}, {"9.994", 3, HalfUp, true, "9.99"}, {"0.00123456", 3, HalfUp, true, "0.00123"},
		{"123456", 2, HalfUp, true, "120000"}, {"-2/3", 5, HalfUp, true, "-0.66667"}, {"0.5", 4, HalfUp, true, "0.5000"},
	} {
		x := real(t, e.x)
		f := x.Places
		if e.digits {
			f = x.Digits
		}
		d, err := f(e.n, e.m)
		want := decimal.RequireFromString(e.want)
		if err != nil || !d.Equal(want) || (e.n > 0 && d.Exponent() != want.Exponent() && d.Exponent() <= 0) {
			t.Errorf("%s to %d (%v, digits %v) = %v, %v; want %s", e.x, e.n, e.m, e.digits, d, err, e.want)
		}
	}
	for m := HalfUp; m <= Ceiling; m++ {
		if p, err := ParseRounding(m.String()); err != nil || p != m {
			t.Errorf("ParseRounding(%v) = %v, %v", m, p, err)
		}
	}
}

func TestErrors(t *testing.T) {
	c := NewContext(64)
	almost := c.Sub(c.Pi(), c.Pi())
	var domain *DomainError
	var undecided *UndecidedError
	var limit *LimitError
	for name, e := range map[string]struct {
		f  func() (Real, error)
		as any
	}{
		"1/0":            {func() (Real, error) { return c.Div(one, Real{}) }, &domain},
		"1/(π−π)":        {func() (Real, error) { return c.Div(one, almost) }, &undecided},
		"log 0":          {func() (Real, error) { return c.Log(Real{}) }, &domain},
		"log(π−π)":       {func() (Real, error) { return c.Log(almost) }, &undecided},
		"sqrt −1":        {func() (Real, error) { return c.Sqrt(FromInt(-1)) }, &domain},
		"log1p −1":       {func() (Real, error) { return c.Log1p(FromInt(-1)) }, &domain},
		"e^1e100":        {func() (Real, error) { return c.Exp(real(t, "1e100")) }, &limit},
		"2^2^40":         {func() (Real, error) { return c.PowInt(FromInt(2), 1<<40) }, &limit},
		"(-2)^0.5":       {func() (Real, error) { return c.Pow(FromInt(-2), real(t, "0.5")) }, &domain},
		"logsumexp":      {func() (Real, error) { return c.LogSumExp(nil) }, &domain},
		"π to 40 places": {func() (Real, error) { _, err := c.Pi().Places(40, HalfUp); return Real{}, err }, &undecided},
	} {
		if _, err := e.f(); !errors.As(err, e.as) {
			t.Errorf("%s: error %v", name, err)
		} else {
			t.Log(err)
		}
	}
}

// Against the machine's own functions, at the accuracy these have: a first check, before the oracles'.
func TestFunctionsNearFloat(t *testing.T) {
	type fn struct {
		name string
		f    func(*Context, Real) (Real, error)
		g    func(float64) float64
	}
	total := func(f func(*Context, Real) Real) func(*Context, Real) (Real, error) {
		return func(c *Context, x Real) (Real, error) { return f(c, x), nil }
	}
	for _, f := range []fn{
		{"exp", (*Context).Exp, math.Exp}, {"expm1", (*Context).Expm1, math.Expm1}, {"log", (*Context).Log, math.Log},
		{"log1p", (*Context).Log1p, math.Log1p}, {"sqrt", (*Context).Sqrt, math.Sqrt}, {"sinh", (*Context).Sinh, math.Sinh},
		{"cosh", (*Context).Cosh, math.Cosh}, {"tanh", total((*Context).Tanh), math.Tanh}, {"sin", total((*Context).Sin), math.Sin},
		{"cos", total((*Context).Cos), math.Cos}, {"tan", (*Context).Tan, math.Tan}, {"atan", total((*Context).Atan), math.Atan},
		{"erf", total((*Context).Erf), math.Erf},
		{"sigmoid", total((*Context).Sigmoid), func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }},
		{"softplus", total((*Context).Softplus), func(x float64) float64 { return math.Max(x, 0) + math.Log1p(math.Exp(-math.Abs(x))) }},
	} {
		for _, s := range []string{"0.5", "-0.75", "1", "1e-20", "-1e-5", "0.9990234375", "1.0009765625", "3.25", "-7.5", "30", "-40", "700", "1e-300", "0.1", "123.456"} {
			x := real(t, s)
			v, _ := x.Rat()
			in, _ := v.Float64()
			want := f.g(in)
			if math.IsNaN(want) || math.IsInf(want, 0) {
				continue
			}
			for _, bits := range []uint{64, 192, 500, 1500} {
				y, err := f.f(NewContext(bits), x)
				if err != nil {
					t.Errorf("%s(%s) at %d: %v", f.name, s, bits, err)
					continue
				}
				lo, hi := y.ends()
				width := new(big.Rat).Sub(hi, lo)
				a, _ := lo.Float64()
				w, _ := width.Float64()
				if math.Abs(a-want) > 4e-16*math.Abs(in*want)+1e-14*math.Abs(want)+1e-320 {
					t.Errorf("%s(%s) at %d = %v, want %v", f.name, s, bits, y, want)
				}
				if lo.Sign() != 0 && decimalExponent(lo)-decimalExponent0(width) < int(bits)*3/10-30 && w > 0 {
					t.Errorf("%s(%s) at %d is only good to %v", f.name, s, bits, y)
				}
			}
		}
	}
}

func decimalExponent0(r *big.Rat) int {
	if r.Sign() == 0 {
		return -1 << 30
	}
	return decimalExponent(r)
}
