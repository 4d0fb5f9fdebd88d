package verify

import (
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
		f.bareMatrix(p, x, entries, shape)
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
	v, _, err := f.value(whole(x), shown, f.log10())
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
	p := x.passage
	if p.dialect == tex.Plain && x.End <= len(p.text) && counts(p.text[:x.Start], p.text[x.End:]) {
		return
	}
	counted := l.places == 0 && l.digits < 3 && x.passage.row < 0 && !strings.Contains(l.raw, "%") // 10 hidden neurons → 1 output
	if old := f.earlier(l.printed, negative); old != nil && !counted && !(p.row < 0 && f.isAstray(old)) {
		f.repeatAlone(x, i, negative, old)
		return
	}
	if x.passage.dialect == tex.TeX && f.justComputed(x, i, negative) {
		return
	}
	measured := strings.Contains(l.text, ".") || l.unit.Name != "" || strings.ContainsAny(l.raw, "'’")
	if l.digits >= 2 && measured && x.passage.row < 0 && !x.passage.heading {
		f.alone = append(f.alone, loneNumber{x, i, negative, f.at})
	}
}

// isAstray says whether a wrong number of many digits is so far from what belongs in its place that no miscalculation gives it:
// it is the value of something else, and right where the text tells of that.
func (f *flow) isAstray(c *Claim) bool {
	if !c.misleads() || c.First != nil || !c.local.known || c.number.digits < minAstray || c.number.slippedFrom(c.local.Real) != "" {
		return false
	}
	q, err := f.c.Div(c.number.value, c.local.Real)
	if err != nil {
		return false
	}
	off := f.c.Sub(q, number.FromInt(1))
	if sign, ok := off.Sign(); ok && sign < 0 {
		off = f.c.Neg(off)
	}
	return f.c.Mul(off, number.FromInt(20)).Compare(number.FromInt(1)) == number.Greater
}

// minAstray is how many digits tell a value of something else from a guess.
const minAstray = 6

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
		if v, _, err := f.value(whole(t), shown, f.log10()); err == nil && len(v.Items) == 1 && p.fits(v.Items[0]) >= fitRounded {
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
		isWhole := strings.Contains(l.raw, "%") && l.printed.value.Compare(number.FromInt(1)) == number.Equal // 100 % says of no 1 where it comes from
		if old := f.earlier(l.printed, n.negative); old != nil && old.derived && !isWhole && !f.isAstray(old) {
			f.repeatAlone(n.term, n.place, n.negative, old)
			continue
		}
		if f.misprintedAlone(n.term, n.place, n.negative) {
			continue
		}
		c := f.claimAt(n.term, n.place, n.negative, "alone")
		if label, ok := f.proseLabel(l); ok {
			c.Symbol = label
		}
		f.give(c)
	}
}

// bareMatrix judges a matrix that stands alone as the value of the name just before it, in a heading or a label, or by the
// numbers that it repeats.
func (f *flow) bareMatrix(p *passage, x *term, entries []formula.Expr, shape formula.Shape) {
	if name, ok := f.label(p); ok {
		f.chain = &chain{passage: f.at, group: p.group, names: []string{name}, terms: []*term{nil}, started: true}
		f.step(f.chain, x, formula.Equal)
		f.finish(f.chain)
		return
	}
	claims, old := make([]*Claim, len(entries)), make([]*Claim, len(entries))
	for k, e := range entries {
		i, negative, _ := signed(e)
		old[k] = f.earlier(x.literals[i].printed, negative)
		claims[k] = f.claimAt(x, i, negative, "=")
	}
	if f.labelledBy(p, x, claims) {
		f.results = x
		return
	}
	for k, c := range claims {
		if old[k] != nil && f.isRepeat(c, old[k]) {
			f.repeat(c, old[k])
		} else {
			f.give(c)
		}
	}
	f.misprintedEntry(claims)
	f.keepHeaded(claims, shape)
}

// label is the name that the passages just before a display consist of: **Q** or #### Query $Q$.
func (f *flow) label(p *passage) (string, bool) {
	if p.kind != display {
		return "", false
	}
	for i := f.at - 1; i >= 0 && i >= f.at-3; i-- {
		before := &f.article.passages[i]
		if before.row >= 0 {
			return "", false
		}
		text := strings.Trim(before.text, " \t\n:.*_")
		if text == "" {
			continue
		}
		statements := f.reader(before).Statements(text)
		if len(statements) == 1 && len(statements[0].Terms) == 1 && statements[0].Terms[0].Expr != nil {
			return isName(f.spellings.spell(statements[0].Terms[0].Expr))
		}
		return "", false
	}
	return "", false
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
