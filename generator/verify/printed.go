package verify

import (
	"errors"
	"math/big"
	"regexp"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"longhand/generator/number"
	"longhand/generator/trace"
)

// printed is a decimal as it stands in the article. It denotes the interval of all numbers that round to it.
type printed struct {
	text   string // canonical: digits, a point, an exponent; with its sign
	value  number.Real
	places int // the last digit counts 10^−places
	digits int // significant digits
	// scientific numbers have a power of ten behind them: 6.67 × 10⁻¹¹. They are measured, and stand for what rounds to them.
	scientific bool
}

// real is a number that may not be known.
type real struct {
	number.Real
	known bool
}

func known(x number.Real) real { return real{x, true} }

// powerOfTen finds the power behind a number as it is written.
var powerOfTen = regexp.MustCompile(`10\s*(?:\^|\*\*|<sup>|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻])|\d[eE][-+−]?\d`)

// mantissaText finds the digits of a printed number, before any power of ten.
var mantissaText = regexp.MustCompile(`\d(?:[\d.,'’\x{202f}\x{2009}\x{00a0}]|\{,\}|\\[,;:])*\d|\d`)

var errTooLong = errors.New("the number is too long")

// parsePrinted reads canonical text without sign.
func parsePrinted(text string, negative bool) (printed, error) {
	p := printed{text: text}
	mantissa, exponent, _ := strings.Cut(text, "e")
	e := 0
	if exponent != "" {
		var err error
		if e, err = strconv.Atoi(exponent); err != nil || e > 5000 || e < -5000 {
			return p, errTooLong
		}
	}
	_, fraction, _ := strings.Cut(mantissa, ".")
	p.places = len(fraction) - e
	p.digits = len(strings.TrimLeft(strings.Replace(mantissa, ".", "", 1), "0"))
	x, err := number.Parse(text)
	if err != nil {
		return p, err
	}
	p.value = x
	if negative {
		p.text = "-" + text
		p.value = number.NewContext(64).Neg(x)
	}
	return p, nil
}

// withPoint is a number that lost its decimal point, 0125, as it was meant. ok is false where none is lost.
func (p printed) withPoint() (meant printed, ok bool) {
	text := strings.TrimPrefix(p.text, "-")
	if len(text) < 3 || text[0] != '0' || strings.Trim(text, "0123456789") != "" {
		return p, false
	}
	meant, err := parsePrinted("0."+text[1:], strings.HasPrefix(p.text, "-"))
	return meant, err == nil
}

// half is half a unit of the last digit.
func (p printed) half() number.Real {
	if p.digits == 0 && p.places <= 0 { // 0 is what is nearly nothing, not 0.3
		return number.FromRat(big.NewRat(1, 20))
	}
	places := p.places
	if zeros := p.trailingZeros(); zeros > 0 && p.digits-zeros >= 2 {
		places = -zeros
	}
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(places, -places))), nil)
	r := new(big.Rat).SetInt(ten)
	if places >= 0 {
		r.Inv(r)
	}
	return number.FromRat(r.Mul(r, big.NewRat(1, 2)))
}

// interval is the enclosure of what the decimal denotes.
func (p printed) interval(c *number.Context) number.Real {
	h := p.half()
	return c.Between(c.Sub(p.value, h), c.Add(p.value, h))
}

// isMeasured says whether an operand with these digits is likely to be rounded: it has a point and four digits or more, and
// does not end as halves, quarters and eighths do, 301.750 and 9.0625.
func (p printed) isMeasured() bool {
	return p.digits >= 4 && p.places > 0 && strings.Contains(p.text, ".") && !p.isBinary()
}

// isBinary says whether a number of n ≥ 3 decimals is a multiple of 2⁻ⁿ, which few rounded numbers are.
func (p printed) isBinary() bool {
	if p.places < 3 || p.places > 12 {
		return false
	}
	_, ok := wholeNumber(trace.NumberValue(number.NewContext(64).Mul(p.value, number.FromInt(1<<p.places))))
	return ok
}

