package model

import "longhand/generator/formula"

// binaryCrossEntropy is −Σₖ (tₖ ln yₖ + (1 − tₖ) ln(1 − yₖ)) (Bishop: Pattern Recognition and Machine Learning, equation
// 5.23). With the sigmoid its derivative in the pre-activation is y − t.
var binaryCrossEntropy = Loss{Matching: "sigmoid", Term: func(y, t formula.Expr) formula.Expr {
	return formula.Unary{Op: formula.Neg, X: sum(product(t, call("ln", y)),
		product(difference(one, t), call("ln", difference(one, y))))}
}}

// softmaxCrossEntropy is −Σₖ tₖ ln yₖ (Bishop: equation 5.24). With softmax and targets whose sum is 1 its derivative in
// the pre-activation is y − t.
var softmaxCrossEntropy = Loss{Matching: "softmax", Needed: true, Distribution: true,
	Term: func(y, t formula.Expr) formula.Expr {
		return formula.Unary{Op: formula.Neg, X: product(t, call("ln", y))}
	}}
