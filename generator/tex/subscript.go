package tex

import (
	"strconv"
	"strings"
	"unicode"

	"longhand/generator/formula"
)

// scriptParts is what a subscript says.
type scriptParts struct {
	sub string         // part of the name
	at  []formula.Expr // indices
}

// script reads what stands behind _.
func (p *parser) script() (scriptParts, *SyntaxError) {
	t := p.peek()
	if p.accept("{") {
		var pieces [][]token
		from := p.at
		for depth := 1; ; p.at++ {
			t := p.peek()
			if t.kind == tEnd {
				return scriptParts{}, p.fail(`"{" is not closed`)
			}
			if t.kind == tOp && t.text == "{" || t.text == "(" {
				depth++
			}
			if t.kind == tOp && (t.text == "}" || t.text == ")") {
				if depth--; depth == 0 {
					break
				}
			}
			if t.kind == tSeparator && depth == 1 {
				pieces = append(pieces, p.tokens[from:p.at])
				from = p.at + 1
			}
		}
		pieces = append(pieces, p.tokens[from:p.at])
		p.at++
		var s scriptParts
		for _, piece := range pieces {
			one, err := p.scriptPiece(piece)
			if err != nil {
				return s, err
			}
			s.sub, s.at = join(s.sub, one.sub), append(s.at, one.at...)
		}
		return s, nil
	}
	if p.Dialect == Plain { // net_h1, W1_new, w_11, h_(t−1)
		from := p.at
		if t.kind != tName && t.kind != tNumber {
			return scriptParts{}, p.fail("a subscript is missing before %s", p.describe())
		}
		p.at++
		for next := p.peek(); !next.space && (next.kind == tName || next.kind == tNumber && !strings.Contains(next.text, ".") || next.kind == tOp && next.text == "_"); next = p.peek() {
			p.at++
		}
		return p.scriptPiece(p.tokens[from:p.at])
	}
	switch t.kind {
	case tNumber: // one digit, as TeX takes it
		if len(t.text) > 1 && p.Dialect == TeX && t.text[0] != '.' {
			p.tokens = append(p.tokens[:p.at:p.at], append([]token{{tNumber, t.text[:1], t.start, t.start + 1, false}, {tNumber, t.text[1:], t.start + 1, t.end, false}}, p.tokens[p.at+1:]...)...)
			if r := p.tok(p.at + 1).text; r[0] == '.' {
				return scriptParts{}, p.fail("the subscript %s is not understood", t.text)
			}
		}
		p.at++
		return p.scriptPiece(p.tokens[p.at-1 : p.at])
	case tName, tText:
		p.partSubscript(t)
		p.at++
		return p.scriptPiece(p.tokens[p.at-1 : p.at])
	case tCommand:
		if wrappers[t.text] || t.text == "ell" {
			p.at++
			if p.isOp("{") {
				return p.script()
			}
			return scriptParts{sub: t.text}, nil
		}
	case tOp:
		if t.text == "+" || t.text == "*" {
			p.at++
			return scriptParts{sub: t.text}, nil
		}
	}
	return scriptParts{}, p.fail("a subscript is missing before %s", p.describe())
}

// partSubscript parts the letters behind _ where TeX's rule, that a subscript is one letter, is what was meant: Q_RK_R and
// x_tW are products, while w_in and V_OUT were only written without their braces.
func (p *parser) partSubscript(t token) {
	runes := []rune(t.text)
	if p.Dialect != TeX || t.kind != tName || len(runes) < 2 || greek[t.text] != "" || !unicode.IsUpper(runes[1]) {
		return
	}
	first, rest := string(runes[:1]), string(runes[1:])
	if next := p.tok(p.at + 1); unicode.IsUpper(runes[0]) && !(next.kind == tOp && (next.text == "_" || next.text == "^")) {
		return
	}
	cut := t.start + len(first)
	p.tokens = append(p.tokens[:p.at:p.at], append([]token{{tName, first, t.start, cut, t.space}, {tName, rest, cut, t.end, false}}, p.tokens[p.at+1:]...)...)
}

// scriptPiece settles what one subscript is: a number and a counting letter are indices, all else is part of the name.
func (p *parser) scriptPiece(tokens []token) (scriptParts, *SyntaxError) {
	if len(tokens) == 0 {
		return scriptParts{}, p.fail("an empty subscript")
	}
	t := tokens[0]
	if len(tokens) == 1 {
		switch {
		case t.kind == tNumber && strings.Trim(t.text, "0123456789") == "":
			return scriptParts{at: []formula.Expr{p.number(Literal{Text: t.text, Start: t.start, End: t.end})}}, nil
		case t.kind == tName && len(t.text) == 1 && strings.Contains(indexLetters, t.text):
			return scriptParts{at: []formula.Expr{formula.Symbol{Name: t.text}}}, nil
		case t.kind == tText:
			return scriptParts{sub: strings.TrimSpace(unescapeText(t.text))}, nil
		}
		return scriptParts{sub: t.text}, nil
	}
	if len(tokens) == 3 && t.kind == tName && len(t.text) == 1 && tokens[1].kind == tOp && (tokens[1].text == "-" || tokens[1].text == "+") && tokens[2].kind == tNumber {
		op := formula.Add
		if tokens[1].text == "-" {
			op = formula.Sub
		}
		l := Literal{Text: tokens[2].text, Start: tokens[2].start, End: tokens[2].end}
		return scriptParts{at: []formula.Expr{formula.Binary{Op: op, X: formula.Symbol{Name: t.text}, Y: p.number(l)}}}, nil
	}
	if t.kind == tOp && t.text == "(" && tokens[len(tokens)-1].text == ")" {
		q := p.Reader.parser(tokens[1 : len(tokens)-1])
		q.literals = p.literals
		e, err := q.whole()
		if err != nil {
			return scriptParts{}, err
		}
		p.literals = q.literals
		return scriptParts{at: []formula.Expr{e}}, nil
	}
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 && t.space && t.kind == tName && tokens[i-1].kind == tName {
			b.WriteByte(' ')
		}
		b.WriteString(t.text)
	}
	return scriptParts{sub: b.String()}, nil
}

// subscript reads the characters of a Unicode subscript.
func (p *parser) subscript(text string, t token) (scriptParts, *SyntaxError) {
	if _, err := strconv.Atoi(text); err == nil {
		return scriptParts{at: []formula.Expr{p.number(Literal{Text: text, Start: t.start, End: t.end})}}, nil
	}
	if len(text) == 1 && strings.Contains(indexLetters, text) {
		return scriptParts{at: []formula.Expr{formula.Symbol{Name: text}}}, nil
	}
	return scriptParts{sub: text}, nil
}
