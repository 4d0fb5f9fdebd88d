package mistake

import "longhand/generator/formula"

// slopeForgotten leaves the activation's slope out of a delta: δ = ∂L/∂a instead of ∂L/∂a ⊙ f′(z).
var slopeForgotten = Kind{"slope forgotten", func(p *Program, e formula.Equation) []formula.Expr {
	return changed(once(e.Body, func(x formula.Expr) (formula.Expr, bool) {
		b, ok := x.(formula.Binary)
		if !ok || !isProduct(b) {
			return nil, false
		}
		if s, ok := b.Y.(formula.Symbol); ok {
			if _, _, slope := p.slope(s.Name); slope {
				return b.X, true
			}
		}
		if s, ok := b.X.(formula.Symbol); ok {
			if _, _, slope := p.slope(s.Name); slope {
				return b.Y, true
			}
		}
		return nil, false
	}))
}}

// slopeOfValue takes the slope at the activation instead of the pre-activation: f′(a) for f′(z), so that a(1 − a)
// becomes f(a)(1 − f(a)).
var slopeOfValue = Kind{"slope of value", func(p *Program, e formula.Equation) []formula.Expr {
	value, argument, ok := p.slope(e.Name)
	if !ok {
		return nil
	}
	of, _ := p.equation(value)
	call := of.Body.(formula.Call)
	found := false
	body := formula.Substitute(e.Body, func(name string) (formula.Expr, bool) {
		switch name {
		case value:
			found = true
			return formula.Call{Func: call.Func, Args: []formula.Expr{formula.Sym(value)}}, true
		case argument:
			found = true
			return formula.Sym(value), true
		}
		return nil, false
	})
	return changed(body, found)
}}
