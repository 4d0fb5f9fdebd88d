package tex

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"longhand/generator/formula"
)

// accentCommands are TeX accents and how a name holds them.
var accentCommands = map[string]string{
	"hat": "hat", "widehat": "hat", "bar": "bar", "overline": "bar", "tilde": "tilde", "widetilde": "tilde", "vec": "vec",
	"overrightarrow": "vec", "dot": "dot",
}

// word reads a name, a product of names that were written together, or the call of a function.
func (p *parser) word() (formula.Expr, *SyntaxError) {
	t := p.peek()
	p.wordAt = t.start
	switch t.kind {
	case tText:
		text := unescapeText(t.text)
		if p.Dialect != Own {
			text = strings.TrimSpace(text)
			if f, ok := functionAliases[strings.ToLower(text)]; ok && p.tok(p.at+1).kind != tEnd && !p.known(text) && p.opensArguments(p.at+1) {
				p.at++
				return p.call(f)
			}
		}
		if text == "" {
			return nil, p.fail("empty text")
		}
		p.at++
		if text == "e" && p.Dialect != Own { // \mathrm{e}^x
			if x, ok, err := p.special(text); ok || err != nil {
				return x, err
			}
		}
		return p.scripted(text)
	case tCommand: // an accent
		p.at++
		base, err := p.accentedLetter()
		if err != nil {
			return nil, err
		}
		return p.scripted(base + accentCommands[t.text])
	}
	if name, n := p.phrase(); n > 1 {
		p.at += n
		return formula.Symbol{Name: name}, nil
	}
	if p.Dialect == Plain && !p.isAtomName(p.at) {
		return nil, p.fail("the word %s is not a known name", p.describe())
	}
	if t.text == "Sigma" && p.Dialect == Plain && !p.known("Sigma") && !p.tok(p.at+1).space && (p.tok(p.at+1).kind == tName || p.tok(p.at+1).text == "(") { // ΣX
		return p.sum()
	}
	if d, ok := p.slashDerivative(); ok {
		return d, nil
	}
	if u := units[t.text]; u.Known() && len(t.text) > 1 && p.Dialect != Own && p.at > 0 && strings.Contains(")}", p.tokens[p.at-1].text) && !p.known(t.text) && !p.lettersUsed(t.text) {
		p.at++
		return p.number(Literal{Text: "1", Start: t.start, End: t.end, Implied: true, Unit: u}), nil
	}
	p.at++
	return p.named(t.text)
}

// accentedLetter reads the argument of an accent: a letter, a Greek letter, or a letter with digits.
func (p *parser) accentedLetter() (string, *SyntaxError) {
	grouped := p.accept("{")
	for p.peek().kind == tCommand && wrappers[p.peek().text] {
		p.at++
		if p.accept("{") {
			base, err := p.accentedLetter()
			if err == nil && p.accept("}") && (!grouped || p.accept("}")) {
				return base, nil
			}
			return "", p.fail("%s is not understood below an accent", p.describe())
		}
	}
	t := p.peek()
	if t.kind != tName {
		return "", p.fail("%s is not understood below an accent", p.describe())
	}
	if !grouped && len([]rune(t.text)) > 1 && greek[t.text] == "" { // \hat yx is ŷ x
		first := []rune(t.text)[0]
		p.tokens = append(p.tokens[:p.at:p.at], append([]token{{tName, t.text[len(string(first)):], t.start + len(string(first)), t.end, false}}, p.tokens[p.at+1:]...)...)
		return string(first), nil
	}
	p.at++
	if grouped {
		if p.accept("}") {
			return t.text, nil
		}
		// \hat{y_1} and \vec{W^{[1]}}: the scripts go on behind the accent
		if p.isOp("_") || p.isOp("^") {
			depth := 1
			for i := p.at; i < len(p.tokens); i++ {
				if p.tokens[i].text == "{" {
					depth++
				}
				if p.tokens[i].text == "}" {
					if depth--; depth == 0 {
						rest := append([]token(nil), p.tokens[:i]...)
						p.tokens = append(rest, p.tokens[i+1:]...)
						return t.text, nil
					}
				}
			}
		}
		return "", p.fail("%s is not understood below an accent", p.describe())
	}
	return t.text, nil
}

