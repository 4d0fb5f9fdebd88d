package verify

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// closingDollar is the place of the dollar that closes the formula which opens at the start of s. Money is no formula.
func closingDollar(s string) int {
	if len(s) < 3 || s[1] == '$' || s[1] == '\n' {
		return 0
	}
	blank := false
	for j := 1; j < len(s) && j < 4000; j++ {
		switch s[j] {
		case '\\':
			j++
		case '\n':
			if blank {
				return 0
			}
			blank = true
		case '$':
			if amountAhead.MatchString(s[1:]) && isMoney(s[1:j]) {
				return 0
			}
			return j
		case ' ', '\t', '\r':
		default:
			blank = false
		}
	}
	return 0
}

// amountAhead begins an amount of money, $5 and $-5.
var amountAhead = regexp.MustCompile(`^[-−–]?\d`)

// proseWords are two words side by side, as no formula has them.
var proseWords = regexp.MustCompile(`\pL{2,} \pL{2,}|\pL{3,}[.,:;]? *\n|\n *\pL{3,}`)

// isMoney says whether what stands between two dollars is the text between two amounts, $5 and $10 or $5 × 3 = $15, and no
// formula.
func isMoney(between string) bool {
	if strings.HasSuffix(between, " ") {
		return true
	}
	if strings.Contains(between, `\`) {
		return false
	}
	return strings.ContainsAny(between[len(between)-1:], "=+-*/(×–−≈") || strings.HasSuffix(between, "−") || strings.HasSuffix(between, "×") || proseWords.MatchString(between)
}

// emphasis is the number of asterisks at i that mark emphasis, 0 where they multiply.
func emphasis(s string, i, end int) int {
	n := 1
	for i+n < end && s[i+n] == '*' {
		n++
	}
	before, after := byte(' '), byte(' ')
	if i > 0 {
		before = s[i-1]
	}
	if i+n < end {
		after = s[i+n]
	}
	spaceBefore, spaceAfter := before == ' ' || before == '\n' || before == '\t' || before == '|', after == ' ' || after == '\n' || after == '\t' || after == '\r' || after == '|'
	switch {
	case n == 1 && spaceBefore != spaceAfter && isFactor(s, i, end): // 3 *10 = 30
		return 0
	case n >= 2 && !(isOperand(before) && before != '(' && isOperand(after) && after != ')' && after != ']'):
		return n
	case n >= 3:
		return n
	case spaceBefore && spaceAfter, isOperand(before) && isOperand(after) && n <= 2:
		return 0
	case n == 1 && (before == ')' || before >= '0' && before <= '9') && (after == '(' || after == '-' || after >= '0' && after <= '9'):
		return 0
	}
	return n
}

// isFactor says whether an asterisk with a blank on one side alone stands between factors, and marks no emphasis: none that would
// end or begin it stands in its line.
func isFactor(s string, i, end int) bool {
	line := s[:i]
	line = line[strings.LastIndexByte(line, '\n')+1:]
	rest := s[i+1 : end]
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, " \t"))
	after := strings.TrimLeft(rest, " \t")
	if !unicode.IsDigit(before) && !unicode.IsLetter(before) && !strings.ContainsRune(")]²³%", before) || after == "" || after[0] != '(' && (after[0] < '0' || after[0] > '9') {
		return false
	}
	if after == rest { // it could begin emphasis
		return !closesEmphasis.MatchString(rest)
	}
	return !opensEmphasis.MatchString(line)
}

var (
	closesEmphasis = regexp.MustCompile(`[^\s*]\*`)
	opensEmphasis  = regexp.MustCompile(`(?:^|\s)\*[^\s*]`)
)

func isOperand(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '(' || c == ')' || c == ']' || c >= 0x80
}

func isWordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

// linkLength is the length of a link or picture at the start of s.
func linkLength(s string) int {
	i := strings.Index(s, "](")
	if i < 0 || strings.Contains(s[1:i], "\n") || strings.Count(s[:i], "[") > 2 {
		return 0
	}
	j := strings.IndexByte(s[i:], ')')
	if j < 0 {
		return 0
	}
	return i + j + 1
}

func isTight(c byte) bool { return isWordByte(c) || c == ')' || c == '.' || c == '%' || c == ']' }
