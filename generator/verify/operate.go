package verify

import (
	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/trace"
)

func (v *evaluator) binary(e formula.Binary) (trace.Value, error) {
	x, err := v.eval(e.X)
	if err != nil {
		return x, err
	}
	y, err := v.eval(e.Y)
	if err != nil {
		return y, err
	}
	return v.combine(e.Op, x, y)
}

// combine is x op y, of numbers, vectors and matrices.
func (v *evaluator) combine(op formula.BinaryOp, x, y trace.Value) (trace.Value, error) {
	if op == formula.Pow && len(x.Items) == 1 && len(y.Items) == 1 {
		p, err := v.power(x.Items[0], y)
		return trace.NumberValue(p), err
	}
	if op == formula.Pow && len(x.Items) > 1 && x.Rows == x.Cols && !v.entrywise {
		// Texts on training write G² for the squares of a matrix's entries as often as others mean G G.
		return x, noValue("a power of a square matrix may be meant entry by entry or as a product")
	}
	if op == formula.Mul && len(x.Items) > 1 && len(y.Items) > 1 && !(v.entrywise && len(x.Items) == len(y.Items) && (x.Shape == y.Shape || isVector(x) && isVector(y))) {
		return v.product(x, y)
	}
	shape := x.Shape
	if len(x.Items) == 1 {
		shape = y.Shape
	} else if len(y.Items) > 1 && x.Shape != y.Shape {
		// a row beside a column of the same size: one of them was written the other way for want of space
		if len(x.Items) != len(y.Items) || !isVector(x) || !isVector(y) {
			return x, noValue("%v and %v do not go together", x.Shape, y.Shape)
		}
		y.Shape = x.Shape
	}
	out := trace.Value{Shape: shape, Items: make([]number.Real, shape.Size())}
	var err error
	for i := range out.Items {
		a, b := x.Items[min(i, len(x.Items)-1)], y.Items[min(i, len(y.Items)-1)]
		if out.Items[i], err = v.operate(op, a, b); err != nil {
			return out, err
		}
	}
	return out, nil
}

func isVector(x trace.Value) bool { return x.Rows == 1 || x.Cols == 1 }

func (v *evaluator) operate(op formula.BinaryOp, a, b number.Real) (number.Real, error) {
	switch op {
	case formula.Add:
		return v.c.Add(a, b), nil
	case formula.Sub:
		return v.c.Sub(a, b), nil
	case formula.Div:
		return v.c.Div(a, b)
	case formula.Pow:
		return v.power(a, trace.NumberValue(b))
	}
	return v.c.Mul(a, b), nil
}

func (v *evaluator) power(a number.Real, y trace.Value) (number.Real, error) {
	if n, ok := wholeNumber(y); ok {
		return v.c.PowInt(a, n)
	}
	if order := y.Items[0].Compare(number.FromInt(maxExponent)); order == number.Greater {
		return a, noValue("an exponent over %d", maxExponent)
	}
	if order := y.Items[0].Compare(number.FromInt(-maxExponent)); order == number.Less {
		return a, noValue("an exponent below −%d", maxExponent)
	}
	return v.c.Pow(a, y.Items[0])
}

// product is the matrix product where the shapes allow it; of two vectors that were both written as rows or both as
// columns it is the scalar product.
func (v *evaluator) product(x, y trace.Value) (trace.Value, error) {
	if x.Cols != y.Rows {
		switch {
		case v.dyadic && isVector(x) && isVector(y):
			x.Shape, y.Shape = formula.Shape{Rows: len(x.Items), Cols: 1}, formula.Shape{Rows: 1, Cols: len(y.Items)}
		case isVector(x) && isVector(y) && len(x.Items) == len(y.Items):
			return trace.NumberValue(v.c.Dot(x.Items, y.Items)), nil
		case isVector(y) && x.Cols == y.Cols && y.Rows == 1, isVector(y) && y.Rows == 1 && len(y.Items) == x.Cols:
			y = transposed(y)
		case isVector(x) && x.Rows == y.Rows && x.Cols == 1:
			x = transposed(x)
		default:
			return x, noValue("%v times %v", x.Shape, y.Shape)
		}
	}
	if x.Rows*y.Cols > maxEntries {
		return x, noValue("a product of more than %d entries", maxEntries)
	}
	p := trace.Value{Shape: formula.Shape{Rows: x.Rows, Cols: y.Cols}}
	for i := range x.Rows {
		for j := range y.Cols {
			var s number.Real
			for k := range x.Cols {
				s = v.c.Add(s, v.c.Mul(x.At(i, k), y.At(k, j)))
			}
			p.Items = append(p.Items, s)
		}
	}
	return p, nil
}

// outer is x ⊗ y: of two vectors every entry of the one times every entry of the other, or, where the article's result shows
// that, entry by entry.
func (v *evaluator) outer(x, y trace.Value) (trace.Value, error) {
	if v.entrywise || len(x.Items) == 1 || len(y.Items) == 1 || !isVector(x) || !isVector(y) {
		return v.combine(formula.Hadamard, x, y)
	}
	x.Shape = formula.Shape{Rows: len(x.Items), Cols: 1}
	y.Shape = formula.Shape{Rows: 1, Cols: len(y.Items)}
	return v.product(x, y)
}

func (v *evaluator) sum(e formula.Sum) (trace.Value, error) {
	from, err := v.eval(e.From)
	if err != nil {
		return from, err
	}
	a, ok1 := wholeNumber(from)
	b, ok2, open := a+maxTerms, true, false
	to, err := v.eval(e.To)
	if _, isName := e.To.(formula.Symbol); err != nil && isName {
		open = true // over all entries that there are
	} else if err != nil {
		return to, err
	} else {
		b, ok2 = wholeNumber(to)
	}
	if !ok1 || !ok2 || b < a || b-a > maxTerms {
		return from, noValue("a sum whose bounds are not known")
	}
	outer := v.bound
	defer func() { v.bound = outer }()
	var total trace.Value
	for k := a; k <= b; k++ {
		v.bound = map[string]trace.Value{e.Var: trace.NumberValue(number.FromInt(int64(k)))}
		for name, x := range outer {
			if name != e.Var {
				v.bound[name] = x
			}
		}
		x, err := v.eval(e.Body)
		if err != nil && open && k > a+1 {
			return total, nil
		}
		if err != nil {
			return x, err
		}
		if k == a {
			total = x
			continue
		}
		if len(x.Items) != len(total.Items) {
			return x, noValue("terms of different shapes")
		}
		for i := range total.Items {
			total.Items[i] = v.c.Add(total.Items[i], x.Items[i])
		}
	}
	if open {
		return total, noValue("a sum whose bounds are not known")
	}
	return total, nil
}

// maxTerms bounds a sum.
const maxTerms = 1000
