package tex

import (
	"regexp"
	"strings"
)

// Digits with a point, with their marks of grouping: 9,909,219 and 9{,}909 and 10\,000 are one number each.
var (
	plainNumber   = regexp.MustCompile(`^(?:\d+(?:\.\d+)?|\.\d+)`)
	groupedNumber = regexp.MustCompile(`^\d{1,3}(?:(?:,|\{,\}|\\,|\x{202f}|\x{2009}|\x{00a0})\d{3})+(?:\.\d+)?`)
	commaNumber   = regexp.MustCompile(`^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,|\{,\})\d+(?:\.\d{3})*`)
	exponentMark  = regexp.MustCompile(`^[eE][+\-−–]?\d{1,9}`)
	breakArgument = regexp.MustCompile(`^\s*\[\s*-?[\d.]+\s*(?:pt|em|ex|mm|cm|in)\s*\]`)
)

// number reads a literal at the lexer's place: where it ends, and its text with a point and no grouping. end is 0 where
// no literal stands here.
func (l *lexer) number() (end int, text string) {
	rest := l.src[l.at:]
	if rest[0] != '.' && (rest[0] < '0' || rest[0] > '9') {
		return 0, ""
	}
	raw := plainNumber.FindString(rest)
	if raw == "" {
		return 0, ""
	}
	text = raw
	if g := groupedNumber.FindString(rest); l.reader.Dialect != Own && len(g) > len(raw) && !l.inList(g) && !digitAt(rest, len(g)) {
		raw = g
		text = strings.NewReplacer(",", "", "{", "", "}", "", `\`, "", "\u202f", "", "\u2009", "", "\u00a0", "").Replace(g)
	}
	if l.reader.DecimalComma {
		if c := commaNumber.FindString(rest); c != "" && !l.inList(c) {
			raw = c
			whole, fraction, _ := strings.Cut(strings.NewReplacer("{", "", "}", "").Replace(c), ",")
			text = strings.ReplaceAll(whole, ".", "") + "." + strings.ReplaceAll(fraction, ".", "")
		}
	}
	end = l.at + len(raw)
	if e := exponentMark.FindString(l.src[end:]); e != "" && (l.reader.Dialect != Own || !strings.HasPrefix(l.src[end+len(e):], "_")) {
		text += "e" + strings.TrimPrefix(strings.NewReplacer("−", "-", "–", "-").Replace(e[1:]), "+")
		end += len(e)
	}
	return end, text
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
				if before.kind != tName && before.kind != tText && before.kind != tCommand {
					return false
				}
				f, ok := functionAliases[strings.ToLower(before.text)]
				return !ok || listFunctions[f] // log(10,000) has one argument
			}
		}
	}
	return false
}
