package exercise_test

import (
	"errors"
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"longhand/generator"
	"longhand/generator/exercise"
	"longhand/generator/problem"
	"longhand/generator/source"
	"longhand/generator/verify"
)

func allNumbers(v *exercise.Variant) string {
	text := ""
	for _, g := range v.Problem.Given {
		text += g.Name + " " + typed(g.Value) + "; "
	}
	return text + v.Problem.Train.Rate.Text
}

// TestShuffle holds that no combination comes twice: small spaces are gone through, of large ones many places are.
func TestShuffle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := big.NewInt(rapid.Int64Range(1, 3000).Draw(t, "size"))
		if rapid.Bool().Draw(t, "large") {
			size.Lsh(size, rapid.UintRange(10, 600).Draw(t, "bits"))
		}
		seed := rapid.Uint64().Draw(t, "seed")
		seen := map[string]bool{}
		for i := range min(3000, size.Int64()&0xfff+1) {
			if place := big.NewInt(i); place.Cmp(size) < 0 {
				x := exercise.Shuffled(size, seed, place)
				if x.Sign() < 0 || x.Cmp(size) >= 0 {
					t.Fatalf("%v is not below %v", x, size)
				}
				if seen[x.String()] {
					t.Fatalf("%v comes twice below %v", x, size)
				}
				seen[x.String()] = true
			}
		}
	})
}

// TestShuffleMixes holds that the first places of a space are spread over it, and that another seed spreads them otherwise.
func TestShuffleMixes(t *testing.T) {
	size := big.NewInt(1000)
	var parts [10]int
	moved := 0
	for i := range int64(200) {
		x := exercise.Shuffled(size, 1, big.NewInt(i))
		parts[x.Int64()/100]++
		if x.Cmp(exercise.Shuffled(size, 2, big.NewInt(i))) != 0 {
			moved++
		}
	}
	for i, n := range parts { // 20 on average; the odds against any of these are below one in a million
		if n < 4 || n > 46 {
			t.Errorf("%d of the first 200 lie in part %d: %v", n, i, parts)
		}
	}
	if moved < 190 {
		t.Errorf("another seed moves only %d of 200", moved)
	}
}

const small = `
title: A line
given: {x: 0.5, m: 0.3, n: 2.0}
equations: ["y = m x + n", "z = y^2"]
vary: {x: {from: 0.5, to: 1.1, step: 0.1}, m: {one of: [0.3, 0.4, 0.30, 0.7]}}
display: {places: 2}
`

// TestExhausted goes through a small space. Each of its combinations is a variant once, whatever order they are asked for
// in; then the space is said to be exhausted.
func TestExhausted(t *testing.T) {
	e, seen := oneStep(t, small), map[string]int{}
	var all []string
	var err error
	for n := 1; ; n++ {
		var v *exercise.Variant
		if v, err = e.Variant(t.Context(), n); err != nil {
			break
		}
		if first := seen[allNumbers(v)]; first != 0 {
			t.Fatalf("variants %d and %d both have %s", first, n, allNumbers(v))
		}
		seen[allNumbers(v)] = n
		all = append(all, allNumbers(v))
	}
	var exhausted *exercise.ExhaustedError
	if !errors.As(err, &exhausted) || exhausted.Size.Int64() != 21 || exhausted.Fit != len(all) || len(all) < 10 {
		t.Fatalf("%d variants: %v", len(all), err)
	}
	if !strings.Contains(err.Error(), "problem.yaml:5:8: what varies gives only 21 different sets of numbers, of which ") {
		t.Error(err)
	}
	fresh := oneStep(t, small)
	for _, n := range []int{len(all), 1, 5} {
		if v := variant(t, fresh, n); allNumbers(v) != all[n-1] {
			t.Errorf("variant %d, asked for by itself, is %s, not %s", n, allNumbers(v), all[n-1])
		}
	}
	if err := e.Room(21); err != nil {
		t.Error(err)
	}
	if err := e.Room(22); err == nil || !strings.Contains(err.Error(), "only 21 different sets of numbers") {
		t.Error(err)
	}
}

