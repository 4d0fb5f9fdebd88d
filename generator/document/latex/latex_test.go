package latex_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"longhand/generator/document/documenttest"
	"longhand/generator/document/latex"
	"longhand/generator/document/latextest"
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
