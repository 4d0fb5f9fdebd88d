package tex

import (
	"regexp"
	"strings"
)

var (
	// behindDot is an operand behind a dot with a blank on both sides: a number, a bracket, a root, a fraction, one letter that no word
	// begins with.
	behindDot = regexp.MustCompile(`^\.[ \t]+(?:\d|\(|\[|√|\\(?:left|sqrt|[dt]?frac|pi)|\pL(?:[\d²³^_]|[ \t]*(?:[-+*/=≈×·.)\]\n]|$)))`)
	// counting is the first number of a line, which a dot may follow that only counts, 2 . 3 + 4 = 7, unless what is behind it is
	// no equation then.
	counting   = regexp.MustCompile(`^\d{1,2}$`)
	equatedDot = regexp.MustCompile(`^\.[ \t]+\d+(?:[.,]\d+)?[ \t]*(?:=|≈|\.[ \t])`)
)

// multipliesByDot says whether a dot between blanks is a sign of multiplication, 2 . 3 = 6, as schools in many countries write it, and
// not the end of a sentence: it stands between two operands, in a line with a relation.
func (l *lexer) multipliesByDot(rest string) bool {
	n := len(l.tokens)
	if l.reader.Dialect == Own || n == 0 || !behindDot.MatchString(rest) {
		return false
	}
	before := l.tokens[n-1]
	switch before.kind {
	case tNumber, tSuper, tPercent:
	case tName:
		letters := strings.TrimRight(before.text, "0123456789")
		if _, unit := units[letters]; len([]rune(letters)) > 1 && greek[letters] == "" && !unit {
			return false // a word
		}
	case tOp:
		if before.text != ")" && before.text != "]" && before.text != "}" {
			return false
		}
	default:
		return false
	}
	if l.reader.Dialect == TeX {
		return true
	}
	from, to := max(0, l.at-maxLine), min(len(l.src), l.at+maxLine)
	line, _, _ := strings.Cut(l.src[from+strings.LastIndexByte(l.src[from:l.at], '\n')+1:to], "\n")
	begins := n == 1 || l.tokens[n-2].kind == tBreak
	return strings.ContainsAny(line, "=≈") && !(begins && counting.MatchString(before.text) && !equatedDot.MatchString(rest))
}

// maxLine bounds how far from the dot the relation of its line is looked for.
const maxLine = 300
