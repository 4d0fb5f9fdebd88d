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