// TestStructure holds that a number on which the equations hang stays as it is, and cannot be varied.
func TestStructure(t *testing.T) {
	const sum = `
title: A mean
given: {x: [0.5, 1.5, 0.7], n: 3, c: 4}
equations: ["m = \\frac{1}{n} \\sum_{k=1}^{n} x_k", "d = m + c"]
display: {places: 4}
`
	e := oneStep(t, sum)
	seen := map[string]bool{}
	for n := 1; n <= 20; n++ {
		v := variant(t, e, n)
		seen[typed(v.Problem.Given[2].Value)] = true
		if got := typed(v.Problem.Given[1].Value); got != "[3]" {
			t.Fatalf("n is %s", got)
		}
	}
	if len(seen) < 3 {
		t.Errorf("c is always one of %v", seen)
	}
	p, err := problem.Parse(source.NewFile("problem.yaml", sum+"vary: {n: {one of: [2, 3]}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = exercise.New(t.Context(), p, 1, generator.Example)
	if err == nil || !strings.Contains(err.Error(), "problem.yaml:6:8: n bounds a sum") {
		t.Error(err)
	}
}

var varyLine = regexp.MustCompile(`(?m)^vary:.*\n(?:  .*\n)*`)

// TestShippedProblems makes variants of every problem that comes with the program, as its file says and with what is
// usual: they differ, their sheets hold no answer, and the examiner finds nothing in their keys.
func TestShippedProblems(t *testing.T) {
	files, err := filepath.Glob("../../templates/problems/*.yaml")
	if err != nil || len(files) < 10 {
		t.Fatalf("%v, %v", files, err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		ways := map[string]string{"as shipped": string(text)}
		if usual := varyLine.ReplaceAllString(string(text), ""); usual != string(text) {
			ways["usual"] = usual
		}
		if !strings.Contains(file, "savings-plan") { // with rates of two places, differences of them are 0
			ways["rounded"] = regexp.MustCompile(`(?m)^display: \{`).ReplaceAllString(string(text), "display: {carry: rounded, ")
			if !strings.Contains(string(text), "display:") {
				ways["rounded"] += "\ndisplay: {carry: rounded}\n"
			}
		}
		for way, text := range ways {
			name := strings.TrimSuffix(filepath.Base(file), ".yaml")
			t.Run(name+" "+way, func(t *testing.T) {
				e := oneStep(t, text)
				seen := map[string]bool{}
				for n := 1; n <= 5; n++ {
					v, err := e.Variant(t.Context(), n)
					if err != nil {
						t.Fatal(err)
					}
					if seen[allNumbers(v)] {
						t.Errorf("%s comes twice", allNumbers(v))
					}
					seen[allNumbers(v)] = true
					sheet, err := v.Sheet()
					if err != nil {
						t.Fatal(err)
					}
					if err := v.Leaks(string(sheet.Markdown)); err != nil {
						t.Error(err)
					}
					key, err := v.Key()
					if err != nil {
						t.Fatal(err)
					}
					report := verify.Verify(source.NewFile(v.ID, string(key.Markdown)), verify.Options{})
					for _, claim := range report.Claims {
						if claim.Verdict == verify.Wrong {
							t.Errorf("%s: %+v", v.ID, claim)
						}
					}
					if len(report.Claims) < len(v.Answers) {
						t.Errorf("%s: only %d claims for %d answers", v.ID, len(report.Claims), len(v.Answers))
					}
				}
			})
		}
	}
}

// oneStep prepares a problem with one step of training, as worksheets ask for.
func oneStep(t *testing.T, text string) *exercise.Exercise {
	t.Helper()
	p, err := problem.Parse(source.NewFile("problem.yaml", text))
	if err == nil && p.Train.Present {
		p, err = p.Override([]string{"train.steps=1"})
	}
	if err != nil {
		t.Fatal(err)
	}
	e, err := exercise.New(t.Context(), p, 3, generator.Example)
	if err != nil {
		t.Fatal(err)
	}
	return e
}
