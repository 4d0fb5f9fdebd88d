package tex

import "longhand/generator/formula"

// dressed reads a result that a command nobody knows shows in a frame or a colour, = \result{0.172}: a number, perhaps behind a word,
// and nothing else stands on its side of the relation.
func (p *parser) dressed() (formula.Expr, bool) {
	from := p.at + 1
	if p.Dialect != TeX || !p.behind || p.left || changesNumber[p.peek().text] || p.tok(from).text != "{" {
		return nil, false
	}
	if p.tok(from+1).kind == tName && p.tok(from+2).text == "}" && p.tok(from+3).text == "{" { // \paint{red}{0.172}
		from += 3
	}
	q := *p
	q.at, q.literals = from, p.literals[:len(p.literals):len(p.literals)]
	x, err := q.group("{", "}")
	if err != nil || !isSignedNumber(x) || !q.endsUnit(q.at) {
		return nil, false
	}
	*p = q
	return x, true
}

func isSignedNumber(e formula.Expr) bool {
	if u, ok := e.(formula.Unary); ok {
		e = u.X
	}
	_, ok := e.(formula.Number)
	return ok
}

// changesNumber are commands behind which a number is not what they stand for.
var changesNumber = wordSet(`floor ceil round trunc abs norm sec csc cot arccot arsinh arcosh artanh sinc Re Im int prod lim inf sup not`)
