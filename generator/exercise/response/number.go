package response

import (
	"fmt"
	"math/big"
	"regexp"
	"strings"
)

// decimalText is a decimal number once spaces and signs are tidied.
var decimalText = regexp.MustCompile(`^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d{1,4})?$`)

var tidy = strings.NewReplacer("−", "-", "–", "-", "×10^", "e", "·10^", "e", "*10^", "e", "x10^", "e", "×10", "e", "{", "", "}", "")

// Number reads a number as students write it: with a decimal comma, spaces, a typographic minus, as a fraction 1/4, as
// 2.5e-3 or 2.5 × 10^-3. A comma and a point in one number are refused, because nobody knows which is which.
func Number(text string) (*big.Rat, error) {
	s := strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\t', '\u00a0', '\u2009', '\u202f':
			return -1
		}
		return r
	}, text)
	s = strings.TrimLeft(tidy.Replace(s), "=≈")
	top, bottom, fraction := strings.Cut(s, "/")
	x, ok := decimal(top)
	if ok && fraction {
		var y *big.Rat
		if y, ok = decimal(bottom); ok && y.Sign() != 0 {
			return x.Quo(x, y), nil
		}
		ok = false
	}
	if !ok {
		return nil, fmt.Errorf("%q is not a number", text)
	}
	return x, nil
}

func decimal(s string) (*big.Rat, bool) {
	if len(s) > 200 || !decimalText.MatchString(s) {
		return nil, false
	}
	return new(big.Rat).SetString(strings.Replace(s, ",", ".", 1))
}
