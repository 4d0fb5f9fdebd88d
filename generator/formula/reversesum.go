package formula

import "fmt"

// maxExpanded bounds the terms of a sum that is differentiated term by term.
const maxExpanded = 1000

// sum differentiates Σₖ body: as one formula of whole vectors where every vector in it is used only at the place k and k
// runs over all of its entries, else term by term.
func (r *reverser) sum(e Sum, g valued) error {
	from, err1 := wholeNumber(e.From)
	to, err2 := wholeNumber(e.To)
	if err1 != nil || err2 != nil || to < from {
		return &ShapeError{e, "the bounds of a sum must be whole numbers, the first not above the last"}
	}
	if body, ok := r.wholeVectors(e, from, to); ok && g.s.IsScalar() {
		s, err := ShapeOf(body, r.of)
		if err != nil {
			return err
		}
		if s.Rows == to && s.Cols == 1 {
			return r.walk(body, valued{g.e, s, !s.IsScalar()})
		}
	}
	if body, ok := r.wholeMatrices(e); ok && g.s.IsScalar() {
		s, err := ShapeOf(body, r.of)
		if err != nil {
			return err
		}
		return r.walk(body, valued{g.e, s, !s.IsScalar()})
	}
	if to-from >= maxExpanded {
		return &ShapeError{e, fmt.Sprintf("a sum of %d terms is too long to differentiate term by term", to-from+1)}
	}
	for k := from; k <= to; k++ {
		term := Substitute(e.Body, func(name string) (Expr, bool) { return Number{itoa(k)}, name == e.Var })
		if err := r.walk(term, g); err != nil {
			return err
		}
	}
	return nil
}

// wholeVectors drops the index k where the sum's body is entry k of one formula of vectors.
func (r *reverser) wholeVectors(e Sum, from, to int) (Expr, bool) {
	whole := from == 1
	var vectors []Expr // marked, so that products inside them stay what they are
	body := Rewrite(e.Body, func(x Expr) Expr {
		switch x := x.(type) {
		case Sum:
			whole = false
		case Index:
			k, ok := x.At[0].(Symbol)
			s, err := ShapeOf(x.X, r.of)
			if !ok || k.Name != e.Var || len(x.At) != 1 || err != nil || s.Rows != to {
				whole = false
				return x
			}
			vectors = append(vectors, x.X)
			return Symbol{fmt.Sprintf("#%d", len(vectors)-1)}
		}
		return x
	})
	for _, name := range Symbols(body) {
		whole = whole && name != e.Var
	}
	if !whole {
		return nil, false
	}
	marked := func(name string) (i int, ok bool) {
		_, err := fmt.Sscanf(name, "#%d", &i)
		return i, err == nil
	}
	body = entrywise(body, func(name string) (Shape, bool) {
		if _, ok := marked(name); ok {
			return Shape{to, 1}, true
		}
		return r.of(name)
	})
	return Substitute(body, func(name string) (Expr, bool) {
		if i, ok := marked(name); ok {
			return vectors[i], true
		}
		return nil, false
	}), true
}
