package verify

import "longhand/generator/formula"

// solveProportion keeps what an equation of two quotients says of the one name in it that has no number, a : b = c : x. Its value is
// judged where it is printed.
func (f *flow) solveProportion(ch *chain) {
	if len(ch.names) > 0 || len(ch.terms) != 2 || ch.terms[0] == nil || ch.terms[1] == nil {
		return
	}
	left, right := ch.terms[0], ch.terms[1]
	if !isQuotient(left.lifted) || !isQuotient(right.lifted) {
		return
	}
	if len(left.symbols) > 0 {
		left, right = right, left
	}
	if len(left.symbols) > 0 || len(right.symbols) != 1 || !hasLiteral(left) || !hasLiteral(right) {
		return
	}
	t := *left
	t.literals = append(append([]*literal{}, left.literals...), right.literals...)
	unknown := right.symbols[0]
	e, ok := isolate(left.lifted, shift(right.lifted, len(left.literals)), unknown)
	if !ok {
		return
	}
	t.lifted = e
	q := f.quantity(unknown)
	q.pending, q.claims, q.passage = &t, nil, f.at
}

func isQuotient(e formula.Expr) bool {
	b, ok := e.(formula.Binary)
	return ok && b.Op == formula.Div
}

// shift moves the places of lifted literals up.
func shift(e formula.Expr, by int) formula.Expr {
	return formula.Rewrite(e, func(x formula.Expr) formula.Expr {
		if i, ok := place(x); ok {
			return formula.Symbol{Name: "#" + itoa(i+by)}
		}
		return x
	})
}

// isolate solves value = e for a name that stands once in a product or quotient.
func isolate(value, e formula.Expr, name string) (formula.Expr, bool) {
	for {
		if n, ok := isName(e); ok && n == name {
			return value, true
		}
		b, ok := e.(formula.Binary)
		if !ok || b.Op != formula.Div && b.Op != formula.Mul {
			return nil, false
		}
		inLeft := contains(keys(b.X), name)
		switch {
		case b.Op == formula.Mul && inLeft:
			value, e = formula.Binary{Op: formula.Div, X: value, Y: b.Y}, b.X
		case b.Op == formula.Mul:
			value, e = formula.Binary{Op: formula.Div, X: value, Y: b.X}, b.Y
		case inLeft:
			value, e = formula.Binary{Op: formula.Mul, X: value, Y: b.Y}, b.X
		default:
			value, e = formula.Binary{Op: formula.Div, X: b.X, Y: value}, b.Y
		}
	}
}
