package verify

import (
	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/tex"
)

// keepLast keeps the value of a chain for a line that goes on with it, × 3 = 154.
func (f *flow) keepLast(ch *chain) {
	if len(ch.terms) == 0 {
		return
	}
	if t := ch.terms[0]; t != nil && contains(t.symbols, tex.Last) {
		f.continued++
	} else {
		f.continued = 0
	}
	if len(ch.values) == 1 && f.continued < maxContinued {
		f.quantities[tex.Last] = &quantity{key: tex.Last, shape: formula.Scalar, claims: ch.values, passage: f.at}
	}
}

// dropLast forgets the last value where it stands too far before to be gone on with.
func (f *flow) dropLast() {
	if q := f.quantities[tex.Last]; q != nil && f.at-q.passage > maxGap {
		delete(f.quantities, tex.Last)
	}
}

// maxContinued bounds how many lines in a row go on with the one before: exact values grow with every one.
const maxContinued = 20

// maxGap is how many passages may stand between a chain and what goes on with it.
const maxGap = 3

// squareName is the name of a quantity that is written as a square or a cube, R² or χ², of a name that has no value itself.
func (f *flow) squareName(x *term) (string, bool) {
	b, ok := x.lifted.(formula.Binary)
	if !ok || b.Op != formula.Pow {
		return "", false
	}
	name, ok1 := isName(b.X)
	i, ok2 := place(b.Y)
	if !ok1 || !ok2 || x.literals[i].value.Compare(number.FromInt(2)) == number.Less || x.literals[i].value.Compare(number.FromInt(3)) == number.Greater {
		return "", false
	}
	if q := f.quantities[name+"^"+x.literals[i].text]; q != nil && q.claims != nil { // the square was there before its root
		return q.key, true
	}
	if q := f.quantities[name]; q != nil && (q.claims != nil || q.pending != nil || q.formula != nil) {
		return "", false
	}
	return name + "^" + x.literals[i].text, true
}

// maxDefinitions bounds how many definitions of a name are remembered besides the last.
const maxDefinitions = 8

// finish gives the names of a chain what it says of them.
func (f *flow) finish(ch *chain) {
	f.define(ch)
	f.keepLast(ch)
	f.solveProportion(ch)
	f.keep(ch)
	f.coefficients(ch)
	var symbolic, numeric *term
	defer func() {
		if len(ch.terms) == 0 {
			return
		}
		if t := ch.terms[len(ch.terms)-1]; t != nil && !isValue(t.lifted) && len(t.literals) > 0 {
			f.recent = append(f.recent, t)
		}
	}()
	for i, t := range ch.terms {
		if t == nil || isValue(t.lifted) {
			continue
		}
		if _, ok := isName(t.lifted); ok && len(ch.names) > 0 {
			continue
		}
		if i == 0 && len(ch.names) > 0 && len(t.symbols) > 0 { // 6/3 = x says what x is
			continue
		}
		if len(t.symbols) > 0 {
			if symbolic == nil {
				symbolic = t
			}
		} else if hasLiteral(t) {
			numeric = t
		}
	}
	for i, name := range ch.names {
		q := f.quantity(name)
		own := symbolic != nil && !contains(symbolic.symbols, name)
		if own {
			if q.formula != nil && len(q.others) < maxDefinitions {
				q.others = append(q.others, q.formula)
			}
			q.formula = symbolic
		} else if symbolic != nil {
			q.update = symbolic
		} else if numeric != nil && ch.values != nil {
			q.numeric = numeric
		}
		switch {
		case ch.values != nil:
			f.bind(name, ch.shape, ch.values, ch.valueOf)
		case numeric != nil:
			q.pending, q.claims, q.passage = numeric, nil, f.at
		case symbolic != nil && !own && q.claims == nil:
		}
		if i == 0 && ch.values == nil && numeric == nil && symbolic == nil && len(ch.names) > 1 {
			// y = ŷ: the same quantity under another name
			other := f.quantities[ch.names[1]]
			if other != nil && other.claims != nil && q.claims == nil {
				f.bind(name, other.shape, other.claims, nil)
			}
		}
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func hasLiteral(t *term) bool {
	for _, l := range t.literals {
		if !l.implied {
			return true
		}
	}
	return false
}
