package formula

// Bounds of what is written in full: a larger matrix shows its first rows and columns, dots, and the last; a longer sum
// its first terms, dots, and the last ones.
const (
	mostRows  = 12
	mostCols  = 8
	MostTerms = 16
	kept      = 2 // before the dots
)

// Elide leaves out what is too much to read, in every matrix and every sum of a formula.
func Elide(e Expr) Expr {
	return elideMatrices(ElideSums(e))
}

func elideMatrices(e Expr) Expr {
	return Rewrite(e, func(e Expr) Expr {
		if m, ok := e.(Matrix); ok && (m.Rows > mostRows || m.Cols > mostCols) {
			return ElidedMatrix(Shape{m.Rows, m.Cols}, func(i, j int) Expr { return m.Items[i*m.Cols+j] })
		}
		return e
	})
}

// IsWide says whether a matrix of that shape is shown with dots.
func (s Shape) IsWide() bool { return s.Rows > mostRows || s.Cols > mostCols }

// ElidedMatrix is a matrix of which only the entries that it shows are asked for; row and column are counted from 0.
func ElidedMatrix(s Shape, at func(row, col int) Expr) Matrix {
	rows, cols := shownPlaces(s.Rows, mostRows), shownPlaces(s.Cols, mostCols)
	m := Matrix{len(rows), len(cols), make([]Expr, 0, len(rows)*len(cols))}
	for _, i := range rows {
		for _, j := range cols {
			switch {
			case i < 0 && j < 0:
				m.Items = append(m.Items, DotsAcross)
			case i < 0:
				m.Items = append(m.Items, DotsDown)
			case j < 0:
				m.Items = append(m.Items, Dots)
			default:
				m.Items = append(m.Items, at(i, j))
			}
		}
	}
	return m
}

// shownPlaces lists the rows or columns that are shown, and −1 for the dots.
func shownPlaces(n, most int) []int {
	var list []int
	for i := range n {
		switch {
		case n <= most || i < kept || i == n-1:
			list = append(list, i)
		case i == kept:
			list = append(list, -1)
		}
	}
	return list
}

// ElideSums leaves out the middle of sums of many terms: a₁b₁ + a₂b₂ + ⋯ + aₙbₙ + c.
func ElideSums(e Expr) Expr {
	if terms := addends(e); len(terms) > MostTerms {
		short := append(append([]addend(nil), terms[:kept]...), addend{Dots, Add})
		short = append(short, terms[len(terms)-kept:]...)
		sum := ElideSums(short[0].e)
		for _, t := range short[1:] {
			sum = Binary{t.op, sum, ElideSums(t.e)}
		}
		return sum
	}
	old := Children(e)
	if len(old) == 0 {
		return e
	}
	c := make([]Expr, len(old))
	for i, x := range old {
		c[i] = ElideSums(x)
	}
	return WithChildren(e, c)
}

type addend struct {
	e  Expr
	op BinaryOp
}

// addends are the terms of a sum with the signs before them, the sums on its left taken apart.
func addends(e Expr) []addend {
	var reversed []addend
	for {
		b, ok := e.(Binary)
		if !ok || b.Op != Add && b.Op != Sub {
			break
		}
		reversed = append(reversed, addend{b.Y, b.Op})
		e = b.X
	}
	terms := []addend{{e, Add}}
	for i := len(reversed) - 1; i >= 0; i-- {
		terms = append(terms, reversed[i])
	}
	return terms
}

// IsLong says whether a sum in the formula has more terms than are written in full.
func IsLong(e Expr) bool {
	long := false
	Walk(e, func(x Expr) bool {
		if b, ok := x.(Binary); ok && (b.Op == Add || b.Op == Sub) && !long {
			n := 1
			for ok && (b.Op == Add || b.Op == Sub) {
				n++
				b, ok = b.X.(Binary)
			}
			long = n > MostTerms
		}
		return !long
	})
	return long
}
