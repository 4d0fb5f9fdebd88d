package markdown

import (
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

var hostile = []string{
	"plain words", "One step of a 2–2–1 network", "<script>alert(1)</script>", "$x$", "$$\\input{a}$$", `\textbf{x}`, "a | b", "# no heading", "- no item", "1. no item",
	"7) no item", "> no quote", "*a* _b_ `c`", "[a](b)", "![a](b)", "&lt;&amp;&#36;", "a\n\nb", "```", "---", "===", "<http://x.y>", "www.example.com", "~~a~~", "[^1]", "\\", "a\\", "+ x", ": x",
	"{{.}}", "  spaced\tout  ", "\x00\x1b[1m", "evil\u202etxt", "#", "x #", "C#", "5 $ and 6 $", "a<b>c", "^_^", "-", "1.", "\u00a0- x",
}

// plain is what of a text a reader is to see.
func plain(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\u200b', r == '\ufeff':
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), " ")
}

// shows wants an escaped text to come back as plain text from wherever it is put.
func shows(t *testing.T, text string) {
	t.Helper()
	escaped := Escape(text)
	for _, place := range []struct {
		before, behind string
		kind           ast.NodeKind
	}{
		{"# ", "\n", ast.KindHeading},
		{"# T\n\n", "\n", ast.KindParagraph},
		{"# T\n\n- ", "\n", ast.KindTextBlock},
		{"# T\n\n> ", "\n", ast.KindParagraph},
		{"# T\n\n| h |\n|---|\n| ", " |\n", east.KindTableCell},
		{"# T\n\n**", "**\n", ast.KindEmphasis},
	} {
		if plain(text) == "" || place.kind == ast.KindEmphasis && !wordly(plain(text)) {
			continue
		}
		doc, err := Parse("a.md", []byte(place.before+escaped+place.behind))
		if err != nil {
			t.Fatalf("%q as %q after %q: %v", text, escaped, place.before, err)
		}
		var holder ast.Node
		for n := range nodes(doc.Root) {
			if n.Kind() == place.kind {
				holder = n // the last one
			}
		}
		if holder == nil {
			t.Fatalf("%q as %q after %q is no %s", text, escaped, place.before, place.kind)
		}
		for n := range nodes(holder) {
			if n != holder && n.Kind() != ast.KindText {
				t.Errorf("%q as %q after %q makes a %s", text, escaped, place.before, n.Kind())
			}
		}
		if got := doc.Text(holder); strings.ReplaceAll(got, "\ufffd", "") != strings.ReplaceAll(plain(text), "\ufffd", "") {
			t.Errorf("%q as %q after %q shows as %q", text, escaped, place.before, got)
		}
	}
}

// wordly says whether a text begins and ends with a letter, as stars around it ask for.
func wordly(s string) bool {
	runes := []rune(s)
	return unicode.IsLetter(runes[0]) && unicode.IsLetter(runes[len(runes)-1])
}

func TestEscape(t *testing.T) {
	for _, text := range hostile {
		shows(t, text)
	}
	if got := Escape("One step of a 2–2–1 network"); got != "One step of a 2–2–1 network" {
		t.Errorf("harmless text became %q", got)
	}
}

func FuzzEscape(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ToValidUTF8(text, "") == text {
			shows(t, text)
		}
	})
}
