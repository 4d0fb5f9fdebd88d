package trace

import (
	"longhand/generator/formula"
	"longhand/generator/number"
)

// functions evaluates the functions of formula.Functions that have one argument and act entry by entry; those that are
// not here are evaluated by their definition.
var functions = map[string]func(*number.Context, number.Real) (number.Real, error){
	"exp":      (*number.Context).Exp,
	"ln":       (*number.Context).Log,
	"sqrt":     (*number.Context).Sqrt,
	"sin":      total((*number.Context).Sin),
	"cos":      total((*number.Context).Cos),
	"tan":      (*number.Context).Tan,
	"arctan":   total((*number.Context).Atan),
	"sinh":     (*number.Context).Sinh,
	"cosh":     (*number.Context).Cosh,
	"tanh":     total((*number.Context).Tanh),
	"erf":      total((*number.Context).Erf),
	"sigmoid":  total((*number.Context).Sigmoid),
	"abs":      total((*number.Context).Abs),
	"softplus": total((*number.Context).Softplus),
	"step":     step,
	"sign":     sign,
}

// Elementary gives the evaluation of a function of one number by its name; false for those that are evaluated by their
// definition, or not known. Errors are those of package number.
func Elementary(name string) (func(*number.Context, number.Real) (number.Real, error), bool) {
	f, ok := functions[name]
	return f, ok
}

// several evaluates the functions of several arguments, two by two.
var several = map[string]func(*number.Context, number.Real, number.Real) number.Real{
	"max": (*number.Context).Max,
	"min": (*number.Context).Min,
}

// columns evaluates the functions of whole columns, and rows those of whole rows.
var (
	columns = map[string]func(*number.Context, []number.Real) ([]number.Real, error){"softmax": softmax}
	rows    = map[string]func(*number.Context, []number.Real) ([]number.Real, error){"rowsoftmax": softmax}
)

// constants evaluates formula.Constants.
var constants = map[string]func(*number.Context) number.Real{
	"pi": (*number.Context).Pi,
}

// total fits a function without domain into the table.
func total(f func(*number.Context, number.Real) number.Real) func(*number.Context, number.Real) (number.Real, error) {
	return func(c *number.Context, x number.Real) (number.Real, error) { return f(c, x), nil }
}

// defined evaluates a function by its definition.
func defined(f formula.Function) func(*number.Context, number.Real) (number.Real, error) {
	return func(c *number.Context, x number.Real) (number.Real, error) {
		v, err := Eval(c, f.Body, func(name string) (Value, bool) { return NumberValue(x), name == "u" })
		if err != nil {
			return number.Real{}, err
		}
		return v.Items[0], nil
	}
}

// sign is −1, 0 or 1. Where the enclosure holds 0 and more, more precision has to tell.
func sign(_ *number.Context, x number.Real) (number.Real, error) {
	s, decided := x.Sign()
	if !decided {
		return number.Real{}, &number.UndecidedError{Question: "on which side of 0 a number is"}
	}
	return number.FromInt(int64(s)), nil
}

// step is 1 for positive numbers, else 0.
func step(c *number.Context, x number.Real) (number.Real, error) {
	s, err := sign(c, x)
	return c.Max(number.FromInt(0), s), err
}

// softmax is e^(zᵢ − p) / Σ e^(zₖ − p), the same for any p; p = z₁ keeps equal entries exact.
func softmax(c *number.Context, z []number.Real) ([]number.Real, error) {
	powers := make([]number.Real, len(z))
	for i, x := range z {
		var err error
		if powers[i], err = c.Exp(c.Sub(x, z[0])); err != nil {
			return nil, err
		}
	}
	sum := c.Sum(powers)
	for i, p := range powers {
		var err error
		if powers[i], err = c.Div(p, sum); err != nil {
			return nil, err
		}
	}
	return powers, nil
}

// call evaluates a function of the tables.
func (v evaluator) call(e formula.Call) (Value, error) {
	args := make([]Value, len(e.Args))
	for i, a := range e.Args {
		var err error
		if args[i], err = v.eval(a); err != nil {
			return Value{}, err
		}
	}
	if f, ok := several[e.Func]; ok && len(args) > 1 {
		return v.fold(e, f, args)
	}
	f, entrywise := functions[e.Func]
	if definition := formula.Functions[e.Func]; !entrywise && definition.Body != nil {
		f, entrywise = defined(definition), true
	}
	g, columnwise := columns[e.Func]
	h, rowwise := rows[e.Func]
	switch {
	case !entrywise && !columnwise && !rowwise && several[e.Func] == nil:
		return Value{}, problem(e, "the function %s is not known", e.Func)
	case len(args) != 1 || several[e.Func] != nil:
		return Value{}, problem(e, "%s does not take %d arguments", e.Func, len(args))
	case e.Func == "sqrt" && NonNegative(e.Args[0], v.signs):
		return v.each(args[0], func(a number.Real) (number.Real, error) { return root(v.c, a) }, nil)
	case entrywise:
		return v.each(args[0], func(a number.Real) (number.Real, error) { return f(v.c, a) }, nil)
	}
	if rowwise {
		return v.byRows(args[0], h)
	}
	x, err := v.byRows(transpose(args[0]), g)
	return transpose(x), err
}

func (v evaluator) byRows(x Value, f func(*number.Context, []number.Real) ([]number.Real, error)) (Value, error) {
	out := Value{x.Shape, make([]number.Real, 0, len(x.Items))}
	for i := range x.Rows {
		row, err := f(v.c, x.Items[i*x.Cols:(i+1)*x.Cols])
		if err != nil {
			return Value{}, err
		}
		out.Items = append(out.Items, row...)
	}
	return out, nil
}

// fold applies a function of two numbers to the first two arguments, to the result and the third, and so on.
func (v evaluator) fold(e formula.Call, f func(*number.Context, number.Real, number.Real) number.Real, args []Value) (Value, error) {
	result := args[0]
	for _, a := range args[1:] {
		shape := result.Shape
		if result.IsScalar() {
			shape = a.Shape
		} else if !a.IsScalar() && a.Shape != shape {
			return Value{}, problem(e, "%v and %v do not go together entry by entry", result.Shape, a.Shape)
		}
		next := Value{shape, make([]number.Real, shape.Size())}
		for i := range shape.Rows {
			for j := range shape.Cols {
				next.Items[i*shape.Cols+j] = f(v.c, result.At(i, j), a.At(i, j))
			}
		}
		result = next
	}
	return result, nil
}
