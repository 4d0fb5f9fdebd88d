package verify

import (
	"regexp"
	"strings"

	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/tex"
)

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
	counted := l.places == 0 && l.digits < 3 && x.passage.row < 0 && !strings.Contains(l.raw, "%") // 10 hidden neurons → 1 output
	if old := f.earlier(l.printed, negative); old != nil && !counted {
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
