package formula

import "fmt"

// Function is what the tree knows of a named function.
type Function struct {
	Name string
	// Arity is the number of arguments; functions of one argument act entry by entry.
	Arity int
	// Body defines the function by simpler ones, in the symbol u; nil where it is elementary.
	Body Expr
	// Slope is its derivative in u, and in v, which stands for the function's own value where that is shorter, as
	// v(1 − v) for the sigmoid; nil where it has none.
	Slope Expr
}

// Functions is the table of all functions, by name: to add one, add its entry, its evaluation in package trace and its
// spelling in package tex; a test holds that all three know it.
var Functions = map[string]Function{}

func register(f Function) Function {
	Functions[f.Name] = f
	return f
}

// The argument and the value, for the definitions of functions.
var u, v = Symbol{"u"}, Symbol{"v"}

var (
	one = Number{"1"}
	two = Number{"2"}
)

// Elementary functions.
var (
	_ = register(Function{Name: "exp", Arity: 1, Slope: v})
	_ = register(Function{Name: "ln", Arity: 1, Slope: Binary{Div, one, u}})
	_ = register(Function{Name: "sqrt", Arity: 1, Slope: Binary{Div, one, Binary{Mul, two, v}}})
	_ = register(Function{Name: "sin", Arity: 1, Slope: Call{"cos", []Expr{u}}})
	_ = register(Function{Name: "cos", Arity: 1, Slope: Unary{Neg, Call{"sin", []Expr{u}}}})
	_ = register(Function{Name: "tanh", Arity: 1, Slope: Binary{Sub, one, Binary{Pow, v, two}}})
)

// Sigmoid is the logistic function 1/(1 + e^−u), with the slope v(1 − v) (Goodfellow, Bengio, Courville: Deep Learning,
// section 3.10).
var _ = register(Function{Name: "sigmoid", Arity: 1,
	Body:  Binary{Div, one, Binary{Add, one, Call{"exp", []Expr{Unary{Neg, u}}}}},
	Slope: Binary{Mul, v, Binary{Sub, one, v}}})

func (f Function) shape(args []Shape) (Shape, error) {
	if len(args) != f.Arity {
		return Shape{}, fmt.Errorf("%s takes %d arguments, not %d", f.Name, f.Arity, len(args))
	}
	return args[0], nil
}
