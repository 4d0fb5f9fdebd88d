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
	for _, e := range m.Items {
		name, ok := isName(e)
		if !ok {
			return nil, false
		}
		names = append(names, name)
	}
	return names, len(names) > 1
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
