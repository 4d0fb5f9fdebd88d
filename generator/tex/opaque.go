package tex

import (
	"strings"
	"unicode"
)

// eventFunctions are written with events or random variables in their brackets: P(A | B), E[X²], Var(X). The whole is one
// name.
var eventFunctions = wordSet(`P Pr p E H I D Var Cov Corr SD`)

// opaque makes one name of each P(T=83 | Yes): what stands in its brackets is no formula, even where it holds a relation.
// P(x) with a small letter or a number is left, as it may be a polynomial.
func (r Reader) opaque(tokens []token) []token {
	var out []token
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if t.kind == tCommand && t.text == "langle" {
			if name, end := mean(tokens, i); end > 0 {
				out = append(out, token{tName, name, t.start, tokens[end-1].end, t.space})
				i = end - 1
				continue
			}
		}
		if end := r.statistic(tokens, i); end > 0 {
			out = append(out, tokens[i:end]...)
			for tokens[end].text != ")" {
				end++
			}
			i = end
			continue
		}
		base := strings.TrimSpace(t.text)
		if (t.kind == tName || t.kind == tText) && eventFunctions[base] && !(r.Function != nil && r.Function(base)) {
			if end := eventEnd(tokens, i+1); end > 0 {
				name := base + "("
				for j := i + 2; j < end-1; j++ {
					if tokens[j].space && j > i+2 && tokens[j].kind == tName && tokens[j-1].kind == tName {
						name += " "
					}
					name += strings.TrimSpace(tokens[j].text)
				}
				out = append(out, token{tName, name + ")", t.start, tokens[end-1].end, t.space})
				i = end - 1
				continue
			}
		}
		out = append(out, t)
	}
	return out
}

// mean reads ⟨x⟩, a name of its own; a scalar product ⟨x, y⟩ is none.
func mean(tokens []token, i int) (name string, end int) {
	for j := i + 1; j < len(tokens) && j < i+8; j++ {
		switch t := tokens[j]; {
		case t.kind == tCommand && t.text == "rangle":
			return "⟨" + name + "⟩", j + 1
		case t.kind == tName, t.kind == tNumber, t.kind == tOp, t.kind == tSub, t.kind == tSuper:
			name += t.text
		default:
			return "", 0
		}
	}
	return "", 0
}

// eventEnd is the place behind the brackets that open at i, where they hold an event; 0 where they do not.
func eventEnd(tokens []token, i int) int {
	if i >= len(tokens) || tokens[i].kind != tOp || tokens[i].text != "(" && tokens[i].text != "[" || tokens[i].space {
		return 0
	}
	depth, event := 0, false
	for ; i < len(tokens); i++ {
		t := tokens[i]
		switch {
		case t.kind == tBreak || t.kind == tEnd:
			return 0
		case t.kind == tOp && (t.text == "(" || t.text == "["):
			depth++
		case t.kind == tOp && (t.text == ")" || t.text == "]"):
			if depth--; depth == 0 {
				if !event {
					return 0
				}
				return i + 1
			}
		case t.kind == tRelation, t.kind == tOp && t.text == "|", t.kind == tText:
			event = true
		case t.kind == tName:
			first := []rune(t.text)[0]
			event = event || unicode.IsUpper(first) || len([]rune(t.text)) > 1 && greek[t.text] == ""
		}
	}
	return 0
}
