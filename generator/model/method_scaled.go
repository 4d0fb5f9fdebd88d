package model

import "longhand/generator/formula"

var epsilonSetting = Setting{Key: "epsilon", Name: "epsilon", Default: "1e-8", Meaning: "epsilon"}

// adaGrad divides by the root of the sum of all squared gradients (Duchi, Hazan, Singer: Adaptive subgradient methods,
// 2011; Goodfellow, Bengio, Courville: Deep Learning, algorithm 8.4).
var adaGrad = Method{Settings: []Setting{epsilonSetting}, Update: func(s Step) []formula.Equation {
	state, before := s.State("s")
	return []formula.Equation{
		{Name: state, Body: sum(before, s.Square())},
		s.moved(rooted(s.Gradient, formula.Sym(state))),
	}
}}

// rmsProp divides by the root of a running mean of the squared gradients (Tieleman, Hinton: Lecture 6.5, 2012; Goodfellow,
// Bengio, Courville: Deep Learning, algorithm 8.5).
var rmsProp = Method{
	Settings: []Setting{{Key: "rho", Name: "rho", Default: "0.9", Meaning: "rho"}, epsilonSetting},
	Update: func(s Step) []formula.Equation {
		state, before := s.State("s")
		return []formula.Equation{
			{Name: state, Body: mixed(formula.Sym("rho"), before, s.Square())},
			s.moved(rooted(s.Gradient, formula.Sym(state))),
		}
	},
}
