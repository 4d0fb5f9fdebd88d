package formula

import "fmt"

// A matrix whose items are matrices themselves is one of blocks: [h; x] is h with x below it. Items of a row have equally
// many rows, items of a column equally many columns. This file says what that means for shape, entry and derivative.

// blockShape is the shape of a matrix of blocks.
func blockShape(m Matrix, of func(string) (Shape, bool)) (Shape, error) {
	total := Shape{}
	widths := make([]int, m.Cols)
	for i := range m.Rows {
		height := 0
		for j := range m.Cols {
			s, err := ShapeOf(m.Items[i*m.Cols+j], of)
			if err != nil {
				return Shape{}, err
			}
			if j > 0 && s.Rows != height {
				return Shape{}, &ShapeError{m, fmt.Sprintf("%v stands beside a block of %d rows", s, height)}
			}
			if i > 0 && s.Cols != widths[j] {
				return Shape{}, &ShapeError{m, fmt.Sprintf("%v stands below a block of %d columns", s, widths[j])}
			}
			height, widths[j] = s.Rows, s.Cols
			if i == 0 {
				total.Cols += s.Cols
			}
		}
		total.Rows += height
	}
	return total, nil
}

// eachBlock calls f for every item with its shape and the row and column, counted from 0, where it begins.
func eachBlock(m Matrix, of func(string) (Shape, bool), f func(item Expr, s Shape, row, col int) error) error {
	row := 0
	for i := range m.Rows {
		col, height := 0, 0
		for j := range m.Cols {
			item := m.Items[i*m.Cols+j]
			s, err := ShapeOf(item, of)
			if err != nil {
				return err
			}
			if err := f(item, s, row, col); err != nil {
				return err
			}
			col, height = col+s.Cols, s.Rows
		}
		row += height
	}
	return nil
}

// blockEntry writes out an entry of a matrix of blocks of shape s.
func (x expander) blockEntry(m Matrix, s Shape, row, col int) (entry Expr, err error) {
	if s == (Shape{m.Rows, m.Cols}) {
		return x.entry(m.Items[row*m.Cols+col], 0, 0)
	}
	err = eachBlock(m, x.shapes(), func(item Expr, s Shape, r, c int) error {
		if row < r || row >= r+s.Rows || col < c || col >= c+s.Cols {
			return nil
		}
		var err error
		entry, err = x.entry(item, row-r, col-c)
		return err
	})
	return entry, err
}

// blocks hands every item its part of the adjoint.
func (r *reverser) blocks(m Matrix, g valued) error {
	return eachBlock(m, r.of, func(item Expr, s Shape, row, col int) error {
		return r.walkIf(item, func() valued {
			if g.uniform {
				return valued{g.e, s, !s.IsScalar()}
			}
			part := Matrix{s.Rows, s.Cols, make([]Expr, 0, s.Size())}
			for i := range s.Rows {
				for j := range s.Cols {
					at := []Expr{Number{itoa(row + i + 1)}, Number{itoa(col + j + 1)}}
					if g.s.IsScalar() {
						part.Items = append(part.Items, g.e)
						continue
					}
					if g.s.Cols == 1 {
						at = at[:1]
					}
					part.Items = append(part.Items, entryOf(g.e, r.of, at...))
				}
			}
			if s.IsScalar() {
				return valued{e: part.Items[0], s: s}
			}
			return valued{e: part, s: s}
		})
	})
}

// index hands the adjoint of one entry to what it is an entry of: a matrix that is 0 elsewhere. Entries of one symbol are
// gathered in one such matrix.
func (r *reverser) index(e Index, g valued) error {
	s, err := ShapeOf(e.X, r.of)
	if err != nil {
		return err
	}
	m := Matrix{s.Rows, s.Cols, nil}
	n, ok := place(m, e.At)
	if !ok {
		return &ShapeError{e, fmt.Sprintf("no rule to differentiate an entry of %v whose index is not a number", s)}
	}
	symbol, isSymbol := e.X.(Symbol)
	if old, ok := r.entries[symbol.Name]; ok && isSymbol {
		m = old
	} else {
		m.Items = make([]Expr, s.Size())
		for i := range m.Items {
			m.Items[i] = Number{"0"}
		}
		if isSymbol {
			r.entries[symbol.Name] = m
			r.indexed = append(r.indexed, symbol.Name)
		}
	}
	if isZero(m.Items[n]) {
		m.Items[n] = Simplify(g.e)
	} else {
		m.Items[n] = Binary{Add, m.Items[n], Simplify(g.e)}
	}
	if isSymbol {
		return nil
	}
	if s.IsScalar() {
		return r.walk(e.X, g)
	}
	return r.walk(e.X, valued{e: m, s: s})
}
