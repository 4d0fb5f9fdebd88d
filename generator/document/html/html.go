// Package html publishes a document as one self-contained page: MathML, fonts and figures inside, no script, no request
// to anywhere. Words and looks are in templates/page.html and its style sheets; this package fills them.
package html

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"

	"longhand/generator/document/markdown"
	"longhand/generator/document/page"
	"longhand/templates"
)

// heading is a line of the table of contents.
type heading struct {
	ID       string
	Text     template.HTML
	Sections []heading
}

// content is what page.html is filled with.
type content struct {
	page.Doc
	Style    template.CSS
	Header   template.HTML // the title and the paragraph that follows it
	Contents []heading
	Body     template.HTML
	Check    template.JS // data and script of a worksheet
	Script   template.JS
	Hash     string // of the script, for the page's security policy
}

// Render makes the page. Errors are a *source.Error that points into the Markdown: a mistake in its structure, a node
// that a page cannot show, a formula that cannot be read, an image without its figure.
func Render(d page.Doc) ([]byte, error) {
	doc, err := markdown.Parse(d.Name, d.Markdown)
	if err != nil {
		return nil, err
	}
	look, err := loadLook()
	if err != nil {
		return nil, err
	}
	out := content{Doc: d, Style: look.style}
	r := newRenderer(doc, d.Figures, look.templates)
	r.fields = d.Fields
	if d.Check != nil {
		out.Check, out.Script, out.Hash = template.JS(d.Check), look.script, look.hash
	}
	title := doc.Root.FirstChild()
	first := title.NextSibling()
	if out.Header, err = r.html(title); err != nil {
		return nil, err
	}
	if first != nil && first.Kind() == ast.KindParagraph {
		lede, err := r.html(first)
		if err != nil {
			return nil, err
		}
		out.Header += lede
		first = first.NextSibling()
	}
	var body strings.Builder
	for n := first; n != nil; n = n.NextSibling() {
		block, err := r.html(n)
		if err != nil {
			return nil, err
		}
		body.WriteString(string(block))
	}
	out.Body = template.HTML(body.String())
	if err := r.checkBlanks(d.Fields); err != nil {
		return nil, err
	}
	if out.Contents, err = contents(r, doc); err != nil {
		return nil, err
	}
	return execute(look.templates, "page.html", out)
}

// contents lists sections (level 2) and what is in them (level 3).
func contents(r *pageRenderer, doc *markdown.Document) ([]heading, error) {
	var list []heading
	for _, h := range doc.Outline() {
		if h.Level != 2 && h.Level != 3 {
			continue
		}
		text, err := r.inline(h)
		if err != nil {
			return nil, err
		}
		id, _ := h.AttributeString("id")
		entry := heading{ID: string(id.([]byte)), Text: text}
		if h.Level == 2 {
			list = append(list, entry)
		} else {
			last := &list[len(list)-1]
			last.Sections = append(last.Sections, entry)
		}
	}
	return list, nil
}

// RenderIndex makes the page that lists documents.
func RenderIndex(x page.Index) ([]byte, error) {
	look, err := loadLook()
	if err != nil {
		return nil, err
	}
	return execute(look.templates, "index.html", struct {
		page.Index
		Style template.CSS
	}{x, look.style})
}

func execute(t *template.Template, name string, data any) ([]byte, error) {
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, name, data); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

type look struct {
	templates *template.Template
	style     template.CSS
	script    template.JS // of worksheets
	hash      string
}

// loadLook reads templates and styles once; fonts go into the style sheet, so that they travel with the page.
var loadLook = sync.OnceValues(func() (look, error) {
	t, err := template.ParseFS(templates.FS, "*.html")
	if err != nil {
		return look{}, err
	}
	css, err := templates.FS.ReadFile("page.css")
	if err != nil {
		return look{}, err
	}
	style := string(css)
	fonts, err := templates.FS.ReadDir("fonts")
	if err != nil {
		return look{}, err
	}
	for _, f := range fonts {
		if !strings.HasSuffix(f.Name(), ".woff2") {
			continue
		}
		font, err := templates.FS.ReadFile("fonts/" + f.Name())
		if err != nil {
			return look{}, err
		}
		link := "url(fonts/" + f.Name() + ")"
		if !strings.Contains(style, link) {
			return look{}, fmt.Errorf("templates/page.css does not use fonts/%s", f.Name())
		}
		style = strings.ReplaceAll(style, link, "url(data:font/woff2;base64,"+base64.StdEncoding.EncodeToString(font)+")")
	}
	script, err := templates.FS.ReadFile("sheet.js")
	if err != nil {
		return look{}, err
	}
	sum := sha256.Sum256([]byte("\n" + string(script)))
	return look{t, template.CSS(style), template.JS(script), base64.StdEncoding.EncodeToString(sum[:])}, nil
})
