package verify

import (
	"regexp"
	"strings"

	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/tex"
)

// stated handles a value that a name is said to have without a computation beside it: a parameter, or a result that the
// article gave before.
func (f *flow) stated(ch *chain, x *term, entries []formula.Expr, shape formula.Shape, relation formula.Relation) []*Claim {
	claims := make([]*Claim, len(entries))
	for i, e := range entries {
		claims[i] = f.claim(x, e, relation)
	}
	for k := len(ch.names) - 1; k >= 0; k-- {
		if f.repeats(ch.names[k], x, claims, shape) {
			return claims
		}
	}
	if f.repeatsResults(claims) {
		return claims
	}
	for _, c := range claims {
		f.give(c)
	}
	for _, name := range ch.names {
		if f.renamed(name, x, claims, shape) {
			break
		}
	}
	return claims
}

// repeatsResults judges values under a new name that are all results computed before.
func (f *flow) repeatsResults(claims []*Claim) bool {
	old := make([]*Claim, len(claims))
	long := false
	for i, c := range claims {
		p := c.number
		sign, _ := p.value.Sign()
		if sign < 0 {
			p.value = f.c.Neg(p.value)
		}
		list := f.byValue[p.value.String()]
		for k := len(list) - 1; k >= 0; k-- {
			if o := list[k]; o != c && o.derived && o.Verdict != Unjudged && o.number.value.Compare(c.number.value) == number.Equal {
				old[i] = o
				break
			}
		}
		if old[i] == nil {
			return false
		}
		long = long || p.digits >= 3
	}
	if !long {
		return false
	}
	for i, c := range claims {
		f.repeat(c, old[i])
	}
	return true
}

// repeats compares a stated value with what the article gave the name before.
func (f *flow) repeats(name string, x *term, claims []*Claim, shape formula.Shape) bool {
	q := f.quantities[name]
	old := f.oldClaims(name, len(claims))
	if old == nil || q != nil && q.claims != nil && len(q.claims) != len(claims) {
		return false
	}
	same := 0
	for i, c := range claims {
		if f.isRepeat(c, old[i]) {
			same++
		}
	}
	near := q == nil || f.at-q.passage <= 3
	wrong := same < len(claims) && old[0].derived && (near && x.passage.boxed || same*2 >= len(claims) && len(claims) > 1)
	if same < len(claims) && !wrong {
		// one slip of the pen in a long number is no new value
		for i, c := range claims {
			if old[i].derived && !f.isRepeat(c, old[i]) && slip(old[i].number.text, c.number.text) == "" {
				return false
			}
			if !old[i].derived && !f.isRepeat(c, old[i]) {
				return false
			}
		}
	}
	for i, c := range claims {
		f.repeat(c, old[i])
	}
	return true
}

// oldClaims are the claims that gave a name its value, entry by entry.
func (f *flow) oldClaims(name string, n int) []*Claim {
	if q := f.quantities[name]; q != nil && len(q.claims) == n {
		return q.claims
	}
	if n < 2 {
		return nil
	}
	var out []*Claim
	for i := 1; i <= n; i++ {
		q := f.quantities[name+"_"+itoa(i)]
		if q == nil || len(q.claims) != 1 {
			return nil
		}
		out = append(out, q.claims[0])
	}
	return out
}

// isRepeat says whether a number says the same as an earlier one: it is the earlier one or its true value, rounded.
func (f *flow) isRepeat(c, old *Claim) bool {
	if f.corrects(c, old) {
		return true
	}
	return c.number.fits(old.number.value) != fitNone || old.global.known && c.number.possible(f.c, old.global.Real) && old.Verdict != Wrong ||
		c.number.places > old.number.places && old.number.possible(f.c, c.number.value)
}

// corrects says whether a number is what an earlier wrong one should have been.
func (f *flow) corrects(c, old *Claim) bool {
	if old.Verdict != Wrong || old.Local == "" || c.number.value.Compare(old.number.value) == number.Equal {
		return false
	}
	if old.global.known && c.number.fits(old.global.Real) >= fitRounded {
		return true
	}
	x, err := parsePrinted(trimSign(old.Local))
	return err == nil && c.number.fits(x.value) >= fitRounded
}

// repeat judges a number by the earlier one that it repeats.
func (f *flow) repeat(c, old *Claim) {
	c.Relation = "repeats"
	c.derived = old.derived
	c.global = old.global
	c.from = append(c.from, old)
	if c.Symbol == "" {
		c.Symbol = old.Symbol
	}
	c.Local = old.Local
	if c.Local == "" {
		c.Local = old.number.text
	}
	if old.global.known {
		c.Global = show(old.global.Real, max(c.number.digits+6, f.options.Digits))
		c.Digits = c.number.rightDigits(old.global.Real)
	}
	switch {
	case f.corrects(c, old):
		c.Verdict = Rounded
		c.from = nil
	case !f.isRepeat(c, old):
		c.Verdict = Wrong
		c.Cause = slip(old.number.text, c.number.text)
		c.Remark = "the article gave " + old.number.text + " before"
		c.Fix = old.Printed
	case old.Verdict == Wrong:
		c.Verdict = Wrong
		c.First = old
	case old.Verdict == Given || old.Verdict == Unjudged:
		c.Verdict = Given
		if c.number.value.Compare(old.number.value) != number.Equal {
			c.Verdict = Rounded
		}
	default:
		c.Verdict = old.Verdict
		if c.number.value.Compare(old.number.value) != number.Equal && (c.Verdict == Exact || c.Verdict == HiddenDigits) {
			c.Verdict = Rounded
			if old.global.known && c.number.fits(old.global.Real) == fitTruncated && c.number.fits(old.number.value) == fitTruncated {
				c.Verdict = Truncated
			}
		}
	}
}

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

