package verify

import (
	"longhand/generator/formula"
	"longhand/generator/number"
)

// addend is a term of a sum with its sign.
type addend struct {
	negative bool
	e        formula.Expr
}

// addends parts a sum into its terms.
func addends(e formula.Expr, negative bool, out []addend) []addend {
	switch e := e.(type) {
	case formula.Binary:
		switch e.Op {
		case formula.Add:
			return addends(e.Y, negative, addends(e.X, negative, out))
		case formula.Sub:
			return addends(e.Y, !negative, addends(e.X, negative, out))
		}
	case formula.Unary:
		return addends(e.X, !negative, out)
	}
	return append(out, addend{negative, e})
}

// factors parts a product; where unsigned is set the signs of the factors are taken off.
func factors(e formula.Expr, unsigned bool, out []formula.Expr) []formula.Expr {
	switch e := e.(type) {
	case formula.Binary:
		if e.Op == formula.Mul || e.Op == formula.Hadamard {
			return factors(e.Y, unsigned, factors(e.X, unsigned, out))
		}
	case formula.Unary:
		if unsigned {
			return factors(e.X, unsigned, out)
		}
	}
	return append(out, e)
}

// pairSums pairs the terms of two sums. Terms that are zero may have been left out.
func (f *flow) pairSums(a, b part, relation formula.Relation) {
	y := addends(b.e, false, nil)
	a = f.unrolled(a, len(y))
	x := addends(a.e, false, nil)
	if g := bracketed(a, x); len(x) > len(y) && len(g) == len(y) {
		x = g
	}
	if len(x) != len(y) {
		x, y = f.withoutZeros(a, x), f.withoutZeros(b, y)
	}
	if len(x) != len(y) {
		return
	}
	if len(y) > 1 && !f.matches(a, b, x, y) {
		return
	}
	for i := range y {
		left, right := x[i], y[i]
		if left.negative && !right.negative { // +0.41 printed for −(0.643)(−0.637)
			left = addend{false, formula.Unary{Op: formula.Neg, X: left.e}}
		}
		negative := left.negative != right.negative
		if k, neg, ok := signed(right.e); ok {
			// a − b printed for a + (−b): the number printed is −b
			f.inner(a.inner(left.e), b, k, neg != negative, relation)
			continue
		}
		if negative {
			if b, ok := right.e.(formula.Binary); !ok || b.Op != formula.Mul && b.Op != formula.Div {
				continue
			}
			right.e = withSign(right.e) // −1.0 × 0.2338 is (−1.0) × 0.2338
		}
		f.pair(a.inner(left.e), b.inner(right.e), relation)
	}
}

// withSign puts a minus sign to the first factor of a product or quotient.
func withSign(e formula.Expr) formula.Expr {
	if b, ok := e.(formula.Binary); ok && (b.Op == formula.Mul || b.Op == formula.Hadamard || b.Op == formula.Div) {
		b.X = withSign(b.X)
		return b
	}
	return formula.Unary{Op: formula.Neg, X: e}
}

// matches says whether the terms of two sums stand for each other in their order, and reorders those of the first where
// the second only took another order. Where several terms differ by far the sum was grouped anew, and nothing is paired.
func (f *flow) matches(a, b part, x, y []addend) bool {
	far := func(i, j int, unknown bool) bool {
		p, ok1 := f.scalar(a.inner(x[i].e), shown, f.log10())
		q, ok2 := f.scalar(b.inner(y[j].e), shown, f.log10())
		if !ok1 || !ok2 {
			return unknown
		}
		if x[i].negative {
			p = f.c.Neg(p)
		}
		if y[j].negative {
			q = f.c.Neg(q)
		}
		gap := f.c.Mul(f.c.Abs(f.c.Sub(p, q)), number.FromInt(20))
		return gap.Compare(f.c.Max(f.c.Abs(p), f.c.Abs(q))) == number.Greater // more than 5 %
	}
	misfits := 0
	for i := range y {
		if !far(i, i, false) {
			continue
		}
		swapped := false
		for k := i + 1; k < len(x); k++ {
			if !far(k, i, true) {
				x[i], x[k] = x[k], x[i]
				swapped = true
				break
			}
		}
		if !swapped {
			misfits++
		}
	}
	return misfits == 0 || misfits == 1 && len(y) > 1 && !f.agree(a, b)
}

// agree says whether two parts have the same value within the rounding of their numbers.
func (f *flow) agree(a, b part) bool {
	x, _, err1 := f.value(a, readings, f.log10())
	y, _, err2 := f.value(b, readings, f.log10())
	if err1 != nil || err2 != nil || len(x.Items) != 1 || len(y.Items) != 1 {
		return false
	}
	return agree(x.Items[0], y.Items[0])
}

func (f *flow) withoutZeros(p part, list []addend) []addend {
	var out []addend
	for _, t := range list {
		x, _, err := f.value(p.inner(t.e), shown, f.log10())
		if err == nil && len(x.Items) == 1 && x.Items[0].Compare(number.FromInt(0)) == number.Equal {
			continue
		}
		out = append(out, t)
	}
	return out
}

