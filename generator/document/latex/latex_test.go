package latex_test

import (
	"os"
	"strings"
	"testing"

	"longhand/generator/document/latex"
	"longhand/generator/document/latextest"
	"longhand/generator/document/page"
	"longhand/generator/figure"
)

func sample(t *testing.T) page.Doc {
	t.Helper()
	text, err := os.ReadFile("../testdata/sample.md")
	if err != nil {
		t.Fatal(err)
	}
	f, err := figure.Network("network.svg", "Three inputs, two hidden units and one output, all joined", []figure.Layer{
		{Title: "inputs", Units: []figure.Unit{{Label: figure.Label{Base: "x", Sub: "1"}, Note: "0.5"}, {Label: figure.Label{Base: "x", Sub: "2"}, Note: "-1.0"}, {Label: figure.Label{Base: "x", Sub: "3"}, Note: "2.0"}}},
		{Title: "hidden layer, tanh", Weights: [][]string{{"0.1", "-0.3", "0.2"}, {"0.4", "0.6", "-0.5"}},
			Units: []figure.Unit{{Label: figure.Label{Base: "a", Sub: "1", Sup: "(1)"}}, {Label: figure.Label{Base: "a", Sub: "2", Sup: "(1)"}}}},
		{Title: "output, tanh", Weights: [][]string{{"0.7", "-0.9"}}, Units: []figure.Unit{{Label: figure.Label{Base: "y"}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return page.Doc{
		Name: "sample.md", Title: "One training step of a 3–2–1 network with tanh units",
		Description: "A sample that holds every construct.", Markdown: text, Up: "../index.html",
		Figures: map[string]figure.Figure{"network.svg": f},
	}
}

func TestSampleCompiles(t *testing.T) {
	tex, err := latex.Render(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	if d := os.Getenv("LONGHAND_SHOTS"); d != "" {
		os.WriteFile(d+"/sample.tex", tex, 0o644)
	}
	words := latextest.Check(t, tex)
	for _, want := range []string{"One training step", "0.9028143", "a # and a % and a \\ stay", "$5 and one of $10"} {
		if !strings.Contains(words, want) {
			t.Errorf("the PDF does not say %q", want)
		}
	}
}
