package generator

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"longhand/generator/document/browsertest"
	"longhand/generator/exercise"
)

// tree reads all files below a folder.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[name] = checksum(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func run(t *testing.T, o PracticeOptions) {
	t.Helper()
	if err := Practice(t.Context(), o); err != nil {
		t.Fatal(err)
	}
}

// TestShards holds that the parts of a run, each made by itself, are the run; and so is one that was stopped, lost a file,
// had one damaged, and was started again.
func TestShards(t *testing.T) {
	whole, parts, again := t.TempDir(), t.TempDir(), t.TempDir()
	run(t, PracticeOptions{Variants: 7, Seed: 3, Out: whole})
	want := tree(t, whole)
	for _, name := range []string{"sheets/0007.html", "keys/0001.md", "answers.csv", "index.html", "problem.yaml", "sheets/0003-id.svg"} {
		if want["two-two-one/practice/"+name] == "" {
			t.Errorf("%s was not written", name)
		}
	}
	for _, shard := range []string{"2/3", "3/3", "1/3"} {
		if _, err := os.Stat(filepath.Join(parts, "two-two-one/practice/answers.csv")); err == nil {
			t.Error("the list of answers is there before all variants are")
		}
		run(t, PracticeOptions{Variants: 7, Seed: 3, Out: parts, Shard: shard})
	}
	if diff := cmp.Diff(want, tree(t, parts)); diff != "" {
		t.Errorf("the shards are not the whole:\n%s", diff)
	}
	run(t, PracticeOptions{Variants: 7, Seed: 3, Out: again, Shard: "1/2"})
	dir := filepath.Join(again, "two-two-one/practice")
	if err := os.Remove(filepath.Join(dir, "keys/0002.html")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "sheets/0001.html"), []byte("half a f"), 0o644); err != nil {
		t.Fatal(err)
	}
	untouched := filepath.Join(dir, "sheets/0003.html")
	before, err := os.Stat(untouched)
	if err != nil {
		t.Fatal(err)
	}
	run(t, PracticeOptions{Variants: 7, Seed: 3, Out: again})
	if diff := cmp.Diff(want, tree(t, again)); diff != "" {
		t.Errorf("the second run is not the whole:\n%s", diff)
	}
	if after, err := os.Stat(untouched); err != nil || !after.ModTime().Equal(before.ModTime()) {
		t.Errorf("a sheet that was there and right was written again: %v", err)
	}
	other := t.TempDir()
	run(t, PracticeOptions{Variants: 2, Seed: 4, Out: other})
	if tree(t, other)["two-two-one/practice/sheets/0001.md"] == want["two-two-one/practice/sheets/0001.md"] {
		t.Error("another seed gives the same sheet")
	}
}

// TestSheetAgain holds that an ID brings the same sheet and key back.
func TestSheetAgain(t *testing.T) {
	for _, o := range []PracticeOptions{{}, {Blank: "all", Carry: "rounded", Places: ptr(4)}, {Fade: ptr(3)}} {
		whole, single := t.TempDir(), t.TempDir()
		o.Variants, o.Seed, o.Out = 3, 5, whole
		run(t, o)
		p, err := open("", o.settings())
		if err != nil {
			t.Fatal(err)
		}
		e, err := exercise.New(t.Context(), p, 5, Example)
		if err != nil {
			t.Fatal(err)
		}
		run(t, PracticeOptions{ID: e.ID(2), Out: single})
		want := tree(t, whole)
		got := tree(t, single)
		for name, sum := range got {
			if want[name] != sum {
				t.Errorf("%s is not the same again", name)
			}
		}
		if got["two-two-one/practice/keys/0002.html"] == "" || got["two-two-one/practice/sheets/0001.html"] != "" {
			t.Errorf("not the sheet of the ID: %v", got)
		}
		err = Practice(t.Context(), PracticeOptions{ID: e.ID(2), Out: single, Set: []string{"given.b2=0.7"}})
		if err == nil || !strings.Contains(err.Error(), "another version") {
			t.Errorf("an ID of another version: %v", err)
		}
	}
}

func ptr(n int) *int { return &n }