// lone handles a term that no relation belongs to: a number that repeats an earlier one, or the beginning of a computation
// whose result stands in the next cell or line.
func (f *flow) lone(p *passage, x *term) {
	if isValue(x.lifted) {
		entries, shape := items(x.lifted)
		if len(entries) == 1 {
			i, negative, _ := signed(entries[0])
			f.bare(x, i, negative)
			return
		}
		f.bareMatrix(x, entries, shape)
		return
	}
	// 310/3, where the article has 103.333
	if b, ok := x.lifted.(formula.Binary); ok && b.Op == formula.Div {
		f.bareFraction(x, b.X, b.Y, false)
	} else if u, ok := x.lifted.(formula.Unary); ok {
		if b, ok := u.X.(formula.Binary); ok && b.Op == formula.Div {
			f.bareFraction(x, b.X, b.Y, true)
		}
	}
}

// bareFraction judges a fraction of whole numbers that stands alone by the decimal that the article gave for it.
func (f *flow) bareFraction(x *term, a, b formula.Expr, negative bool) {
	i, ok1 := place(a)
	j, ok2 := place(b)
	if !ok1 || !ok2 || x.literals[i].implied {
		return
	}
	v, _, err := f.value(whole(x), shown, false)
	if err != nil {
		return
	}
	for k := len(f.claims) - 1; k >= 0; k-- {
		old := f.claims[k]
		if old.number.digits < 3 || old.number.fits(v.Items[0]) < fitRounded {
			continue
		}
		c := &Claim{Start: x.literals[i].start, End: x.literals[j].end, Relation: "repeats", Verdict: Exact, Digits: old.number.digits, from: []*Claim{old}, derived: true}
		c.number = printed{text: old.number.text, value: v.Items[0], places: old.number.places, digits: old.number.digits}
		c.global = known(v.Items[0])
		c.Local = show(v.Items[0], 12)
		c.Global = c.Local
		c.Printed = f.file.Text[c.Start:c.End]
		if negative {
			f.withSign(c)
		}
		c.Text = c.Printed
		f.claims = append(f.claims, c)
		return
	}
}

// bare judges a number that stands alone by the number that it repeats.
func (f *flow) bare(x *term, i int, negative bool) {
	l := x.literals[i]
	if p := x.passage; p.dialect == tex.Plain && x.End <= len(p.text) && counts(p.text[:x.Start], p.text[x.End:]) {
		return
	}
	if old := f.earlier(l.printed, negative); old != nil {
		f.repeatAlone(x, i, negative, old)
		return
	}
	if x.passage.dialect == tex.TeX && f.justComputed(x, i, negative) {
		return
	}
	if l.digits >= 2 && strings.Contains(l.text, ".") && x.passage.row < 0 && !x.passage.heading {
		f.alone = append(f.alone, loneNumber{x, i, negative, f.at})
	}
}

// justComputed judges a number that stands alone by the formula just before it, as in: the derivative is −4(5 − 2w); at
// w = 1 that is −12.
func (f *flow) justComputed(x *term, i int, negative bool) bool {
	l := x.literals[i]
	if l.digits < 2 {
		return false
	}
	p := l.printed
	if negative {
		p.value = f.c.Neg(p.value)
	}
	for k := len(f.recent) - 1; k >= 0 && k >= len(f.recent)-4; k-- {
		t := f.recent[k]
		if v, _, err := f.value(whole(t), shown, false); err == nil && len(v.Items) == 1 && p.fits(v.Items[0]) >= fitRounded {
			f.judge(f.claimAt(x, i, negative, "="), []part{whole(t)})
			return true
		}
	}
	return false
}

// repeatAlone judges a number that stands alone, whose sign words may carry: an error of 0.47 where −0.4715 was computed.
func (f *flow) repeatAlone(x *term, i int, negative bool, old *Claim) {
	if sign, _ := old.number.value.Sign(); sign < 0 && !negative || sign > 0 && negative {
		flipped := *old
		flipped.number.value = f.c.Neg(old.number.value)
		flipped.number.text = strings.TrimPrefix(old.number.text, "-")
		if old.global.known {
			flipped.global = known(f.c.Neg(old.global.Real))
		}
		c := f.claimAt(x, i, negative, "=")
		f.repeat(c, &flipped)
		c.from = []*Claim{old}
		if c.First != nil {
			c.First = old
		}
		return
	}
	f.repeat(f.claimAt(x, i, negative, "="), old)
}

