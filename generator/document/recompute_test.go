package document_test

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"longhand/generator"
	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/problem"
	"longhand/generator/source"
	"longhand/generator/tex"
	"longhand/generator/trace"
)

// anyProblem draws a problem file.
func anyProblem(t *rapid.T) string {
	inputs := rapid.IntRange(1, 3).Draw(t, "inputs")
	layers := rapid.IntRange(1, 3).Draw(t, "layers")
	entry := func() string {
		text := fmt.Sprintf("%d.%0*d", rapid.IntRange(0, 2).Draw(t, "whole"), rapid.IntRange(1, 3).Draw(t, "digits"), rapid.IntRange(0, 9).Draw(t, "part"))
		if rapid.IntRange(0, 2).Draw(t, "sign") == 0 {
			text = "-" + text
		}
		return text
	}
	list := func(n int) string {
		items := make([]string, n)
		for i := range items {
			items[i] = entry()
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	var network, given strings.Builder
	fmt.Fprintf(&given, "  x: %s\n", list(inputs))
	for l := 1; l <= layers; l++ {
		units := rapid.IntRange(1, 3).Draw(t, "units")
		bias := rapid.Bool().Draw(t, "bias")
		fmt.Fprintf(&network, "    - {units: %d, activation: %s, bias: %v}\n", units,
			rapid.SampledFrom([]string{"sigmoid", "tanh", "identity"}).Draw(t, "activation"), bias)
		rows := make([]string, units)
		for i := range rows {
			rows[i] = list(inputs)
		}
		fmt.Fprintf(&given, "  W%d: [%s]\n", l, strings.Join(rows, ", "))
		if bias {
			fmt.Fprintf(&given, "  b%d: %s\n", l, list(units))
		}
		inputs = units
	}
	fmt.Fprintf(&given, "  t: %s\n", list(inputs))
	return fmt.Sprintf("title: Any\nnetwork:\n  layers:\n%s  loss: half squared error\ngiven:\n%strain: {rate: %s}\ndisplay: {places: %d}\n",
		network.String(), given.String(), entry(), rapid.IntRange(2, 20).Draw(t, "places"))
}

// Every line of every text recomputes from the digits that are printed: the printed Markdown is read back and evaluated.
func TestLinesRecompute(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := anyProblem(t)
		p, err := problem.Parse(source.NewFile("any.yaml", text))
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		doc, err := generator.Document(context.Background(), p, "")
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		_, tr, err := generator.Example(context.Background(), p)
		if err != nil {
			t.Fatal(err)
		}
		checkLines(t, string(doc.Markdown), tr, p.Display.Places)
	})
}

// The numbers of the first article, where every line is looked at.
func TestArticleRecomputes(t *testing.T) {
	p, err := problem.Read("../../templates/problems/two-two-one.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, places := range []string{"1", "2", "4", "7", "20", "50"} {
		q, err := p.Override([]string{"display.places=" + places})
		if err != nil {
			t.Fatal(err)
		}
		doc, err := generator.Document(context.Background(), q, "")
		if err != nil {
			t.Fatal(err)
		}
		_, tr, err := generator.Example(context.Background(), q)
		if err != nil {
			t.Fatal(err)
		}
		checkLines(t, string(doc.Markdown), tr, q.Display.Places)
	}
}

type failer interface {
	Errorf(string, ...any)
	Fatalf(string, ...any)
}

var display = regexp.MustCompile(`(?s)\$\$\n(.*?)\n\$\$`)

func checkLines(t failer, markdown string, tr *trace.Trace, places int) {
	links := 0
	for _, m := range display.FindAllStringSubmatch(markdown, -1) {
		if !strings.ContainsAny(m[1], "0123456789") || strings.Contains(m[1], "longrightarrow") || strings.Contains(m[1], "nabla") {
			continue
		}
		chains, err := tex.ParseChains(m[1])
		if err != nil {
			t.Errorf("not read: %v\n%s", err, m[1])
			continue
		}
		for _, c := range chains {
			links += checkChain(t, c, m[1])
			if strings.Contains(m[1], `\boxed`) {
				checkResult(t, c, tr, places)
			}
		}
	}
	if links == 0 {
		t.Fatalf("nothing was checked")
	}
}

