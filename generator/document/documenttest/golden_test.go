package documenttest

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"longhand/generator/document/html"
	"longhand/generator/document/latex"
	"longhand/generator/document/page"
	"longhand/generator/figure"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// A golden file holds in.md, and what becomes of it: page.html and article.tex without their frames, or the error.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in := archive.Files[0]
			doc := page.Doc{Name: in.Name, Title: "Golden", Markdown: in.Data, Figures: map[string]figure.Figure{
				"network.svg": {Name: "network.svg", Alt: "drawn", SVG: "<svg></svg>", TeX: "\\begin{picture}(1,1)\\end{picture}"},
			}}
			got := &txtar.Archive{Comment: archive.Comment, Files: []txtar.File{in}}
			add := func(name string, render func(page.Doc) ([]byte, error), begin, end string) {
				out, err := render(doc)
				if err != nil {
					name, out = name+" error", []byte(err.Error()+"\n")
				} else {
					_, rest, _ := bytes.Cut(out, []byte(begin))
					out, _, _ = bytes.Cut(rest, []byte(end))
				}
				got.Files = append(got.Files, txtar.File{Name: name, Data: append(bytes.TrimSpace(out), '\n')})
			}
			add("page.html", html.Render, "<main>", "</main>")
			add("article.tex", latex.Render, "\\begin{document}", "\\end{document}")
			if *update {
				if err := os.WriteFile(file, txtar.Format(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(txtar.Format(archive)), string(txtar.Format(got))); diff != "" {
				t.Errorf("-want +got (rewrite with -update, and look at the change):\n%s", diff)
			}
		})
	}
}
