package verify

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/tex"
)

// isOther says whether the number before a claim in its chain is not meant to be the same one: 1 h = 60 min, 3/5 = 4 stars.
func (f *flow) isOther(c *Claim, before part) bool {
	if isValue(before.e) {
		return !f.sameQuantity(c, before)
	}
	return before.passage.kind == prose && isScore(before) && c.number.places <= 0 && !f.isStatement(c, before)
}

// isStatement says whether a computation is written as one, and not as a score: behind a name and =, or alone in its line,
// and without a word behind its result that says what is counted.
func (f *flow) isStatement(c *Claim, before part) bool {
	rest := strings.TrimLeft(f.file.Text[c.End:lineEnd(f.file.Text, c.End)], " \t*_`")
	if r, _ := utf8.DecodeRuneInString(rest); unicode.IsLetter(r) && c.unit.Name == "" {
		return false
	}
	if f.chain != nil && len(f.chain.names) > 0 {
		return true
	}
	line := before.passage.text[:before.Start]
	line = line[strings.LastIndexByte(line, '\n')+1:]
	return strings.TrimSpace(line) == "" && strings.Trim(rest, " \t\r.;,*_`|)") == ""
}

// isScore says whether a formula is written as scores, ranges and dates are, too: a quotient of small whole numbers, or
// the difference of a number and a larger one.
func isScore(p part) bool {
	b, ok := p.e.(formula.Binary)
	if !ok || b.Op != formula.Sub && b.Op != formula.Div {
		return false
	}
	i, ok1 := place(b.X)
	j, ok2 := place(b.Y)
	if !ok1 || !ok2 || p.literals[i].places > 0 || p.literals[j].places > 0 {
		return false
	}
	if b.Op == formula.Sub {
		return p.literals[i].value.Compare(p.literals[j].value) == number.Less
	}
	return p.literals[i].digits <= 2 && p.literals[j].digits <= 2
}

// notUnit is what stands between two numbers of a chain and is no unit of the first.
var notUnit = regexp.MustCompile(`\\(?:approx|simeq|cong|quad|qquad|left|right|mathbf|boxed|bf|times|cdot|big|Big|displaystyle|begin\{\w+\*?\}|end\{\w+\*?\}|[,;:!\\ ])|[\s{}&=≈≃~$()\[\]*_0-9.,^+−-]|·|×|<br>`)

// sameQuantity says whether two numbers in a row state the same quantity, so that they must agree: 22.5·10³¹ = 2.25·10³²
// and 0.25 = 25 % do. A unit behind the first, or whole numbers, may tell of a conversion.
func (f *flow) sameQuantity(c *Claim, before part) bool {
	i, _, ok := signed(before.e)
	if !ok {
		return false
	}
	l := before.literals[i]
	if l.end > c.Start || c.Start-l.end > 200 {
		return false
	}
	if l.unit.Known() && c.unit.Known() { // 95 mm = 0.095 m
		return l.unit.Convertible(c.unit)
	}
	if notUnit.ReplaceAllString(f.file.Text[l.end:c.Start], "") != "" {
		return false
	}
	percent := func(raw string) bool { return strings.HasSuffix(strings.TrimSpace(raw), "%") }
	decimal := func(p printed) bool { return strings.Contains(p.text, ".") || strings.Contains(p.text, "e-") }
	switch {
	case l.scientific && c.number.scientific:
		return true
	case percent(c.Printed) != percent(l.raw):
		return decimal(l.printed) && decimal(c.number) || decimal(l.printed) && before.passage.dialect == tex.TeX
	}
	return before.passage.dialect == tex.TeX && decimal(l.printed) && decimal(c.number)
}
