package formula

import (
	"fmt"
	"math/big"
)

var oneRat = big.NewRat(1, 1)

// Adjoint is what one use of a symbol contributes to the derivative of the objective in that symbol.
type Adjoint struct {
	Name string
	Expr Expr
}

// Reverse is one step of reverse-mode differentiation in the matrix form of textbooks (Goodfellow, Bengio, Courville:
// Deep Learning, section 6.5.6; Petersen, Pedersen: The Matrix Cookbook, section 2). seed is the derivative of a scalar
// objective in e, of the shape of e. For every use in e of a wanted symbol it gives the contribution to the derivative
// in that symbol, which has the symbol's shape; several uses give several contributions, to be added up. Errors are
// *ShapeError.
func Reverse(e, seed Expr, of func(string) (Shape, bool), wanted func(string) bool) ([]Adjoint, error) {
	r := reverser{of: of, wanted: wanted}
	shape, err := ShapeOf(e, of)
	if err != nil {
		return nil, err
	}
	if err := r.walk(e, valued{seed, shape}); err != nil {
		return nil, err
	}
	return r.out, nil
}

// valued is an expression with its shape: adjoints hold symbols that the caller's shapes may not know yet.
type valued struct {
	e Expr
	s Shape
}

type reverser struct {
	of     func(string) (Shape, bool)
	wanted func(string) bool
	out    []Adjoint
}

func (r *reverser) needed(e Expr) bool {
	for _, name := range Symbols(e) {
		if r.wanted(name) {
			return true
		}
	}
	return false
}

func (r *reverser) give(e Expr) (valued, error) {
	s, err := ShapeOf(e, r.of)
	return valued{e, s}, err
}

// walk carries the adjoint g of e to the operands of e.
func (r *reverser) walk(e Expr, g valued) error {
	if !r.needed(e) {
		return nil
	}
	switch e := e.(type) {
	case Symbol:
		r.out = append(r.out, Adjoint{e.Name, Simplify(g.e)})
		return nil
	case Unary:
		return r.walk(e.X, valued{Unary{Neg, g.e}, g.s})
	case Transpose:
		return r.walk(e.X, transposed(g))
	case Binary:
		return r.binary(e, g)
	case Call:
		return r.call(e, g)
	case Sum:
		return r.sum(e, g)
	}
	return &ShapeError{e, fmt.Sprintf("no rule to differentiate %s", String(e))}
}

func (r *reverser) binary(e Binary, g valued) error {
	x, err := r.give(e.X)
	if err != nil {
		return err
	}
	y, err := r.give(e.Y)
	if err != nil {
		return err
	}
	var toX, toY valued
	switch e.Op {
	case Add:
		toX, toY = g, g
	case Sub:
		toX, toY = g, valued{Unary{Neg, g.e}, g.s}
	case Hadamard:
		toX, toY = times(g, y), times(g, x)
	case Mul:
		switch {
		case x.s.IsScalar() && y.s.IsScalar():
			toX, toY = times(g, y), times(g, x)
		case x.s.Cols == y.s.Rows: // C = A B: the adjoint of A is G Bᵀ, that of B is Aᵀ G
			toX, toY = product(g, transposed(y)), product(transposed(x), g)
		case y.s.Cols == 1 && x.s.IsScalar(): // a number times a column
			toX, toY = product(transposed(y), g), times(x, g)
		case x.s.Rows == 1 && y.s.IsScalar(): // a row times a number
			toX, toY = times(g, y), product(g, transposed(x))
		default:
			toX, toY = times(g, y), times(g, x)
		}
	case Div:
		toX = valued{Binary{Div, g.e, y.e}, g.s}
		toY = valued{Unary{Neg, Binary{Div, times(g, x).e, Binary{Pow, y.e, two}}}, g.s}
	case Pow:
		n, constant := Constant(e.Y)
		if !constant {
			// d(xʸ) = y xʸ⁻¹ dx + xʸ ln x dy
			toX = times(g, valued{Binary{Mul, y.e, Binary{Pow, x.e, Binary{Sub, y.e, one}}}, x.s})
			toY = times(g, valued{Binary{Mul, e, Call{"ln", []Expr{x.e}}}, x.s})
			break
		}
		less := constantExpr(n.Sub(n, oneRat))
		toX = times(g, valued{Binary{Mul, e.Y, Binary{Pow, x.e, less}}, x.s})
	}
	if err := r.operand(e.X, x.s, toX); err != nil {
		return err
	}
	return r.operand(e.Y, y.s, toY)
}

// operand walks on to an operand; a number that was used for every entry of a matrix collects all of them.
func (r *reverser) operand(e Expr, s Shape, g valued) error {
	if !r.needed(e) {
		return nil
	}
	if s.IsScalar() && !g.s.IsScalar() {
		g = total(g)
	}
	return r.walk(e, g)
}

