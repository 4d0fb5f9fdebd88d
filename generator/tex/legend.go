package tex

import "strings"

// Plain text says in brackets what a formula is about. Behind a name on the left side, dL/dW (from t=3) = …, that is a label of
// the name; behind a computation, g ⊗ h   (h = [1, 2]), it is a legend that the next line does not go on with.

// labels reads the labels behind names on left sides, and those that stand for the labelled name on a right side:
// dL/dW (total) = (t=1) + (t=2).
func (r Reader) labels(tokens []token) []token {
	if r.Dialect != Plain {
		return tokens
	}
	var out []token
	from := 0 // where the statement begins in out
	right := false
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		switch {
		case t.kind == tBreak:
			if i+1 < len(tokens) && tokens[i+1].kind == tRelation {
				break // the statement goes on
			}
			from, right = len(out)+1, false
		case t.kind == tRelation:
			right = true
		case t.kind == tSeparator && t.text != ",":
			from, right = len(out)+1, false
		case t.kind == tOp && t.text == "(" && t.space:
			end, relation := labelEnd(tokens, i)
			if end == 0 {
				break
			}
			next := tokens[min(end, len(tokens)-1)]
			label := labelText(tokens[i+1 : end-1])
			switch {
			case !right && from < len(out) && next.kind == tRelation && next.text != "<" && isNameOnly(out[from:]):
				if relation {
					out = append(out, token{tLabel, label, t.start, tokens[end-1].end, true})
					i = end - 1
					continue
				}
				if r.areWords(tokens[i+1 : end-1]) {
					i = end - 1
					continue
				}
			case right && relation && isSummand(out) && (end >= len(tokens) || next.kind == tBreak || next.kind == tEnd || next.kind == tRelation || next.text == "+" || next.text == "-"):
				if out[len(out)-1].kind == tRelation && next.text != "+" && next.text != "-" {
					break // (x = 1) alone is a remark
				}
				out = append(out, token{tText, "(" + label + ")", t.start, tokens[end-1].end, true})
				i = end - 1
				continue
			}
		}
		out = append(out, t)
	}
	return out
}

// labelEnd is the place behind the bracket that opens at i, where it closes in its line and holds words; relation says
// whether it holds one.
func labelEnd(tokens []token, i int) (end int, relation bool) {
	word := false
	for j := i + 1; j < len(tokens) && j < i+12; j++ {
		t := tokens[j]
		switch {
		case t.kind == tBreak, t.kind == tOp && (t.text == "(" || t.text == "["):
			return 0, false
		case t.kind == tRelation:
			relation = true
		case t.kind == tName:
			word = true
		case t.kind == tOp && t.text == ")":
			if !word {
				return 0, false
			}
			return j + 1, relation
		}
	}
	return 0, false
}

func labelText(tokens []token) string {
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 && t.space && t.kind != tRelation && tokens[i-1].kind != tRelation {
			b.WriteByte(' ')
		}
		b.WriteString(t.text)
	}
	return b.String()
}

// isNameOnly says whether tokens are one name, perhaps a derivative.
func isNameOnly(tokens []token) bool {
	for i, t := range tokens {
		switch t.kind {
		case tName, tNumber, tSub, tSuper, tCommand:
			if i > 0 && t.space && t.kind == tName {
				return false
			}
		case tOp:
			if t.text != "_" && t.text != "/" && t.text != "'" && t.text != "^" {
				return false
			}
		default:
			return false
		}
	}
	return len(tokens) > 0 && (tokens[0].kind == tName || tokens[0].kind == tCommand)
}

// areWords says whether tokens are words of prose, which no name of the article stands among.
func (r Reader) areWords(tokens []token) bool {
	for _, t := range tokens {
		if t.kind != tName || len([]rune(t.text)) == 1 || r.Symbol != nil && r.Symbol(t.text) {
			return false
		}
	}
	return true
}

// isSummand says whether an operand may follow.
func isSummand(tokens []token) bool {
	if len(tokens) == 0 {
		return false
	}
	t := tokens[len(tokens)-1]
	return t.kind == tRelation || t.kind == tOp && (t.text == "+" || t.text == "-")
}

// legends moves what stands in brackets at the end of a line and holds an equation before the statement that the next line
// goes on with.
func (r Reader) legends(tokens []token) []token {
	if r.Dialect != Plain {
		return tokens
	}
	for i := 1; i < len(tokens); i++ {
		if tokens[i].kind != tOp || tokens[i].text != "(" || !tokens[i].space {
			continue
		}
		close, relation := closingBracket(tokens, i)
		if close == 0 || !relation || close+2 >= len(tokens) || tokens[close+1].kind != tBreak || tokens[close+2].kind != tRelation {
			continue
		}
		from := i
		for from > 0 && !(tokens[from-1].kind == tBreak && tokens[from].kind != tRelation) {
			from--
		}
		moved := append([]token(nil), tokens[:from]...)
		moved = append(moved, tokens[i:close+1]...)
		moved = append(moved, tokens[close+1]) // the break
		moved = append(moved, tokens[from:i]...)
		tokens = append(moved, tokens[close+1:]...)
		i = close + 1
	}
	return tokens
}

// closingBracket is the place of the bracket that closes the one at i in its line, or 0.
func closingBracket(tokens []token, i int) (close int, relation bool) {
	depth := 0
	for j := i; j < len(tokens); j++ {
		t := tokens[j]
		switch {
		case t.kind == tBreak:
			return 0, false
		case t.kind == tRelation:
			relation = true
		case t.kind == tOp && (t.text == "(" || t.text == "["):
			depth++
		case t.kind == tOp && (t.text == ")" || t.text == "]"):
			if depth--; depth == 0 {
				return j, relation
			}
		}
	}
	return 0, false
}
