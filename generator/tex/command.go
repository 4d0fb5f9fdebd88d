package tex

import (
	"strings"

	"longhand/generator/formula"
)

// command reads what a control sequence begins.
func (p *parser) command() (formula.Expr, *SyntaxError) {
	t := p.peek()
	if half, ok := runeFraction(t.text); ok {
		p.at++
		l := func(s string) formula.Expr {
			return p.number(Literal{Text: s, Start: t.start, End: t.end, Implied: true})
		}
		return formula.Binary{Op: formula.Div, X: l(half[0]), Y: l(half[1])}, nil
	}
	switch {
	case fractionCommands[t.text]:
		return p.fraction()
	case wrappers[t.text]:
		return p.wrapped()
	case coloured[t.text]:
		p.at++
		p.skipGroup()
		return p.argument()
	case braced[t.text]:
		p.at++
		x, err := p.argument()
		for err == nil && (p.isOp("_") || p.isOp("^")) {
			p.at++
			p.skipGroup()
		}
		return x, err
	case accentCommands[t.text] != "":
		return p.word()
	case functionAliases[t.text] != "" && t.text != "sum" && t.text != "sqrt":
		p.at++
		return p.call(functionAliases[t.text])
	case strings.HasPrefix(t.text, functionCommand):
		p.at++
		return p.call(strings.TrimPrefix(t.text, functionCommand))
	case t.text == "lvert":
		p.at++
		x, err := p.expression(precSum)
		if err != nil {
			return nil, err
		}
		if p.peek().text != "rvert" {
			return nil, failAt(t.start, `\lvert is not closed`)
		}
		p.at++
		return formula.Call{Func: "abs", Args: []formula.Expr{x}}, nil
	case strings.HasPrefix(t.text, "begin:"):
		env := strings.TrimPrefix(t.text, "begin:")
		if matrices[env] {
			p.at++
			x, err := p.matrix(env)
			if env == "vmatrix" && err == nil {
				x = formula.Call{Func: "det", Args: []formula.Expr{x}}
			}
			return x, err
		}
		return nil, p.fail("the environment %s is not read", env)
	}
	switch t.text {
	case "color":
		p.at++
		p.skipGroup()
		return p.factor()
	case "sqrt":
		return p.root()
	case "sum":
		return p.sum()
	case "partial":
		return p.inlineDerivative()
	case "det":
		p.at++
		return p.call("det")
	case "binom", "dbinom", "tbinom":
		p.at++
		return p.binomial()
	case "ell", "nabla", "hbar", "infty":
		p.wordAt = t.start
		p.at++
		return p.scripted(t.text)
	case "cdots", "ldots", "dots", "vdots", "ddots":
		p.at++
		return formula.Symbol{Name: ellipses[t.text]}, nil
	}
	if x, ok := p.dressed(); ok {
		return x, nil
	}
	return nil, p.fail("%s is not understood", p.describe())
}

// skipGroup passes over one argument.
func (p *parser) skipGroup() {
	if !p.accept("{") {
		if p.peek().kind != tEnd {
			p.at++
		}
		return
	}
	for depth := 1; depth > 0 && p.peek().kind != tEnd; p.at++ {
		if p.isOp("{") {
			depth++
		} else if p.isOp("}") {
			depth--
		}
	}
}

// wrapped reads \mathbf{…} and its like, which change nothing: around a single name the name goes on behind it.
func (p *parser) wrapped() (formula.Expr, *SyntaxError) {
	p.at++
	if p.isOp("[") && p.Dialect != Own { // \bbox[5px]{…}
		for !p.isOp("]") && p.peek().kind != tEnd {
			p.at++
		}
		p.at++
	}
	if (p.Dialect == Own || p.known(ones)) && p.isOp("{") && p.tok(p.at+1).text == "1" && p.tok(p.at+2).text == "}" {
		p.at += 3
		return p.named(ones)
	}
	if p.isOp("{") && p.tok(p.at+1).kind == tName && p.tok(p.at+2).text == "}" {
		name := p.tok(p.at + 1).text
		p.at += 3
		return p.named(name)
	}
	return p.argument()
}

// fraction reads \frac and its like, of derivatives too.
func (p *parser) fraction() (formula.Expr, *SyntaxError) {
	p.at++
	if d, ok := p.derivative(); ok {
		return p.marked(d), nil
	}
	if d, ok := p.operatorDerivative(); ok {
		return d, nil
	}
	x, err := p.argument()
	if err != nil {
		return nil, err
	}
	y, err := p.argument()
	if err != nil {
		return nil, err
	}
	return formula.Binary{Op: formula.Div, X: x, Y: y}, nil
}

// root reads a square root, or with [n] another one.
func (p *parser) root() (formula.Expr, *SyntaxError) {
	p.at++
	if p.isOp("[") && p.rootIndex() {
		p.at++
		n, err := p.expression(precSum)
		if err != nil {
			return nil, err
		}
		if !p.accept("]") {
			return nil, p.fail(`"]" is missing before %s`, p.describe())
		}
		x, err := p.argument()
		if err != nil {
			return nil, err
		}
		return formula.Binary{Op: formula.Pow, X: x, Y: formula.Binary{Op: formula.Div, X: p.implied("1"), Y: n}}, nil
	}
	var x formula.Expr
	var err *SyntaxError
	if p.isOp("{") || p.Dialect == Own {
		x, err = p.argument()
	} else {
		x, err = p.atom()
	}
	return formula.Call{Func: "sqrt", Args: []formula.Expr{x}}, err
}

// rootIndex says whether the bracket behind a root's sign holds which root it is, and not what the root is taken of.
func (p *parser) rootIndex() bool {
	depth := 0
	for i := p.at; i < len(p.tokens); i++ {
		switch t := p.tokens[i]; {
		case t.kind == tOp && t.text == "[":
			depth++
		case t.kind == tOp && t.text == "]":
			if depth--; depth == 0 {
				next := p.tok(i + 1)
				return next.kind == tOp && (next.text == "{" || next.text == "(") || !next.space && (next.kind == tNumber || next.kind == tName)
			}
		}
	}
	return true
}

// binomial reads \binom{n}{k}.
func (p *parser) binomial() (formula.Expr, *SyntaxError) {
	n, err := p.argument()
	if err != nil {
		return nil, err
	}
	k, err := p.argument()
	return formula.Call{Func: "binom", Args: []formula.Expr{n, k}}, err
}
