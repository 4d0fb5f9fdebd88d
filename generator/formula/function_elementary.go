package formula

// Elementary functions, and the logistic function.
var (
	_ = register(Function{Name: "exp", Arity: 1, Slope: v})
	_ = register(Function{Name: "ln", Arity: 1, Slope: over(one, u)})
	_ = register(Function{Name: "sqrt", Arity: 1, Slope: over(one, mul(two, v))})
	_ = register(Function{Name: "sin", Arity: 1, Slope: call("cos", u)})
	_ = register(Function{Name: "cos", Arity: 1, Slope: Unary{Neg, call("sin", u)}})
	_ = register(Function{Name: "tan", Arity: 1, Slope: plus(one, power(v, "2"))})
	_ = register(Function{Name: "arctan", Arity: 1, Slope: over(one, plus(one, power(u, "2")))})
	_ = register(Function{Name: "sinh", Arity: 1, Slope: call("cosh", u)})
	_ = register(Function{Name: "cosh", Arity: 1, Slope: call("sinh", u)})
	_ = register(Function{Name: "tanh", Arity: 1, Slope: minus(one, power(v, "2"))})
)

// Erf is the error function (2/√π)∫₀ᵘ e^−s² ds, by which the normal distribution is known (NIST Digital Library of
// Mathematical Functions, equation 7.2.1).
var _ = register(Function{Name: "erf", Arity: 1,
	Slope: mul(over(two, call("sqrt", Symbol{"pi"})), call("exp", Unary{Neg, power(u, "2")}))})

// Sigmoid is the logistic function 1/(1 + e^−u), with the slope v(1 − v) (Goodfellow, Bengio, Courville: Deep Learning,
// section 3.10).
var _ = register(Function{Name: "sigmoid", Arity: 1,
	Body:  over(one, plus(one, call("exp", Unary{Neg, u}))),
	Slope: mul(v, minus(one, v))})
