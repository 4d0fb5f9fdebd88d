package tex

import (
	"strings"

	"longhand/generator/formula"
)

// factor reads an atom and what is attached behind it: powers, transposes, indices.
func (p *parser) factor() (formula.Expr, *SyntaxError) {
	x, err := p.atom()
	if err != nil {
		return nil, err
	}
	return p.postfix(x)
}

func (p *parser) postfix(x formula.Expr) (formula.Expr, *SyntaxError) {
	for {
		t := p.peek()
		switch {
		case t.kind == tSuper:
			p.at++
			y, ok := p.superscript(t)
			if !ok {
				return nil, failAt(t.start, "the exponent %s is not understood", t.text)
			}
			x = attach(x, y)
		case p.isOp("^") && p.degreeAhead() > 0: // 23^\circ
			p.at += p.degreeAhead()
			p.inDegrees(x)
		case p.isOp("^"):
			p.at++
			y, err := p.exponent()
			if err != nil {
				return nil, err
			}
			x = attach(x, y)
		case p.isOp("_"):
			p.at++
			s, err := p.script()
			if err != nil {
				return nil, err
			}
			if s.sub != "" {
				return nil, failAt(t.start, "only a name can have the subscript %s", s.sub)
			}
			x = formula.Index{X: x, At: s.at}
		case t.kind == tDegree:
			p.at++
			p.inDegrees(x)
		case p.Powered != nil && t.kind == tNumber && (t.text == "2" || t.text == "3") && p.tok(p.at-1).text == ")":
			p.at++
			x = attach(x, p.number(Literal{Text: t.text, Start: t.start, End: t.end}))
		case p.isOp("!") && p.isFactorial():
			p.at++
			x = formula.Call{Func: "factorial", Args: []formula.Expr{x}}
		default:
			return x, nil
		}
	}
}

// degreeAhead is the number of tokens of an exponent that is the sign of degrees; 0 where it is none.
func (p *parser) degreeAhead() int {
	switch {
	case p.Dialect == Own:
		return 0
	case p.tok(p.at+1).kind == tHadamard:
		return 2
	case p.tok(p.at+1).text == "{" && p.tok(p.at+2).kind == tHadamard && p.tok(p.at+3).text == "}":
		return 4
	}
	return 0
}

// inDegrees notes that an angle in degrees was read.
func (p *parser) inDegrees(x formula.Expr) {
	p.degrees = true
	if n, ok := x.(formula.Number); ok && p.Dialect != Own {
		p.literals[atoi(n.Text[1:])].Unit = Unit{Name: "°"}
	}
}

// isFactorial says whether an exclamation mark behind a factor is part of the formula and not of the sentence.
func (p *parser) isFactorial() bool {
	if p.Dialect == Own || p.peek().space {
		return false
	}
	before := p.tok(p.at - 1)
	if before.kind == tNumber && strings.Trim(before.text, "0123456789") != "" {
		return false
	}
	switch next := p.tok(p.at + 1); next.kind {
	case tEnd:
		return p.Dialect == TeX && p.at == 1 || p.left
	case tOp:
		return next.text != "!" || p.Dialect == TeX
	}
	return p.Dialect == TeX
}

// transposeMark stands for an exponent that means a transpose.
var transposeMark = formula.Symbol{Name: "\x00T"}

func attach(x, exponent formula.Expr) formula.Expr {
	if exponent == formula.Expr(transposeMark) {
		return formula.Transpose{X: x}
	}
	return formula.Binary{Op: formula.Pow, X: x, Y: exponent}
}

// superscript reads the characters of a Unicode superscript.
func (p *parser) superscript(t token) (formula.Expr, bool) {
	if t.text == "T" {
		return transposeMark, true
	}
	inner := p.Reader.lex(t.text)
	q := p.Reader.parser(inner[:len(inner)-1])
	e, err := q.whole()
	if err != nil {
		return nil, false
	}
	// its literals stand where the superscript stands
	return formula.Rewrite(e, func(x formula.Expr) formula.Expr {
		if n, ok := x.(formula.Number); ok {
			l := q.literals[atoi(n.Text[1:])]
			l.Start, l.End = t.start, t.end
			return p.number(l)
		}
		return x
	}), true
}

func atoi(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		n = 10*n + int(s[i]-'0')
	}
	return n
}

