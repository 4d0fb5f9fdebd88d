package formula

// Softmax turns every column z into positive numbers that add up to 1, e^zᵢ / Σₖ e^zₖ (Goodfellow, Bengio, Courville:
// Deep Learning, section 6.2.2.3). Rowsoftmax does the same with every row, as attention writes it where tokens are rows
// (Vaswani and others: Attention is all you need, 2017, equation 1).
var (
	_ = register(Function{Name: "softmax", Arity: 1, Columns: true, reverse: softmaxReverse,
		entry: func(x expander, e Call, row, col int) (Expr, error) { return x.softmaxEntry(e.Args[0], row, col) }})
	_ = register(Function{Name: "rowsoftmax", Arity: 1, Rows: true, reverse: rowSoftmaxReverse,
		entry: func(x expander, e Call, row, col int) (Expr, error) {
			return x.softmaxEntry(Transpose{e.Args[0]}, col, row)
		}})
)

// softmaxEntry writes one entry of the softmax of the columns of z out as a quotient of exponentials.
func (x expander) softmaxEntry(z Expr, row, col int) (Expr, error) {
	s, err := x.shape(z)
	if err != nil {
		return nil, err
	}
	var top, sum Expr
	for k := range s.Rows {
		entry, err := x.entry(z, k, col)
		if err != nil {
			return nil, err
		}
		term := call("exp", entry)
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
func softmaxReverse(value, g valued) valued {
	if value.s.Cols == 1 {
		return lessMean(value, g, product(transposed(value), g))
	}
	n := value.s.Rows
	return lessMean(value, g, product(ones(n, 1), product(ones(1, n), times(value, g))))
}

// rowSoftmaxReverse is the same for rows: a ⊙ (g − g aᵀ) for one, else A ⊙ (G − ((A ⊙ G)𝟏)𝟏ᵀ).
func rowSoftmaxReverse(value, g valued) valued {
	if value.s.Rows == 1 {
		return lessMean(value, g, product(g, transposed(value)))
	}
	n := value.s.Cols
	return lessMean(value, g, product(product(times(value, g), ones(n, 1)), ones(1, n)))
}

// lessMean is a ⊙ (g − m).
func lessMean(a, g, m valued) valued {
	return times(a, valued{e: Binary{Sub, g.e, m.e}, s: g.s})
}

func ones(rows, cols int) valued {
	m := Matrix{rows, cols, make([]Expr, rows*cols)}
	for i := range m.Items {
		m.Items[i] = one
	}
	return valued{e: m, s: Shape{rows, cols}}
}
