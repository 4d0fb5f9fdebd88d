package model

import (
	"strconv"

	"longhand/generator/formula"
)

// Loss measures how far the output y is from the target t.
type Loss struct {
	// Equation is the loss of one sample with m outputs.
	Equation func(y, t formula.Expr, m int) formula.Expr
}

// Losses are the known ones, by the name that a problem file uses.
var Losses = map[string]Loss{
	"half squared error": {halfSquaredError},
}

// halfSquaredError is ½(y − t)², for several outputs ½ Σₖ (yₖ − tₖ)² (Bishop: Pattern Recognition and Machine Learning,
// equation 5.11).
func halfSquaredError(y, t formula.Expr, m int) formula.Expr {
	half := formula.Binary{Op: formula.Div, X: formula.Num("1"), Y: formula.Num("2")}
	return formula.Binary{Op: formula.Mul, X: half, Y: overOutputs(m, func(at func(formula.Expr) formula.Expr) formula.Expr {
		return formula.Binary{Op: formula.Pow,
			X: formula.Binary{Op: formula.Sub, X: at(y), Y: at(t)},
			Y: formula.Num("2")}
	})}
}

// overOutputs sums a term over the outputs; one output needs no sum and no index.
func overOutputs(m int, term func(at func(formula.Expr) formula.Expr) formula.Expr) formula.Expr {
	if m == 1 {
		return term(func(e formula.Expr) formula.Expr { return e })
	}
	return formula.Sum{Var: "k", From: formula.Num("1"), To: formula.Num(strconv.Itoa(m)),
		Body: term(func(e formula.Expr) formula.Expr {
			return formula.Index{X: e, At: []formula.Expr{formula.Sym("k")}}
		})}
}
