package markdown

import (
	"regexp"

	"github.com/yuin/goldmark/ast"
)

// A blank on a worksheet is a formula of nothing but an underlined space, so that Markdown shows it wherever math is
// shown. It says how much room it takes and nothing else.
var blank = regexp.MustCompile(`^\\underline\{\\hspace\{[0-9.]+em\}\}$`)

// IsBlank says whether a formula is a blank.
func IsBlank(n ast.Node) bool {
	math, ok := n.(*MathInline)
	return ok && blank.MatchString(math.TeX)
}

// HasBlanks says whether a paragraph holds blanks.
func HasBlanks(n ast.Node) bool {
	if n.Kind() != ast.KindParagraph {
		return false
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if IsBlank(child) {
			return true
		}
	}
	return false
}
