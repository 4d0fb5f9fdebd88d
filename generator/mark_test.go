package generator

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

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
