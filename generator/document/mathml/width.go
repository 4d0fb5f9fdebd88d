package mathml

import (
	"strconv"
	"strings"
	"unicode"
)

// Width of a formula, in em of the text around it. A page needs it before any browser has laid it out: to let a wide
// formula scroll in a box of its own that a keyboard can reach, and to shrink it to the paper when printed. The widths
// are those of STIX Two rounded up, the spaces around operators TeX's thick and medium ones; the formulas of
// the sample document come out 4 per cent wider to 8 narrower than told.

// script is how much smaller a browser sets an index or an exponent (MathML Core, section 3.1.6).
const script = 0.71

func (e *element) width(size float64) float64 {
	pad := size * padding(e.attr("style"))
	switch e.name {
	case "mi", "mn", "mtext", "ms":
		return pad + size*textWidth(e.text, e.name)
	case "mo":
		return pad + size*operatorWidth(e)
	case "mspace":
		return pad + size*length(e.attr("width"))
	case "mfrac":
		w := 0.0
		for _, child := range e.children {
			w = max(w, child.width(size))
		}
		return pad + w + 0.2*size
	case "msub", "msup", "mover", "munder":
		return pad + e.child(0).width(size) + e.child(1).width(size*script)
	case "msubsup", "munderover":
		return pad + e.child(0).width(size) + max(e.child(1).width(size*script), e.child(2).width(size*script))
	case "msqrt", "mroot":
		return pad + e.sum(size) + size
	case "mtable":
		return pad + e.tableWidth(size)
	}
	if e.attr("class") == "boxed" {
		pad += 2 * size
	}
	return pad + e.sum(size)
}

func (e *element) child(i int) *element {
	if i < len(e.children) {
		return e.children[i]
	}
	return &element{}
}

func (e *element) sum(size float64) float64 {
	w := 0.0
	for _, child := range e.children {
		w += child.width(size)
	}
	return w
}

func (e *element) tableWidth(size float64) float64 {
	var columns []float64
	for _, row := range e.children {
		for i, cell := range row.children {
			if i == len(columns) {
				columns = append(columns, 0)
			}
			columns[i] = max(columns[i], cell.width(size))
		}
	}
	w := 0.0
	for _, column := range columns {
		w += column
	}
	return w
}

// textWidth is in em.
func textWidth(text, kind string) float64 {
	w := 0.0
	for _, r := range text {
		switch {
		case strings.ContainsRune(".,;:'|!′", r):
			w += 0.28
		case strings.ContainsRune("()[]ijltfrI", r):
			w += 0.36
		case strings.ContainsRune("mwMWQG@Θ∂∇", r), unicode.IsUpper(r):
			w += 0.78
		case r == '\u2061' || r == '\u2062':
		default:
			w += 0.52
		}
	}
	if kind == "mi" {
		w += 0.05
	}
	return w
}

// operatorWidth is in em, with the space a browser puts around it.
func operatorWidth(e *element) float64 {
	w := textWidth(e.text, "mo")
	if e.attr("fence") != "" || e.attr("form") != "" || e.attr("lspace") != "" {
		if strings.ContainsAny(e.text, "−+∓±") {
			return 0.75
		}
		if e.attr("stretchy") == "true" {
			w += 0.15 // a tall bracket is a wider one
		}
		return max(w, 0.1)
	}
	switch {
	case e.text == "" || w == 0:
		return 0
	case e.attr("separator") != "":
		return w + 0.2
	case strings.ContainsAny(e.text, "=≈<>≤≥→⇒∈←↦∼≡≠≔"):
		return 0.8 + 0.56
	case strings.ContainsAny(e.text, "+−⊙×±∘⊗"):
		return 0.75 + 0.45
	case e.text == "⋅" || e.text == "·":
		return 0.28 + 0.45
	}
	return w + 0.4
}

// length reads a length of MathML or CSS in em, taking an em for 10 points.
func length(s string) float64 {
	for unit, factor := range map[string]float64{"em": 1, "pt": 0.1, "ex": 0.5, "mu": 1.0 / 18, "px": 0.06} {
		if number, ok := strings.CutSuffix(s, unit); ok {
			if v, err := strconv.ParseFloat(number, 64); err == nil {
				return v * factor
			}
		}
	}
	return 0
}

// padding sums the left and right padding of an inline style, in em.
func padding(style string) float64 {
	w := 0.0
	for declaration := range strings.SplitSeq(style, ";") {
		name, value, _ := strings.Cut(declaration, ":")
		if name = strings.TrimSpace(name); name == "padding-left" || name == "padding-right" {
			w += length(strings.TrimSpace(value))
		}
	}
	return w
}
