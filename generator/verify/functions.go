package verify

import (
	"strings"

	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/tex"
	"longhand/generator/trace"
)

// lenient are functions that have a value here wherever they might have one: an article is examined at one precision, which is not
// raised until they are decided.
var lenient = map[string]func(*number.Context, number.Real) (number.Real, error){
	"relu": func(c *number.Context, x number.Real) (number.Real, error) {
		return c.Max(x, number.FromInt(0)), nil
	},
	// step is 1 above 0 and 0 below; at 0 the convention of those who derive ReLU is 0.
	"step": func(c *number.Context, x number.Real) (number.Real, error) {
		switch x.Compare(number.FromInt(0)) {
		case number.Greater:
			return number.FromInt(1), nil
		case number.Undecided:
			return c.Between(number.FromInt(0), number.FromInt(1)), nil
		}
		return number.FromInt(0), nil
	},
	"arcsin": arcsin,
	"arccos": func(c *number.Context, x number.Real) (number.Real, error) {
		y, err := arcsin(c, x)
		if err != nil {
			return y, err
		}
		right, err := c.Div(c.Pi(), number.FromInt(2))
		return c.Sub(right, y), err
	},
	"sign": func(c *number.Context, x number.Real) (number.Real, error) {
		switch x.Compare(number.FromInt(0)) {
		case number.Greater:
			return number.FromInt(1), nil
		case number.Less:
			return number.FromInt(-1), nil
		case number.Undecided:
			return c.Between(number.FromInt(-1), number.FromInt(1)), nil
		}
		return number.FromInt(0), nil
	},
}

// inDegrees says whether an angle is written with the sign of degrees, and converted by that: x·π/180.
func inDegrees(e formula.Expr) bool {
	b, ok := e.(formula.Binary)
	if !ok || b.Op != formula.Mul {
		return false
	}
	ratio, ok := b.Y.(formula.Binary)
	return ok && ratio.Op == formula.Div && ratio.X == formula.Expr(formula.Symbol{Name: "pi"})
}

// arcsin is 2 arctan(x/(1 + √(1 − x²))).
func arcsin(c *number.Context, x number.Real) (number.Real, error) {
	root, err := c.Sqrt(c.Sub(number.FromInt(1), c.Mul(x, x)))
	if err != nil {
		return x, err
	}
	y, err := c.Div(x, c.Add(number.FromInt(1), root))
	return c.Mul(number.FromInt(2), c.Atan(y)), err
}

// entrywise gives a function that acts on every entry of its argument.
func entrywise(name string) (func(*number.Context, number.Real) (number.Real, error), bool) {
	if f, ok := lenient[name]; ok {
		return f, true
	}
	return trace.Elementary(name)
}

