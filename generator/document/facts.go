package document

import (
	"longhand/generator/formula"
	"longhand/generator/model"
	"longhand/generator/number"
	"longhand/generator/tex"
)

// Facts are what templates read off the numbers to decide what to say. A comparison is one of "less", "equal",
// "greater", and "undecided" for numbers that no precision tells apart.

// Output compares one output with its target.
type Output struct {
	Symbol string // TeX
	Target string // TeX
	Delta  string // TeX of the last layer's δ of this output
	Order  string // of the output to its target
	Push   string // the sign of δ compared with 0: "greater" means that a descent step lowers the pre-activation
}

// Outputs compares every output with its target.
func (x *Example) Outputs() ([]Output, error) {
	m := x.Model
	last := m.Layers[len(m.Layers)-1]
	var list []Output
	for i := range last.Units {
		o := Output{Symbol: entryTeX(m.Output, i, last.Units), Target: entryTeX(m.Target, i, last.Units),
			Delta: entryTeX(last.Delta, i, last.Units)}
		var err error
		if o.Order, err = x.compare(m.Output, i, m.Target, i); err != nil {
			return nil, err
		}
		if o.Push, err = x.compareToZero(last.Delta, i); err != nil {
			return nil, err
		}
		list = append(list, o)
	}
	return list, nil
}

func entryTeX(name string, i, of int) string {
	if of == 1 {
		return tex.Symbol(name)
	}
	return tex.Print(formula.At(formula.Sym(name), i+1))
}

func (x *Example) entryOf(name string, i int) func() number.Real {
	return func() number.Real {
		s, _ := x.trace.Step(name)
		return s.Value.Items[i]
	}
}

func (x *Example) compare(a string, i int, b string, j int) (string, error) {
	order, err := x.order(x.entryOf(a, i), x.entryOf(b, j))
	return order.String(), err
}

func (x *Example) compareToZero(name string, i int) (string, error) {
	order, err := x.order(x.entryOf(name, i), func() number.Real { return number.Real{} })
	return order.String(), err
}

// ZeroInputs lists the inputs that are 0, as TeX.
func (x *Example) ZeroInputs() ([]string, error) {
	var zero []string
	n := x.Model.Network.Inputs
	for i := range n {
		order, err := x.compareToZero(x.Model.Input, i)
		if err != nil {
			return nil, err
		}
		if order == "equal" {
			zero = append(zero, entryTeX(x.Model.Input, i, n))
		}
	}
	return zero, nil
}

// LossChange compares the loss after the update with the loss before.
func (x *Example) LossChange() (string, error) {
	return x.compare(model.New(x.Model.Loss), 0, x.Model.Loss, 0)
}

// Peak is the entry of a quantity that is largest in size.
type Peak struct {
	Symbol string // TeX of the entry
	Zero   bool   // every entry is 0
	Sample int    // of a batch, in whose column it stands, counted from 1

	name  string
	index int
}

// Peak finds the entry that is largest in size.
func (x *Example) Peak(name string) (Peak, error) { return x.peak(name) }

// SteepestGradient finds the largest entry of all parameters' gradients.
func (x *Example) SteepestGradient() (Peak, error) {
	var names []string
	for _, p := range x.Parameters() {
		names = append(names, p.Gradient)
	}
	return x.peak(names...)
}

func (x *Example) peak(names ...string) (Peak, error) {
	best := Peak{name: names[0]}
	for _, name := range names {
		s, err := x.step(name)
		if err != nil {
			return best, err
		}
		for i := range s.Value.Items {
			if name == best.name && i == best.index {
				continue // no precision tells a number from itself
			}
			order, err := x.order(x.sizeOf(name, i), x.sizeOf(best.name, best.index))
			if err != nil {
				return best, err
			}
			if order == number.Greater {
				best.name, best.index = name, i
			}
		}
	}
	s, _ := x.trace.Step(best.name)
	best.Symbol = tex.Symbol(best.name)
	if x.Samples() == s.Value.Cols {
		best.Sample = x.sampleOf(best.index%s.Value.Cols + 1)
	}
	if !s.Value.IsScalar() {
		at := []int{best.index/s.Value.Cols + 1}
		if s.Value.Cols > 1 {
			at = append(at, best.index%s.Value.Cols+1)
		}
		best.Symbol = tex.Print(formula.At(formula.Sym(best.name), at...))
	}
	zero, err := x.compareToZero(best.name, best.index)
	best.Zero = zero == "equal"
	return best, err
}

func (x *Example) sizeOf(name string, i int) func() number.Real {
	return func() number.Real { return x.context().Abs(x.entryOf(name, i)()) }
}

// PeakOrder compares the sizes of the largest entries of two quantities.
func (x *Example) PeakOrder(a, b string) (string, error) {
	p, err := x.peak(a)
	if err != nil {
		return "", err
	}
	q, err := x.peak(b)
	if err != nil {
		return "", err
	}
	order, err := x.order(x.sizeOf(p.name, p.index), x.sizeOf(q.name, q.index))
	return order.String(), err
}

// PeakEquals is the largest entry and its value, as TeX: L = 0.5 or L \approx 0.5285.
func (x *Example) PeakEquals(p Peak) (string, error) {
	var text string
	err := x.trace.Decide(func() error {
		shown, err := x.deriver.Entry(p.name, p.index)
		relation := formula.Approx
		if shown.Exact {
			relation = formula.Equal
		}
		if err == nil {
			text = p.Symbol + " " + tex.Relation(relation) + " " + tex.Print(shown.Expr)
		}
		return err
	})
	return text, err
}

// Elides says whether anything is so large that dots stand for its middle: a matrix, or a sum.
func (x *Example) Elides() bool {
	for _, s := range x.trace.Steps {
		if s.Value.IsWide() || !s.IsGiven() && !formula.Same(s.Equation.Body, formula.Elide(s.Equation.Body)) {
			return true
		}
		if s.IsGiven() || !s.Value.IsScalar() { // a long sum of a matrix's entries needs a wide matrix
			continue
		}
		if e, err := formula.Entry(s.Equation.Body, 0, 0, x.shapeOf); err == nil && formula.IsLong(formula.Unfold(e)) {
			return true
		}
	}
	return false
}

func (x *Example) shapeOf(name string) (formula.Shape, bool) {
	s, ok := x.trace.Step(name)
	if !ok {
		return formula.Shape{}, false
	}
	return s.Value.Shape, true
}
