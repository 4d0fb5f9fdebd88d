package verify

import (
	"fmt"
	"sort"
	"strings"

	"longhand/generator/number"
	"longhand/generator/source"
)

// maxRounds bounds how often a corrected article is examined again: each round corrects what the one before made wrong.
const maxRounds = 60

// Fix gives the article with its wrong numbers and all that follows from them recomputed, and nothing else touched. left
// are the wrong numbers for which no right one is known.
func Fix(file *source.File, o Options) (text string, left []*Claim) {
	text = file.Text
	for range maxRounds {
		r := Verify(source.NewFile(file.Name, text), o)
		edits := map[span]string{}
		left = nil
		for _, c := range r.Claims {
			if c.Verdict != Wrong || c.First != nil {
				continue
			}
			value, ok := c.corrected()
			if !ok {
				left = append(left, c)
				continue
			}
			r.edit(edits, c, value)
		}
		if len(edits) == 0 {
			break
		}
		next := apply(text, edits)
		if next == text {
			break
		}
		text = next
	}
	return text, left
}

// corrected is what should stand in place of a wrong number.
func (c *Claim) corrected() (number.Real, bool) {
	if c.Fix == "" {
		return number.Real{}, false
	}
	s := c.Fix
	for _, minus := range []string{"−", "–"} {
		s = strings.ReplaceAll(s, minus, "-")
	}
	x, err := number.Parse(s)
	return x, err == nil
}

// edit corrects a number, the numbers that repeat it, and its copies in later formulas.
func (r *Report) edit(edits map[span]string, c *Claim, value number.Real) {
	put := func(start, end int, p printed, negated bool, more int) {
		v := value
		if negated {
			v = number.NewContext(64).Neg(v)
		}
		if s, ok := rewrite(r.File.Text[start:end], p, v, more); ok {
			edits[span{start, end}] = s
		}
	}
	start := c.Start
	put(start, c.End, c.number, c.loose, c.more)
	sign, _ := c.number.value.Sign()
	for _, h := range c.Heirs {
		if h.Relation == "repeats" && h.Verdict == Wrong {
			other, _ := h.number.value.Sign()
			put(h.Start, h.End, h.number, h.loose != (other*sign < 0), c.more)
		}
	}
	for _, at := range c.copies { // operands stand without their sign
		if _, taken := edits[at]; !taken && (at.end <= c.Start || at.start >= c.End) {
			p, err := parsePrinted(canonical(r.File.Text[at.start:at.end]), false)
			if err == nil {
				put(at.start, at.end, p, sign < 0, c.more)
			}
		}
	}
}

// canonical is the text of an operand as parsePrinted takes it, where it is plain enough to be rewritten.
func canonical(s string) string {
	if strings.Count(s, ",") == 1 && !strings.Contains(s, ".") {
		return strings.Replace(s, ",", ".", 1)
	}
	return s
}

// rewrite writes a value in place of a printed number, in its style and with its places or some more.
func rewrite(raw string, p printed, value number.Real, more int) (string, bool) {
	mantissa := mantissaText.FindStringIndex(raw)
	if mantissa == nil {
		return "", false
	}
	old := raw[mantissa[0]:mantissa[1]]
	digits, _, _ := strings.Cut(p.text, "e")
	_, fraction, _ := strings.Cut(digits, ".")
	was := len(fraction)
	shift := was - p.places // the power of ten behind the mantissa
	if lost, ok := p.withPoint(); ok {
		was, old = lost.places, lost.text
	}
	decimals := max(0, was+more)
	c := number.NewContext(precision)
	scale, err := number.Parse(fmt.Sprintf("1e%d", -shift))
	if err != nil {
		return "", false
	}
	d, err := c.Mul(value, scale).Places(decimals, number.HalfUp)
	if err != nil {
		return "", false
	}
	text := styled(old, d.Abs().StringFixed(int32(decimals)), was)
	sign := raw[:mantissa[0]]
	switch negative := strings.TrimSpace(sign); {
	case d.IsNegative() && negative == "":
		sign = "-"
	case !d.IsNegative() && negative != "" && negative != "+":
		sign = ""
	}
	return sign + text + raw[mantissa[1]:], true
}

// styled writes a decimal with the marks that another number has before its decimals, of which there are so many, and between
// its groups of three.
func styled(like, text string, decimals int) string {
	if decimals >= len(like) {
		return text
	}
	whole, fraction, _ := strings.Cut(text, ".")
	before := like[:len(like)-decimals]
	point := ""
	if decimals > 0 {
		point = before[len(strings.TrimRightFunc(before, isMark)):]
		before = strings.TrimSuffix(before, point)
	}
	group := strings.TrimLeft(before, "0123456789")
	if i := strings.IndexAny(group, "0123456789"); i >= 0 {
		group = group[:i]
	}
	if group != "" {
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + group + whole[i:]
		}
	}
	if decimals == 0 {
		return whole
	}
	return whole + point + fraction
}

func isMark(r rune) bool { return r < '0' || r > '9' }

func apply(text string, edits map[span]string) string {
	spans := make([]span, 0, len(edits))
	for s := range edits {
		spans = append(spans, s)
	}
	sort.Slice(spans, func(i, j int) bool { return spans[i].start < spans[j].start })
	var b strings.Builder
	at := 0
	for _, s := range spans {
		if s.start < at {
			continue
		}
		b.WriteString(text[at:s.start])
		b.WriteString(edits[s])
		at = s.end
	}
	b.WriteString(text[at:])
	return b.String()
}

// Diff is the unified diff of two texts with the same number of lines; empty where they are equal.
func Diff(name, before, after string) string {
	if before == after {
		return ""
	}
	a, b := strings.SplitAfter(before, "\n"), strings.SplitAfter(after, "\n")
	var out strings.Builder
	fmt.Fprintf(&out, "--- a/%s\n+++ b/%s\n", name, name)
	const context = 3
	n := min(len(a), len(b))
	line := func(mark, s string) {
		out.WriteString(mark + s)
		if !strings.HasSuffix(s, "\n") {
			out.WriteString("\n\\ No newline at end of file\n")
		}
	}
	for i := 0; i < n; {
		if a[i] == b[i] {
			i++
			continue
		}
		from := max(0, i-context)
		last := i
		for j := i; j < n && j <= last+2*context; j++ {
			if a[j] != b[j] {
				last = j
			}
		}
		to := min(n, last+context+1)
		if to == n && n > 0 && a[n-1] == "" {
			to-- // what follows the last line end is no line
		}
		fmt.Fprintf(&out, "@@ -%d,%d +%d,%d @@\n", from+1, to-from, from+1, to-from)
		for j := from; j < to; {
			if a[j] == b[j] {
				line(" ", a[j])
				j++
				continue
			}
			k := j
			for k < to && a[k] != b[k] {
				k++
			}
			for _, s := range a[j:k] {
				line("-", s)
			}
			for _, s := range b[j:k] {
				line("+", s)
			}
			j = k
		}
		i = to
	}
	return out.String()
}
