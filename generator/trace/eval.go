package trace

import (
	"fmt"

	"longhand/generator/formula"
	"longhand/generator/number"
)

// Eval gives the value of a formula whose symbols lookup knows, with the precision of c: exact where arithmetic on
// exact values stays rational, else an enclosure that is sure to hold it. Errors are *formula.ShapeError for what cannot
// be computed at all, and those of package number, *number.DomainError and *number.UndecidedError among them.
func Eval(c *number.Context, e formula.Expr, lookup func(name string) (Value, bool)) (Value, error) {
	return EvalSigned(c, e, lookup, nil)
}

// EvalSigned is Eval where signs are known that no enclosure tells: there, what cannot be negative has a square root.
func EvalSigned(c *number.Context, e formula.Expr, lookup func(name string) (Value, bool), signs Signs) (Value, error) {
	v := evaluator{c, lookup, signs}
	return v.eval(e)
}

type evaluator struct {
	c      *number.Context
	lookup func(string) (Value, bool)
	signs  Signs
}

func problem(e formula.Expr, format string, args ...any) error {
	return &formula.ShapeError{At: e, Message: fmt.Sprintf(format, args...)}
}

func (v evaluator) eval(e formula.Expr) (Value, error) {
	switch e := e.(type) {
	case formula.Number:
		x, err := number.Parse(e.Text)
		return NumberValue(x), err
	case formula.Symbol:
		if v.lookup != nil {
			if x, ok := v.lookup(e.Name); ok {
				return x, nil
			}
		}
		if constant, ok := constants[e.Name]; ok {
			return NumberValue(constant(v.c)), nil
		}
		return Value{}, problem(e, "%s has no value", e.Name)
	case formula.Matrix:
		return v.blocks(e)
	case formula.Unary:
		x, err := v.eval(e.X)
		return v.each(x, func(a number.Real) (number.Real, error) { return v.c.Neg(a), nil }, err)
	case formula.Transpose:
		x, err := v.eval(e.X)
		return transpose(x), err
	case formula.Binary:
		return v.binary(e)
	case formula.Call:
		x, err := v.call(e)
		return x, placed(e, err)
	case formula.Index:
		return v.index(e)
	case formula.Sum:
		return v.sum(e)
	}
	panic(fmt.Sprintf("trace: no such node: %T", e))
}

// blocks puts a matrix together from its items, which may be matrices.
func (v evaluator) blocks(e formula.Matrix) (Value, error) {
	items := make([]Value, len(e.Items))
	var total formula.Shape
	for i, x := range e.Items {
		var err error
		if items[i], err = v.eval(x); err != nil {
			return Value{}, err
		}
		row, col := items[i/e.Cols*e.Cols], items[i%e.Cols]
		if items[i].Rows != row.Rows || items[i].Cols != col.Cols {
			return Value{}, problem(e, "a block is %v where its row has %d rows and its column %d columns", items[i].Shape, row.Rows, col.Cols)
		}
		if i < e.Cols {
			total.Cols += items[i].Cols
		}
		if i%e.Cols == 0 {
			total.Rows += items[i].Rows
		}
	}
	out := Value{total, make([]number.Real, 0, total.Size())}
	for i := range e.Rows {
		blocks := items[i*e.Cols : (i+1)*e.Cols]
		for row := range blocks[0].Rows {
			for _, b := range blocks {
				out.Items = append(out.Items, b.Items[row*b.Cols:(row+1)*b.Cols]...)
			}
		}
	}
	return out, nil
}

func (v evaluator) each(x Value, f func(number.Real) (number.Real, error), err error) (Value, error) {
	if err != nil {
		return Value{}, err
	}
	items := make([]number.Real, len(x.Items))
	for i, a := range x.Items {
		if items[i], err = f(a); err != nil {
			return Value{}, err
		}
	}
	return Value{x.Shape, items}, nil
}

func transpose(x Value) Value {
	t := Value{formula.Shape{Rows: x.Cols, Cols: x.Rows}, make([]number.Real, len(x.Items))}
	for i := range x.Rows {
		for j := range x.Cols {
			t.Items[j*x.Rows+i] = x.Items[i*x.Cols+j]
		}
	}
	return t
}

