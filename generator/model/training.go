package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"longhand/generator/formula"
)

// Training is how parameters are changed.
type Training struct {
	Method  string   // a key of Methods
	Steps   int      // 0 counts as 1
	Decay   int      // the learning rate is multiplied by gamma every so many steps; 0 for never
	Freeze  []string // parameters that keep their values
	Batches *Batches // nil where every step uses all samples
}

// trainer states the steps of training of a model whose forward and backward pass are stated; with mini-batches, for the
// samples of the first.
type trainer struct {
	*Model
	// leading is the forward pass up to the loss.
	leading func(*Model) []formula.Equation
	// whole is the model with all samples, and pass states it for so many. Mini-batches need both.
	whole *Model
	pass  func(samples int) (*Model, error)
}

// train states the first step and all others. An error tells what name is not free.
func (b trainer) train() error {
	t := &b.Training
	t.Steps = max(1, t.Steps)
	b.Changes = map[string]bool{}
	if err := b.settings(); err != nil {
		return err
	}
	for _, p := range b.Parameters {
		b.Changes[p.Name] = !p.Frozen
	}
	if t.Batches != nil {
		t.Batches.count()
		b.firstBatch()
	} else {
		for _, e := range append(slices.Clone(b.Forward), b.Backward...) {
			for _, name := range formula.Symbols(e.Body) {
				b.Changes[e.Name] = b.Changes[e.Name] || b.Changes[name]
			}
		}
	}
	method := Methods[t.Method]
	for i := range b.Parameters {
		if p := &b.Parameters[i]; !p.Frozen {
			p.Update = method.Update(b.step(*p, 1, b.after(0)))
			b.Update = append(b.Update, p.Update...)
		}
	}
	b.After = b.changed(b.leading(b.Model), b.after(1))
	for number := 2; number <= t.Steps; number++ {
		if err := b.later(number); err != nil {
			return err
		}
	}
	if t.Batches != nil {
		b.wholeLosses()
	}
	return b.free()
}

// settings gives the numbers of the method.
func (b trainer) settings() error {
	give := func(name string, shape formula.Shape) error {
		if _, taken := b.Shapes[name]; taken {
			return fmt.Errorf("%s is a number of %s, and a quantity has this name", name, b.Training.Method)
		}
		b.Shapes[name] = shape
		b.Needed = append(b.Needed, name)
		return nil
	}
	if err := give(b.Rate, formula.Scalar); err != nil {
		return err
	}
	for _, s := range Methods[b.Training.Method].Settings {
		shape := formula.Scalar
		if s.Entry > 0 {
			shape = formula.Shape{Rows: 2, Cols: 1}
		}
		if s.Entry > 1 {
			continue // it was given with the first entry
		}
		if err := give(s.Name, shape); err != nil {
			return err
		}
	}
	if b.Training.Decay > 0 && b.Training.Steps > 1 {
		return give("gamma", formula.Scalar)
	}
	return nil
}

// step is how a method sees a step of a parameter; in names the quantities of the backward pass at which it is made.
func (b trainer) step(p Parameter, number int, in func(string) string) Step {
	return Step{
		Number:    number,
		Parameter: formula.Sym(After(p.Name, number-1)),
		Gradient:  formula.Sym(in(p.Gradient)),
		Rate:      formula.Sym(b.RateIn(number)),
		New:       After(p.Name, number),
		scalar:    b.Shapes[p.Name].IsScalar(),
		state:     b.state(p),
	}
}

// later states a step after the first: the derivatives at the parameters reached, the update, the forward pass.
func (b trainer) later(number int) error {
	in := b.after(number - 1)
	if b.Training.Batches == nil {
		b.Later = append(b.Later, b.changed(b.Backward, in)...)
	} else {
		var err error
		if in, err = b.laterBatch(number); err != nil {
			return err
		}
	}
	if name := b.RateIn(number); name != b.Rate && name != b.RateIn(number-1) {
		times := formula.Binary{Op: formula.Pow, X: formula.Sym("gamma"), Y: count((number - 1) / b.Training.Decay)}
		b.Later = append(b.Later, formula.Equation{Name: name, Body: product(formula.Sym(b.Rate), times)})
	}
	for _, p := range b.Parameters {
		if !p.Frozen {
			b.Later = append(b.Later, Methods[b.Training.Method].Update(b.step(p, number, in))...)
		}
	}
	if b.Training.Batches == nil {
		b.Later = append(b.Later, b.changed(b.leading(b.Model), b.after(number))...)
	}
	return nil
}

