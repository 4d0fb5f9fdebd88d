package latex

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// registerTables writes a table into a command that measures: with natural columns, and for where those would be too wide
// with columns of text that break their lines, or shrunk where there is no text to break.
func (w *writer) registerTables(to renderer.NodeRendererFuncRegisterer) {
	to.Register(east.KindTable, func(out util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		table := n.(*east.Table)
		rows, err := w.rows(table)
		if err != nil {
			return ast.WalkStop, err
		}
		natural, breaking := columns(table, w.widths(table))
		fallback := "\\begin{tabularx}{\\linewidth}{" + breaking + "}" + rows + "\\end{tabularx}"
		if !strings.Contains(breaking, "X") { // nothing but formulas, which do not break
			fallback = "\\resizebox{\\linewidth}{!}{\\usebox{\\wide}}"
		}
		_, err = out.WriteString("\\fittedtable{\\begin{tabular}{" + natural + "}" + rows + "\\end{tabular}}%\n{" + fallback + "}\n\n")
		return ast.WalkSkipChildren, err
	})
}

func (w *writer) rows(table *east.Table) (string, error) {
	var b strings.Builder
	b.WriteString("\\toprule\n")
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		header := row.Kind() == east.KindTableHeader
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			text, err := w.inline(cell)
			if err != nil {
				return "", err
			}
			if header {
				text = `\textbf{` + text + `}`
			}
			if strings.HasPrefix(text, "[") {
				text = "{}" + text // a rule before it would read the bracket as its own
			}
			b.WriteString(text)
			if cell.NextSibling() != nil {
				b.WriteString(" & ")
			}
		}
		b.WriteString(` \\`)
		switch {
		case header:
			b.WriteString(" \\midrule\n")
		case row.NextSibling() != nil:
			b.WriteString(" \\addlinespace\n")
		}
	}
	b.WriteString(" \\bottomrule\n")
	return b.String(), nil
}

// widths is the length of the longest plain text in each column; a formula counts for nothing, as it cannot break.
func (w *writer) widths(table *east.Table) []int {
	widths := make([]int, len(table.Alignments))
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		i := 0
		for cell := row.FirstChild(); cell != nil && i < len(widths); cell = cell.NextSibling() {
			length := 0
			for child := cell.FirstChild(); child != nil; child = child.NextSibling() {
				if child.Kind() == ast.KindText {
					length += utf8.RuneCountInString(w.doc.Text(child))
				}
			}
			widths[i] = max(widths[i], length)
			i++
		}
	}
	return widths
}

// leastText is how many characters a column's longest text must have for breaking its lines to make room.
const leastText = 25

// columns gives the two lists of columns. Those break whose text is at least a third of the longest.
func columns(table *east.Table, widths []int) (natural, breaking string) {
	longest := 0
	for _, width := range widths {
		longest = max(longest, width)
	}
	for i, alignment := range table.Alignments {
		letter, shape := "l", `\raggedright`
		switch alignment {
		case east.AlignCenter:
			letter, shape = "c", `\centering`
		case east.AlignRight:
			letter, shape = "r", `\raggedleft`
		}
		natural += letter
		if longest >= leastText && 3*widths[i] >= longest {
			letter = ">{" + shape + `\arraybackslash}X`
		}
		breaking += letter
	}
	return natural, breaking
}
