package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"longhand/generator/formula"
	"longhand/generator/source"
)

// Stated is a model that a person states by equations, with canonical names.
type Stated struct {
	Equations []formula.Equation // in any order
	Given     []string           // in the order of the file
	Shapes    map[string]formula.Shape
	Whole     map[string]int // given whole numbers, which may bound sums and count entries
	Of        string         // the number to differentiate; "" for none
	In        []string       // the quantities with respect to which
	Training  *Training      // how these are changed; nil where they are not
}

// EquationError says what is wrong with a stated model, and where.
type EquationError struct {
	Equation int          // counted from 0; Differentiate or WithRespectTo for those
	Entry    int          // of WithRespectTo
	At       formula.Expr // the guilty part of the equation; nil for its beginning
	Message  string
	Hint     string // may be empty
}

// What an EquationError is about where it is no equation.
const (
	Differentiate = -1 - iota
	WithRespectTo
	Train
)

func (e *EquationError) Error() string { return e.Message }

// FromEquations orders the equations so that each uses only what stands before it, infers all shapes, and derives the
// gradient and the training where they are asked for. With mini-batches, the model's forward and backward pass are those
// of the first. Print writes a name or a formula for messages. Errors are *EquationError: a quantity that is stated twice,
// is unknown or needs itself, shapes that do not fit, a derivative of something that is no number.
func FromEquations(s Stated, print func(formula.Expr) string) (*Model, error) {
	m, err := stated(s, print)
	if err != nil || s.Training == nil {
		return m, err
	}
	if err := s.trainable(m, print); err != nil {
		return nil, err
	}
	b := trainer{Model: m, whole: m, leading: func(m *Model) []formula.Equation { return leadingTo(m.Forward, s.Of) }}
	if batches := s.Training.Batches; batches != nil {
		b.pass = func(samples int) (*Model, error) {
			part, err := stated(s.part(samples), print)
			if mistake, ok := err.(*EquationError); ok {
				mistake.Message = fmt.Sprintf("in a mini-batch of %d of the %d samples, %s", samples, batches.All, mistake.Message)
				if batches.Count == "" {
					mistake.Hint = "give the number of samples a name, N: " + strconv.Itoa(batches.All) + ", use it in the equations, and write count: N under train:"
				}
			}
			return part, err
		}
		if b.Model, err = b.pass(len(batches.Samples[0])); err != nil {
			return nil, err
		}
		if err := s.trainable(b.Model, print); err != nil {
			return nil, err
		}
	}
	b.Training = *s.Training
	if err := b.train(); err != nil {
		if _, placed := err.(*EquationError); !placed {
			err = &EquationError{Equation: Train, Message: err.Error(), Hint: "give the quantity another name"}
		}
		return nil, err
	}
	return b.Model, nil
}

// trainable marks what is frozen, and holds that all else that is differentiated is given.
func (s Stated) trainable(m *Model, print func(formula.Expr) string) error {
	trained := 0
	for i := range m.Parameters {
		p := &m.Parameters[i]
		p.Frozen = slices.Contains(s.Training.Freeze, p.Name)
		if p.Frozen {
			continue
		}
		trained++
		if !slices.Contains(s.Given, p.Name) {
			return &EquationError{Equation: WithRespectTo, Entry: i,
				Message: fmt.Sprintf("%s is computed, and training can change only what is given", print(formula.Sym(p.Name))),
				Hint:    "leave it out, freeze it, or leave out train:"}
		}
	}
	if trained == 0 {
		return &EquationError{Equation: Train, Message: "everything is frozen: there is nothing to train"}
	}
	return nil
}

// part is the same model for some of the samples.
func (s Stated) part(samples int) Stated {
	batches := s.Training.Batches
	shapes, whole := map[string]formula.Shape{}, map[string]int{}
	for name, shape := range s.Shapes {
		shapes[name] = shape
	}
	for name, n := range s.Whole {
		whole[name] = n
	}
	for _, name := range batches.Columns {
		shapes[name] = formula.Shape{Rows: shapes[name].Rows, Cols: samples}
	}
	for _, name := range batches.Rows {
		shapes[name] = formula.Shape{Rows: samples, Cols: shapes[name].Cols}
	}
	if batches.Count != "" {
		whole[batches.Count] = samples
	}
	s.Shapes, s.Whole = shapes, whole
	return s
}

