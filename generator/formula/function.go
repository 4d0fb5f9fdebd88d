package formula

import "fmt"

// Function is what the tree knows of a named function.
type Function struct {
	Name string
	// Arity is the number of arguments, Several for two or more. Functions of one argument act entry by entry, unless
	// Columns says otherwise; those of several act on the entries at the same place.
	Arity int
	// Body defines the function by simpler ones, in the symbol u; nil where it is elementary.
	Body Expr
	// Slope is its derivative in u, and in v, which stands for the function's own value where that is shorter, as
	// v(1 − v) for the sigmoid; nil where it has none. At a kink it has the value that the function's comment states.
	Slope Expr
	// Columns: the function acts on every column as a whole, as softmax does, Rows: on every row. They have rules of their
	// own: entry writes an entry out, reverse carries the adjoint g of the function's value to its argument.
	Columns, Rows bool
	entry         func(x expander, e Call, row, col int) (Expr, error)
	reverse       func(value, g valued) valued
}

// Several is the arity of functions that take two arguments or more.
const Several = -1

// Functions is the table of all functions, by name. To add one, register it in a file of its family, with its
// evaluation in package trace and its spelling in package tex; a test holds that all three know it.
var Functions = map[string]Function{}

func register(f Function) Function {
	Functions[f.Name] = f
	return f
}

// The argument and the value, for the definitions of functions.
var u, v = Symbol{"u"}, Symbol{"v"}

var (
	zero = Number{"0"}
	one  = Number{"1"}
	two  = Number{"2"}
)

// call, sum and so on keep definitions readable.
func call(name string, args ...Expr) Expr { return Call{name, args} }
func plus(x, y Expr) Expr                 { return Binary{Add, x, y} }
func minus(x, y Expr) Expr                { return Binary{Sub, x, y} }
func mul(x, y Expr) Expr                  { return Binary{Mul, x, y} }
func over(x, y Expr) Expr                 { return Binary{Div, x, y} }
func power(x Expr, n string) Expr         { return Binary{Pow, x, Number{n}} }

func (f Function) shape(args []Shape) (Shape, error) {
	switch {
	case f.Arity == Several && len(args) < 2:
		return Shape{}, fmt.Errorf("%s takes two arguments or more, not %d", f.Name, len(args))
	case f.Arity != Several && len(args) != f.Arity:
		return Shape{}, fmt.Errorf("%s takes %d arguments, not %d", f.Name, f.Arity, len(args))
	}
	s := args[0]
	switch {
	case f.Columns && s.Rows == 1 && s.Cols > 1:
		return Shape{}, fmt.Errorf("%s acts on columns, and those of %v have one entry each, so it gives 1 whatever comes in; softmax_{\\text{rows}} acts on rows", f.Name, s)
	case f.Rows && s.Cols == 1 && s.Rows > 1:
		return Shape{}, fmt.Errorf("softmax_{\\text{rows}} acts on rows, and those of %v have one entry each, so it gives 1 whatever comes in; softmax acts on columns", s)
	}
	for _, a := range args[1:] {
		switch {
		case s.IsScalar():
			s = a
		case !a.IsScalar() && a != s:
			return Shape{}, fmt.Errorf("%s of %v and %v: the shapes differ", f.Name, s, a)
		}
	}
	return s, nil
}

// Constants are names that mean a number wherever no quantity has the name.
var Constants = map[string]bool{"pi": true}
