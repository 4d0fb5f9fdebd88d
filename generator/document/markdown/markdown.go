// Package markdown reads the Markdown of a document: goldmark with GitHub's tables and our own math, set up once. It
// gives the tree that the HTML and LaTeX writers walk, the outline of its headings, and the escape for user text. What
// a node looks like on paper or on a page does not belong here.
package markdown

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"longhand/generator/source"
)

// Document is a Markdown text and its tree.
type Document struct {
	File *source.File
	Root ast.Node
}

// Source is the text that the tree's segments point into.
func (d *Document) Source() []byte { return []byte(d.File.Text) }

// Pos is where a node begins. A node that does not know its place has its parent's.
func (d *Document) Pos(n ast.Node) source.Pos {
	for ; n != nil; n = n.Parent() {
		if at := n.Pos(); at >= 0 {
			return d.File.Pos(at)
		}
	}
	return d.File.Pos(0)
}

var reader = goldmark.New(
	goldmark.WithExtensions(extension.Table, Math),
	goldmark.WithParserOptions(parser.WithAutoHeadingID()),
)

// Parse reads a document. The name is what errors call it. An error is a *source.Error: a block of math that is never
// closed, headings out of order, or a link that leads nowhere.
func Parse(name string, src []byte) (*Document, error) {
	doc := &Document{File: source.NewFile(name, string(src))}
	doc.Root = reader.Parser().Parse(text.NewReader(doc.Source()))
	err := ast.Walk(doc.Root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if block, ok := n.(*MathBlock); ok && entering && !block.closed {
			return ast.WalkStop, doc.Pos(n).Errorf("this block of math is never closed").
				WithHint("end it with a line that holds %s, indented like the first", block.fence)
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		return nil, err
	}
	if err := checkHeadings(doc); err != nil {
		return nil, err
	}
	return doc, checkLinks(doc)
}
