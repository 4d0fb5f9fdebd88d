package formula

// Functions with a kink or a jump. Where the derivative does not exist, at 0, the slope here is a convention.

// Max and Min take the largest and the smallest of their arguments; step(u) is 1 for u > 0 and else 0; sign(u) is −1, 0
// or 1. The last two are flat wherever they have a derivative.
var (
	_ = register(Function{Name: "max", Arity: Several})
	_ = register(Function{Name: "min", Arity: Several})
	_ = register(Function{Name: "step", Arity: 1, Slope: zero})
	_ = register(Function{Name: "sign", Arity: 1, Slope: zero})
)

// Abs is |u|, with the slope sign(u), 0 at 0.
var _ = register(Function{Name: "abs", Arity: 1, Slope: call("sign", u)})

// ReLU is max(0, u), with the slope step(u), 0 at 0 (Goodfellow, Bengio, Courville: Deep Learning, section 6.3.1).
var _ = register(Function{Name: "relu", Arity: 1,
	Body:  call("max", zero, u),
	Slope: call("step", u)})

// LeakyReLU is u for u > 0 and u/100 below (Maas, Hannun, Ng: Rectifier nonlinearities improve neural network acoustic
// models, 2013), with the slope 1 or 0.01, 0.01 at 0.
var _ = register(Function{Name: "leakyrelu", Arity: 1,
	Body:  call("max", mul(Number{"0.01"}, u), u),
	Slope: call("max", Number{"0.01"}, call("step", u))})

// Huber is ½u² for |u| ≤ 1 and |u| − ½ beyond, in one formula with c = min(|u|, 1): c(|u| − ½c). Its slope is u held
// between −1 and 1 (Huber: Robust estimation of a location parameter, 1964). It has no kink.
var _ = register(Function{Name: "huber", Arity: 1,
	Body: mul(call("min", call("abs", u), one),
		minus(call("abs", u), mul(over(one, two), call("min", call("abs", u), one)))),
	Slope: call("max", Unary{Neg, one}, call("min", one, u))})
