package problem

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"longhand/generator/source"
)

const small = `title: A step
network:
  layers: [{units: 1, activation: tanh}]
  loss: squared error
given: {x: [1, 2], t: 3, W1: [[4, 5]], b1: 6}
`

// TestWaysToWrite holds that a problem may be typed in many ways and is read as the same.
func TestWaysToWrite(t *testing.T) {
	change := func(old, new string) string {
		if !strings.Contains(small, old) {
			t.Fatalf("%q is not in the file", old)
		}
		return strings.Replace(small, old, new, 1)
	}
	for name, text := range map[string]string{
		"as it is":              small,
		"byte order mark":       "\ufeff" + small,
		"CRLF":                  strings.ReplaceAll(small, "\n", "\r\n"),
		"CR":                    strings.ReplaceAll(small, "\n", "\r"),
		"no last line end":      strings.TrimSuffix(small, "\n"),
		"comments":              "# é\r\n" + change("given:", "\n# – given\ngiven: # é\n "),
		"document marks":        "---\n" + small + "...\n",
		"quoted numbers":        change("[1, 2]", `["1", '2']`),
		"vectors in brackets":   change("t: 3", "t: [3]"),
		"row without its own":   change("[[4, 5]]", "[4, 5]"),
		"column vector":         change("x: [1, 2]", "x: [[1], [2]]"),
		"rows on lines":         change("{x: [1, 2], t: 3, W1: [[4, 5]], b1: 6}", "\n  x:\n    - 1\n    - 2\n  t: 3\n  W1:\n  - - 4\n    - 5\n  b1: 6\n"),
		"non-Latin title first": change("A step", "Ein Schritt – 一步 é"),
		"trailing comma":        change("[1, 2]", "[1, 2,]"),
		"given first":           "given: {x: [1, 2], t: 3, W1: [[4, 5]], b1: 6}\n" + small[:strings.Index(small, "given")],
	} {
		p, err := Parse(source.NewFile("small.yaml", text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := map[string]string{}
		for _, g := range p.Given {
			got[g.Name] = typed(g.Value)
		}
		if got["x"] != "1 2" || got["t"] != "3" || got["W1"] != "4 5" || got["b1"] != "6" || len(got) != 4 {
			t.Errorf("%s: read %v", name, got)
		}
		if s := given(p, "W1").Value.Shape; len(s) != 2 || s[0] != 1 || s[1] != 2 {
			t.Errorf("%s: W1 has shape %v", name, s)
		}
		if s := given(p, "b1").Value.Shape; len(s) != 1 || s[0] != 1 {
			t.Errorf("%s: b1 has shape %v", name, s)
		}
		if p.Train.Present || p.Display.Places != DefaultPlaces {
			t.Errorf("%s: train %v, display %v", name, p.Train, p.Display)
		}
		checkPlaces(t, p)
	}
}

func TestEquations(t *testing.T) {
	p, err := Parse(source.NewFile("plan.yaml", `title: Logistic regression
description: One sentence.
template: plan.md
equations:
  - z = w^T x + b
  - \hat y = \sigma(z)
  - 'L = -t \ln \hat y: {}'
given: {x: [2.0, 1.0], w: [0.4, -.3e-2], b: 0.1, t: 1, \eta: 1}
`))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"z = w^T x + b", `\hat y = \sigma(z)`, `L = -t \ln \hat y: {}`}
	for i, e := range p.Equations {
		if e.Value != want[i] {
			t.Errorf("equation %d is %q", i, e.Value)
		}
		if at := p.File.Text[e.Pos.Offset:]; !strings.HasPrefix(strings.TrimPrefix(at, "'"), want[i]) {
			t.Errorf("equation %d stands at %q", i, at)
		}
	}
	if len(p.Equations) != 3 || p.Network != nil || p.Description.Value != "One sentence." || p.Template.Value != "plan.md" {
		t.Errorf("%+v", p)
	}
	if len(given(p, "b").Value.Shape) != 0 || len(given(p, "x").Value.Shape) != 1 || typed(given(p, "w").Value) != "0.4 -.3e-2" {
		t.Errorf("given: %+v", p.Given)
	}
	checkPlaces(t, p)
}

func TestNoBias(t *testing.T) {
	text := strings.Replace(small, "tanh}", "tanh, bias: false}", 1)
	text = strings.Replace(text, ", b1: 6", "", 1)
	p, err := Parse(source.NewFile("small.yaml", text))
	if err != nil {
		t.Fatal(err)
	}
	if p.Network.Layers[0].Bias || given(p, "b1") != nil {
		t.Error("there is a bias")
	}
}

func TestNames(t *testing.T) {
	for path, want := range map[string]string{
		"two-two-one.yaml": "two-two-one", "a/b/c.d.yml": "c.d", "<stdin>": "problem", ".yaml": "problem",
		"....yaml": "problem", "": "problem", "plain": "plain",
	} {
		if got := nameOf(path); got != want {
			t.Errorf("%q is named %q, want %q", path, got, want)
		}
	}
}

// TestUnreadable holds the errors of files that are not there, or are no text.
func TestUnreadable(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write("step.yaml", small)
	for _, c := range []struct{ path, want string }{
		{filepath.Join(dir, "stop.yaml"), "DIR/stop.yaml: there is no such file\n    did you mean DIR/step.yaml?"},
		{filepath.Join(dir, "quite-other.txt"), "DIR/quite-other.txt: there is no such file\n    `longhand new NAME` writes a problem file to start from"},
		{dir, "DIR is a directory, not a problem file\n    name a file in it, such as DIR/step.yaml"},
		{write("latin1", "title: caf\xe9\n"), "DIR/latin1:1:11: the file is not UTF-8: byte 0xE9 is no character\n    title: caf\ufffd\n              ^\n    save it as UTF-8 in your editor"},
		{write("utf16", "\xff\xfet\x00"), "DIR/utf16: the file is UTF-16\n    save it as UTF-8"},
		{write("empty", ""), "DIR/empty:1:1: the file is empty\n    `longhand new NAME` writes a problem file to start from"},
		{write("comment", "# nothing\n\n"), "DIR/comment:1:1: the file is empty\n    # nothing\n    ^\n    `longhand new NAME` writes a problem file to start from"},
		{write("nul", "title: a\x00b\n"), "DIR/nul:1:9: the control character U+0000 stands here\n    title: a·b\n            ^\n    delete it; if it cannot be seen, type the line anew"},
		{write("large", strings.Repeat("# large\n", maxSize/8+1)), "DIR/large: the file is larger than 4 MiB\n    a problem file holds numbers and a few words; is this the right file?"},
	} {
		_, err := Read(c.path)
		if err == nil {
			t.Errorf("%s was read", c.path)
			continue
		}
		if got := strings.ReplaceAll(err.Error(), dir, "DIR"); got != c.want {
			t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
		}
	}
}
