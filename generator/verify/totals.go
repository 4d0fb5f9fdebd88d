package verify

import (
	"regexp"

	"longhand/generator/formula"
)

var (
	totalLabel = regexp.MustCompile(`(?i)^\W*(?:grand\s+|row\s+|column\s+|col\.?\s+)?(?:totals?|sums?|summe|gesamt|insgesamt|somme|suma|\\sum)\b|^\W*[Σ∑]`)
	meanLabel  = regexp.MustCompile(`(?i)^\W*(?:means?|averages?|avg|mittelwert|mittel|durchschnitt|moyenne|media)\b|^\W*[Ø∅]`)
)

// isTotal says whether a cell names a row of totals.
func isTotal(c *gridCell) bool { return c != nil && totalLabel.MatchString(c.text) }

// isSummary says whether a row is a last one that sums up those above it.
func (g *grid) isSummary(row int) bool {
	c := g.at(row, 0)
	return row >= len(g.rows)-2 && c != nil && (isTotal(c) || meanLabel.MatchString(c.text))
}

// totalled judges a last row of totals or means by the rows above it. A number far from the sum is none: a column of
// averages has no total, and a total may cover rows that are not shown.
func (f *flow) totalled(g *grid) {
	last := len(g.rows) - 1
	mean := false
	switch {
	case last < 3 || g.at(last, 0) == nil:
		return
	case isTotal(g.at(last, 0)):
	case meanLabel.MatchString(g.at(last, 0).text):
		mean = true
	default:
		return
	}
	for j := 1; j < len(g.rows[last]); j++ {
		c := g.at(last, j)
		if c == nil || c.claim == nil {
			continue
		}
		if x, ok := f.columnTotal(g, j, last, mean); ok {
			if t := f.try(c.claim, x); t.fits() || f.isSlip(&t.would, false) {
				t.settle()
			}
		}
	}
}

// columnTotal is the sum of the numbers in a column above a row, or their mean.
func (f *flow) columnTotal(g *grid, column, row int, mean bool) (*term, bool) {
	x := term{passage: g.at(row, column).passages[0]}
	var sum formula.Expr
	n := 0
	for i := 1; i < row; i++ {
		c := g.at(i, column)
		if g.isSummary(i) {
			continue
		}
		if c == nil || c.value == nil {
			if c != nil && c.text != "" {
				return nil, false
			}
			continue
		}
		n++
		if e := x.take(c.value); sum == nil {
			sum = e
		} else {
			sum = formula.Binary{Op: formula.Add, X: sum, Y: e}
		}
	}
	if n < 2 {
		return nil, false
	}
	if mean {
		sum = formula.Binary{Op: formula.Div, X: sum, Y: x.constant(n)}
	}
	x.lifted = sum
	return &x, true
}

// constant is a whole number that the article does not print.
func (x *term) constant(n int) formula.Expr {
	p, _ := parsePrinted(itoa(n), false)
	x.literals = append(x.literals, &literal{printed: p, implied: true})
	return formula.Symbol{Name: "#" + itoa(len(x.literals)-1)}
}
