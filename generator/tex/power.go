package tex

import "longhand/generator/formula"

// powerAlone reads a power of ten that is all that stands behind a relation as the number that it is, 0.001 = 10^{-3}.
func (r Reader) powerAlone(tokens []token) (Term, bool) {
	for len(tokens) > 3 && tokens[0].kind == tCommand && wrappers[tokens[0].text] && tokens[1].text == "{" && tokens[len(tokens)-1].text == "}" {
		tokens = tokens[2 : len(tokens)-1]
	}
	at := 0
	if len(tokens) > 0 && tokens[0].kind == tOp && tokens[0].text == "-" {
		at = 1
	}
	if r.Dialect == Own || r.left || len(tokens) < at+2 || tokens[at].kind != tNumber || tokens[at].text != "10" || tokens[at+1].kind != tSuper && tokens[at+1].text != "^" {
		return Term{}, false
	}
	start := tokens[at].start
	whole := append(append([]token{}, tokens[:at]...), token{tNumber, "1", start, start, tokens[at].space}, token{tOp, "×", start, start, false})
	t := r.term(append(whole, tokens[at:]...))
	e := t.Expr
	if u, ok := e.(formula.Unary); ok {
		e = u.X
	}
	_, ok := e.(formula.Number)
	return t, ok && t.Err == nil
}
