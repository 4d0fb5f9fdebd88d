package mistake

import "longhand/generator/formula"

// productForOuter multiplies the delta and the input entry by entry and fills each row with the product, where the
// gradient is their outer product: δᵢ xᵢ instead of δᵢ xⱼ.
var productForOuter = Kind{"product for outer product", func(p *Program, e formula.Equation) []formula.Expr {
	delta, x, ok := p.outer(e)
	if !ok {
		return nil
	}
	s, _ := p.Shapes(x.Name)
	ones := formula.Matrix{Rows: 1, Cols: s.Rows, Items: make([]formula.Expr, s.Rows)}
	for i := range ones.Items {
		ones.Items[i] = formula.Num("1")
	}
	product := formula.Binary{Op: formula.Hadamard, X: delta, Y: x}
	return []formula.Expr{formula.Binary{Op: formula.Mul, X: product, Y: ones}}
}}

// outerReversed takes the outer product the wrong way round: x δᵀ instead of δ xᵀ.
var outerReversed = Kind{"outer product reversed", func(p *Program, e formula.Equation) []formula.Expr {
	delta, x, ok := p.outer(e)
	if !ok {
		return nil
	}
	return []formula.Expr{formula.Binary{Op: formula.Mul, X: x, Y: formula.Transpose{X: delta}}}
}}

// outer recognises δ xᵀ of two vectors of the same length, of which both mistakes keep the shape.
func (p *Program) outer(e formula.Equation) (delta formula.Expr, x formula.Symbol, ok bool) {
	b, ok := e.Body.(formula.Binary)
	if !ok || b.Op != formula.Mul || !isBackward(e) {
		return nil, x, false
	}
	t, ok := b.Y.(formula.Transpose)
	if !ok {
		return nil, x, false
	}
	if x, ok = t.X.(formula.Symbol); !ok {
		return nil, x, false
	}
	left, err := formula.ShapeOf(b.X, p.Shapes)
	right, known := p.Shapes(x.Name)
	return b.X, x, err == nil && known && left == right && left.Cols == 1 && left.Rows > 1
}
