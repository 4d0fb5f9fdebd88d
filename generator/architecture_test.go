package generator_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// order is the order of the house: a package imports only packages that stand before it. A package under another, as
// document/html, ranks with the one above it and may be imported by it.
var order = []string{
	"source", "number", "formula", "tex", "problem", "model", "trace", "derivation", "figure", "document", "verify", "exercise",
}

// forbidden are imports that the order would allow.
var forbidden = map[string][]string{
	"verify":  {"problem", "model", "derivation", "document", "figure"}, // it must not inherit the generator's mistakes
	"figure":  {"source", "number", "formula", "tex", "problem", "model", "trace", "derivation"},
	"problem": {"tex"},
	"model":   {"number", "tex", "problem"},
	"trace":   {"tex", "problem", "model"},
}

// room is the part of an import path that order names: "document" of longhand/generator/document/html.
func room(path string) (string, bool) {
	rest, ok := strings.CutPrefix(path, "longhand/generator/")
	if !ok {
		return "", false
	}
	name, _, _ := strings.Cut(rest, "/")
	return name, true
}

func TestImportOrder(t *testing.T) {
	rank := map[string]int{}
	for i, name := range order {
		rank[name] = i
	}
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "longhand/generator/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		fields := strings.Fields(line)
		from, ok := room(fields[0])
		if _, known := rank[from]; !ok || !known {
			continue
		}
		for _, path := range fields[1:] {
			if path == "longhand/generator" || strings.HasPrefix(path, "longhand/cmd") {
				t.Errorf("%s imports %s: wiring stands above everything", fields[0], path)
			}
			to, ok := room(path)
			if _, known := rank[to]; !ok || !known || to == from {
				continue
			}
			checked++
			if rank[to] > rank[from] {
				t.Errorf("%s imports %s, which stands behind it", fields[0], path)
			}
			for _, no := range forbidden[from] {
				if to == no {
					t.Errorf("%s imports %s, which it must not know", fields[0], path)
				}
			}
		}
	}
	if checked < 10 {
		t.Errorf("only %d imports were checked", checked)
	}
}

// No float on the way from input to output.
func TestNoFloats(t *testing.T) {
	for _, dir := range []string{"number", "formula", "tex", "problem", "model", "trace", "derivation"} {
		files := 0
		err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() && entry.Name() == "bench" {
				return fs.SkipDir
			}
			if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return nil
			}
			files++
			f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(f, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.Ident:
					switch n.Name {
					case "float64", "float32", "complex128", "complex64":
						t.Errorf("%s uses %s", path, n.Name)
					}
				case *ast.BasicLit:
					if n.Kind == token.FLOAT {
						t.Errorf("%s has the floating-point literal %s", path, n.Value)
					}
				case *ast.SelectorExpr:
					switch n.Sel.Name {
					case "InexactFloat64", "Float64", "Float32", "NewFromFloat", "NewFloat":
						t.Errorf("%s calls %s", path, n.Sel.Name)
					}
				}
				return true
			})
			return nil
		})
		if err != nil || files == 0 {
			t.Errorf("%s: %d files (%v)", dir, files, err)
		}
	}
}
