package latex

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"longhand/generator/document/markdown"
	"longhand/generator/document/mathml"
	"longhand/generator/figure"
)

// writer turns nodes into LaTeX, one function for each kind. Blocks end with an empty line.
type writer struct {
	doc     *markdown.Document
	figures map[string]figure.Figure
	nodes   *markdown.Renderer
	lists   []ast.Node // open ones
}

func newWriter(doc *markdown.Document, figures map[string]figure.Figure) *writer {
	w := &writer{doc: doc, figures: figures}
	w.nodes = markdown.NewRenderer(w)
	return w
}

// RegisterFuncs implements renderer.NodeRenderer.
func (w *writer) RegisterFuncs(to renderer.NodeRendererFuncRegisterer) {
	to.Register(ast.KindParagraph, w.paragraph)
	to.Register(ast.KindTextBlock, around("", "\n"))
	to.Register(ast.KindHeading, w.heading)
	to.Register(ast.KindBlockquote, around("\\begin{note}\n", "\\end{note}\n\n"))
	to.Register(ast.KindThematicBreak, around("\\begin{center}\\rule{0.25\\linewidth}{0.4pt}\\end{center}\n\n", ""))
	to.Register(ast.KindText, w.text)
	to.Register(ast.KindString, func(out util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			_, _ = out.WriteString(escape(string(n.(*ast.String).Value)))
		}
		return ast.WalkContinue, nil
	})
	to.Register(ast.KindEmphasis, func(out util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		command := `\emph{`
		if n.(*ast.Emphasis).Level == 2 {
			command = `\textbf{`
		}
		return around(command, "}")(out, nil, n, entering)
	})
	to.Register(markdown.KindMathInline, w.mathInline)
	to.Register(markdown.KindMathBlock, w.mathBlock)
	to.Register(ast.KindImage, w.image)
	w.registerLists(to)
	w.registerLinks(to)
	w.registerCode(to)
	w.registerTables(to)
}

// around writes something before and behind a node's children.
func around(before, behind string) renderer.NodeRendererFunc {
	return func(out util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
		s := before
		if !entering {
			s = behind
		}
		_, err := out.WriteString(s)
		return ast.WalkContinue, err
	}
}

// inline writes what is in a node without the node.
func (w *writer) inline(n ast.Node) (string, error) {
	var b strings.Builder
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		text, err := w.nodes.Render(w.doc, child)
		if err != nil {
			return "", err
		}
		b.Write(text)
	}
	return b.String(), nil
}

func (w *writer) paragraph(out util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if markdown.HasBlanks(n) {
		return around("\\room\n", "\n\\filled\n\n")(out, src, n, entering) // to write in
	}
	return around("", "\n\n")(out, src, n, entering)
}

// heading has a plain copy for the list of bookmarks, and its id for links.
func (w *writer) heading(out util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	h := n.(*ast.Heading)
	commands := []string{"", "", `\section`, `\subsection`, `\subsubsection`, `\paragraph`, `\subparagraph`}
	text, err := w.inline(n)
	if err != nil {
		return ast.WalkStop, err
	}
	if plain := escapePDF(w.doc.Text(n)); plain != text {
		text = `\texorpdfstring{` + text + `}{` + plain + `}`
	}
	id, _ := h.AttributeString("id")
	_, err = fmt.Fprintf(out, "%s{%s}\\label{%s}\n\n", commands[h.Level], text, id)
	return ast.WalkSkipChildren, err
}

func (w *writer) text(out util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	t := n.(*ast.Text)
	_, err := out.WriteString(escape(markdown.TextOf(t, src)))
	switch {
	case err != nil:
	case t.HardLineBreak():
		_, err = out.WriteString("\\newline\n")
	case t.SoftLineBreak():
		err = out.WriteByte('\n')
	}
	return ast.WalkContinue, err
}

func (w *writer) mathInline(out util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	math := n.(*markdown.MathInline)
	if math.Display {
		return ast.WalkContinue, w.formula(out, n, math.TeX, "\n")
	}
	if err := w.checkTeX(n, math.TeX); err != nil {
		return ast.WalkStop, err
	}
	text := "$" + math.TeX + closing(math.TeX) + "$"
	if markdown.IsBlank(n) {
		text = `\blank{` + text + `}`
	}
	_, err := out.WriteString(text)
	return ast.WalkContinue, err
}

func (w *writer) mathBlock(out util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	return ast.WalkContinue, w.formula(out, n, n.(*markdown.MathBlock).TeX, "\n\n")
}

// formula writes a display. One that is an alignment as a whole may break across pages.
func (w *writer) formula(out util.BufWriter, n ast.Node, tex, end string) error {
	if err := w.checkTeX(n, tex); err != nil {
		return err
	}
	command, boxed := `\formula`, strings.HasPrefix(tex, `\boxed`)
	const begin, finish = `\begin{aligned}`, `\end{aligned}`
	if body, ok := strings.CutPrefix(tex, begin); ok && strings.HasSuffix(body, finish) && strings.Count(body, finish) == 1 {
		command, tex = `\formulas`, strings.TrimSpace(strings.TrimSuffix(body, finish))
	}
	_, err := out.WriteString(keep(n, boxed) + command + "{" + tex + closing(tex) + "}" + end)
	return err
}

// keep holds a formula to the text that announces it, and a boxed result to the work that leads to it.
func keep(n ast.Node, boxed bool) string {
	before := n.PreviousSibling()
	if before == nil || n.Type() == ast.TypeInline {
		return ""
	}
	if k := before.Kind(); k == ast.KindParagraph || k == ast.KindTextBlock || k == markdown.KindMathBlock && boxed {
		return `\keep`
	}
	return ""
}

// closing ends a comment that would swallow what follows the formula.
func closing(tex string) string {
	if strings.Contains(tex, "%") {
		return "\n"
	}
	return ""
}

// checkTeX lets only formulas through that the page can show, too. So no formula can reach beyond itself: the
// converter knows no \input and no unbalanced brace.
func (w *writer) checkTeX(n ast.Node, tex string) error {
	if _, err := mathml.Convert(tex, true); err != nil {
		return w.doc.Pos(n).Errorf("%w", err)
	}
	return nil
}

func (w *writer) image(out util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	f, err := w.doc.Figure(w.figures, n.(*ast.Image))
	if err != nil {
		return ast.WalkStop, err
	}
	if at, r, err := unknown(f.TeX); err != nil {
		return ast.WalkStop, err
	} else if at >= 0 {
		return ast.WalkStop, w.doc.Pos(n).Errorf("the figure %q holds the character %q (U+%04X), for which LaTeX has no glyph", f.Name, r, r)
	}
	caption, err := w.inline(n)
	if err != nil {
		return ast.WalkStop, err
	}
	_, err = fmt.Fprintf(out, "\\drawing{%s}{%s}", f.TeX, caption)
	return ast.WalkSkipChildren, err
}
