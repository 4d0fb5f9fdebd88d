package tex

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"longhand/generator/formula"
)

// indexLetters are the letters that count entries; another letter as a subscript is part of the name.
const indexLetters = "ijklmnt"

// scriptParts is what a subscript says.
type scriptParts struct {
	sub string         // part of the name
	at  []formula.Expr // indices
}

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
	if p.isCallOf(name, at) {
		return p.call(strings.Replace(Key(x), "^'", "'", 1)) // f', a derivative
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

func (p *parser) isCallOf(name string, at []formula.Expr) bool {
	if p.Function == nil || !p.isOp("(") || p.peek().space && p.Dialect == Plain {
		return false
	}
	keyed := make([]string, 0, len(at))
	for _, k := range at {
		n, ok := k.(formula.Number)
		if !ok {
			return false
		}
		keyed = append(keyed, p.literals[atoi(n.Text[1:])].Text)
	}
	if len(at) > 0 {
		name += "_" + strings.Join(keyed, ",")
	}
	return p.Function(strings.TrimRight(strings.Replace(name, "^'", "'", 1), "'"))
}

// scripts reads all scripts of a name.
func (p *parser) scripts(base string) (name string, at []formula.Expr, err *SyntaxError) {
	n := Name{Base: base}
	if letters := strings.TrimRight(base, "0123456789"); letters != "" && len(letters) < len(base) && !strings.Contains(base, " ") {
		n.Base, n.Layer = letters, base[len(letters):]
	}
	for {
		t := p.peek()
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

var bracketedIndex = regexp.MustCompile(`^[(\[]\s*(\pL\w*(?:\s*[+\-−]\s*\d+)?)\s*[)\]]$`)

func isBracketed(s string) bool {
	return len(s) > 2 && s[0] == '(' && s[len(s)-1] == ')' && strings.Trim(s[1:len(s)-1], "0123456789") == ""
}

// nameSuper looks at an exponent and tells whether it is part of a name: a layer (1), a mark such as + or a word. width is
// the number of its tokens, ^ included, and 0 where it is a power or a transpose.
func (p *parser) nameSuper() (layer, super string, width int) {
	i := p.at + 1
	t := p.tok(i)
	if t.kind == tEnd {
		return "", "", 0
	}
	end := i + 1
	first, last := i, i
	if t.kind == tOp && t.text == "{" {
		first = i + 1
		depth := 1
		for end = first; end < len(p.tokens); end++ {
			if p.tokens[end].text == "{" {
				depth++
			} else if p.tokens[end].text == "}" {
				if depth--; depth == 0 {
					break
				}
			}
		}
		if end >= len(p.tokens) || end == first {
			return "", "", 0
		}
		last = end - 1
		end++
	} else if p.Dialect == Plain && !(t.kind == tOp && (t.text == "+" || t.text == "*" || t.text == "-" || t.text == "(")) {
		return "", "", 0
	} else if t.kind == tOp && t.text == "(" { // w^(1)
		for last = i; last < len(p.tokens) && p.tokens[last].text != ")"; last++ {
		}
		if last >= len(p.tokens) {
			return "", "", 0
		}
		end = last + 1
		if p.tokens[last-1].kind == tNumber && last == i+2 && p.Dialect == Plain && !p.known(p.tokens[p.at-1].text+p.tokens[last-1].text) {
			return "", "", 0 // x^(2) is a power
		}
	}
	if layer, super, ok := p.superParts(p.tokens[first:last+1], p.tokens[i].text == "{"); ok {
		return layer, super, end - p.at
	}
	return "", "", 0
}

// nameMark looks at an exponent that makes a name only by what stands around it: E° of chemistry, where a subscript follows
// or the article knows the name, and a capital letter, W^Q, where the name is all that stands on a left side or is known.
// width is the number of its tokens, ^ included, and 0 where it is none.
func (p *parser) nameMark(n Name) (mark string, width int) {
	if p.Dialect != TeX {
		return "", 0
	}
	i, grouped := p.at+1, false
	if p.tok(i).text == "{" {
		i, grouped = i+1, true
	}
	t := p.tok(i)
	end := i + 1
	if grouped {
		if p.tok(end).text != "}" {
			return "", 0
		}
		end++
	}
	marked := n
	switch {
	case t.kind == tHadamard || t.kind == tCommand && (t.text == "ominus" || t.text == "plimsoll"):
		marked.Super += "°"
	case t.kind == tName && len(t.text) == 1 && unicode.IsUpper(rune(t.text[0])) && t.text != "T":
		marked.Super += t.text
	default:
		return "", 0
	}
	next := p.tok(end)
	alone := p.left && next.kind == tEnd && p.wordAt == p.tokens[0].start
	if alone || p.known(marked.String()) || marked.Super[len(n.Super):] == "°" && (next.text == "_" || t.kind == tCommand) {
		return marked.Super[len(n.Super):], end - p.at
	}
	return "", 0
}

func (p *parser) isNameSuper() bool {
	_, _, width := p.nameSuper()
	return p.isOp("^") && width > 0
}

// superParts parts an exponent into a layer, (1), and the rest of a name's superscript.
func (p *parser) superParts(tokens []token, grouped bool) (layer, super string, ok bool) {
	if n := len(tokens); n >= 3 && (tokens[0].text == "(" && tokens[2].text == ")" || tokens[0].text == "[" && tokens[2].text == "]") &&
		tokens[1].kind == tNumber && strings.Trim(tokens[1].text, "0123456789") == "" {
		layer, tokens = tokens[1].text, tokens[3:]
		if len(tokens) == 0 {
			return layer, "", true
		}
	}
	t := tokens[0]
	if len(tokens) == 1 {
		switch {
		case t.kind == tOp && (t.text == "+" || t.text == "*" || t.text == "-"):
			if !grouped { // w^+ 2 is a name, x^-2 a power
				if next := p.tok(p.at + 2); next.kind == tNumber || next.kind == tName && t.text == "-" || next.text == "(" && p.Dialect == Plain {
					return "", "", false
				}
			}
			return layer, t.text, true
		case t.kind == tText && !p.isTransposeMark(t) && strings.TrimSpace(t.text) != "":
			return layer, strings.TrimSpace(unescapeText(t.text)), true
		case t.kind == tName && p.Dialect == TeX && len(t.text) > 2 && greek[t.text] == "" && !p.known(t.text) && len(p.split(t.text)) == 1:
			return layer, t.text, true
		}
	}
	var b strings.Builder
	for _, t := range tokens {
		b.WriteString(t.text)
	}
	content := b.String()
	switch {
	case bracketedIndex.MatchString(content):
		return layer, "(" + content[1:len(content)-1] + ")", true
	case strings.Trim(content, "'") == "":
		return layer, content, true
	}
	return "", "", false
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
