package document_test

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"sort"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
	"pgregory.net/rapid"

	_ "longhand/generator/internal/seeded"

	"longhand/generator"
	"longhand/generator/formula"
	"longhand/generator/model"
	"longhand/generator/number"
	"longhand/generator/problem"
	"longhand/generator/source"
	"longhand/generator/tex"
	"longhand/generator/trace"
)

// drawer draws the parts of a problem file.
type drawer struct{ *rapid.T }

// entry is a number with one to three places, and not 0 where kinks are.
func (t drawer) entry() string {
	text := fmt.Sprintf("%d.%0*d", rapid.IntRange(0, 2).Draw(t.T, "whole"), rapid.IntRange(1, 3).Draw(t.T, "digits"), rapid.IntRange(0, 9).Draw(t.T, "part"))
	if rapid.IntRange(0, 2).Draw(t.T, "sign") == 0 {
		text = "-" + text
	}
	return text
}

func (t drawer) list(n int) string {
	items := make([]string, n)
	for i := range items {
		items[i] = t.entry()
	}
	return "[" + strings.Join(items, ", ") + "]"
}

func (t drawer) matrix(rows, cols int) string {
	lists := make([]string, rows)
	for i := range lists {
		lists[i] = t.list(cols)
	}
	return "[" + strings.Join(lists, ", ") + "]"
}

// classes is a matrix with a 1 in every column.
func (t drawer) classes(rows, cols int) [][]string {
	m := make([][]string, rows)
	for i := range m {
		m[i] = make([]string, cols)
		for j := range m[i] {
			m[i][j] = "0"
		}
	}
	for j := range cols {
		m[rapid.IntRange(0, rows-1).Draw(t.T, "class")][j] = "1"
	}
	return m
}

