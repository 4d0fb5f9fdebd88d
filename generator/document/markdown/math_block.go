package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// mathBlockParser reads $$…$$ and ```math fences. Once open, only the closing fence or the end of the block around it
// ends a formula: no blank line, heading or list marker does.
type mathBlockParser struct{}

func (mathBlockParser) Trigger() []byte { return []byte{'$', '`'} }

func (mathBlockParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 {
		return nil, parser.NoChildren
	}
	rest := bytes.TrimRight(line[at:], " \t\r\n")
	node := &MathBlock{}
	switch {
	case bytes.HasPrefix(rest, []byte("$$")):
		node.fence = "$$"
		body := rest[2:]
		if end := closingFence(body); end >= 0 {
			if len(body) > end+2 {
				return nil, parser.NoChildren // text follows: a formula inside a paragraph
			}
			node.closed = true
			body = body[:end]
		}
		node.TeX = cleanTeX(string(body))
	case string(rest) == "```math":
		node.fence = "```"
	default:
		return nil, parser.NoChildren
	}
	// goldmark reads the rest of the first line as the node's own, and asks Continue from the next line on.
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

func (mathBlockParser) Continue(n ast.Node, reader text.Reader, _ parser.Context) parser.State {
	node := n.(*MathBlock)
	if node.closed {
		return parser.Close
	}
	line, _ := reader.PeekLine()
	trimmed := bytes.TrimSpace(line)
	if node.fence == "```" {
		node.closed = bytes.Equal(trimmed, []byte("```"))
		trimmed = bytes.TrimSuffix(trimmed, []byte("```"))
	} else if end := closingFence(trimmed); end >= 0 {
		if len(trimmed) > end+2 {
			// What stands behind the fence would be lost. Left open, the block is reported as such.
			return parser.Close
		}
		node.closed = true
		trimmed = trimmed[:end]
	}
	node.TeX = cleanTeX(node.TeX + "\n" + string(trimmed))
	reader.AdvanceToEOL()
	if node.closed {
		return parser.Close
	}
	return parser.Continue | parser.NoChildren
}

func (mathBlockParser) Close(ast.Node, text.Reader, parser.Context) {}

func (mathBlockParser) CanInterruptParagraph() bool { return true }

func (mathBlockParser) CanAcceptIndentedLine() bool { return false }

// closingFence finds the first $$ that no backslash escapes, or -1.
func closingFence(line []byte) int {
	for i := 0; i+1 < len(line); i++ {
		switch {
		case line[i] == '\\' && util.IsPunct(line[i+1]):
			i++
		case line[i] == '$' && line[i+1] == '$':
			return i
		}
	}
	return -1
}