func (p *parser) opensArguments(i int) bool {
	t := p.tokens[i]
	return t.kind == tOp && (t.text == "(" || t.text == "[" || t.text == "{")
}

// isFunctionName says whether a run of letters names a function where its argument follows.
func (p *parser) isFunctionName(name string) bool { return NamesFunction(name) }

// NamesFunction says whether a word is one of those that people write for a function.
func NamesFunction(word string) bool {
	_, ok := functionAliases[strings.ToLower(word)]
	return ok
}

// FunctionName is the name of the function that a word stands for.
func FunctionName(word string) (name string, ok bool) {
	name, ok = functionAliases[strings.ToLower(word)]
	return name, ok
}

// isAtomName says whether a word of prose may be a name: letters alone and unknown are a word.
func (p *parser) isAtomName(i int) bool {
	t := p.tokens[i]
	letters := 0
	for _, r := range t.text {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	first, _ := utf8.DecodeRuneInString(t.text)
	if letters == 1 && !Unspaced(first) || t.text == Last || p.known(t.text) || greek[t.text] != "" {
		return true
	}
	for _, a := range accents {
		if base, ok := strings.CutSuffix(t.text, a); ok && (len([]rune(base)) == 1 || greek[base] != "") {
			return t.text != "that" && t.text != "what" && t.text != "chat" || t.end-t.start < len(t.text) // t̂ is shorter
		}
	}
	next := p.tok(i + 1)
	if p.isFunctionName(t.text) && (p.opensArguments(i+1) || next.kind == tNumber) {
		return true
	}
	if len(t.text) > letters && t.text[len(t.text)-1] <= '9' && letters <= 8 { // out1, w12
		return true
	}
	if next.kind == tOp && !next.space && (next.text == "_" || next.text == "^" && letters <= 3) || next.kind == tSub || next.kind == tSuper || next.kind == tLabel && !next.space {
		return true
	}
	if p.Function != nil && p.Function(t.text) && p.opensArguments(i+1) {
		return true
	}
	if letters == 2 && t.text[0] == 'd' && next.kind == tOp && next.text == "/" {
		return true
	}
	return len(p.split(t.text)) > 1
}

// phrase reads a known name of several words.
func (p *parser) phrase() (name string, n int) {
	if p.Dialect == Own || p.Symbol == nil {
		return "", 0
	}
	for n := 5; n > 1; n-- {
		if p.at+n >= len(p.tokens) {
			continue
		}
		words := make([]string, n)
		ok := true
		for i := range n {
			t := p.tok(p.at + i)
			// the last may be a number, as in Lifter 1
			if t.kind != tName && !(t.kind == tNumber && i == n-1) || i > 0 && !t.space {
				ok = false
				break
			}
			words[i] = t.text
		}
		if after := p.tok(p.at + n); aggregates[words[0]] && (after.kind == tSuper || after.kind == tSub || after.kind == tOp && (after.text == "^" || after.text == "_")) {
			ok = false // sum x² is no square of a sum
		}
		if phrase := strings.Join(words, " "); ok && p.known(phrase) {
			return phrase, n
		}
	}
	return "", 0
}

// named goes on behind the letters of a name or of several: the scripts belong to the last one.
func (p *parser) named(run string) (formula.Expr, *SyntaxError) {
	if x, ok, err := p.special(run); ok || err != nil {
		return x, err
	}
	if run == "Delta" || run == "delta" {
		if name, ok := p.difference(run); ok {
			return p.scripted(name)
		}
	}
	if base := strings.TrimRight(run, "23"); p.Powered != nil && len(base) == len(run)-1 && p.known(base) && !p.known(run) { // SD2
		power := p.number(Literal{Text: run[len(base):], Start: p.tokens[p.at-1].end - 1, End: p.tokens[p.at-1].end})
		x, err := p.named(base)
		return attach(x, power), err
	}
	names := p.split(run)
	if p.isOp("_") && len(names) > 1 && (p.known(run+"_") || p.isLeftName(run, len(p.knownParts(run)) > 0)) {
		names = []string{run}
	}
	var x formula.Expr
	for _, name := range names[:len(names)-1] {
		p.names = append(p.names, Place{name, p.wordAt})
		p.wordAt += len(name)
		x = multiply(x, formula.Symbol{Name: name})
	}
	last, err := p.scripted(names[len(names)-1])
	if err == nil && x != nil {
		last, err = p.postfix(last)
	}
	if err != nil {
		return nil, err
	}
	return multiply(x, last), nil
}

// difference reads the name behind Δ: Δf is one name, a difference of f, where the article gives Δ itself no meaning. A small
// δ is often an error of its own, and begins a name only where the article defines it so.
func (p *parser) difference(letter string) (string, bool) {
	t := p.peek()
	if p.Dialect == Own || t.kind != tName || p.known(letter) || len(p.split(t.text)) > 1 || p.Dialect == Plain && !p.isAtomName(p.at) {
		return "", false
	}
	name := greek[letter] + t.text
	if letter == "delta" && !p.known(name) && !(p.at == 1 && p.left) {
		return "", false
	}
	p.at++
	return name, true
}

func multiply(x, y formula.Expr) formula.Expr {
	if x == nil {
		return y
	}
	return formula.Binary{Op: formula.Mul, X: x, Y: y}
}

// special reads what looks like a name and is none: e with an exponent, σ(…) and other functions.
func (p *parser) special(run string) (formula.Expr, bool, *SyntaxError) {
	if (run == "e" || run == "exp" && p.isOp("^")) && (p.isOp("^") || p.peek().kind == tSuper) && !(p.Dialect != Own && p.known("e") && p.plainPower()) && !(p.Dialect == Own && p.isNameSuper()) {
		t := p.peek()
		p.at++
		if t.kind == tSuper {
			x, ok := p.superscript(t)
			if !ok || x == formula.Expr(transposeMark) {
				return nil, false, failAt(t.start, "the exponent %s is not understood", t.text)
			}
			return formula.Call{Func: "exp", Args: []formula.Expr{x}}, true, nil
		}
		x, err := p.exponent()
		if err == nil && x == formula.Expr(transposeMark) {
			x = formula.Symbol{Name: "T"}
		}
		return formula.Call{Func: "exp", Args: []formula.Expr{x}}, true, err
	}
	if run == "sigma" && (p.isOp("(") || p.isOp("[") || p.Dialect != Own && p.isOp("'") && p.opensArguments(p.at+1)) && !(p.Dialect != Own && p.known("sigma")) {
		x, err := p.call("sigmoid")
		return x, true, err
	}
	if p.Dialect == Own && run != "exp" {
		return nil, false, nil
	}
	if begins := p.peek(); run == "det" && !p.known(run) && (begins.text == "[" || begins.kind == tCommand && matrices[strings.TrimPrefix(begins.text, "begin:")]) {
		x, err := p.call("det")
		return x, true, err
	}
	f, isFunction := functionAliases[strings.ToLower(run)]
	if isFunction && len(run) > 1 && (!p.known(run) || p.isOp("(") && !p.peek().space && len(run) > 2) {
		if p.opensArguments(p.at) || p.peek().kind == tSuper && p.opensArguments(p.at+1) || p.isOp("'") && p.opensArguments(p.at+1) || p.isOp("_") || p.isOp("^") || p.peek().kind == tNumber || p.Dialect != Plain && p.startsFactor() {
			x, err := p.call(f)
			return x, true, err
		}
	}
	return nil, false, nil
}

// plainPower says whether a whole number is the exponent here: where an article calls an error e, e² is its square, and e⁻ˣ
// is still an exponential.
func (p *parser) plainPower() bool {
	t := p.peek()
	if t.kind == tSuper {
		return strings.Trim(t.text, "0123456789") == ""
	}
	next := p.tok(p.at + 1)
	return next.kind == tNumber || next.text == "{" && p.tok(p.at+2).kind == tNumber && p.tok(p.at+3).text == "}"
}
