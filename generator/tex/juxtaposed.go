package tex

import "strings"

// isRemark says whether a text is made of words.
func isRemark(text string) bool {
	words := strings.Fields(text)
	for _, w := range words {
		if !isWord(strings.Trim(w, ".,;:!?()")) {
			return false
		}
	}
	return len(words) > 0
}

// unitsFollow says whether nothing but units stands behind a number, as in 9.81 m s⁻².
func (p *parser) unitsFollow() bool {
	t := p.peek()
	if p.Dialect != Plain || t.kind != tName || !t.space || p.at == 0 {
		return false
	}
	before := p.tokens[p.at-1].kind
	return (before == tNumber || before == tSuper) && p.trailing()
}

// startsFactor says whether a factor may stand here without a sign of multiplication before it.
func (p *parser) startsFactor() bool {
	t := p.peek()
	switch t.kind {
	case tName:
		if p.Dialect == Plain {
			if !p.isAtomName(p.at) {
				return false
			}
			return !t.space || p.known(t.text) || p.isFunctionName(t.text)
		}
		return true
	case tText:
		if p.Dialect == Own {
			return true
		}
		if next := p.tok(p.at + 1); t.text == "e" && (next.kind == tSuper || next.text == "^") {
			return true
		}
		// Behind a number \text holds a unit or a remark.
		before := p.tokens[max(p.at-1, 0)]
		return p.known(t.text) && before.kind != tNumber || p.isFunctionName(t.text) && p.tok(p.at+1).text == "("
	case tNumber:
		before := p.tokens[max(p.at-1, 0)]
		if strings.HasPrefix(before.text, "end:") || before.kind == tName && before.text == "pi" && p.Dialect != Own && p.at > 0 { // π10²
			return true
		}
		return p.Dialect != Own && (before.text == ")" || before.text == "]" || p.Dialect == TeX && (before.text == "}" || before.text == "!"))
	case tCommand:
		if strings.HasPrefix(t.text, "begin:") {
			return matrices[strings.TrimPrefix(t.text, "begin:")]
		}
		if strings.HasPrefix(t.text, functionCommand) || t.text == "lvert" {
			return true
		}
		_, fraction := runeFraction(t.text)
		return fraction || factorCommands[t.text] || fractionCommands[t.text] || wrappers[t.text] || coloured[t.text] ||
			braced[t.text] || accentCommands[t.text] != "" || functionAliases[t.text] != ""
	case tOp:
		switch t.text {
		case "(":
			return !p.isRemark(p.at) && (p.Dialect != Plain || p.bracketedWords() == 0 && !p.isLabel() && !p.isAside())
		case "[", "{":
			return true
		case "|":
			return p.bars == 0 && p.Dialect == TeX
		}
	}
	return false
}

// isRemark says whether a bracket holds text alone, as in 0.6225 (\text{probability}).
func (p *parser) isRemark(i int) bool {
	t := p.tok(i + 1)
	return p.Dialect == TeX && p.tok(i).text == "(" && t.kind == tText && !p.known(strings.TrimSpace(t.text)) && p.tok(i+2).text == ")"
}

// isLabel says whether a bracket apart from the number before it holds nothing but letters that the article gives no value,
// as in 2.0 (A-B).
func (p *parser) isLabel() bool {
	if !p.peek().space || p.at == 0 || p.tokens[p.at-1].kind != tNumber {
		return false
	}
	for i := p.at + 1; i < len(p.tokens); i++ {
		switch t := p.tokens[i]; {
		case t.kind == tOp && t.text == ")":
			return i > p.at+1
		case t.kind == tName && !p.known(t.text), t.kind == tOp && t.text == "-", t.kind == tSeparator:
		default:
			return false
		}
	}
	return false
}

var factorCommands = wordSet(`sqrt sum det binom dbinom tbinom partial nabla color operatorname ell infty mathds hbar cdots ldots dots vdots ddots`)
