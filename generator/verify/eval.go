package verify

import (
	"fmt"
	"strconv"
	"strings"

	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/tex"
	"longhand/generator/trace"
)

// evaluator computes what an article's formula gives. Articles are looser than Longhand's own formulas: a row stands for
// a column, a product sign between vectors is meant entry by entry, and a function may be one that no table knows. So
// this evaluator bends where trace.Eval must not; the arithmetic of numbers is the same certified one.
type evaluator struct {
	c *number.Context
	// literal gives the value of the literal at a place in the term, symbol that of a name.
	literal func(i int) trace.Value
	symbol  func(key string) (trace.Value, bool)
	// function computes what the article itself defines, f(z) = …; nil where it defines none.
	function func(name string, argument trace.Value) (trace.Value, bool)
	base10   bool // log is the common logarithm
	usedLog  bool
	degrees  bool // angles are in degrees
	usedTrig bool
	bound    map[string]trace.Value // variables of sums
	steps    int
}

// evalError says why a term has no value.
type evalError string

func (e evalError) Error() string { return string(e) }

func noValue(format string, args ...any) error { return evalError(fmt.Sprintf(format, args...)) }

// Limits for hostile articles.
const (
	maxSteps    = 20_000
	maxExponent = 100_000
	maxEntries  = 4096
)

// lift replaces the literals of a term by symbols that name their place, so that one tree can be computed with the
// digits shown, with the numbers they stand for, and with what they should have been.
func lift(t tex.Term) formula.Expr {
	i := -1
	var walk func(e formula.Expr, index bool) formula.Expr
	walk = func(e formula.Expr, index bool) formula.Expr {
		if n, ok := e.(formula.Number); ok {
			i++
			if index {
				return n
			}
			return formula.Symbol{Name: "#" + strconv.Itoa(i)}
		}
		old := formula.Children(e)
		if len(old) == 0 {
			return e
		}
		c := make([]formula.Expr, len(old))
		for k, x := range old {
			_, isIndex := e.(formula.Index)
			_, isSum := e.(formula.Sum)
			c[k] = walk(x, index || isIndex && k > 0 || isSum && k < 2)
		}
		return formula.WithChildren(e, c)
	}
	return walk(t.Expr, false)
}

// place is the place of a lifted literal among the term's literals.
func place(e formula.Expr) (int, bool) {
	s, ok := e.(formula.Symbol)
	if !ok || !strings.HasPrefix(s.Name, "#") {
		return 0, false
	}
	i, err := strconv.Atoi(s.Name[1:])
	return i, err == nil
}

// compute evaluates a lifted formula, turning the panics of the arithmetic's size limits into errors.
func (v *evaluator) compute(e formula.Expr) (x trace.Value, err error) {
	defer func() {
		if r := recover(); r != nil {
			limit, ok := r.(*number.LimitError)
			if !ok {
				panic(r)
			}
			err = limit
		}
	}()
	return v.eval(e)
}

func (v *evaluator) eval(e formula.Expr) (trace.Value, error) {
	if v.steps++; v.steps > maxSteps {
		return trace.Value{}, noValue("a formula of more than %d steps", maxSteps)
	}
	if i, ok := place(e); ok {
		return v.literal(i), nil
	}
	switch e := e.(type) {
	case formula.Number:
		x, err := number.Parse(e.Text)
		return trace.NumberValue(x), err
	case formula.Symbol:
		return v.name(e.Name)
	case formula.Index:
		return v.index(e)
	case formula.Matrix:
		return v.matrix(e)
	case formula.Transpose:
		x, err := v.eval(e.X)
		return transposed(x), err
	case formula.Unary:
		x, err := v.eval(e.X)
		if err != nil {
			return x, err
		}
		return v.each(x, func(a number.Real) (number.Real, error) { return v.c.Neg(a), nil })
	case formula.Binary:
		return v.binary(e)
	case formula.Call:
		return v.call(e)
	case formula.Sum:
		return v.sum(e)
	}
	return trace.Value{}, noValue("%T", e)
}

func (v *evaluator) name(key string) (trace.Value, error) {
	if x, ok := v.bound[key]; ok {
		return x, nil
	}
	if v.symbol != nil {
		if x, ok := v.symbol(key); ok {
			return x, nil
		}
	}
	switch key {
	case "pi":
		return trace.NumberValue(v.c.Pi()), nil
	case "e":
		return trace.NumberValue(v.c.E()), nil
	}
	return trace.Value{}, noValue("%s has no value here", key)
}

