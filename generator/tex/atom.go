package tex

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
		if base := strings.TrimRight(t.text, "23"); p.Powered != nil && len(base) == len(t.text)-1 && strings.Contains(base, ".") && p.Powered(base) { // 15.81142
			end := t.end - 1
			return attach(p.number(Literal{Text: base, Start: t.start, End: end}), p.number(Literal{Text: t.text[len(base):], Start: end, End: t.end})), nil
		}
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
	from := p.at - 1
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
		l.Text, l.End, l.Unit = shift(l.Text, -2), next.end, Unit{Name: "%"}
	case p.mixed(next, t):
		whole := p.number(l)
		part, err := p.atom()
		if err != nil {
			return whole
		}
		return formula.Binary{Op: formula.Add, X: whole, Y: part}
	default:
		if list := p.durationBehind(l); list != nil {
			parts := make([]formula.Expr, len(list))
			for i := range list {
				parts[i] = p.number(list[i])
			}
			return formula.Call{Func: Duration, Args: parts}
		}
		l.Unit, _ = p.unitBehind(from)
	}
	p.skipRemark()
	return p.number(l)
}

// skipRemark passes over \text behind a number that says what is counted, 3 \text{ apples} \cdot 2: words after a space, or
// what is no word. A text at the end is left to trailing.
func (p *parser) skipRemark() {
	t := p.peek()
	if t.kind != tText || p.known(strings.TrimSpace(t.text)) || p.isFunctionName(strings.TrimSpace(t.text)) {
		return
	}
	first, _ := utf8.DecodeRuneInString(t.text)
	if unicode.IsLetter(first) {
		return
	}
	switch next := p.tok(p.at + 1); {
	case next.kind == tOp && strings.Contains("+-*×/)]}", next.text), next.kind == tRelation:
		p.at++
	}
}

// mixed says whether a fraction behind a whole number is added to it, as in 1\frac{1}{2} and 1½: one of whole numbers, less
// than 1.
func (p *parser) mixed(next, whole token) bool {
	if strings.Trim(whole.text, "0123456789") != "" || next.kind != tCommand || next.space && p.Dialect == Plain {
		return false
	}
	if _, ok := runeFraction(next.text); ok {
		return true
	}
	if !fractionCommands[next.text] {
		return false
	}
	var digits [2]string
	at := p.at + 1
	for k := range digits {
		if p.tok(at).text != "{" || p.tok(at+1).kind != tNumber || p.tok(at+2).text != "}" {
			return false
		}
		digits[k] = p.tok(at + 1).text
		if len(digits[k]) > 3 || strings.Trim(digits[k], "0123456789") != "" {
			return false
		}
		at += 3
	}
	return atoi(digits[0]) < atoi(digits[1])
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

// lastNumber is the text of the number read last.
func (p *parser) lastNumber() (string, bool) {
	if len(p.literals) == 0 {
		return "", false
	}
	return p.literals[len(p.literals)-1].Text, true
}

// isAside says whether a bracket behind a blank holds abbreviations, as (n.s.) and (approx., see p. 3).
func (p *parser) isAside() bool {
	dotted := false
	for i := p.at + 1; p.peek().space && i < len(p.tokens)-1; i++ {
		t := p.tokens[i]
		switch {
		case t.kind == tOther && t.text == "." && p.tokens[i-1].kind == tName:
			dotted = true
		case t.kind == tOp && t.text == ")":
			return dotted
		case t.kind != tName && t.kind != tNumber && t.kind != tSeparator:
			return false
		}
	}
	return false
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
	if p.Dialect == TeX && p.accept("_") { // of Euclid or Frobenius; another norm is not read
		s, err := p.script()
		if err != nil {
			return nil, err
		}
		if two := len(s.at) == 1 && s.sub == ""; !two && s.sub != "F" {
			return nil, failAt(start, "a norm other than the Euclidean one is not read")
		} else if n, ok := p.lastNumber(); two && (!ok || n != "2") {
			return nil, failAt(start, "a norm other than the Euclidean one is not read")
		} else if two {
			p.literals = p.literals[:len(p.literals)-1]
		}
	}
	return formula.Call{Func: "abs", Args: []formula.Expr{x}}, nil
}
