package model

import (
	"longhand/generator/formula"
)

// Method is a rule by which training changes a parameter.
type Method struct {
	Settings []Setting // besides the learning rate
	// Update states one step of one parameter: the method's own quantities first, the new parameter last.
	Update func(s Step) []formula.Equation
}

// Setting is a number that a method needs.
type Setting struct {
	Key     string // in the problem file, under train
	Name    string // of the quantity
	Entry   int    // its entry in the quantity, counted from 1; 0 where the quantity is a number
	Default string // the usual value
	Meaning string // a key of the text
}

// Methods are the known ones, by the name that a problem file uses. Each is defined in a file of its own.
var Methods = map[string]Method{
	"gradient descent": gradientDescent,
	"momentum":         momentum,
	"nesterov":         nesterov,
	"adagrad":          adaGrad,
	"rmsprop":          rmsProp,
	"adam":             adam,
	"adamw":            adamW,
}

// Step is one step of one parameter, as a method sees it.
type Step struct {
	Number    int          // counted from 1
	Parameter formula.Expr // its value before
	Gradient  formula.Expr
	Rate      formula.Expr
	New       string // the name of its value afterwards

	scalar bool                       // the parameter is a number
	state  func(letter string) string // what the method keeps for the parameter is called by its letter
}

// Square is the gradient's square entry by entry. Of a matrix it is written as a product entry by entry, since the square
// of a matrix is another thing.
func (s Step) Square() formula.Expr {
	if s.scalar {
		return square(s.Gradient)
	}
	return formula.Binary{Op: formula.Hadamard, X: s.Gradient, Y: s.Gradient}
}

// State is a quantity that a method keeps for each parameter from step to step: its name after this step, and its value
// before, which is 0 at first.
func (s Step) State(letter string) (name string, before formula.Expr) {
	if s.Number == 1 {
		return s.state(letter), formula.Num("0")
	}
	return marked(s.state(letter), stateMark(s.Number)), formula.Sym(marked(s.state(letter), stateMark(s.Number-1)))
}

// Hat is the name of a state that has been corrected.
func (s Step) Hat(letter string) string { return marked(s.state(letter+"hat"), stateMark(s.Number)) }

// stateMark is as Suffix, but a state has no value before the first step, and needs no mark after it.
func stateMark(step int) string {
	if step == 1 {
		return ""
	}
	return Suffix(step)
}

// moved is θ − η · direction.
func (s Step) moved(direction formula.Expr) formula.Equation {
	return formula.Equation{Name: s.New, Body: difference(s.Parameter, product(s.Rate, direction))}
}

// rooted is x / (√v + ε), entry by entry.
func rooted(x, v formula.Expr) formula.Expr {
	return quotient(x, sum(call("sqrt", v), formula.Sym("epsilon")))
}

// mixed is ρ a + (1 − ρ) b: a running mean.
func mixed(rho, a, b formula.Expr) formula.Expr {
	return sum(product(rho, a), product(difference(one, rho), b))
}
