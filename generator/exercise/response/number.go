package response

import (
	"fmt"
	"math/big"
	"regexp"
	"strings"
)

// written is a number as people write it, once signs are tidied and spaces beside signs are gone:
//
//	-1 234.567 8    digits, in groups of three or not, with a decimal point or comma
//	2.5e-3          also 2.5 × 10^-3, 2.5·10^{-3}, 2.5 × 10⁻³
//	25 %            a hundredth of it
var written = regexp.MustCompile(`^([+-]?)((?:\d+|\d{1,3}(?: \d{3})+)?)(?:[.,]((?:\d*|(?:\d{3} )+\d{1,3})))?` +
	`(?:[eE]([+-]?\d{1,4})|[×·⋅∙*xX]10(?:\^\{?([+-]?\d{1,4})\}?|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})))?(%?)$`)

var (
	tidy   = strings.NewReplacer("\u2010", "-", "\u2011", "-", "\u2012", "-", "–", "-", "—", "-", "―", "-", "−", "-", "﹣", "-", "－", "-")
	raised = strings.NewReplacer("⁺", "+", "⁻", "-", "⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9")
	space  = regexp.MustCompile(`[\s\x{a0}\x{2007}-\x{200a}\x{202f}\x{3000}]+`)
	beside = regexp.MustCompile(` ?([^\d ]) ?`)
)

// Number reads a number as students write it: with a decimal point or comma, any dash for a minus, a fraction 1/4, a power
// of ten, a percentage, = or ≈ before it. What can be read in two ways is refused, so that somebody looks at it: a comma and
// a point in one number, a mixed number 1 1/2, a unit. The script of a sheet, templates/sheet.js, reads the same.
func Number(text string) (*big.Rat, error) {
	s := strings.TrimSpace(space.ReplaceAllString(tidy.Replace(text), " "))
	s = strings.TrimLeft(beside.ReplaceAllString(s, "$1"), "=≈~≅")
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
	m := written.FindStringSubmatch(s)
	if len(s) > 200 || m == nil || m[2]+m[3] == "" {
		return nil, false
	}
	exponent := m[4] + m[5] + raised.Replace(m[6])
	if exponent == "" {
		exponent = "0"
	}
	x, ok := new(big.Rat).SetString(strings.ReplaceAll(m[1]+"0"+m[2]+"."+m[3]+"0e"+exponent, " ", ""))
	if ok && m[7] != "" {
		x.Quo(x, big.NewRat(100, 1))
	}
	return x, ok
}