func (v evaluator) binary(e formula.Binary) (Value, error) {
	x, err := v.eval(e.X)
	if err != nil {
		return Value{}, err
	}
	y, err := v.eval(e.Y)
	if err != nil {
		return Value{}, err
	}
	if e.Op == formula.Mul && !x.IsScalar() && !y.IsScalar() {
		if x.Cols != y.Rows {
			return Value{}, problem(e, "%v times %v: the first has %d columns, the second %d rows", x.Shape, y.Shape, x.Cols, y.Rows)
		}
		return v.product(x, y), nil
	}
	shape := x.Shape
	if x.IsScalar() {
		shape = y.Shape
	} else if !y.IsScalar() && x.Shape != y.Shape {
		return Value{}, problem(e, "%v and %v do not go together entry by entry", x.Shape, y.Shape)
	}
	items := make([]number.Real, shape.Size())
	for i := range shape.Rows {
		for j := range shape.Cols {
			if items[i*shape.Cols+j], err = v.operate(e.Op, x.At(i, j), y.At(i, j)); err != nil {
				return Value{}, placed(e, err)
			}
		}
	}
	return Value{shape, items}, nil
}

// product has one dot product per entry.
func (v evaluator) product(x, y Value) Value {
	p := Value{formula.Shape{Rows: x.Rows, Cols: y.Cols}, make([]number.Real, x.Rows*y.Cols)}
	column := make([]number.Real, y.Rows)
	for j := range y.Cols {
		for k := range column {
			column[k] = y.Items[k*y.Cols+j]
		}
		for i := range x.Rows {
			p.Items[i*p.Cols+j] = v.c.Dot(x.Items[i*x.Cols:(i+1)*x.Cols], column)
		}
	}
	return p
}

func (v evaluator) operate(op formula.BinaryOp, x, y number.Real) (number.Real, error) {
	switch op {
	case formula.Add:
		return v.c.Add(x, y), nil
	case formula.Sub:
		return v.c.Sub(x, y), nil
	case formula.Mul, formula.Hadamard:
		return v.c.Mul(x, y), nil
	case formula.Div:
		return v.c.Div(x, y)
	case formula.Pow:
		if n, ok := wholeNumber(y); ok {
			return v.c.PowInt(x, n)
		}
		return v.c.Pow(x, y)
	}
	panic("trace: no such operation")
}

func wholeNumber(x number.Real) (int, bool) {
	r, ok := x.Rat()
	if !ok || !r.IsInt() || !r.Num().IsInt64() {
		return 0, false
	}
	return int(r.Num().Int64()), true
}

func (v evaluator) index(e formula.Index) (Value, error) {
	at := make([]int, len(e.At), 2)
	for i, k := range e.At {
		x, err := v.eval(k)
		if err != nil {
			return Value{}, err
		}
		n, ok := wholeNumber(x.Items[0])
		if !ok {
			return Value{}, problem(e, "an index is not a whole number")
		}
		at[i] = n
	}
	x, err := v.eval(e.X)
	if err != nil {
		return Value{}, err
	}
	if len(at) == 1 {
		at = append(at, 1)
		if x.Rows == 1 { // one index into a row counts its columns
			at[0], at[1] = 1, at[0]
		}
	}
	if len(at) != 2 || at[0] < 1 || at[0] > x.Rows || at[1] < 1 || at[1] > x.Cols {
		return Value{}, problem(e, "no such entry in %v", x.Shape)
	}
	return NumberValue(x.At(at[0]-1, at[1]-1)), nil
}

// maxTerms bounds a sum that is written with Σ.
const maxTerms = 100_000

func (v evaluator) sum(e formula.Sum) (Value, error) {
	var bounds [2]int
	for i, b := range []formula.Expr{e.From, e.To} {
		x, err := v.eval(b)
		if err != nil {
			return Value{}, err
		}
		n, ok := wholeNumber(x.Items[0])
		if !ok {
			return Value{}, problem(e, "a bound of a sum is not a whole number")
		}
		bounds[i] = n
	}
	if bounds[1] < bounds[0] || bounds[1]-bounds[0] >= maxTerms {
		return Value{}, problem(e, "a sum from %d to %d", bounds[0], bounds[1])
	}
	var total Value
	for k := bounds[0]; k <= bounds[1]; k++ {
		inner := evaluator{v.c, func(name string) (Value, bool) {
			if name == e.Var {
				return NumberValue(number.FromInt(int64(k))), true
			}
			if v.lookup == nil {
				return Value{}, false
			}
			return v.lookup(name)
		}, v.signs}
		x, err := inner.eval(e.Body)
		if err != nil {
			return Value{}, err
		}
		if k == bounds[0] {
			total = x
			continue
		}
		for i := range total.Items {
			total.Items[i] = v.c.Add(total.Items[i], x.Items[i])
		}
	}
	return total, nil
}
