package tex

import (
	"strings"
	"unicode/utf8"

	"longhand/generator/formula"
)

// Width estimates how wide a formula prints, in digits of its own size: enough to decide where a line must break.
func Width(e formula.Expr) int {
	switch e := e.(type) {
	case formula.Number:
		return utf8.RuneCountInString(e.Text)
	case formula.Symbol:
		return symbolWidth(e.Name)
	case formula.Matrix:
		total := 2
		for j := range e.Cols {
			widest := 0
			for i := range e.Rows {
				widest = max(widest, Width(e.Items[i*e.Cols+j]))
			}
			total += widest + 2
		}
		return total
	case formula.Binary:
		switch e.Op {
		case formula.Div:
			return max(Width(e.X), Width(e.Y))
		case formula.Pow:
			return Width(e.X) + (2*Width(e.Y)+2)/3 + 2
		case formula.Mul:
			return Width(e.X) + Width(e.Y) + 2
		}
		return Width(e.X) + Width(e.Y) + 3
	case formula.Call:
		if e.Func == "exp" {
			return 1 + (2*Width(e.Args[0])+2)/3
		}
	}
	total := 3
	for _, x := range formula.Children(e) {
		total += Width(x)
	}
	return total
}

func symbolWidth(name string) int {
	n, ok := ParseName(name)
	if !ok {
		return len(name)
	}
	over := 0
	if n.Over != nil {
		over = symbolWidth(n.Over.String()) + 1
		n.Over = nil
	}
	script := max(len(n.Sub), len(n.Super)+len(n.Layer)+2)
	if n.Sub == "" && n.Super == "" && n.Layer == "" {
		script = 0
	}
	return max(over, 1+(2*script+2)/3)
}

// Rows lays chains out as the rows of an aligned environment: relations stand below each other, and a chain goes on in
// the next row where it would get wider than so many digits. A sum that is wider than a row goes on in the next one as well,
// indented. A single row needs no environment.
func Rows(width int, chains ...formula.Chain) string {
	var rows []string
	for _, c := range chains {
		row := Print(c.Terms[0]) + " "
		lead := Width(c.Terms[0])
		used := lead
		for i, t := range c.Terms[1:] {
			w := Width(t) + 3
			if i > 0 && used+w > width {
				rows = append(rows, row)
				row, used = "", lead
			}
			if row == "" || i == 0 {
				row += "&"
			} else {
				row += " "
			}
			lines := []string{Print(t)}
			if used+w > width+overhang {
				lines = broken(lines[0], Width(t), width-used-3, width-lead-6)
			}
			row += relationTeX[c.Relations[i]] + " " + lines[0]
			for _, line := range lines[1:] {
				rows = append(rows, row)
				row, w = `&\quad `+line, width
			}
			used += w
		}
		rows = append(rows, row)
	}
	if len(rows) == 1 {
		return strings.Replace(rows[0], " &", " ", 1)
	}
	return `\begin{aligned}` + "\n" + strings.Join(rows, ` \\`+"\n") + "\n" + `\end{aligned}`
}

// overhang is how much wider than it should be a row may get before it is broken within a sum.
const overhang = 12

// broken parts a printed sum of a width before some of its signs + and −: first is how wide the first part may be, then the
// others. Outer signs are preferred to those in brackets. Signs in exponents, fractions, matrices and brackets that grow
// with what they hold do not part, since those must be closed in the row in which they are opened.
func broken(s string, width, first, then int) []string {
	scale := scale{glyphs(s), max(1, width)}
	var lines []string
	room := first
	for {
		at := scale.breakBefore(s, room)
		if at < 0 {
			return append(lines, s)
		}
		lines, s, room = append(lines, s[:at]), s[at+1:], then
	}
}

// scale is how many signs a formula shows over a width.
type scale struct{ signs, width int }

// breakBefore finds the blank before the sign where a line as wide as room ends: of those in the fewest brackets the last
// one that fits, or the first one where none does; −1 where no line has to end. A line that ends at a sign outside of brackets
// fills at least two fifths of its row.
func (c scale) breakBefore(s string, room int) int {
	full := room * c.signs // in units of 1/width of a sign, as is what part fills
	part := func(s string) int { return glyphs(s) * c.width }
	if part(s) <= full {
		return -1
	}
	best, level := -1, 0
	closed, brackets := 0, 0
	for i := range len(s) {
		rest := s[i:]
		switch {
		case s[i] == '{' || strings.HasPrefix(rest, `\left`) || strings.HasPrefix(rest, `\begin{`):
			closed++
		case s[i] == '}' || strings.HasPrefix(rest, `\right`) || strings.HasPrefix(rest, `\end{`):
			closed--
		case s[i] == '(':
			brackets++
		case s[i] == ')':
			brackets--
		case closed == 0 && i > 0 && (strings.HasPrefix(rest, " + ") || strings.HasPrefix(rest, " - ")):
			filled, before := part(s[:i]), part(s[:max(best, 0)])
			switch {
			case best < 0, filled <= full && (brackets <= level || 5*before < 2*full), filled > full && brackets < level && before > full:
				best, level = i, brackets
			}
		}
	}
	return best
}

// glyphs counts what a formula shows, about: a command is one sign, and braces are none.
func glyphs(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '{' || c == '}' || c == '^' || c == '_' || c == ' ':
		case c == '\\':
			n++
			for i+1 < len(s) && (s[i+1] >= 'a' && s[i+1] <= 'z' || s[i+1] >= 'A' && s[i+1] <= 'Z') {
				i++
			}
		default:
			n++
		}
	}
	return n
}
