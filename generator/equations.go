package generator

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"longhand/generator/document"
	"longhand/generator/formula"
	"longhand/generator/model"
	"longhand/generator/problem"
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
