package generator_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"longhand/generator"
	"longhand/generator/document/browsertest"
	"longhand/generator/document/latextest"
)

// Every document that comes with the program, and some that strain the layout, in a real browser and through a real
// LaTeX. LONGHAND_SHOTS=folder keeps pictures of what the browser saw.
func TestPages(t *testing.T) {
	strained := []struct {
		name     string
		problems []string
		set      []string
	}{
		{"3-4-2", []string{"testdata/three-four-two.yaml"}, nil},
		{"3-4-2, 20 places", []string{"testdata/three-four-two.yaml"}, []string{"display.places=20"}},
		{"above the target", []string{"two-two-one"}, []string{"given.t=[0.1]", "display.places=4"}},
		{"20 places", []string{"two-two-one"}, []string{"display.places=20"}},
	}
	for _, name := range generator.Embedded() {
		t.Run(name, func(t *testing.T) { checkPages(t, generator.BuildOptions{Problems: []string{name}}) })
	}
	for _, s := range strained {
		t.Run(s.name, func(t *testing.T) { checkPages(t, generator.BuildOptions{Problems: s.problems, Set: s.set}) })
	}
}

func checkPages(t *testing.T, o generator.BuildOptions) {
	t.Parallel()
	o.Out = filepath.Join(t.TempDir(), "out")
	if err := generator.Build(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	pages, _ := filepath.Glob(filepath.Join(o.Out, "*", "index.html"))
	if len(pages) != 1 {
		t.Fatalf("pages are %v", pages)
	}
	leaveOut := browsertest.Formulas
	if o.Set == nil && o.Problems[0] == "two-two-one" {
		leaveOut = browsertest.Nothing
	}
	t.Run("browser", func(t *testing.T) { browsertest.Check(t, pages[0], leaveOut) })
	t.Run("latex", func(t *testing.T) {
		tex, err := os.ReadFile(filepath.Join(filepath.Dir(pages[0]), "article.tex"))
		if err != nil {
			t.Fatal(err)
		}
		if text := latextest.Check(t, tex); !strings.Contains(text, "Recap") {
			t.Error("the PDF does not reach the recap")
		}
	})
}
