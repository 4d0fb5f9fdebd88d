package figure

import (
	"fmt"
	"html"
	"strconv"
	"strings"
)

// style makes the drawing at home in a page, whose colours it takes (--ink and so on), and by itself, where it brings
// its own for light and dark.
const style = `.network{color:var(--ink,#1c2330)}.network text{font-family:"Longhand Text","STIX Two Text",Georgia,serif;fill:currentColor}` +
	`.network line{stroke:currentColor;stroke-opacity:.5;stroke-width:1.1}` +
	`.network circle{stroke:var(--accent,#1d4f8c);stroke-width:1.5;fill:var(--box,#f0f5fb)}.network .input{fill:none;stroke:var(--quiet,#566072)}` +
	`.network .output{stroke-width:2.4}.network .dot{fill:currentColor;stroke:none}.network .title{fill:var(--quiet,#566072)}` +
	`@media (prefers-color-scheme:dark){.network{color:var(--ink,#dfe3ea)}.network circle{stroke:var(--accent,#93bdf0);fill:var(--box,#1a2635)}` +
	`.network .input{fill:none;stroke:var(--quiet,#a2abb9)}.network .dot{fill:currentColor;stroke:none}.network .title{fill:var(--quiet,#a2abb9)}}`

func (s *scene) svg(alt string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" class="network" width="%s" height="%s" viewBox="%s 0 %s %s" role="img" aria-label="%s">`+"\n",
		px(s.width-s.left), px(s.height), px(s.left), px(s.width-s.left), px(s.height), html.EscapeString(alt))
	b.WriteString("<style>" + style + "</style>\n")
	for _, l := range s.lines {
		fmt.Fprintf(&b, `<line x1="%s" y1="%s" x2="%s" y2="%s"/>`+"\n", px(l.a.x), px(l.a.y), px(l.b.x), px(l.b.y))
	}
	for _, c := range s.circles {
		fmt.Fprintf(&b, `<circle class="%s" cx="%s" cy="%s" r="%s"/>`+"\n", c.kind, px(c.x), px(c.y), px(c.r))
	}
	for _, t := range s.texts {
		t.svg(&b)
	}
	b.WriteString("</svg>")
	return b.String()
}

func (t text) svg(b *strings.Builder) {
	base := html.EscapeString(signs(t.label.Base))
	y := t.y + 0.34*t.size // half the height of a digit below the middle
	if !t.symbol {
		class := ""
		if t.size == titleText {
			class = ` class="title"`
		}
		place := map[anchor]string{middle: "middle", left: "start", right: "end"}[t.anchor]
		fmt.Fprintf(b, `<text%s x="%s" y="%s" font-size="%s" text-anchor="%s">%s</text>`+"\n", class, px(t.x), px(y), px(t.size), place, base)
		return
	}
	// Index and exponent stand over each other, which SVG cannot say: they are placed by their estimated widths.
	small := 0.66 * t.size
	stem := 0.92 * width(t.label.Base, t.size) // a slanted letter leaves room at its foot
	tail := max(width(t.label.Sub, small), width(t.label.Sup, small))
	x := t.x - (stem+tail)/2
	fmt.Fprintf(b, `<text x="%s" y="%s" font-size="%s" font-style="italic">%s</text>`+"\n", px(x), px(y), px(t.size), base)
	for _, script := range []struct {
		text string
		y    float64
	}{{t.label.Sub, y + 0.27*t.size}, {t.label.Sup, y - 0.42*t.size}} {
		if script.text != "" {
			fmt.Fprintf(b, `<text x="%s" y="%s" font-size="%s">%s</text>`+"\n", px(x+stem), px(script.y), px(small), html.EscapeString(script.text))
		}
	}
}

// px writes a length with a tenth of a pixel.
func px(v float64) string {
	s := strconv.FormatFloat(v, 'f', 1, 64)
	s = strings.TrimSuffix(s, ".0")
	if s == "-0" {
		return "0"
	}
	return s
}
