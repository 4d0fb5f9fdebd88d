package tex

import (
	"strings"

	"longhand/generator/formula"
)

// label takes what stands without a blank before a relation as one name, where it is no formula: SE(b₁) = …. It must begin
// with a word and hold brackets.
func (r Reader) label(tokens []token) (Term, bool) {
	start := len(tokens) - 1
	for start > 0 && !tokens[start].space && tokens[start-1].kind != tBreak {
		start--
	}
	run := tokens[max(start, 0):]
	if r.Dialect != Plain || len(run) < 4 || len(run) > maxLabel || run[0].kind != tName || run[len(run)-1].text != ")" && run[len(run)-1].text != "]" {
		return Term{}, false
	}
	name, bracketed := "", false
	for _, t := range run {
		switch {
		case t.kind == tOp && (t.text == "(" || t.text == "["):
			bracketed = true
		case t.kind != tName && t.kind != tNumber && t.kind != tSub && t.kind != tSuper && t.kind != tSeparator && !(t.kind == tOp && (t.text == ")" || t.text == "]" || t.text == "_" || t.text == "-")):
			return Term{}, false
		}
		name += t.text
	}
	if !bracketed || r.parser(run).isFunctionName(run[0].text) {
		return Term{}, false
	}
	return Term{Expr: formula.Symbol{Name: name}, Start: run[0].start, End: run[len(run)-1].end}, true
}

// maxLabel bounds how many pieces a label has.
const maxLabel = 12

// bracketLabels takes the labels in brackets behind words that the article uses so into their names: output(h1) is output_h1.
func (r Reader) bracketLabels(tokens []token) []token {
	if r.Labelled == nil {
		return tokens
	}
	var out []token
	for i := 0; i < len(tokens); i++ {
		out = append(out, tokens[i])
		if tokens[i].kind != tName && tokens[i].kind != tText || i+3 >= len(tokens) || tokens[i+1].text != "(" || tokens[i+1].space {
			continue
		}
		label, end := "", i+2
		for ; end < len(tokens) && end < i+6 && tokens[end].text != ")"; end++ {
			label += tokens[end].text
		}
		if end < len(tokens) && tokens[end].text == ")" && r.Labelled(strings.TrimSpace(tokens[i].text)+"("+label+")") {
			out = append(out, token{tLabel, strings.Replace(label, "_", "", 1), tokens[i+1].start, tokens[end].end, false})
			i = end
		}
	}
	return out
}
