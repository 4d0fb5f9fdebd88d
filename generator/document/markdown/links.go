package markdown

import (
	"net/url"
	"slices"

	"github.com/yuin/goldmark/ast"

	"longhand/generator/source"
)

// checkLinks wants links inside the document to lead to a heading, and others to be of a kind that a page and a PDF can
// follow without running anything.
func checkLinks(d *Document) error {
	var ids []string
	for _, h := range d.Outline() {
		if id, ok := h.AttributeString("id"); ok {
			ids = append(ids, string(id.([]byte)))
		}
	}
	return ast.Walk(d.Root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		link, ok := n.(*ast.Link)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		address := string(link.Destination)
		u, err := url.Parse(address)
		switch {
		case err != nil:
			return ast.WalkStop, d.Pos(n).Errorf("the address %q cannot be read", address)
		case u.Scheme != "" && !slices.Contains([]string{"http", "https", "mailto"}, u.Scheme):
			return ast.WalkStop, d.Pos(n).Errorf("a link to %q", address).WithHint("a link begins with https:, mailto:, # or a path")
		case u.Scheme == "" && u.Host == "" && u.Path == "" && !slices.Contains(ids, u.Fragment):
			e := d.Pos(n).Errorf("there is no heading #%s", u.Fragment)
			if near := source.Suggest(u.Fragment, ids); near != "" {
				e = e.WithHint("did you mean #%s?", near)
			}
			return ast.WalkStop, e
		}
		return ast.WalkContinue, nil
	})
}
