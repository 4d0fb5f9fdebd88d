package tex

import "longhand/generator/formula"

// Derivative is the function that stands for the derivative of a formula in brackets by a name: \frac{\partial}{\partial w}(w^2 x) and
// \frac{\partial (y - t)^2}{\partial y}. Its arguments are the two. No file of problems has it.
const Derivative = "derivative"

// operatorDerivative reads the two groups of a fraction as a derivative of what stands in brackets in the numerator or behind
// the fraction, or says that they are none and leaves them unread.
func (p *parser) operatorDerivative() (formula.Expr, bool) {
	if p.Dialect == Own {
		return nil, false
	}
	at, literals, tokens := p.at, len(p.literals), p.tokens
	d, ok := p.derived()
	if !ok {
		p.at, p.literals, p.tokens = at, p.literals[:literals], tokens
	}
	return d, ok
}

func (p *parser) derived() (formula.Expr, bool) {
	if !p.accept("{") || p.peek().text != "partial" && (p.peek().text != "d" || p.known("d")) {
		return nil, false
	}
	p.at++
	var body formula.Expr
	if !p.isOp("}") {
		if !p.opensBracket() {
			return nil, false
		}
		e, err := p.expression(precSum)
		if err != nil {
			return nil, false
		}
		body = e
	}
	if !p.accept("}") {
		return nil, false
	}
	name, index, ok := p.differential()
	if !ok {
		return nil, false
	}
	if body == nil {
		if !p.opensBracket() {
			return nil, false
		}
		e, err := p.factor()
		if err != nil {
			return nil, false
		}
		body = e
	}
	return formula.Call{Func: Derivative, Args: []formula.Expr{body, entry(name, index)}}, true
}

// opensBracket says whether a bracket opens here, perhaps in braces.
func (p *parser) opensBracket() bool {
	i := p.at
	for p.tok(i).text == "{" {
		i++
	}
	t := p.tok(i)
	return t.kind == tOp && (t.text == "(" || t.text == "[")
}
