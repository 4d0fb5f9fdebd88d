package tex

import (
	"strings"

	"longhand/generator/formula"
)

// derivative reads the two groups of \frac{∂L}{∂W} or \frac{dy}{dx} as one name, or says that they are none and leaves
// them unread.
func (p *parser) derivative() (formula.Expr, bool) {
	at, literals, tokens := p.at, len(p.literals), p.tokens
	top, topAt, ok := p.differential()
	if ok {
		var bottom string
		var bottomAt []formula.Expr
		if bottom, bottomAt, ok = p.differential(); ok {
			return p.quotient(top, topAt, bottom, bottomAt), true
		}
	}
	p.at, p.literals, p.tokens = at, p.literals[:literals], tokens
	if p.Dialect != Own {
		if d, ok := p.halfDerivative(); ok {
			return d, true
		}
		p.at, p.literals, p.tokens = at, p.literals[:literals], tokens
	}
	return nil, false
}

// halfDerivative reads a derivative that lost one of its two ∂: \frac{E}{\partial w}.
func (p *parser) halfDerivative() (formula.Expr, bool) {
	half := func() (name string, at []formula.Expr, partial, ok bool) {
		if partial = p.tok(p.at+1).text == "partial"; partial {
			name, at, ok = p.differential()
			return name, at, true, ok
		}
		if t := p.tok(p.at + 1); !p.accept("{") || t.kind != tName && t.kind != tText {
			return "", nil, false, false
		}
		p.at++
		name, at, err := p.scripts(strings.TrimSpace(p.tok(p.at - 1).text))
		return name, at, false, err == nil && p.accept("}")
	}
	top, topAt, above, ok1 := half()
	if !ok1 {
		return nil, false
	}
	bottom, bottomAt, below, ok2 := half()
	if !ok2 || above == below {
		return nil, false
	}
	return p.quotient(top, topAt, bottom, bottomAt), true
}

// quotient names a derivative. Where only the denominator has indices, or both the same, they are those of the derivative.
func (p *parser) quotient(top string, topAt []formula.Expr, bottom string, bottomAt []formula.Expr) formula.Expr {
	if len(topAt) > 0 && p.sameIndices(topAt, bottomAt) {
		topAt = nil
	}
	if len(topAt) > 0 {
		top = p.keyed(top, topAt)
		if len(bottomAt) > 0 {
			bottom = p.keyed(bottom, bottomAt)
			bottomAt = nil
		}
	}
	return entry("d"+top+"/d"+bottom, bottomAt)
}

func (p *parser) sameIndices(a, b []formula.Expr) bool {
	return p.keyed("", a) == p.keyed("", b)
}

// keyed is a name with its indices as text.
func (p *parser) keyed(name string, at []formula.Expr) string {
	texts := make([]string, len(at))
	for i, k := range at {
		k = formula.Rewrite(k, func(e formula.Expr) formula.Expr {
			if n, ok := e.(formula.Number); ok && strings.HasPrefix(n.Text, "#") {
				return formula.Number{Text: p.literals[atoi(n.Text[1:])].Text}
			}
			return e
		})
		texts[i] = Key(k)
	}
	return name + "_" + strings.Join(texts, ",")
}

// differential reads {∂name} or {dname}.
func (p *parser) differential() (name string, at []formula.Expr, ok bool) {
	if !p.accept("{") {
		return "", nil, false
	}
	name, at, ok = p.differentialOf()
	return name, at, ok && p.accept("}")
}

