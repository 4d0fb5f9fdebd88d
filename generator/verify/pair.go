package verify

import (
	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/tex"
)

// pair looks into two terms that are said to be equal and finds the numbers of the second that stand for parts of the
// first: 0.15 − 0.1358 in place of 0.3·0.5 + (−0.2)·0.679.
func (f *flow) pair(a, b part, relation formula.Relation) {
	if f.depth > 50 {
		return
	}
	f.depth++
	defer func() { f.depth-- }()
	if i, negative, ok := signed(b.e); ok {
		f.inner(a, b, i, negative, relation)
		return
	}
	switch y := b.e.(type) {
	case formula.Matrix:
		f.pairMatrix(a, b, y, relation)
		return
	case formula.Binary:
		switch y.Op {
		case formula.Add, formula.Sub:
			f.pairSums(a, b, relation)
			return
		case formula.Mul, formula.Hadamard:
			f.pairProducts(a, b, relation)
			return
		}
		if y.Op == formula.Div {
			a = a.inner(asQuotient(a.e))
		}
		if x, ok := a.e.(formula.Binary); ok && x.Op == y.Op {
			if y.Op == formula.Pow && !f.sameNumber(a.inner(x.Y), b.inner(y.Y)) {
				if f.sameNumber(a.inner(x.X), b.inner(y.X)) { // 10^{1.65/10} = 10^{0.165}
					f.pair(a.inner(x.Y), b.inner(y.Y), relation)
				}
				return
			}
			if y.Op == formula.Div {
				f.pairQuotients(a, b, x, y, relation)
				return
			}
			f.pair(a.inner(x.X), b.inner(y.X), relation)
		} else if c, ok := a.e.(formula.Call); ok && c.Func == "sigmoid" && y.Op == formula.Div {
			if u, ok := logisticArgument(y); ok {
				f.pair(a.inner(c.Args[0]), b.inner(u), relation)
			}
		}
		return
	case formula.Unary:
		f.pairSums(a, b, relation)
	case formula.Call:
		if x, ok := a.e.(formula.Call); ok && x.Func == y.Func && len(x.Args) == len(y.Args) {
			if isPeriodic(y.Func) && f.agree(a, b) {
				return // cos(42π/4) = cos(2π/4)
			}
			for i := range y.Args {
				f.pair(a.inner(x.Args[i]), b.inner(y.Args[i]), relation)
			}
		}
	case formula.Transpose:
		if x, ok := a.e.(formula.Transpose); ok {
			f.pair(a.inner(x.X), b.inner(y.X), relation)
		}
	}
}

func isPeriodic(function string) bool {
	return function == "sin" || function == "cos" || function == "tan"
}

// miscopied suspects a number that stands where the term before has another.
func (f *flow) miscopied(a, b part, k, i int, neg, negative bool) {
	before := a.literals[k]
	s := suspicion{b.term, i, negative, before.value, before.text, before.source, false}
	if neg {
		s.meant, s.text = f.c.Neg(s.meant), "-"+s.text
	}
	f.open = append(f.open, s)
}

// asQuotient writes ⅓·(a + b) as (a + b)/3.
func asQuotient(e formula.Expr) formula.Expr {
	b, ok := e.(formula.Binary)
	if !ok || b.Op != formula.Mul {
		return e
	}
	if q, ok := b.X.(formula.Binary); ok && q.Op == formula.Div {
		return formula.Binary{Op: formula.Div, X: formula.Binary{Op: formula.Mul, X: q.X, Y: b.Y}, Y: q.Y}
	}
	return e
}

// logisticArgument is u of 1/(1 + e^−u).
func logisticArgument(e formula.Binary) (formula.Expr, bool) {
	sum, ok := e.Y.(formula.Binary)
	if !ok || sum.Op != formula.Add {
		return nil, false
	}
	for _, x := range []formula.Expr{sum.Y, sum.X} {
		if c, ok := x.(formula.Call); ok && c.Func == "exp" {
			if u, ok := c.Args[0].(formula.Unary); ok {
				return u.X, true
			}
		}
	}
	return nil, false
}

// logisticSlope writes σ'(z) as σ(z)(1 − σ(z)).
func logisticSlope(e formula.Expr) (formula.Expr, bool) {
	c, ok := e.(formula.Call)
	if !ok || c.Func != "sigmoid'" {
		return e, false
	}
	value := formula.Call{Func: "sigmoid", Args: c.Args}
	return formula.Binary{Op: formula.Mul, X: value, Y: formula.Binary{Op: formula.Sub, X: formula.Number{Text: "1"}, Y: value}}, true
}

