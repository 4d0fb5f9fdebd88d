package trace

import "longhand/generator/number"

// functions evaluates the functions of formula.Functions that have one argument.
var functions = map[string]func(*number.Context, number.Real) (number.Real, error){
	"exp":     (*number.Context).Exp,
	"ln":      (*number.Context).Log,
	"sqrt":    (*number.Context).Sqrt,
	"sin":     total((*number.Context).Sin),
	"cos":     total((*number.Context).Cos),
	"tanh":    total((*number.Context).Tanh),
	"sigmoid": total((*number.Context).Sigmoid),
}

// total fits a function without domain into the table.
func total(f func(*number.Context, number.Real) number.Real) func(*number.Context, number.Real) (number.Real, error) {
	return func(c *number.Context, x number.Real) (number.Real, error) { return f(c, x), nil }
}
