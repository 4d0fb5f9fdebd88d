package verify

import (
	"strings"

	"longhand/generator/formula"
	"longhand/generator/tex"
)

// An article on learning defines a forward pass, names an objective, and changes parameters by its derivatives. From these
// the derivatives themselves follow: what the article only states, ∂E/∂w₆ or w₆⁺ beside a w₅⁺ that is worked out, can be
// computed as well.

// learner is the training that an article describes.
type learner struct {
	objective  string
	program    []formula.Equation // the forward pass, in the order of computation
	shapes     map[string]formula.Shape
	parameters []string
	backward   []formula.Equation // the derivatives of the objective
	gradient   formula.Gradient
	// rule is the new value of a parameter, in which the symbols old and slope stand for it and for its derivative
	rule formula.Expr
	// early says that the article puts new values in before it goes on to earlier layers
	early bool
	// same and other count the derivatives that the article computes itself and that differentiating its forward pass gives as
	// well, and those for which that gives something else: the objective or the forward pass is another one then
	same, other int
}

// The symbols in a learner's rule.
const (
	oldValue = "#old"
	slope    = "#slope"
)

// maxProgram bounds the equations of a forward pass.
const maxProgram = 200

// learner finds the training that the article describes; nil where it describes none that is understood.
func (f *flow) learner() *learner {
	f.complete()
	l := f.statedLearner()
	if l == nil {
		l = f.shownLearner()
	}
	if l == nil {
		return nil
	}
	if l.early = f.takesEarly(l); !l.early {
		f.supply(l)
	}
	return l
}

// equation is a term with its numbers, with entries named by their keys, and with the logistic function by its name: its slope
// is then found from its value.
func (f *flow) equation(t *term) formula.Expr {
	return formula.Rewrite(flat(t.lifted), func(e formula.Expr) formula.Expr {
		if i, ok := place(e); ok {
			return formula.Number{Text: t.literals[i].text}
		}
		q, ok := e.(formula.Binary)
		if !ok || q.Op != formula.Div || !isOne(q.X) {
			return e
		}
		if sum, ok := q.Y.(formula.Binary); ok && (isOne(sum.X) || isOne(sum.Y)) {
			if u, ok := logisticArgument(q); ok {
				return formula.Call{Func: "sigmoid", Args: []formula.Expr{u}}
			}
		}
		return e
	})
}

func isOne(e formula.Expr) bool {
	n, ok := e.(formula.Number)
	return ok && n.Text == "1"
}

// forward collects the equations that lead to the objective, and states its derivatives.
func (f *flow) forward(l *learner) bool {
	l.shapes = map[string]formula.Shape{}
	q := f.quantities[l.objective]
	if q == nil {
		return false
	}
	definitions := append([]*term{q.formula}, q.others...)
	for _, t := range definitions {
		if t == nil {
			continue
		}
		l.program, l.parameters = nil, nil
		clear(l.shapes)
		if f.collect(l, l.objective, t, map[string]bool{}) && len(l.parameters) > 0 {
			l.gradient = formula.Gradient{Target: l.objective, Wanted: l.parameters,
				Shapes: func(name string) (formula.Shape, bool) { s, ok := l.shapes[name]; return s, ok }}
			var err error
			l.backward, err = l.gradient.Equations(l.program)
			return err == nil
		}
	}
	return false
}

// collect adds the equation of a name behind those of all names in it.
func (f *flow) collect(l *learner, name string, t *term, open map[string]bool) bool {
	if open[name] || len(l.program) >= maxProgram {
		return false
	}
	open[name] = true
	defer delete(open, name)
	if f.denies(name, t) {
		return false
	}
	body := f.equation(t)
	for _, s := range formula.Symbols(body) {
		if _, done := l.shapes[s]; done || formula.Constants[s] {
			continue
		}
		q := f.quantities[s]
		if q == nil || q.formula == nil {
			if f.byAnalogy(s, 0) {
				q = f.quantities[s]
			}
		}
		switch {
		case f.isTrained(s):
			l.parameters = append(l.parameters, s)
			l.shapes[s] = f.shapeOf(s)
		case q != nil && q.formula != nil:
			if !f.collect(l, s, q.formula, open) {
				return false
			}
		case q != nil && q.claims != nil && len(f.siblings(s)) == 0: // given, and not the result of a formula that was not found
			if l.shapes[s] = q.shape; q.shape.Rows == 1 && countsEntries(body, s) { // a list, whose entries are counted
				l.shapes[s] = formula.Shape{Rows: q.shape.Cols, Cols: 1}
			}
		default:
			return false
		}
	}
	shape, err := formula.ShapeOf(body, func(name string) (formula.Shape, bool) { s, ok := l.shapes[name]; return s, ok })
	if err != nil {
		return false
	}
	l.shapes[name] = shape
	l.program = append(l.program, formula.Equation{Name: name, Body: body})
	return true
}

