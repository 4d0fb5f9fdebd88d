package generator

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"

	"longhand/generator/document/html"
	"longhand/generator/document/latex"
	"longhand/generator/document/page"
	"longhand/generator/figure"
	"longhand/generator/internal/atomicfile"
	"longhand/generator/problem"
)

// BuildOptions says what is built, and where.
type BuildOptions struct {
	Problems []string // paths of problem files or names of embedded ones; none builds the embedded article
	Out      string   // folder
	Formats  []string // of Formats; none means html, md and tex
	Set      []string // overrides, "given.W1=[[1,2],[3,4]]", for every problem
	Places   *int     // decimal places, instead of the problem's own
	Template string   // a template file, instead of the problem's own
}

// Formats are what a document can be built as.
var Formats = []string{"html", "md", "tex", "pdf"}

var defaultFormats = []string{"html", "md", "tex"}

// Build writes the worked example of every problem to Out/NAME, and Out/index.html, which lists them. Either all files
// are written or none: errors, *source.Error mostly, leave what was there before.
func Build(ctx context.Context, o BuildOptions) error {
	if len(o.Problems) == 0 {
		o.Problems = []string{defaultProblem}
	}
	if len(o.Formats) == 0 {
		o.Formats = defaultFormats
	}
	for _, f := range o.Formats {
		if !slices.Contains(Formats, f) {
			return fmt.Errorf("--to %s is not known: %s", f, join(Formats))
		}
	}
	var files atomicfile.Set
	defer files.Discard()
	index := page.Index{Title: "Worked examples", Description: "Every number computed, every digit certain."}
	seen := map[string]string{}
	for _, path := range o.Problems {
		p, err := open(path, o.Set)
		if err != nil {
			return err
		}
		if other, twice := seen[p.Name]; twice {
			return fmt.Errorf("%s and %s would both be written to %s", other, path, filepath.Join(o.Out, p.Name))
		}
		seen[p.Name] = path
		entry, err := buildOne(ctx, &files, p, o)
		if err != nil {
			return err
		}
		index.Entries = append(index.Entries, entry)
	}
	list, err := html.RenderIndex(index)
	if err != nil {
		return err
	}
	if err := files.Write(filepath.Join(o.Out, "index.html"), list); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return files.Commit()
}

// buildOne writes one document in all formats.
func buildOne(ctx context.Context, files *atomicfile.Set, p *problem.Problem, o BuildOptions) (page.Entry, error) {
	if o.Places != nil {
		var err error
		if p, err = p.Override([]string{"display.places=" + strconv.Itoa(*o.Places)}); err != nil {
			return page.Entry{}, err
		}
	}
	doc, err := Document(ctx, p, o.Template)
	if err != nil {
		return page.Entry{}, err
	}
	entry := page.Entry{Title: doc.Title, Description: doc.Description}
	write := func(name string, contents []byte, err error) (string, error) {
		if err != nil {
			return "", err
		}
		return p.Name + "/" + name, files.Write(filepath.Join(o.Out, p.Name, name), contents)
	}
	var tex []byte
	for _, format := range o.Formats {
		switch format {
		case "html":
			contents, err := html.Render(doc)
			if entry.HTML, err = write("index.html", contents, err); err != nil {
				return entry, err
			}
		case "md":
			if entry.Markdown, err = write("article.md", doc.Markdown, nil); err != nil {
				return entry, err
			}
			for name, f := range doc.Figures {
				if _, err := write(name, []byte(f.SVG), nil); err != nil {
					return entry, err
				}
			}
		case "tex", "pdf":
			if tex == nil {
				if tex, err = latex.Render(doc); err != nil {
					return entry, err
				}
			}
			if format == "tex" {
				entry.LaTeX, err = write("article.tex", tex, nil)
			} else {
				contents, pdfErr := latex.PDF(ctx, tex)
				entry.PDF, err = write("article.pdf", contents, pdfErr)
			}
			if err != nil {
				return entry, err
			}
		}
	}
	return entry, ctx.Err()
}

// Document computes a problem and tells it by a template, "" for the problem's own.
func Document(ctx context.Context, p *problem.Problem, template string) (page.Doc, error) {
	x, _, err := Example(ctx, p)
	if err != nil {
		return page.Doc{}, err
	}
	text, err := openTemplate(p, template)
	if err != nil {
		return page.Doc{}, err
	}
	markdown, err := x.Markdown(text)
	if err != nil {
		return page.Doc{}, located(p, err)
	}
	figures := map[string]figure.Figure{}
	if p.Network != nil {
		network, err := x.Drawing()
		if err != nil {
			return page.Doc{}, err
		}
		figures[network.Name] = network
	}
	if p.Train.Present && x.Model.Training.Steps > 1 {
		curve, err := x.Curve()
		if err != nil {
			return page.Doc{}, err
		}
		figures[curve.Name] = curve
	}
	description := p.Description.Value
	if description == "" {
		phrase := "description"
		if p.Network == nil {
			phrase = "description of equations"
		}
		if description, err = x.Phrase(phrase, x); err != nil {
			return page.Doc{}, err
		}
	}
	return page.Doc{
		Name: p.Name + "/article.md", Title: p.Title.Value, Description: description, Markdown: markdown,
		Figures: figures, Up: "../index.html",
	}, nil
}