func namesOf[T any](registry map[string]T) []string {
	var names []string
	for name := range registry {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// anyProblem draws a problem file: any network, loss, batch and method.
func anyProblem(r *rapid.T) string {
	t := drawer{r}
	inputs := rapid.IntRange(1, 3).Draw(r, "inputs")
	layers := rapid.IntRange(1, 3).Draw(r, "layers")
	samples := rapid.IntRange(0, 3).Draw(r, "samples")
	loss := rapid.SampledFrom(append(namesOf(model.Losses), "half squared error")).Draw(r, "loss")
	method := rapid.SampledFrom(append(namesOf(model.Methods), "gradient descent", "gradient descent")).Draw(r, "method")
	var network, given strings.Builder
	if samples == 0 {
		fmt.Fprintf(&given, "  x: %s\n", t.list(inputs))
	} else {
		fmt.Fprintf(&given, "  X: %s\n", t.matrix(inputs, samples))
	}
	for l := 1; l <= layers; l++ {
		units := rapid.IntRange(1, 3).Draw(r, "units")
		bias := rapid.SampledFrom([]string{"true", "true", "false", "shared"}).Draw(r, "bias")
		activation := rapid.SampledFrom(namesOf(model.Activations)).Draw(r, "activation")
		if l == layers {
			switch loss {
			case "softmax cross-entropy":
				activation = "softmax"
			case "binary cross-entropy":
				activation = "sigmoid"
			}
		}
		if activation == "softmax" {
			units = max(2, units)
		}
		fmt.Fprintf(&network, "    - {units: %d, activation: %s, bias: %s}\n", units, activation, bias)
		fmt.Fprintf(&given, "  W%d: %s\n", l, t.matrix(units, inputs))
		switch bias {
		case "true":
			fmt.Fprintf(&given, "  b%d: %s\n", l, t.list(units))
		case "shared":
			fmt.Fprintf(&given, "  b%d: %s\n", l, t.entry())
		}
		inputs = units
	}
	switch {
	case loss == "softmax cross-entropy":
		var rows []string
		for _, row := range t.classes(inputs, max(1, samples)) {
			rows = append(rows, "["+strings.Join(row, ", ")+"]")
		}
		name := "T"
		if samples == 0 {
			name = "t"
		}
		fmt.Fprintf(&given, "  %s: [%s]\n", name, strings.Join(rows, ", "))
	case samples == 0:
		fmt.Fprintf(&given, "  t: %s\n", t.list(inputs))
	default:
		fmt.Fprintf(&given, "  T: %s\n", t.matrix(inputs, samples))
	}
	more := ""
	if rapid.IntRange(0, 3).Draw(r, "penalty") == 0 {
		more += "  l2: 0.01\n"
	}
	if rapid.Bool().Draw(r, "sum") {
		more += "  reduction: sum\n"
	}
	train, rate := "", rapid.SampledFrom([]string{"0.1", "0.25", "0.5", "-0.03", "0.0", "0.001"}).Draw(r, "rate")
	if rapid.IntRange(0, 3).Draw(r, "several") == 0 {
		rate = "0.05"
		train = ", steps: 3, step decay: {factor: 0.5, every: 2}"
	}
	if samples > 1 && rapid.Bool().Draw(r, "mini-batches") {
		rate = "0.05"
		train = fmt.Sprintf(", batch size: %d, epochs: 2, shuffle: %d", rapid.IntRange(1, samples).Draw(r, "size"), rapid.IntRange(0, 9).Draw(r, "seed"))
	}
	return fmt.Sprintf("title: Any\nnetwork:\n  layers:\n%s  loss: %s\n%sgiven:\n%strain: {method: %s, rate: %s%s}\ndisplay: {places: %d}\n",
		network.String(), loss, more, given.String(), method, rate, train, rapid.IntRange(2, 20).Draw(r, "places"))
}

// untellable says whether random numbers have met one of the two ends that documents have: a question that no precision
// decides, as a tie or a 0 that irrational numbers make by cancelling, and training that runs away out of the range of
// numbers. Both are told with the enclosure or the number; no digit is ever guessed.
func untellable(err error) bool {
	var step *trace.StepError
	if errors.As(err, &step) { // it hides questions that were pursued far enough
		err = step.Err
	}
	var open *number.UndecidedError
	var large *number.LimitError
	return errors.As(err, &open) || errors.As(err, &large)
}

// Every line of every text recomputes from the digits that are printed: the printed Markdown is read back and evaluated.
func TestLinesRecompute(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := anyProblem(t)
		p, err := problem.Parse(source.NewFile("any.yaml", text))
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		checkDocument(t, p)
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
		checkDocument(t, q)
	}
}

// Every problem that is shipped.
func TestShippedProblemsRecompute(t *testing.T) {
	for _, name := range generator.Embedded() {
		t.Run(name, func(t *testing.T) {
			p, err := problem.Read("../../templates/problems/" + name + ".yaml")
			if err != nil {
				t.Fatal(err)
			}
			for _, places := range []string{"", "3", "12"} {
				q := p
				if places != "" {
					if q, err = p.Override([]string{"display.places=" + places}); err != nil {
						t.Fatal(err)
					}
				}
				checkDocument(t, q)
			}
		})
	}
}

// Models that are as unlike the shipped ones as possible.
func TestUnlikeModelsRecompute(t *testing.T) {
	archive, err := txtar.ParseFile("../testdata/unlike.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		t.Run(f.Name, func(t *testing.T) {
			p, err := problem.Parse(source.NewFile(f.Name, string(f.Data)))
			if err != nil {
				t.Fatal(err)
			}
			if p.Display.Rounding != number.HalfUp { // the test rounds as most do
				if p, err = p.Override([]string{"display.rounding=half-up"}); err != nil {
					t.Fatal(err)
				}
			}
			checkDocument(t, p)
		})
	}
}

// checkDocument holds every line of a problem's document. Random numbers that cannot be told are passed over.
func checkDocument(t failer, p *problem.Problem) {
	doc, err := generator.Document(context.Background(), p, "")
	if r, random := t.(*rapid.T); random && untellable(err) {
		r.SkipNow()
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, p.File.Text)
	}
	_, tr, err := generator.Example(context.Background(), p)
	if err != nil {
		t.Fatalf("%v", err)
	}
	checkLines(t, string(doc.Markdown), tr, p.Display.Places)
}

