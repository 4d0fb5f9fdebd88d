package markdown

import (
	"bufio"
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
)

// Renderer writes trees with one function for each kind of node. Unlike goldmark's own, it refuses a kind that it has
// no function for: what cannot be written must not vanish.
type Renderer struct {
	functions map[ast.NodeKind]renderer.NodeRendererFunc
	refused   map[ast.NodeKind]bool
}

// NewRenderer collects functions. A later one takes the place of an earlier one for the same kind.
func NewRenderer(nodes ...renderer.NodeRenderer) *Renderer {
	r := &Renderer{functions: map[ast.NodeKind]renderer.NodeRendererFunc{}}
	for _, n := range nodes {
		n.RegisterFuncs(r)
	}
	return r
}

// Register implements renderer.NodeRendererFuncRegisterer.
func (r *Renderer) Register(kind ast.NodeKind, f renderer.NodeRendererFunc) { r.functions[kind] = f }

// Without forgets kinds, so that they are refused.
func (r *Renderer) Without(kinds ...ast.NodeKind) *Renderer {
	for _, kind := range kinds {
		delete(r.functions, kind)
	}
	return r
}

// Render writes a node and what is under it. An error is a *source.Error that names the node's place, or the
// function's own.
func (r *Renderer) Render(doc *Document, n ast.Node) ([]byte, error) {
	var out bytes.Buffer
	w := bufio.NewWriter(&out)
	src := doc.Source()
	err := ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		f := r.functions[n.Kind()]
		if f == nil {
			return ast.WalkStop, refusal(doc, n)
		}
		return f(w, src, n, entering)
	})
	if err != nil {
		return nil, err
	}
	err = w.Flush()
	return out.Bytes(), err
}

func refusal(doc *Document, n ast.Node) error {
	err := doc.Pos(n).Errorf("%s cannot be written here", n.Kind())
	switch n.Kind() {
	case ast.KindHTMLBlock, ast.KindRawHTML:
		return err.WithHint("a document holds no HTML of its own; write a literal < as \\<")
	}
	return err
}

// Function is the one for a kind, for a writer that wraps it.
func (r *Renderer) Function(kind ast.NodeKind) renderer.NodeRendererFunc { return r.functions[kind] }
