package figure

import (
	"fmt"
	"math"
	"strings"
)

// tex writes the scene as a picture of plain LaTeX. Its own \line knows few slopes, so an edge is a rule that graphicx
// turns. A pixel is three quarters of a point, as on a screen.
func (s *scene) tex() string {
	var b strings.Builder
	fmt.Fprintf(&b, "\\setlength{\\unitlength}{0.75bp}%%\n\\begin{picture}(%s,%s)(%s,0)\n", px(s.width-s.left), px(s.height), px(s.left))
	b.WriteString("{\\color[gray]{0.5}%\n")
	for _, l := range s.lines {
		length := math.Hypot(l.b.x-l.a.x, l.b.y-l.a.y)
		angle := math.Atan2(l.a.y-l.b.y, l.b.x-l.a.x) * 180 / math.Pi
		fmt.Fprintf(&b, "\\put(%s,%s){\\rotatebox{%.2f}{\\makebox(0,0)[l]{\\rule{%s\\unitlength}{0.4pt}}}}\n",
			px(l.a.x), px(s.height-l.a.y), angle, px(length))
	}
	b.WriteString("}%\n")
	for _, c := range s.circles {
		shape := `\circle`
		if c.kind == "dot" {
			shape = `\circle*`
		}
		thick := `\thinlines`
		if c.kind == "output" {
			thick = `\thicklines`
		}
		fmt.Fprintf(&b, "%s\\put(%s,%s){%s{%s}}\n", thick, px(c.x), px(s.height-c.y), shape, px(2*c.r))
	}
	for _, t := range s.texts {
		size := `\small`
		if t.size < unitText {
			size = `\footnotesize`
		}
		place := map[anchor]string{middle: "", left: "[l]", right: "[r]"}[t.anchor]
		fmt.Fprintf(&b, "\\put(%s,%s){\\makebox(0,0)%s{%s %s}}\n", px(t.x), px(s.height-t.y), place, size, t.tex())
	}
	b.WriteString("\\end{picture}")
	return b.String()
}

func (t text) tex() string {
	if !t.symbol {
		if rest, ok := strings.CutPrefix(signs(t.label.Base), "−"); ok {
			return "$-$" + escapeTeX(rest)
		}
		return escapeTeX(t.label.Base)
	}
	s := "$" + escapeMath(t.label.Base)
	if t.label.Sub != "" {
		s += "_{" + escapeMath(t.label.Sub) + "}"
	}
	if t.label.Sup != "" {
		s += "^{" + escapeMath(t.label.Sup) + "}"
	}
	return s + "$"
}

var texEscapes = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\{`, `}`, `\}`, `$`, `{\upshape\char36}`, `&`, `\&`, `#`, `\#`, `%`, `\%`, `_`, `\_`,
	`^`, `\textasciicircum{}`, `~`, `\textasciitilde{}`, "<", `$<$`, ">", `$>$`, "|", `$|$`, `"`, "''",
)

func escapeTeX(s string) string { return texEscapes.Replace(s) }

// escapeMath keeps letters, digits and brackets as math, and sets anything else as text.
func escapeMath(s string) string {
	for _, r := range s {
		if !strings.ContainsRune("()[]+-,./=", r) && !(r >= '0' && r <= '9') && !(r >= 'A' && r <= 'Z') && !(r >= 'a' && r <= 'z') {
			return `\mbox{` + escapeTeX(s) + `}`
		}
	}
	return s
}