// TestInterruptedPractice holds that a run that is stopped leaves whole variants and nothing else, and that a second one goes
// on from there to what an undisturbed run writes.
func TestInterruptedPractice(t *testing.T) {
	dir, undisturbed := t.TempDir(), t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	stop := writerFunc(func(p []byte) (int, error) { cancel(); return len(p), nil }) // as soon as the bar moves
	o := PracticeOptions{Variants: 24, Seed: 3, Out: dir, Progress: stop}
	if err := Practice(ctx, o); !errors.Is(err, context.Canceled) {
		t.Fatalf("%v", err)
	}
	o.Progress, o.Out = nil, undisturbed
	run(t, o)
	want, got := tree(t, undisturbed), tree(t, dir)
	for name, sum := range got {
		if want[name] != sum {
			t.Errorf("%s was left behind, and is no file of the run, or not all of it", name)
		}
	}
	if n := len(got); n > len(want)/2 || n%len(filesOf(want, "0001")) != 0 {
		t.Errorf("%d of %d files were written before the run was stopped", n, len(want))
	}
	o.Out = dir
	run(t, o)
	if diff := cmp.Diff(want, tree(t, dir)); diff != "" {
		t.Errorf("the second run does not complete the first:\n%s", diff)
	}
}

// TestOtherRun holds that no sheet of another run stays between those of a run in the same folder, and that what somebody
// has changed or put there does.
func TestOtherRun(t *testing.T) {
	dir, fresh := t.TempDir(), t.TempDir()
	run(t, PracticeOptions{Variants: 5, Seed: 3, Out: dir, Formats: []string{"html"}})
	own := filepath.Join(dir, "two-two-one/practice/sheets/0005.html")
	for _, path := range []string{own, filepath.Join(dir, "two-two-one/practice/sheets/notes.txt")} {
		if err := os.WriteFile(path, []byte("my own"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	o := PracticeOptions{Variants: 3, Seed: 4, Out: dir, Formats: []string{"md"}}
	run(t, o)
	o.Out = fresh
	run(t, o)
	want := tree(t, fresh)
	want["two-two-one/practice/sheets/0005.html"], want["two-two-one/practice/sheets/notes.txt"] = checksum([]byte("my own")), checksum([]byte("my own"))
	if diff := cmp.Diff(want, tree(t, dir)); diff != "" {
		t.Errorf("another run is left:\n%s", diff)
	}
	o.Variants, o.Out = 2, dir
	run(t, o)
	if tree(t, dir)["two-two-one/practice/sheets/0003.md"] == "" {
		t.Error("a sheet of the same run was taken away")
	}
}

// filesOf are the files of one variant.
func filesOf(tree map[string]string, variant string) []string {
	var names []string
	for name := range tree {
		if strings.HasPrefix(filepath.Base(name), variant) {
			names = append(names, name)
		}
	}
	return names
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

// TestTeachersPages looks at the overview of a run and at the marks of a class as the pages that they are.
func TestTeachersPages(t *testing.T) {
	dir := t.TempDir()
	run(t, PracticeOptions{Variants: 3, Seed: 7, Out: dir, Places: ptr(4)})
	practice := filepath.Join(dir, "two-two-one/practice")
	browsertest.Check(t, filepath.Join(practice, "index.html"), browsertest.Formulas)
	p, err := open("", []string{"display.places=4"})
	if err != nil {
		t.Fatal(err)
	}
	e, err := exercise.New(t.Context(), p, 7, Example)
	if err != nil {
		t.Fatal(err)
	}
	responses := filepath.Join(dir, "responses.csv")
	text := "student;id;1;8;23\nA <b> *c*;" + e.ID(1) + ";1/4;0,5;x | y\nB, with a name that is longer than most;" + e.ID(2) + ";;;\n"
	if err := os.WriteFile(responses, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Mark(t.Context(), &out, MarkOptions{Answers: filepath.Join(practice, "answers.csv"), Responses: responses, Format: "html"}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"A &lt;b&gt; *c*", "x | y"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s is not on the page", want)
		}
	}
	marks := filepath.Join(t.TempDir(), "marks", "index.html")
	if err := os.MkdirAll(filepath.Dir(marks), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(marks, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	browsertest.Check(t, marks, browsertest.Formulas)
}

func TestPracticeMistakes(t *testing.T) {
	for want, o := range map[string]PracticeOptions{
		"--variants is 0":             {},
		"--shard 4/3":                 {Variants: 1, Shard: "4/3"},
		"--shard x":                   {Variants: 1, Shard: "x"},
		"--to doc":                    {Variants: 1, Formats: []string{"doc"}},
		"is not the ID":               {ID: "x"},
		"leave --places":              {ID: "two-two-one-rx7-ozxkcp47-7-1", Places: ptr(3)},
		"blank must be":               {Variants: 1, Blank: "x"},
		"there are only 24 steps":     {Variants: 1, Fade: ptr(25)},
		"carry must be exact or roun": {Variants: 1, Carry: "x"},
	} {
		o.Out = t.TempDir()
		if err := Practice(t.Context(), o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want %s", o, err, want)
		}
	}
}
