package html

import (
	"fmt"
	"html/template"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"longhand/generator/document/markdown"
	"longhand/generator/document/mathml"
)

// From these widths on, in thousandths of an em, a formula may be wider than a telephone (375 pixels): it gets a box that
// a keyboard can scroll. Narrower ones stay out of the tab order. Lists and notes leave less room.
const (
	wide       = 16_000
	wideInside = 11_000
)

// formula is what the templates "display" and "inline-formula" are filled with.
type formula struct {
	MathML template.HTML
	Width  template.CSS // in em, a number
	Wide   bool
	Boxed  bool // the whole formula is a boxed result
}

func (r *pageRenderer) registerMath(to renderer.NodeRendererFuncRegisterer) {
	to.Register(markdown.KindMathBlock, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		return ast.WalkContinue, r.display(w, n, n.(*markdown.MathBlock).TeX)
	})
	to.Register(markdown.KindMathInline, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		math := n.(*markdown.MathInline)
		switch {
		case !entering:
			return ast.WalkContinue, nil
		case math.Display:
			return ast.WalkContinue, r.display(w, n, math.TeX)
		}
		if done, err := r.blank(w, n); done || err != nil {
			return ast.WalkContinue, err
		}
		f, err := r.formula(n, math.TeX, false)
		if err != nil {
			return ast.WalkStop, err
		}
		return ast.WalkContinue, r.fill(w, "inline-formula", f)
	})
}

func (r *pageRenderer) display(w util.BufWriter, n ast.Node, tex string) error {
	f, err := r.formula(n, tex, true)
	if err != nil {
		return err
	}
	return r.fill(w, "display", f)
}

func (r *pageRenderer) formula(n ast.Node, tex string, display bool) (formula, error) {
	f, err := mathml.Convert(tex, display)
	if err != nil {
		return formula{}, r.doc.Pos(n).Errorf("%w", err)
	}
	return formula{
		MathML: template.HTML(f.MathML),
		Width:  template.CSS(fmt.Sprintf("%d.%d", (f.Width+99)/1000, (f.Width+99)%1000/100)),
		Wide:   f.Width > wide || f.Width > wideInside && inside(n),
		Boxed:  strings.HasPrefix(tex, `\boxed`) && strings.Contains(f.MathML, `class="boxed"`),
	}, nil
}

// inside says whether a node is in a list or a note.
func inside(n ast.Node) bool {
	for ; n != nil; n = n.Parent() {
		if k := n.Kind(); k == ast.KindListItem || k == ast.KindBlockquote {
			return true
		}
	}
	return false
}
