package tex

import (
	"slices"
	"strconv"
	"strings"

	"longhand/generator/formula"
)

// parser is a Pratt parser (V. Pratt: Top down operator precedence, 1973) over the tokens of one formula.
type parser struct {
	Reader
	tokens   []token
	at       int
	depth    int
	literals []Literal
	degrees  bool // a number with ° was read
	// ambiguous says that a letter was read that may be a name or a unit
	ambiguous bool
	bars      int // | that are open
	names     []Place
	wordAt    int // where the name that is being read begins
}

// places are those of all names, each place once: what was tried and given up may have left some twice.
func (p *parser) places() []Place {
	slices.SortStableFunc(p.names, func(a, b Place) int { return a.Start - b.Start })
	return slices.CompactFunc(p.names, func(a, b Place) bool { return a.Start == b.Start })
}

func (r Reader) parser(tokens []token) *parser {
	end := 0
	if len(tokens) > 0 {
		end = tokens[len(tokens)-1].end
	}
	return &parser{Reader: r, tokens: append(tokens[:len(tokens):len(tokens)], token{kind: tEnd, start: end, end: end})}
}

func (p *parser) peek() token { return p.tok(p.at) }

// tok is a token; behind the last there are only ends.
func (p *parser) tok(i int) token { return p.tokens[min(i, len(p.tokens)-1)] }

func (p *parser) isOp(text string) bool {
	t := p.peek()
	return t.kind == tOp && t.text == text
}

func (p *parser) accept(text string) bool {
	if p.isOp(text) {
		p.at++
		return true
	}
	return false
}

func (p *parser) fail(format string, args ...any) *SyntaxError {
	return failAt(p.peek().start, format, args...)
}

