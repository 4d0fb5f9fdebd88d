package verify

import (
	"regexp"
	"slices"
	"sort"
	"strings"

	"longhand/generator/formula"
)

// A list of results may end in their sum without saying how it comes about: (45.2 − 43.8)² = 1.96 and so on, line by line, and
// below them SSW = 618.46, or Total: 618.46.

// linePrefix is what stands before the words of a line.
var linePrefix = regexp.MustCompile(`^(?:[\s>*_#+•-]|\d+[.)]\s)*`)

// notAll are words that make something else of a total than the sum of what is listed.
var notAll = regexp.MustCompile(`(?i)\b(?:with|without|incl\w*|excl\w*|after|before|plus|minus|less|net|gross|tax\w*|discount\w*|shipping|mit|ohne|inkl\w*|zzgl|abzgl|nach|netto|brutto|avec|sans|apr[eè]s|con|sin|iva|tva|mwst)\b`)

// listTotals judges numbers that nothing gives as the sums of the results in the lines above them.
func (f *flow) listTotals() {
	l := f.lastNumbers()
	for line, c := range l.last {
		if c == nil || c.Verdict != Given || c.number.digits < 3 || l.count[line] != 1 {
			continue
		}
		text := f.file.Text[l.starts[line]:c.Start]
		labelled := totalLabel.MatchString(linePrefix.ReplaceAllString(text, ""))
		if !labelled && (c.Symbol == "" || c.Relation != "=") {
			continue
		}
		items := l.above(f, line)
		if len(items) < 2 || !labelled && !areComputed(items) {
			continue
		}
		t := f.try(c, sumOf(items, &f.article.passages[0]))
		if t.fits() || f.isSlip(&t.would, !labelled || len(items) < 3 || notAll.MatchString(text)) {
			t.settle()
		}
	}
}

// lines are the numbers of the article by lines.
type lines struct {
	starts []int
	last   []*Claim // the number that ends each line, nil where none does
	count  []int    // how many numbers each has
}

// lastNumbers finds the number that ends each line of the article.
func (f *flow) lastNumbers() lines {
	l := lines{starts: []int{0}}
	for i, r := range f.file.Text {
		if r == '\n' {
			l.starts = append(l.starts, i+1)
		}
	}
	l.last, l.count = make([]*Claim, len(l.starts)), make([]int, len(l.starts))
	for _, c := range f.claims {
		line := sort.SearchInts(l.starts, c.Start+1) - 1
		l.count[line]++
		if old := l.last[line]; old == nil || old.Start < c.Start {
			l.last[line] = c
		}
	}
	for line, c := range l.last {
		if c != nil && (!endsLine(f.file.Text[c.End:lineEnd(f.file.Text, c.End)]) || strings.Contains(l.text(f, line), "|")) {
			l.last[line] = nil
		}
	}
	return l
}

func (l lines) text(f *flow, line int) string {
	return f.file.Text[l.starts[line]:lineEnd(f.file.Text, l.starts[line])]
}

// endsLine says whether nothing but a unit and marks stands between a number and the end of its line.
func endsLine(rest string) bool {
	return strings.Trim(lastWord.ReplaceAllString(strings.TrimRight(rest, " \t\r*_$`.,;)\\]"), ""), " \t*_$`.,;)\\]€$£¥}") == ""
}

// above are the numbers that end the lines of the list above a line.
func (l lines) above(f *flow, line int) []*Claim {
	i := line - 1
	for i > 0 && i >= line-2 && strings.TrimSpace(l.text(f, i)) == "" {
		i--
	}
	var items []*Claim
	for ; i >= 0 && l.last[i] != nil; i-- {
		if items = append(items, l.last[i]); len(items) > maxItems {
			return nil
		}
	}
	slices.Reverse(items)
	return items
}

// maxItems bounds how many lines are summed.
const maxItems = 200

// areComputed says whether all numbers are results of computations in their lines.
func areComputed(items []*Claim) bool {
	for _, c := range items {
		if !c.derived || c.Relation != "=" && c.Relation != "≈" || c.formula.term == nil {
			return false
		}
	}
	return true
}

// sumOf is the sum of printed numbers.
func sumOf(items []*Claim, p *passage) *term {
	x := &term{passage: p}
	for i, c := range items {
		l := &literal{printed: c.number, source: c, unit: c.unit}
		x.literals = append(x.literals, l)
		e := formula.Expr(formula.Symbol{Name: "#" + itoa(i)})
		if x.lifted == nil {
			x.lifted = e
		} else {
			x.lifted = formula.Binary{Op: formula.Add, X: x.lifted, Y: e}
		}
	}
	return x
}
