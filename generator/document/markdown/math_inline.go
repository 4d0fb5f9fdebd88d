package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// mathInlineParser reads $…$, $`…`$ and $$…$$ inside a line of text by GitHub's rules, so that prices stay prices: the
// opening $ has no letter or digit before it and no blank behind it, the closing $ has no blank before it and no
// letter or digit behind it, and no other $ stands between them unless a backslash escapes it.
type mathInlineParser struct{}

func (mathInlineParser) Trigger() []byte { return []byte{'$'} }

func (mathInlineParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	if before := block.PrecendingCharacter(); unicode.IsLetter(before) || unicode.IsDigit(before) || before == '$' {
		return nil
	}
	start, segment := block.Position()
	open, shut := "$", "$"
	switch line, _ := block.PeekLine(); {
	case bytes.HasPrefix(line, []byte("$`")):
		open, shut = "$`", "`$"
	case bytes.HasPrefix(line, []byte("$$$")):
		return nil
	case bytes.HasPrefix(line, []byte("$$")):
		open, shut = "$$", "$$"
	}
	block.Advance(len(open))
	tex, ok := scanInline(block, shut)
	if !ok {
		block.SetPosition(start, segment)
		return nil
	}
	if inTableCell(parent) {
		tex = strings.ReplaceAll(tex, `\|`, "|") // in a cell a bar is written so, in math too
	}
	node := &MathInline{TeX: cleanTeX(tex), Display: open == "$$"}
	node.SetPos(segment.Start)
	return node
}

// scanInline reads up to a closing fence and past it. It says false where there is none.
func scanInline(block text.Reader, shut string) (string, bool) {
	var tex []byte
	for {
		line, _ := block.PeekLine()
		if line == nil {
			return "", false
		}
		for i := 0; i < len(line); i++ {
			if line[i] == '\\' && i+1 < len(line) {
				i++
				continue
			}
			if bytes.HasPrefix(line[i:], []byte(shut)) {
				tex = append(tex, line[:i]...)
				if !closes(tex, line[i+len(shut):], shut) {
					return "", false
				}
				block.Advance(i + len(shut))
				return string(tex), true
			}
			if line[i] == '$' {
				return "", false
			}
		}
		tex = append(tex, line...)
		block.AdvanceLine()
	}
}

// closes judges what stands around a closing fence.
func closes(tex, behind []byte, shut string) bool {
	if len(bytes.TrimSpace(tex)) == 0 {
		return false
	}
	if next, _ := utf8.DecodeRune(behind); len(behind) > 0 && (unicode.IsLetter(next) || unicode.IsDigit(next) || next == '$') {
		return false
	}
	return shut != "$" || tex[0] > ' ' && tex[len(tex)-1] > ' '
}

func inTableCell(n ast.Node) bool {
	for ; n != nil; n = n.Parent() {
		if n.Kind() == east.KindTableCell {
			return true
		}
	}
	return false
}