// exponent reads what stands behind ^.
func (p *parser) exponent() (formula.Expr, *SyntaxError) {
	t := p.peek()
	if t.kind == tSuper && p.Dialect != Own { // x^²
		if y, ok := p.superscript(t); ok {
			p.at++
			return y, nil
		}
	}
	if p.isTransposeMark(t) {
		p.at++
		return transposeMark, nil
	}
	if p.isOp("{") {
		if p.isTransposeMark(p.tok(p.at+1)) && p.tok(p.at+2).text == "}" {
			p.at += 3
			return transposeMark, nil
		}
		return p.group("{", "}")
	}
	if p.Dialect == Plain {
		if p.isOp("-") || p.isOp("+") {
			negative := p.isOp("-")
			p.at++
			x, err := p.exponent()
			if err == nil && negative {
				x = formula.Unary{Op: formula.Neg, X: x}
			}
			return x, err
		}
		return p.factor()
	}
	if p.isOp("-") { // e^-x, which TeX sets otherwise than it is meant
		p.at++
		x, err := p.argument()
		return formula.Unary{Op: formula.Neg, X: x}, err
	}
	if p.isOp("(") && p.Dialect == TeX { // e^(−x)
		return p.group("(", ")")
	}
	return p.argument()
}

func (p *parser) isTransposeMark(t token) bool {
	switch t.kind {
	case tName:
		return t.text == "T"
	case tCommand:
		return t.text == "top" || t.text == "intercal" || t.text == "mathsf T"
	case tText:
		return strings.TrimSpace(t.text) == "T" && !strings.HasPrefix(t.text, " ")
	}
	return false
}

// argument reads what TeX takes as one argument: a group, or a single token, of a number its first digit.
func (p *parser) argument() (formula.Expr, *SyntaxError) {
	t := p.peek()
	switch {
	case p.isOp("{"):
		return p.group("{", "}")
	case t.kind == tNumber:
		if len(t.text) > 1 && p.Dialect != Plain && t.text[0] != '.' {
			digit := Literal{Text: t.text[:1], Start: t.start, End: t.start + 1}
			p.tokens = append(p.tokens[:p.at:p.at], append([]token{{tNumber, t.text[1:], t.start + 1, t.end, false}}, p.tokens[p.at+1:]...)...)
			return p.number(digit), nil
		}
		p.at++
		return p.number(Literal{Text: t.text, Start: t.start, End: t.end}), nil
	}
	return p.atom()
}

// group reads a bracketed formula.
func (p *parser) group(open, close string) (formula.Expr, *SyntaxError) {
	start := p.peek()
	if !p.accept(open) {
		return nil, p.fail("%q is missing before %s", open, p.describe())
	}
	x, err := p.expression(precSum)
	if err != nil {
		return nil, err
	}
	isSet := p.Dialect == Plain || start.end-start.start > 1                                        // \{1, 2\}
	if p.Dialect != Own && p.peek().kind == tSeparator && (open != "{" || isSet && p.isListed(x)) { // (a, b): a row of entries
		row := formula.Matrix{Rows: 1, Cols: 1, Items: []formula.Expr{x}}
		for p.peek().kind == tSeparator {
			for p.peek().kind == tSeparator {
				p.at++
			}
			y, err := p.expression(precSum)
			if err != nil {
				return nil, err
			}
			row.Cols++
			row.Items = append(row.Items, y)
		}
		x = row
	}
	if !p.accept(close) {
		if p.peek().kind == tEnd {
			return nil, failAt(start.start, "%q is not closed", open)
		}
		if p.Dialect != Own && p.skipTrailing(close) {
			return x, nil
		}
		return nil, p.fail("%s is not understood here", p.describe())
	}
	return x, nil
}

// isListed says whether an element may be one of a list of numbers: a tuple is none.
func (p *parser) isListed(x formula.Expr) bool {
	_, tuple := x.(formula.Matrix)
	return !tuple
}

// skipTrailing passes over units and remarks that end a group.
func (p *parser) skipTrailing(close string) bool {
	for i := p.at; i < len(p.tokens); i++ {
		t := p.tokens[i]
		if t.kind == tOp && t.text == close {
			inner := p.Reader.parser(p.tokens[p.at:i])
			if !inner.trailing() {
				return false
			}
			p.at = i + 1
			return true
		}
		if t.kind == tOp && (t.text == "(" || t.text == "[") {
			return false
		}
	}
	return false
}
