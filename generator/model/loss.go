package model

import (
	"strconv"

	"longhand/generator/formula"
)

// Loss measures how far the outputs y are from the targets t.
type Loss struct {
	// Factor stands before the sum over outputs and samples; nil for none. m is the number of outputs.
	Factor func(m int) formula.Expr
	// Term is what one output contributes.
	Term func(y, t formula.Expr) formula.Expr
	// Matching is the activation with which the derivative in the pre-activation is y − t, as the article derives; ""
	// where there is none. Needed says that the loss makes sense with that activation only.
	Matching string
	Needed   bool
	// Distribution says that the targets of a sample are shares of a whole: their sum is 1.
	Distribution bool
}

// Losses are the known ones, by the name that a problem file uses. Each is defined in a file of its own.
var Losses = map[string]Loss{
	"half squared error":    halfSquaredError,
	"squared error":         squaredError,
	"mean squared error":    meanSquaredError,
	"absolute error":        absoluteError,
	"huber":                 huber,
	"binary cross-entropy":  binaryCrossEntropy,
	"softmax cross-entropy": softmaxCrossEntropy,
}

// equation is the loss of m outputs and of all samples, which are columns: 0 samples means one, given as vectors. Samples
// are added up, not averaged.
func (l Loss) equation(y, t formula.Expr, m, samples int) formula.Expr {
	var at []formula.Expr
	if m > 1 {
		at = append(at, formula.Sym("k"))
	}
	switch {
	case samples == 1 && m > 1:
		at = append(at, formula.Num("1"))
	case samples > 1 && m == 1:
		at = append(at, formula.Num("1"), formula.Sym("n"))
	case samples > 1:
		at = append(at, formula.Sym("n"))
	}
	entry := func(e formula.Expr) formula.Expr {
		if len(at) == 0 {
			return e
		}
		return formula.Index{X: e, At: at}
	}
	e := l.Term(entry(y), entry(t))
	sign := false
	if n, ok := e.(formula.Unary); ok { // one minus sign before the sum, not one in every term
		e, sign = n.X, true
	}
	if m > 1 {
		e = sumOver("k", m, e)
	}
	if samples > 1 {
		e = sumOver("n", samples, e)
	}
	if l.Factor != nil {
		if f := l.Factor(m); f != nil {
			e = formula.Binary{Op: formula.Mul, X: f, Y: e}
		}
	}
	if sign {
		e = formula.Unary{Op: formula.Neg, X: e}
	}
	return e
}

func sumOver(variable string, n int, body formula.Expr) formula.Expr {
	return formula.Sum{Var: variable, From: formula.Num("1"), To: count(n), Body: body}
}

func count(n int) formula.Expr { return formula.Num(strconv.Itoa(n)) }

// Shorthands for the definitions in this package.
func sum(x, y formula.Expr) formula.Expr        { return formula.Binary{Op: formula.Add, X: x, Y: y} }
func difference(x, y formula.Expr) formula.Expr { return formula.Binary{Op: formula.Sub, X: x, Y: y} }
func product(x, y formula.Expr) formula.Expr    { return formula.Binary{Op: formula.Mul, X: x, Y: y} }
func quotient(x, y formula.Expr) formula.Expr   { return formula.Binary{Op: formula.Div, X: x, Y: y} }
func square(x formula.Expr) formula.Expr {
	return formula.Binary{Op: formula.Pow, X: x, Y: formula.Num("2")}
}
func call(name string, x formula.Expr) formula.Expr {
	return formula.Call{Func: name, Args: []formula.Expr{x}}
}

var (
	one  = formula.Num("1")
	half = quotient(one, formula.Num("2"))
)
