package html

import (
	"bufio"
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	goldmark "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"longhand/generator/document/markdown"
)

// architecture is a name such as 3–2–1, which a line may not break.
var architecture = regexp.MustCompile(`\d+(?:–\d+)+`)

// registerText keeps architectures on one line, and makes code a box that scrolls.
func (r *pageRenderer) registerText(to renderer.NodeRendererFuncRegisterer) {
	plain := markdown.NewRenderer(goldmark.NewRenderer()).Function(ast.KindText)
	to.Register(ast.KindText, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		var text bytes.Buffer
		buffer := bufio.NewWriter(&text)
		status, err := plain(buffer, src, n, entering)
		if err == nil {
			err = buffer.Flush()
		}
		if err == nil {
			_, err = w.Write(architecture.ReplaceAll(text.Bytes(), []byte(`<span class="together">$0</span>`)))
		}
		return status, err
	})
	code := func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		return ast.WalkContinue, r.fill(w, "code", string(n.Lines().Value(src)))
	}
	to.Register(ast.KindFencedCodeBlock, code)
	to.Register(ast.KindCodeBlock, code)
}
