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

// variances judges a table of variances: MS = SS/df, and F of a row is its MS divided by that of the error. Where half of
// them do not fit the heads mean something else.
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
	if within < 0 {
		return
	}
	var trials []trial
	for i := 1; i < len(g.rows); i++ {
		trials = append(trials, f.quotientCell(g.at(i, ms), g.at(i, ss), g.at(i, df))...)
		if ratio >= 0 {
			below := []*gridCell{g.at(within, ms)} // or the error that belongs to the row, where there are several
			for k := 1; k < len(g.rows); k++ {
				if k != i && k != within {
					below = append(below, g.at(k, ms))
				}
			}
			trials = append(trials, f.quotientCell(g.at(i, ratio), g.at(i, ms), below...)...)
		}
	}
	fitting := 0
	for _, t := range trials {
		if t.fits() {
			fitting++
		}
	}
	for _, t := range trials {
		if fitting*2 >= len(trials) {
			t.settle()
		}
	}
}

// quotientCell tries a cell as the quotient of two others: by one below that gives it, else by the first.
func (f *flow) quotientCell(c, a *gridCell, below ...*gridCell) []trial {
	if c == nil || c.claim == nil || a == nil || a.value == nil || c == below[0] {
		return nil
	}
	var first []trial
	for _, b := range below {
		if b == nil || b.value == nil {
			continue
		}
		x := term{passage: a.value.passage}
		x.lifted = formula.Binary{Op: formula.Div, X: x.take(a.value), Y: x.take(b.value)}
		t := f.try(c.claim, &x)
		if t.fits() {
			return []trial{t}
		}
		if first == nil {
			first = []trial{t}
		}
	}
	return first
}
