package exercise

import (
	"fmt"

	"longhand/generator/document/page"
	"longhand/generator/source"
	"longhand/generator/tex"
	"longhand/templates"
)

// Row is what the overview of a run tells of one variant.
type Row struct {
	ID            string
	Sheet, Key    string // links, or ""
	Before, After string // what is differentiated, the loss of a network, and its value after the update; or ""
}

// Row tells of a variant; links are the caller's.
func (v *Variant) Row() Row {
	r := Row{ID: v.ID}
	for name, into := range map[string]*string{v.Example.Model.Loss: &r.Before, v.Example.LossNew(): &r.After} {
		if shown := v.shown[name]; len(shown) == 1 {
			*into = shown[0].Text
		}
	}
	return r
}

// Overview is what the template overview.md sees.
type Overview struct {
	Sheet  // of any variant: its rules are those of all
	Count  int
	Seed   uint64
	Rows   []Row
	Page   int
	Pages  int
	Blanks int
}

// RowsPerPage bounds the rows of one page of the overview, so that no page holds a whole run.
const RowsPerPage = 100

// OverviewName is the file name of a page of the overview, counted from 1.
func OverviewName(number int) string {
	if number == 1 {
		return "index.html"
	}
	return fmt.Sprintf("index-%03d.html", number)
}

// Objective is what is differentiated, as TeX, or "".
func (o *Overview) Objective() string {
	if o.Rows[0].Before == "" {
		return ""
	}
	return tex.Symbol(o.Example.Model.Loss)
}

// IsTrained says whether an update follows.
func (o *Overview) IsTrained() bool { return o.Rows[0].After != "" }

// Previous and Next are links to the pages around, or "".
func (o *Overview) Previous() string {
	if o.Page == 1 {
		return ""
	}
	return OverviewName(o.Page - 1)
}

// Next is the link to the page behind, or "".
func (o *Overview) Next() string {
	if o.Page == o.Pages {
		return ""
	}
	return OverviewName(o.Page + 1)
}

// Overview writes a page of the overview of a run of count variants.
func (e *Exercise) Overview(count, number int, rows []Row) (page.Doc, error) {
	o := &Overview{
		Sheet: Sheet{Variant: &Variant{Exercise: e, Problem: e.Problem, Example: e.example}},
		Count: count, Seed: e.Seed, Rows: rows, Page: number, Pages: (count + RowsPerPage - 1) / RowsPerPage,
		Blanks: len(e.plan.blanks),
	}
	text, err := templates.FS.ReadFile("overview.md")
	if err != nil {
		return page.Doc{}, err
	}
	d := page.Doc{Name: "overview.md", Title: "Worksheets – " + e.Problem.Title.Value, Description: fmt.Sprintf("%d worksheets", count)}
	d.Markdown, err = e.example.Fill(source.NewFile("longhand:overview.md", string(text)), o)
	return d, err
}