// denies says whether a formula of the article does not give the value that the article prints for its name: then it is
// not what was computed, and nothing follows from it.
func (f *flow) denies(name string, t *term) bool {
	q := f.quantities[name]
	if q == nil || len(q.claims) != 1 || q.changes > 0 || q.basis != "" || !q.claims[0].derived || q.claims[0].Verdict == Wrong {
		return false
	}
	for _, s := range t.symbols { // by the value that it had then
		if used := f.quantities[s]; used != nil && used.changes > 0 {
			return false
		}
	}
	x, ok := f.scalar(whole(t), loose, f.log10())
	return ok && !q.claims[0].number.possible(f.c, x)
}

// countsEntries says whether a formula uses the entries of a name by one index.
func countsEntries(e formula.Expr, name string) (yes bool) {
	formula.Walk(e, func(x formula.Expr) bool {
		if i, ok := x.(formula.Index); ok && len(i.At) == 1 {
			s, ok := i.X.(formula.Symbol)
			yes = yes || ok && s.Name == name
		}
		return true
	})
	return yes
}

// isTrained says whether the article gives a new value of a name.
func (f *flow) isTrained(name string) bool {
	if q := f.quantities[name]; q != nil && q.update != nil && hasDerivative(q.update.symbols) {
		return true
	}
	for _, version := range versionsOf(name) {
		if f.quantities[version] != nil {
			return true
		}
	}
	return false
}

func hasDerivative(symbols []string) bool {
	for _, s := range symbols {
		if strings.Contains(s, "/") {
			return true
		}
	}
	return false
}

// shapeOf is the shape of a parameter, whose value the article may only give after its update.
func (f *flow) shapeOf(name string) formula.Shape {
	for _, s := range append([]string{name}, versionsOf(name)...) {
		if q := f.quantities[s]; q != nil && q.claims != nil {
			return q.shape
		}
	}
	return formula.Scalar
}

// maxDerivatives bounds how many stated derivatives are found by differentiating.
const maxDerivatives = 200

// supply gives the names of derivatives, and of new values of parameters, that the article only states, the formulas that
// follow from its forward pass.
func (f *flow) supply(l *learner) {
	count := 0
	for _, name := range f.names() {
		q := f.quantities[name]
		if q.formula != nil || len(q.claims) == 0 || q.claims[0].Verdict != Given {
			continue
		}
		if parameter, ok := unversioned(name); ok && contains(l.parameters, parameter) {
			f.deduce(name, l.newValue(parameter))
			f.supplyAll(l.backward)
			continue
		}
		n, ok := tex.ParseName(name)
		if count++; !ok || n.Over == nil || count > maxDerivatives {
			continue
		}
		g := l.gradient
		over, under, _ := strings.Cut(name, "/")
		g.Target, g.Wanted = over[1:], []string{under[1:]}
		if equations, err := g.Equations(until(l.program, g.Target)); err == nil {
			f.supplyAll(equations)
		}
	}
}

// until are the equations up to that of a name.
func until(program []formula.Equation, name string) []formula.Equation {
	for i, e := range program {
		if e.Name == name {
			return program[:i+1]
		}
	}
	return nil
}

func (f *flow) supplyAll(equations []formula.Equation) {
	for _, e := range equations {
		q := f.quantity(e.Name)
		if q.formula != nil && q.basis == "" {
			if _, _, err := f.value(whole(q.formula), shown, f.log10()); err == nil {
				continue
			}
			q.formula = nil // written in names of which nothing is known
		}
		if q.formula == nil && (q.claims == nil || q.claims[0].Verdict == Given) {
			f.deduce(e.Name, e.Body)
		}
	}
}

// deduce gives a name a formula that is not the article's own.
func (f *flow) deduce(name string, body formula.Expr) {
	q := f.quantity(name)
	q.formula = &term{passage: nowhere(""), lifted: body, symbols: keys(body)}
	q.basis = "by differentiating the article's formulas"
}

// rewind gives parameters that are updated under their own names the values again that they had before, which the
// derivatives are taken at, and returns what takes that back.
func (f *flow) rewind(l *learner) (restore func()) {
	var all []func()
	if l != nil {
		for _, p := range l.parameters {
			q := f.quantities[p]
			if q == nil || q.update == nil || len(q.past) == 0 {
				continue
			}
			now, changes := q.claims, q.changes
			q.claims, q.changes = q.past[0], 0
			all = append(all, func() { q.claims, q.changes = now, changes })
		}
	}
	return func() {
		for _, f := range all {
			f()
		}
	}
}
