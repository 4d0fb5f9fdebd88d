package latex

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// sizes are the type sizes for code, with the most characters that a line of the column holds in each.
var sizes = []struct {
	command string
	columns int
}{{`\small`, 84}, {`\footnotesize`, 94}, {`\scriptsize`, 104}, {`\tiny`, 125}}

// registerCode writes code in a line, and blocks in the largest size that their longest line fits in.
func (w *writer) registerCode(to renderer.NodeRendererFuncRegisterer) {
	to.Register(ast.KindCodeSpan, func(out util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		var code strings.Builder
		for child := n.FirstChild(); child != nil; child = child.NextSibling() {
			code.Write(child.(*ast.Text).Value(src))
		}
		_, err := out.WriteString(`\texttt{` + escapeCode(strings.ReplaceAll(code.String(), "\n", " ")) + `}`)
		return ast.WalkSkipChildren, err
	})
	block := func(out util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		code := strings.ReplaceAll(string(n.Lines().Value(src)), "\t", "    ")
		if strings.Contains(code, `\end{Verbatim}`) {
			return ast.WalkStop, w.doc.Pos(n).Errorf(`code with \end{Verbatim} in it cannot be set by LaTeX`)
		}
		longest := 0
		for line := range strings.Lines(code) {
			longest = max(longest, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")))
		}
		for _, size := range sizes {
			if longest <= size.columns {
				_, err := fmt.Fprintf(out, "\\begin{Verbatim}[fontsize=%s]\n%s\n\\end{Verbatim}\n\n", size.command, strings.TrimSuffix(code, "\n"))
				return ast.WalkContinue, err
			}
		}
		return ast.WalkStop, w.doc.Pos(n).Errorf("a line of code has %d characters, more than paper holds", longest).
			WithHint("break it: %d fit in the smallest type", sizes[len(sizes)-1].columns)
	}
	to.Register(ast.KindFencedCodeBlock, block)
	to.Register(ast.KindCodeBlock, block)
}
