package problem

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"longhand/generator/number"
	"longhand/generator/source"
)

var update = flag.Bool("update", false, "write what the tests get into their golden files; look at it before you commit it")

// TestMistakes holds the whole text of the error for each bad file: pairs of NAME.yaml and NAME.error in an archive.
func TestMistakes(t *testing.T) {
	archives, err := filepath.Glob("testdata/mistakes/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]string{}
		for _, f := range archive.Files {
			want[f.Name] = string(f.Data)
		}
		var fresh []txtar.File
		for _, f := range archive.Files {
			name, isFile := strings.CutSuffix(f.Name, ".yaml")
			if !isFile {
				continue
			}
			p, err := Parse(source.NewFile("problem.yaml", string(f.Data)))
			if err == nil {
				t.Errorf("%s: %s: no mistake was found: %+v", path, f.Name, p.Given)
				continue
			}
			got := err.Error() + "\n"
			fresh = append(fresh, f, txtar.File{Name: name + ".error", Data: []byte(got)})
			if diff := cmp.Diff(want[name+".error"], got); diff != "" && !*update {
				t.Errorf("%s: %s (-want +got):\n%s", path, f.Name, diff)
			}
		}
		if *update {
			archive.Files = fresh
			if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// twoTwoOne is the shipped problem.
func twoTwoOne(t testing.TB) *Problem {
	t.Helper()
	p, err := Read("../../templates/problems/two-two-one.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestTwoTwoOne(t *testing.T) {
	p := twoTwoOne(t)
	type layer struct {
		Units      int
		Activation string
		Bias       bool
	}
	got := struct {
		Name, Title, Loss, Method, Rate string
		Layers                          []layer
		Steps, Places                   int
		Rounding                        number.Rounding
		Given                           map[string]string
		Shapes                          map[string][]int
		Order                           []string
	}{
		Name: p.Name, Title: p.Title.Value, Loss: p.Network.Loss.Value, Method: p.Train.Method.Value,
		Rate: p.Train.Rate.Text, Steps: p.Train.Steps, Places: p.Display.Places, Rounding: p.Display.Rounding,
		Given: map[string]string{}, Shapes: map[string][]int{},
	}
	for _, l := range p.Network.Layers {
		got.Layers = append(got.Layers, layer{l.Units, l.Activation.Value, l.Bias})
	}
	for _, g := range p.Given {
		got.Order = append(got.Order, g.Name)
		got.Given[g.Name], got.Shapes[g.Name] = typed(g.Value), g.Value.Shape
	}
	want := got
	want.Name, want.Title, want.Loss = "two-two-one", "One training step of a 2–2–1 network", "half squared error"
	want.Method, want.Rate, want.Steps, want.Places, want.Rounding = "gradient descent", "0.1", 1, 7, number.HalfUp
	want.Layers = []layer{{2, "sigmoid", true}, {1, "sigmoid", true}}
	want.Order = []string{"x", "t", "W1", "b1", "W2", "b2"}
	want.Given = map[string]string{"x": "1.0 0.5", "t": "1.0", "W1": "0.2 -0.4 0.7 0.1", "b1": "0 0", "W2": "0.3 -0.2", "b2": "0.1"}
	want.Shapes = map[string][]int{"x": {2}, "t": {1}, "W1": {2, 2}, "b1": {2}, "W2": {1, 2}, "b2": {1}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if !p.Train.Present {
		t.Error("train is not present")
	}
	checkPlaces(t, p)
}

// typed joins an array's numbers as they were typed.
func typed(a Array) string {
	var texts []string
	for _, item := range a.Items {
		texts = append(texts, item.Text)
	}
	return strings.Join(texts, " ")
}

// checkPlaces checks that every number stands in its file where its place says, and has the value that it says.
func checkPlaces(t *testing.T, p *Problem) {
	t.Helper()
	for _, g := range p.Given {
		if at := g.Pos.File.Text[g.Pos.Offset:]; !strings.HasPrefix(strings.Trim(at, `"'`), g.Name) && !strings.ContainsAny(g.Name, "\\'\"\n") {
			t.Errorf("%s is not at its place, where stands %.20q", g.Name, at)
		}
		for _, item := range g.Value.Items {
			at := item.Pos.File.Text[item.Pos.Offset:]
			if !strings.HasPrefix(strings.TrimLeft(at, `"' `), item.Text) && !strings.ContainsAny(at[:1], `"'|>`) {
				t.Errorf("%s of %s is not at its place, where stands %.20q", item.Text, g.Name, at)
			}
			if value, err := number.Parse(item.Text); err != nil || !cmp.Equal(ratText(value), ratText(item.Value)) {
				t.Errorf("%s has the value %v, %v", item.Text, ratText(item.Value), err)
			}
		}
	}
}

func ratText(x number.Real) string {
	r, ok := x.Rat()
	if !ok {
		return "not exact"
	}
	return r.String()
}

// given finds a given value by name.
func given(p *Problem, name string) *Given {
	for i := range p.Given {
		if p.Given[i].Name == name {
			return &p.Given[i]
		}
	}
	return nil
}
