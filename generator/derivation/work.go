package derivation

import (
	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/tex"
	"longhand/generator/trace"
)

// A matrix of formulas is shown whole where its rows are no wider than this, in digits.
const widestRow = 46

// Matrices with numbers put in are left out where they get wider than this: the entries show the same.
const widestPut = 90

// work writes the chains between formula and result.
func (d *Deriver) work(out *Derivation, chosen []int, trees []*node, folded []formula.Expr) error {
	shape := out.Step.Value.Shape
	put, err := d.put(out)
	if err != nil {
		return err
	}
	_, literal := out.Step.Equation.Body.(formula.Number)
	if trees[0].leaf != nil && (literal || isSymbol(out.Step.Equation.Body)) {
		return nil // a number, or a copy of another quantity: there is nothing to work out
	}
	if shape.IsScalar() {
		chain, err := d.chain(trees[0], folded[0], put, d.start(out))
		out.Work = []formula.Chain{chain}
		return err
	}
	exact := d.leavesExact(trees)
	if put != nil {
		out.Put = formula.Start(formula.Sym(out.Step.Name)).Then(relation(exact), put)
	}
	if whole, ok, err := d.whole(out, trees, folded); ok || err != nil {
		out.WholeMatrix, out.Work = true, []formula.Chain{whole}
		return err
	}
	for i, n := range trees {
		chain, err := d.chain(n, folded[i], nil, formula.Start(entryName(out.Step, chosen[i])))
		if err != nil {
			return err
		}
		out.Work = append(out.Work, chain)
	}
	return nil
}

func isSymbol(e formula.Expr) bool { _, ok := e.(formula.Symbol); return ok }

func (d *Deriver) start(out *Derivation) formula.Chain {
	return formula.Start(formula.Sym(out.Step.Name))
}

// chain works one entry out: the numbers put in, as matrices (put) and under a function's name (folded) where those are
// given, then round after round, to the result.
func (d *Deriver) chain(n *node, folded, put formula.Expr, c formula.Chain) (formula.Chain, error) {
	r := relation(d.leavesExact([]*node{n}))
	if put != nil {
		c = c.Then(r, put)
		r = formula.Equal
	}
	if folded != nil {
		c = c.Then(r, d.fold(folded, n))
		r = formula.Equal
	}
	c = c.Then(r, n.line(0))
	for round := 1; round <= n.round; round++ {
		exact, err := d.exactRound(n, round)
		if err != nil {
			return c, err
		}
		if line := n.line(round); !exact || !formula.Same(line, c.Last()) { // −(−2) was 2 already
			c = c.Then(relation(exact), line)
		}
	}
	return c, nil
}

// exactRound says whether a line's numbers are exactly those of the line before: as a whole where both are rational,
// else where every piece of work done in that round is exactly the number printed for it.
func (d *Deriver) exactRound(n *node, round int) (bool, error) {
	before, err := trace.Eval(d.context(), n.line(round-1), nil)
	if err != nil {
		return false, err
	}
	after, err := trace.Eval(d.context(), n.line(round), nil)
	if err != nil {
		return false, err
	}
	if before.Items[0].IsExact() && after.Items[0].IsExact() {
		return before.Items[0].Compare(after.Items[0]) == number.Equal, nil
	}
	return d.exactWork(n, round)
}

func (d *Deriver) exactWork(n *node, round int) (bool, error) {
	if n.leaf != nil {
		return true, nil
	}
	if n.round == round {
		return d.isExactly(n.line(round-1), n.shown)
	}
	for _, o := range n.operands {
		if exact, err := d.exactWork(o, round); !exact || err != nil {
			return exact, err
		}
	}
	return true, nil
}

func (d *Deriver) leavesExact(trees []*node) bool {
	for _, n := range trees {
		if n.leaf != nil && !n.shown.Exact || !d.leavesExact(n.operands) {
			return false
		}
	}
	return true
}

// fold is an entry's formula as it stood before functions were written out, σ(0.75), with the same numbers put in.
func (d *Deriver) fold(e formula.Expr, n *node) formula.Expr {
	shown := map[string]formula.Expr{}
	var collect func(*node)
	collect = func(n *node) {
		if n.leaf != nil && n.leaf.step != nil {
			shown[key(n.leaf.step.Name, n.leaf.entry)] = n.shown.Expr
		}
		for _, o := range n.operands {
			collect(o)
		}
	}
	collect(n)
	return formula.Replace(e, func(x formula.Expr) (formula.Expr, bool) {
		l, ok, err := d.leafOf(x)
		if !ok || err != nil || l.step == nil {
			return nil, false
		}
		number, ok := shown[key(l.step.Name, l.entry)]
		return number, ok
	})
}

