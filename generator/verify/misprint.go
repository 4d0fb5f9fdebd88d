package verify

import (
	"regexp"
	"strings"

	"longhand/generator/number"
)

// A number that only repeats a result has no computation beside it. That it is misprinted shows when it is one slip of
// the pen away from the result, stands nowhere else in the article, and the result does stand elsewhere.

var numberText = regexp.MustCompile(`\d+(?:[.,]\d+)*`)

// places are where the article prints each number, by its digits.
func (f *flow) places() map[string][]int {
	if f.printedAt == nil {
		f.printedAt = map[string][]int{}
		for _, m := range numberText.FindAllStringIndex(f.file.Text, -1) {
			text := f.file.Text[m[0]:m[1]]
			f.printedAt[text] = append(f.printedAt[text], m[0])
		}
	}
	return f.printedAt
}

// digitsOf are the digits of a printed number as the article writes them.
func digitsOf(printed string) string { return numberText.FindString(printed) }

// misprints says whether a number is a misprint of a result, and by which slip.
func (f *flow) misprints(c *Claim, result *Claim) string {
	if !result.derived || result.Verdict == Wrong || c.number.digits < 3 || result.number.digits < 3 {
		return ""
	}
	cause := slip(result.number.text, c.number.text)
	if cause == "" || len(f.places()[digitsOf(c.Printed)]) != 1 {
		return ""
	}
	return cause
}

// standsAfter says whether the article prints the number of a claim again behind a place.
func (f *flow) standsAfter(c *Claim, at int) bool {
	places := f.places()[digitsOf(c.Printed)]
	return len(places) > 0 && places[len(places)-1] > at
}

// misprinted judges a number that stands alone, and is no result, by the results that it may be a misprint of: any that
// differs by one slip in a long number, and one close by in a shorter one.
func (f *flow) misprintedAlone(x *term, i int, negative bool) bool {
	l := x.literals[i]
	if l.digits < 4 {
		return false
	}
	trial := Claim{Start: l.start, End: l.end, Printed: l.raw, number: l.printed}
	var found *Claim
	seen := map[string]bool{}
	near := 0
	for k := len(f.claims) - 1; k >= 0; k-- {
		old := f.claims[k]
		if !old.derived || old.Start > l.start || seen[old.number.text] {
			continue
		}
		seen[old.number.text] = true
		if near++; near > 6 && l.digits < 6 {
			break
		}
		result := *old
		result.number.text = strings.TrimPrefix(old.number.text, "-")
		if f.misprints(&trial, &result) == "" {
			continue
		}
		if found != nil {
			return false
		}
		found = old
	}
	if found == nil {
		return false
	}
	f.repeatAlone(x, i, negative, found)
	return true
}

// misprintedEntry finds in a list of numbers the one that differs from those of an earlier list, where all others agree.
func (f *flow) misprintedEntry(claims []*Claim) bool {
	if len(claims) < 2 {
		return false
	}
	for k := len(f.lists) - 1; k >= 0; k-- {
		list := f.lists[k]
		if len(list) != len(claims) || list[0] == claims[0] {
			continue
		}
		odd, cause := -1, ""
		for i, c := range claims {
			switch {
			case c.number.value.Compare(list[i].number.value) == number.Equal && (c.number.digits >= 3 || len(claims) > 2):
			case odd < 0:
				if odd, cause = i, f.misprints(c, list[i]); cause == "" {
					odd = len(claims)
				}
			default:
				odd = len(claims)
			}
		}
		if odd >= 0 && odd < len(claims) {
			for i, c := range claims {
				f.repeat(c, list[i])
			}
			return true
		}
	}
	return false
}
