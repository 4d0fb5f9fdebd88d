package model

import (
	"strconv"
	"strings"

	"longhand/generator/formula"
)

// update is the first step of every parameter.
func (b builder) update() {
	b.give(b.Rate, formula.Scalar)
	method := Methods[b.Network.Method]
	for _, s := range method.Settings {
		shape := formula.Scalar
		if s.Entry > 0 {
			shape = formula.Shape{Rows: 2, Cols: 1}
		}
		b.give(s.Name, shape)
	}
	for i := range b.Parameters {
		p := &b.Parameters[i]
		p.Update = method.Update(b.step(*p, 1))
		b.Update = append(b.Update, p.Update...)
	}
	b.After = b.renamed(b.Forward, 1)
}

// step is how a method sees a step of a parameter.
func (b builder) step(p Parameter, number int) Step {
	return Step{
		Number:    number,
		Parameter: formula.Sym(after(p.Name, number-1)),
		Gradient:  formula.Sym(after(p.Gradient, number-1)),
		Rate:      formula.Sym(b.rate(number)),
		New:       after(p.Name, number),
		parameter: p,
		scalar:    b.Shapes[p.Name].IsScalar(),
	}
}

// later states every step after the first: the derivatives at the parameters reached, the update, the forward pass.
func (b builder) later() {
	if b.Network.Decay > 0 && b.Network.Steps > 1 {
		b.give("gamma", formula.Scalar)
	}
	method := Methods[b.Network.Method]
	for number := 2; number <= b.Network.Steps; number++ {
		b.Later = append(b.Later, b.renamed(b.Backward, number-1)...)
		if name := b.rate(number); name != b.Rate && name != b.rate(number-1) {
			times := formula.Binary{Op: formula.Pow, X: formula.Sym("gamma"), Y: count((number - 1) / b.Network.Decay)}
			b.Later = append(b.Later, formula.Equation{Name: name, Body: product(formula.Sym(b.Rate), times)})
		}
		for _, p := range b.Parameters {
			b.Later = append(b.Later, method.Update(b.step(p, number))...)
		}
		b.Later = append(b.Later, b.renamed(b.Forward, number)...)
	}
}

// rate is the name of the learning rate in a step: the given one until it decays for the first time.
func (b builder) rate(step int) string { return b.Model.RateIn(step) }

// RateIn is the name of the learning rate in a step, counted from 1.
func (m *Model) RateIn(step int) string {
	if m.Network.Decay == 0 || (step-1)/m.Network.Decay == 0 {
		return m.Rate
	}
	first := (step-1)/m.Network.Decay*m.Network.Decay + 1
	return m.Rate + "_step" + strconv.Itoa(first)
}

// renamed is equations after some steps: what is computed and what is trained has a name of its own there, what is given
// keeps its own.
func (b builder) renamed(program []formula.Equation, steps int) []formula.Equation {
	own := map[string]bool{}
	for _, p := range b.Parameters {
		own[p.Name] = true
	}
	for _, part := range [][]formula.Equation{b.Forward, b.Backward} {
		for _, e := range part {
			own[e.Name] = true
		}
	}
	list := make([]formula.Equation, len(program))
	for i, e := range program {
		body := formula.Rename(e.Body, func(name string) string {
			if own[name] {
				return after(name, steps)
			}
			return name
		})
		list[i] = formula.Equation{Name: after(e.Name, steps), Body: body}
	}
	return list
}

// after is the name of a quantity after some steps; of a derivative, both parts bear the mark.
func after(name string, steps int) string {
	mark := Suffix(steps)
	if over, under, ok := strings.Cut(name, "/"); ok {
		return over + mark + "/" + under + mark
	}
	return name + mark
}

// After is the name of a quantity after some steps.
func After(name string, steps int) string { return after(name, steps) }
