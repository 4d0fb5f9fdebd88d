// Package documenttest holds a document that has every construct of Markdown that a document may have, with its figure,
// for the tests of all that publishes; and the golden files that show what each construct becomes. It serves tests only.
package documenttest

import (
	_ "embed"
	"testing"

	"longhand/generator/document/page"
	"longhand/generator/figure"
)

//go:embed testdata/sample.md
var sample []byte

// Sample is the document.
func Sample(t *testing.T) page.Doc {
	t.Helper()
	return page.Doc{
		Name:        "sample.md",
		Title:       "One training step of a 3–2–1 network with tanh units",
		Description: "A sample that holds every construct.",
		Markdown:    sample,
		Up:          "../index.html",
		Figures:     map[string]figure.Figure{"network.svg": Network(t)},
	}
}

// Network is the sample's drawing.
func Network(t *testing.T) figure.Figure {
	t.Helper()
	f, err := figure.Network("network.svg", "Three inputs, each joined to two hidden units, and these to one output; the weights stand on the edges.", []figure.Layer{
		{Title: "inputs", Units: []figure.Unit{unit("x", "1", "", "0.5"), unit("x", "2", "", "-1.0"), unit("x", "3", "", "2.0")}},
		{Title: "hidden layer, tanh", Weights: [][]string{{"0.1", "-0.3", "0.2"}, {"0.4", "0.6", "-0.5"}},
			Units: []figure.Unit{unit("a", "1", "(1)", ""), unit("a", "2", "(1)", "")}},
		{Title: "output, tanh", Weights: [][]string{{"0.7", "-0.9"}}, Units: []figure.Unit{unit("y", "", "", "")}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func unit(base, sub, sup, note string) figure.Unit {
	return figure.Unit{Label: figure.Label{Base: base, Sub: sub, Sup: sup}, Note: note}
}