// RateIn is the name of the learning rate in a step, counted from 1: the given one until it decays for the first time.
func (m *Model) RateIn(step int) string {
	if m.Training.Decay == 0 || (step-1)/m.Training.Decay == 0 {
		return m.Rate
	}
	first := (step-1)/m.Training.Decay*m.Training.Decay + 1
	return m.Rate + "_step" + strconv.Itoa(first)
}

// after names quantities after some steps: what a step changes has a name of its own there, all else keeps it.
func (b trainer) after(steps int) func(string) string {
	return func(name string) string {
		if !b.Changes[name] {
			return name
		}
		return After(name, steps)
	}
}

// changed is those equations that a step changes, with other names.
func (b trainer) changed(program []formula.Equation, name func(string) string) []formula.Equation {
	var list []formula.Equation
	for _, e := range program {
		if b.Changes[e.Name] {
			list = append(list, renamed(e, name))
		}
	}
	return list
}

func renamed(e formula.Equation, name func(string) string) formula.Equation {
	return formula.Equation{Name: name(e.Name), Body: formula.Rename(e.Body, name)}
}

// free holds that no name is stated twice.
func (b trainer) free() error {
	stated := map[string]bool{}
	for _, name := range b.Needed {
		stated[name] = true
	}
	for _, e := range b.Program() {
		if stated[e.Name] {
			return fmt.Errorf("training states %s, and a quantity has this name", e.Name)
		}
		stated[e.Name] = true
	}
	return nil
}

// state names what a method keeps for a parameter, by a letter. In a network weights have it as a capital, biases as a
// small letter, with the number of the layer: V1 belongs to W1, v1 to b1. Else the letter alone serves a single parameter,
// and the parameter is its subscript where there are several, or where the letter is taken.
func (b trainer) state(p Parameter) func(letter string) string {
	if p.Layer > 0 {
		digits := p.Name[len(strings.TrimRight(p.Name, "0123456789")):]
		return func(letter string) string {
			if !p.Bias {
				letter = strings.ToUpper(letter[:1]) + letter[1:]
			}
			return letter + digits
		}
	}
	trained := 0
	for _, p := range b.Parameters {
		if !p.Frozen {
			trained++
		}
	}
	return func(letter string) string {
		if _, taken := b.Shapes[letter]; trained == 1 && !taken {
			return letter
		}
		return letter + "_" + strings.NewReplacer("_", "", ",", "", "^", "").Replace(p.Name)
	}
}

// Suffix marks quantities after a number of steps: none before the first, new after it, then step2, step3, …
func Suffix(steps int) string {
	switch steps {
	case 0:
		return ""
	case 1:
		return "new"
	}
	return "step" + strconv.Itoa(steps)
}

// After is the name of a quantity after some steps.
func After(name string, steps int) string { return marked(name, Suffix(steps)) }

// New is the name of a quantity after the update.
func New(name string) string { return After(name, 1) }

// marked adds a word to a name's subscript; of a derivative, both parts bear it: dL/dW1 becomes dL_new/dW1_new.
func marked(name, mark string) string {
	if mark == "" {
		return name
	}
	if over, under, ok := strings.Cut(name, "/"); ok {
		return marked(over, mark) + "/" + marked(under, mark)
	}
	name, super, raised := strings.Cut(name, "^")
	if strings.Contains(name, "_") {
		name += "," + mark
	} else {
		name += "_" + mark
	}
	if raised {
		name += "^" + super
	}
	return name
}
