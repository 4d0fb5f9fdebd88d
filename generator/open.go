package generator

import (
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"longhand/generator/problem"
	"longhand/generator/source"
	"longhand/templates"
)

// embeddedPrefix begins the names of embedded files, so that no file on disk can be meant.
const embeddedPrefix = "longhand:"

func isEmbedded(name string) bool { return strings.HasPrefix(name, embeddedPrefix) }

// defaultProblem is built where no problem is named.
const defaultProblem = "two-two-one"

// open reads a problem file and applies overrides. A path may be a file, "-", or the name of an embedded problem; ""
// is the embedded article.
func open(path string, set []string) (*problem.Problem, error) {
	if path == "" {
		path = defaultProblem
	}
	p, err := read(path)
	if err != nil {
		return nil, err
	}
	return p.Override(set)
}

func read(path string) (*problem.Problem, error) {
	if path != "-" && !strings.ContainsAny(path, `/\.`) {
		if _, err := os.Stat(path); err != nil {
			if text, err := fs.ReadFile(templates.FS, "problems/"+path+".yaml"); err == nil {
				return problem.Parse(source.NewFile(embeddedPrefix+"problems/"+path+".yaml", string(text)))
			}
		}
	}
	return problem.Read(path)
}

// Embedded lists the names of the problems that the program brings along.
func Embedded() []string {
	paths, err := fs.Glob(templates.FS, "problems/*.yaml")
	if err != nil {
		return nil
	}
	var names []string
	for _, path := range paths {
		names = append(names, strings.TrimSuffix(filepath.Base(path), ".yaml"))
	}
	sort.Strings(names)
	return names
}

// openTemplate reads the template of a problem: the one named on the command line, the one that the problem names, which
// stands beside the problem file, or the article about networks or equations.
func openTemplate(p *problem.Problem, path string) (*source.File, error) {
	switch {
	case path != "":
		return readTemplate(path)
	case p.Template.Value != "":
		if isEmbedded(p.File.Name) {
			return embeddedTemplate("problems/" + p.Template.Value)
		}
		f, err := readTemplate(filepath.Join(filepath.Dir(p.File.Name), p.Template.Value))
		if err != nil {
			return nil, p.Template.Pos.Errorf("%w", err).WithHint("name a file beside the problem file")
		}
		return f, nil
	}
	if p.Network == nil {
		return embeddedTemplate("equations.md")
	}
	return embeddedTemplate("article.md")
}

func embeddedTemplate(path string) (*source.File, error) {
	text, err := fs.ReadFile(templates.FS, path)
	return source.NewFile(embeddedPrefix+path, string(text)), err
}

func readTemplate(path string) (*source.File, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return source.NewFile(path, string(text)), nil
}
