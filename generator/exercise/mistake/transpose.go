package mistake

import "longhand/generator/formula"

// untransposed carries the error back through W instead of its transpose. It fits, and can go unnoticed, where W is
// square.
var untransposed = Kind{"untransposed", func(p *Program, e formula.Equation) []formula.Expr {
	if !isBackward(e) {
		return nil
	}
	return changed(once(e.Body, func(x formula.Expr) (formula.Expr, bool) {
		t, ok := x.(formula.Transpose)
		if !ok {
			return nil, false
		}
		s, ok := t.X.(formula.Symbol)
		if !ok || !p.square(s.Name) {
			return nil, false
		}
		return s, true
	}))
}}

// transposed is the same on the way forward: columns of W instead of its rows.
var transposed = Kind{"transposed", func(p *Program, e formula.Equation) []formula.Expr {
	if isBackward(e) {
		return nil
	}
	return changed(once(e.Body, func(x formula.Expr) (formula.Expr, bool) {
		b, ok := x.(formula.Binary)
		if !ok || b.Op != formula.Mul {
			return nil, false
		}
		s, ok := b.X.(formula.Symbol)
		if !ok || !p.square(s.Name) {
			return nil, false
		}
		return formula.Binary{Op: formula.Mul, X: formula.Transpose{X: s}, Y: b.Y}, true
	}))
}}

func (p *Program) square(name string) bool {
	s, ok := p.Shapes(name)
	return ok && s.Rows == s.Cols && s.Rows > 1
}
