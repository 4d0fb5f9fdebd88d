package html

import (
	"html/template"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"longhand/generator/document/markdown"
)

// registerFigure puts drawings into the page where an image refers to them.
func (r *pageRenderer) registerFigure(to renderer.NodeRendererFuncRegisterer) {
	to.Register(ast.KindImage, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		f, err := r.doc.Figure(r.figures, n.(*ast.Image))
		if err != nil {
			return ast.WalkStop, err
		}
		caption, err := r.inline(n)
		if err != nil {
			return ast.WalkStop, err
		}
		err = r.fill(w, "figure", struct{ Caption, SVG template.HTML }{caption, template.HTML(f.SVG)})
		return ast.WalkSkipChildren, err
	})
	to.Register(ast.KindParagraph, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if markdown.IsFigure(n) {
			return ast.WalkContinue, nil // a <figure> may not stand in a <p>
		}
		open, end := "<p>", "</p>\n"
		if r.fields != nil && markdown.HasBlanks(n) {
			open, end = `<p class="asked"><span class="item">`, "</span></p>\n"
		}
		tag := open
		if !entering {
			tag = end
		}
		_, err := w.WriteString(tag)
		return ast.WalkContinue, err
	})
}
