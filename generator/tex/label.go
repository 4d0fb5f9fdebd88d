package tex

import "longhand/generator/formula"

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
