package formula

// Substitute puts expressions in for symbols. Where put says false a symbol stays. The variable of a sum is never
// replaced inside its sum.
func Substitute(e Expr, put func(name string) (Expr, bool)) Expr {
	switch e := e.(type) {
	case Symbol:
		if x, ok := put(e.Name); ok {
			return x
		}
		return e
	case Sum:
		inner := func(name string) (Expr, bool) {
			if name == e.Var {
				return nil, false
			}
			return put(name)
		}
		return Sum{e.Var, Substitute(e.From, put), Substitute(e.To, put), Substitute(e.Body, inner)}
	}
	old := Children(e)
	if len(old) == 0 {
		return e
	}
	c := make([]Expr, len(old))
	for i, x := range old {
		c[i] = Substitute(x, put)
	}
	return WithChildren(e, c)
}

// Rename gives symbols other names.
func Rename(e Expr, name func(string) string) Expr {
	return Substitute(e, func(old string) (Expr, bool) { return Symbol{name(old)}, true })
}

// Unfold replaces functions that are defined by simpler ones, until only elementary ones are left: σ(z) becomes
// 1/(1 + e^−z).
func Unfold(e Expr) Expr {
	return Rewrite(e, func(e Expr) Expr {
		call, ok := e.(Call)
		if !ok || len(call.Args) != 1 {
			return e
		}
		f, known := Functions[call.Func]
		if !known || f.Body == nil {
			return e
		}
		return Unfold(Substitute(f.Body, func(name string) (Expr, bool) { return call.Args[0], name == "u" }))
	})
}

// Transposed is a matrix of expressions with rows and columns exchanged.
func Transposed(m Matrix) Matrix {
	t := Matrix{m.Cols, m.Rows, make([]Expr, len(m.Items))}
	for i := range m.Rows {
		for j := range m.Cols {
			x := m.Items[i*m.Cols+j]
			switch x { // dots turn with their row
			case Expr(Dots):
				x = DotsDown
			case Expr(DotsDown):
				x = Dots
			}
			t.Items[j*m.Rows+i] = x
		}
	}
	return t
}
