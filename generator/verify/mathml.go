package verify

import (
	"strings"
	"unicode/utf8"
)

// mathML writes the TeX of a formula in MathML (MathML Core, W3C), every character at its place in the page.
func (w *pageWalker) mathML(b *builder, e *element) {
	arg := func(i int) {
		b.put("{", w.last)
		if i < len(parts(e)) {
			w.mathML(b, parts(e)[i])
		}
		b.put("}", w.last)
	}
	bare := func(i int) {
		if i < len(parts(e)) {
			w.mathML(b, parts(e)[i])
		}
	}
	script := func(mark string, i int) {
		b.put(mark, w.last)
		arg(i)
	}
	switch e.name {
	case "":
		w.characters(b, e.from, e.to)
	case "mi":
		switch text := w.content(e); {
		case mathFunctions[text]:
			b.put(` \`+text+" ", e.from)
		case utf8.RuneCountInString(text) > 1:
			b.put(` \text{`, e.from)
			w.inner(b, e)
			b.put("}", w.last)
		default:
			b.put(" ", e.from)
			w.inner(b, e)
		}
	case "mn":
		b.put(" ", e.from)
		w.inner(b, e)
	case "mtext":
		b.put(` \text{`, e.from)
		w.inner(b, e)
		b.put("}", w.last)
	case "mspace":
		if strings.Contains(e.class, "width=1em") || strings.Contains(e.class, "width=2em") {
			b.put(` \quad `, e.from)
		}
	case "mfrac":
		b.put(`\frac`, e.from)
		arg(0)
		arg(1)
	case "msqrt":
		b.put(`\sqrt{`, e.from)
		w.inner(b, e)
		b.put("}", w.last)
	case "mroot":
		b.put(`\sqrt[`, e.from)
		bare(1)
		b.put("]", w.last)
		arg(0)
	case "msup":
		bare(0)
		script("^", 1)
	case "msub", "munder":
		bare(0)
		script("_", 1)
	case "msubsup", "munderover":
		bare(0)
		script("_", 1)
		script("^", 2)
	case "mover":
		accent := ""
		if p := parts(e); len(p) == 2 {
			accent = map[string]string{"^": "hat", "ˆ": "hat", "‾": "bar", "¯": "bar", "~": "tilde", "˜": "tilde", "→": "vec", "˙": "dot"}[w.content(p[1])]
		}
		if accent == "" {
			bare(0)
			return
		}
		b.put(`\`+accent, e.from)
		arg(0)
	case "mtable":
		w.mathTable(b, e, `\\ `, " ")
	case "annotation", "annotation-xml", "mphantom", "none", "mprescripts":
	default:
		w.inner(b, e)
	}
}

// mathFunctions are written without brackets around their argument.
var mathFunctions = set(`ln log exp sin cos tan tanh max min`)

// inner writes the children of an element. A table between brackets is a matrix.
func (w *pageWalker) inner(b *builder, e *element) {
	p := e.children
	for i := 0; i < len(p); i++ {
		if i+2 < len(p) && p[i].name == "mo" && p[i+1].name == "mtable" && p[i+2].name == "mo" && strings.Contains("[(", w.content(p[i])) && w.content(p[i]) != "" {
			b.put(`\begin{bmatrix} `, p[i].from)
			w.mathTable(b, p[i+1], ` \\ `, " & ")
			b.put(` \end{bmatrix}`, w.last)
			i += 2
			continue
		}
		w.mathML(b, p[i])
	}
}

func (w *pageWalker) mathTable(b *builder, e *element, row, cell string) {
	for i, r := range parts(e) {
		if i > 0 {
			b.put(row, r.from)
		}
		for j, c := range parts(r) {
			if j > 0 {
				b.put(cell, c.from)
			}
			w.inner(b, c)
		}
	}
}

// parts are the children that are elements.
func parts(e *element) []*element {
	var out []*element
	for _, c := range e.children {
		if c.name != "" {
			out = append(out, c)
		}
	}
	return out
}

// content is the text of an element.
func (w *pageWalker) content(e *element) string {
	if e.name == "" {
		return strings.TrimSpace(w.file[e.from:e.to])
	}
	var s strings.Builder
	for _, c := range e.children {
		s.WriteString(w.content(c))
	}
	return s.String()
}

// characters copies text, letters of the mathematical alphabets as plain ones.
func (w *pageWalker) characters(b *builder, from, to int) {
	for i := from; i < to; {
		r, n := utf8.DecodeRuneInString(w.file[i:to])
		switch {
		case r == '\n' || r == '\u2061' || r == '\u2062':
			b.put(" ", i)
		case r >= 0x1D400 && r <= 0x1D6A3:
			k := (r - 0x1D400) % 52
			letter := 'A' + k
			if k >= 26 {
				letter = 'a' + k - 26
			}
			b.put(string(letter), i)
		case r >= 0x1D7CE && r <= 0x1D7FF:
			b.put(`\mathbf{`+string('0'+(r-0x1D7CE)%10)+"}", i)
		case r == '&':
			text, m := entityAt(w.file[i:to])
			if m > 0 {
				b.put(text, i)
				i += m
				continue
			}
			b.put(" ", i)
		default:
			b.copy(w.file, i, i+n)
		}
		i += n
		w.last = i
	}
}
