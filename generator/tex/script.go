package tex

import (
	"strings"

	"longhand/generator/formula"
)

// indexLetters are the letters that count entries; another letter as a subscript is part of the name.
const indexLetters = "ijklmnt"

// scripted reads the subscripts and superscripts behind the letters of a name, and gives the symbol or its entry. An
// exponent that is a power or a transpose is left to postfix.
func (p *parser) scripted(base string) (formula.Expr, *SyntaxError) {
	start := p.wordAt
	name, at, err := p.scripts(base)
	if err != nil {
		return nil, err
	}
	x := entry(name, at)
	p.names = append(p.names, Place{name, start})
	if function, ok := p.called(name, at); ok {
		return p.call(function)
	}
	return x, nil
}

func entry(name string, at []formula.Expr) formula.Expr {
	if len(at) == 0 {
		return formula.Symbol{Name: name}
	}
	return formula.Index{X: formula.Symbol{Name: name}, At: at}
}

// Key names a symbol or an entry of it as plain text: w_5, W1_1,2.
func Key(e formula.Expr) string {
	switch e := e.(type) {
	case formula.Symbol:
		return e.Name
	case formula.Number:
		return e.Text
	case formula.Index:
		at := make([]string, len(e.At))
		for i, k := range e.At {
			if n, ok := k.(formula.Number); ok {
				at[i] = n.Text
			} else {
				at[i] = Key(k)
			}
		}
		return Key(e.X) + "_" + strings.Join(at, ",")
	}
	return formula.String(e)
}

// called is the function that a name in front of brackets is, where it is one: F_1, or f', a derivative.
func (p *parser) called(name string, at []formula.Expr) (function string, ok bool) {
	if p.Function == nil || !p.isOp("(") || p.peek().space && p.Dialect == Plain {
		return "", false
	}
	keyed := make([]string, 0, len(at))
	for _, k := range at {
		n, ok := k.(formula.Number)
		if !ok {
			return "", false
		}
		keyed = append(keyed, p.literals[atoi(n.Text[1:])].Text)
	}
	if len(at) > 0 {
		name += "_" + strings.Join(keyed, ",")
	}
	name = strings.Replace(name, "^'", "'", 1)
	return name, p.Function(strings.TrimRight(name, "'"))
}

// scripts reads all scripts of a name.
func (p *parser) scripts(base string) (name string, at []formula.Expr, err *SyntaxError) {
	n := Name{Base: base}
	if letters := strings.TrimRight(base, "0123456789"); letters != "" && len(letters) < len(base) && !strings.Contains(base, " ") {
		n.Base, n.Layer = letters, base[len(letters):]
	}
	for {
		t := p.peek()
		if p.isOp("^") || t.kind == tSuper {
			if layer, mark, width := p.layer(n.Base); width > 0 {
				p.at += width
				n.Layer += layer
				n.Super += mark
				continue
			}
		}
		switch {
		case p.isOp("_"):
			p.at++
			s, err := p.script()
			if err != nil {
				return "", nil, err
			}
			n.Sub, at = join(n.Sub, s.sub), append(at, s.at...)
		case t.kind == tSub:
			p.at++
			s, err := p.subscript(t.text, t)
			if err != nil {
				return "", nil, err
			}
			n.Sub, at = join(n.Sub, s.sub), append(at, s.at...)
		case t.kind == tLabel:
			p.at++
			n.Sub = join(n.Sub, t.text)
		case p.isOp("'"):
			p.at++
			n.Super += "'"
		case p.isOp("^"):
			layer, super, width := p.nameSuper()
			if width == 0 {
				super, width = p.nameMark(n)
			}
			if width == 0 {
				return n.String(), at, nil
			}
			p.at += width
			n.Layer += layer
			n.Super += super
		case t.kind == tSuper && (t.text == "+" || t.text == "-" && p.Dialect == TeX):
			p.at++
			n.Super += t.text
		case t.kind == tSuper && isBracketed(t.text):
			p.at++
			n.Layer += strings.Trim(t.text, "()")
		default:
			return n.String(), at, nil
		}
	}
}

func join(a, b string) string {
	if a != "" && b != "" {
		return a + "," + b
	}
	return a + b
}
