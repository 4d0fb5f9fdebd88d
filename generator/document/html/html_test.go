package html_test

import (
	"os"
	"path/filepath"
	"testing"

	"longhand/generator/document/browsertest"
	"longhand/generator/document/documenttest"
	"longhand/generator/document/html"
	"longhand/generator/document/page"
)

// check opens a page in a browser.
func check(t *testing.T, name string, content []byte) {
	t.Helper()
	file := filepath.Join(t.TempDir(), name, "index.html")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, content, 0o644); err != nil {
		t.Fatal(err)
	}
	browsertest.Check(t, file, browsertest.Nothing)
}

func TestSampleInBrowser(t *testing.T) {
	out, err := html.Render(documenttest.Sample(t))
	if err != nil {
		t.Fatal(err)
	}
	check(t, "sample", out)
}

func TestIndexInBrowser(t *testing.T) {
	out, err := html.RenderIndex(page.Index{
		Title: "Worked examples", Description: "Every number computed, every line to be checked by hand.",
		Entries: []page.Entry{
			{Title: "One training step of a 2–2–1 network", Description: "Two sigmoid layers, half the squared error.", HTML: "a/index.html", Markdown: "a/article.md", LaTeX: "a/article.tex", PDF: "a/article.pdf"},
			{Title: "A <b>title</b> & more", HTML: "b/index.html", Markdown: "b/article.md", LaTeX: "b/article.tex"},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	check(t, "index", out)
}
