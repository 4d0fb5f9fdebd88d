package tex

import "strings"

// unitName is the unit's name at token i, the number of its tokens, and the digit of a power that is glued to it, as in cm2.
func (p *parser) unitName(i int) (name string, width, power int) {
	t := p.tok(i)
	next := p.tok(i + 1)
	glued := next.kind == tName && !next.space || next.kind == tText
	switch {
	case t.text == "mu" && glued:
		if name := "µ" + strings.TrimSpace(next.text); units[name].Known() {
			return name, 2, 0
		}
		return "", 0, 0
	case t.text == "Omega":
		return "Ω", 1, 0
	case glued && next.text == "Omega" && units[t.text+"Ω"].Known():
		return t.text + "Ω", 2, 0
	}
	if _, ok := units[t.text]; ok {
		return t.text, 1, 0
	}
	if letters := strings.TrimRight(t.text, "23"); len(letters) == len(t.text)-1 && units[letters].Dim[length] == 1 {
		return letters, 1, int(t.text[len(letters)] - '0')
	}
	return "", 0, 0
}

// lettersUsed says whether the article uses a name, or every letter of it, as its own.
func (p *parser) lettersUsed(name string) bool {
	if p.Used == nil {
		return false
	}
	if p.Used(name) {
		return true
	}
	if p.Dialect != TeX {
		return false
	}
	for _, r := range name {
		if !p.Used(string(r)) && !p.known(string(r)) {
			return false
		}
	}
	return true
}

// unitPower reads the exponent of a unit: a whole number.
func (p *parser) unitPower(i int) (n, width int) {
	t := p.tok(i)
	if t.kind == tSuper {
		return signedDigit(t.text), 1
	}
	if t.kind != tOp || t.text != "^" {
		return 0, 0
	}
	j := i + 1
	grouped := p.tok(j).text == "{" || p.tok(j).text == "("
	if grouped {
		j++
	}
	sign := ""
	if p.tok(j).text == "-" {
		sign = "-"
		j++
	}
	if p.tok(j).kind != tNumber {
		return 0, 0
	}
	if n = signedDigit(sign + p.tok(j).text); n == 0 {
		return 0, 0
	}
	j++
	if grouped {
		if close := p.tok(j).text; close != "}" && close != ")" {
			return 0, 0
		}
		j++
	}
	return n, j - i
}

func signedDigit(s string) int {
	digit, negative := strings.CutPrefix(s, "-")
	if len(digit) != 1 || digit[0] < '1' || digit[0] > '9' {
		return 0
	}
	if negative {
		return -int(digit[0] - '0')
	}
	return int(digit[0] - '0')
}

// unitText reads the unit in \text{…} or \si{…}.
func (r Reader) unitText(text string) (Unit, bool) {
	if text = strings.TrimSpace(text); text == "" || len(text) > maxUnitText {
		return Unit{}, false
	}
	if u, ok := units[text]; ok {
		return u, true
	}
	if strings.Contains(text, `\`) || text[0] == '/' {
		if u, ok := siunit(text); ok {
			return u, true
		}
	}
	plain := Reader{Dialect: TeX}
	tokens := plain.lex(strings.NewReplacer("~", " ", ".", " ").Replace(text))
	p := plain.parser(tokens[:len(tokens)-1])
	u, ok := p.readUnit(0)
	if !ok || p.tok(u.end).kind != tEnd {
		return Unit{}, false
	}
	return u.unit, true
}

// durationBehind reads the rest of a mixed duration, as in 2 h 58 min 20 s, behind its first number.
func (p *parser) durationBehind(first Literal) []Literal {
	list := []Literal{first}
	scale := units["year"].Scale
	at := p.at
	for {
		r, ok := p.readUnit(at)
		if !ok || r.unit.Dim != dim(0, 0, 1, 0, 0, 0) || !r.unit.Known() || scale != nil && r.unit.Scale.Cmp(scale) >= 0 {
			return nil
		}
		list[len(list)-1].Unit = r.unit
		scale = r.unit.Scale
		at = r.end
		next := p.tok(at)
		if next.kind != tNumber || strings.Contains(list[len(list)-1].Text, ".") {
			break
		}
		if more, ok := p.readUnit(at + 1); !ok || more.unit.Dim != r.unit.Dim {
			break
		}
		list = append(list, Literal{Text: next.text, Start: next.start, End: next.end})
		at++
	}
	if len(list) < 2 {
		return nil
	}
	p.at = at
	return list
}
