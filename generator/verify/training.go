package verify

import (
	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/trace"
)

// maxTrainingWork bounds the equations that all rounds together may compute, and maxMatrixWork the entries where they are of
// matrices.
const (
	maxTrainingWork = 1_000_000
	maxMatrixWork   = 100_000
)

// trainingBits is the precision of a training: 38 digits, of which rounding takes a few away.
const trainingBits = 128

// training computes rounds of a learner.
type training struct {
	f      *flow
	l      *learner
	c      *number.Context
	given  map[string]trace.Value // what does not change, and the parameters at the beginning
	first  int                    // the rounds that the beginning comes after
	inner  bool                   // the parameters at the beginning are printed, rounded values
	wanted map[int]bool
	last   int
	found  map[int]map[string]number.Real // the targets after the wanted rounds
	higher map[int]map[string]number.Real // the same from higher parameters; nil where that was not computed yet
	early  map[int]map[string]number.Real // the same with new values put in early
	slopes map[string]trace.Value         // the derivatives of the first round
	names  []string                       // the targets
}

// training prepares the training of a learner; nil where the article does not give all that it begins with.
func (f *flow) training(l *learner, rounds map[int]bool) *training {
	t := &training{f: f, l: l, c: number.NewContext(trainingBits), given: map[string]trace.Value{}, slopes: map[string]trace.Value{}, wanted: rounds}
	defined := map[string]bool{}
	for _, e := range l.program {
		defined[e.Name] = true
	}
	for name := range l.shapes {
		if !defined[name] && !contains(l.parameters, name) && !t.give(name, f.quantities[name], false) {
			return nil
		}
	}
	for _, s := range formula.Symbols(l.rule) {
		if s != oldValue && s != slope && !t.give(s, f.quantities[s], false) {
			return nil
		}
	}
	if !t.begin(false) {
		if t.first, t.inner = 1, true; !t.begin(true) {
			return nil
		}
	}
	t.names = l.targets()
	work, most := len(l.program)+len(l.backward)+len(l.parameters), maxTrainingWork
	for _, shape := range l.shapes {
		if !shape.IsScalar() {
			work, most = work+shape.Size()*2, maxMatrixWork
		}
	}
	for n := range rounds {
		if (n+1)*work <= most {
			t.last = max(t.last, n)
		}
	}
	return t
}

// begin gives the parameters the values that they have before the first round, or after it.
func (t *training) begin(updated bool) bool {
	for _, p := range t.l.parameters {
		found := false
		if !updated {
			found = t.give(p, t.f.quantities[p], true)
		} else {
			for _, version := range versionsOf(p) {
				found = found || t.give(p, t.f.quantities[version], false)
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// give takes the printed value of a quantity, the first that it had where oldest is set.
func (t *training) give(name string, q *quantity, oldest bool) bool {
	if q == nil || q.claims == nil {
		return false
	}
	claims := q.claims
	if oldest && q.update != nil && len(q.past) > 0 {
		claims = q.past[0]
	}
	shape := q.shape
	if s := t.l.shapes[name]; s.Size() == len(claims) {
		shape = s
	}
	t.given[name] = valueOf(shape, claims)
	return len(claims) == shape.Size()
}

// targets are the objective and the names that it is made from, in two steps at most: a sum's errors, and their outputs.
func (l *learner) targets() []string {
	list := []string{l.objective}
	for depth, level := 0, list; depth < 2; depth++ {
		var next []string
		for _, name := range level {
			for _, e := range l.program {
				if e.Name != name {
					continue
				}
				for _, s := range formula.Symbols(e.Body) {
					if l.defines(s) && !contains(list, s) {
						list, next = append(list, s), append(next, s)
					}
				}
			}
		}
		level = next
	}
	return list
}

func (l *learner) defines(name string) bool {
	for _, e := range l.program {
		if e.Name == name {
			return true
		}
	}
	return false
}

// learning are the equations of a round behind the forward pass: all derivatives, then all new values. early puts each new
// value behind its derivative.
func (l *learner) learning(early bool) []formula.Equation {
	var equations, updates []formula.Equation
	for _, e := range l.backward {
		equations = append(equations, e)
		for _, p := range l.parameters {
			if e.Name != l.gradient.AdjointName(p) {
				continue
			}
			update := formula.Equation{Name: p, Body: l.newValue(p)}
			if early {
				equations = append(equations, update)
			} else {
				updates = append(updates, update)
			}
		}
	}
	return append(equations, updates...)
}

// run computes the rounds. shift moves the parameters at the beginning by so many halves of a unit of their last digits.
// early puts the new value of a parameter in as soon as it is known, so that the derivatives of earlier layers use it.
// Where a step has no value it ends.
func (t *training) run(shift int64, early bool) {
	defer func() {
		if r := recover(); r != nil {
			if _, limit := r.(*number.LimitError); !limit {
				panic(r)
			}
		}
	}()
	t.found = map[int]map[string]number.Real{}
	equations := t.l.learning(early)
	k := machineFor(t.c, append(equations, t.l.program...), t.given)
	forward, learning := k.program(t.l.program), k.program(equations)
	for name, x := range t.given {
		k.set(name, x)
	}
	if shift != 0 {
		t.shift(k, shift)
	}
	for n := t.first; n <= t.last; n++ {
		if !forward() {
			return
		}
		if t.wanted[n] {
			t.found[n] = map[string]number.Real{}
			for _, name := range append(t.names, t.l.parameters...) {
				x := k.get(name)
				for i, item := range x.Items {
					key := name
					if len(x.Items) > 1 {
						key = entryKey(name, i, x.Shape)
					}
					t.found[n][key] = item
				}
			}
		}
		if !learning() {
			return
		}
		if n == t.first {
			for _, e := range t.l.backward {
				t.slopes[e.Name] = k.get(e.Name)
			}
		}
	}
}

// targets are names and the entries of names.
func (t *training) targets(round int, names []string) []string {
	var list []string
	for _, name := range names {
		if _, isNumber := t.found[round][name]; isNumber {
			list = append(list, name)
			continue
		}
		for i := range t.l.shapes[name].Size() {
			list = append(list, entryKey(name, i, t.l.shapes[name]))
		}
	}
	return list
}

// shift moves the parameters.
func (t *training) shift(k machine, halves int64) {
	for _, p := range t.l.parameters {
		for _, version := range versionsOf(p) {
			q := t.f.quantities[version]
			if q == nil || q.claims == nil {
				continue
			}
			x := valueOf(q.shape, q.claims)
			for i, c := range q.claims {
				x.Items[i] = t.c.Add(x.Items[i], t.c.Mul(c.number.half(), number.FromInt(halves)))
			}
			k.set(p, x)
		}
	}
}

// valueOf is what claims print.
func valueOf(shape formula.Shape, claims []*Claim) trace.Value {
	x := trace.Value{Shape: shape, Items: make([]number.Real, len(claims))}
	for i, c := range claims {
		x.Items[i] = c.number.value
	}
	return x
}

// alsoFrom computes the training once more in another way.
func (t *training) alsoFrom(shift int64, early bool) map[int]map[string]number.Real {
	found := t.found
	defer func() { t.found = found }()
	t.run(shift, early)
	return t.found
}
