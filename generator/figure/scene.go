package figure

import "strings"

// scene is a drawing before it is written: everything in pixels, y downwards.
type scene struct {
	left, width, height float64
	lines               []line
	circles             []circle
	texts               []text
}

type line struct{ a, b point }

type circle struct {
	x, y, r float64
	kind    string // "input", "hidden", "output" or "dot"
}

type anchor int

const (
	middle anchor = iota
	left
	right
)

// text stands with its middle height at y.
type text struct {
	x, y   float64
	anchor anchor
	size   float64
	label  Label
	symbol bool // set as a symbol: slanted
}

// width estimates the width of plain text in pixels, from the widths of a common serif face rounded up.
func width(s string, size float64) float64 {
	w := 0.0
	for _, r := range s {
		switch {
		case strings.ContainsRune(".,;:'|!ijlI", r):
			w += 0.3
		case strings.ContainsRune("()[]ftr-", r):
			w += 0.38
		case strings.ContainsRune("mwMWQGOD−+=≈", r):
			w += 0.82
		case r == ' ':
			w += 0.27
		default:
			w += 0.53
		}
	}
	return w * size
}

// signs makes a typed minus a real one.
func signs(s string) string {
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		return "−" + rest
	}
	return s
}