func (p *parser) describe() string {
	t := p.peek()
	switch t.kind {
	case tEnd:
		return "the formula ends"
	case tCommand:
		return `\` + t.text
	case tText:
		return strconv.Quote(t.text)
	}
	return strconv.Quote(t.text)
}

// whole reads all tokens.
func (p *parser) whole() (formula.Expr, *SyntaxError) {
	e, err := p.expression(precSum)
	if err != nil {
		return nil, err
	}
	if p.peek().kind != tEnd && !p.trailing() {
		return nil, p.fail("%s is not understood here", p.describe())
	}
	return e, nil
}

// trailing says whether what is left carries no meaning: units, words in \text, full stops.
func (p *parser) trailing() bool {
	if p.Dialect == Own || p.Bare {
		return false
	}
	remark := false // words have begun, and what they name may be a formula of chemistry: 1.6 g \text{ of } H_2SO_4
	for i := p.at; i < len(p.tokens); i++ {
		t := p.tokens[i]
		if remark && (t.kind == tName || t.kind == tSub || t.kind == tOp && strings.Contains("_{}()", t.text) || t.kind == tNumber && p.tokens[i-1].kind == tOp) {
			continue
		}
		switch t.kind {
		case tText:
			remark = remark || i > 0 && isRemark(t.text) && !p.known(strings.TrimSpace(t.text))
		case tEnd, tSuper, tDegree, tBreak, tPercent:
		case tName:
			if _, unit := units[t.text]; !unit || p.known(t.text) || len(t.text) == 1 && !strings.Contains(commonUnits, t.text) {
				return false
			}
		case tOther:
			if t.text != "." && t.text != "!" && t.text != "?" && t.text < "\u007f" {
				return false
			}
		case tOp:
			if p.isRemark(i) {
				i += 2
				continue
			}
			switch t.text {
			case "^", "{", "}", "-", "/", "!":
			default:
				return false
			}
		case tNumber: // the exponent of a unit
			if i == 0 || p.tokens[i-1].text != "^" && p.tokens[i-1].text != "-" && p.tokens[i-1].text != "{" {
				return false
			}
		case tCommand:
			if t.text != " " && t.text != "checkmark" && t.text != "blacksquare" && t.text != "square" && t.text != "hspace" {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// binaryAhead tells which operation comes next and how tightly it binds; width is the number of its tokens.
func (p *parser) binaryAhead() (op formula.BinaryOp, prec, width int, ok bool) {
	t := p.peek()
	switch t.kind {
	case tHadamard:
		return formula.Hadamard, precHadamard, 1, true
	case tOp:
		switch t.text {
		case "+":
			return formula.Add, precSum, 1, true
		case "-":
			return formula.Sub, precSum, 1, true
		case "*", "×", "@":
			return formula.Mul, precProduct, 1, true
		case "/":
			return formula.Div, precProduct, 1, true
		case ":": // 3/4 : 1/2
			return formula.Div, precHadamard, 1, true
		}
	case tName:
		if t.text == "of" && p.Dialect == Plain && p.at > 0 && p.tokens[p.at-1].kind == tPercent && p.tok(p.at+1).kind == tNumber { // 5 % of 200
			return formula.Mul, precProduct, 1, true
		}
		// 0.5 x (-2.0)
		if t.text == "x" && p.Dialect == Plain && p.at > 0 && p.tokens[p.at-1].kind == tNumber && t.space {
			next := p.tok(p.at + 1)
			if next.space && (next.kind == tNumber || next.kind == tOp && next.text == "(") {
				return formula.Mul, precProduct, 1, true
			}
		}
	}
	if p.startsFactor() && !p.unitsFollow() {
		return formula.Mul, precProduct, 0, true
	}
	return 0, 0, 0, false
}

// expression reads operations that bind at least as tightly as prec.
func (p *parser) expression(prec int) (formula.Expr, *SyntaxError) {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxDepth {
		return nil, p.fail("nested more than %d deep", maxDepth)
	}
	x, err := p.prefix()
	if err != nil {
		return nil, err
	}
	for {
		if prec <= precSum && p.Dialect != Own && p.peek().kind == tCommand && p.peek().text == "pm" { // 1.2 ± 0.4 is the row of both
			p.at++
			y, err := p.operand(precSum + 1)
			if err != nil {
				return nil, err
			}
			x = formula.Call{Func: "pm", Args: []formula.Expr{x, y}}
			continue
		}
		op, tight, width, ok := p.binaryAhead()
		if !ok || tight < prec {
			return x, nil
		}
		before, literals := p.at, len(p.literals)
		p.at += width
		y, err := p.operand(tight + 1)
		if err != nil {
			// Prose may follow a formula: what was no factor after all ends it.
			if p.Dialect == Plain && width == 0 {
				p.at, p.literals = before, p.literals[:literals]
				return x, nil
			}
			return nil, err
		}
		if p.tok(before).text == "⊗" && width == 1 {
			x = formula.Call{Func: "outer", Args: []formula.Expr{x, y}}
			continue
		}
		x = formula.Binary{Op: op, X: x, Y: y}
	}
}

// operand reads what stands behind an operator, where a sign may stand: 1 · −0.005.
func (p *parser) operand(prec int) (formula.Expr, *SyntaxError) {
	if p.isOp("-") || p.isOp("+") {
		negative := p.isOp("-")
		p.at++
		p.depth++
		defer func() { p.depth-- }()
		if p.depth > maxDepth {
			return nil, p.fail("nested more than %d deep", maxDepth)
		}
		x, err := p.operand(max(prec, precProduct))
		if err == nil && negative {
			x = formula.Unary{Op: formula.Neg, X: x}
		}
		return x, err
	}
	return p.expression(prec)
}

// prefix reads a sign and its operand, or a factor.
func (p *parser) prefix() (formula.Expr, *SyntaxError) {
	switch {
	case p.isOp("-"):
		p.at++
		if next := p.tok(p.at + 1); p.SignedBases && p.peek().kind == tNumber && (next.kind == tSuper || next.text == "^") {
			t := p.peek()
			p.at++
			return p.postfix(formula.Unary{Op: formula.Neg, X: p.number(Literal{Text: t.text, Start: t.start, End: t.end})})
		}
		x, err := p.expression(precHadamard)
		if err != nil {
			return nil, err
		}
		return formula.Unary{Op: formula.Neg, X: x}, nil
	case p.isOp("+") && p.Dialect != Own, p.peek().kind == tCommand && p.peek().text == "pm":
		p.at++
		return p.expression(precHadamard)
	}
	return p.factor()
}

// runeFraction reads the name of a fraction that is one character.
func runeFraction(command string) (frac [2]string, ok bool) {
	if len(command) == 3 && command[1] == '/' {
		return [2]string{command[:1], command[2:]}, true
	}
	return frac, false
}

// number makes a literal's node. The text of the node is its place among the literals until finish puts the digits in,
// so that however the tree is built each literal keeps its place in the text.
func (p *parser) number(l Literal) formula.Expr {
	p.literals = append(p.literals, l)
	return formula.Number{Text: "#" + strconv.Itoa(len(p.literals)-1)}
}

func (p *parser) implied(text string) formula.Expr {
	at := p.peek().start
	return p.number(Literal{Text: text, Start: at, End: at, Implied: true})
}

// finish puts the digits into the tree and the literals into its order.
func (p *parser) finish(e formula.Expr) (formula.Expr, []Literal, *SyntaxError) {
	var ordered []Literal
	var err *SyntaxError
	e = formula.Rewrite(e, func(x formula.Expr) formula.Expr {
		n, ok := x.(formula.Number)
		if !ok {
			return x
		}
		i, _ := strconv.Atoi(strings.TrimPrefix(n.Text, "#"))
		l := p.literals[i]
		if len(l.Text) > maxLiteralLength {
			err = failAt(l.Start, "a number of more than %d digits", maxLiteralLength)
		}
		ordered = append(ordered, l)
		return formula.Number{Text: l.Text}
	})
	return e, ordered, err
}

func (p *parser) known(name string) bool { return p.Symbol != nil && p.Symbol(name) }