// areNumbers says whether formulas are nothing but numbers.
func areNumbers(list []formula.Expr) bool {
	for _, e := range list {
		if _, _, ok := signed(e); !ok {
			return false
		}
	}
	return true
}

func (f *flow) sameNumber(a, b part) bool {
	x, _, err1 := f.value(a, shown, f.log10())
	y, _, err2 := f.value(b, shown, f.log10())
	return err1 == nil && err2 == nil && len(x.Items) == 1 && len(y.Items) == 1 && x.Items[0].Compare(y.Items[0]) == number.Equal
}

func (f *flow) pairMatrix(a, b part, y formula.Matrix, relation formula.Relation) {
	if x, ok := a.e.(formula.Matrix); ok && len(x.Items) == len(y.Items) {
		for i := range y.Items {
			f.pair(a.inner(x.Items[i]), b.inner(y.Items[i]), relation)
		}
		return
	}
	shape := formula.Shape{Rows: y.Rows, Cols: y.Cols} // of what the name stands for
	order := func(i int) int { return i }              // in which its entries are printed
	if t, ok := a.e.(formula.Transpose); ok {
		if _, named := isName(t.X); named {
			a, shape = a.inner(t.X), formula.Shape{Rows: y.Cols, Cols: y.Rows}
			order = func(i int) int { return i%y.Cols*y.Rows + i/y.Cols }
		}
	}
	name, isName := isName(a.e)
	v, _, err := f.value(a, shown, f.log10())
	if err != nil && isName && isValue(y) { // what a name stands for is first seen here
		claims := make([]*Claim, len(y.Items))
		for i, item := range y.Items {
			claims[order(i)] = f.claim(b.term, item, relation)
			f.give(claims[order(i)])
		}
		f.bind(name, shape, claims, nil)
		return
	}
	if err != nil || len(v.Items) != len(y.Items) {
		return
	}
	if isName {
		if q := f.quantities[name]; q != nil && len(q.claims) == len(y.Items) {
			for i := range y.Items {
				if k, negative, ok := signed(y.Items[i]); ok {
					f.replaced(q, order(i), b, k, negative)
				}
			}
			return
		}
	}
	for i := range y.Items {
		if k, negative, ok := signed(y.Items[i]); ok {
			f.inner(part{term: a.term, e: a.e, entry: i}, b, k, negative, relation)
		}
	}
}

// unsigned takes the sign off a name or a number.
func unsigned(e formula.Expr) (inside formula.Expr, flipped bool) {
	inside = e
	for {
		u, ok := inside.(formula.Unary)
		if !ok {
			break
		}
		inside, flipped = u.X, !flipped
	}
	if _, ok := isName(inside); ok {
		return inside, flipped
	}
	if _, ok := place(inside); ok {
		return inside, flipped
	}
	return e, false
}

// inner pairs a part of a term with a literal that stands in its place.
func (f *flow) inner(a, b part, i int, negative bool, relation formula.Relation) {
	l := b.literals[i]
	if l.implied {
		return
	}
	if inside, flipped := unsigned(a.e); a.entry < 0 && flipped { // −z and −0.5 stand for each other as z and 0.5 do
		a, negative = a.inner(inside), !negative
	}
	if name, ok := isName(a.e); ok && a.entry < 0 {
		f.substituted(name, b, i, negative)
		return
	}
	if k, neg, ok := signed(a.e); ok && a.entry < 0 {
		before := a.literals[k]
		if before.value.Compare(l.value) == number.Equal && neg == negative {
			if l.source == nil || before.source != nil {
				l.source = before.source
			}
			return
		}
		p := l.printed
		if neg != negative || p.fits(before.value) == fitNone {
			f.miscopied(a, b, k, i, neg, negative)
			return
		}
	}
	if x, _, err := f.value(a, shown, f.log10()); err == nil && len(x.Items) != 1 {
		return // a formula of whole vectors, of which this is an entry
	} else if err != nil {
		c := f.claimAt(b.term, i, negative, tex.Relation(relation))
		f.give(c)
		f.gaps = append(f.gaps, gap{a, c, b.term, i})
		return
	}
	before := l.source
	c := f.claimAt(b.term, i, negative, tex.Relation(relation))
	f.judge(c, []part{a})
	if c.Verdict == Wrong && before != nil && before.misleads() {
		c.First = before // the wrong number again
	}
}
