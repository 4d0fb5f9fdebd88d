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
	if !result.derived || result.misleads() || c.number.digits < 3 || result.number.digits < 3 || !f.isNear(c, result) {
		return ""
	}
	cause := slip(strings.TrimPrefix(result.number.text, "-"), strings.TrimPrefix(c.number.text, "-"))
	if cause == "" || len(f.places()[digitsOf(c.Printed)]) != 1 {
		return ""
	}
	return cause
}

// isNear says whether the absolute values of two numbers differ by less than a half: a slip in the first digit makes
// another number.
func (f *flow) isNear(c, result *Claim) bool {
	a, b := f.c.Abs(c.number.value), f.c.Abs(result.number.value)
	return f.c.Mul(f.c.Abs(f.c.Sub(a, b)), number.FromInt(2)).Compare(b) == number.Less
}

// misprintsNamed is misprints for a number of which it is known which result it repeats: one other digit is enough.
func (f *flow) misprintsNamed(c, result *Claim) bool {
	if f.misprints(c, result) != "" {
		return true
	}
	return result.derived && !result.misleads() && c.number.digits >= 3 && oneDigit(result.number.text, c.number.text) && len(f.places()[digitsOf(c.Printed)]) == 1
}

// onlyMisprint finds the one result among the newest n that a number is a misprint of.
func (f *flow) onlyMisprint(c *Claim, n int, accept func(*Claim) bool) *Claim {
	var found *Claim
	seen := map[string]bool{}
	for k := len(f.claims) - 1; k >= 0; k-- {
		old := f.claims[k]
		if !old.derived || old == c || old.Start > c.Start || seen[old.number.text] || !accept(old) {
			continue
		}
		if len(seen) == n {
			break
		}
		seen[old.number.text] = true
		if f.misprints(c, old) == "" {
			continue
		}
		if found != nil {
			return nil
		}
		found = old
	}
	return found
}

func anyResult(*Claim) bool { return true }

// standsAfter says whether the article prints the number of a claim again behind a place.
func (f *flow) standsAfter(c *Claim, at int) bool {
	places := f.places()[digitsOf(c.Printed)]
	return len(places) > 0 && places[len(places)-1] > at
}

// misprintedAlone judges a number that stands alone, and is no result, by the results that it may be a misprint of: any that
// differs by one slip in a long number, and one close by in a shorter one.
func (f *flow) misprintedAlone(x *term, i int, negative bool) bool {
	l := x.literals[i]
	trial := Claim{Start: l.start, End: l.end, Printed: l.raw, number: l.printed}
	near := 6
	switch {
	case l.digits < 4:
		return false
	case l.digits >= 6:
		near = 1000
	case x.passage.boxed:
		near = 25
	}
	found := f.onlyMisprint(&trial, near, anyResult)
	if found == nil {
		return false
	}
	f.repeatAlone(x, i, negative, found)
	return true
}

// misprintedName judges a number under a new name that is one slip away from one of the last results, which the article goes
// on with. Numbers of few digits are as near to each other by accident.
func (f *flow) misprintedName(c *Claim) bool {
	if c.number.digits < 6 {
		return false
	}
	found := f.onlyMisprint(c, 6, anyResult)
	if found == nil || !f.standsAfter(found, c.End) {
		return false
	}
	f.repeat(c, found)
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
	return f.misprintedAmong(claims)
}

// misprintedAmong finds in a list of results, which came one by one, the one that is none.
func (f *flow) misprintedAmong(claims []*Claim) bool {
	if len(claims) < 4 {
		return false
	}
	old := make([]*Claim, len(claims))
	odd, long := -1, 0
	for i, c := range claims {
		old[i] = f.sameResult(c)
		switch {
		case old[i] == nil && odd < 0:
			odd = i
		case old[i] == nil:
			return false
		case c.number.digits >= 3:
			long++
		}
	}
	if odd < 0 || long < 3 {
		return false
	}
	if old[odd] = f.expected(old, odd); old[odd] == nil || !f.misprintsNamed(claims[odd], old[odd]) {
		if old[odd] = f.onlyMisprint(claims[odd], 1000, anyResult); old[odd] == nil {
			return false
		}
	}
	for i, c := range claims {
		f.repeat(c, old[i])
	}
	return true
}

// sameResult is the newest result with the value of a claim.
func (f *flow) sameResult(c *Claim) *Claim {
	p := c.number.value
	if sign, _ := p.Sign(); sign < 0 {
		p = f.c.Neg(p)
	}
	list := f.byValue[p.String()]
	for k := len(list) - 1; k >= 0; k-- {
		if o := list[k]; o != c && o.derived && o.Verdict != Unjudged && o.number.value.Compare(c.number.value) == number.Equal {
			return o
		}
	}
	return nil
}

// expected is the result x₃ where the results before and behind are x₂ and x₄.
func (f *flow) expected(list []*Claim, odd int) *Claim {
	base := ""
	for i, c := range list {
		if i == odd {
			continue
		}
		b, at, ok := splitKey(c.Symbol)
		if !ok || at != itoa(i+1) || base != "" && b != base {
			return nil
		}
		base = b
	}
	if q := f.quantities[base+"_"+itoa(odd+1)]; q != nil && len(q.claims) == 1 {
		return q.claims[0]
	}
	return nil
}

// cellResult is a number of a table and the result that it repeats, where it repeats one.
type cellResult struct {
	claim, old *Claim
	row, cell  int
}

// misprintedCells finds in a table of results printed again those that are none: a number under the same head as other
// values of one name, or a long number in a row of results.
func (f *flow) misprintedCells(cells []cellResult) {
	for _, x := range cells {
		if x.old != nil || x.claim.Verdict != Given || x.claim.number.digits < 3 || x.claim.Relation == "repeats" {
			continue
		}
		inRow := 0
		bases := map[string]bool{}
		for _, y := range cells {
			if y.old == nil || y.claim.number.digits < 3 {
				continue
			}
			if y.row == x.row {
				inRow++
			}
			if base, _, ok := splitKey(y.old.Symbol); ok && y.cell == x.cell {
				bases[base] = true
			}
		}
		found := f.onlyMisprint(x.claim, 1000, func(old *Claim) bool {
			base, _, _ := splitKey(old.Symbol)
			return bases[base]
		})
		if found == nil && inRow >= 2 && x.claim.number.digits >= 4 {
			found = f.onlyMisprint(x.claim, 1000, anyResult)
		}
		if found != nil {
			f.repeat(x.claim, found)
		}
	}
}
