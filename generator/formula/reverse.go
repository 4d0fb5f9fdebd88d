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
// in that symbol, which has the symbol's shape; several uses give several contributions, to be added up. Uses of single
// entries of a symbol make one contribution together. Errors are *ShapeError.
func Reverse(e, seed Expr, of func(string) (Shape, bool), wanted func(string) bool) ([]Adjoint, error) {
	r := reverser{of: of, wanted: wanted, entries: map[string]Matrix{}}
	shape, err := ShapeOf(e, of)
	if err != nil {
		return nil, err
	}
	if err := r.walk(e, valued{e: seed, s: shape}); err != nil {
		return nil, err
	}
	for _, name := range r.indexed {
		r.out = append(r.out, Adjoint{name, r.entries[name]})
	}
	return r.out, nil
}

type reverser struct {
	of      func(string) (Shape, bool)
	wanted  func(string) bool
	out     []Adjoint
	entries map[string]Matrix // derivatives in entries of a symbol, 0 where there is none
	indexed []string          // the keys of entries in the order of first use
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
	return valued{e: e, s: s}, err
}

// walk carries the adjoint g of e to the operands of e.
func (r *reverser) walk(e Expr, g valued) error {
	if !r.needed(e) {
		return nil
	}
	switch e := e.(type) {
	case Symbol:
		r.out = append(r.out, Adjoint{e.Name, Simplify(g.filled().e)})
		return nil
	case Unary:
		return r.walk(e.X, negative(g))
	case Transpose:
		back := transposed(g)
		if !back.uniform {
			back.e = turned(g.e, r.of)
		}
		return r.walk(e.X, back)
	case Binary:
		return r.binary(e, g)
	case Call:
		return r.call(e, g)
	case Sum:
		return r.sum(e, g)
	case Matrix:
		return r.blocks(e, g)
	case Index:
		return r.index(e, g)
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
	if e.Op == Mul && !x.s.IsScalar() && !y.s.IsScalar() { // C = A B: the adjoint of A is G Bᵀ, that of B is Aᵀ G
		if err := r.walkIf(e.X, func() valued { return product(g, r.turned(y)) }); err != nil {
			return err
		}
		return r.walkIf(e.Y, func() valued { return product(r.turned(x), g) })
	}
	switch e.Op {
	case Add, Sub:
		toY := g
		if e.Op == Sub {
			toY = negative(g)
		}
		if err := r.walkIf(e.X, func() valued { return r.collect(g, x.s) }); err != nil {
			return err
		}
		return r.walkIf(e.Y, func() valued { return r.collect(toY, y.s) })
	case Mul, Hadamard:
		if err := r.walkIf(e.X, func() valued { return r.product(g, y, x.s) }); err != nil {
			return err
		}
		return r.walkIf(e.Y, func() valued { // what stands on the left stays there
			if x.s.IsScalar() && !y.s.IsScalar() {
				return times(x, g)
			}
			return r.product(g, x, y.s)
		})
	case Div: // d(x/y) = dx/y − x dy/y²
		if err := r.walkIf(e.X, func() valued { return r.collect(quotient(g, y), x.s) }); err != nil {
			return err
		}
		return r.walkIf(e.Y, func() valued {
			square := valued{e: Binary{Pow, y.e, two}, s: y.s}
			if y.s.IsScalar() {
				return negative(quotient(r.product(g, x, y.s), square))
			}
			return negative(quotient(times(g, x), square))
		})
	}
	return r.power(e, x, y, g)
}

// turned is the transpose of an operand, carried to its factors.
func (r *reverser) turned(x valued) valued {
	t := transposed(x)
	if !x.uniform {
		t.e = turned(x.e, r.of)
	}
	return t
}

// power is d(xʸ) = y xʸ⁻¹ dx + xʸ ln x dy.
func (r *reverser) power(e Binary, x, y, g valued) error {
	err := r.walkIf(e.X, func() valued {
		var less Expr = Binary{Sub, y.e, one}
		if n, constant := Constant(e.Y); constant {
			less = constantExpr(n.Sub(n, oneRat))
		}
		slope := times(y, valued{e: Binary{Pow, x.e, less}, s: larger(x.s, y.s)})
		return r.product(g, slope, x.s)
	})
	if err != nil {
		return err
	}
	return r.walkIf(e.Y, func() valued {
		value := valued{e: e, s: larger(x.s, y.s)}
		return r.product(g, times(value, valued{e: Call{"ln", []Expr{x.e}}, s: x.s}), y.s)
	})
}

// walkIf goes on to an operand where that is needed, and only then makes its adjoint.
func (r *reverser) walkIf(e Expr, adjoint func() valued) error {
	if !r.needed(e) {
		return nil
	}
	return r.walk(e, adjoint())
}

// collect is the adjoint g of an entrywise operation for an operand of shape s: a number that was used for every entry
// of a matrix collects all of them.
func (r *reverser) collect(g valued, s Shape) valued {
	if s.IsScalar() && !g.s.IsScalar() {
		return total(g, r.of)
	}
	return g
}

// product is g ⊙ slope, collected for an operand of shape s.
func (r *reverser) product(g, slope valued, s Shape) valued {
	if s.IsScalar() {
		return inner(g, slope, r.of)
	}
	return times(g, slope)
}

func (r *reverser) call(e Call, g valued) error {
	if reverse := Functions[e.Func].reverse; reverse != nil {
		return r.walk(e.Args[0], reverse(valued{e: e, s: g.s}, g))
	}
	if (e.Func == "max" || e.Func == "min") && len(e.Args) > 1 {
		return r.extreme(e, g)
	}
	f, known := Functions[e.Func]
	if !known || f.Slope == nil || f.Arity != 1 {
		return &ShapeError{e, fmt.Sprintf("no rule to differentiate the function %s", e.Func)}
	}
	x, err := r.give(e.Args[0])
	if err != nil {
		return err
	}
	slope, err := SlopeOf(f, e.Args[0], e, r.of)
	if err != nil {
		return err
	}
	return r.walk(e.Args[0], times(g, r.everywhere(slope, x.s)))
}

// everywhere is an expression of a shape; one that is a number stands for each entry.
func (r *reverser) everywhere(e Expr, s Shape) valued {
	own, err := ShapeOf(e, r.of)
	return valued{e: e, s: s, uniform: err == nil && own.IsScalar() && !s.IsScalar()}
}

// SlopeOf is the derivative of a function of one argument, entry by entry, at the argument; value is put in where the
// function's own value serves.
func SlopeOf(f Function, argument, value Expr, of func(string) (Shape, bool)) (Expr, error) {
	s, err := ShapeOf(argument, of)
	if err != nil {
		return nil, err
	}
	slope := f.Slope
	if !s.IsScalar() {
		slope = entrywise(slope, func(name string) (Shape, bool) {
			if name == "u" || name == "v" {
				return s, true
			}
			return Scalar, true
		})
	}
	return Substitute(slope, func(name string) (Expr, bool) {
		switch name {
		case "u":
			return argument, true
		case "v":
			return value, true
		}
		return nil, false
	}), nil
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
