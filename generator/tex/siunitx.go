package tex

import (
	"regexp"
	"strings"
)

// unitMacros are the units and prefixes of the package siunitx by name.
var unitMacros = map[string]string{
	"metre": "m", "meter": "m", "second": "s", "gram": "g", "kilogram": "kg", "newton": "N", "joule": "J", "watt": "W",
	"volt": "V", "ampere": "A", "kelvin": "K", "hertz": "Hz", "pascal": "Pa", "mole": "mol", "ohm": "Ω", "litre": "L", "liter": "L",
	"hour": "h", "minute": "min", "day": "d", "degreeCelsius": "°C", "celsius": "°C", "farad": "F", "henry": "H", "coulomb": "C",
	"tesla": "T", "electronvolt": "eV", "bar": "bar", "percent": "%",
	"kilo": "k\x00", "mega": "M\x00", "giga": "G\x00", "milli": "m\x00", "micro": "µ\x00", "nano": "n\x00", "centi": "c\x00", "deci": "d\x00",
}

var unitMacro = regexp.MustCompile(`\\([a-zA-Z]+)`)

// unitText writes the argument of \si as units are written elsewhere: \kilo\gram\metre\per\second\squared is kg m/s^2.
func unitText(argument string) string {
	s := unitMacro.ReplaceAllStringFunc(argument, func(m string) string {
		switch name := m[1:]; name {
		case "per":
			return "/"
		case "squared":
			return "^2"
		case "cubed":
			return "^3"
		default:
			if text, ok := unitMacros[name]; ok {
				return " " + text
			}
			return " " + name
		}
	})
	s = strings.ReplaceAll(s, "\x00 ", "")
	return strings.NewReplacer("/ ", "/", " ^", "^", ".", " ", "{", "", "}", "").Replace(s)
}

// quantity reads \SI{4.2e7}{\s}, \num{4.2e7}, \ang{30} and \si{\s}: a number, and its unit as text. It says whether one stands here.
func (l *lexer) quantity(name string, end int, space bool) bool {
	groups := map[string]int{"SI": 2, "qty": 2, "num": 1, "ang": 1, "si": 1, "unit": 1}[name]
	if groups == 0 || l.reader.Dialect == Own {
		return false
	}
	close := closingBrace(l.src, end)
	if close == 0 {
		return false
	}
	open := end + strings.IndexByte(l.src[end:], '{') + 1
	if name == "si" || name == "unit" {
		return l.add(tText, unitText(l.src[open:close-1]), close, space)
	}
	inner := lexer{src: l.src[:close-1], at: open, reader: l.reader}
	for inner.next() {
	}
	l.tokens = append(l.tokens, inner.tokens...)
	l.at = close
	if name == "ang" {
		l.tokens = append(l.tokens, token{tDegree, "°", close, close, false})
	}
	if groups == 2 {
		if after := closingBrace(l.src, close); after > 0 {
			open := close + strings.IndexByte(l.src[close:], '{') + 1
			l.at = open
			return l.add(tText, unitText(l.src[open:after-1]), after, false)
		}
	}
	return true
}
