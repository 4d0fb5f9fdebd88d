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
// the next row where the width, in digits, would be passed. A chain of one term after its relation keeps to one row.
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
			row += relationTeX[c.Relations[i]] + " " + Print(t)
			used += w
		}
		rows = append(rows, row)
	}
	if len(rows) == 1 {
		return strings.Replace(rows[0], " &", " ", 1)
	}
	return `\begin{aligned}` + "\n" + strings.Join(rows, ` \\`+"\n") + "\n" + `\end{aligned}`
}
