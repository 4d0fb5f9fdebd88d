package generator

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/template"

	"longhand/generator/document/html"
	"longhand/generator/document/page"
	"longhand/generator/exercise"
	"longhand/generator/exercise/report"
	"longhand/generator/source"
	"longhand/templates"
)

// writeMarks writes a marked class in one of the formats text, csv, json and html. Words are in templates/marks.*; e is
// the exercise of any of its sheets.
func writeMarks(w io.Writer, class *report.Class, format string, e *exercise.Exercise) error {
	switch format {
	case "", "text":
		return writeMarksText(w, class)
	case "csv":
		return writeMarksCSV(w, class)
	case "json":
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		return e.Encode(class)
	}
	return writeMarksHTML(w, class, e)
}

func writeMarksText(w io.Writer, class *report.Class) error {
	text, err := templates.FS.ReadFile("marks.txt")
	if err != nil {
		return err
	}
	t, err := template.New("marks.txt").Parse(string(text))
	if err != nil {
		return err
	}
	return t.Execute(w, class)
}

func writeMarksCSV(w io.Writer, class *report.Class) error {
	c := csv.NewWriter(w)
	if err := c.Write([]string{"student", "id", "blank", "name", "answer", "key", "tolerance", "outcome", "points", "mistakes"}); err != nil {
		return err
	}
	for _, s := range class.Students {
		for _, m := range s.Answers {
			points := "0"
			switch exercise.Outcome(m.Outcome) {
			case exercise.Right, exercise.Followed:
				points = "1"
			case exercise.Unreadable:
				points = "" // nobody has scored it yet
			}
			if err := c.Write([]string{s.Name, s.ID, fmt.Sprint(m.Number), m.Name, m.Text, m.Key, m.Tolerance, m.Outcome, points, strings.Join(m.Mistakes, "; ")}); err != nil {
				return err
			}
		}
	}
	c.Flush()
	return c.Error()
}

func writeMarksHTML(w io.Writer, class *report.Class, e *exercise.Exercise) error {
	text, err := templates.FS.ReadFile("marks.md")
	if err != nil {
		return err
	}
	markdown, err := e.Fill(source.NewFile(embeddedPrefix+"marks.md", string(text)), class)
	if err != nil {
		return err
	}
	out, err := html.Render(page.Doc{Name: "marks.md", Title: "Marks – " + class.Title, Description: fmt.Sprintf("%d students", len(class.Students)), Markdown: markdown})
	if err != nil {
		return err
	}
	_, err = w.Write(out)
	return err
}
