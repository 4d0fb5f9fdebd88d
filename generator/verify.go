package generator

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"longhand/generator/internal/atomicfile"
	"longhand/generator/source"
	"longhand/generator/verify"
)

// ErrWrong says that an article was examined and does not pass. The report has told the rest.
var ErrWrong = errors.New("wrong numbers were found")

// VerifyOptions says which articles are examined, against what, and how the report looks.
type VerifyOptions struct {
	Articles []string // paths; "-" is standard input
	Given    string   // a problem whose values are the true ones; "" takes the article's own
	Set      []string // overrides of that problem
	Digits   int      // digits of the true values beside each claim; 0 as many as are of use
	Format   string   // text, json, sarif or html
	Quiet    bool
	Verbose  bool
	Strict   bool
	Colour   bool
	Fix      bool // write a corrected copy of each article, article.fixed.md beside article.md
	Diff     bool // write the corrections as a unified diff instead of a report
}

// Verify examines articles and writes the report. The error is ErrWrong where a number is wrong, and any other where an
// article or the problem cannot be read.
func Verify(ctx context.Context, w io.Writer, stdin io.Reader, o VerifyOptions) error {
	options := verify.Options{Digits: o.Digits}
	if o.Given != "" {
		var err error
		if options.Given, err = trueValues(ctx, o); err != nil {
			return err
		}
	}
	var reports []*verify.Report
	wrong := false
	for _, path := range o.Articles {
		if err := ctx.Err(); err != nil {
			return err
		}
		file, err := readArticle(path, stdin)
		if err != nil {
			return err
		}
		r := verify.Verify(file, options)
		reports = append(reports, r)
		wrong = wrong || r.Fails(o.Strict)
		if o.Fix || o.Diff {
			if err := correct(w, file, options, o); err != nil {
				return err
			}
		}
	}
	if !o.Diff && !(o.Fix && len(o.Articles) == 1 && o.Articles[0] == "-") {
		if err := writeReports(w, reports, o); err != nil {
			return err
		}
	}
	if wrong {
		return ErrWrong
	}
	return nil
}

func writeReports(w io.Writer, reports []*verify.Report, o VerifyOptions) error {
	switch o.Format {
	case "", "text":
		return verify.WriteText(w, reports, verify.TextOptions{Quiet: o.Quiet, Verbose: o.Verbose, Strict: o.Strict, Colour: o.Colour})
	case "json":
		return verify.WriteJSON(w, reports)
	case "sarif":
		return verify.WriteSARIF(w, reports, o.Strict)
	case "html":
		return verify.WriteHTML(w, reports)
	}
	return fmt.Errorf("--format %s is not known: text, json, sarif or html", o.Format)
}

// correct writes an article with its wrong numbers recomputed, or the difference that this makes.
func correct(w io.Writer, file *source.File, options verify.Options, o VerifyOptions) error {
	text, _ := verify.Fix(file, options)
	if o.Diff {
		_, err := io.WriteString(w, verify.Diff(file.Name, file.Text, text))
		return err
	}
	if file.Name == "-" {
		_, err := io.WriteString(w, text)
		return err
	}
	if text == file.Text {
		return nil
	}
	extension := filepath.Ext(file.Name)
	var files atomicfile.Set
	defer files.Discard()
	if err := files.Write(strings.TrimSuffix(file.Name, extension)+".fixed"+extension, []byte(text)); err != nil {
		return err
	}
	return files.Commit()
}

// maxArticle is the size from which on a file is no article.
const maxArticle = 64 << 20

func readArticle(path string, stdin io.Reader) (*source.File, error) {
	in := stdin
	if path != "-" {
		info, err := os.Stat(path)
		switch {
		case errors.Is(err, os.ErrNotExist):
			return nil, fmt.Errorf("%s: there is no such file", path)
		case err != nil:
			return nil, err
		case info.IsDir():
			return nil, fmt.Errorf("%s: this is a folder, not an article", path)
		}
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	text, err := io.ReadAll(io.LimitReader(in, maxArticle+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", path, err)
	case len(text) > maxArticle:
		return nil, fmt.Errorf("%s: this is larger than 64 MB, and no article", path)
	case !utf8.Valid(text):
		return nil, fmt.Errorf("%s: this is not UTF-8 text\n    save it as UTF-8, then try again", path)
	}
	return source.NewFile(path, string(text)), nil
}

// trueValues are the values of a problem, to more digits than any article prints.
func trueValues(ctx context.Context, o VerifyOptions) ([]verify.True, error) {
	p, err := open(o.Given, o.Set)
	if err != nil {
		return nil, err
	}
	_, t, err := Example(ctx, p)
	if err != nil {
		return nil, err
	}
	var list []quantity
	if err := t.Decide(func() (err error) { list, err = quantities(t, ValuesOptions{Digits: max(60, o.Digits+10)}); return err }); err != nil {
		return nil, located(p, err)
	}
	var out []verify.True
	for _, q := range list {
		shape := append(q.Shape, 1, 1)
		out = append(out, verify.True{Name: q.Name, Rows: shape[0], Cols: shape[1], Values: q.Values})
	}
	return out, nil
}