// anyEquations draws a problem whose model is a chain of equations with shared quantities.
func anyEquations(t *rapid.T) string {
	number := func() string {
		return fmt.Sprintf("%d.%d", rapid.IntRange(-1, 1).Draw(t, "whole"), rapid.IntRange(1, 99).Draw(t, "part"))
	}
	list := func(n int) string {
		items := make([]string, n)
		for i := range items {
			items[i] = number()
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	n := rapid.IntRange(1, 3).Draw(t, "size")
	rows := make([]string, n)
	for i := range rows {
		rows[i] = list(n)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "title: Any\ngiven:\n  x0: %s\n  W: [%s]\n  b: %s\n  c: %s\nequations:\n", list(n), strings.Join(rows, ", "), list(n), number())
	steps := rapid.IntRange(1, 4).Draw(t, "steps")
	b.WriteString("  - x^{(1)} = W x^{(0)} + b\n") // the loss must depend on all of them
	for k := 2; k <= steps; k++ {
		form := rapid.SampledFrom([]string{
			`\tanh(W x^{(%d)} + b)`, `\sigma(W^\top x^{(%d)}) \odot b`, `c W x^{(%d)} - b`, `\max(0, W x^{(%d)})`,
			`\frac{x^{(%[1]d)}}{1 + b^\top b}`, `\operatorname{softmax}(W x^{(%d)})`, `e^{-c x^{(%d)}} + x^{(%[1]d)}`,
			`\sqrt{2 + \sin(x^{(%d)})}`, `\frac{1}{2} (x^{(%d)} - b)`,
		}).Draw(t, "form")
		fmt.Fprintf(&b, "  - x^{(%d)} = %s\n", k, fmt.Sprintf(form, k-1))
	}
	loss := rapid.SampledFrom([]string{`\frac{1}{2} \sum_{k=1}^{%d} (x^{(%d)}_k - b_k)^2`, `\sum_{k=1}^{%d} \ln(1 + (x^{(%d)}_k)^2)`, `\sum_{k=1}^{%d} k x^{(%d)}_k`}).Draw(t, "loss")
	loss = fmt.Sprintf(loss, n, steps)
	if n == 1 {
		loss = fmt.Sprintf(`(x^{(%d)} - b)^2`, steps)
	}
	fmt.Fprintf(&b, "  - L = %s\n", loss)
	fmt.Fprintf(&b, "differentiate: {of: L, with respect to: [x0, W, b]}\n")
	if rapid.Bool().Draw(t, "train") {
		freeze := rapid.SampledFrom([]string{"", ", freeze: [b]", ", freeze: [W, x0]"}).Draw(t, "freeze")
		steps := rapid.SampledFrom([]string{"1", "3", "3, step decay: {factor: 0.5, every: 1}"}).Draw(t, "training")
		fmt.Fprintf(&b, "train: {method: %s, rate: 0.1, steps: %s%s}\n", rapid.SampledFrom(namesOf(model.Methods)).Draw(t, "method"), steps, freeze)
	}
	fmt.Fprintf(&b, "display: {places: %d}\n", rapid.IntRange(2, 12).Draw(t, "places"))
	return b.String()
}

func TestStatedModelsRecompute(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := anyEquations(t)
		p, err := problem.Parse(source.NewFile("any.yaml", text))
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		checkDocument(t, p)
	})
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
	if hasSymbols(last) {
		return 0
	}
	for i, term := range c.Terms {
		if hasSymbols(term) {
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

// hasSymbols says whether a formula is more than numbers; π is one.
func hasSymbols(e formula.Expr) bool {
	for _, name := range formula.Symbols(e) {
		if !formula.Constants[name] {
			return true
		}
	}
	return false
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
	if len(formula.Symbols(c.Last())) > 0 {
		return // dots stand in it
	}
	name := formula.Symbol{Name: tex.Key(c.Terms[0])} // K_0 is read as an entry of K
	s, ok := tr.Step(name.Name)
	if parts := strings.Split(name.Name, "_"); !ok && len(parts) == 3 { // h_{0,new} is read as an entry of h_new
		s, ok = tr.Step(parts[0] + "_" + parts[2] + "," + parts[1])
	}
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
