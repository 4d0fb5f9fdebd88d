package formula

// valued is an adjoint with its shape: it may hold symbols that the caller's shapes do not know yet. A uniform one is a
// number that stands in every entry of that shape, as 1 does in the derivative of a sum.
type valued struct {
	e       Expr
	s       Shape
	uniform bool
}

// isNumber says whether the expression itself is a number.
func (a valued) isNumber() bool { return a.uniform || a.s.IsScalar() }

// filled writes a uniform matrix out.
func (a valued) filled() valued {
	if !a.uniform {
		return a
	}
	m := Matrix{a.s.Rows, a.s.Cols, make([]Expr, a.s.Size())}
	for i := range m.Items {
		m.Items[i] = Simplify(a.e)
	}
	return valued{e: m, s: a.s}
}

func negative(a valued) valued {
	a.e = Unary{Neg, a.e}
	return a
}

// times is the product entry by entry.
func times(a, b valued) valued {
	s := larger(a.s, b.s)
	out := valued{s: s, uniform: !s.IsScalar() && a.isNumber() && b.isNumber()}
	switch {
	case a.isNumber() && isOne(a.e):
		out.e = b.e
	case b.isNumber() && isOne(b.e):
		out.e = a.e
	case isReciprocal(b.e): // t · 1/y is t/y
		out.e = Binary{Div, a.e, b.e.(Binary).Y}
	case a.isNumber() || b.isNumber():
		out.e = Binary{Mul, a.e, b.e}
	default:
		out.e = Binary{Hadamard, a.e, b.e}
	}
	return out
}

func isReciprocal(e Expr) bool {
	b, ok := e.(Binary)
	return ok && b.Op == Div && isOne(b.X)
}

// quotient is the quotient entry by entry.
func quotient(a, b valued) valued {
	s := larger(a.s, b.s)
	if inner, ok := a.e.(Binary); ok && inner.Op == Div && s.IsScalar() { // (x/y)/b is x/(y b)
		return valued{e: Binary{Div, inner.X, Binary{Mul, inner.Y, b.e}}, s: s}
	}
	return valued{Binary{Div, a.e, b.e}, s, !s.IsScalar() && a.isNumber() && b.isNumber()}
}

// product is the product of matrices, of which one may be a number.
func product(a, b valued) valued {
	if a.s.IsScalar() || b.s.IsScalar() {
		return times(a, b)
	}
	a, b = a.filled(), b.filled()
	return valued{e: Binary{Mul, a.e, b.e}, s: Shape{a.s.Rows, b.s.Cols}}
}

func transposed(a valued) valued {
	if a.s.IsScalar() {
		return a
	}
	a.s = Shape{a.s.Cols, a.s.Rows}
	if !a.uniform {
		a.e = Transpose{a.e}
	}
	return a
}

// turned is the transpose of a formula, carried to its factors: (δ xᵀ)ᵀ is x δᵀ, and δ x where δ is a number.
func turned(e Expr, of func(string) (Shape, bool)) Expr {
	s, err := ShapeOf(e, of)
	if err != nil {
		return Transpose{e}
	}
	if s.IsScalar() {
		return e
	}
	switch e := e.(type) {
	case Transpose:
		return e.X
	case Unary:
		return Unary{e.Op, turned(e.X, of)}
	case Binary:
		x, err1 := ShapeOf(e.X, of)
		y, err2 := ShapeOf(e.Y, of)
		if e.Op != Mul || err1 != nil || err2 != nil {
			break
		}
		if x.IsScalar() || y.IsScalar() {
			return Binary{Mul, turned(e.X, of), turned(e.Y, of)}
		}
		return Binary{Mul, turned(e.Y, of), turned(e.X, of)}
	}
	return Transpose{e}
}

