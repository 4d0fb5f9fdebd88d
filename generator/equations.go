package generator

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"longhand/generator/document"
	"longhand/generator/formula"
	"longhand/generator/model"
	"longhand/generator/number"
	"longhand/generator/problem"
	"longhand/generator/source"
	"longhand/generator/tex"
	"longhand/generator/trace"
)

// statement is a problem whose model is stated by equations, read from their TeX.
type statement struct {
	problem *problem.Problem
	model   *model.Model
	stated  model.Stated
	given   []trace.Given
	known   map[string]bool
	names   [][]tex.Place // of every equation's symbols
}

// stateEquations reads the TeX of a problem's equations. Errors are *source.Error at the place of the mistake.
func stateEquations(p *problem.Problem) (*model.Model, *statement, error) {
	s := &statement{problem: p, known: map[string]bool{}}
	s.stated.Shapes, s.stated.Whole = map[string]formula.Shape{}, map[string]int{}
	for _, step := range []func() error{s.readGiven, s.readEquations, s.readDifferentiate} {
		if err := step(); err != nil {
			return nil, nil, err
		}
	}
	m, err := model.FromEquations(s.stated, plainTeX)
	var mistake *model.EquationError
	if errors.As(err, &mistake) {
		return nil, nil, s.place(mistake).Errorf("%s", mistake.Message).WithHint("%s", mistake.Hint)
	}
	s.model = m
	return m, s, err
}

// equationExample computes a problem whose model is stated by equations.
func equationExample(ctx context.Context, p *problem.Problem) (*document.Example, *trace.Trace, error) {
	m, s, err := stateEquations(p)
	if err != nil {
		return nil, nil, err
	}
	t, err := trace.Run(ctx, append(s.given, givenTraining(p, m)...), m.Program())
	var failed *trace.StepError
	if errors.As(err, &failed) {
		return nil, nil, s.failure(failed)
	}
	if err != nil {
		return nil, nil, located(p, err)
	}
	x := document.NewExample(ctx, p, m, t)
	return x, t, showEntries(p, x, t)
}

func (s *statement) readGiven() error {
	for _, g := range s.problem.Given {
		name, err := s.name(problem.Text{Value: g.Name, Pos: g.Pos})
		if err != nil {
			return err
		}
		if s.known[name] {
			return g.Pos.Errorf("%s is given a second time", g.Name).WithHint("both names mean $%s$: keep one", tex.Symbol(name))
		}
		array := givenArray(name, g.Value)
		s.known[name] = true
		s.given = append(s.given, array)
		s.stated.Given = append(s.stated.Given, name)
		s.stated.Shapes[name] = array.Value.Shape
		if n, err := strconv.Atoi(array.Typed[0]); err == nil && array.Value.IsScalar() {
			s.stated.Whole[name] = n
		}
	}
	return nil
}

// name reads the name of a quantity, as it is typed in TeX or as `values` prints it.
func (s *statement) name(t problem.Text) (string, error) {
	if _, ok := tex.ParseName(t.Value); ok && !strings.ContainsAny(t.Value, `\{}`) {
		return t.Value, nil
	}
	term, err := tex.Reader{Dialect: tex.TeX, Bare: true, Symbol: s.isKnown}.Parse(t.Value)
	if err == nil {
		if name, ok := quantityName(term.Expr); ok {
			return name, nil
		}
	}
	return "", t.Pos.Errorf("“%s” is no name of a quantity", t.Value).
		WithHint(`names are letters, Greek letters, accents, layers and subscripts: w, \hat y, x_1, W^{(1)}`)
}

// quantityName is the name that a symbol has, or that a symbol and its subscript have together: x₁.
func quantityName(e formula.Expr) (string, bool) {
	switch e := e.(type) {
	case formula.Symbol:
		return e.Name, true
	case formula.Index:
		for _, k := range e.At {
			switch k.(type) {
			case formula.Number, formula.Symbol:
			default:
				return "", false
			}
		}
		_, ok := e.X.(formula.Symbol)
		return tex.Key(e), ok
	}
	return "", false
}

// isKnown also knows the letters of x₁ and x₂.
func (s *statement) isKnown(name string) bool {
	if s.known[name] {
		return true
	}
	for k := range s.known {
		if base, _, ok := strings.Cut(k, "_"); ok && base == name {
			return true
		}
	}
	return false
}

func (s *statement) readEquations() error {
	for _, t := range s.problem.Equations { // names first: they settle what the other sides mean
		sides, err := s.sides(t)
		if err != nil {
			return err
		}
		name, ok := quantityName(sides[0].Expr)
		if !ok {
			return t.At(sides[0].Start).Errorf("an equation must have one quantity on its left side, and nothing else").
				WithHint("state it as name = formula")
		}
		s.stated.Equations = append(s.stated.Equations, formula.Equation{Name: name})
	}
	for _, e := range s.stated.Equations {
		s.known[e.Name] = true
	}
	for i, t := range s.problem.Equations {
		sides, err := s.sides(t)
		if err != nil {
			return err
		}
		s.stated.Equations[i].Body = s.resolve(sides[1].Expr)
		s.names = append(s.names, sides[1].Names)
	}
	return nil
}

