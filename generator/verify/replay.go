package verify

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"longhand/generator/number"
)

// At its end an article on learning tells how the training goes on: after this round the error is 0.291, and after 10,000 it
// is 0.0000351. Nothing on the page computes these, but the article's own equations do.

// minToldDigits is how many digits a number in the text must have to be told from one that is near to a result by chance, and
// minFitting how many one must have that a result rounds to.
const (
	minToldDigits = 4 // near to it
	minFitting    = 3
	minSlipped    = 6 // digits of a number that is far from a result and one slip of the pen away
)

// maxTold bounds the rounds of training that are computed.
const maxTold = 100_000

// outcomes judges the numbers in the text that are near to what the training described in the article comes to: the
// objective, and what it is made from, after the number of rounds that the text tells. Near is within one part in a
// thousand; what is further away is something else.
func (f *flow) outcomes(l *learner) {
	if l == nil {
		return
	}
	updated := f.updatedAt(l)
	var told []*Claim
	rounds := map[int]bool{}
	counts := map[*Claim][]int{}
	for _, c := range f.claims {
		if c.Verdict != Given || c.number.digits < minFitting || c.Start < updated {
			continue
		}
		counts[c] = f.roundsBefore(c)
		if c.Relation == "alone" {
			counts[c] = append(counts[c], 1)
		} else if _, known := l.shapes[c.Symbol]; !known || counts[c] == nil {
			continue
		}
		told = append(told, c)
		for _, n := range counts[c] {
			for k := n - 1; k <= n+1; k++ {
				rounds[k] = true
			}
		}
	}
	if len(told) == 0 {
		return
	}
	t := f.training(l, rounds)
	if t == nil {
		return
	}
	t.found, _ = t.run(false, l.early)
	for _, c := range told {
		f.tell(c, t, counts[c])
	}
}

// updatedAt is where the article first prints a new value of a parameter.
func (f *flow) updatedAt(l *learner) int {
	first := len(f.file.Text)
	for _, p := range l.parameters {
		for _, version := range versionsOf(p) {
			if q := f.quantities[version]; q != nil && q.claims != nil {
				first = min(first, q.claims[0].Start)
			}
		}
		if q := f.quantities[p]; q != nil && q.update != nil && q.claims != nil && len(q.past) > 0 {
			second := q.claims // the value after the first
			if len(q.past) > 1 {
				second = q.past[1]
			}
			first = min(first, second[0].Start)
		}
	}
	return first
}

// anyNumber finds a number in the text with all that belongs to it; grouped is one whose thousands are parted.
var (
	anyNumber = regexp.MustCompile(`\d+(?:[.,' ]?\d+)*`)
	grouped   = regexp.MustCompile(`^[1-9]\d{0,2}(?:[,.' ]\d{3})+$`)
)

// maxBefore bounds how far before a number the count of rounds is looked for, in bytes.
const maxBefore = 400

// roundsBefore are the counts in the paragraph before a number, the nearest first: 10,000 times.
func (f *flow) roundsBefore(c *Claim) []int {
	text := f.file.Text[max(0, c.Start-maxBefore):c.Start]
	if i := strings.LastIndex(text, "\n\n"); i >= 0 {
		text = text[i:]
	}
	point := "."
	if f.article.comma {
		point = ","
	}
	var list []int
	all := anyNumber.FindAllString(text, -1)
	for i := len(all) - 1; i >= 0; i-- {
		s := all[i]
		if grouped.MatchString(s) && !strings.Contains(s, point) {
			s = strings.NewReplacer(",", "", ".", "", "'", "", " ", "").Replace(s)
		}
		if n, err := strconv.Atoi(s); err == nil && n > 1 && n <= maxTold {
			list = append(list, n)
		}
	}
	return list
}

// told is what a number in the text is near to.
type told struct {
	round int
	name  string
}

// nearest finds the result of the training that a number is: one that rounds to it, a parameter as well, else the nearest
// within a thousandth.
// One may count the rounds from the first or from the one after it, but only a number that fits shows that.
func (t *training) nearest(c *Claim, rounds []int) (best told, ok bool) {
	p, names, parameters := c.number, t.l.entries(t.names), t.l.entries(t.l.parameters)
	if c.Relation != "alone" {
		names, parameters = t.l.entries([]string{c.Symbol}), nil
	}
	for _, shift := range []int{0, -1, 1} {
		for _, n := range rounds {
			for _, name := range slices.Concat(names, parameters) {
				if x, known := t.found[n+shift][name]; known && n+shift > 0 && p.fits(x) >= fitRounded {
					return told{n + shift, name}, true
				}
			}
		}
	}
	if p.digits < minToldDigits || c.Relation != "alone" { // parameters change slowly, and near to one is no proof
		return best, false
	}
	for _, n := range rounds {
		for _, name := range names {
			if x, known := t.found[n][name]; known && p.digits >= minSlipped && p.slippedFrom(x) != "" {
				return told{n, name}, true
			}
		}
	}
	gap := t.c.Mul(t.c.Abs(p.value), number.FromRat(big.NewRat(1, 1000)))
	for _, n := range rounds {
		for _, name := range names {
			if x, known := t.found[n][name]; known {
				if d := t.c.Abs(t.c.Sub(x, p.value)); d.Compare(gap) == number.Less {
					gap, best, ok = d, told{n, name}, true
				}
			}
		}
	}
	return best, ok
}

// tell judges a number by the result of the training that it is near to. A number that a result does not round to is wrong
// where the rounding of what the training began with cannot make the difference.
func (f *flow) tell(c *Claim, t *training, rounds []int) {
	is, ok := t.nearest(c, rounds)
	if !ok {
		return
	}
	x := t.found[is.round][is.name]
	if f.doubted && c.number.fits(x) < fitRounded {
		return
	}
	c.Symbol, c.derived, c.Relation = is.name, true, "trained"
	c.local = known(x)
	c.Local = show(x, c.number.digits+6)
	c.Digits = c.number.rightDigits(x)
	if !t.inner {
		c.global, c.Global = c.local, c.Local
	}
	c.Remark = fmt.Sprintf("%s after %d rounds", is.name, is.round)
	if is.round == 1 {
		c.Remark = is.name + " after one round"
	}
	switch {
	case c.number.fits(x) >= fitRounded:
		c.Verdict = Rounded
		return
	case t.inner && t.mayBe(c.number, is, x):
		c.Verdict = HiddenDigits
		return
	case c.number.fits(x) == fitTruncated:
		c.Verdict = Truncated
		return
	}
	c.Verdict = Wrong
	if d, err := x.Places(c.number.places, number.HalfUp); err == nil {
		c.Fix = d.StringFixed(int32(max(0, c.number.places)))
	}
	if t.inner || t.l.early {
		return
	}
	if t.early == nil {
		t.early, _ = t.run(false, true)
	}
	if y, ok := t.early[is.round][is.name]; ok && c.number.fits(y) >= fitRounded {
		c.Cause = "the derivatives of earlier layers were taken with weights that were already new"
	}
}

// mayBe says whether other numbers that round to the printed parameters may give the number. The training is computed once
// more from parameters half a unit higher, and twice the difference is taken for what their rounding may do.
func (t *training) mayBe(p printed, is told, x number.Real) bool {
	if t.higher == nil {
		t.higher, _ = t.run(true, t.l.early)
	}
	y, ok := t.higher[is.round][is.name]
	if !ok {
		return true
	}
	reach := t.c.Add(p.half(), t.c.Mul(number.FromInt(2), t.c.Abs(t.c.Sub(y, x))))
	return t.c.Abs(t.c.Sub(x, p.value)).Compare(reach) != number.Greater
}
