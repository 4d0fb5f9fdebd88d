package markdown

import (
	"bufio"
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	renderer "github.com/yuin/goldmark/renderer/html"
)

// bare takes TeX's markup out of a formula.
var bare = strings.NewReplacer(`\`, "", "{", "", "}", "", "^", "", "_", "")

// Text is the plain text under a node as a reader sees it; of formulas, the letters and signs.
func (d *Document) Text(n ast.Node) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.WriteString(TextOf(n, d.Source()))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *MathInline:
			b.WriteString(bare.Replace(n.TeX))
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// TextOf is one text node's text with backslash escapes and entities resolved, as goldmark's own page writer resolves
// them.
func TextOf(n *ast.Text, src []byte) string {
	value := n.Segment.Value(src)
	if n.IsRaw() {
		return string(value)
	}
	var page bytes.Buffer
	w := bufio.NewWriter(&page)
	renderer.DefaultWriter.Write(w, value)
	_ = w.Flush() // into memory
	return html.UnescapeString(page.String())
}
