package markdown

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark/ast"
)

// formulas lists the TeX in a document, displays in double bars.
func formulas(t *testing.T, text string) []string {
	t.Helper()
	doc, err := Parse("a.md", []byte("# T\n\n"+text+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	_ = ast.Walk(doc.Root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *MathInline:
			if entering && n.Display {
				found = append(found, "|"+n.TeX+"|")
			} else if entering {
				found = append(found, n.TeX)
			}
		case *MathBlock:
			if entering {
				found = append(found, "||"+n.TeX+"||")
			}
		}
		return ast.WalkContinue, nil
	})
	return found
}

func TestMath(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"$x$", []string{"x"}},
		{"$5 and $10", nil},
		{"from $5 to $10 or 5$", []string{"10 or 5"}}, // GitHub reads it so, too
		{"$5-$10", nil},
		{"a$b$", nil},
		{"$b$c", nil},
		{"($x$), “$y$”; $z$-axis", []string{"x", "y", "z"}},
		{"$ x$ and $x $", nil},
		{`\$x$`, nil},
		{`$a\$b$`, []string{`a\$b`}},
		{"`$x$`", nil},
		{"$`x_1`$", []string{"x_1"}},
		{"**$x$** [$y$](#t)", []string{"x", "y"}},
		{"$x_1$ and $y_1$", []string{"x_1", "y_1"}},
		{"$a*b*c$", []string{"a*b*c"}},
		{"$<b>$", []string{"<b>"}},
		{"$a\nb$", []string{"a\nb"}},
		{"$a\n\nb$", nil},
		{"text $$x$$ text", []string{"|x|"}},
		{"$$x$$", []string{"||x||"}},
		{"$$x$$.", []string{"|x|"}},
		{"$$\nx\n$$", []string{"||x||"}},
		{"$$ x\ny $$", []string{"||x\ny||"}},
		{"$$\na\n\n- b\n# c\n> d\n1. e\n| f |\n---\n$$", []string{"||a\n- b\n# c\n> d\n1. e\n| f |\n---||"}},
		{"text\n$$\nx\n$$\ntext", []string{"||x||"}},
		{"- item\n\n  $$\n  x\n\n  - y\n  $$\n- next", []string{"||x\n- y||"}},
		{"> $$\n> x\n> $$", []string{"||x||"}},
		{"```math\nx\n```", []string{"||x||"}},
		{"```tex\n$$x$$\n```", nil},
		{"| $a$ | $\\|b\\|$ |\n|--|--|\n| $c$ | $$d$$ |", []string{"a", "|b|", "c", "|d|"}},
	} {
		if diff := cmp.Diff(c.want, formulas(t, c.text)); diff != "" {
			t.Errorf("%q: -want +got\n%s", c.text, diff)
		}
	}
}

func TestMathNeverClosed(t *testing.T) {
	for _, text := range []string{"$$\nx", "- $$\n  x\n\ntext $$", "> $$\n> x\n\n$$", "$$\nx\n$$ y", "```math\nx", "$$", "$$$"} {
		if doc, err := Parse("a.md", []byte("# T\n\n"+text+"\n")); err == nil || !strings.Contains(err.Error(), "never closed") {
			t.Errorf("%q: %v, %v", text, doc, err)
		}
	}
}

// Whatever the text: reading ends, every formula is a piece of the text but for its blanks, and a formula put into
// fences comes out again as it was.
func FuzzMath(f *testing.F) {
	for _, seed := range []string{"$x$", "$$\na\n\n- b\n$$", "- $$x", "| $a$ |\n|-|\n| $\\|$ |", "$5 and $10", "> $$\nx", "$`a`$", "```math\nx\n```", "\\$$x$$", "$$$$", "a\\\\$b$", "\t$$\n\tx\n\t$$"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		squeeze := func(s string) string {
			s = strings.NewReplacer(`\|`, "|", "\x00", "\ufffd").Replace(s)
			return strings.Map(func(r rune) rune {
				if r <= ' ' || r == '>' || r == 0x85 || r == 0xa0 {
					return -1
				}
				return r
			}, s)
		}
		whole := squeeze(text)
		doc, err := Parse("a.md", []byte("# T\n\n"+text))
		if err == nil {
			for n := range nodes(doc.Root) {
				if m, ok := n.(*MathInline); ok && !strings.Contains(whole, squeeze(m.TeX)) {
					t.Errorf("%q has the formula %q", text, m.TeX)
				}
				if m, ok := n.(*MathBlock); ok && !strings.Contains(whole, squeeze(m.TeX)) {
					t.Errorf("%q has the formula %q", text, m.TeX)
				}
			}
		}
		if tex := cleanTeX(text); tex != "" && !strings.ContainsAny(text, "$\\\x00\r") && strings.TrimSpace(tex) == tex && !slices.Contains(strings.Split(tex, "\n"), "") {
			for _, fence := range []string{"$$\n%\n$$", "- $$\n  %\n  $$"} {
				indent := "\n"
				if fence[0] == '-' {
					indent = "\n  "
				}
				got := formulas(t, strings.Replace(fence, "%", strings.ReplaceAll(tex, "\n", indent), 1))
				if len(got) != 1 || got[0] != "||"+tex+"||" {
					t.Errorf("%q came out of %q as %q", tex, fence, got)
				}
			}
		}
	})
}

func nodes(root ast.Node) func(func(ast.Node) bool) {
	return func(yield func(ast.Node) bool) {
		_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering && !yield(n) {
				return ast.WalkStop, nil
			}
			return ast.WalkContinue, nil
		})
	}
}
