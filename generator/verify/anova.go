package verify

import (
	"regexp"

	"longhand/generator/formula"
)

// The heads of a table of variances, as statistics books and programs write them.
var (
	squaresHead = regexp.MustCompile(`(?i)^(?:ss|sum of squares|sums of squares|quadratsumme)\b`)
	freedomHead = regexp.MustCompile(`(?i)^(?:df|d\.f\.|dof|degrees of freedom|freiheitsgrade)`)
	meanHead    = regexp.MustCompile(`(?i)^(?:ms|mean squares?|mean sum of squares|mittlere quadratsumme|variance)\b`)
	ratioHead   = regexp.MustCompile(`(?i)^(?:f|f[- ]?(?:value|ratio|statistic|stat|calc\w*)|f[-_ ]?ratio)\b\s*(?:\(.*\))?$`)
	errorRow    = regexp.MustCompile(`(?i)^\W*(?:error|within|residuals?|innerhalb|fehler|erreur)\b`)
)

// variances judges a table of variances: MS = SS/df, and F of a row is its MS divided by that of the error.
func (f *flow) variances(g *grid) {
	find := func(head *regexp.Regexp) int {
		for j := range g.width() {
			if c := g.at(0, j); c != nil && head.MatchString(c.text) {
				return j
			}
		}
		return -1
	}
	ss, df, ms, ratio := find(squaresHead), find(freedomHead), find(meanHead), find(ratioHead)
	if ss < 0 || df < 0 || ms < 0 {
		return
	}
	within := -1
	for i := 1; i < len(g.rows); i++ {
		if c := g.at(i, 0); c != nil && errorRow.MatchString(c.text) {
			within = i
		}
	}
	for i := 1; i < len(g.rows); i++ {
		f.quotientCell(g.at(i, ms), g.at(i, ss), g.at(i, df))
	}
	for i := 1; i < len(g.rows) && ratio >= 0 && within > 0; i++ {
		f.quotientCell(g.at(i, ratio), g.at(i, ms), g.at(within, ms))
	}
}

// quotientCell judges a cell that is the quotient of two others.
func (f *flow) quotientCell(c, a, b *gridCell) {
	if c == nil || c.claim == nil || a == nil || a.value == nil || b == nil || b.value == nil {
		return
	}
	x := term{passage: a.value.passage}
	x.lifted = formula.Binary{Op: formula.Div, X: x.take(a.value), Y: x.take(b.value)}
	f.try(c.claim, &x).settle()
}
