package number

import (
	"errors"
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// Limits of decimal text: a longer literal or a larger exponent is an error, not a gigabyte.
const (
	maxLiteralDigits   = 1_000_000
	maxLiteralExponent = 1_000_000
)

// Parse reads decimal text: an optional sign, digits with at most one point and at least one digit, and an optional
// exponent. The value is exact. "1.0", "-2.5e-3", "+.5" and "7." are numbers; "", "NaN", "Inf", "1,5", "0x10", "1_000" and
// " 1" are errors, as is a literal of over 1,000,000 digits or an exponent beyond ±1,000,000 (a *LimitError).
func Parse(s string) (Real, error) {
	if x, ok := parseShort(s); ok {
		return x, nil
	}
	digits, exp, err := scanDecimal(s)
	if err != nil {
		return Real{}, err
	}
	neg := s[0] == '-'
	digits = strings.TrimLeft(digits, "0")
	if digits == "" {
		return Real{}, nil
	}
	n, ok := new(big.Int).SetString(digits, 10)
	if !ok {
		return Real{}, fmt.Errorf("%s is not a decimal number", show(s))
	}
	if neg {
		n.Neg(n)
	}
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(exp, -exp))), nil)
	if exp >= 0 {
		return fromRat(new(big.Rat).SetInt(n.Mul(n, ten))), nil
	}
	return fromRat(new(big.Rat).SetFrac(n, ten)), nil
}

// parseShort reads what most numbers are, an optional sign and at most 18 digits with a point, in one pass: a worked example
// reads its numbers anew for every try at a precision. ok is false for all else, mistakes included.
func parseShort(s string) (x Real, ok bool) {
	rest, neg := s, false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		rest, neg = s[1:], s[0] == '-'
	}
	if len(rest) > 19 {
		return Real{}, false
	}
	var n int64
	digits, places := 0, 0
	point := false
	for i := range len(rest) {
		switch d := rest[i] - '0'; {
		case d <= 9:
			n = 10*n + int64(d)
			digits++
			if point {
				places++
			}
		case rest[i] == '.' && !point:
			point = true
		default:
			return Real{}, false
		}
	}
	if digits == 0 || digits > 18 {
		return Real{}, false
	}
	if neg {
		n = -n
	}
	return reduced(n, smallPowersOfTen[places]), true
}

// scanDecimal splits s into its digits without the point, and the power of ten of the last one.
func scanDecimal(s string) (digits string, exp int, err error) {
	if s == "" {
		return "", 0, errors.New("a number is missing: the text is empty")
	}
	rest := strings.TrimLeft(s[:1], "+-") + s[1:]
	mantissa, exponent, hasExp := rest, "", false
	if i := strings.IndexAny(rest, "eE"); i >= 0 {
		mantissa, exponent, hasExp = rest[:i], rest[i+1:], true
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	if len(whole)+len(fraction) > maxLiteralDigits {
		return "", 0, &LimitError{fmt.Sprintf("a number of %d digits", len(whole)+len(fraction)), fmt.Sprintf("at most %d digits are read", maxLiteralDigits)}
	}
	if whole+fraction == "" || !allDigits(whole) || !allDigits(fraction) {
		return "", 0, notANumber(s, rest)
	}
	exp = -len(fraction)
	if hasExp {
		e := strings.TrimLeft(exponent[:min(1, len(exponent))], "+-") + exponent[min(1, len(exponent)):]
		if e == "" || !allDigits(e) {
			return "", 0, notANumber(s, rest)
		}
		v, err := strconv.Atoi(e)
		if err != nil || v > maxLiteralExponent {
			return "", 0, &LimitError{"the exponent of " + show(s), fmt.Sprintf("exponents go up to ±%d", maxLiteralExponent)}
		}
		if exponent[0] == '-' {
			v = -v
		}
		exp += v
	}
	return whole + fraction, exp, nil
}

func notANumber(s, unsigned string) error {
	switch word := strings.ToLower(unsigned); {
	case word == "nan":
		return fmt.Errorf("%s is not a number: NaN has no value to compute with", show(s))
	case word == "inf" || word == "infinity" || word == "∞" || word == ".inf":
		return fmt.Errorf("%s is not a number: infinity has no value to compute with", show(s))
	case strings.Contains(s, ",") && allDigits(strings.ReplaceAll(unsigned, ",", "")):
		return fmt.Errorf("%s is not a decimal number: the decimal mark is a point, and digits are not grouped", show(s))
	}
	return fmt.Errorf("%s is not a decimal number such as 0.25, -3 or 1.5e-4", show(s))
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// show quotes text for a message, shortened.
func show(s string) string {
	if r := []rune(s); len(s) > 40 && len(r) > 30 {
		return strconv.Quote(string(r[:30])) + "…"
	}
	return strconv.Quote(s)
}
