package mathml

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// Width of a formula, in thousandths of an em of the text around it: whole numbers, so that every machine gets the same.
// A page needs it before any browser has laid it out: to let a wide formula scroll in a box of its own that a keyboard
// can reach, and to shrink it to the paper when printed. The widths are those of STIX Two rounded up, the spaces around
// operators TeX's thick and medium ones; the formulas of the sample document come out 4 per cent wider to 8 narrower
// than told.

// script is how much smaller a browser sets an index or an exponent (MathML Core, section 3.1.6).
const script = 710

// width is in thousandths of an em, at a size in thousandths.
func (e *element) width(size int) int {
	pad := padding(e.attr("style")) * size / 1000
	switch e.name {
	case "mi", "mn", "mtext", "ms":
		return pad + textWidth(e.text, e.name)*size/1000
	case "mo":
		return pad + operatorWidth(e)*size/1000
	case "mspace":
		return pad + length(e.attr("width"))*size/1000
	case "mfrac":
		w := 0
		for _, child := range e.children {
			w = max(w, child.width(size))
		}
		return pad + w + size/5
	case "msub", "msup", "mover", "munder":
		return pad + e.child(0).width(size) + e.child(1).width(size*script/1000)
	case "msubsup", "munderover":
		return pad + e.child(0).width(size) + max(e.child(1).width(size*script/1000), e.child(2).width(size*script/1000))
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

func (e *element) sum(size int) int {
	w := 0
	for _, child := range e.children {
		w += child.width(size)
	}
	return w
}

func (e *element) tableWidth(size int) int {
	var columns []int
	for _, row := range e.children {
		for i, cell := range row.children {
			if i == len(columns) {
				columns = append(columns, 0)
			}
			columns[i] = max(columns[i], cell.width(size))
		}
	}
	w := 0
	for _, column := range columns {
		w += column
	}
	return w
}

// textWidth is in thousandths of an em.
func textWidth(text, kind string) int {
	w := 0
	for _, r := range text {
		switch {
		case strings.ContainsRune(".,;:'|!′", r):
			w += 280
		case strings.ContainsRune("()[]ijltfrI", r):
			w += 360
		case strings.ContainsRune("mwMWQG@Θ∂∇", r), unicode.IsUpper(r):
			w += 780
		case r == '\u2061' || r == '\u2062':
		default:
			w += 520
		}
	}
	if kind == "mi" {
		w += 50
	}
	return w
}

// operatorWidth is in thousandths of an em, with the space a browser puts around it.
func operatorWidth(e *element) int {
	w := textWidth(e.text, "mo")
	if e.attr("fence") != "" || e.attr("form") != "" || e.attr("lspace") != "" {
		if strings.ContainsAny(e.text, "−+∓±") {
			return 750
		}
		if e.attr("stretchy") == "true" {
			w += 150 // a tall bracket is a wider one
		}
		return max(w, 100)
	}
	switch {
	case e.text == "" || w == 0:
		return 0
	case e.attr("separator") != "":
		return w + 200
	case strings.ContainsAny(e.text, "⟶⟵⟷⟹⟸⟺⟼"):
		return 1700 + 560
	case strings.ContainsAny(e.text, "=≈<>≤≥→⇒∈←↦∼≡≠≔"):
		return 800 + 560
	case strings.ContainsAny(e.text, "+−⊙×±∘⊗"):
		return 750 + 450
	case e.text == "⋅" || e.text == "·":
		return 280 + 450
	}
	return w + 400
}

// units are the lengths of MathML and CSS in thousandths of an em, taking an em for 10 points.
var units = []struct {
	name string
	size float64
}{{"em", 1000}, {"pt", 100}, {"ex", 500}, {"mu", 1000.0 / 18}, {"px", 60}}

// length reads a length.
func length(s string) int {
	for _, unit := range units {
		if number, ok := strings.CutSuffix(s, unit.name); ok {
			if v, err := strconv.ParseFloat(number, 64); err == nil {
				return int(math.Round(v * unit.size))
			}
		}
	}
	return 0
}

// padding sums the left and right padding of an inline style.
func padding(style string) int {
	w := 0
	for declaration := range strings.SplitSeq(style, ";") {
		name, value, _ := strings.Cut(declaration, ":")
		if name = strings.TrimSpace(name); name == "padding-left" || name == "padding-right" {
			w += length(strings.TrimSpace(value))
		}
	}
	return w
}
