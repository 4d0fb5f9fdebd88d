package verify

import (
	"regexp"
	"strings"
)

// Tables in plain text have no marks but blanks: a line of heads, and below it lines with as many numbers.
var (
	columnGap  = regexp.MustCompile(`[ \t]{2,}|\t`)
	anyGap     = regexp.MustCompile(`[ \t]+`)
	tableValue = regexp.MustCompile(`^[-−–+]?\d[\d.,'’]*(?:[eE][-+]?\d+)?\s?[%€$]?$`)
	drawnRule  = regexp.MustCompile(`^[ \t]*[-=_+ \t]{3,}$`)
)

// spacedTable reads a table whose columns are parted by blanks, if one begins at i, and gives the place behind it, or 0. Its
// first column may hold words; two rows of three columns at least say that it is a table.
func (a *article) spacedTable(i, close int) int {
	s := a.file
	head, ok := columns(s, i, min(lineEnd(s, i), close), nil)
	if !ok {
		return 0
	}
	for _, c := range head {
		if tableValue.MatchString(s[c.start:c.end]) {
			return 0
		}
	}
	rows := [][]span{head}
	j := next(s, lineEnd(s, i))
	for j < close {
		end := min(lineEnd(s, j), close)
		if drawnRule.MatchString(s[j:end]) {
			j = next(s, end)
			continue
		}
		row, ok := columns(s, j, end, head)
		if !ok {
			break
		}
		for k, c := range row {
			ok = ok && (k == 0 || tableValue.MatchString(s[c.start:c.end]))
		}
		if !ok {
			break
		}
		rows = append(rows, row)
		j = next(s, end)
	}
	if len(rows) < 3 {
		return 0
	}
	a.group++
	for r, row := range rows {
		for k, c := range row {
			a.inlineText(c.start, c.end, r, k)
		}
	}
	a.group++
	return j
}

// columns parts a line at its blanks: at wide ones if there are any, so that a head may be of several words. Where like is
// given there must be as many columns.
func columns(s string, i, end int, like []span) ([]span, bool) {
	for _, gap := range []*regexp.Regexp{columnGap, anyGap} {
		line := s[i:end]
		from := i + len(line) - len(strings.TrimLeft(line, " \t>"))
		to := i + len(strings.TrimRight(line, " \t\r|"))
		var out []span
		for from < to {
			stop, after := to, to
			if m := gap.FindStringIndex(s[from:to]); m != nil {
				stop, after = from+m[0], from+m[1]
			}
			out = append(out, span{from, stop})
			from = after
		}
		if like == nil && len(out) >= 3 || like != nil && len(out) == len(like) {
			return out, true
		}
	}
	return nil, false
}