// sides reads the two sides of an equation.
func (s *statement) sides(t problem.Text) ([]tex.Term, error) {
	statements := tex.Reader{Dialect: tex.TeX, Bare: true, Symbol: s.isKnown}.Statements(t.Value)
	const hint = "state each quantity as name = formula, one for each item of the list"
	for _, statement := range statements {
		for _, term := range statement.Terms {
			if term.Err != nil {
				return nil, t.At(term.Err.Offset).Errorf("this formula cannot be read: %s", term.Err.Message)
			}
		}
	}
	switch {
	case len(statements) != 1:
		return nil, t.At(0).Errorf("there must be one equation here, not %d", len(statements)).WithHint(hint)
	case len(statements[0].Terms) != 2 || statements[0].Relations[0] != formula.Equal:
		return nil, t.At(0).Errorf("an equation has two sides with = between them").WithHint(hint)
	}
	return statements[0].Terms, nil
}

// resolve settles what depends on the names that are known: x₁ is the quantity x_1 where there is one.
func (s *statement) resolve(e formula.Expr) formula.Expr {
	return formula.Rewrite(e, func(e formula.Expr) formula.Expr {
		index, ok := e.(formula.Index)
		if !ok {
			return e
		}
		symbol, ok := index.X.(formula.Symbol)
		for n := len(index.At); ok && n > 0; n-- {
			name, isName := quantityName(formula.Index{X: symbol, At: index.At[:n]})
			if !isName || !s.known[name] {
				continue
			}
			if n == len(index.At) {
				return formula.Sym(name)
			}
			return formula.Index{X: formula.Sym(name), At: index.At[n:]}
		}
		if !ok || s.known[symbol.Name] {
			return e
		}
		if name, ok := quantityName(index); ok { // unknown, and so it is reported
			return formula.Sym(name)
		}
		return e
	})
}

func (s *statement) readDifferentiate() error {
	d := s.problem.Differentiate
	if !d.Present {
		return nil
	}
	var err error
	if s.stated.Of, err = s.name(d.Of); err != nil {
		return err
	}
	for _, t := range d.In {
		name, err := s.name(t)
		if err != nil {
			return err
		}
		s.stated.In = append(s.stated.In, name)
	}
	return s.readTraining()
}

func (s *statement) readTraining() error {
	p := s.problem.Train
	if !p.Present {
		return nil
	}
	rows, samples, err := s.samples(p.Rows, func(shape formula.Shape) int { return shape.Rows }, 0)
	if err != nil {
		return err
	}
	columns, samples, err := s.samples(p.Columns, func(shape formula.Shape) int { return shape.Cols }, samples)
	if err != nil {
		return err
	}
	switch {
	case p.BatchSize > 0 && samples == 0:
		return p.BatchPos.Errorf("mini-batches need to know which quantities hold the samples").
			WithHint("add rows: [X, y] for those with a row for each sample, or columns: [X, T]")
	case p.BatchSize == 0 && samples > 0:
		return append(p.Rows, p.Columns...)[0].Pos.Errorf("every step uses all samples").
			WithHint("add batch size: 2, or leave rows and columns out")
	}
	t, err := training(s.problem, samples)
	if err != nil {
		return err
	}
	for _, f := range p.Freeze {
		name, err := s.name(f)
		if err != nil {
			return err
		}
		if !slices.Contains(s.stated.In, name) {
			return f.Pos.Errorf("%s is not differentiated, so training leaves it alone anyway", f.Value).
				WithHint("freeze what is named by `with respect to`, or leave it out")
		}
		t.Freeze = append(t.Freeze, name)
	}
	if t.Batches != nil {
		t.Batches.Rows, t.Batches.Columns = rows, columns
		if p.Count.Value != "" {
			if t.Batches.Count, err = s.name(p.Count); err != nil {
				return err
			}
			if n := s.stated.Whole[t.Batches.Count]; n != samples {
				return p.Count.Pos.Errorf("%s counts the samples, so it must be given as %d", p.Count.Value, samples).
					WithHint("the samples are counted from the quantities in rows and columns")
			}
		}
	}
	s.stated.Training = &t
	return nil
}

// samples reads the names of quantities that hold samples, and counts these.
func (s *statement) samples(texts []problem.Text, size func(formula.Shape) int, samples int) ([]string, int, error) {
	var list []string
	for _, t := range texts {
		name, err := s.name(t)
		if err != nil {
			return nil, 0, err
		}
		shape, given := s.stated.Shapes[name]
		switch {
		case !given:
			return nil, 0, t.Pos.Errorf("%s is not given", t.Value).WithHint("samples are quantities under given:")
		case samples > 0 && size(shape) != samples:
			return nil, 0, t.Pos.Errorf("%s holds %d samples, but those before it hold %d", t.Value, size(shape), samples).
				WithHint("%s is %v", t.Value, shape)
		}
		samples = size(shape)
		list = append(list, name)
	}
	return list, samples, nil
}

