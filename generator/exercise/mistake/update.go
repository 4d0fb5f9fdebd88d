package mistake

import "longhand/generator/formula"

// added moves a parameter along its gradient instead of against it: θ + η g.
var added = Kind{"added", func(p *Program, e formula.Equation) []formula.Expr {
	if !p.descends(e) {
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
	if !p.descends(e) {
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

// descends says whether an equation is a step down a gradient: that of an update, or one stated as θ − η g.
func (p *Program) descends(e formula.Equation) bool {
	if _, ok := p.updated(e); ok {
		return true
	}
	b, ok := e.Body.(formula.Binary)
	if !ok || b.Op != formula.Sub {
		return false
	}
	step, ok := b.Y.(formula.Binary)
	return ok && step.Op == formula.Mul && formula.Same(step.X, formula.Sym("eta"))
}

// biasKept leaves a bias as it was. (A weight matrix that is copied is noticed; a bias is easily forgotten.)
var biasKept = Kind{"bias not updated", func(p *Program, e formula.Equation) []formula.Expr {
	parameter, ok := p.updated(e)
	s, known := p.Shapes(parameter)
	if !ok || !known || s.Cols != 1 || parameter[0] != 'b' {
		return nil
	}
	return []formula.Expr{formula.Sym(parameter)}
}}

// biasForgotten leaves the bias out of a pre-activation: W x instead of W x + b. A bias is a given quantity that is added
// to products; in a batch it stands before a row of ones.
var biasForgotten = Kind{"bias forgotten", func(p *Program, e formula.Equation) []formula.Expr {
	if isBackward(e) {
		return nil
	}
	return changed(once(e.Body, func(x formula.Expr) (formula.Expr, bool) {
		b, ok := x.(formula.Binary)
		if !ok || b.Op != formula.Add || !endsInProduct(b.X) {
			return nil, false
		}
		bias := b.Y
		if row, ok := bias.(formula.Binary); ok && row.Op == formula.Mul {
			if _, ones := row.Y.(formula.Transpose); ones {
				bias = row.X
			}
		}
		name, ok := symbolOf(bias)
		return b.X, ok && p.Given(name)
	}))
}}

// endsInProduct says whether a formula is a product, or a sum whose last term is one.
func endsInProduct(e formula.Expr) bool {
	b, ok := e.(formula.Binary)
	return ok && (b.Op == formula.Mul || b.Op == formula.Add && endsInProduct(b.Y))
}

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
