package formula

import "fmt"

// Softmax turns every column z into positive numbers that add up to 1, e^zᵢ / Σₖ e^zₖ (Goodfellow, Bengio, Courville:
// Deep Learning, section 6.2.2.3).
var _ = register(Function{Name: "softmax", Arity: 1, Columns: true})

// softmaxEntry writes one entry out as a quotient of exponentials.
func (x expander) softmaxEntry(e Call, row, col int) (Expr, error) {
	s, err := x.shape(e.Args[0])
	if err != nil {
		return nil, err
	}
	var top, sum Expr
	for k := range s.Rows {
		z, err := x.entry(e.Args[0], k, col)
		if err != nil {
			return nil, err
		}
		term := call("exp", z)
		if k == row {
			top = term
		}
		if sum == nil {
			sum = term
		} else {
			sum = plus(sum, term)
		}
	}
	return over(top, sum), nil
}

// softmaxReverse carries the adjoint g of a = softmax(z) to z. The Jacobian of one column is ∂aᵢ/∂zₖ = aᵢ(1ᵢₖ − aₖ), so
// the adjoint of z is a ⊙ (g − aᵀg); for several columns the products aᵀg of each stand below each other's column,
// 𝟏(𝟏ᵀ(A ⊙ G)). value is what a is called, or the call itself.
func softmaxReverse(value, g valued) (valued, error) {
	if value.s.Cols == 1 {
		inner := product(transposed(value), g)
		return times(value, valued{e: Binary{Sub, g.e, inner.e}, s: g.s}), nil
	}
	if value.s.Rows == 1 {
		return valued{}, fmt.Errorf("softmax of a row: every column has one entry")
	}
	ones := Matrix{value.s.Rows, 1, make([]Expr, value.s.Rows)}
	for i := range ones.Items {
		ones.Items[i] = one
	}
	column := valued{e: ones, s: Shape{value.s.Rows, 1}}
	sums := product(column, product(transposed(column), times(value, g)))
	return times(value, valued{e: Binary{Sub, g.e, sums.e}, s: g.s}), nil
}