// checkChain compares every term of numbers with the last one, to the digits printed there, and every = with what it
// says.
func checkChain(t failer, c formula.Chain, text string) (links int) {
	last := c.Last()
	if len(formula.Symbols(last)) > 0 {
		return 0
	}
	for i, term := range c.Terms {
		if len(formula.Symbols(term)) > 0 {
			continue
		}
		if i == len(c.Terms)-1 {
			break
		}
		links++
		roundsTo(t, term, last, text)
		next := c.Terms[i+1]
		exact, equal := same(t, term, next)
		switch {
		case c.Relations[i] == formula.Equal && !equal:
			t.Errorf("= stands between %s and %s\n%s", tex.Print(term), tex.Print(next), text)
		case c.Relations[i] == formula.Approx && exact && equal:
			t.Errorf("≈ stands between %s and %s\n%s", tex.Print(term), tex.Print(next), text)
		}
	}
	return links
}

func eval(t failer, e formula.Expr, bits uint) trace.Value {
	v, err := trace.Eval(number.NewContext(bits), e, nil)
	if err != nil {
		t.Fatalf("%s: %v", tex.Print(e), err)
	}
	return v
}

// same says whether two terms are exact numbers, and whether they are equal as far as 500 bits tell.
func same(t failer, a, b formula.Expr) (exact, equal bool) {
	x, y := eval(t, a, 500), eval(t, b, 500)
	exact, equal = true, x.Shape == y.Shape
	for i := range x.Items {
		if !equal {
			break
		}
		exact = exact && x.Items[i].IsExact() && y.Items[i].IsExact()
		order := x.Items[i].Compare(y.Items[i])
		equal = order == number.Equal || order == number.Undecided
	}
	return exact, equal
}

// roundsTo holds promise 3: the numbers on one side of a line give the number printed on the other, to its last digit.
func roundsTo(t failer, term, printed formula.Expr, text string) {
	v := eval(t, term, 500)
	w := eval(t, printed, 500)
	items := []formula.Expr{printed}
	if m, ok := printed.(formula.Matrix); ok {
		items = m.Items
	}
	if len(items) != len(v.Items) {
		t.Errorf("%s has another shape than %s", tex.Print(term), tex.Print(printed))
		return
	}
	for i, item := range items {
		if n, ok := item.(formula.Unary); ok {
			item = n.X
		}
		digits, ok := item.(formula.Number)
		if !ok {
			t.Errorf("the line does not end in a number: %s", tex.Print(item))
			return
		}
		if agree, err := agrees(v.Items[i], w.Items[i], digits.Text); err != nil || !agree {
			t.Errorf("%s does not give %s (%v)\n%s", tex.Print(term), digits.Text, err, text)
		}
	}
}

// agrees rounds x as the printed text is rounded.
func agrees(x, printed number.Real, text string) (bool, error) {
	want, _ := printed.Decimal()
	mantissa, _, scientific := strings.Cut(text, "e")
	_, fraction, _ := strings.Cut(mantissa, ".")
	if scientific {
		got, err := x.Digits(len(fraction)+1, number.HalfUp)
		return err == nil && got.Equal(want), err
	}
	got, err := x.Places(len(fraction), number.HalfUp)
	return err == nil && got.Equal(want), err
}

// checkResult compares a boxed result with the certified value.
func checkResult(t failer, c formula.Chain, tr *trace.Trace, places int) {
	name, ok := c.Terms[0].(formula.Symbol)
	if !ok {
		t.Errorf("a box does not begin with a name: %s", tex.Print(c.Terms[0]))
		return
	}
	s, ok := tr.Step(name.Name)
	if !ok {
		t.Errorf("a box holds %s, which is no quantity", name.Name)
		return
	}
	items := []formula.Expr{c.Last()}
	if m, ok := c.Last().(formula.Matrix); ok {
		items = m.Items
	}
	for i, item := range items {
		text := tex.Print(item)
		shown := eval(t, item, 500).Items[0]
		if n, ok := item.(formula.Unary); ok {
			item = n.X
		}
		err := tr.Decide(func() error {
			agree, err := agrees(s.Value.Items[i], shown, item.(formula.Number).Text)
			if err == nil && !agree {
				t.Errorf("%s is boxed as %s", name.Name, text)
			}
			return err
		})
		if err != nil {
			t.Errorf("%s: %v", name.Name, err)
		}
	}
}
