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
	// written gives the value that the article printed for a formula; nil where it printed none.
	written func(e formula.Expr) (trace.Value, bool)
	// column is the data that a letter stands for inside a sum without bounds; nil where there are none.
	column   func(key string) (trace.Value, bool)
	base10   bool // log is the common logarithm
	usedLog  bool
	degrees  bool // angles are in degrees
	unitless bool // numbers are taken without their units
	usedTrig bool
	bound    map[string]trace.Value // variables of sums
	// entrywise multiplies vectors of the same size entry by entry
	entrywise bool
	// dyadic makes a matrix of the product of two vectors that are both written as rows
	dyadic  bool
	summing bool // what is computed stands in a sum without bounds
	steps   int
	masked  *bool // a softmax is being computed, in which ∞ has a value
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
	// maskedScore stands for ∞ inside a softmax, where the exponential of −∞ is 0: e^−10000 is 0 to more digits than anyone prints.
	maskedScore = 10_000
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
		if x, ok := v.printed(e); ok {
			return x, nil
		}
		x, err := v.eval(e.X)
		return transposed(x), err
	case formula.Unary:
		x, err := v.eval(e.X)
		if err != nil {
			return x, err
		}
		return v.each(x, func(a number.Real) (number.Real, error) { return v.c.Neg(a), nil })
	case formula.Binary:
		if x, ok := v.printed(e); ok {
			return x, nil
		}
		return v.binary(e)
	case formula.Call:
		return v.call(e)
	case formula.Sum:
		return v.sum(e)
	}
	return trace.Value{}, noValue("%T", e)
}

func (v *evaluator) printed(e formula.Expr) (trace.Value, bool) {
	if v.written == nil || len(v.bound) > 0 {
		return trace.Value{}, false
	}
	return v.written(e)
}

func (v *evaluator) name(key string) (trace.Value, error) {
	if x, ok := v.bound[key]; ok {
		return x, nil
	}
	if v.summing && v.column != nil {
		if x, ok := v.column(key); ok {
			return x, nil
		}
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
	case "infty":
		if v.masked != nil && *v.masked {
			return trace.NumberValue(number.FromInt(maskedScore)), nil
		}
	}
	return trace.Value{}, noValue("%s has no value here", key)
}

func (v *evaluator) index(e formula.Index) (trace.Value, error) {
	at := make([]int, len(e.At))
	parts := make([]string, len(e.At))
	for i, k := range e.At {
		x, err := v.eval(k)
		if err != nil {
			if s, ok := v.symbolOf(tex.Key(e)); ok { // d_k, where k counts nothing
				return s, nil
			}
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
	if s, ok := e.X.(formula.Symbol); err != nil && ok && v.column != nil && len(v.bound) > 0 { // xᵢ of the data, below Σ
		if data, ok := v.column(s.Name); ok {
			x, err = data, nil
		}
	}
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

// symbolOf is the value of a name as it is written.
func (v *evaluator) symbolOf(key string) (trace.Value, bool) {
	if v.symbol == nil {
		return trace.Value{}, false
	}
	return v.symbol(key)
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
