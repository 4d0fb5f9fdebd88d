package verify

import (
	"strings"

	"longhand/generator/formula"
	"longhand/generator/number"
)

// suspicion is a number in a formula that is not what belongs in its place: what its name was said to be, or what the
// term before shows there. Whether it is wrong, or another number is meant, shows when the line is finished.
type suspicion struct {
	term     *term
	place    int
	negative bool
	meant    number.Real // what belongs there, with its sign
	text     string      // the same as the article prints it
	stated   *Claim      // the number that the article gave the name, where there is one
	named    bool        // a name stood there, not a number
}

func (s suspicion) literal() *literal { return s.term.literals[s.place] }

// shown is the text of the number with its sign.
func (s suspicion) shown() string {
	if s.negative {
		return "-" + s.literal().printed.text
	}
	return s.literal().printed.text
}

// with computes something as if the number were what belongs there.
func (s suspicion) with(f *flow, compute func() bool) bool {
	l := s.literal()
	value := l.printed.value
	l.printed.value = s.unsigned(f)
	defer func() { l.printed.value = value }()
	return compute()
}

func (s suspicion) unsigned(f *flow) number.Real {
	if s.negative {
		return f.c.Neg(s.meant)
	}
	return s.meant
}

// substituted handles a number that stands where a name stood before.
func (f *flow) substituted(name string, b part, i int, negative bool) {
	q := f.quantities[name]
	if list, k, ok := f.listEntry(name); ok && q == nil {
		f.replaced(list, k, b, i, negative)
		return
	}
	if q == nil || len(q.claims) != 1 {
		if q == nil || q.claims == nil && q.pending == nil && q.formula == nil {
			l := b.literals[i]
			source := l.source
			c := f.claimAt(b.term, i, negative, "=")
			if source != nil && source.derived && l.digits >= 3 && source.number.value.Compare(c.number.value) == number.Equal {
				f.repeat(c, source) // a result that the article computed under another name
			} else {
				f.give(c)
			}
			f.bind(name, formula.Scalar, []*Claim{c}, nil)
		}
		return
	}
	f.replaced(q, 0, b, i, negative)
}

// replaced handles a number that stands where a name stood before whose value was printed: entry k of the quantity.
func (f *flow) replaced(q *quantity, k int, b part, i int, negative bool) {
	l := b.literals[i]
	n := l.printed
	if negative {
		n.value, n.text = f.c.Neg(n.value), "-"+n.text
	}
	for _, old := range q.versions(k) {
		if n.fits(old.number.value) != fitNone || old.number.fits(n.value) != fitNone || old.number.possible(f.c, n.value) || old.global.known && n.possible(f.c, old.global.Real) {
			l.source, l.affirmed = old, true
			if n.value.Compare(old.number.value) != number.Equal {
				// more or fewer digits than before: the number itself says what was used
				l.source = &Claim{number: n, local: old.local, global: old.global, derived: old.derived, Verdict: old.Verdict, from: []*Claim{old}}
			}
			return
		}
	}
	if q.elsewhere {
		return
	}
	old := q.claims[k]
	f.open = append(f.open, suspicion{b.term, i, negative, old.number.value, old.number.text, old, true})
}

// settle settles the suspicions of a chain when its result is there: a number is wrong where the line is right with what
// belongs in its place, and not as it stands.
func (f *flow) settle(result []*Claim) {
	open := f.open
	f.open = nil
	if len(result) != 1 {
		return
	}
	c := result[0]
	var guilty []suspicion
	for _, s := range open {
		gives := func() bool {
			x, ok := f.scalar(whole(s.term), shown, f.log10())
			return ok && c.number.fits(x) >= fitRounded
		}
		as, corrected := gives(), s.with(f, gives)
		switch {
		case as && !corrected:
			f.accuseStated(s)
		case corrected && !as:
			guilty = append(guilty, s)
		}
	}
	if len(guilty) == 0 && c.Verdict == Wrong {
		guilty = f.misprinted(c)
	}
	if len(guilty) == 1 {
		f.blame(guilty[0])
		f.excuse(c, "it is right with "+guilty[0].text+" in place of "+guilty[0].shown())
	}
}

// excuse takes back that a result is wrong, where a number in its formula is.
func (f *flow) excuse(c *Claim, why string) {
	again := Claim{number: c.number, Digits: -1}
	f.judge(&again, c.refs)
	c.global, c.Global, c.Digits = again.global, again.Global, again.Digits
	c.Verdict = HiddenDigits
	c.Cause, c.Fix = "", ""
	c.Remark = why
}

// misprinted are the numbers in the formula of a wrong result that stand nowhere else in the article, differ by one slip of
// the pen from a number that the article computed, and give the result when that is put in.
func (f *flow) misprinted(c *Claim) []suspicion {
	if c.formula.term == nil {
		return nil
	}
	var out []suspicion
	for i, l := range c.formula.literals {
		if l.implied || l.digits < 3 || l.source != nil && !(l.source.Verdict == Given && f.isClaimed(l)) {
			continue
		}
		seen := map[string]bool{}
		for k := len(f.claims) - 1; k >= 0 && k >= len(f.claims)-200; k-- {
			old := f.claims[k]
			text, _ := strings.CutPrefix(old.number.text, "-")
			if !old.derived || old == c || old.misleads() || old.number.digits < 3 || seen[text] || slip(text, l.printed.text) == "" {
				continue
			}
			seen[text] = true
			s := suspicion{c.formula.term, i, false, f.c.Abs(old.number.value), text, old, false}
			if s.with(f, func() bool {
				x, ok := f.scalar(c.formula, shown, f.log10())
				return ok && c.number.fits(x) >= fitRounded
			}) {
				out = append(out, s)
			}
		}
	}
	return out
}

// blame calls a number wrong that is not what belongs in its place.
func (f *flow) blame(s suspicion) {
	c := s.literal().source
	if !f.isClaimed(s.literal()) {
		c = f.claimAt(s.term, s.place, s.negative, "=")
	}
	c.Verdict = Wrong
	c.Local, c.local = s.text, known(s.meant)
	c.Fix = s.text
	c.Cause = slip(s.text, s.shown())
	c.Remark = "the term before has " + s.text + " there"
	if s.stated != nil {
		line, _ := f.file.Pos(s.stated.Start).LineColumn()
		c.Remark = "the article gave " + s.text + " in line " + itoa(line)
		c.global = s.stated.global
		if s.stated.Global != "" {
			c.Global, c.Digits = s.stated.Global, c.number.rightDigits(s.stated.global.Real)
		}
	}
}

// accuseStated calls the number wrong that a name was said to have, where the line is right with the number put in for it
// and the two differ by one slip of the pen.
func (f *flow) accuseStated(s suspicion) {
	old := s.stated
	if old == nil || !s.named || old.Verdict != Given && old.Verdict != Unjudged || s.literal().digits < 4 || old.number.digits < 4 {
		return
	}
	cause := slip(s.shown(), s.text)
	if cause == "" {
		return
	}
	old.Verdict = Wrong
	old.Cause = cause
	old.Fix = strings.TrimPrefix(s.shown(), "+")
	old.Local = s.shown()
	line, _ := f.file.Pos(s.literal().start).LineColumn()
	old.Remark = "line " + itoa(line) + " uses " + s.shown() + ", and with that its result is right"
	old.global = real{}
	f.give(f.claimAt(s.term, s.place, s.negative, "="))
}
