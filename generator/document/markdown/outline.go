package markdown

import (
	"github.com/yuin/goldmark/ast"
)

// Outline gives the headings in their order.
func (d *Document) Outline() []*ast.Heading {
	var headings []*ast.Heading
	for n := d.Root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok {
			headings = append(headings, h)
		}
	}
	return headings
}

// checkHeadings requires what a screen reader, a table of contents and LaTeX all need: one title, first of all, and no
// level left out on the way down.
func checkHeadings(d *Document) error {
	if h, ok := d.Root.FirstChild().(*ast.Heading); !ok || h.Level != 1 {
		return d.File.Pos(0).Errorf("the document does not begin with its title").WithHint("begin with a line `# Title`")
	}
	level := 0
	for i, h := range d.Outline() {
		switch {
		case i > 0 && h.Level == 1:
			return d.Pos(h).Errorf("a second title").WithHint("a document has one `#`; a section is `##`")
		case h.Level > level+1:
			return d.Pos(h).Errorf("a heading of level %d under one of level %d", h.Level, level).
				WithHint("make it level %d", level+1)
		}
		level = h.Level
	}
	return nil
}
