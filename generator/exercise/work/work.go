// Package work takes the formula of one number apart into what a person works out piece by piece, and computes what may
// come out where every piece may be rounded. Here live the pieces and their interval arithmetic; what is asked of a
// student does not belong here.
package work

import (
	"fmt"

	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/trace"
)

// Piece is a part of a formula that is worked out in one go: a sum of several terms, a product of several factors, a
// power, a function. What it needs worked out before are its own pieces.
type Piece struct {
	Formula formula.Expr // of quantities and constants
	Pieces  []*Piece

	own formula.Expr // the formula with placeholders for the pieces
}

// Of takes a formula of entries apart, with functions that are defined by simpler ones written out.
func Of(e formula.Expr) *Piece { return of(formula.Unfold(e)) }

func of(e formula.Expr) *Piece {
	p := &Piece{Formula: e}
	p.own = p.split(e)
	return p
}

// split replaces what is worked out before by placeholders. A chain of + and −, or of ·, is one piece; a sign belongs to
// what stands around it (the derivation splits its lines in the same places).
func (p *Piece) split(e formula.Expr) formula.Expr {
	if isLeaf(e) {
		return e
	}
	children := formula.Children(e)
	replaced := make([]formula.Expr, len(children))
	for i, x := range children {
		switch {
		case isLeaf(x):
			replaced[i] = x
		case merges(e, x, i):
			replaced[i] = p.split(x)
		default:
			replaced[i] = placeholder(len(p.Pieces))
			p.Pieces = append(p.Pieces, of(x))
		}
	}
	return formula.WithChildren(e, replaced)
}

func placeholder(i int) formula.Symbol { return formula.Sym(fmt.Sprintf("#%d", i)) }

func isLeaf(e formula.Expr) bool {
	switch e := e.(type) {
	case formula.Symbol, formula.Number:
		return true
	case formula.Index:
		_, ok := e.X.(formula.Symbol)
		return ok
	}
	_, constant := formula.Constant(e)
	return constant
}

func merges(e, x formula.Expr, i int) bool {
	if _, sign := x.(formula.Unary); sign {
		return true
	}
	outer, ok1 := e.(formula.Binary)
	inner, ok2 := x.(formula.Binary)
	if !ok1 || !ok2 || i != 0 {
		return false
	}
	sum := func(op formula.BinaryOp) bool { return op == formula.Add || op == formula.Sub }
	product := func(op formula.BinaryOp) bool { return op == formula.Mul || op == formula.Hadamard }
	return sum(outer.Op) && sum(inner.Op) || product(outer.Op) && product(inner.Op)
}

// Before lists the pieces below p in the order in which they are worked out, each once.
func (p *Piece) Before() []*Piece {
	var list []*Piece
	seen := map[string]bool{}
	var visit func(*Piece)
	visit = func(q *Piece) {
		for _, x := range q.Pieces {
			visit(x)
			if key := formula.String(x.Formula); !seen[key] {
				seen[key] = true
				list = append(list, x)
			}
		}
	}
	visit(p)
	return list
}

// Lookup gives the value of a quantity.
type Lookup = func(name string) (trace.Value, bool)

// Value computes the formula without rounding.
func (p *Piece) Value(c *number.Context, lookup Lookup) (number.Real, error) {
	v, err := trace.Eval(c, p.Formula, lookup)
	if err != nil {
		return number.Real{}, err
	}
	return v.Items[0], nil
}
