package problem

import (
	"errors"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"longhand/generator/source"
)

func fileOf(text string) *source.File { return source.NewFile("problem.yaml", text) }

// FuzzParse holds that any text gives a problem or one of our errors, of bounded length, and that names and numbers
// stand where their places say.
func FuzzParse(f *testing.F) {
	f.Add(small)
	f.Add("\ufeff" + strings.ReplaceAll(small, "\n", "\r\n"))
	f.Add("title: x\nequations:\n  - L = x\ngiven:\n  x: [1, [2], {a: b}]\n  y:\n  - - 1\n    - 2\n")
	f.Add("a: |\n  x\n b: >-\n\n'c': \"\\x00\"\n? d\n: e\n--- !!x &y *z <<: %\n")
	archives, _ := filepath.Glob("testdata/mistakes/*.txtar")
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			if strings.HasSuffix(file.Name, ".yaml") {
				f.Add(string(file.Data))
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := Parse(fileOf(text))
		if err == nil {
			checkPlaces(t, p)
			return
		}
		var e *source.Error
		if !errors.As(err, &e) || e.Message == "" {
			t.Fatalf("no proper error: %#v", err)
		}
		if len(err.Error()) > 2000 {
			t.Errorf("the error has %d bytes", len(err.Error()))
		}
	})
}

// FuzzOverride holds the same for assignments.
func FuzzOverride(f *testing.F) {
	for _, a := range []string{"title=x", "given.W1=[[1,2],[3,4]]", "train={rate: 1", "network.layers.0.units=3", "a.b.c", "=", "given.W1.0.1='2'"} {
		f.Add(a)
	}
	p, err := Parse(fileOf(small))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, assignment string) {
		changed, err := p.Override([]string{assignment})
		if err == nil {
			checkPlaces(t, changed)
			return
		}
		var e *source.Error
		if !errors.As(err, &e) {
			t.Fatalf("no proper error: %#v", err)
		}
	})
}

// networkFile is the problem file of a dense network with a given number of digits in each weight.
func networkFile(digits int, units ...int) string {
	var b strings.Builder
	b.WriteString("title: Wide\nnetwork:\n  loss: half squared error\n  layers:\n")
	for range units[1:] {
		b.WriteString("    - {units: UNITS, activation: sigmoid}\n")
	}
	text := b.String()
	for _, n := range units[1:] {
		text = strings.Replace(text, "UNITS", strconv.Itoa(n), 1)
	}
	b.Reset()
	b.WriteString(text + "given:\n")
	seed := uint64(1)
	row := func(n int) string {
		items := make([]string, n)
		for i := range items {
			var item strings.Builder
			item.WriteString("-0.")
			for range digits {
				seed = seed*6364136223846793005 + 1442695040888963407
				item.WriteByte('0' + byte(seed>>33%10))
			}
			items[i] = item.String()
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	b.WriteString("  x: " + row(units[0]) + "\n  t: " + row(units[len(units)-1]) + "\n")
	for l := 1; l < len(units); l++ {
		b.WriteString("  W" + strconv.Itoa(l) + ":\n")
		for range units[l] {
			b.WriteString("    - " + row(units[l-1]) + "\n")
		}
		b.WriteString("  b" + strconv.Itoa(l) + ": " + row(units[l]) + "\n")
	}
	return b.String()
}

// TestWide reads a network of 784–128–10, with all its 101,770 parameters.
func TestWide(t *testing.T) {
	p, err := Parse(fileOf(networkFile(4, 784, 128, 10)))
	if err != nil {
		t.Fatal(err)
	}
	if s := given(p, "W1").Value.Shape; s[0] != 128 || s[1] != 784 {
		t.Errorf("W1 is %v", s)
	}
	checkPlaces(t, p)
}

func BenchmarkParseWide(b *testing.B) {
	f := fileOf(networkFile(17, 784, 128, 10))
	b.SetBytes(int64(len(f.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(f); err != nil {
			b.Fatal(err)
		}
	}
}
