// Package derivation writes a step out as a careful person would on paper: the formula, the numbers put in, the
// arithmetic line by line, the result. It is the only place where numbers are rounded for display, and it keeps two
// promises: = stands where the printed decimal is the value and ≈ where it is rounded; and whoever evaluates the numbers
// printed on one side of a line gets the number printed on the other side, to its last digit.
package derivation

import (
	"strings"

	"github.com/shopspring/decimal"

	"longhand/generator/formula"
	"longhand/generator/number"
)

// Shown is a number as a reader sees it.
type Shown struct {
	Expr  formula.Expr    // a literal, or the negative of one
	Value decimal.Decimal // what the printed digits say
	Exact bool            // the printed decimal is the value itself

	scientific bool
	places     int // of the number, or of its mantissa where it is scientific
}

// longest is the greatest number of digits before the point that is written without a power of ten.
const longest = 15

// show rounds x to a number of decimal places. An exact number that needs no more places than that is shown in full and
// without zeros at its end. A number that the places would turn into 0 is shown with as many places in scientific
// notation, and so is one of more than 15 digits before the point. The error is a *number.UndecidedError where the
// digits are not proven at the precision of x.
func show(x number.Real, places int, mode number.Rounding) (Shown, error) {
	if d, ok := x.Decimal(); ok && int(-d.Exponent()) <= places && integerDigits(d) <= longest {
		return Shown{Expr: formula.Num(d.String()), Value: d, Exact: true, places: places}, nil
	}
	d, err := x.Places(places, mode)
	if err != nil {
		if isHuge(x) {
			return scientific(x, places, mode)
		}
		return Shown{}, err
	}
	if d.IsZero() {
		if sign, decided := x.Sign(); decided && sign != 0 {
			return scientific(x, places, mode)
		} else if !decided && !negligible(x) {
			return Shown{}, &number.UndecidedError{Question: "whether the value is zero"}
		}
	}
	if integerDigits(d) > longest {
		return scientific(x, places, mode)
	}
	return Shown{Expr: formula.Num(d.StringFixed(int32(places))), Value: d, places: places}, nil
}

// isHuge says that x is proven to have more digits before the point than are written without a power of ten.
func isHuge(x number.Real) bool {
	lo, hi := x.Enclosure()
	return lo.Sign() == hi.Sign() && integerDigits(lo) > longest && integerDigits(hi) > longest
}

// negligible says that x is proven to be smaller than 10⁻⁶⁰⁰: nobody can tell it from 0 in print, and no precision may
// ever, since no enclosure proves that a difference of equal irrational numbers is 0.
func negligible(x number.Real) bool {
	lo, hi := x.Enclosure()
	bound := decimal.New(1, -600)
	return lo.Abs().LessThan(bound) && hi.Abs().LessThan(bound)
}

func integerDigits(d decimal.Decimal) int {
	return d.NumDigits() + int(d.Exponent())
}

func scientific(x number.Real, places int, mode number.Rounding) (Shown, error) {
	d, err := x.Digits(places+1, mode)
	if err != nil {
		return Shown{}, err
	}
	digits := d.Coefficient().String()
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	for len(digits) < places+1 { // an exact value may come with fewer
		digits += "0"
	}
	exponent := d.NumDigits() + int(d.Exponent()) - 1
	mantissa := digits[:1]
	if places > 0 {
		mantissa += "." + digits[1:]
	}
	text := sign + mantissa + "e" + decimal.NewFromInt(int64(exponent)).String()
	exact, isDecimal := x.Decimal()
	return Shown{Expr: formula.Num(text), Value: d, Exact: isDecimal && exact.Equal(d), scientific: true, places: places}, nil
}

// typed is a given number, shown as it was typed.
func typed(text string, x number.Real) Shown {
	d, _ := x.Decimal()
	return Shown{Expr: formula.Num(normalSign(text)), Value: d, Exact: true, places: max(0, int(-d.Exponent()))}
}

// normalSign drops a plus sign and completes a bare point, as in +.5: the digits stay.
func normalSign(text string) string {
	text = strings.TrimPrefix(text, "+")
	if rest, negative := strings.CutPrefix(text, "-"); negative {
		return "-" + normalSign(rest)
	}
	if strings.HasPrefix(text, ".") {
		return "0" + text
	}
	return text
}

// saysTheSame reports whether x, rounded as s is, gives the digits that s shows.
func (s Shown) saysTheSame(x number.Real, mode number.Rounding) (bool, error) {
	var d decimal.Decimal
	var err error
	switch {
	case s.scientific:
		if x.IsExact() {
			if sign, _ := x.Sign(); sign == 0 {
				return s.Value.IsZero(), nil
			}
		}
		d, err = x.Digits(s.places+1, mode)
	default:
		d, err = x.Places(s.places, mode)
	}
	return err == nil && d.Equal(s.Value), err
}
