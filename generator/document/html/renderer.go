package html

import (
	"bytes"
	"html/template"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	goldmark "github.com/yuin/goldmark/renderer/html"

	"longhand/generator/document/markdown"
	"longhand/generator/document/page"
	"longhand/generator/figure"
)

// pageRenderer writes nodes: goldmark's own writers for plain ones, ours for formulas, figures and tables. Raw HTML has
// none and is refused.
type pageRenderer struct {
	doc       *markdown.Document
	figures   map[string]figure.Figure
	templates *template.Template
	nodes     *markdown.Renderer
	fields    []page.Field
	tables    int // so far
	blanks    int // so far
}

func newRenderer(doc *markdown.Document, figures map[string]figure.Figure, t *template.Template) *pageRenderer {
	r := &pageRenderer{doc: doc, figures: figures, templates: t}
	r.nodes = markdown.NewRenderer(
		goldmark.NewRenderer(),
		extension.NewTableHTMLRenderer(),
		r,
	).Without(ast.KindHTMLBlock, ast.KindRawHTML)
	return r
}

// RegisterFuncs implements renderer.NodeRenderer.
func (r *pageRenderer) RegisterFuncs(to renderer.NodeRendererFuncRegisterer) {
	r.registerMath(to)
	r.registerFigure(to)
	r.registerTable(to)
	r.registerText(to)
}

func (r *pageRenderer) html(n ast.Node) (template.HTML, error) {
	text, err := r.nodes.Render(r.doc, n)
	return template.HTML(text), err
}

// inline writes what is in a node without the node.
func (r *pageRenderer) inline(n ast.Node) (template.HTML, error) {
	var all template.HTML
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		text, err := r.html(child)
		if err != nil {
			return "", err
		}
		all += text
	}
	return all, nil
}

// fill runs one of the small templates in page.html.
func (r *pageRenderer) fill(w interface{ WriteString(string) (int, error) }, name string, data any) error {
	var b bytes.Buffer
	if err := r.templates.ExecuteTemplate(&b, name, data); err != nil {
		return err
	}
	_, err := w.WriteString(b.String())
	return err
}
