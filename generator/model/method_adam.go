package model

import "longhand/generator/formula"

var adamSettings = []Setting{
	{Key: "beta1", Name: "beta", Entry: 1, Default: "0.9", Meaning: "beta1"},
	{Key: "beta2", Name: "beta", Entry: 2, Default: "0.999", Meaning: "beta2"},
	epsilonSetting,
}

// moments are Adam's running means m of the gradient and v of its square, and both corrected for their start at 0:
// m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ) in step t.
func moments(s Step) []formula.Equation {
	beta1, beta2 := formula.At(formula.Sym("beta"), 1), formula.At(formula.Sym("beta"), 2)
	m, mBefore := s.State("m")
	v, vBefore := s.State("v")
	corrected := func(x string, beta formula.Expr) formula.Expr {
		return quotient(formula.Sym(x), difference(one, formula.Binary{Op: formula.Pow, X: beta, Y: count(s.Number)}))
	}
	return []formula.Equation{
		{Name: m, Body: mixed(beta1, mBefore, s.Gradient)},
		{Name: v, Body: mixed(beta2, vBefore, s.Square())},
		{Name: s.Hat("m"), Body: corrected(m, beta1)},
		{Name: s.Hat("v"), Body: corrected(v, beta2)},
	}
}

// adam is θ − η m̂/(√v̂ + ε) (Kingma, Ba: Adam: a method for stochastic optimization, 2015, algorithm 1).
var adam = Method{Settings: adamSettings, Update: func(s Step) []formula.Equation {
	return append(moments(s), s.moved(rooted(formula.Sym(s.Hat("m")), formula.Sym(s.Hat("v")))))
}}

// adamW lets parameters decay besides, θ − η(m̂/(√v̂ + ε) + κθ) (Loshchilov, Hutter: Decoupled weight decay
// regularization, 2019, algorithm 2, with the decay multiplied by the learning rate as programs do).
var adamW = Method{
	Settings: append(append([]Setting(nil), adamSettings...), Setting{Key: "weight decay", Name: "kappa", Default: "0.01", Meaning: "weight decay"}),
	Update: func(s Step) []formula.Equation {
		step := rooted(formula.Sym(s.Hat("m")), formula.Sym(s.Hat("v")))
		return append(moments(s), s.moved(sum(step, product(formula.Sym("kappa"), s.Parameter))))
	},
}
