package markdown

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// KindMathInline and KindMathBlock are the kinds of the two math nodes.
var (
	KindMathInline = ast.NewNodeKind("MathInline")
	KindMathBlock  = ast.NewNodeKind("MathBlock")
)

// MathInline is a formula in a line of text: $…$, $`…`$, or $$…$$ where Display is set.
type MathInline struct {
	ast.BaseInline
	TeX     string
	Display bool
}

// Kind implements ast.Node.
func (*MathInline) Kind() ast.NodeKind { return KindMathInline }

// Dump implements ast.Node.
func (n *MathInline) Dump(src []byte, level int) {
	ast.DumpHelper(n, src, level, map[string]string{"TeX": n.TeX}, nil)
}

// MathBlock is a formula that stands by itself: $$…$$ over any number of lines, or a fence ```math.
type MathBlock struct {
	ast.BaseBlock
	TeX    string
	fence  string // what ends it
	closed bool
}

// Kind implements ast.Node.
func (*MathBlock) Kind() ast.NodeKind { return KindMathBlock }

// IsRaw implements ast.Node: Markdown means nothing inside.
func (*MathBlock) IsRaw() bool { return true }

// Dump implements ast.Node.
func (n *MathBlock) Dump(src []byte, level int) {
	ast.DumpHelper(n, src, level, map[string]string{"TeX": n.TeX}, nil)
}

// Math is the goldmark extension that reads both. Other readers of math for goldmark let a blank line or a list marker
// end a formula, take prices for math, and hand TeX on unescaped.
var Math goldmark.Extender = mathExtension{}

type mathExtension struct{}

// Extend implements goldmark.Extender. Math comes before code spans and fences (100 and 700), as a backquote may be
// part of its fence, and before lists (300), so that a formula's line is never taken for an item.
func (mathExtension) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(
		parser.WithBlockParsers(util.Prioritized(mathBlockParser{}, 90)),
		parser.WithInlineParsers(util.Prioritized(mathInlineParser{}, 90)),
	)
}

// cleanTeX trims a formula and takes out blank lines, which TeX would read as the end of a paragraph.
func cleanTeX(tex string) string {
	var lines []string
	for line := range strings.Lines(tex) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}
