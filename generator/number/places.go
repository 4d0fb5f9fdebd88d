package number

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"
)

// maxPlaces bounds what Places and Digits can be asked for.
const maxPlaces = 2_000_000

// Places rounds x to n decimal places; n < 0 rounds to tens, hundreds and so on. The result has exactly n places when n >= 0
// (1/2 to three places is 0.500).
//
// The result is proven: every point of the enclosure rounds to it. Where that is not so the error is an *UndecidedError.
// Every rounding is a monotone function, so it suffices to round the two ends. |n| over 2,000,000 is a *LimitError.
func (x Real) Places(n int, m Rounding) (decimal.Decimal, error) {
	if n > maxPlaces || n < -maxPlaces {
		return decimal.Decimal{}, &LimitError{fmt.Sprintf("a request for %d places", n), fmt.Sprintf("at most %d", maxPlaces)}
	}
	if x.ball != nil {
		mem := scratches.Get().(*scratch)
		d, ok := x.ball.places(mem, n, m)
		scratches.Put(mem)
		if ok {
			return d, nil
		}
	}
	lo, hi := x.ends()
	q := m.scaled(lo.Num(), lo.Denom(), n)
	if x.ball != nil && m.scaled(hi.Num(), hi.Denom(), n).Cmp(q) != 0 {
		return decimal.Decimal{}, undecided(fmt.Sprintf("the value to %d places", n), x)
	}
	return decimal.NewFromBigInt(q, int32(-n)), nil
}

// Digits rounds x to n significant digits, 1 <= n <= 2,000,000. The coefficient of the result has n digits, unless x is exact
// 0, which gives 0. The result is proven as for Places; an enclosure that holds 0 is undecided.
func (x Real) Digits(n int, m Rounding) (decimal.Decimal, error) {
	if n < 1 || n > maxPlaces {
		return decimal.Decimal{}, &LimitError{fmt.Sprintf("a request for %d significant digits", n), fmt.Sprintf("from 1 to %d", maxPlaces)}
	}
	if x.isZero() {
		return decimal.Decimal{}, nil
	}
	if d, ok := x.quickDigits(n, m); ok {
		return d, nil
	}
	lo, hi := x.ends()
	d, ok := significant(lo, n, m)
	if ok && x.ball != nil {
		var e decimal.Decimal
		e, ok = significant(hi, n, m)
		ok = ok && d.Equal(e)
	}
	if !ok {
		return decimal.Decimal{}, undecided(fmt.Sprintf("the value to %d significant digits", n), x)
	}
	return d, nil
}

// quickDigits is Digits where one multiplication proves them.
func (x Real) quickDigits(n int, m Rounding) (d decimal.Decimal, ok bool) {
	if x.rat != nil {
		return d, false
	}
	mem := scratches.Get().(*scratch)
	if x.ball != nil {
		d, ok = x.ball.digits(mem, n, m)
	} else {
		d, ok = x.smallDigits(mem, n, m)
	}
	scratches.Put(mem)
	return d, ok
}

// significant rounds r to n significant digits; false when r is 0.
func significant(r *big.Rat, n int, m Rounding) (decimal.Decimal, bool) {
	if r.Sign() == 0 {
		return decimal.Decimal{}, false
	}
	places := n - 1 - decimalExponent(r)
	q := m.scaled(r.Num(), r.Denom(), places)
	if q.CmpAbs(powerOfTen(n)) >= 0 { // 9.99 went to 10.0
		q.Quo(q, big.NewInt(10))
		places--
	}
	return decimal.NewFromBigInt(q, int32(-places)), true
}

// decimalExponent is the d with 10^d <= |r| < 10^(d+1), r not 0.
func decimalExponent(r *big.Rat) int {
	num, den := r.Num(), r.Denom()
	// |r| lies within a factor of 2 of 2^k; log10 2 = 0.3010299957 to ten places, which is exact enough for all sizes here
	k := num.BitLen() - den.BitLen()
	d := int(int64(k) * 3010299957 / 10_000_000_000)
	atLeast := func(d int) bool { // |r| >= 10^d
		if d >= 0 {
			return num.CmpAbs(new(big.Int).Mul(den, powerOfTen(d))) >= 0
		}
		return new(big.Int).Mul(num, powerOfTen(-d)).CmpAbs(den) >= 0
	}
	for !atLeast(d) {
		d--
	}
	for atLeast(d + 1) {
		d++
	}
	return d
}

// Enclosure gives decimals lo <= x <= hi, rounded outward. An exact number with a terminating decimal gives that decimal twice,
// and any other exact number the decimals of 40 digits around it; an enclosure gives its ends, outward, with two more digits
// than the places in which they agree.
func (x Real) Enclosure() (lo, hi decimal.Decimal) {
	if d, ok := x.Decimal(); ok {
		return d, d
	}
	a, b := x.ends()
	n := 40
	if x.ball != nil && a.Cmp(b) != 0 {
		width := new(big.Rat).Sub(b, a)
		return outward(a, b, 2-decimalExponent(width))
	}
	if a.Sign() != 0 {
		n -= decimalExponent(a)
	}
	return outward(a, b, n)
}

func outward(a, b *big.Rat, places int) (lo, hi decimal.Decimal) {
	p := int32(-places)
	return decimal.NewFromBigInt(Floor.scaled(a.Num(), a.Denom(), places), p),
		decimal.NewFromBigInt(Ceiling.scaled(b.Num(), b.Denom(), places), p)
}

// String shows an exact number as its decimal or fraction, and an enclosure as [lo, hi]; for messages and tests.
func (x Real) String() string {
	if x.ball != nil {
		lo, hi := x.bounds()
		return "[" + lo + ", " + hi + "]"
	}
	if k := x.size(); k > exactEndBits {
		lo, _ := x.bounds()
		return "about " + lo
	}
	if d, ok := x.Decimal(); ok {
		return d.String()
	}
	return x.exact().RatString()
}

// bounds gives the ends of the enclosure for a message: short, and rounded outward.
func (x Real) bounds() (lo, hi string) {
	a, b := x.ends()
	return shortBound(a, Floor), shortBound(b, Ceiling)
}

func shortBound(r *big.Rat, m Rounding) string {
	if k := r.Num().BitLen() - r.Denom().BitLen(); r.Sign() != 0 && abs(k) > exactEndBits { // 2^(k−1) < |r| < 2^(k+1)
		if sign := r.Sign(); sign < 0 {
			return "-2^" + itoa(k+outwardStep(m == Floor))
		}
		return "2^" + itoa(k+outwardStep(m == Ceiling))
	}
	d, ok := significant(r, 25, m)
	if !ok {
		return "0"
	}
	if e := decimalExponent(r); e > 30 || e < -30 {
		c := d.Coefficient().String()
		sign := ""
		if c[0] == '-' {
			sign, c = "-", c[1:]
		}
		return fmt.Sprintf("%s%s.%se%d", sign, c[:1], c[1:], int(d.Exponent())+len(c)-1)
	}
	return d.String()
}

// outwardStep is +1 when the magnitude of a bound must be rounded up, else −1.
func outwardStep(up bool) int {
	if up {
		return 1
	}
	return -1
}

func abs(n int) int { return max(n, -n) }
