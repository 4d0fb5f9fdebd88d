package number

import (
	"fmt"
	"math/big"
	"strings"
)

// Rounding says how a number goes to a decimal with fewer digits.
type Rounding uint8

const (
	HalfUp   Rounding = iota // to the nearest; a tie goes away from zero, as taught at school
	HalfEven                 // to the nearest; a tie goes to the even last digit
	Truncate                 // toward zero
	Floor                    // toward minus infinity
	Ceiling                  // toward plus infinity
)

var roundingNames = [...]string{"half-up", "half-even", "truncate", "floor", "ceiling"}

func (m Rounding) String() string {
	if int(m) < len(roundingNames) {
		return roundingNames[m]
	}
	return fmt.Sprintf("rounding(%d)", uint8(m))
}

// ParseRounding reads a name that String gives.
func ParseRounding(s string) (Rounding, error) {
	for i, name := range roundingNames {
		if s == name {
			return Rounding(i), nil
		}
	}
	return 0, fmt.Errorf("%s is not a way of rounding: there are %s", show(s), strings.Join(roundingNames[:], ", "))
}

// adjust tells whether the truncated magnitude of a number must grow by one: neg is its sign, odd the parity of the truncated
// magnitude, half how the cut part compares with one half (−1, 0, 1), and rest whether anything was cut at all.
func (m Rounding) adjust(neg, odd bool, half int, rest bool) bool {
	switch m {
	case HalfUp:
		return half >= 0
	case HalfEven:
		return half > 0 || half == 0 && odd
	case Floor:
		return neg && rest
	case Ceiling:
		return !neg && rest
	}
	return false
}

// scaled rounds num·10^n/den, den > 0, to an integer.
func (m Rounding) scaled(num, den *big.Int, n int) *big.Int {
	if n >= 0 {
		num = new(big.Int).Mul(num, powerOfTen(n))
	} else {
		den = new(big.Int).Mul(den, powerOfTen(-n))
	}
	q, r := new(big.Int).QuoRem(num, den, new(big.Int))
	rest := r.Sign() != 0
	half := r.Lsh(r, 1).CmpAbs(den)
	if m.adjust(num.Sign() < 0, q.Bit(0) == 1, half, rest) {
		if num.Sign() < 0 {
			return q.Sub(q, big.NewInt(1))
		}
		return q.Add(q, big.NewInt(1))
	}
	return q
}

func powerOfTen(n int) *big.Int {
	if n < len(smallPowersOfTen) {
		return new(big.Int).SetUint64(smallPowersOfTen[n])
	}
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}
