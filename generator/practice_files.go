package generator

import (
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	"longhand/generator/document/html"
	"longhand/generator/document/latex"
	"longhand/generator/document/page"
	"longhand/generator/exercise"
	"longhand/generator/internal/atomicfile"
	"longhand/templates"
)

// publish writes a document in every format to base.html and so on, after scan has found nothing in it. It gives a link
// to the one that people open.
func (b *practice) publish(ctx context.Context, d page.Doc, base string, write func(string, []byte) error, scan func(string) error) (link string, err error) {
	put := func(ending string, contents []byte, err error) error {
		if err == nil && scan != nil && ending != ".pdf" { // a PDF is made of the LaTeX that was scanned
			err = scan(string(contents))
		}
		if err != nil {
			return err
		}
		if link == "" || ending == ".html" {
			link = base + ending
		}
		return write(base+ending, contents)
	}
	var tex []byte
	for _, format := range b.Formats {
		switch format {
		case "html":
			contents, err := html.Render(d)
			if err := put(".html", contents, err); err != nil {
				return "", err
			}
		case "md":
			if err := put(".md", d.Markdown, nil); err != nil {
				return "", err
			}
			folder, _, _ := strings.Cut(base, "/")
			for name, f := range d.Figures {
				if err := write(folder+"/"+name, []byte(f.SVG)); err != nil {
					return "", err
				}
			}
		case "tex", "pdf":
			if tex == nil {
				if tex, err = latex.Render(d); err != nil {
					return "", err
				}
				if scan != nil {
					if err := scan(string(tex)); err != nil {
						return "", err
					}
				}
			}
			if format == "tex" {
				err = put(".tex", tex, nil)
			} else {
				contents, pdfErr := latex.PDF(ctx, tex)
				err = put(".pdf", contents, pdfErr)
			}
			if err != nil {
				return "", err
			}
		}
	}
	return link, nil
}

// answers writes the list of all answers.
func (b *practice) answers(ctx context.Context, files *atomicfile.Set) error {
	return files.Stream(filepath.Join(b.dir, "answers.csv"), func(w io.Writer) error {
		c := csv.NewWriter(w)
		if err := c.Write([]string{"variant", "blank", "name", "value", "tolerance"}); err != nil {
			return err
		}
		err := b.receipts(ctx, func(n int, r receipt) error {
			for _, a := range r.Answers {
				if err := c.Write(append([]string{fmt.Sprint(n)}, a[:]...)); err != nil {
					return err
				}
			}
			return nil
		})
		c.Flush()
		return errors.Join(err, c.Error())
	})
}

// overview writes the pages that list the variants.
func (b *practice) overview(ctx context.Context, files *atomicfile.Set) error {
	var rows []exercise.Row
	number := 1
	return b.receipts(ctx, func(n int, r receipt) error {
		rows = append(rows, r.Row)
		if len(rows) < exercise.RowsPerPage && n < b.Variants {
			return nil
		}
		doc, err := b.exercise.Overview(b.Variants, number, rows)
		if err != nil {
			return err
		}
		contents, err := html.Render(doc)
		if err != nil {
			return err
		}
		if err := files.Write(filepath.Join(b.dir, exercise.OverviewName(number)), contents); err != nil {
			return err
		}
		rows, number = rows[:0], number+1
		return nil
	})
}

// The names under which a run keeps its problem, for marking.
const (
	problemCopy   = "problem.yaml"
	overridesCopy = "problem.overrides"
)

// problemFiles keeps what marking computes with.
func (b *practice) problemFiles(files *atomicfile.Set) error {
	if err := files.Write(filepath.Join(b.dir, problemCopy), []byte(b.problem.File.Text)); err != nil {
		return err
	}
	if len(b.Set) == 0 {
		return nil
	}
	return files.Write(filepath.Join(b.dir, overridesCopy), []byte(strings.Join(b.Set, "\n")+"\n"))
}

// writerVersion is that of the program and a hash of all templates: sheets that were written by others are written again.
var writerVersion = sync.OnceValues(func() (string, error) {
	h := sha256.New()
	if info, ok := debug.ReadBuildInfo(); ok {
		fmt.Fprintln(h, info.Main.Version)
	}
	var paths []string
	err := fs.WalkDir(templates.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			paths = append(paths, path)
		}
		return err
	})
	slices.Sort(paths)
	for _, path := range paths {
		contents, readErr := templates.FS.ReadFile(path)
		err = errors.Join(err, readErr)
		fmt.Fprintf(h, "%s %d\n%s", path, len(contents), contents)
	}
	return hex.EncodeToString(h.Sum(nil)[:8]), err
})
