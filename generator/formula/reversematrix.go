package formula

import "strconv"

// wholeMatrices drops the indices of a sum over all entries of matrices, ΣᵢΣⱼ f(Aᵢⱼ, Bᵢⱼ) or Σⱼ f(A₁ⱼ) for rows, so that
// it is differentiated as one formula of whole matrices.
func (r *reverser) wholeMatrices(e Sum) (Expr, bool) {
	vars, bounds := []string{e.Var}, []Expr{e.To}
	body := e.Body
	if inner, ok := body.(Sum); ok {
		if from, err := wholeNumber(inner.From); err != nil || from != 1 {
			return nil, false
		}
		vars, bounds, body = append(vars, inner.Var), append(bounds, inner.To), inner.Body
	}
	if from, err := wholeNumber(e.From); err != nil || from != 1 {
		return nil, false
	}
	sizes := map[string]int{}
	for i, b := range bounds {
		n, err := wholeNumber(b)
		if err != nil {
			return nil, false
		}
		sizes[vars[i]] = n
	}
	whole, shape, at := true, Shape{}, []Expr(nil)
	var matrices []Expr // marked, so that products inside them stay what they are
	body = Rewrite(body, func(x Expr) Expr {
		switch x := x.(type) {
		case Sum:
			whole = false
		case Index:
			s, err := ShapeOf(x.X, r.of)
			if err != nil || len(x.At) != 2 || !runs(x.At[0], s.Rows, sizes) || !runs(x.At[1], s.Cols, sizes) ||
				s.Size() != entries(sizes) || Same(x.At[0], x.At[1]) ||
				at != nil && (s != shape || !Same(x.At[0], at[0]) || !Same(x.At[1], at[1])) {
				whole = false
				return x
			}
			shape, at = s, x.At
			matrices = append(matrices, x.X)
			return Symbol{"#" + strconv.Itoa(len(matrices)-1)}
		}
		return x
	})
	for _, name := range Symbols(body) {
		_, counts := sizes[name]
		whole = whole && !counts
	}
	if !whole || len(matrices) == 0 {
		return nil, false
	}
	marked := func(name string) (i int, ok bool) {
		if len(name) < 2 || name[0] != '#' {
			return 0, false
		}
		i, err := strconv.Atoi(name[1:])
		return i, err == nil
	}
	body = entrywise(body, func(name string) (Shape, bool) {
		if _, ok := marked(name); ok {
			return shape, true
		}
		return r.of(name)
	})
	return Substitute(body, func(name string) (Expr, bool) {
		if i, ok := marked(name); ok {
			return matrices[i], true
		}
		return nil, false
	}), true
}

// runs says whether an index runs over all of n places: a variable of that many, or the 1 of a single one.
func runs(at Expr, n int, sizes map[string]int) bool {
	switch at := at.(type) {
	case Symbol:
		return sizes[at.Name] == n
	case Number:
		return at.Text == "1" && n == 1
	}
	return false
}

func entries(sizes map[string]int) int {
	n := 1
	for _, s := range sizes {
		n *= s
	}
	return n
}
