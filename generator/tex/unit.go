package tex

import (
	"math/big"
	"strings"

	"longhand/generator/formula"
)

// unit is what one word behind a number measures: a scale of a dimension, in powers of ten and a remaining factor.
type unit struct {
	dimension string
	power     int
	factor    int64 // 0 stands for 1
}

// units are those that are read behind a number. Words that only count, as days, are units of time; a dimension of its own
// says that a unit is never converted.
var units = func() map[string]unit {
	m := map[string]unit{"k": {"", 3, 0}, "K": {"K", 0, 0}, "M": {"", 6, 0}, "ppm": {"1", -6, 0}, "ppb": {"1", -9, 0}}
	prefixes := map[string]int{"": 0, "k": 3, "M": 6, "G": 9, "T": 12, "c": -2, "d": -1, "h": 2, "m": -3, "µ": -6, "μ": -6, "u": -6, "n": -9, "p": -12}
	plain := map[string]bool{"": true, "k": true, "M": true, "G": true, "T": true, "m": true, "µ": true, "μ": true, "u": true, "n": true, "p": true}
	for _, u := range []string{"Hz", "V", "A", "W", "Ω", "F", "H", "J", "Pa", "s", "m", "g", "N", "eV", "bit", "B", "mol", "L", "l", "C", "T", "Wh", "bar", "cal", "rad", "lm", "lx", "Bq", "Gy", "Sv"} {
		for p, e := range prefixes {
			if !plain[p] && !strings.Contains(" m g L l Pa ", " "+u+" ") {
				continue
			}
			if _, taken := m[p+u]; !taken {
				m[p+u] = unit{strings.ToUpper(u[:1]) + u[1:], e, 0}
			}
		}
	}
	for dimension, words := range map[string]string{
		"S":       "sec:1 second:1 seconds:1 sekunden:1 Sekunden:1 secondes:1 min:60 mins:60 minute:60 minutes:60 Minuten:60 h:3600 hr:3600 hrs:3600 hour:3600 hours:3600 Stunden:3600 heures:3600 d:86400 day:86400 days:86400 Tage:86400 jours:86400 weeks:604800 yr:31557600 year:31557600 years:31557600 Jahre:31557600 ans:31557600",
		"M":       "meter:1 meters:1 metres:1",
		"Celsius": "°C:1", "Fahrenheit": "°F:1", "px": "px:1", "dB": "dB:1 dBm:1", "atm": "atm:1", "cd": "cd:1", "mph": "mph:1", "ft": "ft:1", "AU": "AU:1", "bits": "bits:1",
		"money": "USD:1 EUR:1 CHF:1 GBP:1 JPY:1 INR:1 Rs:1 kr:1 zł:1",
	} {
		for _, w := range strings.Fields(words) {
			name, factor, _ := strings.Cut(w, ":")
			m[name] = unit{dimension, 0, int64(atoi(factor))}
		}
	}
	for _, prefix := range []string{"", "k", "M", "m"} {
		for _, word := range []string{"Ohm", "ohm", "Ohms", "ohms"} {
			m[prefix+word] = m[prefix+"Ω"]
		}
	}
	for name, u := range m { // the kilogram is the unit that formulas are in
		if u.dimension == "G" {
			u.power -= 3
			m[name] = u
		}
	}
	return m
}()

// Scale is what a unit such as km/s is worth in units of its dimension, with the powers of ten that the number's text
// holds already taken off. ok is false where the unit is not known.
func Scale(text string) (dimension string, scale *big.Rat, ok bool) {
	scale = big.NewRat(1, 1)
	ok = text != ""
	var dimensions []string
	words := strings.Split(text, " ")
	for _, w := range words {
		name, exponent, _ := strings.Cut(w, "^")
		n := 1
		if exponent != "" {
			if n = atoi(strings.TrimPrefix(exponent, "-")); exponent[0] == '-' {
				n = -n
			}
		}
		u, known := units[name]
		if !known || n > 9 || n < -9 {
			return "", nil, false
		}
		factor := big.NewRat(max(1, u.factor), 1)
		if len(words) > 1 || n != 1 { // a single unit's power is in the number
			factor.Mul(factor, tenTo(u.power))
		}
		for range max(n, -n) {
			if n > 0 {
				scale.Mul(scale, factor)
			} else {
				scale.Quo(scale, factor)
			}
		}
		dimensions = append(dimensions, u.dimension+"^"+itoa(n+10))
	}
	return strings.Join(dimensions, " "), scale, ok
}

func tenTo(n int) *big.Rat {
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(n, -n))), nil)
	r := new(big.Rat).SetInt(ten)
	if n < 0 {
		r.Inv(r)
	}
	return r
}

