package verify

import (
	"strings"

	"longhand/generator/formula"
	"longhand/generator/number"
)

// renamed judges the value of z_new by the formula of z, where the names in it have new values too.
func (f *flow) renamed(name string, x *term, claims []*Claim, shape formula.Shape) bool {
	for _, suffix := range []string{"_new", "_neu", "_nuevo", "^new", "'", "^+"} {
		base, ok := strings.CutSuffix(name, suffix)
		if !ok || base == "" {
			continue
		}
		q := f.quantities[base]
		if q == nil || q.formula == nil {
			return false
		}
		changed := false
		rename := func(e formula.Expr) formula.Expr {
			return formula.Substitute(e, func(s string) (formula.Expr, bool) {
				if n := f.quantities[s+suffix]; n != nil && n.claims != nil {
					changed = true
					return formula.Symbol{Name: s + suffix}, true
				}
				return nil, false
			})
		}
		t := *q.formula
		t.lifted = rename(q.formula.lifted)
		if !changed {
			return false
		}
		v, _, err := f.value(whole(&t), shown, false)
		if err != nil || len(v.Items) != len(claims) {
			return false
		}
		// Where one entry fits the formula is the right one, and another entry that does not fit is wrong.
		trials := make([]Claim, len(claims))
		fitting := 0
		for i, c := range claims {
			trials[i] = *c
			f.judge(&trials[i], []part{{&t, t.lifted, i}})
			if trials[i].Verdict != Wrong && trials[i].Verdict != Unjudged {
				fitting++
			}
		}
		for i, c := range claims {
			if fitting > 0 && trials[i].Verdict != Unjudged {
				*c = trials[i]
			}
		}
		return true
	}
	return false
}

// suspicion is a number in a formula that differs from what its name was said to be by one slip of the pen. Whether the
// one or the other is wrong shows when the line is finished.
type suspicion struct {
	term     *term
	place    int
	literal  *literal
	negative bool
	stated   *Claim
	slip     string
}

// substituted handles a number that stands where a name stood before.
func (f *flow) substituted(name string, b part, i int, negative bool) {
	q := f.quantities[name]
	if q == nil || len(q.claims) != 1 {
		if q == nil || q.claims == nil && q.pending == nil && q.formula == nil {
			c := f.claimAt(b.term, i, negative, "=")
			f.give(c)
			f.bind(name, formula.Scalar, []*Claim{c}, nil)
		}
		return
	}
	f.replaced(q.claims[0], b, i, negative)
}

// replaced handles a number that stands where a name stood before whose value was printed.
func (f *flow) replaced(old *Claim, b part, i int, negative bool) {
	l := b.literals[i]
	n := l.printed
	if negative {
		n.value, n.text = f.c.Neg(n.value), "-"+n.text
	}
	if n.fits(old.number.value) != fitNone || old.number.possible(f.c, n.value) || old.global.known && n.possible(f.c, old.global.Real) {
		l.source = old
		if n.value.Compare(old.number.value) != number.Equal {
			// more or fewer digits than before: the number itself says what was used
			l.source = &Claim{number: n, global: old.global, derived: old.derived, Verdict: old.Verdict, from: []*Claim{old}}
		}
		return
	}
	if n.digits >= 4 && old.number.digits >= 4 {
		if s := slip(n.text, old.number.text); s != "" {
			f.open = append(f.open, suspicion{b.term, i, l, negative, old, s})
			l.source = &Claim{number: n, global: old.global, derived: true, Verdict: old.Verdict}
		}
	}
}

// resolve settles the suspicions of a chain when its result is there.
func (f *flow) resolve(ch *chain, result []*Claim) {
	open := f.open
	f.open = nil
	if len(open) != 1 || len(result) != 1 || len(ch.terms) == 0 {
		return
	}
	s := open[0]
	t := ch.terms[len(ch.terms)-1]
	if t == nil {
		return
	}
	c := result[0]
	with, _, err := f.value(whole(t), shown, false)
	if err != nil || len(with.Items) != 1 {
		return
	}
	value := s.literal.printed.value
	other := s.stated.number.value
	if s.negative {
		other = f.c.Neg(other)
	}
	s.literal.printed.value = other
	without, _, err := f.value(whole(t), shown, false)
	s.literal.printed.value = value
	if err != nil || len(without.Items) != 1 {
		return
	}
	fitsWith, fitsWithout := c.number.fits(with.Items[0]) >= fitRounded, c.number.fits(without.Items[0]) >= fitRounded
	shownText := s.literal.printed.text
	if s.negative {
		shownText = "-" + shownText
	}
	switch {
	case fitsWith && !fitsWithout && (s.stated.Verdict == Given || s.stated.Verdict == Unjudged):
		s.stated.Verdict = Wrong
		s.stated.Cause = s.slip
		s.stated.Fix = strings.TrimPrefix(shownText, "+")
		s.stated.Local = shownText
		line, _ := f.file.Pos(s.literal.start).LineColumn()
		s.stated.Remark = "line " + itoa(line) + " uses " + shownText + ", and with that its result is right"
		s.stated.global = real{}
		f.give(f.claimAt(s.term, s.place, s.negative, "="))
	case fitsWithout && !fitsWith:
		c.Verdict = HiddenDigits
		c.Remark = "the line shows " + shownText + " where the article has " + s.stated.number.text
	}
}
