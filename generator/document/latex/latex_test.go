package latex_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"longhand/generator/document/documenttest"
	"longhand/generator/document/latex"
	"longhand/generator/document/latextest"
	"longhand/generator/figure"
)

func TestSampleCompiles(t *testing.T) {
	tex, err := latex.Render(documenttest.Sample(t))
	if err != nil {
		t.Fatal(err)
	}
	words := latextest.Check(t, tex)
	for _, want := range []string{"One training step", "0.9028143", "a # and a % and a \\ stay", "$5 and one of $10", "hidden layer, tanh"} {
		if !strings.Contains(words, want) {
			t.Errorf("the PDF does not say %q", want)
		}
	}
}

// A PDF has no clock and no path in it.
func TestPDFIsReproducible(t *testing.T) {
	tex, err := latex.Render(documenttest.Sample(t))
	if err != nil {
		t.Fatal(err)
	}
	latextest.Need(t)
	first, err := latex.PDF(t.Context(), tex)
	if err != nil {
		t.Fatal(err)
	}
	second, err := latex.PDF(t.Context(), tex)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Error("two runs give two PDFs")
	}
}

func TestPDFErrors(t *testing.T) {
	latextest.Need(t)
	_, err := latex.PDF(t.Context(), []byte("\\documentclass{article}\\begin{document}\nok\n\\nonsense\n\\end{document}"))
	if err == nil || err.Error() != "pdflatex: article.tex:3: Undefined control sequence.\n    l.3 \\nonsense" {
		t.Errorf("got %v", err)
	}
	_, err = latex.PDF(t.Context(), []byte("\\documentclass{article}\\begin{document}\\input{/etc/passwd}\\end{document}"))
	if err == nil {
		t.Error("LaTeX read a file outside of its folder")
	}
	t.Setenv("PATH", t.TempDir())
	if _, err = latex.PDF(t.Context(), nil); !errors.Is(err, latex.ErrNoLaTeX) {
		t.Errorf("without pdflatex: %v", err)
	}
}

// Drawings of every kind compile and fit the column.
func TestNetworksCompile(t *testing.T) {
	doc := documenttest.Sample(t)
	var text strings.Builder
	text.WriteString("# Networks\n\n")
	for _, sizes := range [][]int{{2, 2, 1}, {3, 4, 2}, {2, 2, 2}, {784, 128, 10}, {4, 4, 4, 4}} {
		name := strings.Trim(strings.ReplaceAll(fmt.Sprint(sizes), " ", "-"), "[]") + ".svg"
		var layers []figure.Layer
		for k, n := range sizes {
			l := figure.Layer{Title: fmt.Sprintf("Schicht_%d & ö", k), Units: make([]figure.Unit, n)}
			for j := range l.Units {
				l.Units[j] = figure.Unit{Label: figure.Label{Base: "σ", Sub: fmt.Sprint(j + 1), Sup: "(1)"}, Note: "-0.5"}
				if k > 0 {
					l.Weights = append(l.Weights, slices.Repeat([]string{"-0.25"}, sizes[k-1]))
				}
			}
			layers = append(layers, l)
		}
		f, err := figure.Network(name, name, layers)
		if err != nil {
			t.Fatal(err)
		}
		doc.Figures[name] = f
		text.WriteString("![" + name + "](" + name + ")\n\n")
	}
	doc.Markdown = []byte(text.String())
	tex, err := latex.Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	words := latextest.Check(t, tex)
	if strings.Count(words, "−0.25") < 20 || !strings.Contains(words, "3 &") {
		t.Errorf("labels are missing:\n%s", words)
	}
}
