package verify

import (
	"strings"
	"unicode"

	"longhand/generator/formula"
	"longhand/generator/number"
)

// doubt takes back that a number is wrong where another reading of its line is as likely: an equation to be solved, a name
// that is a unit, a value of other names than are meant, a part of the line that was not read.
func (f *flow) doubt(ch *chain, c *Claim, relation formula.Relation) {
	if c.Verdict != Wrong {
		return
	}
	why := ""
	last := ch.terms[len(ch.terms)-1]
	symbolic := c.formula.term != nil && len(f.namesOf(c.formula)) > 0
	switch {
	case c.number.digits == 0 && strings.TrimSpace(f.file.Text[c.End:]) == ".":
		why = "the article breaks off in the number"
	case f.isConvention(c):
		why = "the value of a step at its edge is a convention"
	case !ch.has(c.formula.term) && c.number.digits <= 2 && c.number.places <= 0 && c.entries <= 1:
		why = "the article's computation of the name may be another"
	case relation == formula.Becomes && c.number.digits <= 2:
		why = "an arrow may say what comes next"
	case last == nil && c.formula.term != nil && ch.has(c.formula.term) && !f.sameMagnitude(c, 2):
		why = "what stands before it was not read"
	case f.words.symbols[c.unit.Name] && strings.HasPrefix(f.file.Text[c.End:], c.unit.Name) && !f.sameMagnitude(c, 2):
		why = "the letter behind it may be a name"
	case !symbolic:
	case c.number.digits <= 2 && len(ch.names) == 0 && c.entries <= 1 && (c.number.digits == 0 || f.isDistant(c.formula) || f.isLinear(c.formula)):
		why = "it may be an equation to be solved"
	case c.entries <= 1 && !hasLiteral(c.formula.term) && !f.sameMagnitude(c, 10):
		why = "its names may have other values or units here"
	case f.isUnit(c):
		why = "a name in the formula may be a unit"
	}
	if why != "" {
		c.Verdict, c.Remark = Unjudged, why
		c.Cause, c.Fix = "", ""
	}
}

// isConvention says whether the formula is a step or a sign at 0.
func (f *flow) isConvention(c *Claim) bool {
	if c.formula.term == nil {
		return false
	}
	call, ok := c.formula.e.(formula.Call)
	if !ok || call.Func != "sign" && call.Func != "step" || len(call.Args) != 1 {
		return false
	}
	x, ok := f.scalar(c.formula.inner(call.Args[0]), shown, false)
	return ok && x.Compare(number.FromInt(0)) == number.Equal
}

// isLinear says whether a formula has several names and numbers beside them, as equations of lines do.
func (f *flow) isLinear(p part) bool { return len(f.namesOf(p)) > 1 && hasLiteral(p.term) }

// isDistant says whether a name of a formula got its value far before.
func (f *flow) isDistant(p part) bool {
	for _, name := range f.namesOf(p) {
		if q := f.quantities[name]; q != nil && f.at-q.passage > 8 {
			return true
		}
	}
	return false
}

// sameMagnitude says whether a number and what was computed for it differ by less than a factor.
func (f *flow) sameMagnitude(c *Claim, factor int64) bool {
	if !c.local.known {
		return false
	}
	a, b := f.c.Abs(c.number.value), f.c.Abs(c.local.Real)
	k := number.FromInt(factor)
	return a.Compare(f.c.Mul(b, k)) == number.Less && b.Compare(f.c.Mul(a, k)) == number.Less
}

// isUnit says whether a name of the formula stands behind the number, as in F = 50 N · 0.5 = 25 N.
func (f *flow) isUnit(c *Claim) bool {
	rest := strings.TrimLeft(f.file.Text[c.End:min(len(f.file.Text), c.End+20)], " \\,~")
	word := rest
	if i := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		word = rest[:i]
	}
	return word != "" && contains(f.namesOf(c.formula), word)
}
