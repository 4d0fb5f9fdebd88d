package verify

import (
	"longhand/generator/formula"
	"longhand/generator/number"
)

// maxTrainingWork bounds the equations that all rounds together may compute.
const maxTrainingWork = 1_000_000

// trainingBits is the precision of a training: 38 digits, of which rounding takes a few away.
const trainingBits = 128

// training computes rounds of a learner.
type training struct {
	f      *flow
	l      *learner
	c      *number.Context
	given  map[string]number.Real // what does not change, and the parameters at the beginning
	first  int                    // the rounds that the beginning comes after
	inner  bool                   // the parameters at the beginning are printed, rounded values
	wanted map[int]bool
	last   int
	found  map[int]map[string]number.Real // the targets after the wanted rounds
	higher map[int]map[string]number.Real // the same from higher parameters; nil where that was not computed yet
	early  map[int]map[string]number.Real // the same with new values put in early
	names  []string                       // the targets
}

// training prepares the training of a learner; nil where the article does not give all that it begins with.
func (f *flow) training(l *learner, rounds map[int]bool) *training {
	t := &training{f: f, l: l, c: number.NewContext(trainingBits), given: map[string]number.Real{}, wanted: rounds}
	for n := range rounds {
		if work := (n + 1) * (len(l.program) + len(l.backward) + len(l.parameters)); work <= maxTrainingWork {
			t.last = max(t.last, n)
		}
	}
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
	if len(claims) != 1 {
		return false
	}
	t.given[name] = claims[0].number.value
	return true
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
	k := &compiler{c: t.c, slots: map[string]int{}}
	forward, learning := k.steps(t.l.program), k.steps(t.l.learning(early))
	if forward == nil || learning == nil {
		return
	}
	for name, x := range t.given {
		k.reals[k.slot(name)] = x
	}
	if shift != 0 {
		t.shift(k, shift)
	}
	for n := t.first; n <= t.last; n++ {
		if !k.run(forward) {
			return
		}
		if t.wanted[n] {
			t.found[n] = map[string]number.Real{}
			for _, names := range [][]string{t.names, t.l.parameters} {
				for _, name := range names {
					t.found[n][name] = k.reals[k.slot(name)]
				}
			}
		}
		if !k.run(learning) {
			return
		}
	}
}

// shift moves the parameters.
func (t *training) shift(k *compiler, halves int64) {
	for _, p := range t.l.parameters {
		for _, version := range versionsOf(p) {
			q := t.f.quantities[version]
			if q == nil || q.claims == nil {
				continue
			}
			c := q.claims[0]
			k.reals[k.slot(p)] = t.c.Add(c.number.value, t.c.Mul(c.number.half(), number.FromInt(halves)))
		}
	}
}

// takesEarly says whether the article itself uses new values in the derivatives of earlier layers: whether its new parameters
// fit those of a round that is computed so, and not those of one that is not.
func (f *flow) takesEarly(l *learner) bool {
	t := f.training(l, map[int]bool{1: true})
	if t == nil || t.inner {
		return false
	}
	t.run(0, false)
	early := t.alsoFrom(0, true)
	fitting := 0
	for _, p := range l.parameters {
		for _, version := range append(versionsOf(p), p) {
			q := f.quantities[version]
			if q == nil || len(q.claims) != 1 || version == p && q.update == nil {
				continue
			}
			late, ok1 := t.found[1][p]
			soon, ok2 := early[1][p]
			if n := q.claims[0].number; ok1 && ok2 && (n.fits(late) >= fitRounded) != (n.fits(soon) >= fitRounded) {
				if fitting++; n.fits(late) >= fitRounded {
					fitting -= 2
				}
			}
		}
	}
	return fitting > 0
}

// alsoFrom computes the training once more in another way.
func (t *training) alsoFrom(shift int64, early bool) map[int]map[string]number.Real {
	found := t.found
	defer func() { t.found = found }()
	t.run(shift, early)
	return t.found
}
