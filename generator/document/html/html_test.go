package html_test

import (
	"os"
	"path/filepath"
	"testing"

	"longhand/generator/document/browsertest"
	"longhand/generator/document/html"
	"longhand/generator/document/page"
	"longhand/generator/figure"
)

func sample(t *testing.T) page.Doc {
	t.Helper()
	text, err := os.ReadFile("../testdata/sample.md")
	if err != nil {
		t.Fatal(err)
	}
	return page.Doc{
		Name: "sample.md", Title: "One training step of a 3–2–1 network with tanh units",
		Description: "A sample that holds every construct.", Markdown: text, Up: "../index.html",
		Figures: map[string]figure.Figure{"network.svg": {Name: "network.svg", Alt: "x", SVG: "<svg viewBox='0 0 100 50' width='300'><circle cx='50' cy='20' r='10' /></svg>"}},
	}
}

func TestSampleInBrowser(t *testing.T) {
	out, err := html.Render(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "sample", "index.html")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, out, 0o644); err != nil {
		t.Fatal(err)
	}
	browsertest.Check(t, file)
}
