package formula

import (
	"fmt"
	"strconv"
	"strings"
)

func itoa(n int) string { return strconv.Itoa(n) }

// Children are the operands of a node, from left to right.
func Children(e Expr) []Expr {
	switch e := e.(type) {
	case Number, Symbol:
		return nil
	case Matrix:
		return e.Items
	case Unary:
		return []Expr{e.X}
	case Binary:
		return []Expr{e.X, e.Y}
	case Call:
		return e.Args
	case Index:
		return append([]Expr{e.X}, e.At...)
	case Transpose:
		return []Expr{e.X}
	case Sum:
		return []Expr{e.From, e.To, e.Body}
	}
	panic(fmt.Sprintf("formula: no such node: %T", e))
}

// WithChildren is the same node with other operands, given in the order of Children.
func WithChildren(e Expr, c []Expr) Expr {
	switch e := e.(type) {
	case Number, Symbol:
		return e
	case Matrix:
		return Matrix{e.Rows, e.Cols, c}
	case Unary:
		return Unary{e.Op, c[0]}
	case Binary:
		return Binary{e.Op, c[0], c[1]}
	case Call:
		return Call{e.Func, c}
	case Index:
		return Index{c[0], c[1:]}
	case Transpose:
		return Transpose{c[0]}
	case Sum:
		return Sum{e.Var, c[0], c[1], c[2]}
	}
	panic(fmt.Sprintf("formula: no such node: %T", e))
}

// Rewrite rebuilds a tree from its leaves up: every node is given to f after its operands have been rewritten.
func Rewrite(e Expr, f func(Expr) Expr) Expr {
	old := Children(e)
	if len(old) == 0 {
		return f(e)
	}
	c := make([]Expr, len(old))
	for i, x := range old {
		c[i] = Rewrite(x, f)
	}
	return f(WithChildren(e, c))
}

// Replace puts something else in place of what f knows, from the root down: where f says true its result stands, and the operands
// are passed over.
func Replace(e Expr, f func(Expr) (Expr, bool)) Expr {
	if x, ok := f(e); ok {
		return x
	}
	old := Children(e)
	if len(old) == 0 {
		return e
	}
	c := make([]Expr, len(old))
	for i, x := range old {
		c[i] = Replace(x, f)
	}
	return WithChildren(e, c)
}

// Walk calls f for every node, a node before its operands; where f says false the operands are passed over.
func Walk(e Expr, f func(Expr) bool) {
	if !f(e) {
		return
	}
	for _, x := range Children(e) {
		Walk(x, f)
	}
}

// Symbols lists the names that a formula uses, each once, in the order of first use. The variable of a sum is not a
// name of the formula.
func Symbols(e Expr) []string {
	var names []string
	seen := map[string]bool{}
	var visit func(Expr, map[string]bool)
	visit = func(e Expr, bound map[string]bool) {
		switch e := e.(type) {
		case Symbol:
			if !bound[e.Name] && !seen[e.Name] {
				seen[e.Name] = true
				names = append(names, e.Name)
			}
			return
		case Sum:
			visit(e.From, bound)
			visit(e.To, bound)
			inner := map[string]bool{e.Var: true}
			for k := range bound {
				inner[k] = true
			}
			visit(e.Body, inner)
			return
		}
		for _, x := range Children(e) {
			visit(x, bound)
		}
	}
	visit(e, nil)
	return names
}

// Same says whether two trees are equal, node by node and digit by digit.
func Same(a, b Expr) bool { return String(a) == String(b) }

// String writes a tree in full prefix notation, (add (mul W1 x) b1): for tests, keys and messages to developers.
func String(e Expr) string {
	var b strings.Builder
	write(&b, e)
	return b.String()
}

var binaryNames = [...]string{Add: "add", Sub: "sub", Mul: "mul", Hadamard: "hadamard", Div: "div", Pow: "pow"}

func write(b *strings.Builder, e Expr) {
	head := ""
	switch e := e.(type) {
	case Number:
		b.WriteString(e.Text)
		return
	case Symbol:
		b.WriteString(e.Name)
		return
	case Matrix:
		head = fmt.Sprintf("matrix %d %d", e.Rows, e.Cols)
	case Unary:
		head = "neg"
	case Binary:
		head = binaryNames[e.Op]
	case Call:
		head = "call " + e.Func
	case Index:
		head = "at"
	case Transpose:
		head = "transpose"
	case Sum:
		head = "sum " + e.Var
	}
	b.WriteString("(" + head)
	for _, x := range Children(e) {
		b.WriteByte(' ')
		write(b, x)
	}
	b.WriteByte(')')
}
