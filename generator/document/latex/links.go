package latex

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// registerLinks writes links: inside the document to a heading's label, else to the address.
func (w *writer) registerLinks(to renderer.NodeRendererFuncRegisterer) {
	to.Register(ast.KindLink, func(out util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		address := string(n.(*ast.Link).Destination)
		before := `\href{` + escapeURL(address) + `}{`
		if id, ok := strings.CutPrefix(address, "#"); ok {
			before = `\hyperref[` + id + `]{`
		}
		return around(`{\color{accent}`+before, "}}")(out, src, n, entering)
	})
	to.Register(ast.KindAutoLink, func(out util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		link := n.(*ast.AutoLink)
		_, err := out.WriteString(`{\color{accent}\href{` + escapeURL(string(link.URL(src))) + `}{\texttt{` + escapeCode(string(link.Label(src))) + `}}}`)
		return ast.WalkContinue, err
	})
}
