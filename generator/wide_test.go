package generator

import (
	"context"
	"fmt"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"longhand/generator/problem"
	"longhand/generator/source"
)

// wideProblem is a network of given sizes with random numbers from a seed.
func wideProblem(sizes ...int) string {
	r := rand.New(rand.NewSource(784))
	list := func(n int) string {
		items := make([]string, n)
		for i := range items {
			items[i] = fmt.Sprintf("%.3f", r.Float64()-0.5)
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	var layers, given strings.Builder
	for i, units := range sizes[1:] {
		fmt.Fprintf(&layers, "    - {units: %d, activation: sigmoid}\n", units)
		rows := make([]string, units)
		for j := range rows {
			rows[j] = list(sizes[i])
		}
		fmt.Fprintf(&given, "  W%d: [%s]\n  b%d: %s\n", i+1, strings.Join(rows, ",\n    "), i+1, list(units))
	}
	return fmt.Sprintf("title: Wide\nnetwork:\n  layers:\n%s  loss: half squared error\ngiven:\n  x: %s\n  t: %s\n%strain: {rate: 0.1}\ndisplay: {show: ['W1_{2,3}', 'z1_5']}\n",
		layers.String(), list(sizes[0]), list(sizes[len(sizes)-1]), given.String())
}

// A wide network's article stays of a length that can be read, shows the entries that were asked for, and its formulas
// are read back.
func TestWideLayersAreElided(t *testing.T) {
	p, err := problem.Parse(source.NewFile("wide.yaml", wideProblem(40, 24, 10)))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Document(context.Background(), p, "")
	if err != nil {
		t.Fatal(err)
	}
	text := string(doc.Markdown)
	for _, want := range []string{`\cdots`, `\vdots`, `\ddots`, `z^{(1)}_{5} &=`, `W^{(1)}_{\text{new},2,3} &\approx`, `z^{(1)}_{24} &=`} {
		if !strings.Contains(text, want) {
			t.Errorf("the article lacks %s", want)
		}
	}
	if len(text) > 120_000 {
		t.Errorf("the article has %d characters", len(text))
	}
	if m := regexp.MustCompile(`z\^\{\(1\)\}_\{7\} &=`).FindString(text); m != "" {
		t.Errorf("the article shows %s, which nobody asked for", m)
	}
}

func wideFile(b *testing.B) string {
	path := filepath.Join(b.TempDir(), "wide.yaml")
	if err := os.WriteFile(path, []byte(wideProblem(784, 128, 10)), 0o644); err != nil {
		b.Fatal(err)
	}
	return path
}

func BenchmarkWideValues(b *testing.B) {
	path := wideFile(b)
	for b.Loop() {
		if err := Values(context.Background(), io.Discard, ValuesOptions{Problem: path, Digits: 50}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWideArticle(b *testing.B) {
	path := wideFile(b)
	for b.Loop() {
		if err := Build(context.Background(), BuildOptions{Problems: []string{path}, Out: b.TempDir()}); err != nil {
			b.Fatal(err)
		}
	}
}
