package generator_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"longhand/generator"
)

func build(t *testing.T, o generator.BuildOptions) string {
	t.Helper()
	o.Out = t.TempDir()
	if err := generator.Build(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	return o.Out
}

func read(t *testing.T, parts ...string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(parts...))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func write(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// The same bytes every time: no clock, no map order, no path.
func TestDeterministic(t *testing.T) {
	first, second := build(t, generator.BuildOptions{}), build(t, generator.BuildOptions{})
	for _, name := range []string{"index.html", "two-two-one/index.html", "two-two-one/article.md", "two-two-one/article.tex", "two-two-one/network.svg"} {
		a, b := read(t, first, name), read(t, second, name)
		if a != b {
			t.Errorf("%s differs between two builds", name)
		}
		if strings.Contains(a, first) {
			t.Errorf("%s holds the path it was built at", name)
		}
	}
}

// What the text says is decided by the numbers.
func TestProseFollowsNumbers(t *testing.T) {
	for _, test := range []struct {
		name string
		set  []string
		want []string
		not  []string
	}{
		{"as given", nil,
			[]string{"has **decreased** from $0.1111514$ to $0.1087799$", "is below its target", "No input is 0", "is smaller in size"},
			[]string{"increased", "is above its target"}},
		{"the output is above its target", []string{"given.t=[0.2]"},
			[]string{"is above its target, $y > t$", "its delta is positive", "**decreased**"}, []string{"is below its target"}},
		{"too long a step", []string{"given.t=[0.6]", "train.rate=100"},
			[]string{"has **increased** from", "try a smaller learning rate"}, []string{"**decreased**"}},
		{"no step", []string{"train.rate=0"}, []string{"The loss is the same before and after as far as any digit can tell"}, []string{"**decreased**"}},
		{"a zero input", []string{"given.x=[1.0, 0]"}, []string{"The input $x_{2}$ is 0"}, []string{"No input is 0"}},
		{"zero inputs", []string{"given.x=[0, 0]"}, []string{"The inputs $x_{1}$, $x_{2}$ are 0"}, nil},
		{"a vanishing delta", []string{"given.W2=[[0, 0]]"}, []string{"No error arrives at the hidden layer: its deltas are all 0"}, []string{"The largest delta of the hidden layer"}},
		{"an amplified delta", []string{"given.W2=[[30, -20]]", "given.b2=[-1]"}, []string{"is larger in size than that of the output layer"}, nil},
		{"the target is met", []string{"network.layers.1.activation=identity", "given.W2=[[0, 0]]", "given.t=[0.1]"},
			[]string{"The output $y$ meets its target, so its delta is 0", "The whole gradient is 0"}, nil},
		{"a tiny loss", []string{"given.t=[0.52851010627798]"}, []string{`\times 10^{-`}, []string{"$0.0000000$", " 0.0000000 ", "-0.0000000 "}},
		{"four places", []string{"display.places=4"}, []string{`y \approx 0.5285`, "to 4 decimal places"}, []string{"0.5285101"}},
	} {
		text := read(t, build(t, generator.BuildOptions{Set: test.set, Formats: []string{"md"}}), "two-two-one/article.md")
		for _, want := range test.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is missing", test.name, want)
			}
		}
		for _, not := range test.not {
			if strings.Contains(text, not) {
				t.Errorf("%s: %q is there", test.name, not)
			}
		}
	}
}

func TestWithoutTraining(t *testing.T) {
	dir := t.TempDir()
	text := read(t, "../templates/problems/two-two-one.yaml")
	i := strings.Index(text, "train:")
	problem := write(t, filepath.Join(dir, "p.yaml"), text[:i]+text[strings.Index(text, "display:"):])
	got := read(t, build(t, generator.BuildOptions{Problems: []string{problem}, Formats: []string{"md"}}), "p/article.md")
	for _, not := range []string{"## Update", "## After", "text{new}", `\eta`, "Learning rate", "decreased"} {
		if strings.Contains(got, not) {
			t.Errorf("%q is in a text without training", not)
		}
	}
}

