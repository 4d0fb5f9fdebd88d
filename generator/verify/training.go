package verify

import (
	"slices"

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
	found  results // as the article describes the training
	higher results // from higher parameters; nil where that was not computed yet
	early  results // with new values put in early; nil where that was not computed yet
	names  []string
}

// results are the numbers of the targets and parameters, entry by entry, after the wanted rounds.
type results map[int]map[string]number.Real

// training prepares the training of a learner; nil where the article does not give all that it begins with.
func (f *flow) training(l *learner, rounds map[int]bool) *training {
	t := &training{f: f, l: l, c: number.NewContext(trainingBits), given: map[string]trace.Value{}, wanted: rounds}
	for name := range l.shapes {
		if !l.defines(name) && !contains(l.parameters, name) && !t.give(name, f.quantities[name], false) {
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
			body, _ := l.body(name)
			for _, s := range formula.Symbols(body) {
				if l.defines(s) && !contains(list, s) {
					list, next = append(list, s), append(next, s)
				}
			}
		}
		level = next
	}
	return list
}

// body is the formula of a name of the forward pass.
func (l *learner) body(name string) (formula.Expr, bool) {
	for _, e := range l.program {
		if e.Name == name {
			return e.Body, true
		}
	}
	return nil, false
}

func (l *learner) defines(name string) bool {
	_, ok := l.body(name)
	return ok
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

// run computes the rounds. higher lets the parameters begin half a unit of their last digits higher than they are printed. early
// puts the new value of a parameter in as soon as it is known, so that the derivatives of earlier layers use it. slopes are the
// derivatives of the first round. Where a step has no value it ends.
func (t *training) run(higher, early bool) (found results, slopes map[string]trace.Value) {
	found, slopes = results{}, map[string]trace.Value{}
	defer func() {
		if r := recover(); r != nil {
			if _, limit := r.(*number.LimitError); !limit {
				panic(r)
			}
		}
	}()
	k, forward, learning := machineFor(t.c, t.given, t.l.program, t.l.learning(early))
	for name, x := range t.given {
		k.set(name, x)
	}
	if higher {
		t.raise(k)
	}
	for n := t.first; n <= t.last; n++ {
		if !forward() {
			return found, slopes
		}
		if t.wanted[n] {
			found[n] = map[string]number.Real{}
			for _, name := range slices.Concat(t.names, t.l.parameters) {
				x := k.get(name)
				for i, item := range x.Items {
					found[n][itemKey(name, i, x.Shape)] = item
				}
			}
		}
		if !learning() {
			return found, slopes
		}
		if n == t.first {
			for _, e := range t.l.backward {
				slopes[e.Name] = k.get(e.Name)
			}
		}
	}
	return found, slopes
}

// entries are the keys of names, entry by entry.
func (l *learner) entries(names []string) []string {
	var list []string
	for _, name := range names {
		for i := range l.shapes[name].Size() {
			list = append(list, itemKey(name, i, l.shapes[name]))
		}
	}
	return list
}

// itemKey is the key of an entry of a name; a number is its only entry.
func itemKey(name string, i int, shape formula.Shape) string {
	if shape.IsScalar() {
		return name
	}
	return entryKey(name, i, shape)
}

// raise puts the printed parameters half a unit of their last digits higher.
func (t *training) raise(k machine) {
	for _, p := range t.l.parameters {
		for _, version := range versionsOf(p) {
			q := t.f.quantities[version]
			if q == nil || q.claims == nil {
				continue
			}
			x := valueOf(q.shape, q.claims)
			for i, c := range q.claims {
				x.Items[i] = t.c.Add(x.Items[i], c.number.half())
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
