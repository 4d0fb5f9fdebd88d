package tex

import (
	"strings"

	"longhand/generator/formula"
)

// call reads the arguments of a function, whose name has been read. A power between the two, as in sin² x, is one of the
// value.
func (p *parser) call(name string) (formula.Expr, *SyntaxError) {
	var power, base formula.Expr
	for {
		switch {
		case p.isOp("^") && power == nil && name != "exp":
			p.at++
			e, err := p.exponent()
			if err != nil {
				return nil, err
			}
			power = e
			continue
		case p.peek().kind == tSuper && power == nil:
			e, ok := p.superscript(p.peek())
			if !ok {
				return nil, p.fail("the exponent %s is not understood", p.peek().text)
			}
			p.at++
			power = e
			continue
		case p.isOp("'"):
			p.at++
			name += "'"
			continue
		case p.isOp("_") && name == "log":
			p.at++
			e, err := p.argument()
			if err != nil {
				return nil, err
			}
			base = e
			continue
		case p.peek().kind == tSub && name == "log":
			base = p.number(Literal{Text: p.peek().text, Start: p.peek().start, End: p.peek().end, Implied: true})
			p.at++
			continue
		}
		break
	}
	if inverse := "arc" + name; p.Dialect != Own && p.isMinusOne(power) && functionAliases[inverse] != "" {
		name, power = inverse, nil // sin⁻¹
	}
	before := p.degrees
	p.degrees = false
	args, err := p.arguments(name)
	if err != nil {
		return nil, err
	}
	if p.degrees && (name == "sin" || name == "cos" || name == "tan") {
		args[0] = formula.Binary{Op: formula.Mul, X: args[0], Y: formula.Binary{Op: formula.Div, X: formula.Symbol{Name: "pi"}, Y: p.implied("180")}}
	}
	p.degrees = before
	var x formula.Expr = formula.Call{Func: name, Args: args}
	switch {
	case base != nil:
		x = formula.Binary{Op: formula.Div, X: ln(args[0]), Y: ln(base)}
	case name == "lg":
		x = formula.Binary{Op: formula.Div, X: ln(args[0]), Y: ln(p.implied("10"))}
	}
	if power != nil {
		x = attach(x, power)
	}
	return x, nil
}

// isMinusOne says whether an exponent is −1.
func (p *parser) isMinusOne(power formula.Expr) bool {
	u, ok := power.(formula.Unary)
	if !ok || u.Op != formula.Neg {
		return false
	}
	n, ok := u.X.(formula.Number)
	return ok && p.literals[atoi(n.Text[1:])].Text == "1"
}

func ln(x formula.Expr) formula.Expr { return formula.Call{Func: "ln", Args: []formula.Expr{x}} }

// arguments reads a list in brackets, or one factor without brackets.
func (p *parser) arguments(name string) ([]formula.Expr, *SyntaxError) {
	t := p.peek()
	if t.kind != tOp || t.text != "(" && t.text != "[" && t.text != "{" {
		if p.Dialect == Plain && t.kind != tNumber && !(t.kind == tName && len(t.text) <= 2) && !p.isOp("-") {
			return nil, p.fail("the argument of %s is missing", name)
		}
		x, err := p.operand(precPower)
		return []formula.Expr{x}, err
	}
	if t.text == "[" && (name == "softmax" || name == "max" || name == "min" || name == "mean" || name == "sum" || name == "diag" || name == "det") {
		x, err := p.list()
		return []formula.Expr{x}, err
	}
	close := map[string]string{"(": ")", "[": "]", "{": "}"}[t.text]
	p.at++
	if p.Dialect == Own && t.text == "{" && name != "exp" && name != "sqrt" {
		return nil, failAt(t.start, "the argument of %s is missing", name)
	}
	var args []formula.Expr
	for {
		x, err := p.expression(precSum)
		if err != nil {
			return nil, err
		}
		args = append(args, x)
		if p.peek().kind == tSeparator && strings.ContainsAny(p.peek().text, ",;") {
			p.at++
			continue
		}
		if p.accept(close) {
			return args, nil
		}
		if p.Dialect != Own && p.skipTrailing(close) {
			return args, nil
		}
		return nil, p.fail("%q is missing before %s", close, p.describe())
	}
}
