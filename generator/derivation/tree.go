package derivation

import (
	"fmt"

	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/trace"
)

// node is a part of a formula of numbers that a person works out in one go: a sum of several terms, a product of several
// factors, a power, a function. Its operands are leaves, which are put in, and other nodes, which are worked out before.
type node struct {
	expr     formula.Expr // with the operands in place of their values, see operand
	operands []*node
	leaf     *leaf       // nil for what is worked out
	value    number.Real // the true value at the trace's precision
	shown    Shown
	round    int // after how many rounds of work the value is there; 0 for a leaf
}

// leaf is a number that is put in: a constant of the formula, or an entry of a quantity.
type leaf struct {
	constant formula.Expr // nil for an entry
	step     *trace.Step
	entry    int
}

// placeholder marks an operand inside a node's expr.
func placeholder(i int) formula.Symbol { return formula.Symbol{Name: fmt.Sprintf("#%d", i)} }

// tree splits a formula of entries into nodes.
func (d *Deriver) tree(e formula.Expr) (*node, error) {
	if l, ok, err := d.leafOf(e); ok || err != nil {
		return &node{leaf: l}, err
	}
	n := &node{}
	var err error
	n.expr, err = d.split(n, e)
	for _, o := range n.operands {
		n.round = max(n.round, o.round+1)
	}
	n.round = max(n.round, 1)
	return n, err
}

// split replaces the operands of e by placeholders. A chain of + and −, or of ·, is one node with many operands; a sign
// belongs to what stands around it.
func (d *Deriver) split(n *node, e formula.Expr) (formula.Expr, error) {
	children := formula.Children(e)
	replaced := make([]formula.Expr, len(children))
	for i, x := range children {
		var err error
		if merges(e, x, i) {
			replaced[i], err = d.split(n, x)
		} else {
			replaced[i], err = d.operand(n, x)
		}
		if err != nil {
			return nil, err
		}
	}
	return formula.WithChildren(e, replaced), nil
}

func (d *Deriver) operand(n *node, e formula.Expr) (formula.Expr, error) {
	o, err := d.tree(e)
	if err != nil {
		return nil, err
	}
	n.operands = append(n.operands, o)
	return placeholder(len(n.operands) - 1), nil
}

// merges says whether the operand x of e is worked out together with e.
func merges(e, x formula.Expr, i int) bool {
	if _, sign := x.(formula.Unary); sign {
		return true
	}
	b, ok := e.(formula.Binary)
	if !ok {
		return false
	}
	inner, ok := x.(formula.Binary)
	if !ok {
		return false
	}
	switch b.Op {
	case formula.Add, formula.Sub:
		return i == 0 && (inner.Op == formula.Add || inner.Op == formula.Sub)
	case formula.Mul, formula.Hadamard:
		if _, constant := formula.Constant(x); constant {
			return false
		}
		return i == 0 && (inner.Op == formula.Mul || inner.Op == formula.Hadamard)
	}
	return false
}

// leafOf recognises what is put in as one number.
func (d *Deriver) leafOf(e formula.Expr) (*leaf, bool, error) {
	switch e := e.(type) {
	case formula.Symbol:
		step, ok := d.trace.Step(e.Name)
		if !ok && formula.Constants[e.Name] {
			return &leaf{constant: e}, true, nil
		}
		if !ok {
			return nil, false, fmt.Errorf("%s is not a quantity of this example", e.Name)
		}
		return &leaf{step: step}, true, nil
	case formula.Index:
		name, ok := e.X.(formula.Symbol)
		if !ok {
			break
		}
		step, ok := d.trace.Step(name.Name)
		if !ok {
			return nil, false, fmt.Errorf("%s is not a quantity of this example", name.Name)
		}
		row, col, err := position(e)
		return &leaf{step: step, entry: row*step.Value.Cols + col}, true, err
	}
	if _, ok := formula.Constant(e); ok {
		return &leaf{constant: e}, true, nil
	}
	if n, ok := e.(formula.Number); ok {
		return &leaf{constant: n}, true, nil
	}
	return nil, false, nil
}

// position is the entry that an index of literals means, counted from 0.
func position(e formula.Index) (row, col int, err error) {
	at := [2]int{1, 1}
	for i, k := range e.At {
		n, ok := k.(formula.Number)
		if !ok || i > 1 {
			return 0, 0, fmt.Errorf("an index that is not a number")
		}
		if _, err := fmt.Sscan(n.Text, &at[i]); err != nil {
			return 0, 0, fmt.Errorf("an index that is not a whole number: %s", n.Text)
		}
	}
	return at[0] - 1, at[1] - 1, nil
}

// operandAt gives the operand that a placeholder stands for.
func (n *node) operandAt(e formula.Expr) (*node, bool) {
	s, ok := e.(formula.Symbol)
	if !ok {
		return nil, false
	}
	var i int
	if _, err := fmt.Sscanf(s.Name, "#%d", &i); err != nil {
		return nil, false
	}
	return n.operands[i], true
}

// line is the formula after some rounds of work: what has its value by then is shown as a number. A negative number
// keeps its brackets where it is put in; from then on + (−0.1358357) is written − 0.1358357.
func (n *node) line(round int) formula.Expr {
	if n.round <= round {
		return n.shown.Expr
	}
	var write func(formula.Expr) formula.Expr
	write = func(e formula.Expr) formula.Expr {
		if o, ok := n.operandAt(e); ok {
			return o.line(round)
		}
		if b, ok := e.(formula.Binary); ok && (b.Op == formula.Add || b.Op == formula.Sub) {
			if o, ok := n.operandAt(b.Y); ok && o.round <= round && round > 0 {
				if negative, ok := o.shown.Expr.(formula.Unary); ok {
					return formula.Binary{Op: formula.Add + formula.Sub - b.Op, X: write(b.X), Y: negative.X}
				}
			}
		}
		if sign, ok := e.(formula.Unary); ok && round > 0 { // −(−0.16) is 0.16, and −0 is 0
			if o, ok := n.operandAt(sign.X); ok && o.leaf == nil && o.round <= round {
				if negative, ok := o.shown.Expr.(formula.Unary); ok {
					return negative.X
				}
				if o.shown.Value.IsZero() {
					return o.shown.Expr
				}
			}
		}
		children := formula.Children(e)
		written := make([]formula.Expr, len(children))
		for i, x := range children {
			written[i] = write(x)
		}
		return formula.WithChildren(e, written)
	}
	return write(n.expr)
}

func key(name string, entry int) string { return fmt.Sprintf("%s#%d", name, entry) }
