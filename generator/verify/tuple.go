package verify

import "longhand/generator/formula"

// tupleOf are the names of a chain that began with a list of names only: (x₁, x₂) = (1, 0) gives each of them a value.
func tupleOf(ch *chain) ([]string, bool) {
	if len(ch.terms) != 1 || ch.terms[0] == nil {
		return nil, false
	}
	m, ok := ch.terms[0].lifted.(formula.Matrix)
	if !ok {
		return nil, false
	}
	var names []string
	for i, e := range m.Items {
		name, ok := isName(e)
		if !ok {
			return nil, false
		}
		if e == formula.Expr(formula.Dots) && i > 0 && i+1 < len(m.Items) {
			next, _ := isName(m.Items[i+1])
			between, ok := namesBetween(names[len(names)-1], next)
			if !ok {
				return nil, false
			}
			names = append(names, between...)
			continue
		}
		names = append(names, name)
	}
	return names, len(names) > 1
}

// maxRange bounds how many names an ellipsis stands for.
const maxRange = 64

// namesBetween are the names that an ellipsis leaves out between two, w₁, …, w₈.
func namesBetween(first, last string) ([]string, bool) {
	a, b := counters(first), counters(last)
	if len(a) == 0 || len(a) != len(b) {
		return nil, false
	}
	from, to := a[len(a)-1], b[len(b)-1]
	if withCounter(first, from, to.n) != last || to.n <= from.n || to.n-from.n > maxRange {
		return nil, false
	}
	var names []string
	for n := from.n + 1; n < to.n; n++ {
		names = append(names, withCounter(first, from, n))
	}
	return names, true
}

// assign gives names the values of a list, one by one: new ones, or those that they have.
func (f *flow) assign(names []string, x *term, entries []formula.Expr, relation formula.Relation) []*Claim {
	var claims []*Claim
	for i, name := range names {
		ch := &chain{passage: f.at, names: []string{name}, started: true}
		got := f.stated(ch, x, entries[i:i+1], formula.Scalar, relation)
		f.bind(name, formula.Scalar, got, nil)
		claims = append(claims, got...)
	}
	return claims
}
