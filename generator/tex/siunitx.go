package tex

import (
	"regexp"
	"strconv"
	"strings"
)

// What siunitx makes of its commands (manual, section 4.2 and table 1 to 8).
var (
	siUnits = map[string]string{
		"metre": "m", "meter": "m", "gram": "g", "second": "s", "ampere": "A", "kelvin": "K", "mole": "mol", "hertz": "Hz", "newton": "N",
		"pascal": "Pa", "joule": "J", "watt": "W", "coulomb": "C", "volt": "V", "farad": "F", "ohm": "Ω", "siemens": "S", "weber": "Wb",
		"tesla": "T", "henry": "H", "becquerel": "Bq", "gray": "Gy", "sievert": "Sv", "minute": "min", "hour": "h", "day": "d", "litre": "L",
		"liter": "L", "tonne": "t", "electronvolt": "eV", "bar": "bar", "celsius": "°C", "degreeCelsius": "°C", "byte": "B", "bit": "bit",
		"hectare": "ha", "kilogram": "kg", "L": "L", "l": "L",
	}
	siPrefixes = map[string]string{
		"kilo": "k", "mega": "M", "giga": "G", "tera": "T", "hecto": "h", "deci": "d", "centi": "c", "milli": "m", "micro": "µ", "nano": "n", "pico": "p", "femto": "f",
	}
	siToken = regexp.MustCompile(`\\[A-Za-z]+|\^\{?-?\d\}?|[A-Za-zµΩ°€]+|/|[.~]|\\[,;]|\s+`)
)

// siArguments is how many arguments the commands have that hold a number, a unit or both.
var siArguments = map[string]int{"SI": 2, "qty": 2, "num": 1, "ang": 1, "si": 1, "unit": 1}

// Arguments is how many arguments in braces a command has that is read wherever it stands, a fraction or a number with its
// unit; 0 for all others.
func Arguments(command string) int {
	if fractionCommands[command] {
		return 2
	}
	return siArguments[command]
}

// siunit reads a unit in the commands of siunitx.
func siunit(text string) (Unit, bool) {
	u := Unit{Scale: powerOfTen(0)}
	prefix, sign, power, covered := "", 1, 1, 0
	var last Unit
	lastSign := 1
	for _, m := range siToken.FindAllStringIndex(text, -1) {
		if m[0] != covered {
			return Unit{}, false
		}
		covered = m[1]
		t := text[m[0]:m[1]]
		name := strings.TrimPrefix(t, `\`)
		switch {
		case strings.HasPrefix(t, "^"):
			n, err := strconv.Atoi(strings.Trim(t, "^{}"))
			if err != nil || n == 0 || last.Name == "" {
				return Unit{}, false
			}
			u = u.times(last, -lastSign).times(last, n*lastSign)
			continue
		case strings.TrimSpace(t) == "" || t == "." || t == "~" || t == `\,` || t == `\;`:
			continue
		case t == "/" || name == "per":
			sign = -1
			continue
		case name == "squared" || name == "cubed":
			u = u.times(last, lastSign*map[string]int{"squared": 1, "cubed": 2}[name])
			continue
		case name == "square":
			power = 2
			continue
		case name == "cubic":
			power = 3
			continue
		case siPrefixes[name] != "" && strings.HasPrefix(t, `\`):
			prefix = siPrefixes[name]
			continue
		}
		if symbol, ok := siUnits[name]; ok && strings.HasPrefix(t, `\`) {
			name = symbol
		}
		v, ok := units[prefix+name]
		if !ok {
			return Unit{}, false
		}
		u = u.times(v, sign*power)
		last, lastSign = v, sign
		prefix, sign, power = "", 1, 1
	}
	if covered == len(text) && last.Name == u.Name && u.Dim == last.Dim { // a single unit is called by its symbol
		return last, true
	}
	u.Name = text
	return u, covered == len(text) && last.Name != ""
}

// quantity reads \SI{4.2e7}{\s}, \num{4.2e7}, \ang{30} and \si{\s}: a number, and its unit as text. It says whether one stands here.
func (l *lexer) quantity(name string, end int, space bool) bool {
	groups := siArguments[name]
	if groups == 0 || l.reader.Dialect == Own {
		return false
	}
	close := closingBrace(l.src, end)
	if close == 0 {
		return false
	}
	open := end + strings.IndexByte(l.src[end:], '{') + 1
	if name == "si" || name == "unit" {
		return l.add(tText, l.src[open:close-1], close, space)
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
			return l.add(tText, l.src[open:after-1], after, false)
		}
	}
	return true
}
