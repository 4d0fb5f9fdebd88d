package model

import (
	"fmt"

	"longhand/generator/formula"
	"longhand/generator/source"
)

// gradient derives the asked number in the asked quantities.
func (b stating) gradient() error {
	if b.Of == "" {
		return nil
	}
	if err := b.checkDerivative(); err != nil {
		return err
	}
	g := formula.Gradient{Target: b.Of, Wanted: b.In, Shapes: b.shapeOf}
	needed := b.leadingTo(b.Of)
	var err error
	if b.Backward, err = g.Equations(needed); err != nil {
		return b.noRule(err, needed)
	}
	stated := map[string]bool{}
	for _, e := range b.Backward {
		if _, clash := b.Model.Shapes[e.Name]; clash {
			return &EquationError{Equation: Differentiate, Message: fmt.Sprintf("%s would be stated twice", b.name(e.Name)),
				Hint: "give the equation that states it another name"}
		}
		stated[e.Name] = true
	}
	for i, name := range b.In {
		p := Parameter{Name: name, Gradient: g.AdjointName(name), New: New(name)}
		if !stated[p.Gradient] {
			return &EquationError{Equation: WithRespectTo, Entry: i,
				Message: fmt.Sprintf("%s does not depend on %s, so there is no derivative to work out", b.name(b.Of), b.name(name)),
				Hint:    "leave it out"}
		}
		b.Parameters = append(b.Parameters, p)
	}
	return nil
}

// checkDerivative checks what the problem asks for.
func (b stating) checkDerivative() error {
	shape, known := b.shapeOf(b.Of)
	switch {
	case !known:
		return b.unknown(b.Of, EquationError{Equation: Differentiate})
	case !shape.IsScalar():
		e := &EquationError{Equation: Differentiate,
			Message: fmt.Sprintf("%s is %v, and only a number can be differentiated here", b.name(b.Of), shape),
			Hint:    "state a number that measures it, such as L = \\sum_{k=1}^{n} (y_k - t_k)^2, and differentiate that"}
		if i, ok := b.defined[b.Of]; ok {
			e.Equation = i
		}
		return e
	}
	seen := map[string]bool{}
	for i, name := range b.In {
		at := EquationError{Equation: WithRespectTo, Entry: i}
		if _, known := b.shapeOf(name); !known {
			return b.unknown(name, at)
		}
		if seen[name] || name == b.Of {
			at.Message, at.Hint = fmt.Sprintf("%s is named twice", b.name(name)), "leave it out"
			return &at
		}
		seen[name] = true
	}
	return nil
}

func (b stating) unknown(name string, e EquationError) error {
	var known []string
	for _, n := range append(append([]string(nil), b.Given...), keys(b.Forward)...) {
		known = append(known, n)
	}
	e.Message = fmt.Sprintf("%s is neither given nor stated by an equation", b.name(name))
	e.Hint = "name one of the quantities of the equations"
	if near := source.Suggest(name, known); near != "" {
		e.Hint = fmt.Sprintf("did you mean %s?", b.name(near))
	}
	return &e
}

func keys(equations []formula.Equation) []string {
	names := make([]string, len(equations))
	for i, e := range equations {
		names[i] = e.Name
	}
	return names
}

// leadingTo lists the equations that a quantity needs, its own the last.
func (b stating) leadingTo(target string) []formula.Equation {
	needed := map[string]bool{target: true}
	var list []formula.Equation
	for i := len(b.Forward) - 1; i >= 0; i-- {
		e := b.Forward[i]
		if !needed[e.Name] {
			continue
		}
		for _, name := range formula.Symbols(e.Body) {
			needed[name] = true
		}
		list = append([]formula.Equation{e}, list...)
	}
	return list
}

// noRule places an error of differentiation: at the equation that holds the guilty part.
func (b stating) noRule(err error, equations []formula.Equation) error {
	e := &EquationError{Equation: Differentiate, Message: err.Error()}
	failed, ok := err.(*formula.ShapeError)
	if !ok || failed.At == nil {
		return e
	}
	if s, isSymbol := failed.At.(formula.Symbol); isSymbol && s.Name == b.Of {
		e.Message = fmt.Sprintf("%s depends on none of the quantities to differentiate in", b.name(b.Of))
		e.Hint = "name quantities that its equations use"
		return e
	}
	for _, equation := range equations {
		formula.Walk(equation.Body, func(x formula.Expr) bool {
			if e.At == nil && formula.Same(x, failed.At) {
				e.Equation, e.At = b.defined[equation.Name], failed.At
			}
			return e.At == nil
		})
	}
	e.Message = fmt.Sprintf("%s: %s", b.print(failed.At), failed.Message)
	return e
}

// step moves the wanted quantities once against their derivatives, and computes again what depends on them.
func (b stating) step() error {
	if !b.Train {
		return nil
	}
	if _, taken := b.shapeOf(b.Rate); taken {
		return &EquationError{Equation: Differentiate, Message: "eta is the learning rate of train:, and a quantity has this name",
			Hint: "give the quantity another name"}
	}
	b.Model.Shapes[b.Rate] = formula.Scalar
	renewed := map[string]bool{}
	for i, p := range b.Parameters {
		if _, computed := b.defined[p.Name]; computed {
			return &EquationError{Equation: WithRespectTo, Entry: i,
				Message: fmt.Sprintf("%s is computed, and training can change only what is given", b.name(p.Name)),
				Hint:    "leave it out, or leave out train:"}
		}
		body := formula.Binary{Op: formula.Sub, X: formula.Sym(p.Name), // gradient descent: θ − η ∂L/∂θ
			Y: formula.Binary{Op: formula.Mul, X: formula.Sym(b.Rate), Y: formula.Sym(p.Gradient)}}
		b.Update = append(b.Update, formula.Equation{Name: p.New, Body: body})
		renewed[p.Name] = true
	}
	for _, e := range b.leadingTo(b.Of) {
		depends := false
		body := formula.Rename(e.Body, func(name string) string {
			if !renewed[name] {
				return name
			}
			depends = true
			return New(name)
		})
		if depends {
			renewed[e.Name] = true
			b.After = append(b.After, formula.Equation{Name: New(e.Name), Body: body})
		}
	}
	return nil
}