// fit says how a value goes with a printed decimal.
type fit uint8

const (
	fitNone fit = iota
	fitTruncated
	fitRounded
	fitExact
)

// fits compares a value with what is printed. A tie may go either way: halves are rounded up by some and to even by others.
func (p printed) fits(x number.Real) fit {
	switch x.Compare(p.value) {
	case number.Equal:
		return fitExact
	}
	if p.digits == 0 && p.places <= 0 && number.NewContext(64).Abs(x).Compare(p.half()) != number.Less {
		return fitNone
	}
	for _, m := range []number.Rounding{number.HalfUp, number.HalfEven} {
		if d, err := x.Places(p.places, m); err == nil && number.FromDecimal(d).Compare(p.value) == number.Equal {
			return fitRounded
		}
	}
	if zeros := p.trailingZeros(); zeros > 0 && p.digits-zeros >= 2 { // 24,100 is 24,122 to the hundred
		if d, err := x.Places(-zeros, number.HalfUp); err == nil && number.FromDecimal(d).Compare(p.value) == number.Equal {
			return fitRounded
		}
	}
	if d, err := x.Places(p.places, number.Truncate); err == nil && number.FromDecimal(d).Compare(p.value) == number.Equal && p.digits > 0 {
		return fitTruncated
	}
	return fitNone
}

// trailingZeros counts the zeros at the end of a whole number, which may only fill it up.
func (p printed) trailingZeros() int {
	if p.places != 0 || strings.Contains(p.text, "e") {
		return 0
	}
	return len(p.text) - len(strings.TrimRight(p.text, "0"))
}

// possible says whether some number of the enclosure x rounds to what is printed: whether it is not proven that none does.
func (p printed) possible(c *number.Context, x number.Real) bool {
	h := p.half()
	return x.Compare(c.Sub(p.value, h)) != number.Less && x.Compare(c.Add(p.value, h)) != number.Greater
}

// distance is |x − p| in units of the last digit, as a number to compare.
func (p printed) distance(c *number.Context, x number.Real) number.Real {
	d, err := c.Div(c.Abs(c.Sub(x, p.value)), c.Mul(number.FromInt(2), p.half()))
	if err != nil {
		return number.FromInt(1 << 40)
	}
	return d
}

// rightDigits counts the significant digits of what is printed that agree with x when both are rounded there.
func (p printed) rightDigits(x number.Real) int {
	if p.fits(x) >= fitRounded {
		return p.digits
	}
	for n := p.digits - 1; n > 0; n-- {
		a, err1 := p.value.Digits(n, number.HalfUp)
		b, err2 := x.Digits(n, number.HalfUp)
		if err1 == nil && err2 == nil && a.Equal(b) {
			return n
		}
	}
	return 0
}

// show writes a value with a few digits more than are of use beside a printed number.
func show(x number.Real, digits int) string {
	if d, ok := x.Decimal(); ok {
		if s := d.String(); len(s) <= digits+4 {
			return s
		}
		if c := strings.TrimRight(d.Coefficient().String(), "0"); d.Sign() != 0 && len(c) <= digits {
			return plain(d)
		}
	}
	for n := digits; n > 0; n-- {
		if d, err := x.Digits(n, number.HalfUp); err == nil {
			return plain(d)
		}
	}
	return x.String()
}

// plain writes a decimal without exponent, but for those that would be mostly zeros.
func plain(d decimal.Decimal) string {
	digits := d.Abs().Coefficient().String()
	magnitude := len(digits) + int(d.Exponent())
	if magnitude < 22 && magnitude > -8 {
		return d.String()
	}
	digits = strings.TrimRight(digits, "0")
	s := digits[:1]
	if len(digits) > 1 {
		s += "." + digits[1:]
	}
	if d.IsNegative() {
		s = "-" + s
	}
	return s + "e" + strconv.Itoa(magnitude-1)
}
