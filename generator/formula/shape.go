package formula

import "fmt"

// Shape is rows × columns. Everything is a matrix: a vector has one column, a scalar is 1×1. So a layer of one unit
// has a scalar output, and no formula needs a second form for it.
type Shape struct{ Rows, Cols int }

// Scalar is the shape 1×1.
var Scalar = Shape{1, 1}

// IsScalar says whether the shape is 1×1.
func (s Shape) IsScalar() bool { return s == Scalar }

// Size is the number of entries.
func (s Shape) Size() int { return s.Rows * s.Cols }

// String names the shape for people: "a number", "a vector of 3", "2×3".
func (s Shape) String() string {
	switch {
	case s.IsScalar():
		return "a number"
	case s.Cols == 1:
		return fmt.Sprintf("a vector of %d", s.Rows)
	}
	return fmt.Sprintf("%d×%d", s.Rows, s.Cols)
}

// ShapeError says which operation does not fit its operands.
type ShapeError struct {
	At      Expr // the operation
	Message string
}

func (e *ShapeError) Error() string { return e.Message }

// ShapeOf infers the shape of a formula from those of its symbols. The variable of a sum counts as a number. Errors
// are *ShapeError.
func ShapeOf(e Expr, of func(name string) (Shape, bool)) (Shape, error) {
	clash := func(format string, args ...any) (Shape, error) {
		return Shape{}, &ShapeError{e, fmt.Sprintf(format, args...)}
	}
	switch e := e.(type) {
	case Number:
		return Scalar, nil
	case Symbol:
		if s, ok := of(e.Name); ok {
			return s, nil
		}
		if Constants[e.Name] {
			return Scalar, nil
		}
		return clash("%s is not defined", e.Name)
	case Matrix:
		return blockShape(e, of)
	case Unary:
		return ShapeOf(e.X, of)
	case Transpose:
		s, err := ShapeOf(e.X, of)
		return Shape{s.Cols, s.Rows}, err
	case Binary:
		return binaryShape(e, of)
	case Call:
		f, known := Functions[e.Func]
		if !known {
			return clash("the function %s is not known", e.Func)
		}
		var shapes []Shape
		for _, x := range e.Args {
			s, err := ShapeOf(x, of)
			if err != nil {
				return Shape{}, err
			}
			shapes = append(shapes, s)
		}
		s, err := f.shape(shapes)
		if err != nil {
			return clash("%v", err)
		}
		return s, nil
	case Index:
		s, err := ShapeOf(e.X, of)
		if err != nil {
			return Shape{}, err
		}
		if len(e.At) == 1 && s.Cols != 1 || len(e.At) > 2 {
			return clash("%s for %v", count(len(e.At), "index", "indices"), s)
		}
		for i, k := range e.At {
			if n, err := wholeNumber(k); err == nil && (n < 1 || n > []int{s.Rows, s.Cols}[i]) {
				return clash("there is no entry %d in %v", n, s)
			}
		}
		return Scalar, nil
	case Sum:
		if from, err := wholeNumber(e.From); err == nil { // the first and the last term must be there
			if to, err := wholeNumber(e.To); err == nil && from != to {
				for _, k := range []int{from, to} {
					term := Substitute(e.Body, func(name string) (Expr, bool) { return Num(itoa(k)), name == e.Var })
					if _, err := ShapeOf(term, of); err != nil {
						return Shape{}, err
					}
				}
			}
		}
		return ShapeOf(e.Body, func(name string) (Shape, bool) {
			if name == e.Var {
				return Scalar, true
			}
			return of(name)
		})
	}
	panic(fmt.Sprintf("formula: no such node: %T", e))
}

func binaryShape(e Binary, of func(string) (Shape, bool)) (Shape, error) {
	x, err := ShapeOf(e.X, of)
	if err != nil {
		return Shape{}, err
	}
	y, err := ShapeOf(e.Y, of)
	if err != nil {
		return Shape{}, err
	}
	switch {
	case e.Op == Mul && !x.IsScalar() && !y.IsScalar():
		if x.Cols != y.Rows {
			return Shape{}, &ShapeError{e, fmt.Sprintf("%v times %v: the first has %s, the second %s", x, y,
				count(x.Cols, "column", "columns"), count(y.Rows, "row", "rows"))}
		}
		return Shape{x.Rows, y.Cols}, nil
	case x.IsScalar():
		return y, nil
	case y.IsScalar() || x == y:
		return x, nil
	}
	verb := map[BinaryOp]string{Add: "plus", Sub: "minus", Hadamard: "⊙", Div: "divided by", Pow: "to the power of"}[e.Op]
	return Shape{}, &ShapeError{e, fmt.Sprintf("%v %s %v: the shapes differ", x, verb, y)}
}

// count is a number with its noun.
func count(n int, singular, plural string) string {
	if n == 1 {
		return "1 " + singular
	}
	return fmt.Sprintf("%d %s", n, plural)
}
