package verify

import (
	"strings"
)

// table reads a table whose head begins at i, and gives the place behind it.
func (a *article) table(i int) int {
	a.group++
	s := a.file
	row := 0
	for i < len(s) {
		end := lineEnd(s, i)
		line := s[i:end]
		if strings.TrimSpace(line) == "" || !strings.Contains(line, "|") {
			break
		}
		if row != 1 { // the rule below the head
			a.tableRow(i, end, max(0, row-1))
		}
		row++
		i = next(s, end)
		if end == len(s) {
			break
		}
	}
	a.group++
	return i
}

func (a *article) tableRow(i, end, row int) {
	s := a.file
	for i < end && (s[i] == ' ' || s[i] == '\t' || s[i] == '>') {
		i++
	}
	if i < end && s[i] == '|' {
		i++
	}
	cell := 0
	for i < end {
		stop := cellEnd(s, i, end)
		a.inlineText(i, stop, row, cell)
		cell++
		i = stop + 1
	}
}

// cellEnd is the place of the bar that ends the cell: one that is neither escaped nor inside a formula or code.
func cellEnd(s string, i, end int) int {
	for j := i; j < end; j++ {
		switch s[j] {
		case '\\':
			j++
		case '|':
			return j
		case '`':
			if k := strings.IndexByte(s[j+1:end], '`'); k >= 0 {
				j += k + 1
			}
		case '$':
			if k := closingDollar(s[j:end]); k > 0 {
				j += k
			}
		}
	}
	return end
}