// pairProducts pairs the factors of two products. Factors that stand in both are set aside; a single number that is left
// stands for all that is left of the other.
func (f *flow) pairProducts(a, b part, relation formula.Relation) {
	if slope, ok := logisticSlope(a.e); ok && areNumbers(factors(b.e, false, nil)) {
		a = a.inner(slope)
	}
	x, y := factors(a.e, false, nil), factors(b.e, false, nil)
	if len(x) == len(y) {
		misfits := 0
		for i := range y {
			if f.farFactors(a, b, x[i], y[i]) {
				misfits++
			}
		}
		if misfits > 1 || misfits == 1 && (len(y) < 2 || f.agree(a, b)) {
			return
		}
		for i := range y {
			f.pair(a.inner(x[i]), b.inner(y[i]), relation)
		}
		return
	}
	x, y = factors(a.e, true, nil), factors(b.e, true, nil)
	var rest []formula.Expr
	used := make([]bool, len(x))
	for _, e := range y {
		found := false
		for i := range x {
			if !used[i] && f.sameNumber(a.inner(x[i]), b.inner(e)) {
				used[i], found = true, true
				f.pair(a.inner(x[i]), b.inner(e), relation)
				break
			}
		}
		if !found {
			rest = append(rest, e)
		}
	}
	if len(y) >= len(x) {
		return
	}
	rest = f.pairRuns(a, b, x, used, rest, relation)
	if len(rest) != 1 {
		return
	}
	var left formula.Expr
	for i, e := range x {
		if used[i] {
			continue
		}
		if left == nil {
			left = e
		} else {
			left = formula.Binary{Op: formula.Mul, X: left, Y: e}
		}
	}
	if k, neg, ok := signed(rest[0]); ok && left != nil {
		f.inner(a.inner(left), b, k, neg, relation)
	}
}

// pairRuns pairs factors of b with products of neighbouring factors of a that are near to them, and gives those that are
// left: where more than one is, the product was grouped anew in a way that is not understood.
func (f *flow) pairRuns(a, b part, x []formula.Expr, used []bool, rest []formula.Expr, relation formula.Relation) []formula.Expr {
	var left []formula.Expr
	for k := len(rest) - 1; k >= 0; k-- { // what is last is computed first
		e := rest[k]
		from, to, run := f.runOf(a, b, x, used, e, f.fitsFactor)
		if from < 0 {
			from, to, run = f.runOf(a, b, x, used, e, f.nearFactors)
		}
		if from < 0 || len(left)+k == 0 { // one that is left stands for all that is left
			left = append(left, e)
			continue
		}
		for i := from; i <= to; i++ {
			used[i] = true
		}
		f.pair(a.inner(run), b.inner(e), relation)
	}
	return left
}

// runOf finds the first run of unused neighbours of which a factor of b may be the product.
func (f *flow) runOf(a, b part, x []formula.Expr, used []bool, e formula.Expr, may func(a, b part, product, e formula.Expr) bool) (from, to int, run formula.Expr) {
	for i := range x {
		var product formula.Expr
		for j := i; j < len(x) && !used[j]; j++ {
			if product == nil {
				product = x[j]
			} else {
				product = formula.Binary{Op: formula.Mul, X: product, Y: x[j]}
			}
			if may(a, b, product, e) {
				return i, j, product
			}
		}
	}
	return -1, -1, nil
}

// fitsFactor says whether a factor of b is a product of a, rounded as it is printed.
func (f *flow) fitsFactor(a, b part, product, e formula.Expr) bool {
	k, negative, ok := signed(e)
	x, known := f.scalar(a.inner(product), shown, f.log10())
	if !ok || !known {
		return false
	}
	if negative {
		x = f.c.Neg(x)
	}
	return b.literals[k].printed.fits(x) >= fitRounded
}

// nearFactors says whether two factors have values that differ by less than one part in twenty.
func (f *flow) nearFactors(a, b part, x, y formula.Expr) bool {
	_, ok1 := f.scalar(a.inner(x), shown, f.log10())
	_, ok2 := f.scalar(b.inner(y), shown, f.log10())
	return ok1 && ok2 && !f.farFactors(a, b, x, y)
}

// pairQuotients pairs numerator and denominator, where the fraction was not reduced: (2/5)·3/5 = 6/25.
func (f *flow) pairQuotients(a, b part, x, y formula.Binary, relation formula.Relation) {
	above, below := f.farFactors(a, b, x.X, y.X), f.farFactors(a, b, x.Y, y.Y)
	if above && below || (above || below) && f.agree(a, b) {
		return
	}
	f.pair(a.inner(x.X), b.inner(y.X), relation)
	f.pair(a.inner(x.Y), b.inner(y.Y), relation)
}

// farFactors says whether two factors cannot stand for each other.
func (f *flow) farFactors(a, b part, x, y formula.Expr) bool {
	u, _, err1 := f.value(a.inner(x), shown, f.log10())
	v, _, err2 := f.value(b.inner(y), shown, f.log10())
	if err1 != nil || err2 != nil || len(u.Items) != 1 || len(v.Items) != 1 {
		return false
	}
	p, q := u.Items[0], v.Items[0]
	gap := f.c.Mul(f.c.Abs(f.c.Sub(p, q)), number.FromInt(20))
	return gap.Compare(f.c.Max(f.c.Abs(p), f.c.Abs(q))) == number.Greater
}
