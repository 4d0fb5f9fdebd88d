package model

import "longhand/generator/formula"

// Method is a rule by which training changes a parameter.
type Method struct {
	Update func(parameter, gradient, rate formula.Expr) formula.Expr
}

// Methods are the known ones, by the name that a problem file uses.
var Methods = map[string]Method{
	"gradient descent": {gradientDescent},
}

// gradientDescent is θ − η ∂L/∂θ (Goodfellow, Bengio, Courville: Deep Learning, section 4.3).
func gradientDescent(parameter, gradient, rate formula.Expr) formula.Expr {
	return formula.Binary{Op: formula.Sub, X: parameter, Y: formula.Binary{Op: formula.Mul, X: rate, Y: gradient}}
}
