package mistake

import "longhand/generator/formula"

// added moves a parameter along its gradient instead of against it: θ + η g.
var added = Kind{"added", func(p *Program, e formula.Equation) []formula.Expr {
	if _, ok := p.updated(e); !ok {
		return nil
	}
	return changed(once(e.Body, func(x formula.Expr) (formula.Expr, bool) {
		b, ok := x.(formula.Binary)
		if !ok || b.Op != formula.Sub {
			return nil, false
		}
		return formula.Binary{Op: formula.Add, X: b.X, Y: b.Y}, true
	}))
}}

// rateForgotten takes the whole gradient for the step: θ − g.
var rateForgotten = Kind{"rate forgotten", func(p *Program, e formula.Equation) []formula.Expr {
	if _, ok := p.updated(e); !ok {
		return nil
	}
	return changed(once(e.Body, func(x formula.Expr) (formula.Expr, bool) {
		b, ok := x.(formula.Binary)
		if !ok || b.Op != formula.Mul || !formula.Same(b.X, formula.Sym("eta")) {
			return nil, false
		}
		return b.Y, true
	}))
}}

// biasKept leaves a bias as it was. (A weight matrix that is copied is noticed; a bias is easily forgotten.)
var biasKept = Kind{"bias not updated", func(p *Program, e formula.Equation) []formula.Expr {
	parameter, ok := p.updated(e)
	s, known := p.Shapes(parameter)
	if !ok || !known || s.Cols != 1 || parameter[0] != 'b' {
		return nil
	}
	return []formula.Expr{formula.Sym(parameter)}
}}

// biasForgotten leaves the bias out of a pre-activation: W x instead of W x + b.
var biasForgotten = Kind{"bias forgotten", func(p *Program, e formula.Equation) []formula.Expr {
	b, ok := e.Body.(formula.Binary)
	if !ok || b.Op != formula.Add || isBackward(e) {
		return nil
	}
	product, ok := b.X.(formula.Binary)
	if !ok || product.Op != formula.Mul {
		return nil
	}
	return []formula.Expr{b.X}
}}

// updatedWeights carries the error back through weights that are already updated: the hidden delta from W_new.
var updatedWeights = Kind{"updated weights", func(p *Program, e formula.Equation) []formula.Expr {
	if !isBackward(e) {
		return nil
	}
	found := false
	body := formula.Substitute(e.Body, func(name string) (formula.Expr, bool) {
		s, known := p.Shapes(name)
		if _, updated := p.equation(name + newSuffix); !updated || !p.Given(name) || !known || s.IsScalar() && name[0] == 'b' {
			return nil, false
		}
		found = true
		return formula.Sym(name + newSuffix), true
	})
	return changed(body, found)
}}
