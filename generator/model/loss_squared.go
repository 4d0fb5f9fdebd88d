package model

import "longhand/generator/formula"

func squaredTerm(y, t formula.Expr) formula.Expr { return square(difference(y, t)) }

// halfSquaredError is ½ Σₖ (yₖ − tₖ)² (Bishop: Pattern Recognition and Machine Learning, equation 5.11).
var halfSquaredError = Loss{Factor: func(int) formula.Expr { return half }, Term: squaredTerm}

// squaredError is Σₖ (yₖ − tₖ)².
var squaredError = Loss{Term: squaredTerm}

// meanSquaredError is the mean of the squares over the outputs (Goodfellow, Bengio, Courville: Deep Learning, equation
// 5.4); a batch averages over the samples as well.
var meanSquaredError = Loss{Factor: func(m int) formula.Expr {
	if m == 1 {
		return nil
	}
	return quotient(one, count(m))
}, Term: squaredTerm}
