package generator

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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

// TestMark marks a class from its files, and holds what is said of mistakes in them.
func TestMark(t *testing.T) {
	dir := t.TempDir()
	run(t, PracticeOptions{Variants: 3, Seed: 7, Out: dir, Formats: []string{"md"}})
	answers := filepath.Join(dir, "two-two-one/practice/answers.csv")
	text, err := os.ReadFile(answers)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1+3*41 || strings.Join(rows[0], ",") != "variant,blank,name,value,tolerance" {
		t.Fatalf("%d rows, %v", len(rows), rows[0])
	}
	const id = "two-two-one-rx7-ozxkcp47-7-"
	all := "student,id,blank,answer\n"
	for _, row := range rows[1:] {
		value := row[3]
		switch {
		case row[0] == "2" && row[2] == "dL/dy":
			value = strings.Replace("-"+value, "--", "", 1)
		case row[0] == "3" && row[2] == "y":
			value = "half"
		}
		all += fmt.Sprintf("Student <%s>,%s%s,%s,%s\n", row[0], id, row[0], row[1], value)
	}
	mark := func(responses, format, class string) (string, error) {
		file := filepath.Join(dir, "responses.csv")
		if err := os.WriteFile(file, []byte(responses), 0o644); err != nil {
			t.Fatal(err)
		}
		if class != "" {
			path := filepath.Join(dir, "class.csv")
			if err := os.WriteFile(path, []byte(class), 0o644); err != nil {
				t.Fatal(err)
			}
			class = path
		}
		var out bytes.Buffer
		err := Mark(t.Context(), &out, MarkOptions{Answers: answers, Responses: file, Format: format, Class: class})
		return out.String(), err
	}
	for format, wants := range map[string][]string{
		"text": {"Student <1>  " + id + "1  41/41", "40/41\n    first wrong: blank 8, dL/dy", "the sign of the error is reversed", "could not be read: blank 6, y: half"},
		"csv":  {"Student <2>," + id + "2,8,dL/dy,", ",wrong,0,the sign of the error is reversed", ",unreadable,,"},
		"json": {`"outcome": "unreadable"`, `"student": "Student <1>"`, `"points": 41`},
		"html": {"Student &lt;2&gt;", "the sign of the error is reversed", "half"},
	} {
		out, err := mark(all, format, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range wants {
			if !strings.Contains(out, want) {
				t.Errorf("%s: no %q in\n%.3000s", format, want, out)
			}
		}
	}
	for responses, want := range map[string]string{
		"student,id,1\nA," + id + "9,1\n":                  "responses.csv:2:1: ",
		"student,id,1\nA,two-two-one-rx7-aaaaaaaa-7-1,1\n": "another version",
		"student,id,1\nA,nonsense,1\n":                     "is not the ID of a sheet",
		"student,id,z3\nA," + id + "1,1\n":                 `has no blank "z3"`,
		"student,id,z2,5\nA," + id + "1,1,2\n":             "is answered twice",
		"student,id,1\nA,two-two-one-rx7-ozxkcp47-8-1,1\n": "has other answers than the list",
		"student,id,1\nA," + id + "1,1\nB," + id + "2,1\n": "the student B is not in the class",
	} {
		class := ""
		if strings.Contains(want, "class") {
			class = "student\nA\n"
		}
		if _, err := mark(responses, "", class); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "responses.csv:") {
			t.Errorf("%q: %v, want %s", responses, err, want)
		}
	}
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
