// Package latex publishes a document as LaTeX: the same Markdown tree as the page, through our own writer (goldmark has
// none), into templates/frame.tex. What it writes compiles with pdflatex from Debian's texlive-latex-base and
// texlive-latex-recommended; pdf.go does so. Type and colours are the frame's business.
package latex

import (
	"bytes"
	"strings"
	"sync"
	"text/template"

	"github.com/yuin/goldmark/ast"

	"longhand/generator/document/markdown"
	"longhand/generator/document/page"
	"longhand/templates"
)

// content is what frame.tex is filled with: finished LaTeX.
type content struct {
	Title, PlainTitle, Lang, Lede, Body string
	Contents                            bool
	Characters                          []string // declarations of the characters that occur
}

// Render makes a complete .tex file. Errors are a *source.Error that points into the Markdown: a mistake in its
// structure, a node, formula or character that LaTeX cannot show, an image without its figure.
func Render(d page.Doc) ([]byte, error) {
	doc, err := markdown.Parse(d.Name, d.Markdown)
	if err != nil {
		return nil, err
	}
	if err := checkCharacters(doc); err != nil {
		return nil, err
	}
	w := newWriter(doc, d.Figures)
	out := content{PlainTitle: escapePDF(d.Title), Lang: d.Language(), Contents: d.Fields == nil && len(doc.Outline()) > 3}
	title := doc.Root.FirstChild()
	if out.Title, err = w.inline(title); err != nil {
		return nil, err
	}
	first := title.NextSibling()
	if first != nil && first.Kind() == ast.KindParagraph && !markdown.IsFigure(first) {
		lede, err := w.inline(first)
		if err != nil {
			return nil, err
		}
		out.Lede = "\\begin{lede}\n" + lede + "\n\\end{lede}"
		first = first.NextSibling()
	}
	var body strings.Builder
	for n := first; n != nil; n = n.NextSibling() {
		block, err := w.nodes.Render(doc, n)
		if err != nil {
			return nil, err
		}
		body.Write(block)
	}
	out.Body = strings.TrimSpace(body.String())
	texts := []string{out.Title, out.Lede, out.Body}
	if out.Characters, err = declarations(strings.Join(texts, "")); err != nil {
		return nil, err
	}
	frame, err := loadFrame()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := frame.Execute(&b, out); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// loadFrame reads the frame without the comments that only its editors need.
var loadFrame = sync.OnceValues(func() (*template.Template, error) {
	text, err := templates.FS.ReadFile("frame.tex")
	if err != nil {
		return nil, err
	}
	var kept strings.Builder
	for line := range strings.Lines(string(text)) {
		if !strings.HasPrefix(line, "%%") {
			kept.WriteString(line)
		}
	}
	return template.New("frame.tex").Delims("<<", ">>").Parse(kept.String())
})
