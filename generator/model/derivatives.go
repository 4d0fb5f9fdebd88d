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
	needed := leadingTo(b.Forward, b.Of)
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

// leadingTo lists the equations of a program that a quantity needs, its own the last.
func leadingTo(program []formula.Equation, target string) []formula.Equation {
	needed := map[string]bool{target: true}
	var list []formula.Equation
	for i := len(program) - 1; i >= 0; i-- {
		e := program[i]
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