// measured is a unit that was read behind a number.
type measured struct {
	text  string // its parts, as m s^-2
	power int    // of ten, where it is a single unit
	end   int    // the token behind it
	sure  bool   // no letter of it may be a name
}

// unitAhead reads a unit at a token: kg, m/s, m s^{-2}, \frac{m}{s}, \text{ mol}, mol*L^{-1}. ok is false where none stands
// there.
func (p *parser) unitAhead(i int) (m measured, ok bool) {
	m.sure = true
	var parts []string
	sign := 1
	for {
		names, next, sure := p.unitFactor(i)
		if names == nil {
			break
		}
		m.sure = m.sure && sure
		exponent, after := p.unitExponent(next)
		for k, name := range names {
			n := sign
			if k == len(names)-1 {
				n *= exponent
			}
			if n != 1 {
				name += "^" + signedText(n)
			}
			parts = append(parts, name)
		}
		i, m.end = after, after
		sign = 1
		switch t := p.tok(i); {
		case t.kind == tOp && t.text == "/":
			sign = -1
			i++
		case t.kind == tOp && (t.text == "*" || t.text == "×"):
			i++
		}
	}
	if parts == nil {
		return m, false
	}
	m.text = strings.Join(parts, " ")
	if len(parts) == 1 && !strings.Contains(parts[0], "^") {
		m.power = units[parts[0]].power
	}
	return m, true
}

func signedText(n int) string {
	if n < 0 {
		return "-" + itoa(-n)
	}
	return itoa(n)
}

// unitFactor reads one unit or a fraction of units; names is nil where none stands there.
func (p *parser) unitFactor(i int) (names []string, next int, sure bool) {
	t := p.tok(i)
	if scale, end := p.temperatureScale(i); end > 0 {
		return []string{scale}, end, true
	}
	if t.kind == tName && !p.known(t.text) { // Ω, and kΩ, which are two names for the lexer
		next := p.tok(i + 1)
		switch _, ok := units[t.text+"Ω"]; {
		case t.text == "Omega":
			return []string{"Ω"}, i + 1, true
		case ok && len(t.text) <= len("µ") && next.kind == tName && next.text == "Omega" && !p.known("Omega"):
			return []string{t.text + "Ω"}, i + 2, true
		}
	}
	if strings.TrimSpace(t.text) == "M" && (t.kind == tText || t.kind == tName && t.space) && !p.known("M") { // mol per litre; 2M are two million
		return []string{"mol", "L^-1"}, i + 1, t.kind == tText
	}
	switch {
	case t.kind == tName:
		if _, ok := units[t.text]; ok {
			return []string{t.text}, i + 1, len(t.text) > 1 && !p.known(t.text)
		}
		if p.Dialect == TeX && len(t.text) == 2 && !p.known(t.text) { // Nm
			_, ok1 := units[t.text[:1]]
			_, ok2 := units[t.text[1:]]
			if ok1 && ok2 {
				return []string{t.text[:1], t.text[1:]}, i + 1, false
			}
		}
	case t.kind == tText:
		if p.known(strings.TrimSpace(t.text)) {
			return nil, i, false
		}
		if words := strings.Fields(strings.NewReplacer("/", " / ", "·", " ", `\,`, " ").Replace(t.text)); len(words) > 0 {
			sign := ""
			for _, w := range words {
				if w == "/" {
					sign = "^-1"
					continue
				}
				if _, ok := units[w]; !ok {
					return nil, i, false
				}
				names = append(names, w+sign)
				sign = ""
			}
			return names, i + 1, true
		}
	case t.kind == tCommand && fractionCommands[t.text] && p.tok(i+1).text == "{":
		top := p.tok(i + 2)
		_, ok1 := units[strings.TrimSpace(top.text)]
		bottom := p.tok(i + 5)
		_, ok2 := units[strings.TrimSpace(bottom.text)]
		if ok1 && ok2 && (top.kind == tName || top.kind == tText) && p.tok(i+3).text == "}" && p.tok(i+4).text == "{" {
			exponent, end := p.unitExponent(i + 6)
			if p.tok(end).text == "}" {
				return []string{strings.TrimSpace(top.text), strings.TrimSpace(bottom.text) + "^" + signedText(-exponent)}, end + 1, true
			}
		}
	}
	return nil, i, false
}

