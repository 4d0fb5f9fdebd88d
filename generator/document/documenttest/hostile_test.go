package documenttest

import (
	"fmt"
	"strings"
	"testing"

	"longhand/generator/document/html"
	"longhand/generator/document/latex"
	"longhand/generator/document/latextest"
	"longhand/generator/document/markdown"
	"longhand/generator/document/page"
)

// Titles and labels of users reach the page and the PDF as the text that they are.
func TestHostileText(t *testing.T) {
	texts := []string{
		`<script>alert(1)</script>`, `<img src=x onerror=alert(1)>`, `$x$ and $$y$$`, `\input{/etc/passwd}`, `\end{document}`,
		`{{.Title}} <<.Title>>`, `](javascript:alert(1))`, `a | b`, `% comment`, `#1 & ~ ^ _`, "`code`", `&lt;b&gt;`, `"quotes" 'single' -- ---`,
		`\\`, `}`, `{`, `]`, `[x]`, `$`, `^^M`, `https://example.org`, `<!-- -->`, `*a* _b_`,
	}
	var b strings.Builder
	title := strings.Join(texts, " ")
	fmt.Fprintf(&b, "# %s\n\n", markdown.Escape(title))
	for _, text := range texts {
		e := markdown.Escape(text)
		fmt.Fprintf(&b, "## %s\n\n%s\n\n- %s\n\n> %s\n\n| %s | x |\n|---|---|\n| %s | y |\n| z | %s |\n\n**a %s b**\n\n", e, e, e, e, e, e, e, e)
	}
	doc := page.Doc{Name: "a.md", Title: title, Description: title, Lang: `en"><script>`, Up: `javascript:alert(1)`, Markdown: []byte(b.String())}
	out, err := html.Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<script", "<img", "javascript:alert", "<!-- -->", "<math"} {
		text := string(out)
		text = strings.ReplaceAll(text, "](javascript:alert(1))", "") // as words of the text it is harmless
		if strings.Contains(text, bad) {
			t.Errorf("the page holds %s", bad)
		}
	}
	tex, err := latex.Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	words := latextest.Check(t, tex)
	for _, want := range []string{`\input{/etc/passwd}`, `\end{document}`, `{{.Title}} <<.Title>>`, `<script>alert(1)</script>`, `% comment`} {
		if !strings.Contains(words, want) {
			t.Errorf("the PDF does not say %s", want)
		}
	}
}
