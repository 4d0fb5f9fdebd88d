package tex

import "strings"

// remarks takes away what stands in brackets behind a formula and is no part of it: 4 × 12 (all four of them) = 48, and
// 0.0123 (3 significant figures).
func (r Reader) remarks(tokens []token) []token {
	var out []token
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if t.kind == tOp && t.text == "(" && t.space && i > 0 && endsOperand(tokens[i-1]) {
			if close, relation := closingBracket(tokens[:min(len(tokens), i+maxRemark)], i); close > 0 && !relation && endsSide(tokens, close+1) && r.isSaid(tokens[i+1:close]) {
				i = close
				continue
			}
		}
		out = append(out, t)
	}
	return out
}

// maxRemark bounds how many pieces a remark has.
const maxRemark = 60

// endsOperand says whether an operand may end with a token.
func endsOperand(t token) bool {
	switch t.kind {
	case tNumber, tName, tSuper, tSub, tPercent, tText:
		return true
	case tOp:
		return strings.Contains(")]}!", t.text)
	}
	return false
}

// endsSide says whether the side of an equation ends before the token at i.
func endsSide(tokens []token, i int) bool {
	if i >= len(tokens) {
		return true
	}
	switch t := tokens[i]; t.kind {
	case tRelation, tBreak, tSeparator, tEnd:
		return true
	case tOther:
		return t.text == "."
	}
	return false
}

// rounding are the words that say how a result was rounded.
var rounding = wordSet(`sf dp sigfig sigfigs figures figs digits decimals places significant s.f d.p`)

// isSaid says whether tokens are words rather than a formula: two that no name of the article is, or one of rounding.
func (r Reader) isSaid(tokens []token) bool {
	words, script := 0, 0 // how many brackets of scripts are open: Y_{\text{new},k}
	for i, t := range tokens {
		if script > 0 || t.text == "{" && i > 0 && (tokens[i-1].text == "_" || tokens[i-1].text == "^") {
			switch t.text {
			case "{":
				script++
			case "}":
				script--
			}
			continue
		}
		switch {
		case t.kind == tText && i > 0 && tokens[i-1].kind == tNumber && rounding[strings.Trim(strings.SplitN(strings.TrimSpace(t.text), " ", 2)[0], ".,")]:
			return true
		case t.kind == tText && isRemark(t.text) && (r.Symbol == nil || !r.Symbol(strings.TrimSpace(t.text))):
			words += len(strings.Fields(t.text))
		case t.kind == tName && r.Dialect == Plain:
			switch known := r.Symbol != nil && r.Symbol(t.text); {
			case rounding[t.text] && i > 0 && tokens[i-1].kind == tNumber:
				return true
			case known || NamesFunction(t.text) && i+1 < len(tokens) && tokens[i+1].text == "(":
				return false
			case len([]rune(t.text)) > 2 && greek[t.text] == "" && strings.Trim(t.text, "0123456789") == t.text && (i == 0 || t.space):
				words++
			}
		}
	}
	return words > 1
}
