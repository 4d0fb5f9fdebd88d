package verify

import (
	"strconv"
	"strings"

	"longhand/generator/number"
)

func itoa(n int) string { return strconv.Itoa(n) }

// slip names the one slip of the pen that turns the number meant into the number printed: a digit dropped, doubled or
// changed, two swapped, a sign lost. It is empty where no single one does.
func slip(meant, printed string) string {
	a, b := strings.TrimPrefix(meant, "-"), strings.TrimPrefix(printed, "-")
	if a == b {
		if meant != printed {
			return "the sign is lost"
		}
		return ""
	}
	if strings.HasPrefix(meant, "-") != strings.HasPrefix(printed, "-") {
		return ""
	}
	switch {
	case len(a) == len(b)+1:
		if i, ok := missing(a, b); ok && a[i] != '.' {
			return "the digit " + a[i:i+1] + " is dropped"
		}
	case len(b) == len(a)+1:
		if i, ok := missing(b, a); ok && b[i] != '.' {
			if i > 0 && b[i] == b[i-1] || i+1 < len(b) && b[i] == b[i+1] {
				return "the digit " + b[i:i+1] + " is doubled"
			}
			return "the digit " + b[i:i+1] + " is one too many"
		}
	case len(a) == len(b):
		var diff []int
		for i := range a {
			if a[i] != b[i] {
				diff = append(diff, i)
			}
		}
		switch {
		case len(diff) == 2 && diff[1] == diff[0]+1 && a[diff[0]] == b[diff[1]] && a[diff[1]] == b[diff[0]] && a[diff[0]] != '.' && a[diff[1]] != '.':
			return "the digits " + a[diff[0]:diff[1]+1] + " are swapped"
		case len(diff) == 1 && a[diff[0]] != '.' && b[diff[0]] != '.' && diff[0] < len(a)-1:
			return "the digit " + a[diff[0]:diff[0]+1] + " became " + b[diff[0]:diff[0]+1]
		}
	}
	return ""
}

// missing gives the place of the one character of long that short lacks.
func missing(long, short string) (int, bool) {
	i := 0
	for i < len(short) && long[i] == short[i] {
		i++
	}
	return i, long[i+1:] == short[i:]
}

// oneDigit says whether two numbers differ in one digit, be it the last.
func oneDigit(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	n := 0
	for i := range a {
		if a[i] != b[i] {
			if n++; n > 1 || a[i] < '0' || a[i] > '9' || b[i] < '0' || b[i] > '9' {
				return false
			}
		}
	}
	return n == 1
}

// slippedFrom names the slip of the pen that turns a value, rounded to as many places, into what is printed. The last digit of
// a long number may differ besides, by what was rounded on the way.
func (p printed) slippedFrom(x number.Real) string {
	d, err := x.Places(p.places, number.HalfUp)
	if err != nil || p.places < 0 {
		return ""
	}
	meant := d.StringFixed(int32(p.places))
	if s := slip(meant, p.text); s != "" || p.digits < 6 || p.places == 0 || len(meant) != len(p.text) {
		return s
	}
	return slip(meant[:len(meant)-1], p.text[:len(p.text)-1])
}
