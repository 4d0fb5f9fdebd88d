package verify

import (
	"regexp"
	"strings"

	"longhand/generator/tex"
)

var (
	environmentHead = regexp.MustCompile(`^\\begin\{([a-zA-Z]+)(\*?)\}`)
	// alignedRow is what no text holds and every environment of equations does.
	alignedRow = regexp.MustCompile(`&\s*(?:=|≈|\\approx|\\simeq|\\cong)`)
	textInside = regexp.MustCompile(`\$|\\[(\[]|\\begin\{|\\item\b`)
)

// environment is a piece of text that stands for itself as a formula, without dollars around it, at the start of s: what of it
// is read, and where it ends. An environment that nobody knows is one where its rows are aligned at their relations.
func environment(s string) (from, to, end int, ok bool) {
	m := environmentHead.FindStringSubmatch(s)
	if m == nil {
		return 0, 0, 0, false
	}
	close := `\end{` + m[1] + m[2] + `}`
	i := strings.Index(s, close)
	if i < 0 || i >= maxFormula {
		return 0, 0, 0, false
	}
	end = i + len(close)
	if tex.SetsFormulas(m[1]) {
		return 0, end, end, true
	}
	body := s[len(m[0]):i]
	if texSkipped.MatchString(s[:len(m[0])]) || textInside.MatchString(body) || !alignedRow.MatchString(body) {
		return 0, 0, 0, false
	}
	return len(m[0]), i, end, true
}
