package problem

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

func TestOverride(t *testing.T) {
	base := twoTwoOne(t)
	for _, c := range []struct {
		set  []string
		read func(*Problem) string
		want string
	}{
		{[]string{"given.W1=[[1,2],[3,4]]"}, func(p *Problem) string { return typed(given(p, "W1").Value) }, "1 2 3 4"},
		{[]string{"given.W1.1.0=9"}, func(p *Problem) string { return typed(given(p, "W1").Value) }, "0.2 -0.4 9 0.1"},
		{[]string{"given.b2=0.50"}, func(p *Problem) string { return typed(given(p, "b2").Value) }, "0.50"},
		{[]string{"train.rate=0.5"}, func(p *Problem) string { return p.Train.Rate.Text }, "0.5"},
		{[]string{"train.rate=0.5", "train.rate=\"1.50\""}, func(p *Problem) string { return p.Train.Rate.Text }, "1.50"},
		{[]string{"train={rate: 2}"}, func(p *Problem) string { return p.Train.Rate.Text + p.Train.Method.Value }, "2gradient descent"},
		{[]string{"title=Worked: two # steps"}, func(p *Problem) string { return p.Title.Value }, "Worked: two # steps"},
		{[]string{`title="[quoted]"`}, func(p *Problem) string { return p.Title.Value }, "[quoted]"},
		{[]string{"title= a = b "}, func(p *Problem) string { return p.Title.Value }, "a = b"},
		{[]string{"description=Añadido"}, func(p *Problem) string { return p.Description.Value }, "Añadido"},
		{[]string{"template=mine.md"}, func(p *Problem) string { return p.Template.Value }, "mine.md"},
		{[]string{"network.layers.0.activation=tanh"}, func(p *Problem) string { return p.Network.Layers[0].Activation.Value }, "tanh"},
		{[]string{"network.layers.1={units: 1, activation: identity}"}, func(p *Problem) string { return p.Network.Layers[1].Activation.Value }, "identity"},
		{[]string{"network.layers.2={units: 1, activation: tanh, bias: false}", "given.W3=7"},
			func(p *Problem) string { return p.Network.Layers[2].Activation.Value + typed(given(p, "W3").Value) }, "tanh7"},
		{[]string{"display.rounding=half-even"}, func(p *Problem) string { return p.Display.Rounding.String() }, "half-even"},
		{nil, func(p *Problem) string { return p.Title.Value }, base.Title.Value},
	} {
		p, err := base.Override(c.set)
		if err != nil {
			t.Errorf("%q: %v", c.set, err)
			continue
		}
		if got := c.read(p); got != c.want {
			t.Errorf("%q gives %q, want %q", c.set, got, c.want)
		}
		if p.Name != base.Name {
			t.Errorf("%q: the name became %q", c.set, p.Name)
		}
		checkPlaces(t, p)
	}
	if got := typed(given(base, "W1").Value) + base.Title.Value + base.Train.Rate.Text; got != "0.2 -0.4 0.7 0.1One training step of a 2–2–1 network0.1" {
		t.Errorf("overriding changed the problem itself: %s", got)
	}
}

// TestOverrideAbsent overrides in a file that has neither train nor display.
func TestOverrideAbsent(t *testing.T) {
	p, err := Parse(fileOf(small))
	if err != nil {
		t.Fatal(err)
	}
	if p, err = p.Override([]string{"train.rate=0.3", "display.places=20"}); err != nil {
		t.Fatal(err)
	}
	if !p.Train.Present || p.Train.Rate.Text != "0.3" || p.Train.Steps != 1 || p.Display.Places != 20 {
		t.Errorf("%+v %+v", p.Train, p.Display)
	}
}

// TestOverrideMistakes holds the whole text of the error for each bad assignment to the shipped problem.
func TestOverrideMistakes(t *testing.T) {
	const path = "testdata/overrides.txtar"
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	base := twoTwoOne(t)
	for i, f := range archive.Files {
		// A file is named by its assignment; several are separated by " -P ".
		_, err := base.Override(strings.Split(f.Name, " -P "))
		if err == nil {
			t.Errorf("%s: no mistake was found", f.Name)
			continue
		}
		got := strings.ReplaceAll(err.Error(), base.File.Name, "two-two-one.yaml") + "\n"
		if diff := cmp.Diff(string(f.Data), got); diff != "" && !*update {
			t.Errorf("%s (-want +got):\n%s", f.Name, diff)
		}
		archive.Files[i].Data = []byte(got)
	}
	if *update {
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
