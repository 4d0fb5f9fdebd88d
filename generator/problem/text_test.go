package problem

import (
	"strings"
	"testing"

	"longhand/generator/source"
)

// The place of a part of a text is where it stands in the file, however the text is quoted.
func TestTextAt(t *testing.T) {
	for _, file := range []string{
		"title: x\nequations:\n  - a = \\hat y + w'x + here\n",
		"title: x\nequations:\n  - 'a = \\hat y + w''x + here'\n",
		"title: x\nequations:\n  - \"a = \\\\hat y + w'x + here\"\n",
		"title: x\nequations:\n  - a = \\hat y\n      + w'x + here\n",
		"title: x\nequations:\n  - |\n    a = \\hat y\n      + w'x + here\n",
		"title: ä\nequations:\n  - ŷ = \\hat y + here\n",
	} {
		p, err := Parse(source.NewFile("a.yaml", file))
		if err != nil {
			t.Fatalf("%v\n%s", err, file)
		}
		e := p.Equations[0]
		got := e.At(strings.Index(e.Value, "here")).Offset
		if want := strings.Index(file, "here"); got != want {
			t.Errorf("found at %d, not %d, in\n%s", got, want, file)
		}
	}
}
