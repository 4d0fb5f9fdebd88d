package html

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"longhand/generator/document/markdown"
)

// registerTable puts a table into a box of its own, which scrolls where the table is wider than the screen.
func (r *pageRenderer) registerTable(to renderer.NodeRendererFuncRegisterer) {
	plain := markdown.NewRenderer(extension.NewTableHTMLRenderer()).Function(east.KindTable)
	to.Register(east.KindTable, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			r.tables++
			if err := r.fill(w, "table-begin", r.tables); err != nil {
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
