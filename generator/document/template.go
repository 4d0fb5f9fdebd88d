package document

import (
	"errors"
	"io/fs"
	"maps"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"text/template"

	"longhand/generator/source"
	"longhand/templates"
)

// Markdown fills a template. main is the text to fill; the shared pieces of templates/parts are at its disposal. Errors
// are a *source.Error at the template's line: its syntax, an unknown quantity with the one probably meant, a name that
// the template language does not know, a digit that cannot be decided.
func (x *Example) Markdown(main *source.File) ([]byte, error) { return x.Fill(main, x) }

// Fill is Markdown for a text about something else than the example alone, such as a worksheet: data is the dot.
func (x *Example) Fill(main *source.File, data any) ([]byte, error) {
	t, files, err := x.parts()
	if err != nil {
		return nil, err
	}
	files[main.Name] = main
	text, err := t.New(main.Name).Parse(main.Text)
	if err != nil {
		return nil, placed(err, files)
	}
	var b strings.Builder
	if err := text.Execute(&b, data); err != nil {
		return nil, placed(err, files)
	}
	return []byte(tidy(b.String())), nil
}

// Derivation is a whole derivation as Markdown.
func (x *Example) Derivation(name string) (string, error) {
	t, _, err := x.parts()
	if err != nil {
		return "", err
	}
	return x.derive(t, name)
}

// Phrase is one of the shared pieces, filled with data: a name or a sentence that stands outside the text as well.
func (x *Example) Phrase(name string, data any) (string, error) {
	t, files, err := x.parts()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	if err := t.ExecuteTemplate(&b, name, data); err != nil {
		return "", placed(err, files)
	}
	return strings.TrimSpace(b.String()), nil
}

// parts gives the shared pieces, which define their own names, with the example's functions. They are read once: a
// worksheet asks for them dozens of times.
func (x *Example) parts() (*template.Template, map[string]*source.File, error) {
	shared, err := loadParts()
	if err != nil {
		return nil, nil, err
	}
	t, err := shared.template.Clone()
	if err != nil {
		return nil, nil, err
	}
	return t.Funcs(x.functions(t)), maps.Clone(shared.files), nil
}

type parts struct {
	template *template.Template
	files    map[string]*source.File
}

var loadParts = sync.OnceValues(func() (parts, error) {
	t := template.New("parts")
	t.Funcs((&Example{}).functions(t))
	p := parts{t, map[string]*source.File{}}
	paths, err := fs.Glob(templates.FS, "parts/*.md")
	if err != nil {
		return p, err
	}
	for _, path := range paths {
		text, err := fs.ReadFile(templates.FS, path)
		if err != nil {
			return p, err
		}
		file := source.NewFile("longhand:"+path, string(text))
		p.files[file.Name] = file
		if _, err := t.New(file.Name).Parse(file.Text); err != nil {
			return p, placed(err, p.files)
		}
	}
	return p, nil
})

// where a template's error stands: `template: NAME:LINE:` with a column where it was executed.
var where = regexp.MustCompile(`template: (.+?):(\d+):(?:(\d+):)? (.*)`)

// placed turns an error of text/template into one that shows the line.
func placed(err error, files map[string]*source.File) error {
	var inner *source.Error
	if errors.As(err, &inner) {
		return inner
	}
	m := where.FindStringSubmatch(strings.ReplaceAll(err.Error(), "\n", " "))
	if m == nil || files[m[1]] == nil {
		return err
	}
	line, _ := strconv.Atoi(m[2])
	column, _ := strconv.Atoi(m[3])
	message := m[4]
	var unknown *unknownError
	if errors.As(err, &unknown) {
		e := files[m[1]].PosAt(line, column+1).Errorf("%v", unknown)
		return e.WithHint("%s", unknown.hint)
	}
	if i := strings.LastIndex(message, ">: "); i >= 0 { // executing "x" at <y>: what is wrong
		message = message[i+3:]
	}
	if rest, called := strings.CutPrefix(message, "error calling "); called { // error calling formula: what is wrong
		_, message, _ = strings.Cut(rest, ": ")
	}
	e := files[m[1]].PosAt(line, column+1).Errorf("%s", message).Because(err)
	if function, found := strings.CutPrefix(message, "function "); found {
		name := strings.Trim(strings.TrimSuffix(function, " not defined"), `"`)
		if nearest := source.Suggest(name, Names()); nearest != "" {
			return e.WithHint("did you mean %q?", nearest)
		}
		return e.WithHint("templates can call %s", strings.Join(Names(), ", "))
	}
	return e
}

var blankLines = regexp.MustCompile(`\n[ \t]*\n(?:[ \t]*\n)+`)

// rowBreak finds inline formulas that break rows. Elsewhere's Markdown reads the backslashes before the formula is seen,
// as GitHub's does, and only dollars with backquotes keep them.
var rowBreak = regexp.MustCompile("\\$([^$`\n]*\\\\\\\\[^$`\n]*)\\$")

// tidy leaves one blank line where the template's own lines left several, and none at the ends.
func tidy(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = rowBreak.ReplaceAllString(strings.TrimRight(line, " \t"), "$$`$1`$$")
	}
	return strings.TrimSpace(blankLines.ReplaceAllString(strings.Join(lines, "\n"), "\n\n")) + "\n"
}