func (v *evaluator) call(e formula.Call) (trace.Value, error) {
	if e.Func == "sum" || e.Func == "mean" {
		outer, summing := v.entrywise, v.summing
		v.entrywise, v.summing = true, true
		defer func() { v.entrywise, v.summing = outer, summing }()
	}
	if e.Func == "softmax" && v.masked != nil {
		outer := *v.masked
		*v.masked = true
		defer func() { *v.masked = outer }()
	}
	args := make([]trace.Value, len(e.Args))
	for i, a := range e.Args {
		x, err := v.eval(a)
		if err != nil {
			return x, err
		}
		args[i] = x
	}
	if len(args) == 0 {
		return trace.Value{}, noValue("%s without an argument", e.Func)
	}
	switch e.Func {
	case tex.Duration:
		if v.unitless {
			return args[0], noValue("a duration without its units")
		}
		return trace.NumberValue(v.c.Sum(joined(args).Items)), nil
	case "log":
		v.usedLog = true
		if !v.base10 {
			return v.each(args[0], v.one("ln"))
		}
		ten, err := v.c.Log(number.FromInt(10))
		if err != nil {
			return args[0], err
		}
		return v.each(args[0], func(x number.Real) (number.Real, error) {
			y, err := v.c.Log(x)
			if err != nil {
				return y, err
			}
			return v.c.Div(y, ten)
		})
	case "sin", "cos", "tan":
		v.usedTrig = true
		if v.degrees && !inDegrees(e.Args[0]) {
			x, err := v.each(args[0], func(x number.Real) (number.Real, error) {
				return v.c.Div(v.c.Mul(x, v.c.Pi()), number.FromInt(180))
			})
			if err != nil {
				return x, err
			}
			args[0] = x
		}
	case "arcsin", "arccos", "arctan":
		v.usedTrig = true
		f, _ := entrywise(e.Func)
		return v.each(args[0], func(x number.Real) (number.Real, error) {
			y, err := f(v.c, x)
			if err != nil || !v.degrees {
				return y, err
			}
			return v.c.Div(v.c.Mul(y, number.FromInt(180)), v.c.Pi())
		})
	case "softmax":
		return v.softmax(joined(args))
	case "rowsoftmax":
		if len(args) == 1 && args[0].Cols > 1 {
			return v.softmax(args[0])
		}
	case "max", "min":
		x := joined(args)
		best := x.Items[0]
		for _, a := range x.Items[1:] {
			if e.Func == "max" {
				best = v.c.Max(best, a)
			} else {
				best = v.c.Min(best, a)
			}
		}
		return trace.NumberValue(best), nil
	case "sum":
		if x := joined(args); len(x.Items) > 1 {
			return trace.NumberValue(v.c.Sum(x.Items)), nil
		}
		return args[0], noValue("a sum whose bounds are not known")
	case "factorial":
		return v.factorial(args[0])
	case "binom":
		if len(args) == 2 {
			return v.binomial(args[0], args[1])
		}
	case "outer":
		if len(args) == 2 {
			return v.outer(args[0], args[1])
		}
	case "det":
		return v.determinant(args[0])
	case "pm": // the row of both
		if len(args) == 2 && len(args[0].Items) == 1 && len(args[1].Items) == 1 {
			a, b := args[0].Items[0], args[1].Items[0]
			return trace.Value{Shape: formula.Shape{Rows: 1, Cols: 2}, Items: []number.Real{v.c.Sub(a, b), v.c.Add(a, b)}}, nil
		}
	case "mean":
		x := joined(args)
		m, err := v.c.Div(v.c.Sum(x.Items), number.FromInt(int64(len(x.Items))))
		return trace.NumberValue(m), err
	case "abs":
		if len(args) == 1 && len(args[0].Items) > 1 { // the length of a vector
			s, err := v.c.Sqrt(v.c.Dot(args[0].Items, args[0].Items))
			return trace.NumberValue(s), err
		}
	}
	if v.function != nil && len(args) == 1 {
		if x, ok := v.function(e.Func, args[0]); ok {
			return x, nil
		}
	}
	f, ok := entrywise(e.Func)
	if !ok && len(args) == 1 {
		if body, defined := v.definition(e.Func); defined {
			return v.each(args[0], body)
		}
	}
	if !ok || len(args) != 1 {
		return trace.Value{}, noValue("the function %s is not known", e.Func)
	}
	return v.each(args[0], func(x number.Real) (number.Real, error) { return f(v.c, x) })
}

// definition computes a function of the table formula.Functions by its definition, and f′ by the derivative there.
func (v *evaluator) definition(name string) (func(number.Real) (number.Real, error), bool) {
	base, derived := strings.CutSuffix(name, "'")
	f, ok := formula.Functions[base]
	if !ok || f.Arity != 1 || !derived && f.Body == nil || derived && f.Slope == nil {
		return nil, false
	}
	return func(x number.Real) (number.Real, error) {
		outer := v.bound
		defer func() { v.bound = outer }()
		v.bound = map[string]trace.Value{"u": trace.NumberValue(x)}
		if derived {
			value, err := v.eval(formula.Call{Func: base, Args: []formula.Expr{formula.Symbol{Name: "u"}}})
			if err != nil {
				return x, err
			}
			v.bound["v"] = value
			f.Body = f.Slope
		}
		y, err := v.eval(f.Body)
		if err != nil || len(y.Items) != 1 {
			return x, noValue("%s has no value here", name)
		}
		return y.Items[0], nil
	}, true
}

func (v *evaluator) one(name string) func(number.Real) (number.Real, error) {
	f, _ := entrywise(name)
	return func(x number.Real) (number.Real, error) { return f(v.c, x) }
}

// joined puts the arguments of max(1, 2, 3) into one row; a single argument stays as it is.
func joined(args []trace.Value) trace.Value {
	if len(args) == 1 {
		return args[0]
	}
	row := trace.Value{}
	for _, a := range args {
		row.Items = append(row.Items, a.Items...)
	}
	row.Shape = formula.Shape{Rows: 1, Cols: len(row.Items)}
	return row
}

// softmax normalises the exponentials of a vector, and of a matrix those of each row.
func (v *evaluator) softmax(x trace.Value) (trace.Value, error) {
	y, err := v.each(x, v.one("exp"))
	if err != nil {
		return y, err
	}
	width := x.Cols
	if x.Cols == 1 {
		width = x.Rows
	}
	for from := 0; from < len(y.Items); from += width {
		row := y.Items[from : from+width]
		s := v.c.Sum(row)
		for i := range row {
			if row[i], err = v.c.Div(row[i], s); err != nil {
				return y, err
			}
		}
	}
	return y, nil
}
