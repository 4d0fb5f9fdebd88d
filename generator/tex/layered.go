package tex

import "regexp"

// An article may number its layers by bare superscripts, w_{11}^{2}, as others write powers. That a letter's superscripts are
// such numbers is seen where a power makes no sense: in the denominator of a first derivative, \frac{\partial E}{\partial
// w_{11}^{2}}, before the mark of a new value, w_{11}^{2+}, and where it is 1.

var (
	scripted   = `(\\?[A-Za-z]+)\s*(?:_(?:\{[^{}]*\}|\w))?\s*\^\s*`
	layeredBy  = regexp.MustCompile(`\\[dt]?frac\s*\{\s*(?:\\partial|d)\b\s*(?:[^{}^\\]|\\\pL+|\{[^{}]*\})(?:[^{}]|\{[^{}]*\})*\}\s*\{\s*(?:\\partial\s*|d)\{?\s*` + scripted + `(?:\{\s*\d\s*\}|\d)\s*\}`)
	layeredNew = regexp.MustCompile(scripted + `\{\s*(?:\d\s*[+'*]|[+'*]\s*\d)\s*\}`)
	layeredOne = regexp.MustCompile(`(\\?[A-Za-z]+)\s*_(?:\{[^{}]*\}|\w)\s*\^\s*(?:\{\s*1\s*\}|1\b)`)
	unicodeOne = regexp.MustCompile(`(\pL)[₀-₉]*¹(?:[^⁰¹²³⁴-⁹]|$)`)
)

// LayeredNames are the letters whose superscripts in a text number layers.
func LayeredNames(text string) []string {
	var names []string
	for _, r := range []*regexp.Regexp{layeredBy, layeredNew, layeredOne} {
		for _, m := range r.FindAllStringSubmatch(text, -1) {
			name := m[1]
			if name[0] == '\\' {
				if name = name[1:]; greek[name] == "" {
					continue
				}
			}
			names = append(names, name)
		}
	}
	for _, m := range unicodeOne.FindAllStringSubmatch(text, -1) {
		letter := []rune(m[1])[0]
		if g, ok := greekLetters[letter]; ok {
			names = append(names, g)
		} else if superscripts[letter] == "" && subscripts[letter] == "" {
			names = append(names, m[1])
		}
	}
	return names
}

// layer reads the superscript of a name that numbers its layer, with the mark of a new value: 2, {2}, {2+}. width is the number
// of its tokens, ^ included, and 0 where it is none.
func (p *parser) layer(base string) (layer, mark string, width int) {
	if p.Layered == nil || !p.Layered(base) {
		return "", "", 0
	}
	if t := p.peek(); t.kind == tSuper {
		if isLayerNumber(t.text) {
			return t.text, "", 1
		}
		return "", "", 0
	}
	if t := p.tok(p.at + 1); t.kind == tNumber && isLayerNumber(t.text) {
		return t.text, "", 2
	} else if t.text != "{" {
		return "", "", 0
	}
	for i := p.at + 2; i < p.at+5; i++ {
		switch t := p.tok(i); {
		case t.kind == tNumber && layer == "" && isLayerNumber(t.text):
			layer = t.text
		case t.kind == tOp && mark == "" && (t.text == "+" || t.text == "'" || t.text == "*"):
			mark = t.text
		case t.kind == tOp && t.text == "}" && layer != "":
			return layer, mark, i + 1 - p.at
		default:
			return "", "", 0
		}
	}
	return "", "", 0
}

func isLayerNumber(s string) bool { return len(s) == 1 && s[0] >= '0' && s[0] <= '9' }