// Titles are shown as typed, and are markup in no output.
func TestInjection(t *testing.T) {
	title := `</title><script>alert(1)</script> {{.Title}} $\write18{x}$ \input{/etc/passwd} **b** [l](javascript:x) & % # _ ~ ^ <!--`
	dir := t.TempDir()
	text := strings.Replace(read(t, "../templates/problems/two-two-one.yaml"), "title: One training step of a 2–2–1 network",
		"title: '"+title+"'\ndescription: '"+title+"'", 1)
	problem := write(t, filepath.Join(dir, "p.yaml"), text)
	out := build(t, generator.BuildOptions{Problems: []string{problem}})
	page := read(t, out, "p/index.html") + read(t, out, "index.html")
	for _, bad := range []string{"<script", "javascript:x\"", "<!--", "<strong>b"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	tex := read(t, out, "p/article.tex")
	for _, bad := range []string{`\write18`, `\input{/etc`, `\textbf{b}`} {
		if strings.Contains(tex, bad) {
			t.Errorf("the TeX holds %q", bad)
		}
	}
	if !strings.Contains(page, "{{.Title}}") {
		t.Error("the title is not shown as typed")
	}
}

func TestTemplateErrors(t *testing.T) {
	for _, test := range []struct{ template, want string }{
		{"# T\n\n{{derive \"delta3\"}}\n", "t.md:3:3: there is no quantity \"delta3\"\n    {{derive \"delta3\"}}\n      ^\n    did you mean \"delta2\"?"},
		{"# T\n\n{{derve \"z1\"}}\n", "t.md:3:1: function \"derve\" not defined\n    {{derve \"z1\"}}\n    ^\n    did you mean \"derive\"?"},
		{"# T\n\n$${{formula \"x\"}}$$\n", "t.md:3:5: x is given: it has no formula\n    $${{formula \"x\"}}$$\n        ^"},
		{"# T\n\n{{if}}\n", "t.md:3:1: missing value for if\n    {{if}}\n    ^"},
	} {
		dir := t.TempDir()
		t.Chdir(dir)
		write(t, "t.md", test.template)
		err := generator.Build(context.Background(), generator.BuildOptions{Out: "out", Template: "t.md"})
		if err == nil || err.Error() != test.want {
			t.Errorf("got\n%v\nwant\n%s", err, test.want)
		}
		if _, err := os.Stat("out"); err == nil {
			t.Error("a failed build left something behind")
		}
	}
}

func TestNewBuilds(t *testing.T) {
	t.Chdir(t.TempDir())
	paths, err := generator.New(context.Background(), "lesson")
	if err != nil || strings.Join(paths, " ") != "lesson.yaml lesson.md" {
		t.Fatalf("%v %v", paths, err)
	}
	if err := generator.Build(context.Background(), generator.BuildOptions{Problems: paths[:1], Out: "out"}); err != nil {
		t.Fatal(err)
	}
	if text := read(t, "out/lesson/article.md"); !strings.HasPrefix(text, "# A small network\n") || !strings.Contains(text, "\\boxed") {
		t.Errorf("the starter builds\n%s", text)
	}
	if _, err := generator.New(context.Background(), "lesson"); err == nil || !strings.Contains(err.Error(), "lesson.yaml exists already") {
		t.Errorf("a second start: %v", err)
	}
}

// Whatever fails, what was there before stays as it was.
func TestFailedBuildChangesNothing(t *testing.T) {
	out := build(t, generator.BuildOptions{})
	before := read(t, out, "two-two-one/article.md")
	err := generator.Build(context.Background(), generator.BuildOptions{Out: out, Set: []string{"network.layers.0.activation=sigmod"}})
	if err == nil || !strings.Contains(err.Error(), `did you mean "sigmoid"?`) {
		t.Errorf("a misspelt activation: %v", err)
	}
	if read(t, out, "two-two-one/article.md") != before {
		t.Error("a failed build changed a file")
	}
	found := 0
	filepath.WalkDir(out, func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			found++
		}
		return nil
	})
	if found != 5 {
		t.Errorf("%d files are there, want 5", found)
	}
}

func TestTwiceTheSameName(t *testing.T) {
	dir := t.TempDir()
	problem := write(t, filepath.Join(dir, "two-two-one.yaml"), read(t, "../templates/problems/two-two-one.yaml"))
	err := generator.Build(context.Background(), generator.BuildOptions{Out: dir, Problems: []string{"two-two-one", problem}})
	if err == nil || !strings.Contains(err.Error(), "would both be written to") {
		t.Errorf("got %v", err)
	}
}

// The values that are printed and those in the text come from one computation.
func TestUndecidableZero(t *testing.T) {
	// Equal rows in W1 and opposite weights after them: z2 is σ(z) − σ(z), which no enclosure proves to be 0.
	set := []string{"given.W1=[[0.3, 0.4], [0.3, 0.4]]", "given.W2=[[0.5, -0.5]]", "given.b2=[0]"}
	text := read(t, build(t, generator.BuildOptions{Set: set, Formats: []string{"md"}}), "two-two-one/article.md")
	if !strings.Contains(text, `\boxed{ z^{(2)} \approx 0.0000000 }`) {
		t.Error("z2 is not shown as a zero of seven places")
	}
	err := generator.Values(context.Background(), &bytes.Buffer{}, generator.ValuesOptions{Digits: 5, Set: set})
	if err == nil || !strings.Contains(err.Error(), "not decided") {
		t.Errorf("five digits of it: %v", err)
	}
}
