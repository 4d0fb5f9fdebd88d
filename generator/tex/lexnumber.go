package tex

import (
	"regexp"
	"strings"
)

// Digits with a point, with their marks of grouping: 9,909,219 and 9{,}909 and 10\,000 and 128'010 are one number each.
var (
	plainNumber   = regexp.MustCompile(`^(?:\d+(?:\.\d+)?|\.\d+)`)
	groupedNumber = regexp.MustCompile(`^\d{1,3}(?:(?:,|\{,\}|\\,|['’\x{202f}\x{2009}\x{00a0}])\d{3})+(?:\.\d+)?`)
	// Braces say that a comma is no separator, but not what it is: three digits behind it are thousands, others decimals.
	bracedComma   = regexp.MustCompile(`^([1-9]\d{0,2}(?:\.\d{3})+|\d+)\{,\}(\d+)`)
	commaNumber   = regexp.MustCompile(`^(?:[1-9]\d{0,2}(?:(?:\.|\\,|['’\x{202f}\x{2009}\x{00a0}])\d{3})+|\d+)(?:,|\{,\})\d+(?:\.\d{3})*`)
	pointGroups   = regexp.MustCompile(`^[1-9]\d{0,2}(?:\.\d{3})+`)
	wideNumber    = regexp.MustCompile(`^[０-９]+(?:．[０-９]+)?`)
	exponentMark  = regexp.MustCompile(`^[eE][+\-−–]?\d{1,9}`)
	endingPoint   = regexp.MustCompile(`^\d+\.[\s\]]`)
	breakArgument = regexp.MustCompile(`^\s*\[\s*-?[\d.]+\s*(?:pt|em|ex|mm|cm|in)\s*\]`)
	groupingMarks = strings.NewReplacer(",", "", "{", "", "}", "", `\`, "", "'", "", "’", "", "\u202f", "", "\u2009", "", "\u00a0", "")
)

var narrow = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9", "．", ".")

// number reads a literal at the lexer's place: where it ends, and its text with a point and no grouping. end is 0 where
// no literal stands here.
func (l *lexer) number() (end int, text string) {
	rest := l.src[l.at:]
	if wide := wideNumber.FindString(rest); wide != "" && l.reader.Dialect != Own { // ０．５ of East Asian text
		return l.at + len(wide), narrow.Replace(wide)
	}
	if rest[0] != '.' && (rest[0] < '0' || rest[0] > '9') {
		return 0, ""
	}
	raw := plainNumber.FindString(rest)
	if raw == "" {
		return 0, ""
	}
	text = raw
	if l.reader.Dialect != Own {
		raw, text = l.grouped(rest, raw)
	}
	end = l.at + len(raw)
	if e := exponentMark.FindString(l.src[end:]); e != "" && (l.reader.Dialect != Own || !strings.HasPrefix(l.src[end+len(e):], "_")) {
		text += "e" + strings.TrimPrefix(strings.NewReplacer("−", "-", "–", "-").Replace(e[1:]), "+")
		end += len(e)
	}
	return end, text
}

// grouped reads a number as people write it, with marks of grouping and a comma for a point.
func (l *lexer) grouped(rest, plain string) (raw, text string) {
	decimal := func(raw string) (string, string) {
		whole, fraction, _ := strings.Cut(strings.NewReplacer("{", "", "}", "").Replace(raw), ",")
		return raw, groupingMarks.Replace(strings.ReplaceAll(whole, ".", "")) + "." + strings.ReplaceAll(fraction, ".", "")
	}
	if c := bracedComma.FindStringSubmatch(rest); c != nil && (len(c[2]) != 3 || strings.Contains(c[1], ".")) {
		return decimal(c[0])
	}
	if l.reader.DecimalComma {
		if c := commaNumber.FindString(rest); c != "" && !l.inList(c) {
			return decimal(c)
		}
		if g := pointGroups.FindString(rest); g != "" && !digitAt(rest, len(g)) {
			return g, strings.ReplaceAll(g, ".", "")
		}
	}
	if g := groupedNumber.FindString(rest); len(g) > len(plain) && !l.inList(g) && !digitAt(rest, len(g)) {
		return g, groupingMarks.Replace(g)
	}
	if e := endingPoint.FindString(rest); e != "" && len(l.brackets) > 0 && l.brackets[len(l.brackets)-1] == '[' { // [1. 2.]
		return e[:len(e)-1], e[:len(e)-2]
	}
	return plain, plain
}

func digitAt(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

// listFunctions take any number of arguments.
var listFunctions = map[string]bool{"max": true, "min": true, "mean": true, "sum": true, "softmax": true, "diag": true}

// inList says whether a comma here parts the entries of a list rather than groups digits.
func (l *lexer) inList(number string) bool {
	if !strings.Contains(number, ",") || strings.Contains(number, "{,}") || len(l.brackets) == 0 {
		return false
	}
	switch l.brackets[len(l.brackets)-1] {
	case '[':
		return true
	case '(':
		// the brackets of a function, as in mean(100,200,300)
		for i := len(l.tokens) - 1; i > 0; i-- {
			if l.tokens[i].kind == tOp && l.tokens[i].text == "(" {
				before := l.tokens[i-1]
				if before.kind != tName && before.kind != tText && before.kind != tCommand || l.tokens[i].space && l.reader.Dialect == Plain {
					return false // brackets of their own
				}
				f, ok := functionAliases[strings.ToLower(before.text)]
				return !ok || listFunctions[f] // log(10,000) has one argument
			}
		}
	}
	return false
}
