package model

import "longhand/generator/formula"

// gradientDescent is θ − η ∂L/∂θ (Goodfellow, Bengio, Courville: Deep Learning, section 4.3).
var gradientDescent = Method{Update: func(s Step) []formula.Equation {
	return []formula.Equation{s.moved(s.Gradient)}
}}
