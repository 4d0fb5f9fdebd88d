package generator

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"longhand/generator/internal/atomicfile"
	"longhand/templates"
)

// New writes a problem file and a template to start from, NAME.yaml and NAME.md, and gives their paths. name may lead
// into a folder and may end in .yaml. Files that exist are not overwritten: that is an error.
func New(ctx context.Context, name string) ([]string, error) {
	name = strings.TrimSuffix(name, ".yaml")
	base := filepath.Base(name)
	if strings.Trim(base, ". ") == "" || strings.HasSuffix(name, string(filepath.Separator)) {
		return nil, fmt.Errorf("%q names no file", name)
	}
	var files atomicfile.Set
	defer files.Discard()
	var paths []string
	for _, part := range []struct{ starter, ending string }{{"problem.yaml", ".yaml"}, {"template.md", ".md"}} {
		path := name + part.ending
		if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%s exists already: choose another name, or remove it first", path)
		}
		text, err := fs.ReadFile(templates.FS, "starter/"+part.starter)
		if err != nil {
			return nil, err
		}
		if err := files.Write(path, []byte(strings.ReplaceAll(string(text), "NAME", base))); err != nil {
			return nil, err
		}
		paths = append(paths, path)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return paths, files.Commit()
}
