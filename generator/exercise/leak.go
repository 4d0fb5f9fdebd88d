package exercise

import (
	"fmt"
	"html"
	"regexp"
	"strings"
)

// LeakError says that a student's sheet holds an answer.
type LeakError struct {
	ID, Blank, Answer, Found string
}

func (e *LeakError) Error() string {
	return fmt.Sprintf("the sheet %s gives the answer %s of the blank %s away: it holds %s. This is a fault of the program or of a template; the sheet is not written",
		e.ID, e.Answer, e.Blank, e.Found)
}

var numeral = regexp.MustCompile(`\d+(?:\.\d+|,\d{3,})?`) // W₁,₁ is no decimal comma

// laidOut are the attributes with which a page and its drawings are laid out, and which hold no content.
var laidOut = map[string]bool{
	"style": true, "size": true, "width": true, "height": true, "viewBox": true, "d": true, "x": true, "y": true, "x1": true, "y1": true,
	"x2": true, "y2": true, "cx": true, "cy": true, "r": true, "font-size": true, "minsize": true, "maxsize": true, "lspace": true, "rspace": true,
}

// content is what a published text holds beside its layout: a page without its styles, its script and the values of
// layout's attributes; LaTeX without the commands of its preamble, but with the title that is written into a PDF.
func content(text string) string {
	var b strings.Builder
	if before, after, ok := strings.Cut(text, `\begin{document}`); ok && strings.Contains(before, `\documentclass`) {
		if _, title, ok := strings.Cut(before, `\hypersetup`); ok {
			b.WriteString(title)
		}
		for {
			drawn, picture, ok := strings.Cut(after, `\begin{picture}`)
			b.WriteString(drawn)
			if !ok {
				return b.String()
			}
			_, after, _ = strings.Cut(picture, `\end{picture}`)
		}
	}
	for _, element := range []string{"style", "script"} {
		b.Reset()
		for {
			before, after, ok := strings.Cut(text, "<"+element+">")
			b.WriteString(before)
			if !ok {
				break
			}
			_, text, _ = strings.Cut(after, "</"+element+">")
		}
		text = b.String()
	}
	b.Reset()
	for {
		before, after, ok := strings.Cut(text, `="`)
		b.WriteString(before)
		if !ok {
			break
		}
		value, rest, _ := strings.Cut(after, `"`)
		if !laidOut[before[strings.LastIndexAny(before, " \t\n")+1:]] {
			b.WriteString(" " + value + " ")
		}
		text = rest
	}
	return html.UnescapeString(b.String())
}

// Leaks looks for answers in a sheet as it is published: in the text of a page with its attributes, comments and data,
// in Markdown, in LaTeX, in the words of a PDF. A number on the sheet may be an answer only where it is also given: in
// the problem, a result that is given, or a step that is worked out. It finds an answer with other digits behind it, too.
//
// Whole numbers of fewer than five digits are not looked for: 1 and 2 count things everywhere, and 2000 is a year.
func (v *Variant) Leaks(text string) error {
	text = content(text)
	open, err := v.open()
	if err != nil {
		return err
	}
	answers := map[string]*Answer{}
	type stem struct {
		digits string // without the last one, which may be rounded
		of     *Answer
	}
	var long []stem
	for _, a := range v.Answers {
		if d := digits(a.Key.Text); strings.Contains(a.Key.Text, ".") {
			answers[d] = a
			if len(d) >= 5 {
				long = append(long, stem{d[:len(d)-1], a})
			}
		}
	}
	checked := map[string]bool{}
	for _, found := range numeral.FindAllString(text, -1) {
		if checked[found] {
			continue
		}
		checked[found] = true
		d := digits(found)
		if open[d] {
			continue
		}
		a := answers[d]
		if a != nil && !strings.ContainsAny(found, ".,") && len(d) < 5 {
			a = nil // a whole number that counts something
		}
		for i := 0; a == nil && i < len(long); i++ {
			if len(d) > len(long[i].digits) && strings.HasPrefix(d, long[i].digits) {
				a = long[i].of
			}
		}
		if a != nil {
			return &LeakError{v.ID, a.Name, a.Key.Text, found}
		}
	}
	return nil
}

var signs = strings.NewReplacer(".", "", ",", "", "-", "")

// digits are those of a number from its first one that is not 0, without those zeros at the end that say nothing.
func digits(number string) string {
	d := strings.TrimLeft(signs.Replace(number), "0")
	if strings.ContainsAny(number, ".,") {
		d = strings.TrimRight(d, "0")
	}
	return d
}

// open are the digits of all numbers that a sheet gives.
func (v *Variant) open() (map[string]bool, error) {
	if v.given != nil {
		return v.given, nil
	}
	s, err := v.newSheet(false)
	if err != nil {
		return nil, err
	}
	w, err := v.Exercise.words()
	if err != nil {
		return nil, err
	}
	texts := []string{v.ID, w.verdicts["unreadable"], v.Problem.Title.Value, v.Problem.Description.Value}
	for _, step := range v.trace.Steps {
		texts = append(texts, step.Typed...)
	}
	for _, section := range s.Sections {
		for _, step := range section.Steps {
			texts = append(texts, step.Derivation, step.Formula, step.Result)
		}
	}
	given := map[string]bool{}
	for _, n := range numeral.FindAllString(strings.Join(texts, " "), -1) {
		given[digits(n)] = true
	}
	v.given = given
	return given, nil
}
