package formula

import (
	"fmt"
	"strconv"
)

// Entry writes out one entry of a formula as a formula of numbers alone: row and column are counted from 0, and the
// symbols that are no numbers must have been replaced by matrices. (A B)ᵢⱼ becomes Aᵢ₁B₁ⱼ + Aᵢ₂B₂ⱼ + …, a function of
// a matrix becomes the function of its entry, a sum its terms. of gives the shapes of the symbols that are left, which
// may be nil where there are none.
func Entry(e Expr, row, col int, of func(string) (Shape, bool)) (Expr, error) {
	x := expander{of}
	return x.entry(e, row, col)
}

type expander struct {
	of func(string) (Shape, bool)
}

// shapes are those of symbols; without any, what is left are numbers.
func (x expander) shapes() func(string) (Shape, bool) {
	if x.of != nil {
		return x.of
	}
	return func(string) (Shape, bool) { return Scalar, true }
}

func (x expander) shape(e Expr) (Shape, error) { return ShapeOf(e, x.shapes()) }

func (x expander) entry(e Expr, row, col int) (Expr, error) {
	s, err := x.shape(e)
	if err != nil {
		return nil, err
	}
	if s.IsScalar() {
		row, col = 0, 0
	}
	if row >= s.Rows || col >= s.Cols {
		return nil, &ShapeError{e, fmt.Sprintf("no entry %d, %d in %v", row+1, col+1, s)}
	}
	switch e := e.(type) {
	case Number:
		return e, nil
	case Symbol:
		switch {
		case s.IsScalar():
			return e, nil
		case s.Cols == 1:
			return At(e, row+1), nil
		}
		return At(e, row+1, col+1), nil
	case Matrix:
		return x.blockEntry(e, s, row, col)
	case Transpose:
		return x.entry(e.X, col, row)
	case Index:
		at := make([]int, len(e.At))
		for i, k := range e.At {
			n, ok := k.(Number)
			if !ok {
				return nil, &ShapeError{e, "an index is not a number"}
			}
			if at[i], err = strconv.Atoi(n.Text); err != nil || at[i] < 1 {
				return nil, &ShapeError{e, "an index is not a whole number from 1"}
			}
		}
		if len(at) == 1 {
			at = append(at, 1)
		}
		return x.entry(e.X, at[0]-1, at[1]-1)
	case Sum:
		return x.sum(e, row, col)
	case Call:
		if f := Functions[e.Func]; f.entry != nil {
			return f.entry(x, e, row, col)
		}
	case Binary:
		if e.Op == Mul {
			return x.product(e, row, col)
		}
	}
	old := Children(e)
	c := make([]Expr, len(old))
	for i, operand := range old {
		if c[i], err = x.entry(operand, row, col); err != nil {
			return nil, err
		}
	}
	if b, ok := e.(Binary); ok && b.Op == Add {
		if x.isWritten(b.Y) {
			return addTerms(c[0], c[1]), nil
		}
	}
	if b, ok := e.(Binary); ok && b.Op == Hadamard { // of numbers, ⊙ is the plain product
		return Binary{Mul, c[0], c[1]}, nil
	}
	return WithChildren(e, c), nil
}

// isWritten says whether a formula is a sum only where it is written out entry by entry: no brackets show it then.
func (x expander) isWritten(e Expr) bool {
	switch e := e.(type) {
	case Sum:
		return true
	case Binary:
		s, err := x.shape(e.X)
		return e.Op == Mul && err == nil && s.Cols > 1
	}
	return false
}

// product writes out a row of X times a column of Y.
func (x expander) product(e Binary, row, col int) (Expr, error) {
	left, err := x.shape(e.X)
	if err != nil {
		return nil, err
	}
	right, err := x.shape(e.Y)
	if err != nil {
		return nil, err
	}
	inner := left.Cols
	if left.IsScalar() || right.IsScalar() {
		inner = 1
	}
	var sum Expr
	for k := range inner {
		i, j := k, k
		if left.IsScalar() || right.IsScalar() {
			i, j = col, row
		}
		a, err := x.entry(e.X, row, i)
		if err != nil {
			return nil, err
		}
		b, err := x.entry(e.Y, j, col)
		if err != nil {
			return nil, err
		}
		var term Expr = Binary{Mul, a, b}
		switch { // the ones and zeros of a formula's own matrices are no work
		case left.IsScalar() || right.IsScalar():
		case isZeroDigit(a) || isZeroDigit(b):
			continue
		case isOne(a):
			term = b
		case isOne(b):
			term = a
		}
		if sum == nil {
			sum = term
		} else {
			sum = Binary{Add, sum, term}
		}
	}
	if sum == nil {
		return Number{"0"}, nil
	}
	return sum, nil
}

// maxTerms bounds a written-out sum.
const maxTerms = 100_000

func (x expander) sum(e Sum, row, col int) (Expr, error) {
	from, err1 := wholeNumber(e.From)
	to, err2 := wholeNumber(e.To)
	if err1 != nil || err2 != nil || to-from >= maxTerms || to < from {
		return nil, &ShapeError{e, "the bounds of a sum must be whole numbers, the first not above the last"}
	}
	var sum Expr
	for k := from; k <= to; k++ {
		body := Substitute(e.Body, func(name string) (Expr, bool) { return Num(itoa(k)), name == e.Var })
		term, err := x.entry(body, row, col)
		if err != nil {
			return nil, err
		}
		if _, nested := e.Body.(Sum); sum != nil && nested {
			sum = addTerms(sum, term)
		} else if sum != nil {
			sum = Binary{Add, sum, term}
		} else {
			sum = term
		}
	}
	return sum, nil
}

// addTerms adds the terms of a written-out sum one by one, so that no brackets are needed.
func addTerms(sum, term Expr) Expr {
	if b, ok := term.(Binary); ok && b.Op == Add {
		return Binary{Add, addTerms(sum, b.X), b.Y}
	}
	return Binary{Add, sum, term}
}

func wholeNumber(e Expr) (int, error) {
	if n, ok := e.(Number); ok {
		return strconv.Atoi(n.Text)
	}
	return 0, fmt.Errorf("not a whole number")
}

func isZeroDigit(e Expr) bool {
	n, ok := e.(Number)
	return ok && n.Text == "0"
}