// loneNumber is a number in the text that no number before it gives; one that comes later may.
type loneNumber struct {
	*term
	place    int
	negative bool
	passage  int
}

// lateNumbers looks again at lone numbers when the whole article is known.
func (f *flow) lateNumbers() {
	for _, n := range f.alone {
		l := n.literals[n.place]
		if old := f.earlier(l.printed, n.negative); old != nil && old.derived {
			f.repeatAlone(n.term, n.place, n.negative, old)
			continue
		}
		f.notRead(n.term.passage, n.Start, n.End, "nothing in the article gives this number")
	}
}

func (f *flow) bareMatrix(x *term, entries []formula.Expr, shape formula.Shape) {
	for _, e := range entries {
		i, negative, _ := signed(e)
		if old := f.earlier(x.literals[i].printed, negative); old != nil {
			f.repeat(f.claimAt(x, i, negative, "="), old)
		}
	}
}

// earlier finds the number that a number alone repeats: the last one with the same digits, else the last that rounds to it.
// Numbers of one digit say too little.
func (f *flow) earlier(p printed, negative bool) *Claim {
	if list := f.byValue[p.value.String()]; len(list) > 0 && (p.digits > 1 || strings.Contains(p.text, ".") || p.value.Compare(number.FromInt(0)) != number.Equal) {
		for k := len(list) - 1; k >= 0; k-- {
			sign, _ := list[k].number.value.Sign()
			if list[k].Verdict == Unjudged {
				continue
			}
			if (sign < 0) == negative && (list[k].derived || len(list) == 1 || k == 0) {
				return list[k]
			}
		}
		if last := list[len(list)-1]; p.digits > 1 && last.Verdict != Unjudged {
			return last
		}
	}
	if p.digits < 2 || p.places <= 0 {
		return nil
	}
	for k := len(f.claims) - 1; k >= 0 && k >= len(f.claims)-200; k-- {
		old := f.claims[k]
		if !old.derived || old.Verdict == Unjudged || old.number.places <= p.places || old.number.digits <= p.digits {
			continue
		}
		x := old.number.value
		if sign, ok := x.Sign(); ok && sign < 0 {
			x = f.c.Neg(x)
		}
		if p.fits(x) >= fitRounded {
			return old
		}
	}
	return nil
}

var proseNumber = regexp.MustCompile(`[-−–]?\d+(?:[.,]\d+)+(?:\s?\\?%)?|[-−–]?\d+\s?\\?%|[-−–]?\d+/\d+`)

// Numbers that count chapters and figures are no quantities.
var (
	numbering   = regexp.MustCompile(`(?i)(?:\b(?:step|chapter|ch|section|sec|exercise|figure|fig|table|part|eq|equation|example|version|v|lesson|session|problem|question|schritt|abschnitt|paso|ejercicio|kapitel)\.?|§|#)\s*$`)
	sectionMark = regexp.MustCompile(`^[.:)]?\s+\pL|^:`)
)

// counts says whether a number between two texts counts chapters or figures.
func counts(before, after string) bool {
	return numbering.MatchString(before) || strings.TrimSpace(before) == "" && sectionMark.MatchString(after)
}

// numbersInProse judges the decimals in a text that hold no formula.
func (f *flow) numbersInProse(p *passage, from, to int) {
	for _, m := range proseNumber.FindAllStringIndex(p.text[from:to], -1) {
		start, end := from+m[0], from+m[1]
		if start > 0 && (isWordByte(p.text[start-1]) || p.text[start-1] == '.' || p.text[start-1] == '/') {
			continue
		}
		if end < len(p.text) && (isWordByte(p.text[end]) && p.text[end] < 0x80 || p.text[end] == '/') {
			continue
		}
		if f.judgedAt(p.offset(start), p.end(end)) || counts(p.text[:start], p.text[end:]) {
			continue
		}
		r := tex.Reader{Dialect: tex.Plain, DecimalComma: f.article.comma}
		t, err := r.Parse(p.text[start:end])
		if err != nil {
			continue
		}
		x := f.newTerm(&passage{mapped: p.slice(start, end), dialect: tex.Plain, kind: prose, row: p.row, heading: p.heading}, t)
		if x == nil {
			continue
		}
		if i, negative, ok := signed(x.lifted); ok {
			if negative && start > from && p.text[start-1] != ' ' && p.text[start-1] != '(' {
				negative = false
			}
			f.bare(x, i, negative)
		} else {
			f.lone(x.passage, x)
		}
	}
}

// judgedAt says whether a place already belongs to a claim.
func (f *flow) judgedAt(start, end int) bool {
	for k := len(f.claims) - 1; k >= 0 && k >= len(f.claims)-50; k-- {
		if f.claims[k].Start < end && start < f.claims[k].End {
			return true
		}
	}
	return false
}