// place is where a mistake stands in the file.
func (s *statement) place(e *model.EquationError) source.Pos {
	switch e.Equation {
	case model.Differentiate:
		return s.problem.Differentiate.Of.Pos
	case model.Train:
		return s.problem.Train.Pos
	case model.WithRespectTo:
		return s.problem.Differentiate.In[e.Entry].Pos
	}
	return s.part(e.Equation, e.At)
}

// part is the place of a part of an equation: of the first name in it, or the equation's own.
func (s *statement) part(equation int, at formula.Expr) source.Pos {
	text := s.problem.Equations[equation]
	if at == nil {
		return text.At(0)
	}
	first, _ := names(at, nil)
	if len(first) == 0 {
		return text.At(0)
	}
	before, _ := names(s.stated.Equations[equation].Body, at)
	places := s.names[equation]
	matches := func(p tex.Place) bool { return p.Name == first[0] || strings.HasPrefix(first[0], p.Name+"_") }
	if n := len(before); n < len(places) && matches(places[n]) {
		return text.At(places[n].Start)
	}
	for _, p := range places {
		if matches(p) {
			return text.At(p.Start)
		}
	}
	return text.At(0)
}

// names lists the symbols of a formula as they are read, up to a part of it.
func names(e, upTo formula.Expr) (list []string, found bool) {
	if upTo != nil && formula.Same(e, upTo) {
		return nil, true
	}
	switch e := e.(type) {
	case formula.Symbol:
		return []string{e.Name}, false
	case formula.Index:
		return names(e.X, upTo)
	}
	for _, x := range formula.Children(e) {
		inner, found := names(x, upTo)
		list = append(list, inner...)
		if found {
			return list, true
		}
	}
	return list, false
}

// failure tells, at the equation's place, that a quantity has no value, and which values led there.
func (s *statement) failure(e *trace.StepError) error {
	pos, found := s.problem.Differentiate.Pos, false
	name := e.Step.Name
	if of, hoisted := s.model.Hoisted[name]; hoisted {
		name = of
	}
	for i, equation := range s.stated.Equations {
		if equation.Name == name {
			pos, found = s.part(i, e.At), true
		}
	}
	if !found && !slices.ContainsFunc(s.model.Backward, func(b formula.Equation) bool { return b.Name == e.Step.Name }) {
		pos = s.problem.Train.Pos
	}
	about := formula.Expr(formula.Sym(e.Step.Name))
	if e.At != nil {
		about = e.At
	}
	why := inWords(e.Err)
	err := pos.Errorf("%s has no value that can be proven: %s", plainTeX(about), why).Because(e.Err)
	if found && e.At != nil {
		err = pos.Errorf("%s: %s", plainTeX(about), why).Because(e.Err)
	} else if e.At != nil {
		err = pos.Errorf("%s, in %s: %s", plainTeX(formula.Sym(e.Step.Name)), plainTeX(about), why).Because(e.Err)
	}
	var values []string
	for _, input := range e.Step.Inputs {
		if e.At != nil && !uses(e.At, input.Name) {
			continue
		}
		values = append(values, plainTeX(formula.Sym(input.Name))+" "+brief(input.Value))
	}
	if len(values) > 0 {
		err = err.WithHint("here %s", strings.Join(values, ", "))
	}
	return err.Because(e)
}

func uses(e formula.Expr, name string) bool {
	for _, n := range formula.Symbols(e) {
		if n == name {
			return true
		}
	}
	return false
}

// inWords is an error of arithmetic for people: of an open question, the ends of the enclosure to two digits.
func inWords(err error) string {
	var open *number.UndecidedError
	if !errors.As(err, &open) {
		return err.Error()
	}
	short := func(end string) string {
		d, err := decimal.NewFromString(end)
		if err != nil {
			return end
		}
		over := int32(d.NumDigits()) - 2
		if over <= 0 {
			return end
		}
		rounded := d.Shift(-d.Exponent() - over).RoundUp(0).Shift(d.Exponent() + over)
		return plain(rounded)
	}
	return fmt.Sprintf("%s cannot be told: no precision finds more than that it lies between %s and %s", open.Question, short(open.Lo), short(open.Hi))
}

// brief is a value for a message, with the sign before it: numbers to six places, of a large matrix the first ones.
func brief(v trace.Value) string {
	sign := "= "
	var parts []string
	for i, x := range v.Items {
		if i == 8 {
			parts = append(parts, "…")
			break
		}
		text := x.String()
		if d, ok := x.Decimal(); ok {
			text = d.String()
		} else if d, err := x.Places(6, number.HalfUp); err == nil {
			sign, text = "≈ ", d.String()
		}
		parts = append(parts, text)
	}
	if v.IsScalar() {
		return sign + parts[0]
	}
	return sign + "(" + strings.Join(parts, ", ") + ")"
}

var upright = regexp.MustCompile(`\\text\{(\pL+)\}`)

// plainTeX is a formula as people type it: words without \text.
func plainTeX(e formula.Expr) string { return upright.ReplaceAllString(tex.Print(e), "$1") }
