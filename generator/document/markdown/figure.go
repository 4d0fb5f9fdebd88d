package markdown

import (
	"maps"
	"slices"

	"github.com/yuin/goldmark/ast"

	"longhand/generator/figure"
	"longhand/generator/source"
)

// Figure finds the drawing that an image refers to. Nothing is ever loaded from elsewhere, so an image without its
// figure is a mistake, and so is one in the middle of a text.
func (d *Document) Figure(figures map[string]figure.Figure, image *ast.Image) (figure.Figure, error) {
	name := string(image.Destination)
	f, ok := figures[name]
	if !ok {
		err := d.Pos(image).Errorf("there is no figure %q", name)
		if near := source.Suggest(name, slices.Sorted(maps.Keys(figures))); near != "" {
			return f, err.WithHint("did you mean %q?", near)
		}
		return f, err
	}
	if !IsFigure(image.Parent()) {
		return f, d.Pos(image).Errorf("the figure %q stands inside a text", name).
			WithHint("give it a paragraph of its own, with an empty line before and behind it")
	}
	return f, nil
}

// IsFigure says whether a node is a paragraph that holds an image and nothing else.
func IsFigure(n ast.Node) bool {
	return n.Kind() == ast.KindParagraph && n.ChildCount() == 1 && n.FirstChild().Kind() == ast.KindImage
}
