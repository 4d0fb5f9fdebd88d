package exercise_test

import (
	"errors"
	"strings"
	"testing"

	"longhand/generator/document/html"
	"longhand/generator/document/latex"
	"longhand/generator/document/latextest"
	"longhand/generator/exercise"
)

// TestNoLeaks scans sheets of every kind, in every format, and then the same with an answer planted in it.
func TestNoLeaks(t *testing.T) {
	for _, set := range settings {
		e := prepare(t, set...)
		v := variant(t, e, 2)
		doc, err := v.Sheet()
		if err != nil {
			t.Fatal(err)
		}
		page, err := html.Render(doc)
		if err != nil {
			t.Fatal(err)
		}
		tex, err := latex.Render(doc)
		if err != nil {
			t.Fatal(err)
		}
		if set == nil {
			if err := v.Leaks(latextest.Check(t, tex)); err != nil {
				t.Errorf("the words of the PDF: %v", err)
			}
		}
		for name, text := range map[string]string{"page": string(page), "Markdown": string(doc.Markdown), "LaTeX": string(tex)} {
			if err := v.Leaks(text); err != nil {
				t.Errorf("%v: %s: %v", set, name, err)
			}
		}
		if len(v.Answers) == 0 {
			continue // a sheet that is worked out from beginning to end
		}
		last := v.Answers[len(v.Answers)-1].Key.Text
		for name, leak := range map[string]string{
			"a data attribute": strings.Replace(string(page), `<input id="blank-1"`, `<input data-answer="`+last+`" id="blank-1"`, 1),
			"a comment":        strings.Replace(string(page), "</main>", "<!-- "+last+" --></main>", 1),
			"an entity":        strings.Replace(string(page), "</main>", strings.Replace(last, ".", "&#46;", 1)+"</main>", 1),
			"data":             strings.Replace(string(page), `"salt":`, `"answer":"`+last+`","salt":`, 1),
			"without a point":  strings.Replace(string(page), `"salt":`, `"answer":`+strings.TrimLeft(strings.NewReplacer(".", "", "-", "").Replace(last), "0")+`,"salt":`, 1),
			"MathML":           strings.Replace(string(page), "</article>", "<math><mphantom><mn>"+strings.TrimPrefix(last, "-")+"</mn></mphantom></math></article>", 1),
			"a phantom":        string(doc.Markdown) + `$\phantom{` + last + `}$`,
			"more digits":      string(doc.Markdown) + last + "0417",
			"LaTeX":            strings.Replace(string(tex), `\end{document}`, `\phantom{`+last+`}\end{document}`, 1),
			"a PDF's title":    strings.Replace(string(tex), "pdftitle={", "pdftitle={"+last+" ", 1),
		} {
			if leak == string(page) || leak == string(tex) {
				t.Fatalf("%s was not planted", name)
			}
			if (name == "more digits" || name == "without a point") && v.Problem.Display.Places < 7 {
				continue // too few digits to tell them from others
			}
			var found *exercise.LeakError
			if err := v.Leaks(leak); !errors.As(err, &found) {
				t.Errorf("%v: the answer %s in %s was not found: %v", set, last, name, err)
			}
		}
	}
}

// TestPDFHoldsNoAnswer scans what other programs read in the PDF of a sheet, its text and its metadata, and then the same
// with an answer planted where nobody sees it.
func TestPDFHoldsNoAnswer(t *testing.T) {
	v := variant(t, prepare(t, "display.fade=6"), 2)
	doc, err := v.Sheet()
	if err != nil {
		t.Fatal(err)
	}
	tex, err := latex.Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	words := func(tex string) string {
		latextest.Need(t)
		pdf, err := latex.PDF(t.Context(), []byte(tex))
		if err != nil {
			t.Fatal(err)
		}
		return latextest.Words(t, pdf)
	}
	clean := words(string(tex))
	if !strings.Contains(clean, v.ID) || !strings.Contains(clean, "Title:") {
		t.Fatalf("these are not the words of the sheet: %s", clean)
	}
	if err := v.Leaks(clean); err != nil {
		t.Error(err)
	}
	answer := v.Answers[len(v.Answers)-1].Key.Text
	for name, planted := range map[string]string{
		"white on white": strings.Replace(string(tex), `\end{document}`, `{\color{white}`+answer+`}\end{document}`, 1),
		"keywords":       strings.Replace(string(tex), "pdftitle={", "pdfkeywords={"+answer+"},pdftitle={", 1),
	} {
		var found *exercise.LeakError
		if err := v.Leaks(words(planted)); !errors.As(err, &found) {
			t.Errorf("%s: the answer %s was not found: %v", name, answer, err)
		}
	}
}
