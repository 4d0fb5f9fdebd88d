package exercise_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"longhand/generator/exercise"
	"longhand/generator/exercise/response"
	"longhand/generator/source"
)

// TestEveryMistake holds that each kind of the catalogue can be made in some shipped problem, that its answer stands in the
// key, and that whoever gives this answer and is right elsewhere is told so by the program that marks. (The page that
// checks itself is asked in TestSelfCheck.)
func TestEveryMistake(t *testing.T) {
	seen := map[string]int{}
	for _, name := range []string{"two-two-one", "two-two-two-shared-bias", "linear-regression", "attention-head", "recurrent-network", "logistic-regression"} {
		text, err := os.ReadFile("../../templates/problems/" + name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		v := variant(t, oneStep(t, string(text)), 2)
		doc, err := v.Key()
		if err != nil {
			t.Fatal(err)
		}
		sheet, err := v.Sheet()
		if err != nil {
			t.Fatal(err)
		}
		var page struct {
			Names  []string
			Blanks []struct{ Mistakes map[string]int }
		}
		if err := json.Unmarshal(sheet.Check, &page); err != nil {
			t.Fatal(err)
		}
		for i, a := range v.Answers {
			onPage := map[string]bool{}
			for _, k := range page.Blanks[i].Mistakes {
				onPage[page.Names[k]] = true
			}
			for _, m := range a.Mistakes {
				verdicts, err := v.Judge(with(v, i, m.Value.Text))
				if err != nil {
					t.Fatal(err)
				}
				for j, verdict := range verdicts {
					if earns := verdict.Outcome == exercise.Right || verdict.Outcome == exercise.Followed; earns == (j == i) {
						t.Errorf("%s: with %s in %s, %s in %s is %s", v.ID, m.Value.Text, a.Name, verdict.Text, verdict.Answer.Name, verdict.Outcome)
					}
				}
				for _, kind := range m.Kinds {
					seen[kind]++
					if !slices.Contains(verdicts[i].Mistakes, kind) {
						t.Errorf("%s: %s in %s is called %v, not %s", v.ID, m.Value.Text, a.Name, verdicts[i].Mistakes, kind)
					}
					line := fmt.Sprintf("%5d  %14s  %s\n", a.Number, m.Value.Text, v.Exercise.MistakeName(kind))
					if kind != exercise.Copied && !strings.Contains(string(doc.Markdown), line) {
						t.Errorf("%s: the key does not say %q", v.ID, line)
					}
				}
				if !slices.ContainsFunc(page.Names, func(name string) bool {
					return onPage[name] && strings.Contains(name, v.Exercise.MistakeName(m.Kinds[0]))
				}) {
					t.Errorf("%s: the page cannot name %s in %s", v.ID, m.Kinds[0], a.Name)
				}
			}
		}
	}
	for _, kind := range exercise.Kinds() {
		if seen[kind] == 0 {
			t.Errorf("%s cannot be made", kind)
		}
	}
}

// with is a response that is right but for one answer.
func with(v *exercise.Variant, wrong int, text string) *response.Response {
	pos := source.NewFile("responses.csv", "").Pos(0)
	r := &response.Response{Student: "A", ID: v.ID, Pos: pos}
	for i, a := range v.Answers {
		given := response.Answer{Blank: a.Name, Text: a.Key.Text, Pos: pos}
		if i == wrong {
			given.Text = text
		}
		r.Answers = append(r.Answers, given)
	}
	return r
}
