package html

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"longhand/generator/document/markdown"
	"longhand/generator/document/mathml"
)

// tableBox is what the box around a table is told.
type tableBox struct {
	Number int
	Width  int // in em, the least that the widest row can do with: formulas do not break, text does
}

// cellPadding is what a cell has beside its content, in em.
const cellPadding = 2

func (r *pageRenderer) leastWidth(table ast.Node) (int, error) {
	widest := 0
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		width := 0
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			longest := 4000 // a short word
			for child := cell.FirstChild(); child != nil; child = child.NextSibling() {
				math, ok := child.(*markdown.MathInline)
				if !ok {
					continue
				}
				f, err := mathml.Convert(math.TeX, false)
				if err != nil {
					return 0, r.doc.Pos(child).Errorf("%w", err)
				}
				longest = max(longest, f.Width)
			}
			width += longest + 1000*cellPadding
		}
		widest = max(widest, width)
	}
	return (widest + 999) / 1000, nil
}

// registerTable puts a table into a box of its own, which scrolls where the table is wider than the screen.
func (r *pageRenderer) registerTable(to renderer.NodeRendererFuncRegisterer) {
	plain := markdown.NewRenderer(extension.NewTableHTMLRenderer()).Function(east.KindTable)
	to.Register(east.KindTable, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			r.tables++
			width, err := r.leastWidth(n)
			if err != nil {
				return ast.WalkStop, err
			}
			if err := r.fill(w, "table-begin", tableBox{r.tables, width}); err != nil {
				return ast.WalkStop, err
			}
			return plain(w, src, n, entering)
		}
		if status, err := plain(w, src, n, entering); err != nil {
			return status, err
		}
		return ast.WalkContinue, r.fill(w, "table-end", nil)
	})
}