func (r *reverser) call(e Call, g valued) error {
	f, known := Functions[e.Func]
	if !known || f.Slope == nil || f.Arity != 1 {
		return &ShapeError{e, fmt.Sprintf("no rule to differentiate the function %s", e.Func)}
	}
	slope, err := SlopeOf(f, e.Args[0], e, r.of)
	if err != nil {
		return err
	}
	x, err := r.give(e.Args[0])
	if err != nil {
		return err
	}
	return r.walk(e.Args[0], times(g, valued{slope, x.s}))
}

// SlopeOf is the derivative of a function of one argument, entry by entry, at the argument; value is put in where the
// function's own value serves.
func SlopeOf(f Function, argument, value Expr, of func(string) (Shape, bool)) (Expr, error) {
	s, err := ShapeOf(argument, of)
	if err != nil {
		return nil, err
	}
	slope := Substitute(f.Slope, func(name string) (Expr, bool) {
		switch name {
		case "u":
			return argument, true
		case "v":
			return value, true
		}
		return nil, false
	})
	if s.IsScalar() {
		return slope, nil
	}
	withValue := func(name string) (Shape, bool) {
		if v, ok := value.(Symbol); ok && v.Name == name {
			return s, true
		}
		return of(name)
	}
	return entrywise(slope, withValue), nil
}

// entrywise turns products of matrices into products entry by entry: a rule that was stated for numbers is meant so.
func entrywise(e Expr, of func(string) (Shape, bool)) Expr {
	return Rewrite(e, func(e Expr) Expr {
		b, ok := e.(Binary)
		if !ok || b.Op != Mul {
			return e
		}
		x, err1 := ShapeOf(b.X, of)
		y, err2 := ShapeOf(b.Y, of)
		if err1 == nil && err2 == nil && !x.IsScalar() && !y.IsScalar() {
			return Binary{Hadamard, b.X, b.Y}
		}
		return e
	})
}

// sum differentiates Σₖ body as one formula of whole vectors, which is possible where every vector in it is used only
// at the place k and k runs over all of its entries.
func (r *reverser) sum(e Sum, g valued) error {
	to, err := wholeNumber(e.To)
	from, err2 := wholeNumber(e.From)
	if err != nil || err2 != nil || from != 1 {
		return &ShapeError{e, "no rule to differentiate a sum that does not start at 1"}
	}
	whole := true
	body := Rewrite(e.Body, func(x Expr) Expr {
		i, ok := x.(Index)
		if !ok {
			return x
		}
		k, ok := i.At[0].(Symbol)
		s, err := ShapeOf(i.X, r.of)
		if !ok || k.Name != e.Var || len(i.At) != 1 || err != nil || s.Rows != to {
			whole = false
			return x
		}
		return i.X
	})
	for _, name := range Symbols(body) {
		whole = whole && name != e.Var
	}
	if !whole {
		return &ShapeError{e, "no rule to differentiate a sum that uses its variable other than as the index of whole vectors"}
	}
	body = entrywise(body, r.of)
	s, err := ShapeOf(body, r.of)
	if err != nil {
		return err
	}
	return r.walk(body, valued{g.e, s})
}

// times is the product entry by entry.
func times(a, b valued) valued {
	switch {
	case isOne(a.e):
		return valued{b.e, larger(a.s, b.s)}
	case isOne(b.e):
		return valued{a.e, larger(a.s, b.s)}
	case a.s.IsScalar() || b.s.IsScalar():
		return valued{Binary{Mul, a.e, b.e}, larger(a.s, b.s)}
	}
	if _, constant := Constant(a.e); constant { // the same constant for every entry
		return valued{Binary{Mul, a.e, b.e}, b.s}
	}
	return valued{Binary{Hadamard, a.e, b.e}, a.s}
}

// product is the product of matrices.
func product(a, b valued) valued {
	s := Shape{a.s.Rows, b.s.Cols}
	if isOne(a.e) {
		return valued{b.e, s}
	}
	if isOne(b.e) {
		return valued{a.e, s}
	}
	return valued{Binary{Mul, a.e, b.e}, s}
}

func transposed(a valued) valued {
	if a.s.IsScalar() {
		return a
	}
	return valued{Transpose{a.e}, Shape{a.s.Cols, a.s.Rows}}
}

// total is the sum of all entries.
func total(a valued) valued {
	if a.s.Cols == 1 {
		return valued{Sum{"i", one, Number{itoa(a.s.Rows)}, Index{a.e, []Expr{Symbol{"i"}}}}, Scalar}
	}
	return valued{Sum{"i", one, Number{itoa(a.s.Rows)},
		Sum{"j", one, Number{itoa(a.s.Cols)}, Index{a.e, []Expr{Symbol{"i"}, Symbol{"j"}}}}}, Scalar}
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
