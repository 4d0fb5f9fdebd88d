package formula

import (
	"math/big"
	"strings"
)

// Simplify tidies what mechanical differentiation leaves: it multiplies constant factors together and moves them to the
// front, drops zeros added and ones multiplied, first powers and double signs and transposes. It keeps the order of
// factors otherwise, and never touches a sum's terms, so that what a person wrote stays recognisable.
func Simplify(e Expr) Expr { return Rewrite(e, simplify) }

func simplify(e Expr) Expr {
	switch e := e.(type) {
	case Unary:
		return scale(factor(e))
	case Transpose:
		switch x := e.X.(type) {
		case Transpose:
			return x.X
		case Number:
			return x
		}
	case Binary:
		return simplifyBinary(e)
	}
	return e
}

func simplifyBinary(e Binary) Expr {
	switch e.Op {
	case Mul, Hadamard:
		if n, ok := e.X.(Number); ok && n.Text != "0" && n.Text != "1" && n.Text != "0.0" && n.Text != "1.0" {
			if c, rest := factor(e.Y); rest != nil && c.Cmp(oneRat) == 0 { // a coefficient keeps its digits
				return e
			}
		}
		if isTidy(e) {
			return e
		}
		return scale(factor(e))
	case Add:
		if isZero(e.X) {
			return e.Y
		}
		if isZero(e.Y) {
			return e.X
		}
		if n, ok := e.Y.(Unary); ok {
			return Binary{Sub, e.X, n.X}
		}
	case Sub:
		if isZero(e.Y) {
			return e.X
		}
		if isZero(e.X) {
			return simplify(Unary{Neg, e.Y})
		}
		if n, ok := e.Y.(Unary); ok {
			return Binary{Add, e.X, n.X}
		}
	case Div:
		if _, constant := Constant(e); !constant {
			return scale(factor(e))
		}
	case Pow:
		if n, ok := e.Y.(Number); ok && n.Text == "1" {
			return e.X
		}
		if n, ok := e.Y.(Number); ok && n.Text == "0" {
			return one
		}
	}
	return e
}

// isTidy says whether a product has its one constant in front already, as 2 g y: a person may have written it so.
func isTidy(e Expr) bool {
	for {
		b, ok := e.(Binary)
		if !ok || b.Op != Mul {
			c, constant := Constant(e)
			return constant && c.Sign() > 0 && c.Cmp(oneRat) != 0 && Same(e, constantExpr(c))
		}
		if c, rest := factor(b.Y); rest == nil || c.Cmp(oneRat) != 0 {
			return false
		}
		e = b.X
	}
}

func isZero(e Expr) bool {
	r, ok := Constant(e)
	return ok && r.Sign() == 0
}

// Constant is the value of a formula that is a plain fraction: a literal, its negative, or a quotient of two.
func Constant(e Expr) (*big.Rat, bool) {
	switch e := e.(type) {
	case Number:
		if len(e.Text) > 40 || strings.ContainsAny(e.Text, "eE") {
			return nil, false // no coefficient that a person would fold
		}
		return new(big.Rat).SetString(e.Text)
	case Unary:
		if r, ok := Constant(e.X); ok {
			return new(big.Rat).Neg(r), true
		}
	case Binary:
		if e.Op == Div {
			x, ok1 := Constant(e.X)
			y, ok2 := Constant(e.Y)
			if ok1 && ok2 && y.Sign() != 0 {
				return new(big.Rat).Quo(x, y), true
			}
		}
	}
	return nil, false
}

// factor splits a formula into a constant and the rest, which is nil where nothing else is there.
func factor(e Expr) (*big.Rat, Expr) {
	if r, ok := Constant(e); ok {
		return r, nil
	}
	switch e := e.(type) {
	case Unary:
		c, rest := factor(e.X)
		return new(big.Rat).Neg(c), rest
	case Binary:
		if e.Op == Div {
			c, x := factor(e.X)
			d, y := factor(e.Y)
			if y == nil || c.Sign() == 0 {
				break // p/100 stays what it is
			}
			if x == nil {
				x = one
			}
			return c.Quo(c, d), Binary{Div, x, y}
		}
		if e.Op != Mul && e.Op != Hadamard {
			break
		}
		c, x := factor(e.X)
		d, y := factor(e.Y)
		c = new(big.Rat).Mul(c, d)
		switch {
		case x == nil:
			return c, y
		case y == nil:
			return c, x
		}
		return c, Binary{e.Op, x, y}
	}
	return big.NewRat(1, 1), e
}

// scale is a constant times the rest.
func scale(c *big.Rat, rest Expr) Expr {
	if rest == nil {
		return constantExpr(c)
	}
	if q, ok := rest.(Binary); ok && q.Op == Div && c.Sign() != 0 { // the constant's parts go above and below the line
		n := new(big.Rat).SetInt(new(big.Int).Abs(c.Num()))
		d := new(big.Rat).SetInt(c.Denom())
		x := Expr(constantExpr(n))
		if !isOne(q.X) {
			x = scale(n, q.X)
		}
		q = Binary{Div, x, scale(d, q.Y)}
		if c.Sign() < 0 {
			return Unary{Neg, q}
		}
		return q
	}
	switch {
	case c.Sign() == 0:
		return Number{"0"}
	case c.Cmp(big.NewRat(1, 1)) == 0:
		return rest
	case c.Cmp(big.NewRat(-1, 1)) == 0:
		return Unary{Neg, rest}
	case c.Sign() < 0:
		return Unary{Neg, Binary{Mul, constantExpr(new(big.Rat).Neg(c)), rest}}
	}
	return Binary{Mul, constantExpr(c), rest}
}

func constantExpr(c *big.Rat) Expr {
	if c.Sign() < 0 {
		return Unary{Neg, constantExpr(new(big.Rat).Neg(c))}
	}
	if c.IsInt() {
		return Number{c.Num().String()}
	}
	return Binary{Div, Number{c.Num().String()}, Number{c.Denom().String()}}
}
