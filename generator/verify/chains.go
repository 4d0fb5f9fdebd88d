package verify

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"longhand/generator/formula"
	"longhand/generator/number"
)

// compare holds a computation of a chain as a whole against the computation before it. Its numbers were paired with parts
// of that one where they stand for parts; here what was only half added up is found, and what was copied wrongly.
func (f *flow) compare(before, x *term, relation formula.Relation, claims, open int) {
	if len(before.symbols)+len(x.symbols) > 0 || relation == formula.Becomes {
		return // names may have other values here; the result shows it
	}
	if strings.Contains(before.passage.text[before.Start:before.End], "binom") || before.isTorn() || before.refersToLines() {
		return
	}
	for _, c := range f.claims[claims:] {
		if c.Verdict == Wrong {
			return // that is the difference
		}
	}
	own := f.ownNumbers(before, x)
	if f.mayAgree(before, x, own, relation) {
		return
	}
	var guilty []suspicion
	for _, s := range f.open {
		if (s.term == x || s.term == before) && s.with(f, func() bool { return f.mayAgree(before, x, own, relation) }) {
			guilty = append(guilty, s)
		}
	}
	if len(guilty) == 1 {
		f.open = f.open[:open]
		f.blame(guilty[0])
		return
	}
	f.open = f.open[:open]
	f.accuse(before, x, own)
}

// isTorn says whether the term is what was left of a formula whose beginning could not be read.
func (t *term) isTorn() bool {
	text := strings.TrimRight(t.passage.text[:t.Start], " ")
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune("√∛∑Σ∏Π∫+-−–*/·×⋅^", last)
}

var lineNumber = regexp.MustCompile(`^\(\d{1,2}\)$`)

// refersToLines says whether the term is made of the numbers of equations: (3) − (2).
func (t *term) refersToLines() bool {
	text := t.passage.text
	for _, l := range t.Literals {
		if l.Start < 1 || l.End >= len(text) || !lineNumber.MatchString(text[l.Start-1:l.End+1]) {
			return false
		}
	}
	return true
}

// ownNumbers are the places of the numbers of x that are not copied from the term before.
func (f *flow) ownNumbers(before, x *term) []int {
	used := make([]bool, len(before.literals))
	var own []int
next:
	for i, l := range x.literals {
		if l.implied {
			continue
		}
		for k, m := range before.literals {
			if !used[k] && m.value.Compare(l.value) == number.Equal {
				used[k] = true
				continue next
			}
		}
		own = append(own, i)
	}
	return own
}

// mayAgree says whether two computations may have the same value: whether no reading of the numbers in them proves the
// opposite. The numbers that the second does not share with the first are roundings of parts of it.
func (f *flow) mayAgree(before, x *term, own []int, relation formula.Relation) bool {
	isOwn := map[int]bool{}
	for _, i := range own {
		isOwn[i] = true
	}
	literal := func(i int) number.Real {
		l := x.literals[i]
		if isOwn[i] && (l.places > 0 || l.scientific || relation == formula.Approx) {
			unit := f.c.Mul(number.FromInt(2), l.half()) // it may be cut
			return f.inUnits(f.c.Between(f.c.Sub(l.value, unit), f.c.Add(l.value, unit)), l.unit)
		}
		return f.literalValue(l, readings)
	}
	for _, base10 := range f.bases() {
		y, usedLog, err := f.valueWith(whole(x), readings, base10, literal)
		if err != nil || f.usedTrig {
			return true
		}
		for _, m := range []mode{readings, deeper, truth} {
			z, logBefore, err := f.value(whole(before), m, base10)
			usedLog = usedLog || logBefore
			if err != nil || len(z.Items) != len(y.Items) || len(z.Items) > 1 && z.Shape != y.Shape {
				return true
			}
			same := true
			for i := range z.Items {
				same = same && agree(z.Items[i], y.Items[i])
			}
			if same {
				return true
			}
		}
		if !usedLog {
			break
		}
	}
	return false
}

// accuse calls a computation wrong that does not agree with the one before it: at the one number that may be at fault, or
// at its first.
func (f *flow) accuse(before, x *term, own []int) {
	a, ok1 := f.scalar(whole(before), shown, f.log10())
	b, ok2 := f.scalar(whole(x), shown, f.log10())
	if !ok1 || !ok2 {
		return
	}
	at, candidates := -1, 0
	var needed number.Real
	for _, i := range own {
		if f.isClaimed(x.literals[i]) {
			continue
		}
		candidates++
		if v, ok := f.solve(x, i, a, b); ok {
			at, needed = i, v
		}
	}
	solved := at >= 0 && candidates == 1
	for i := 0; !solved && i < len(x.literals); i++ {
		if l := x.literals[i]; !l.implied && !f.isClaimed(l) && (len(own) == 0 || own[0] <= i) {
			at = i
			break
		}
	}
	if at < 0 {
		return
	}
	c := f.claimAt(x, at, false, "=")
	c.Verdict = Wrong
	c.derived = true
	c.from = f.sources(whole(before))
	c.Remark = "the computation comes to " + show(b, 12) + " and the one before it to " + show(a, 12)
	if solved {
		c.local = known(needed)
		c.Local = show(needed, c.number.digits+6)
		if g, ok := f.scalar(whole(before), truth, f.log10()); ok {
			if v, ok := f.solve(x, at, g, b); ok {
				c.global = known(v)
				c.Global = show(v, c.number.digits+6)
				c.Digits = c.number.rightDigits(v)
			}
		}
	}
}

// isClaimed says whether a number has been judged already.
func (f *flow) isClaimed(l *literal) bool {
	return l.source != nil && l.source.Start <= l.start && l.end <= l.source.End
}

// solve gives what the number at a place of x should be for x to come to the value a instead of b, where x grows in
// proportion with it.
func (f *flow) solve(x *term, place int, a, b number.Real) (number.Real, bool) {
	at := func(v number.Real) (number.Real, bool) {
		y, _, err := f.valueWith(whole(x), shown, f.log10(), func(i int) number.Real {
			if i == place {
				return f.inUnits(v, x.literals[i].unit)
			}
			return f.literalValue(x.literals[i], shown)
		})
		if err != nil || len(y.Items) != 1 {
			return number.Real{}, false
		}
		return y.Items[0], true
	}
	old := x.literals[place].value
	next, ok := at(f.c.Add(old, number.FromInt(1)))
	if !ok {
		return old, false
	}
	step, err := f.c.Div(f.c.Sub(a, b), f.c.Sub(next, b))
	if err != nil {
		return old, false
	}
	v := f.c.Add(old, step)
	got, ok := at(v)
	return v, ok && agree(got, a)
}
