package html

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"longhand/generator/document/markdown"
	"longhand/generator/document/page"
)

// blank writes the field that a blank becomes; false where the document has none for it, and it stays a formula.
func (r *pageRenderer) blank(w util.BufWriter, n ast.Node) (bool, error) {
	if !markdown.IsBlank(n) || r.blanks >= len(r.fields) {
		return false, nil
	}
	f := r.fields[r.blanks]
	r.blanks++
	if err := r.fill(w, "field", f); err != nil {
		return true, err
	}
	if n.NextSibling() == nil || n.NextSibling().NextSibling() == nil { // no more than a space behind it
		return true, nil
	}
	_, err := w.WriteString(`</span> <span class="item">`) // what belongs to a blank keeps together
	return true, err
}

// checkBlanks holds that every field of the document has its blank.
func (r *pageRenderer) checkBlanks(fields []page.Field) error {
	if r.blanks != len(fields) {
		return r.doc.Pos(r.doc.Root).Errorf("the text has %d blanks, but there are %d fields", r.blanks, len(fields))
	}
	return nil
}