// inner is the sum of all entries of a ⊙ b.
func inner(a, b valued, of func(string) (Shape, bool)) valued {
	switch {
	case a.s.IsScalar() && b.s.IsScalar():
		return times(a, b)
	case a.isNumber():
		return times(valued{e: a.e, s: Scalar}, total(valued{b.e, larger(a.s, b.s), b.isNumber()}, of))
	case b.isNumber():
		return times(total(a, of), valued{e: b.e, s: Scalar})
	case a.s.Cols == 1:
		return product(transposed(a), b)
	case a.s.Rows == 1:
		return product(a, transposed(b))
	}
	return total(times(a, b), of)
}

// total is the sum of all entries.
func total(a valued, of func(string) (Shape, bool)) valued {
	if a.s.IsScalar() {
		return a
	}
	if a.uniform {
		return times(valued{e: Number{itoa(a.s.Size())}, s: Scalar}, valued{e: a.e, s: Scalar})
	}
	i, j := counters(a.e)
	to := func(n int) Expr { return Number{itoa(n)} }
	if a.s.Cols == 1 {
		return valued{e: Sum{i, one, to(a.s.Rows), entryOf(a.e, of, Symbol{i})}, s: Scalar}
	}
	return valued{e: Sum{i, one, to(a.s.Rows), Sum{j, one, to(a.s.Cols), entryOf(a.e, of, Symbol{i}, Symbol{j})}}, s: Scalar}
}

// counters are two variables that a formula does not use.
func counters(e Expr) (i, j string) {
	used := map[string]bool{}
	Walk(e, func(x Expr) bool {
		switch x := x.(type) {
		case Symbol:
			used[x.Name] = true
		case Sum:
			used[x.Var] = true
		}
		return true
	})
	var free []string
	for _, name := range []string{"i", "j", "k", "l", "m", "n"} {
		if !used[name] {
			free = append(free, name)
		}
	}
	for len(free) < 2 {
		free = append(free, []string{"i", "j"}[len(free)])
	}
	return free[0], free[1]
}

// entryOf is an entry of a formula, written as near to its symbols as can be: (a ⊙ b)ᵢ as aᵢ bᵢ.
func entryOf(e Expr, of func(string) (Shape, bool), at ...Expr) Expr {
	s, err := ShapeOf(e, of)
	if err != nil {
		return Index{e, at}
	}
	if s.IsScalar() {
		return e
	}
	switch e := e.(type) {
	case Unary:
		return Unary{e.Op, entryOf(e.X, of, at...)}
	case Transpose:
		if inside, err := ShapeOf(e.X, of); err == nil && len(at) == 2 {
			if inside.Cols == 1 {
				return entryOf(e.X, of, at[1])
			}
			return entryOf(e.X, of, at[1], at[0])
		}
	case Binary:
		x, err1 := ShapeOf(e.X, of)
		y, err2 := ShapeOf(e.Y, of)
		if err1 != nil || err2 != nil || e.Op == Mul && !x.IsScalar() && !y.IsScalar() {
			break
		}
		op := e.Op
		if op == Hadamard {
			op = Mul
		}
		return Binary{op, entryOf(e.X, of, at...), entryOf(e.Y, of, at...)}
	case Matrix:
		if n, ok := place(e, at); ok && s == (Shape{e.Rows, e.Cols}) {
			return e.Items[n]
		}
	}
	return Index{e, at}
}

// place is the item of a matrix of numbers that an index of literals means.
func place(m Matrix, at []Expr) (int, bool) {
	row, err := wholeNumber(at[0])
	col := 1
	if len(at) == 2 && err == nil {
		col, err = wholeNumber(at[1])
	}
	return (row-1)*m.Cols + col - 1, err == nil && row >= 1 && row <= m.Rows && col >= 1 && col <= m.Cols
}

func larger(a, b Shape) Shape {
	if a.IsScalar() {
		return b
	}
	return a
}

func isOne(e Expr) bool {
	n, ok := e.(Number)
	return ok && n.Text == "1"
}