// put is the formula with matrices of numbers in place of the symbols, or nil where that would show nothing that the
// entries do not: functions entry by entry, and numbers that stand for a whole matrix, as in 1 − a.
func (d *Deriver) put(out *Derivation) (formula.Expr, error) {
	worth := false
	formula.Walk(out.Step.Equation.Body, func(e formula.Expr) bool {
		if _, entry := e.(formula.Index); entry {
			return false
		}
		if s, ok := e.(formula.Symbol); ok {
			shape, known := d.shapeOf(s.Name)
			worth = worth || known && !shape.IsScalar()
		}
		return true
	})
	var err error
	formula.Walk(out.Step.Equation.Body, func(e formula.Expr) bool {
		switch e := e.(type) {
		case formula.Call, formula.Sum:
			worth = false
		case formula.Binary:
			x, err1 := formula.ShapeOf(e.X, d.shapeOf)
			y, err2 := formula.ShapeOf(e.Y, d.shapeOf)
			if err1 == nil && err2 == nil && (e.Op == formula.Add || e.Op == formula.Sub) && x != y {
				worth = false
			}
			if e.Op == formula.Pow && !x.IsScalar() {
				worth = false
			}
		}
		return true
	})
	if !worth || isSymbol(out.Step.Equation.Body) {
		return nil, nil
	}
	body := formula.Replace(out.Step.Equation.Body, func(x formula.Expr) (formula.Expr, bool) {
		if _, ok := x.(formula.Index); !ok { // an entry is put in as a number, not as an entry of a matrix of numbers
			return nil, false
		}
		l, ok, leafErr := d.leafOf(x)
		if !ok || leafErr != nil || l.step == nil {
			return nil, false
		}
		shown, showErr := d.shownEntry(l.step, l.entry, d.Places+out.Carried)
		if showErr != nil {
			err = showErr
		}
		return shown.Expr, true
	})
	body = formula.Substitute(body, func(name string) (formula.Expr, bool) {
		s, ok := d.trace.Step(name)
		if !ok {
			return nil, false
		}
		m, _, showErr := d.matrix(s, d.Places+out.Carried)
		if showErr != nil {
			err = showErr
		}
		return m, true
	})
	body = formula.Rewrite(body, func(e formula.Expr) formula.Expr {
		if t, ok := e.(formula.Transpose); ok {
			if m, ok := t.X.(formula.Matrix); ok {
				return formula.Transposed(m)
			}
			if _, ok := formula.Constant(t.X); ok {
				return t.X
			}
		}
		return e
	})
	if tex.Width(body) > widestPut && !out.Step.Value.IsScalar() {
		return nil, err
	}
	return body, err
}

// whole is one chain of matrices of formulas, where they are narrow enough and all entries take the same rounds.
func (d *Deriver) whole(out *Derivation, trees []*node, folded []formula.Expr) (formula.Chain, bool, error) {
	shape := out.Step.Value.Shape
	rounds := trees[0].round
	if out.Omitted > 0 || shape.IsWide() {
		return formula.Chain{}, false, nil
	}
	for i, n := range trees {
		if n.round != rounds || folded[i] != nil || rounds > 2 {
			return formula.Chain{}, false, nil
		}
	}
	c := d.start(out)
	for round := range rounds + 1 {
		items := make([]formula.Expr, len(trees))
		exact := true
		for i, n := range trees {
			items[i] = n.line(round)
			if round == 0 {
				exact = exact && (out.Put.Terms != nil || d.leavesExact([]*node{n}))
				continue
			}
			ok, err := d.exactRound(n, round)
			if err != nil {
				return c, false, err
			}
			exact = exact && ok
		}
		m := formula.Matrix{Rows: shape.Rows, Cols: shape.Cols, Items: items}
		if tex.Width(m) > widestRow {
			return c, false, nil
		}
		if round == 0 || !exact || !formula.Same(m, c.Last()) {
			c = c.Then(relation(exact), m)
		}
	}
	return c, true, nil
}