// stated states the model without its training.
func stated(s Stated, print func(formula.Expr) string) (*Model, error) {
	m := &Model{Loss: s.Of, Rate: "eta", Shapes: map[string]formula.Shape{}, Needed: slices.Clone(s.Given), Hoisted: map[string]string{}}
	for name, shape := range s.Shapes {
		m.Shapes[name] = shape
	}
	s.Equations = s.counted()
	b := stating{m, s, map[string]int{}, print}
	for _, step := range []func() error{b.names, b.order, b.infer, b.hoist, b.gradient} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// counted puts given whole numbers in where they bound sums and count entries.
func (s Stated) counted() []formula.Equation {
	put := func(e formula.Expr) formula.Expr {
		return formula.Substitute(e, func(name string) (formula.Expr, bool) {
			n, ok := s.Whole[name]
			return count(n), ok
		})
	}
	list := make([]formula.Equation, len(s.Equations))
	for i, equation := range s.Equations {
		equation.Body = formula.Rewrite(equation.Body, func(e formula.Expr) formula.Expr {
			switch e := e.(type) {
			case formula.Sum:
				return formula.Sum{Var: e.Var, From: put(e.From), To: put(e.To), Body: e.Body}
			case formula.Index:
				at := make([]formula.Expr, len(e.At))
				for i, k := range e.At {
					at[i] = put(k)
				}
				return formula.Index{X: e.X, At: at}
			}
			return e
		})
		list[i] = equation
	}
	return list
}

type stating struct {
	*Model
	Stated
	defined map[string]int // the equation of a name
	print   func(formula.Expr) string
}

func (b stating) name(name string) string { return b.print(formula.Sym(name)) }

// names checks that every quantity is stated once and that all that are used are known.
func (b stating) names() error {
	known := append([]string(nil), b.Given...)
	for i, e := range b.Equations {
		if first, twice := b.defined[e.Name]; twice {
			return &EquationError{Equation: i, Message: fmt.Sprintf("%s is stated a second time", b.name(e.Name)),
				Hint: fmt.Sprintf("equation %d states it already; give one of the two another name", first+1)}
		}
		if _, given := b.Stated.Shapes[e.Name]; given {
			return &EquationError{Equation: i, Message: fmt.Sprintf("%s is given, and this equation states it again", b.name(e.Name)),
				Hint: "leave out one of the two, or give it another name"}
		}
		b.defined[e.Name] = i
		known = append(known, e.Name)
	}
	for i, e := range b.Equations {
		for _, name := range formula.Symbols(e.Body) {
			_, given := b.Stated.Shapes[name]
			_, defined := b.defined[name]
			if given || defined || formula.Constants[name] {
				continue
			}
			hint := "give it a number under given:, or an equation of its own"
			if near := source.Suggest(name, known); near != "" {
				hint = fmt.Sprintf("did you mean %s?", b.name(near))
			}
			return &EquationError{Equation: i, At: formula.Sym(name),
				Message: fmt.Sprintf("%s is neither given nor stated by an equation", b.name(name)), Hint: hint}
		}
	}
	return nil
}

// order sorts the equations by what they need, and otherwise leaves them as they are stated.
func (b stating) order() error {
	const visiting, done = 1, 2
	state := map[string]int{}
	var path []string
	var visit func(name string) error
	visit = func(name string) error {
		i, ok := b.defined[name]
		if !ok || state[name] == done {
			return nil
		}
		if state[name] == visiting {
			return b.cycle(path, name)
		}
		state[name] = visiting
		path = append(path, name)
		for _, needed := range formula.Symbols(b.Equations[i].Body) {
			if err := visit(needed); err != nil {
				return err
			}
		}
		path = path[:len(path)-1]
		state[name] = done
		b.Forward = append(b.Forward, b.Equations[i])
		return nil
	}
	for _, e := range b.Equations {
		if err := visit(e.Name); err != nil {
			return err
		}
	}
	return nil
}

// cycle tells which quantities need each other.
func (b stating) cycle(path []string, name string) error {
	for path[0] != name {
		path = path[1:]
	}
	i := b.defined[name]
	if len(path) == 1 {
		return &EquationError{Equation: i, At: formula.Sym(name), Message: fmt.Sprintf("%s needs itself", b.name(name)),
			Hint: "call its new value by another name"}
	}
	var chain []string
	for _, n := range append(path, name) {
		chain = append(chain, b.name(n))
	}
	return &EquationError{Equation: i, Message: fmt.Sprintf("the equations go round in a circle: %s", strings.Join(chain, " needs ")),
		Hint: fmt.Sprintf("one of them must be given or stated without the others; %s", b.where(path))}
}

// where tells the equations of some names.
func (b stating) where(names []string) string {
	parts := make([]string, len(names))
	for i, n := range names {
		parts[i] = fmt.Sprintf("%s is equation %d", b.name(n), b.defined[n]+1)
	}
	return strings.Join(parts, ", ")
}

// infer finds the shape of every quantity.
func (b stating) infer() error {
	for _, e := range b.Forward {
		shape, err := formula.ShapeOf(e.Body, b.shapeOf)
		if err != nil {
			return b.misfit(b.defined[e.Name], err)
		}
		b.Model.Shapes[e.Name] = shape
	}
	return nil
}

func (b stating) shapeOf(name string) (formula.Shape, bool) {
	s, ok := b.Model.Shapes[name]
	return s, ok
}

// misfit tells of shapes that do not fit, with those that led there.
func (b stating) misfit(equation int, err error) error {
	e := &EquationError{Equation: equation, Message: err.Error()}
	clash, ok := err.(*formula.ShapeError)
	if !ok || clash.At == nil {
		return e
	}
	e.At = clash.At
	e.Message = fmt.Sprintf("%s: %s", b.print(clash.At), clash.Message)
	var parts []string
	for _, name := range formula.Symbols(clash.At) {
		if s, ok := b.shapeOf(name); ok {
			parts = append(parts, fmt.Sprintf("%s is %v", b.name(name), s))
		}
	}
	e.Hint = strings.Join(parts, ", ")
	if call, ok := clash.At.(formula.Call); ok && (call.Func == "log" || call.Func == "lg") {
		e.Hint = "write \\ln x for the natural logarithm, and \\frac{\\ln x}{\\ln 10} for that to the base 10"
	}
	if product, ok := clash.At.(formula.Binary); ok && product.Op == formula.Mul {
		x, err1 := formula.ShapeOf(product.X, b.shapeOf)
		y, err2 := formula.ShapeOf(product.Y, b.shapeOf)
		switch {
		case err1 != nil || err2 != nil:
		case x == y && x.Cols == 1:
			e.Hint += fmt.Sprintf("; %s ^T %s is a number, %s \\odot %s multiplies entry by entry",
				b.print(product.X), b.print(product.Y), b.print(product.X), b.print(product.Y))
		case x.Rows == y.Rows:
			e.Hint += fmt.Sprintf("; is the transpose meant, %s^T?", b.print(product.X))
		}
	}
	return e
}
