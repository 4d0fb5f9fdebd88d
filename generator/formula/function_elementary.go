package formula

// Elementary functions, and the logistic function.
var (
	_ = register(Function{Name: "exp", Arity: 1, Slope: v})
	_ = register(Function{Name: "ln", Arity: 1, Slope: over(one, u)})
	_ = register(Function{Name: "sqrt", Arity: 1, Slope: over(one, mul(two, v))})
	_ = register(Function{Name: "sin", Arity: 1, Slope: call("cos", u)})
	_ = register(Function{Name: "cos", Arity: 1, Slope: Unary{Neg, call("sin", u)}})
	_ = register(Function{Name: "tanh", Arity: 1, Slope: minus(one, power(v, "2"))})
)

// Sigmoid is the logistic function 1/(1 + e^−u), with the slope v(1 − v) (Goodfellow, Bengio, Courville: Deep Learning,
// section 3.10).
var _ = register(Function{Name: "sigmoid", Arity: 1,
	Body:  over(one, plus(one, call("exp", Unary{Neg, u}))),
	Slope: mul(v, minus(one, v))})