// temperatureScale reads °C and °F in all their spellings: ^\circ C, ^{\circ}\text{C}, °C. end is 0 where none stands there.
func (p *parser) temperatureScale(i int) (scale string, end int) {
	if p.tok(i).kind == tOp && p.tok(i).text == "^" {
		i++
		grouped := p.tok(i).text == "{"
		if grouped {
			i++
		}
		if p.tok(i).kind != tHadamard && p.tok(i).kind != tDegree {
			return "", 0
		}
		if grouped {
			i++
			if p.tok(i).text != "}" {
				return "", 0
			}
		}
	} else if p.tok(i).kind != tDegree {
		return "", 0
	}
	t := p.tok(i + 1)
	if letter := strings.TrimSpace(t.text); (t.kind == tName || t.kind == tText) && (letter == "C" || letter == "F") {
		return "°" + letter, i + 2
	}
	return "", 0
}

// unitExponent reads the exponent of a unit; 1 where there is none.
func (p *parser) unitExponent(i int) (n, end int) {
	t := p.tok(i)
	if t.kind == tSuper {
		if s := strings.TrimPrefix(t.text, "-"); s != "" && len(s) < 2 && strings.Trim(s, "0123456789") == "" {
			n = atoi(s)
			if s != t.text {
				n = -n
			}
			return n, i + 1
		}
		return 1, i
	}
	if t.kind != tOp || t.text != "^" {
		return 1, i
	}
	j := i + 1
	grouped := p.tok(j).text == "{" || p.tok(j).text == "("
	if grouped {
		j++
	}
	n = 1
	if p.tok(j).text == "-" {
		n = -1
		j++
	}
	if t := p.tok(j); t.kind == tNumber && len(t.text) == 1 {
		n *= atoi(t.text)
		j++
		if grouped {
			j++
		}
		return n, j
	}
	return 1, i
}

// takesUnit says whether the unit that was read behind a number is one: letters that may be names are units only where
// nothing that could be multiplied with them follows, and where the article knows no such name, or the number with its unit
// is the whole result of a computation.
func (p *parser) takesUnit(m measured) bool {
	after := p.tok(m.end)
	if after.kind == tOp && strings.Contains("([_^'", after.text) || after.kind == tSub || after.kind == tSuper {
		return m.sure && after.text == "("
	}
	if after.kind == tNumber { // 2 h 58 min
		next, ok := p.unitAhead(m.end + 1)
		return ok && units[m.text].dimension == "S" && units[next.text].dimension == "S"
	}
	if p.Dialect == Plain && p.peek().space && (p.peek().text == "a" || p.peek().text == "A" || after.kind == tName) { // 3 a day
		return false
	}
	if m.sure {
		return true
	}
	for i := p.at; i < m.end; i++ {
		if t := p.tokens[i]; t.kind == tName && p.known(t.text) {
			p.ambiguous = true
			if p.Units {
				break
			}
			return p.result && after.kind == tEnd && p.firstFactor()
		}
	}
	if p.Dialect == Plain && after.kind == tName {
		return after.space
	}
	switch after.kind {
	case tEnd, tRelation, tSeparator, tBreak, tText, tOther:
		return true
	case tOp:
		return strings.Contains("+-*×/:)}]", after.text)
	case tCommand:
		return after.text == "pm"
	}
	return false
}

// firstFactor says whether the number before the parser's place begins the term.
func (p *parser) firstFactor() bool {
	return p.at == 1 || p.at == 2 && p.tokens[0].kind == tOp && (p.tokens[0].text == "-" || p.tokens[0].text == "+")
}

// duration reads a time in several units, 2 h 58 min 20 s, behind its first: a sum of products with the seconds that each
// unit has.
func (p *parser) duration(first Literal) (formula.Expr, bool) {
	scale := func(l Literal) (string, int64) {
		u, ok := units[l.Unit]
		if !ok || u.dimension != "S" || u.power != 0 {
			return "", 0
		}
		return itoa(int(max(1, u.factor))), max(1, u.factor)
	}
	var parts []Literal
	var seconds []string
	l, at := first, p.at
	for {
		text, worth := scale(l)
		if worth == 0 || len(seconds) > 0 && worth >= int64(atoi(seconds[len(seconds)-1])) {
			break
		}
		parts, seconds, p.at = append(parts, l), append(seconds, text), at
		t := p.tok(at)
		if t.kind != tNumber || strings.Contains(t.text, "e") {
			break
		}
		m, ok := p.unitAhead(at + 1)
		if !ok {
			break
		}
		l, at = Literal{Text: t.text, Start: t.start, End: t.end, Unit: m.text}, m.end
	}
	if len(parts) < 2 {
		return nil, false
	}
	var total formula.Expr
	for i, l := range parts {
		l.Unit = ""
		var x formula.Expr = p.number(l)
		if seconds[i] != "1" {
			x = formula.Binary{Op: formula.Mul, X: x, Y: p.implied(seconds[i])}
		}
		if total == nil {
			total = x
		} else {
			total = formula.Binary{Op: formula.Add, X: total, Y: x}
		}
	}
	return total, true
}