// differentialOf reads ∂ or d and the name behind it.
func (p *parser) differentialOf() (string, []formula.Expr, bool) {
	t := p.peek()
	switch {
	case t.kind == tCommand && t.text == "partial":
		p.at++
	case t.kind == tText && strings.TrimSpace(t.text) == "d" && p.Dialect != Own:
		p.at++
	case t.kind == tName && t.text == "d":
		next := p.tok(p.at + 1)
		if next.space && p.Dialect == Own {
			return "", nil, false
		}
		p.at++
	case t.kind == tName && t.text == "delta" && p.Dialect == TeX && p.opensName(p.at+1):
		p.at++
	case t.kind == tName && t.text[0] == 'd' && greek[t.text] == "" && !p.known(t.text) && !(t.text[1] >= '0' && t.text[1] <= '9'):
		p.tokens = append(p.tokens[:p.at:p.at], append([]token{{tName, t.text[1:], t.start + 1, t.end, false}}, p.tokens[p.at+1:]...)...)
	default:
		return "", nil, false
	}
	grouped := p.accept("{") // \partial {y_1}
	t = p.peek()
	base := t.text
	switch {
	case t.kind == tName:
		p.at++
	case t.kind == tText:
		base = strings.TrimSpace(unescapeText(t.text))
		p.at++
	case t.kind == tCommand && accentCommands[t.text] != "":
		p.at++
		letter, err := p.accentedLetter()
		if err != nil {
			return "", nil, false
		}
		base = letter + accentCommands[t.text]
	case t.kind == tCommand && wrappers[t.text] && p.tok(p.at+1).text == "{" && p.tok(p.at+2).kind == tName && p.tok(p.at+3).text == "}":
		base = p.tok(p.at + 2).text
		p.at += 4
	case t.kind == tCommand && t.text == "ell":
		p.at++
	default:
		return "", nil, false
	}
	name, at, err := p.scripts(base)
	if err != nil || grouped && !p.accept("}") {
		return "", nil, false
	}
	return name, at, true
}

func (p *parser) opensName(i int) bool {
	t := p.tokens[i]
	return t.kind == tName || t.kind == tOp && t.text == "{"
}

// inlineDerivative reads ∂L/∂W.
func (p *parser) inlineDerivative() (formula.Expr, *SyntaxError) {
	start := p.peek().start
	top, topAt, ok := p.differentialOf()
	if ok && p.accept("/") {
		if bottom, bottomAt, ok := p.differentialOf(); ok {
			return p.quotient(top, topAt, bottom, bottomAt), nil
		}
	}
	return nil, failAt(start, "a derivative without a denominator is not read")
}

// slashDerivative reads dL/dw.
func (p *parser) slashDerivative() (formula.Expr, bool) {
	t := p.peek()
	if t.kind != tName || t.text[0] != 'd' || len(t.text) < 2 || greek[t.text] != "" || p.known(t.text) {
		return nil, false
	}
	at, literals, tokens := p.at, len(p.literals), p.tokens
	top, topAt, ok := p.differentialOf()
	if ok && p.accept("/") && p.peek().kind == tName && p.peek().text[0] == 'd' {
		if bottom, bottomAt, ok := p.differentialOf(); ok {
			return p.quotient(top, topAt, bottom, bottomAt), true
		}
	}
	p.at, p.literals, p.tokens = at, p.literals[:literals], tokens
	return nil, false
}

// marked reads what stands behind a derivative and makes another name of it: \frac{\partial L}{\partial w}^{(t=2)}, and the place where
// it is taken, \frac{dy}{dx}\big|_{x=1}.
func (p *parser) marked(d formula.Expr) formula.Expr {
	if p.Dialect != TeX {
		return d
	}
	mark := ""
	if p.isOp("^") {
		if _, super, width := p.nameSuper(); width > 0 && super != "" {
			p.at += width
			mark = "^" + super
		}
	}
	if p.isOp("|") && p.tok(p.at+1).text == "_" && p.bars == 0 {
		if place, width := p.place(p.at + 2); width > 0 {
			p.at += 2 + width
			mark += "|" + place
		}
	}
	if mark == "" {
		return d
	}
	switch e := d.(type) {
	case formula.Symbol:
		return formula.Symbol{Name: e.Name + mark}
	case formula.Index:
		return formula.Index{X: formula.Symbol{Name: Key(e.X) + mark}, At: e.At}
	}
	return d
}

// place is the text of the group in braces, or of the single token, at i; width is the number of its tokens.
func (p *parser) place(i int) (text string, width int) {
	if t := p.tok(i); t.text != "{" {
		return t.text, 1
	}
	for j, depth := i, 0; j < len(p.tokens); j++ {
		switch t := p.tok(j); t.text {
		case "{":
			depth++
		case "}":
			if depth--; depth == 0 {
				return text, j + 1 - i
			}
		default:
			text += t.text
		}
	}
	return "", 0
}
