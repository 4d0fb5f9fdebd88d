package tex

import "strings"

// unitReading is a unit that was read behind a number.
type unitReading struct {
	unit Unit
	end  int // the token behind it
	// letters says that it is written with single letters alone, which may be names of the article; used, that the article
	// has such names.
	letters, used bool
	allLetters    bool // each of its parts is a single letter
	known         bool // the article gives such a name a value
	compound      bool // it has several parts, and one of them is written with several letters
	text          bool // it stands in \text or \si, where no names stand
}

// unitBehind reads the unit behind the number whose first token is at from, where the parser stands behind its digits.
// Letters behind a number are a unit where nothing in the article uses them as names; where the number is a whole side
// of an equation, they are one unless the article gives them a value.
func (p *parser) unitBehind(from int) (Unit, bool) {
	if p.Bare {
		return Unit{}, false
	}
	t := p.peek()
	if t.kind == tText {
		if p.isFunctionName(strings.TrimSpace(t.text)) && p.opensArguments(min(p.at+1, len(p.tokens)-1)) || p.Dialect == Plain {
			return Unit{}, false
		}
		if r, ok := p.readUnit(p.at); ok {
			p.at = r.end
			return r.unit, true
		}
		return Unit{}, false
	}
	r, ok := p.readUnit(p.at)
	if !ok && p.isOp("/") { // 0.30 €/kWh
		if r, ok := p.readUnit(p.at + 1); ok && !r.letters && !r.used && !r.known && r.unit.Known() {
			p.at = r.end
			return Unit{Scale: powerOfTen(0)}.times(r.unit, -1), true
		}
	}
	if !ok {
		return Unit{}, false
	}
	whole := p.isSide(from, r.end)
	if r.compound && p.Dialect == Plain { // N·m²/kg², whatever m is
		r.known, r.used = false, false
	}
	p.ambiguous = p.ambiguous || r.known || r.used
	switch {
	case r.text, (r.known || r.used) && p.Units:
	case p.goesOn(r): // 3 m_1
		return Unit{}, false
	case r.known && !(whole && (p.result || p.behind && t.space)):
		return Unit{}, false
	case (r.used || r.known) && !whole:
		return Unit{}, false
	case r.letters && p.Dialect == TeX && !whole && (r.used || strings.Contains(rareUnits, r.unit.Name)):
		return Unit{}, false
	case r.letters && p.Dialect == Plain && t.space && !p.endsUnit(r.end) && !(p.tok(r.end).kind == tOp && strings.Contains("+-*×/", p.tok(r.end).text)):
		return Unit{}, false
	case p.Dialect == Plain && t.space && p.tok(r.end).kind == tName && p.isAtomName(r.end): // 9 bar x_2
		return Unit{}, false
	case r.unit.Name == "k" && t.space:
		return Unit{}, false
	}
	p.at = r.end
	return r.unit, true
}

// goesOn says whether what was read as a unit is the beginning of a name or a call, as in 3 m_1 and 2 N(0).
func (p *parser) goesOn(r unitReading) bool {
	next := p.tok(r.end)
	return next.kind == tSub || next.kind == tSuper || next.kind == tOp && (next.text == "_" || next.text == "'" || next.text == "^" || r.letters && next.text == "(")
}

// commonUnits are letters that stand for units behind a formula, too.
const commonUnits = "k K M V A W F H J s m g N B h"

// rareUnits are letters that inside a formula are names rather than units.
const rareUnits = "d t l S T H F C B k M L K h"

// isSide says whether the tokens from from to end are a whole side of an equation, or all that a box holds.
func (p *parser) isSide(from, end int) bool {
	for from > 0 && p.tokens[from-1].kind == tOp && (p.tokens[from-1].text == "-" || p.tokens[from-1].text == "+") {
		from--
	}
	if from > 0 && p.tokens[from-1].text != "{" {
		return false
	}
	if from > 0 {
		return p.tok(end).text == "}"
	}
	return p.endsUnit(end)
}

// endsUnit says whether a side of an equation may end at a token.
func (p *parser) endsUnit(i int) bool {
	t := p.tok(i)
	switch t.kind {
	case tEnd, tText, tBreak, tSeparator, tRelation:
		return true
	case tOther:
		return t.text != "±"
	case tOp:
		return t.text == ")" || t.text == "]" || t.text == "|" || t.text == "}"
	case tName:
		return p.Dialect == Plain && len([]rune(t.text)) > 1 && !p.isAtomName(i)
	}
	return false
}

