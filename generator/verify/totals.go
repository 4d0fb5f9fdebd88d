package verify

import (
	"regexp"

	"longhand/generator/formula"
)

var (
	totalLabel    = regexp.MustCompile(`(?i)^\W*(?:grand\s+|row\s+|column\s+|col\.?\s+)?(?:totals?|sums?|summe|gesamt|insgesamt|somme|suma|\\sum)\b|^\W*[Σ∑]`)
	subtotalLabel = regexp.MustCompile(`(?i)^\W*(?:sub-?\s?totals?|zwischensumme|sous-total)\b`)
	meanLabel     = regexp.MustCompile(`(?i)^\W*(?:means?|averages?|avg|mittelwert|mittel|durchschnitt|moyenne|media)\b|^\W*[Ø∅]`)
)

// isTotal says whether a cell names a row of totals.
func isTotal(c *gridCell) bool { return c != nil && totalLabel.MatchString(c.text) }

// isSubtotal says whether a cell names a sum that a later one goes on from.
func isSubtotal(c *gridCell) bool { return c != nil && subtotalLabel.MatchString(c.text) }

// isSummary says whether a row sums up those above it.
func (g *grid) isSummary(row int) bool {
	c := g.at(row, 0)
	return row >= 3 && c != nil && (isTotal(c) || isSubtotal(c) || meanLabel.MatchString(c.text))
}

// totalled judges rows of totals or means by the rows above them. A number far from the sum is none: a column of averages
// has no total, and a total may cover rows that are not shown. sure says that the label alone shows what is meant; else
// another cell of the row must be the sum of its column.
func (f *flow) totalled(g *grid, sure bool) {
	for row := 3; row < len(g.rows); row++ {
		if !g.isSummary(row) {
			continue
		}
		mean := !isTotal(g.at(row, 0)) && !isSubtotal(g.at(row, 0))
		var trials []trial
		fitting := sure
		for j := 1; j < len(g.rows[row]); j++ {
			c := g.at(row, j)
			if c == nil || c.claim == nil {
				continue
			}
			if x, ok := f.columnTotal(g, j, row, mean); ok {
				t := f.try(c.claim, x)
				fitting = fitting || t.fits()
				trials = append(trials, t)
			}
		}
		for _, t := range trials {
			if t.fits() || fitting && f.isSlip(&t.would, false) {
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
	start := 1
	for i := 1; i < row && !mean; i++ {
		if isSubtotal(g.at(i, 0)) && !isSubtotal(g.at(row, 0)) {
			start = i // it stands for all above it
		}
	}
	for i := start; i < row; i++ {
		c := g.at(i, column)
		if i > start && g.isSummary(i) {
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
