package model

import "longhand/generator/formula"

var momentumSetting = Setting{Key: "momentum", Name: "mu", Default: "0.9", Meaning: "momentum"}

// velocity is v = μ v + ∂L/∂θ.
func velocity(s Step) formula.Equation {
	v, before := s.State("v")
	return formula.Equation{Name: v, Body: sum(product(formula.Sym("mu"), before), s.Gradient)}
}

// momentum is the heavy ball, θ − η v with the velocity v (Polyak: Some methods of speeding up the convergence of
// iteration methods, 1964; Goodfellow, Bengio, Courville: Deep Learning, section 8.3.2).
var momentum = Method{Settings: []Setting{momentumSetting}, Update: func(s Step) []formula.Equation {
	v := velocity(s)
	return []formula.Equation{v, s.moved(formula.Sym(v.Name))}
}}

// nesterov looks one step of the velocity ahead, θ − η(∂L/∂θ + μ v). This form takes all gradients at the parameters
// themselves (Bengio, Boulanger-Lewandowski, Pascanu: Advances in optimizing recurrent networks, 2013, equation 7).
var nesterov = Method{Settings: []Setting{momentumSetting}, Update: func(s Step) []formula.Equation {
	v := velocity(s)
	return []formula.Equation{v, s.moved(sum(s.Gradient, product(formula.Sym("mu"), formula.Sym(v.Name))))}
}}
