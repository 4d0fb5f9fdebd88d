package model

import (
	"strconv"
	"strings"

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

	parameter Parameter
	scalar    bool // the parameter is a number
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
// before, which is 0 at first. The state of weights has a capital letter, that of biases a small one, and both the
// number of the parameter: V1 belongs to W1, v1 to b1.
func (s Step) State(letter string) (name string, before formula.Expr) {
	base := s.base(letter)
	if s.Number == 1 {
		return base, formula.Num("0")
	}
	return base + stateSuffix(s.Number), formula.Sym(base + stateSuffix(s.Number-1))
}

// Hat is the name of a state that has been corrected.
func (s Step) Hat(letter string) string { return s.base(letter+"hat") + stateSuffix(s.Number) }

func (s Step) base(letter string) string {
	name := s.parameter.Name
	if !s.parameter.Bias {
		letter = strings.ToUpper(letter[:1]) + letter[1:]
	}
	return letter + name[len(strings.TrimRight(name, "0123456789")):]
}

// stateSuffix is as Suffix, but a state has no value before the first step, and needs no mark after it.
func stateSuffix(step int) string {
	if step == 1 {
		return ""
	}
	return Suffix(step)
}

// Suffix marks quantities after a number of steps: none before the first, _new after it, then _step2, _step3, …
func Suffix(steps int) string {
	switch steps {
	case 0:
		return ""
	case 1:
		return "_new"
	}
	return "_step" + strconv.Itoa(steps)
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
