package formula

// Smooth relatives of the rectifier.

// ELU is u for u > 0 and e^u − 1 below, which max and min say in one formula (Clevert, Unterthiner, Hochreiter: Fast and
// accurate deep network learning by exponential linear units, 2016, with α = 1). It has no kink: its slope at 0 is 1.
var _ = register(Function{Name: "elu", Arity: 1,
	Body:  minus(plus(call("max", zero, u), call("exp", call("min", zero, u))), one),
	Slope: call("exp", call("min", zero, u))})

// Softplus is ln(1 + e^u), and its slope the sigmoid (Goodfellow, Bengio, Courville: Deep Learning, section 3.10).
var _ = register(Function{Name: "softplus", Arity: 1,
	Body:  call("ln", plus(one, call("exp", u))),
	Slope: call("sigmoid", u)})

// SiLU, also named swish, is u σ(u), with the slope v + σ(u)(1 − v) (Ramachandran, Zoph, Le: Searching for activation
// functions, 2017).
var _ = register(Function{Name: "silu", Arity: 1,
	Body:  mul(u, call("sigmoid", u)),
	Slope: plus(v, mul(call("sigmoid", u), minus(one, v)))})

// geluInner is p = 2√(2/π)(u + 0.044715u³).
var geluInner = mul(mul(two, call("sqrt", over(two, Symbol{"pi"}))), plus(u, mul(Number{"0.044715"}, power(u, "3"))))

// GELU in its tanh form is ½u(1 + tanh(p/2)) (Hendrycks, Gimpel: Gaussian error linear units, 2016, section 2). Since
// ½(1 + tanh(p/2)) = σ(p), it is u σ(p), in which no digits cancel, and its slope σ(p) + v σ(−p) p′.
var _ = register(Function{Name: "gelu", Arity: 1,
	Body: mul(u, call("sigmoid", geluInner)),
	Slope: plus(call("sigmoid", geluInner), mul(mul(mul(mul(v, call("sigmoid", Unary{Neg, geluInner})),
		two), call("sqrt", over(two, Symbol{"pi"}))), plus(one, mul(Number{"0.134145"}, power(u, "2"))))),
})
