package tex

import (
	"strings"

	"longhand/generator/formula"
)

// atom reads what has no parts that could be parted: a number, a name, a call, a fraction, a matrix, brackets.
func (p *parser) atom() (formula.Expr, *SyntaxError) {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxDepth {
		return nil, p.fail("nested more than %d deep", maxDepth)
	}
	t := p.peek()
	switch t.kind {
	case tNumber:
		p.at++
		return p.literal(t), nil
	case tName, tText:
		return p.word()
	case tOp:
		switch t.text {
		case "(":
			if n := p.bracketedWords(); n > 0 && p.Dialect == Plain {
				words := make([]string, 0, n)
				for _, t := range p.tokens[p.at+1 : p.at+1+n] {
					words = append(words, t.text)
				}
				p.at += n + 2
				return formula.Symbol{Name: strings.Join(words, " ")}, nil
			}
			return p.group("(", ")")
		case "{":
			return p.group("{", "}")
		case "[":
			return p.list()
		case "|":
			return p.absolute()
		}
	case tCommand:
		return p.command()
	}
	return nil, p.fail("a number or a name is missing before %s", p.describe())
}

// literal reads what may follow the digits of a number: a power of ten, a percent sign, a unit glued to it.
func (p *parser) literal(t token) formula.Expr {
	l := Literal{Text: t.text, Start: t.start, End: t.end}
	if !strings.Contains(l.Text, "e") {
		if exponent, end, ok := p.powerOfTen(); ok {
			l.Text += "e" + exponent
			l.End = end
		}
	}
	if p.Dialect == Own {
		return p.number(l)
	}
	next := p.peek()
	switch {
	case next.kind == tPercent:
		p.at++
		l.Text, l.End = shift(l.Text, -2), next.end
	case next.kind == tName && !p.known(next.text):
		if power, ok := units[next.text]; ok && (!next.space || len(next.text) > 1 && p.Dialect == Plain || len(next.text) > 1 && p.tok(p.at+1).kind == tEnd) {
			p.at++
			l.Text = shift(l.Text, power)
		}
	}
	return p.number(l)
}

// shift multiplies a decimal text by a power of ten, keeping its digits.
func shift(text string, power int) string {
	if power == 0 {
		return text
	}
	mantissa, exponent, _ := strings.Cut(text, "e")
	n := 0
	if exponent != "" {
		n = atoi(strings.TrimPrefix(exponent, "-"))
		if exponent[0] == '-' {
			n = -n
		}
	}
	if n += power; n == 0 {
		return mantissa
	}
	if n < 0 {
		return mantissa + "e-" + itoa(-n)
	}
	return mantissa + "e" + itoa(n)
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

// powerOfTen reads × 10^n behind a number, n a whole number, as part of the number.
func (p *parser) powerOfTen() (exponent string, end int, ok bool) {
	i := p.at
	t := p.tokens[i]
	isTimes := t.kind == tOp && (t.text == "×" || t.text == "*") || t.kind == tName && t.text == "x" && p.Dialect == Plain
	if !isTimes || p.Dialect == Own && t.text != "×" || i+2 >= len(p.tokens) {
		return "", 0, false
	}
	i++
	grouped := p.tokens[i].text == "{" && p.Dialect != Own // 1 \cdot {10^{-2}}
	if grouped {
		i++
	}
	if i+1 >= len(p.tokens) || p.tokens[i].kind != tNumber || p.tokens[i].text != "10" {
		return "", 0, false
	}
	i++
	t = p.tokens[i]
	switch {
	case t.kind == tSuper:
		exponent, end = strings.TrimPrefix(t.text, "+"), t.end
		i++
	case t.kind == tOp && t.text == "^":
		i++
		close := ""
		if i < len(p.tokens) && (p.tokens[i].text == "{" || p.tokens[i].text == "(") {
			close = map[string]string{"{": "}", "(": ")"}[p.tokens[i].text]
			i++
		}
		if i < len(p.tokens) && (p.tokens[i].text == "-" || p.tokens[i].text == "+") {
			if p.tokens[i].text == "-" {
				exponent = "-"
			}
			i++
		}
		if i >= len(p.tokens) || p.tokens[i].kind != tNumber {
			return "", 0, false
		}
		digits := p.tokens[i]
		if close == "" && p.Dialect != Plain && len(digits.text) > 1 {
			return "", 0, false
		}
		exponent, end = exponent+digits.text, digits.end
		i++
		if close != "" {
			if i >= len(p.tokens) || p.tokens[i].text != close {
				return "", 0, false
			}
			end = p.tokens[i].end
			i++
		}
	default:
		return "", 0, false
	}
	if grouped {
		if p.tokens[i].text != "}" {
			return "", 0, false
		}
		end = p.tokens[i].end
		i++
	}
	if len(exponent) > 9 || strings.Trim(exponent, "-0123456789") != "" || exponent == "" || exponent == "-" {
		return "", 0, false
	}
	p.at = i
	return exponent, end, true
}

// bracketedWords counts the words of a bracket that holds nothing but unknown words, as (sum of all scores); 0 where the
// parser stands at none.
func (p *parser) bracketedWords() int {
	n := 0
	for i := p.at + 1; i < len(p.tokens)-1; i++ {
		t := p.tokens[i]
		switch {
		case t.kind == tName && !p.isAtomName(i):
			n++
		case t.kind == tOp && t.text == ")":
			return n
		default:
			return 0
		}
	}
	return 0
}

// absolute reads |x|, and ‖x‖, which of a number is the same.
func (p *parser) absolute() (formula.Expr, *SyntaxError) {
	start := p.peek().start
	bars := 0
	for p.accept("|") {
		bars++
	}
	p.bars++
	x, err := p.expression(precSum)
	p.bars--
	if err != nil {
		return nil, err
	}
	for range bars {
		if !p.accept("|") {
			return nil, failAt(start, `"|" is not closed`)
		}
	}
	return formula.Call{Func: "abs", Args: []formula.Expr{x}}, nil
}

// command reads what a control sequence begins.
func (p *parser) command() (formula.Expr, *SyntaxError) {
	t := p.peek()
	if half, ok := runeFraction(t.text); ok {
		p.at++
		l := func(s string) formula.Expr { return p.number(Literal{s, t.start, t.end, true}) }
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
			return p.matrix(env)
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
	case "ell", "nabla", "hbar", "infty":
		p.wordAt = t.start
		p.at++
		return p.scripted(t.text)
	case "cdots", "ldots", "dots", "vdots", "ddots":
		p.at++
		return formula.Symbol{Name: ellipses[t.text]}, nil
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
	if p.isOp("[") {
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

// sum reads \sum_{i=1}^{n} and what it sums.
func (p *parser) sum() (formula.Expr, *SyntaxError) {
	start := p.peek().start
	p.at++
	var s formula.Sum
	for p.isOp("_") || p.isOp("^") {
		if p.accept("^") {
			to, err := p.argument()
			if err != nil {
				return nil, err
			}
			s.To = to
			continue
		}
		p.at++
		if !p.accept("{") || p.peek().kind != tName || p.tok(p.at+1).text != "=" {
			return nil, failAt(start, "a sum without bounds is not read")
		}
		s.Var = p.peek().text
		p.at += 2
		from, err := p.expression(precSum)
		if err != nil {
			return nil, err
		}
		if !p.accept("}") {
			return nil, p.fail(`"}" is missing before %s`, p.describe())
		}
		s.From = from
	}
	if s.From == nil || s.To == nil {
		return nil, failAt(start, "a sum without bounds is not read")
	}
	body, err := p.expression(precHadamard)
	s.Body = body
	return s, err
}
