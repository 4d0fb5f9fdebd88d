package exercise_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"longhand/generator"
	"longhand/generator/exercise"
	"longhand/generator/number"
	"longhand/generator/problem"
	"longhand/generator/source"
	"longhand/generator/verify"
)

// TestKeysAgainstValues holds every answer of a key against what `longhand values` prints for the same numbers.
func TestKeysAgainstValues(t *testing.T) {
	e := prepare(t)
	for n := 1; n <= 20; n++ {
		v := variant(t, e, n)
		var set []string
		for _, g := range v.Problem.Given {
			set = append(set, "given."+g.Name+"="+typed(g.Value))
		}
		var out bytes.Buffer
		places := v.Problem.Display.Places
		err := generator.Values(t.Context(), &out, generator.ValuesOptions{Set: set, Places: &places, Format: "json"})
		if err != nil {
			t.Fatal(err)
		}
		var values struct {
			Quantities []struct {
				Name   string
				Shape  []int
				Values []string
			}
		}
		if err := json.Unmarshal(out.Bytes(), &values); err != nil {
			t.Fatal(err)
		}
		want := map[string]string{}
		for _, q := range values.Quantities {
			for i, value := range q.Values {
				switch len(q.Shape) {
				case 0:
					want[q.Name] = value
				case 1:
					want[fmt.Sprintf("%s[%d]", q.Name, i+1)] = value
				default:
					want[fmt.Sprintf("%s[%d,%d]", q.Name, i/q.Shape[1]+1, i%q.Shape[1]+1)] = value
				}
			}
		}
		if len(v.Answers) != 41 {
			t.Fatalf("%d answers", len(v.Answers))
		}
		for _, a := range v.Answers {
			// An exact value is printed in full by values; on paper it is rounded like any other.
			if want := want[a.Name]; want != a.Key.Text && rounded(t, want, places) != a.Key.Text {
				t.Errorf("variant %d: %s is %s in the key, and %s among the values", n, a.Name, a.Key.Text, want)
			}
		}
	}
}

func rounded(t *testing.T, text string, places int) string {
	t.Helper()
	x, err := number.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	d, err := x.Places(places, number.HalfUp)
	if err != nil {
		t.Fatal(err)
	}
	return d.StringFixed(int32(places))
}

func typed(a problem.Array) string {
	cols := len(a.Items)
	if len(a.Shape) == 2 {
		cols = a.Shape[1]
	}
	var rows []string
	for i := 0; i < len(a.Items); i += cols {
		var row []string
		for _, l := range a.Items[i : i+cols] {
			row = append(row, l.Text)
		}
		rows = append(rows, "["+strings.Join(row, ", ")+"]")
	}
	if len(a.Shape) == 2 {
		return "[" + strings.Join(rows, ", ") + "]"
	}
	return rows[0]
}

// settings are ways to ask, for tests that hold for all of them.
var settings = [][]string{
	nil,
	{"display.carry=rounded"},
	{"display.blank=all", "display.places=4", "display.carry=rounded"},
	{"display.blank=steps", "display.places=5"},
	{"display.fade=5"},
	{"display.fade=0"},
	{"display.rounding=truncate"},
}

// TestKeysVerified gives every key to the verifier, which knows nothing of how it was made.
func TestKeysVerified(t *testing.T) {
	for _, set := range settings {
		e := prepare(t, set...)
		for n := 1; n <= 3; n++ {
			v := variant(t, e, n)
			key, err := v.Key()
			if err != nil {
				t.Fatal(err)
			}
			report := verify.Verify(source.NewFile(v.ID, string(key.Markdown)), verify.Options{})
			if len(report.Claims) < 50 {
				t.Errorf("%s: only %d claims were found", v.ID, len(report.Claims))
			}
			for _, claim := range report.Claims {
				if claim.Verdict == verify.Wrong {
					t.Errorf("%s: %+v", v.ID, claim)
				}
			}
			for _, u := range report.Unread {
				t.Errorf("%s: %s was not understood: %s", v.ID, u.Text, u.Reason)
			}
		}
	}
}

