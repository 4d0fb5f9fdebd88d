package exercise_test

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"longhand/generator/exercise"
)

// TestFade fades the 24 steps of a sheet one by one: the last ones are blank, those before are worked out with every number
// of their derivation, and a blank's room does not depend on its answer.
func TestFade(t *testing.T) {
	whole := variant(t, prepare(t), 1)
	steps := exercise.StepNames(prepare(t))
	for fade := 0; fade <= len(steps); fade++ {
		v := variant(t, prepare(t, fmt.Sprintf("display.fade=%d", fade)), 1)
		asked := map[string]bool{}
		for _, name := range steps[len(steps)-fade:] {
			asked[name] = true
		}
		want := 0
		for _, a := range whole.Answers {
			name, _, _ := strings.Cut(a.Name, "[")
			if !asked[name] {
				continue
			}
			if got := v.Answers[want]; got.Name != a.Name || got.Key.Text != a.Key.Text || got.Number != want+1 {
				t.Fatalf("fade %d: blank %d is %s, %s; want %s, %s", fade, got.Number, got.Name, got.Key.Text, a.Name, a.Key.Text)
			}
			want++
		}
		if len(v.Answers) != want {
			t.Errorf("fade %d: %d blanks, want %d", fade, len(v.Answers), want)
		}
		doc, err := v.Sheet()
		if err != nil {
			t.Fatal(err)
		}
		text := string(doc.Markdown)
		if n := strings.Count(text, `\underline{\hspace{8em}}`); n != want {
			t.Errorf("fade %d: %d blanks of the same size are on the sheet, want %d", fade, n, want)
		}
		if n := strings.Count(text, `\boxed{`); n != len(steps)-fade {
			t.Errorf("fade %d: %d steps are worked out", fade, n)
		}
	}
}

// TestBlank holds what each setting asks for: results; what leads to results that are given; both.
func TestBlank(t *testing.T) {
	count := map[string][2]int{}
	for _, blank := range []string{"results", "steps", "all"} {
		v := variant(t, prepare(t, "display.blank="+blank, "display.places=5"), 1)
		doc, err := v.Sheet()
		if err != nil {
			t.Fatal(err)
		}
		var n [2]int // results, and pieces on the way
		for _, a := range v.Answers {
			if strings.Contains(a.Name, ":") {
				n[1]++
			} else {
				n[0]++
			}
		}
		count[blank] = n
		if given := strings.Count(string(doc.Markdown), "The result is $"); (given > 0) != (blank == "steps") {
			t.Errorf("%s: %d results are given", blank, given)
		}
	}
	results, pieces := count["results"][0], count["steps"][1]
	if results != 41 || pieces < 20 || count["results"] != [2]int{results, 0} || count["steps"] != [2]int{0, pieces} || count["all"] != [2]int{results, pieces} {
		t.Errorf("%v", count)
	}
}

// TestCarryRounded works a sheet through in floating point, as somebody with a calculator does who goes on with what is
// written down: each printed answer is the rounding of its formula at the printed answers before.
func TestCarryRounded(t *testing.T) {
	strayed := 0
	for n := 1; n <= 10; n++ {
		v := variant(t, prepare(t, "display.carry=rounded", "display.places=4"), n)
		has := map[string]float64{"eta": float(t, v.Problem.Train.Rate.Text)}
		for _, g := range v.Problem.Given {
			for i, l := range g.Value.Items {
				name := g.Name
				switch len(g.Value.Shape) {
				case 1:
					name = fmt.Sprintf("%s[%d]", g.Name, i+1)
				case 2:
					name = fmt.Sprintf("%s[%d,%d]", g.Name, i/g.Value.Shape[1]+1, i%g.Value.Shape[1]+1)
				}
				has[name] = float(t, l.Text)
			}
		}
		has["t"], has["b2"] = has["t[1]"], has["b2[1]"]
		keys := map[string]*exercise.Answer{}
		for _, a := range v.Answers {
			keys[a.Name] = a
			has[a.Name] = float(t, a.Key.Text)
			if a.Strays() {
				strayed++
			}
		}
		sigma := func(z float64) float64 { return 1 / (1 + math.Exp(-z)) }
		h := func(format string, args ...any) float64 {
			name := fmt.Sprintf(format, args...)
			x, ok := has[name]
			if !ok {
				t.Fatalf("there is no %s in %v", name, has)
			}
			return x
		}
		check := func(want float64, format string, args ...any) {
			name := fmt.Sprintf(format, args...)
			a := keys[name]
			if a == nil {
				t.Fatalf("there is no blank %s", name)
			}
			if off := math.Abs(float(t, a.Key.Text) - want); off > 0.5e-4+1e-12 {
				t.Errorf("%s: %s is %s, but the printed numbers give %.9f", v.ID, name, a.Key.Text, want)
			}
		}
		for i := 1; i <= 2; i++ {
			for _, new := range []string{"", "_new"} {
				check(h("W1%s[%d,1]", new, i)*h("x[1]")+h("W1%s[%d,2]", new, i)*h("x[2]")+h("b1%s[%d]", new, i), "z1%s[%d]", new, i)
				check(sigma(h("z1%s[%d]", new, i)), "a1%s[%d]", new, i)
			}
			check(h("delta2")*h("a1[%d]", i), "dL/dW2[1,%d]", i)
			check(h("W2[1,%d]", i)*h("delta2"), "dL/da1[%d]", i)
			check(h("a1[%d]", i)*(1-h("a1[%d]", i)), "da1/dz1[%d]", i)
			check(h("dL/da1[%d]", i)*h("da1/dz1[%d]", i), "delta1[%d]", i)
			for j := 1; j <= 2; j++ {
				check(h("delta1[%d]", i)*h("x[%d]", j), "dL/dW1[%d,%d]", i, j)
				check(h("W1[%d,%d]", i, j)-h("eta")*h("dL/dW1[%d,%d]", i, j), "W1_new[%d,%d]", i, j)
			}
			check(h("W2[1,%d]", i)-h("eta")*h("dL/dW2[1,%d]", i), "W2_new[1,%d]", i)
			check(h("b1[%d]", i)-h("eta")*h("dL/db1[%d]", i), "b1_new[%d]", i)
		}
		for _, new := range []string{"", "_new"} {
			check(h("W2%s[1,1]", new)*h("a1%s[1]", new)+h("W2%s[1,2]", new)*h("a1%s[2]", new)+h("b2%s", new), "z2%s", new)
			check(sigma(h("z2%s", new)), "y%s", new)
			check((h("y%s", new)-h("t"))*(h("y%s", new)-h("t"))/2, "L%s", new)
		}
		check(h("y")-h("t"), "dL/dy")
		check(h("y")*(1-h("y")), "dy/dz2")
		check(h("dL/dy")*h("dy/dz2"), "delta2")
		check(h("b2")-h("eta")*h("dL/db2"), "b2_new")
	}
	if strayed == 0 {
		t.Error("no key strays from the exact values: nothing was put to the test")
	}
}

func float(t *testing.T, text string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}
