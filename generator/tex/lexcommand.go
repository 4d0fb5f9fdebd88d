package tex

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// functionCommand begins the text of a command that names a function of functionTeX.
const functionCommand = "function:"

// byRows is what stands behind softmax where it acts on every row of a matrix.
var byRows = regexp.MustCompile(`^\s*_\s*(?:\{\s*rows?\s*\}|\{\s*\\(?:text|mathrm|textrm|mathit)\s*\{\s*rows?\s*\}\s*\}|\\(?:text|mathrm|textrm|mathit)\s*\{\s*rows?\s*\})`)

var opensBracket = regexp.MustCompile(`^\s*(?:\\(?:left|[bB]ig{1,2}l?))?\s*\(`)

// command reads a control sequence and settles what it is, as the tables of commands.go say.
func (l *lexer) command(space bool) bool {
	i := l.at + 1
	if i >= len(l.src) {
		return l.add(tOther, `\`, i, space)
	}
	r, n := utf8.DecodeRuneInString(l.src[i:])
	end := i + n
	if r < 128 && unicode.IsLetter(r) {
		for end < len(l.src) && (l.src[end] >= 'a' && l.src[end] <= 'z' || l.src[end] >= 'A' && l.src[end] <= 'Z') {
			end++
		}
	}
	name := l.src[i:end]
	if other, ok := otherNames[name]; ok && l.reader.Dialect != Own {
		name = other
	}
	if name == " " || name == "\n" || name == "\t" {
		return l.add(tCommand, " ", end, space)
	}
	if strings.HasPrefix(l.src[end:], "*") && (name == "operatorname" || name == "tag" || name == "\\") {
		end++
	}
	if ignoredCommands[name] {
		l.at = end
		if r, _ := utf8.DecodeRuneInString(l.src[end:]); sizing[name] && r == '.' {
			l.at++
		}
		return true
	}
	if skippedWithArgument[name] {
		if close := closingBrace(l.src, end); close > 0 {
			end = close
		}
		l.at = end
		return true
	}
	if textCommands[name] {
		if close := closingBrace(l.src, end); close > 0 {
			open := strings.IndexByte(l.src[end:], '{')
			if m := byRows.FindString(l.src[close:]); m != "" && l.src[end+open+1:close-1] == "softmax" && opensBracket.MatchString(l.src[close+len(m):]) {
				return l.add(tCommand, functionCommand+"rowsoftmax", close+len(m), space)
			}
			if f, ok := operatorNames[l.src[end+open+1:close-1]]; ok && name == "operatorname" && opensBracket.MatchString(l.src[close:]) {
				return l.add(tCommand, functionCommand+f, close, space)
			}
			return l.add(tText, l.src[end+open+1:close-1], close, space)
		}
	}
	if l.quantity(name, end, space) {
		return true
	}
	if rel, ok := commandRelations[name]; ok {
		return l.add(tRelation, rel, end, space)
	}
	switch name {
	case `\`, "cr", "newline", "tabularnewline":
		if m := breakArgument.FindString(l.src[end:]); m != "" {
			end += len(m)
		}
		return l.add(tBreak, `\\`, end, space)
	case "quad", "qquad":
		return l.add(tSeparator, `\quad`, end, space)
	case "cdot", "times", "ast", "bullet":
		op := "*"
		if name == "times" {
			op = "×"
		}
		return l.add(tOp, op, end, space)
	case "div", "slash":
		return l.add(tOp, "/", end, space)
	case "odot", "circ", "circledast":
		return l.add(tHadamard, "⊙", end, space)
	case "otimes":
		if l.reader.Dialect != Own {
			return l.add(tHadamard, "⊗", end, space)
		}
	case "%":
		return l.add(tPercent, "%", end, space)
	case "prime":
		return l.add(tOp, "'", end, space)
	case "degree":
		return l.add(tDegree, "°", end, space)
	case "{", "lbrace":
		return l.add(tOp, "{", end, space)
	case "}", "rbrace":
		return l.add(tOp, "}", end, space)
	case "lvert", "rvert":
		if l.reader.Dialect == Own {
			return l.add(tCommand, name, end, space)
		}
		return l.add(tOp, "|", end, space)
	case "vert", "|", "lVert", "rVert", "Vert", "mid":
		return l.add(tOp, "|", end, space)
	case "lbrack":
		return l.add(tOp, "[", end, space)
	case "rbrack":
		return l.add(tOp, "]", end, space)
	case "begin", "end":
		if close := closingBrace(l.src, end); close > 0 {
			env := strings.TrimSpace(strings.Trim(strings.TrimSpace(l.src[end:close]), "{}"))
			end = close
			if name == "begin" && counted[strings.TrimSuffix(env, "*")] {
				if c := closingBrace(l.src, end); c > 0 {
					end = c
				}
			}
			return l.add(tCommand, name+":"+strings.TrimSuffix(env, "*"), end, space)
		}
	}
	if _, ok := greek[name]; ok {
		digits := end
		return l.add(tName, name, digits, space)
	}
	return l.add(tCommand, name, end, space)
}

// closingBrace gives the offset behind the group that starts at or behind from, or 0 where none does.
func closingBrace(s string, from int) int {
	i := from
	for i < len(s) && (s[i] == ' ' || s[i] == '\n' || s[i] == '\t' || s[i] == '\r') {
		i++
	}
	if i >= len(s) || s[i] != '{' {
		return 0
	}
	return GroupEnd(s, i)
}

// GroupEnd gives the offset behind the group in braces that opens at i, or 0 where it is not closed. A brace behind a backslash
// is none.
func GroupEnd(s string, i int) int {
	depth := 0
	for ; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}