// readUnit reads a product of powers of units that begins at token i: km/s, m\,s^{-2}, \frac{m}{s}, mol*L^{-1}.
func (p *parser) readUnit(i int) (r unitReading, ok bool) {
	sign, count := 1, 0
	plain := true // letters side by side, without power or stroke
	defer func() {
		r.compound = count > 1 && !plain && !r.allLetters
		if plain && count > 1 && !strings.Contains(letterProducts, " "+r.unit.Name+" ") {
			ok = false
		}
	}()
	r.letters, r.allLetters = true, true
	for count < 8 {
		v, power, end, found := p.unitFactor(i)
		if !found {
			break
		}
		r.unit = p.joined(r.unit, v.unit, sign*power, count)
		plain = plain && v.letters && sign*power == 1
		r.letters = r.letters && v.letters
		r.used = (r.used || count == 0) && v.used // m/s is a unit where only m is a name
		r.known = (r.known || count == 0) && v.known
		r.allLetters = r.allLetters && v.letters
		r.text = r.text || v.text
		r.end = end
		count++
		sign, i = 1, end
		next := p.tok(i)
		switch {
		case next.kind == tOp && next.text == "/":
			sign = -1
			i++
		case next.kind == tOp && (next.text == "*" || next.text == "×"):
			i++
		case next.kind == tName && (next.space || p.Dialect == TeX):
			if p.Dialect == Plain && !strings.ContainsAny(p.tok(i+1).text, "-^⁻²³") && p.tok(i+1).kind != tSuper && p.tok(i+1).kind != tEnd {
				return r, true // kg of something
			}
		case next.kind == tText || next.kind == tCommand:
		default:
			r.letters = r.letters && count == 1
			return r, true
		}
	}
	r.letters = r.letters && count == 1
	return r, count > 0
}

func (p *parser) joined(u, v Unit, power, count int) Unit {
	if count == 0 && power == 1 {
		return v
	}
	if count == 0 {
		u.Scale = powerOfTen(0)
	}
	return u.times(v, power)
}

// molar is M behind a space, mol per litre; 2M are two million.
var molar = Unit{"M", powerOfTen(3), dim(-3, 0, 0, 0, 0, 1)}

// letterProducts are the units that are written as two letters side by side. Others are names.
const letterProducts = " Nm As VA Ws Js Ah Ns "

// unitFactor reads one unit with its power.
func (p *parser) unitFactor(i int) (r unitReading, power, end int, ok bool) {
	t := p.tok(i)
	power = 1
	switch t.kind {
	case tDegree:
		if c := strings.TrimSpace(p.tok(i + 1).text); (c == "C" || c == "F") && !p.tok(i+1).space {
			return unitReading{unit: units["°"+c], text: true}, 1, i + 2, true
		}
		return r, 0, 0, false
	case tText:
		u, ok := p.Reader.unitText(t.text)
		if strings.TrimSpace(t.text) == "M" {
			u = molar
		}
		if !ok {
			return r, 0, 0, false
		}
		r = unitReading{unit: u, text: true}
		end = i + 1
	case tName:
		name, width, digits := p.unitName(i)
		if width == 0 {
			return r, 0, 0, false
		}
		u, found := units[name]
		if !found {
			return r, 0, 0, false
		}
		if name == "M" && t.space {
			u = molar
		}
		letters := []rune(name)
		r = unitReading{unit: u, letters: len(letters) == 1, used: p.lettersUsed(name), known: p.known(name) || p.known(t.text)}
		end = i + width
		if digits > 0 {
			return r, digits, end, true
		}
	case tCommand:
		if !fractionCommands[t.text] || p.tok(i+1).text != "{" {
			return r, 0, 0, false
		}
		top, ok1 := p.readUnit(i + 2)
		if !ok1 || p.tok(top.end).text != "}" || p.tok(top.end+1).text != "{" {
			return r, 0, 0, false
		}
		bottom, ok2 := p.readUnit(top.end + 2)
		if !ok2 || p.tok(bottom.end).text != "}" {
			return r, 0, 0, false
		}
		r = unitReading{unit: top.unit.times(bottom.unit, -1), used: top.used && bottom.used, known: top.known && bottom.known, text: top.text || bottom.text}
		return r, 1, bottom.end + 1, true
	case tOp:
		switch {
		case t.text == "[" && !t.space: // 365 [d] of physicists
			inner, ok := p.readUnit(i + 1)
			if inner.text = true; !ok || p.tok(inner.end).text != "]" {
				return r, 0, 0, false
			}
			return inner, 1, inner.end + 1, true
		case t.text == "(" && i > 0 && p.tok(i-1).text == "/":
			inner, ok := p.readUnit(i + 1)
			if !ok || p.tok(inner.end).text != ")" {
				return r, 0, 0, false
			}
			return inner, 1, inner.end + 1, true
		case t.text == "(": // 5 (m/s)²
			inner, ok := p.readUnit(i + 1)
			if !ok || p.tok(inner.end).text != ")" || inner.end < i+4 {
				return r, 0, 0, false
			}
			n, width := p.unitPower(inner.end + 1)
			if width == 0 {
				n = 1
			}
			return inner, n, inner.end + 1 + width, true
		case t.text == "^": // 25^\circ C
			j := i + 1
			if p.tok(j).text == "{" && p.tok(j+2).text == "}" {
				j++
			}
			if p.tok(j).kind != tHadamard {
				return r, 0, 0, false
			}
			if j > i+1 {
				j++
			}
			if c := strings.TrimSpace(p.tok(j + 1).text); c == "C" || c == "F" {
				return unitReading{unit: units["°"+c], text: true}, 1, j + 2, true
			}
		}
		return r, 0, 0, false
	default:
		return r, 0, 0, false
	}
	n, width := p.unitPower(end)
	if width > 0 {
		power, end = n, end+width
	}
	return r, power, end, power >= -maxUnitPower && power <= maxUnitPower
}

// maxUnitText bounds how long a unit's text may be.
const maxUnitText = 80

// Duration is the function that adds the parts of a mixed duration, as in 2 h 58 min 20 s.
const Duration = "duration"
