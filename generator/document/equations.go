package document

import (
	"longhand/generator/formula"
	"longhand/generator/model"
)

// What templates read off a model that is stated by equations. Names are those of quantities.

// Given are the quantities that the problem gives; the numbers of training are not among them.
func (x *Example) Given() []string {
	training := map[string]bool{}
	if x.Training() {
		training[x.Model.Rate], training["gamma"] = true, x.Decays()
		for _, s := range x.Settings() {
			training[s.name] = true
		}
	}
	var names []string
	for _, s := range x.trace.Steps {
		if s.IsGiven() && !training[s.Name] {
			names = append(names, s.Name)
		}
	}
	return names
}

// Parts are the quantities that are only parts of what an equation states.
func (x *Example) Parts() []string {
	var names []string
	for _, e := range x.Model.Forward {
		if _, hoisted := x.Model.Hoisted[e.Name]; hoisted {
			names = append(names, e.Name)
		}
	}
	return names
}

// Needs are the quantities that an equation uses.
func (x *Example) Needs(name string) ([]string, error) {
	s, err := x.step(name)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, input := range s.Inputs {
		names = append(names, input.Name)
	}
	return names, nil
}

// IsNumber says whether a quantity is a single number.
func (x *Example) IsNumber(name string) (bool, error) {
	s, err := x.step(name)
	return err == nil && s.Value.IsScalar(), err
}

// Adjoint is an equation of the backward pass as templates see it.
type Adjoint struct {
	Name string
	// In is the quantity that is derived in.
	In string
	// Slope is the quantity that is derived, entry by entry, where it is not the loss; else "". Function is then its
	// function.
	Slope, Function string
	// Uses are the quantities through which In acts on the loss; the loss itself where it holds In.
	Uses   []string
	Wanted bool
}

// Adjoints are the equations of the backward pass, in order.
func (x *Example) Adjoints() []Adjoint {
	var list []Adjoint
	stated := map[string]bool{}
	for _, e := range x.Model.Backward {
		stated[e.Name] = true
	}
	for _, e := range x.Model.Backward {
		a := Adjoint{Name: e.Name}
		for _, f := range x.Model.Forward {
			derivative := "d" + f.Name + "/d"
			if call, ok := f.Body.(formula.Call); ok && f.Name != x.Model.Loss && len(e.Name) > len(derivative) && e.Name[:len(derivative)] == derivative {
				a.Slope, a.In, a.Function = f.Name, e.Name[len(derivative):], call.Func
			}
		}
		if a.Slope == "" {
			a.In = e.Name[len("d"+x.Model.Loss+"/d"):]
			for _, f := range x.Model.Forward {
				if uses(f.Body, a.In) && (f.Name == x.Model.Loss || stated["d"+x.Model.Loss+"/d"+f.Name]) {
					a.Uses = append(a.Uses, f.Name)
				}
			}
		}
		for _, p := range x.Model.Parameters {
			a.Wanted = a.Wanted || p.Gradient == e.Name
		}
		list = append(list, a)
	}
	return list
}

func uses(e formula.Expr, name string) bool {
	for _, n := range formula.Symbols(e) {
		if n == name {
			return true
		}
	}
	return false
}

// Softmaxes says whether the model takes the softmax of the columns, and of the rows, of a matrix that has several.
func (x *Example) Softmaxes() (s struct{ Columns, Rows bool }) {
	for _, e := range x.Model.Forward {
		formula.Walk(e.Body, func(e formula.Expr) bool {
			if call, ok := e.(formula.Call); ok && len(call.Args) == 1 {
				shape, err := formula.ShapeOf(call.Args[0], x.shapeOf)
				s.Columns = s.Columns || err == nil && formula.Functions[call.Func].Columns && shape.Cols > 1
				s.Rows = s.Rows || err == nil && formula.Functions[call.Func].Rows && shape.Rows > 1
			}
			return true
		})
	}
	return s
}

// Kinked lists the functions with a kink that are differentiated, each once.
func (x *Example) Kinked() []string {
	var list []string
	seen := map[string]bool{}
	if len(x.Model.Backward) == 0 {
		return nil
	}
	for _, e := range x.Model.Forward {
		formula.Walk(e.Body, func(e formula.Expr) bool {
			if call, ok := e.(formula.Call); ok && !seen[call.Func] {
				switch call.Func {
				case "max", "min", "abs", "relu", "leakyrelu", "step", "sign":
					seen[call.Func] = true
					list = append(list, call.Func)
				}
			}
			return true
		})
	}
	return list
}

// LossNew is the name of the loss after the update.
func (x *Example) LossNew() string { return model.New(x.Model.Loss) }

// ShapeOf is the shape of a quantity.
func (x *Example) ShapeOf(name string) (formula.Shape, error) {
	s, err := x.step(name)
	if err != nil {
		return formula.Shape{}, err
	}
	return s.Value.Shape, nil
}

// HasMatrices says whether any given quantity is more than a number.
func (x *Example) HasMatrices() bool {
	for _, s := range x.trace.Steps {
		if s.IsGiven() && !s.Value.IsScalar() {
			return true
		}
	}
	return false
}

// Numbers counts from one whole number to another, up or down, so that templates can tell of steps.
func (x *Example) Numbers(from, to int) []int {
	step := 1
	if to < from {
		step = -1
	}
	list := []int{from}
	for from != to {
		from += step
		list = append(list, from)
	}
	return list
}

// Words is a list of words, so that templates can tell of several quantities in turn.
func (x *Example) Words(words ...string) []string { return words }

// Sign compares a number with 0.
func (x *Example) Sign(name string) (string, error) {
	if _, err := x.step(name); err != nil {
		return "", err
	}
	return x.compareToZero(name, 0)
}
