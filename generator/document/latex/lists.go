package latex

import (
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// registerLists writes lists. LaTeX nests four of them.
func (w *writer) registerLists(to renderer.NodeRendererFuncRegisterer) {
	to.Register(ast.KindList, func(out util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		list := n.(*ast.List)
		name := "itemize"
		if list.IsOrdered() {
			name = "enumerate"
		}
		if !entering {
			w.lists = w.lists[:len(w.lists)-1]
			_, err := fmt.Fprintf(out, "\\end{%s}\n\n", name)
			return ast.WalkContinue, err
		}
		if len(w.lists) == 4 {
			return ast.WalkStop, w.doc.Pos(n).Errorf("a list inside four others").WithHint("LaTeX nests at most four")
		}
		w.lists = append(w.lists, n)
		_, err := fmt.Fprintf(out, "\\begin{%s}\n", name)
		if list.IsOrdered() && list.Start != 1 {
			level := []string{"i", "ii", "iii", "iv"}[w.ordered()-1]
			_, err = fmt.Fprintf(out, "\\setcounter{enum%s}{%d}\n", level, list.Start-1)
		}
		return ast.WalkContinue, err
	})
	// The braces keep an item that begins with a bracket from being read as a label.
	to.Register(ast.KindListItem, around("\\item{} ", ""))
}

// ordered counts the open numbered lists.
func (w *writer) ordered() int {
	count := 0
	for _, n := range w.lists {
		if n.(*ast.List).IsOrdered() {
			count++
		}
	}
	return count
}