// TestID holds that an ID is read as it is printed, and that sheets of other problems are refused.
func TestID(t *testing.T) {
	e := prepare(t, "display.blank=all", "display.carry=rounded", "display.places=4", "display.fade=3")
	id, err := exercise.ParseID(strings.ToUpper(e.ID(12)))
	if err != nil {
		t.Fatal(err)
	}
	if id.Seed != 7 || id.Variant != 12 || id.Display.Places != 4 || id.Display.Fade != 3 || id.Display.Blank != problem.BlankAll || id.Display.Carry != problem.CarryRounded {
		t.Errorf("%+v", id)
	}
	if err := e.Check(id); err != nil {
		t.Error(err)
	}
	if err := prepare(t, "given.b2=0.2").Check(id); err == nil || !strings.Contains(err.Error(), "another version") {
		t.Errorf("the ID of another version is not refused: %v", err)
	}
	if err := prepare(t, "display.rounding=floor").Check(id); err == nil {
		t.Error("the ID of another rounding is not refused")
	}
	for _, bad := range []string{"", "two-two-one", "two-two-one-rx7-k2m9q4wz-7-0", "two-two-one-rx7-k2m9q4wz-7-99999999999999999999", "two-two-one-zz7-k2m9q4wz-7-1"} {
		if _, err := exercise.ParseID(bad); err == nil {
			t.Errorf("%q is read as an ID", bad)
		}
	}
}

// TestUnfit holds the error of a search that finds nothing: which demand was hardest, where it is said what varies.
func TestUnfit(t *testing.T) {
	for hardest, text := range map[string]string{
		"require: slope)":       "vary: {W1: {from: 7, to: 9, step: 1}}",
		"require: loss falls)":  "vary: {eta: {from: -0.9, to: -0.1, step: 0.01}}",
		"display: places)":      "vary: {eta: {from: 1, to: 2, step: 0.01}}\ndisplay: {places: 1}\nrequire: {no ties: false}",
		"require: no ties)":     "vary: {x: {one of: [[0.5, 0.25], [0.25, 0.5]]}, t: {from: 1, to: 5, step: 0.1}}\ndisplay: {places: 2}",
		"require: answers diff": "vary: {W1: {one of: [[[0.1, 0.1], [0.1, 0.1]], [[0.2, 0.2], [0.2, 0.2]]]}, t: {from: 1, to: 5, step: 0.1}}",
	} {
		base, err := os.ReadFile(twoTwoOne)
		if err != nil {
			t.Fatal(err)
		}
		plain, _, _ := strings.Cut(string(base), "display:")
		text := plain + text + "\n"
		text = strings.Replace(text, "require: {", "require: {tries: 20, ", 1)
		if !strings.Contains(text, "tries") {
			text += "require: {tries: 20}\n"
		}
		p, err := problem.Parse(source.NewFile("problem.yaml", text))
		if err != nil {
			t.Fatal(err)
		}
		e, err := exercise.New(t.Context(), p, 1, generator.Example)
		if err != nil {
			t.Fatal(err)
		}
		_, err = e.Variant(t.Context(), 1)
		if err == nil || !strings.Contains(err.Error(), hardest) || !strings.Contains(err.Error(), "problem.yaml:") || !strings.Contains(err.Error(), "20 tries") {
			t.Errorf("%s: %v", hardest, err)
		}
	}
}

// TestUsualVariation holds what numbers become where the problem does not say.
func TestUsualVariation(t *testing.T) {
	for text, want := range map[string]string{
		"0.2":        "0.1 0.2 0.3 0.4 0.5 0.6",
		"-0.4":       "-0.2 -0.3 -0.4 -0.5 -0.6 -0.7 -0.8 -0.9",
		"1.0":        "1.0 1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 1.9 2.0 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 2.9 3.0",
		"2":          "1 2 3 4 5 6",
		"0":          "0",
		"0.05":       "0.02 0.03 0.04 0.05 0.06 0.07 0.08 0.09",
		"9.87654321": "9.87654321",
		"1200":       "1000 1100 1200 1300 1400 1500 1600 1700 1800 1900 2000 2100 2200 2300 2400 2500 2600 2700 2800 2900 3000 3100 3200 3300 3400 3500 3600",
		"5000":       "2000 3000 4000 5000 6000 7000 8000 9000",
		"10":         "10 20 30",
		"1e-8":       "1e-8",
		"100000":     "100000 200000 300000",
	} {
		x, err := number.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range exercise.LikeIt(problem.Literal{Text: text, Value: x}) {
			got = append(got, l.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s becomes %s, want %s", text, strings.Join(got, " "), want)
		}
	}
}

// TestSameNumbers holds the numbers of a seed: they must never change without a new format of IDs.
func TestSameNumbers(t *testing.T) {
	v := variant(t, prepare(t), 1)
	var got []string
	for _, g := range v.Problem.Given {
		got = append(got, g.Name+typed(g.Value))
	}
	const want = "x[2.2, 0.9] t[1.0] W1[[0.2, -0.8], [0.4, 0.1]] b1[0, 0] W2[[0.4, -0.4]] b2[0.2]"
	if strings.Join(got, " ") != want || v.ID != "two-two-one-rx7-ozxkcp47-7-1" {
		t.Errorf("%s: %s", v.ID, strings.Join(got, " "))
	}
}
