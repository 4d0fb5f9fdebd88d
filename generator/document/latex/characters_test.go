package latex_test

import (
	"fmt"
	"strings"
	"testing"

	"longhand/generator/document/latex"
	"longhand/generator/document/latextest"
	"longhand/generator/document/page"
)

// Every character that we claim LaTeX can set is set by a real one, and so is all of ASCII.
func TestCharacters(t *testing.T) {
	runes, err := latex.Characters()
	if err != nil {
		t.Fatal(err)
	}
	for r := '!'; r <= '~'; r++ {
		runes = append(runes, r)
	}
	var b strings.Builder
	b.WriteString("# Characters\n\n")
	for _, r := range runes {
		escaped := string(r)
		if r < 128 {
			escaped = `\` + escaped
			if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
				escaped = string(r)
			}
		}
		fmt.Fprintf(&b, "%04X is a%sb **%s**,\n", r, escaped, escaped)
	}
	b.WriteString("\nCode: `!\"#$%&'()*+,-./:;<=>?@[\\]^_{|}~--` and dashes -- --- ''quotes'' ?` !`\n")
	tex, err := latex.Render(page.Doc{Name: "characters.md", Title: "Characters", Markdown: []byte(b.String())})
	if err != nil {
		t.Fatal(err)
	}
	words := latextest.Check(t, tex)
	if want := `!"#$%&'()*+,-./:;<=>?@[\]^_{|}~--`; !strings.Contains(strings.ReplaceAll(words, "’", "'"), want) {
		t.Errorf("the PDF does not say %s in\n%s", want, words[max(0, len(words)-300):])
	}
}

func TestUnknownCharacter(t *testing.T) {
	_, err := latex.Render(page.Doc{Name: "a.md", Title: "x", Markdown: []byte("# Title\n\nA snowman: ☃.\n")})
	want := "a.md:3:12: LaTeX has no glyph for the character '☃' (U+2603)"
	if err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("got %v, want %s", err, want)
	}
}