func (v *evaluator) index(e formula.Index) (trace.Value, error) {
	at := make([]int, len(e.At))
	parts := make([]string, len(e.At))
	for i, k := range e.At {
		x, err := v.eval(k)
		if err != nil {
			return x, noValue("%s has no value here", tex.Key(e))
		}
		n, ok := wholeNumber(x)
		if !ok {
			return x, noValue("an index that is no whole number")
		}
		at[i], parts[i] = n, strconv.Itoa(n)
	}
	if s, ok := e.X.(formula.Symbol); ok && v.symbol != nil {
		if x, ok := v.symbol(s.Name + "_" + strings.Join(parts, ",")); ok {
			return x, nil
		}
	}
	x, err := v.eval(e.X)
	if err != nil {
		return x, noValue("%s has no value here", tex.Key(e))
	}
	if len(at) == 1 && at[0] > 10 && x.Rows > 1 && x.Cols > 1 && at[0] < 100 { // w₁₂ is w₁,₂
		at = []int{at[0] / 10, at[0] % 10}
	}
	if len(at) == 1 {
		if x.Rows != 1 && x.Cols != 1 || at[0] < 1 || at[0] > len(x.Items) {
			return x, noValue("%s is no entry", tex.Key(e))
		}
		return trace.NumberValue(x.Items[at[0]-1]), nil
	}
	if len(at) != 2 || at[0] < 1 || at[1] < 1 || at[0] > x.Rows || at[1] > x.Cols {
		return x, noValue("%s is no entry", tex.Key(e))
	}
	return trace.NumberValue(x.At(at[0]-1, at[1]-1)), nil
}

func wholeNumber(x trace.Value) (int, bool) {
	if len(x.Items) != 1 {
		return 0, false
	}
	r, ok := x.Items[0].Rat()
	if !ok || !r.IsInt() || !r.Num().IsInt64() {
		return 0, false
	}
	n := r.Num().Int64()
	if n > maxExponent || n < -maxExponent {
		return 0, false
	}
	return int(n), true
}

func (v *evaluator) matrix(e formula.Matrix) (trace.Value, error) {
	m := trace.Value{Shape: formula.Shape{Rows: e.Rows, Cols: e.Cols}}
	for _, item := range e.Items {
		x, err := v.eval(item)
		if err != nil {
			return x, err
		}
		if len(x.Items) != 1 {
			return x, noValue("a matrix inside a matrix")
		}
		m.Items = append(m.Items, x.Items[0])
	}
	return m, nil
}

func transposed(x trace.Value) trace.Value {
	t := trace.Value{Shape: formula.Shape{Rows: x.Cols, Cols: x.Rows}, Items: make([]number.Real, len(x.Items))}
	for i := range x.Rows {
		for j := range x.Cols {
			t.Items[j*x.Rows+i] = x.Items[i*x.Cols+j]
		}
	}
	return t
}

func (v *evaluator) each(x trace.Value, f func(number.Real) (number.Real, error)) (trace.Value, error) {
	y := trace.Value{Shape: x.Shape, Items: make([]number.Real, len(x.Items))}
	for i, a := range x.Items {
		var err error
		if y.Items[i], err = f(a); err != nil {
			return y, err
		}
	}
	return y, nil
}

func (v *evaluator) binary(e formula.Binary) (trace.Value, error) {
	x, err := v.eval(e.X)
	if err != nil {
		return x, err
	}
	y, err := v.eval(e.Y)
	if err != nil {
		return y, err
	}
	if e.Op == formula.Pow && len(x.Items) == 1 && len(y.Items) == 1 {
		p, err := v.power(x.Items[0], y)
		return trace.NumberValue(p), err
	}
	if n, ok := wholeNumber(y); ok && e.Op == formula.Pow && len(x.Items) > 1 && x.Rows == x.Cols {
		if n < 1 || n > 64 {
			return x, noValue("a matrix to the power of %d", n)
		}
		p := x
		for range n - 1 {
			if p, err = v.product(p, x); err != nil {
				return p, err
			}
		}
		return p, nil
	}
	if e.Op == formula.Mul && len(x.Items) > 1 && len(y.Items) > 1 {
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
	for i := range out.Items {
		a, b := x.Items[min(i, len(x.Items)-1)], y.Items[min(i, len(y.Items)-1)]
		if out.Items[i], err = v.operate(e.Op, a, b); err != nil {
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

func (v *evaluator) sum(e formula.Sum) (trace.Value, error) {
	from, err := v.eval(e.From)
	if err != nil {
		return from, err
	}
	to, err := v.eval(e.To)
	if err != nil {
		return to, err
	}
	a, ok1 := wholeNumber(from)
	b, ok2 := wholeNumber(to)
	if !ok1 || !ok2 || b < a || b-a > 1000 {
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
	return total, nil
}
