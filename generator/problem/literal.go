package problem

import (
	"math/big"
	"regexp"
	"strconv"
	"strings"

	"longhand/generator/number"
)

// Bounds of a typed number. It is shown as typed on every line where it is used, so that one of more digits is a
// mistake, and a larger exponent would make results of as many digits.
const (
	maxDigits   = 1000
	maxExponent = 1000
)

// decimalText is a number as a problem file may hold it. A sign + and a point without a digit after it are refused
// because numbers are shown as typed, and 0.5 · +1. is no way to write.
var decimalText = regexp.MustCompile(`^-?(?:0|[1-9][0-9]*|[0-9]*\.[0-9]+)(?:[eE]([+-]?[0-9]+))?$`)

// literal reads a number of the quantity that what names.
func literal(n *node, what string) (Literal, error) {
	if n.kind != scalar {
		return Literal{}, n.pos.Errorf("%s must be a number, not %s", what, n.what())
	}
	if n.isNull() {
		return Literal{}, n.pos.Errorf("%s lacks a number here", what).WithHint("%s", decimalHint)
	}
	parts := decimalText.FindStringSubmatch(n.text)
	if parts == nil || hasLeadingZero(n.text) {
		message, hint := notDecimal(n.text)
		return Literal{}, n.pos.Errorf("“%s” in %s %s", shorten(n.text), what, message).WithHint("%s", hint)
	}
	if len(n.text) > maxDigits {
		return Literal{}, n.pos.Errorf("this number in %s has %d characters", what, len(n.text)).
			WithHint("a number may have up to %d", maxDigits)
	}
	if e, err := strconv.Atoi(parts[1]); parts[1] != "" && (err != nil || e < -maxExponent || e > maxExponent) {
		return Literal{}, n.pos.Errorf("the exponent of “%s” in %s is too large", shorten(n.text), what).
			WithHint("an exponent may go from -%d to %d", maxExponent, maxExponent)
	}
	value, err := number.Parse(n.text)
	if err != nil {
		return Literal{}, n.pos.Errorf("%s: %s", what, err).WithHint("%s", decimalHint)
	}
	return Literal{n.text, value, n.pos}, nil
}

const decimalHint = "write a decimal number such as 0.25, -3 or 1.5e-4"

// hasLeadingZero finds 007 and 00.7, which some YAML readers take for octal.
func hasLeadingZero(s string) bool {
	s = strings.TrimPrefix(s, "-")
	return len(s) > 1 && s[0] == '0' && s[1] >= '0' && s[1] <= '9'
}

// notDecimal says what a text is that is no decimal number, and what to write instead.
func notDecimal(s string) (message, hint string) {
	unsigned := strings.TrimLeft(s, "+-")
	switch lower := strings.ToLower(unsigned); lower {
	case "nan", ".nan":
		return "is not a number", "give a number that can be computed with"
	case "inf", ".inf", "infinity", "∞":
		return "is infinite", "give a number that can be computed with"
	case "true", "false", "yes", "no", "on", "off":
		return "is a truth value, not a number", "write 1 or 0"
	}
	if len(unsigned) > 2 && unsigned[0] == '0' && strings.ContainsRune("xXoObB", rune(unsigned[1])) && len(s) < maxDigits {
		if v, ok := new(big.Int).SetString(s, 0); ok {
			return "is not written in decimal", "write " + v.String()
		}
	}
	if better := tidied(s); better != s && decimalText.MatchString(better) && !hasLeadingZero(better) {
		return "is not written as a decimal number", "write " + shorten(better)
	}
	switch {
	case strings.Contains(s, ":"):
		return "has a colon, which is no part of a number", "write minutes or hours as decimals"
	case strings.HasSuffix(s, "%"):
		return "is a percentage", "write it as a decimal: 5% is 0.05"
	case strings.Contains(s, "/"):
		return "is a fraction, not a decimal number", "work it out: 1/4 is 0.25"
	case strings.Contains(s, ";"):
		return "holds a semicolon", "put commas between numbers and each row in its own brackets: [[1, 2], [3, 4]]"
	case strings.ContainsAny(s, "[]{}"):
		return "holds a stray bracket", "brackets close in pairs: [[1, 2], [3, 4]]"
	case strings.ContainsAny(s, " \n"):
		return "is not one number", "put commas between numbers: [1, 2]"
	}
	return "is not a number", decimalHint
}

// tidied takes away what people write around or inside a decimal number: a plus, a typographic minus, a decimal
// comma, underscores between digits, zeros in front, a point at the end.
func tidied(s string) string {
	s = strings.TrimPrefix(strings.TrimSpace(s), "+")
	s = strings.NewReplacer("−", "-", "–", "-", "_", "", "- ", "-").Replace(s)
	if strings.Count(s, ",") == 1 && !strings.Contains(s, ".") {
		s = strings.Replace(s, ",", ".", 1)
	}
	s = strings.TrimSuffix(s, ".")
	sign, digits := "", s
	if strings.HasPrefix(s, "-") {
		sign, digits = "-", s[1:]
	}
	for hasLeadingZero(digits) {
		digits = digits[1:]
	}
	return sign + digits
}
