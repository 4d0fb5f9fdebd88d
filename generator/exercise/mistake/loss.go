package mistake

import (
	"math/big"

	"longhand/generator/formula"
)

// errorReversed has the error's sign wrong: t − y instead of y − t in a derivative. (Squared, the sign does not show.)
var errorReversed = Kind{"error reversed", func(p *Program, e formula.Equation) []formula.Expr {
	if !isBackward(e) {
		return nil
	}
	return changed(once(e.Body, func(x formula.Expr) (formula.Expr, bool) {
		b, ok := x.(formula.Binary)
		if !ok || b.Op != formula.Sub {
			return nil, false
		}
		y, ok1 := symbolOf(b.X)
		t, ok2 := symbolOf(b.Y)
		if !ok1 || !ok2 || p.Given(y) || !p.Given(t) {
			return nil, false
		}
		return formula.Binary{Op: formula.Sub, X: b.Y, Y: b.X}, true
	}))
}}

// symbolOf is the quantity that a formula names, as a whole or an entry.
func symbolOf(e formula.Expr) (string, bool) {
	if i, ok := e.(formula.Index); ok {
		e = i.X
	}
	s, ok := e.(formula.Symbol)
	return s.Name, ok
}

// halfForgotten drops the ½ of the loss, and its trace in the derivative: (y − t)² and 2(y − t).
var halfForgotten = Kind{"half forgotten", func(p *Program, e formula.Equation) []formula.Expr {
	half := big.NewRat(1, 2)
	if isBackward(e) {
		if l, ok := p.lossOf(e); ok && hasFactor(l.Body, half) && containsError(p, e.Body) {
			return []formula.Expr{formula.Binary{Op: formula.Mul, X: formula.Num("2"), Y: e.Body}}
		}
		return nil
	}
	if !hasSquare(e.Body) {
		return nil // the mean of two
	}
	return changed(withoutFactor(e.Body, half))
}}

// meanForgotten takes the sum where the mean is asked: it drops a factor 1/N. The half before a square is no mean.
var meanForgotten = Kind{"sum for mean", func(p *Program, e formula.Equation) []formula.Expr {
	var bodies []formula.Expr
	for n := int64(2); n <= mostSamples; n++ {
		for _, c := range []*big.Rat{big.NewRat(1, n), big.NewRat(2, n)} {
			if c.IsInt() || c.Denom().Int64() != n || n == 2 && hasSquare(e.Body) {
				continue
			}
			if body, ok := withoutFactor(e.Body, c); ok {
				if c.Num().Int64() == 2 {
					body = formula.Binary{Op: formula.Mul, X: formula.Num("2"), Y: body}
				}
				bodies = append(bodies, body)
			}
		}
	}
	return bodies
}}

// mostSamples bounds what is taken for a mean's 1/N.
const mostSamples = 64

func hasSquare(e formula.Expr) bool {
	found := false
	formula.Walk(e, func(x formula.Expr) bool {
		b, ok := x.(formula.Binary)
		found = found || ok && b.Op == formula.Pow && formula.Same(b.Y, formula.Num("2"))
		return !found
	})
	return found
}

// lossOf is the equation of the loss that an equation derives.
func (p *Program) lossOf(e formula.Equation) (formula.Equation, bool) {
	for _, f := range p.Equations {
		for _, name := range []string{e.Name, e.Alias} {
			if len(name) > len(f.Name)+2 && name[:len(f.Name)+3] == "d"+f.Name+"/d" {
				return f, true
			}
		}
	}
	return formula.Equation{}, false
}

// containsError finds the error y − t, which only the derivative in the output holds.
func containsError(p *Program, e formula.Expr) bool {
	_, found := once(e, func(x formula.Expr) (formula.Expr, bool) {
		b, ok := x.(formula.Binary)
		if !ok || b.Op != formula.Sub {
			return nil, false
		}
		y, ok1 := symbolOf(b.X)
		t, ok2 := symbolOf(b.Y)
		return x, ok1 && ok2 && !p.Given(y) && p.Given(t)
	})
	return found
}

func hasFactor(e formula.Expr, c *big.Rat) bool {
	_, ok := withoutFactor(e, c)
	return ok
}

// withoutFactor drops a constant factor of the whole formula.
func withoutFactor(e formula.Expr, c *big.Rat) (formula.Expr, bool) {
	b, ok := e.(formula.Binary)
	if !ok {
		return e, false
	}
	if isProduct(b) {
		if r, constant := formula.Constant(b.X); constant && r.Cmp(c) == 0 {
			return b.Y, true
		}
		if x, ok := withoutFactor(b.X, c); ok {
			return formula.Binary{Op: b.Op, X: x, Y: b.Y}, true
		}
	}
	if b.Op == formula.Div {
		if r, constant := formula.Constant(b.Y); constant && new(big.Rat).Inv(r).Cmp(c) == 0 {
			return b.X, true
		}
	}
	return e, false
}
