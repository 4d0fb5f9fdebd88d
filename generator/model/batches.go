package model

import (
	"fmt"

	"longhand/generator/formula"
)

// Batches are the mini-batches of training: a step uses some of the samples only.
type Batches struct {
	Columns []string // the given quantities that have a column for every sample
	Rows    []string // those that have a row for each
	Count   string   // the given number of samples, as the equations use it; "" for none
	Ones    string   // the column of ones with a row for each; "" for none
	All     int      // the number of samples
	Size    int      // of a mini-batch; the last one of an epoch may have fewer
	Epochs  int
	Samples [][]int // of every step, counted from 1
	Numbers []int   // of the mini-batches, by step, counted from 1: the same samples in the same order have the same
}

// count numbers the mini-batches.
func (b *Batches) count() {
	known := map[string]int{}
	b.Numbers = nil
	for _, samples := range b.Samples {
		key := fmt.Sprint(samples)
		if known[key] == 0 {
			known[key] = len(known) + 1
		}
		b.Numbers = append(b.Numbers, known[key])
	}
}

// data are all quantities of which a mini-batch has a part.
func (b *Batches) data() []string {
	list := append(append([]string(nil), b.Columns...), b.Rows...)
	if b.Count != "" {
		list = append(list, b.Count)
	}
	return list
}

// BatchName is the name of a mini-batch's part of the data: X_B1.
func BatchName(name string, batch int) string { return marked(name, fmt.Sprintf("B%d", batch)) }

// BatchLoss is the name of the loss of a step's mini-batch, before the step.
func (m *Model) BatchLoss(step int) string { return marked(m.Loss, passMark(step)) }

// WholeLoss is the name of the loss of all samples after some steps.
func (m *Model) WholeLoss(steps int) string { return After(marked(m.Loss, "all"), steps) }

// passMark marks what the forward and backward pass of a step with a mini-batch computes; in the first step nothing does.
func passMark(step int) string {
	if step == 1 {
		return ""
	}
	return fmt.Sprintf("pass%d", step)
}

// selection states a step's part of the data.
func (b trainer) selection(step int) []formula.Equation {
	batches := b.Training.Batches
	number, samples := batches.Numbers[step-1], batches.Samples[step-1]
	var list []formula.Equation
	part := func(name string, m formula.Matrix, at func(i, j int) []int) {
		for i := range m.Rows {
			for j := range m.Cols {
				m.Items = append(m.Items, formula.At(formula.Sym(name), at(i, j)...))
			}
		}
		var body formula.Expr = m
		if m.Rows*m.Cols == 1 {
			body = m.Items[0]
		}
		list = append(list, formula.Equation{Name: BatchName(name, number), Body: body})
	}
	for _, name := range batches.Columns {
		part(name, formula.Matrix{Rows: b.whole.Shapes[name].Rows, Cols: len(samples)}, func(i, j int) []int { return []int{i + 1, samples[j]} })
	}
	for _, name := range batches.Rows {
		cols := b.whole.Shapes[name].Cols
		part(name, formula.Matrix{Rows: len(samples), Cols: cols}, func(i, j int) []int {
			if cols == 1 {
				return []int{samples[i]}
			}
			return []int{samples[i], j + 1}
		})
	}
	if batches.Count != "" {
		list = append(list, formula.Equation{Name: BatchName(batches.Count, number), Body: count(len(samples))})
	}
	return list
}

// firstBatch puts in the part of the data that the first step uses. Everything that is computed from it changes.
func (b trainer) firstBatch() {
	name := b.part(1, b.Model)
	b.Forward, b.Backward = all(b.Forward, name), all(b.Backward, name)
	for _, e := range append(append([]formula.Equation(nil), b.Forward...), b.Backward...) {
		b.Changes[e.Name] = true
	}
	b.Forward = append(b.selection(1), b.Forward...)
	for _, d := range b.Training.Batches.data() {
		b.Shapes[name(d)], b.Shapes[d] = b.Shapes[d], b.whole.Shapes[d]
	}
}

// laterBatch states the forward and backward pass of a step after the first. It gives the names of what they compute.
func (b trainer) laterBatch(step int) (func(string) string, error) {
	batches := b.Training.Batches
	m, err := b.pass(len(batches.Samples[step-1]))
	if err != nil {
		return nil, err
	}
	isNew := true
	for _, number := range batches.Numbers[:step-1] {
		isNew = isNew && number != batches.Numbers[step-1]
	}
	if isNew {
		b.Later = append(b.Later, b.selection(step)...)
	}
	b.ones(len(batches.Samples[step-1]))
	name := b.part(step, m)
	b.Later = append(b.Later, append(all(b.leading(m), name), all(m.Backward, name)...)...)
	return name, nil
}

// part names the quantities of m, which is stated for as many samples as a step uses, in that step: the data's part, the
// parameters that have been reached, and what is computed from both.
func (b trainer) part(step int, m *Model) func(string) string {
	batches := b.Training.Batches
	names := b.reached(step - 1)
	for _, d := range batches.data() {
		names[d] = BatchName(d, batches.Numbers[step-1])
	}
	names[batches.Ones] = b.onesName(len(batches.Samples[step-1]))
	for _, program := range [][]formula.Equation{m.Forward, m.Backward} {
		for _, e := range program {
			names[e.Name] = marked(e.Name, passMark(step))
		}
	}
	return from(names)
}

// wholeLosses states the loss of all samples before the first step and after each.
func (b trainer) wholeLosses() {
	b.ones(b.Training.Batches.All)
	for steps := 0; steps <= b.Training.Steps; steps++ {
		names := b.reached(steps)
		names[b.Training.Batches.Ones] = b.onesName(b.Training.Batches.All)
		for _, e := range b.whole.Forward {
			names[e.Name] = After(marked(e.Name, "all"), steps)
		}
		b.Later = append(b.Later, all(b.leading(b.whole), from(names))...)
	}
}

// onesName is the name of so many ones: those of the first step are given.
func (b trainer) onesName(samples int) string {
	batches := b.Training.Batches
	if samples == len(batches.Samples[0]) {
		return batches.Ones
	}
	return marked(batches.Ones, fmt.Sprintf("of%d", samples))
}

// ones states so many ones, unless they are there already.
func (b trainer) ones(samples int) {
	name := b.onesName(samples)
	if b.Training.Batches.Ones == "" || name == b.Training.Batches.Ones {
		return
	}
	for _, e := range b.Later {
		if e.Name == name {
			return
		}
	}
	m := formula.Matrix{Rows: samples, Cols: 1}
	for range samples {
		m.Items = append(m.Items, one)
	}
	body := formula.Expr(m)
	if samples == 1 {
		body = one
	}
	b.Later = append(b.Later, formula.Equation{Name: name, Body: body})
}

// reached are the names of the parameters after some steps.
func (b trainer) reached(steps int) map[string]string {
	names := map[string]string{}
	for _, p := range b.Parameters {
		if !p.Frozen {
			names[p.Name] = After(p.Name, steps)
		}
	}
	return names
}

func from(names map[string]string) func(string) string {
	return func(name string) string {
		if other, ok := names[name]; ok {
			return other
		}
		return name
	}
}

func all(program []formula.Equation, name func(string) string) []formula.Equation {
	list := make([]formula.Equation, len(program))
	for i, e := range program {
		list[i] = renamed(e, name)
		if list[i].Name == e.Name { // in the first step
			list[i].Alias = e.Alias
		}
	}
	return list
}
