package generator_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"longhand/generator"
	"longhand/generator/source"
	"longhand/generator/verify"
)

var digit = regexp.MustCompile(`\d`)

// TestOwnDocuments holds that Longhand's own examiner finds nothing in Longhand's own documents: nothing wrong, nothing cut
// or hidden, nothing unread that holds a number.
func TestOwnDocuments(t *testing.T) {
	out := t.TempDir()
	problems := generator.Embedded()
	if err := generator.Build(context.Background(), generator.BuildOptions{Problems: problems, Out: out, Formats: []string{"md", "tex", "html"}}); err != nil {
		t.Fatal(err)
	}
	examined := examine(t, out, len(problems), verify.Wrong, verify.Truncated, verify.Carried, verify.HiddenDigits, verify.Unjudged)
	if examined < 150*len(problems) {
		t.Errorf("only %d numbers were examined in the documents of %d problems", examined, len(problems))
	}
}

// examine reads all documents in a folder and holds that no number in them has one of some verdicts, and that none is unread.
// It counts the numbers.
func examine(t *testing.T, out string, problems int, never ...verify.Verdict) (examined int) {
	for _, pattern := range []string{"*/article.md", "*/article.tex", "*/index.html"} {
		paths, err := filepath.Glob(filepath.Join(out, pattern))
		if err != nil || len(paths) != problems {
			t.Fatalf("%s: %d documents of %d problems, %v", pattern, len(paths), problems, err)
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			r := verify.Verify(source.NewFile(path, string(text)), verify.Options{})
			for _, c := range r.Claims {
				if c.Relation == "alone" && !tellsOfTraining(r, c.Start) {
					t.Error(r.File.Pos(c.Start).Errorf("nothing in the document gives %s", c.Printed))
				}
				if slices.Contains(never, c.Verdict) {
					t.Error(r.File.Pos(c.Start).Errorf("%s: %s", c.Verdict, c.Message()))
				} else {
					examined++
				}
			}
			for _, u := range r.Unread {
				if digit.MatchString(u.Text) && !tellsOfTraining(r, u.Start) {
					t.Error(r.File.Pos(u.Start).Errorf("not read: %s: %s", u.Text, u.Reason))
				}
			}
		}
	}
	return examined
}

// TestUnlikeModels builds models that are as unlike the shipped ones as possible, and has every document examined.
func TestUnlikeModels(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/unlike.txtar")
	if err != nil {
		t.Fatal(err)
	}
	in, out := t.TempDir(), t.TempDir()
	var problems []string
	for _, f := range archive.Files {
		path := filepath.Join(in, f.Name)
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
		problems = append(problems, path)
	}
	if err := generator.Build(context.Background(), generator.BuildOptions{Problems: problems, Out: out, Formats: []string{"md", "tex", "html"}}); err != nil {
		t.Fatal(err)
	}
	if examined := examine(t, out, len(problems), verify.Wrong, verify.Truncated, verify.HiddenDigits, verify.Unjudged); examined < 3000 {
		t.Errorf("only %d numbers were examined", examined)
	}
}

// tellsOfTraining says whether a number stands in a caption that tells where a long training ended, which no line of the
// document computes.
func tellsOfTraining(r *verify.Report, at int) bool {
	line, _ := r.File.Pos(at).LineColumn()
	return strings.Contains(r.File.Line(line), "steps of training")
}

// TestVerify holds the exit of an examination: nothing, ErrWrong, or a mistake that tells what to do.
func TestVerify(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	right := write("right.md", "$a = 0.5 \\cdot 0.3 = 0.15$")
	wrong := write("wrong.md", "$a = 0.5 \\cdot 0.3 = 0.16$\n")
	cut := write("cut.md", "$a = 2 / 3 = 0.66$")
	latin := write("latin.md", "caf\xe9")
	for _, c := range []struct {
		name    string
		options generator.VerifyOptions
		wrong   bool
		mistake string
		out     string
	}{
		{"right", generator.VerifyOptions{Articles: []string{right}}, false, "", "1 numbers: 1 exact"},
		{"wrong", generator.VerifyOptions{Articles: []string{wrong}, Quiet: true}, true, "", "wrong.md:1:22: wrong: printed 0.16, the numbers shown give 0.15"},
		{"cut", generator.VerifyOptions{Articles: []string{cut}}, false, "", "1 truncated"},
		{"cut, strict", generator.VerifyOptions{Articles: []string{cut}, Strict: true}, true, "", "truncated: printed 0.66"},
		{"standard input", generator.VerifyOptions{Articles: []string{"-"}, Format: "json"}, true, "", `"verdict": "wrong"`},
		{"difference", generator.VerifyOptions{Articles: []string{wrong}, Diff: true}, true, "", "+$a = 0.5 \\cdot 0.3 = 0.15$"},
		{"not UTF-8", generator.VerifyOptions{Articles: []string{latin}}, false, "not UTF-8", ""},
		{"folder", generator.VerifyOptions{Articles: []string{dir}}, false, "a folder", ""},
		{"missing", generator.VerifyOptions{Articles: []string{filepath.Join(dir, "none.md")}}, false, "no such file", ""},
		{"format", generator.VerifyOptions{Articles: []string{right}, Format: "doc"}, false, "text, json, sarif or html", ""},
		{"given", generator.VerifyOptions{Articles: []string{"-"}, Given: "two-two-one", Digits: 30}, true, "", "the exact values"},
	} {
		var out bytes.Buffer
		err := generator.Verify(context.Background(), &out, strings.NewReader("$y = 0.4 + 0.1 = 0.6$"), c.options)
		switch {
		case c.wrong && !errors.Is(err, generator.ErrWrong):
			t.Errorf("%s: %v, want wrong numbers", c.name, err)
		case c.mistake != "" && (err == nil || !strings.Contains(err.Error(), c.mistake)):
			t.Errorf("%s: %v, want %q", c.name, err, c.mistake)
		case !c.wrong && c.mistake == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		}
		if !strings.Contains(out.String(), c.out) {
			t.Errorf("%s: the report is\n%s\nwant %q in it", c.name, out.String(), c.out)
		}
	}
}

// TestFixWrites holds that a corrected copy is written beside the article, and the article left alone.
func TestFixWrites(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.md")
	text := "$a = 0.5 \\cdot 0.3 = 0.16$ and $b = 0.16 \\cdot 2 = 0.32$\n"
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := generator.Verify(context.Background(), &out, nil, generator.VerifyOptions{Articles: []string{path}, Fix: true}); !errors.Is(err, generator.ErrWrong) {
		t.Fatal(err)
	}
	fixed, err := os.ReadFile(strings.TrimSuffix(path, ".md") + ".fixed.md")
	if err != nil {
		t.Fatal(err)
	}
	if want := "$a = 0.5 \\cdot 0.3 = 0.15$ and $b = 0.15 \\cdot 2 = 0.30$\n"; string(fixed) != want {
		t.Errorf("the copy is %swant %s", fixed, want)
	}
	if kept, _ := os.ReadFile(path); string(kept) != text {
		t.Errorf("the article itself is changed: %s", kept)
	}
}
