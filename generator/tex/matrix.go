package tex

import "longhand/generator/formula"

// matrix reads the rows of a matrix environment, behind its \begin.
func (p *parser) matrix(env string) (formula.Expr, *SyntaxError) {
	start := p.peek().start
	var rows [][]formula.Expr
	row := []formula.Expr{}
	rowStarts := true
	for {
		t := p.peek()
		switch {
		case t.kind == tEnd:
			return nil, failAt(start, `\begin{%s} is not closed`, env)
		case t.kind == tCommand && t.text == "end:"+env:
			p.at++
			if !rowStarts || len(row) > 0 {
				rows = append(rows, row)
			}
			return p.rectangle(rows, start)
		case t.kind == tBreak:
			p.at++
			if t.text == "\n" {
				continue
			}
			if len(row) > 0 {
				rows = append(rows, row)
			}
			row, rowStarts = nil, true
		case t.kind == tOp && t.text == "&", t.kind == tSeparator:
			p.at++
		case t.kind == tCommand && t.text == "hline":
			p.at++
		default:
			x, err := p.expression(precSum)
			if err != nil {
				return nil, err
			}
			row, rowStarts = append(row, x), false
		}
	}
}

func (p *parser) rectangle(rows [][]formula.Expr, start int) (formula.Expr, *SyntaxError) {
	if len(rows) == 0 {
		return nil, failAt(start, "an empty matrix")
	}
	m := formula.Matrix{Rows: len(rows), Cols: len(rows[0])}
	for _, r := range rows {
		if len(r) != m.Cols {
			return nil, failAt(start, "the rows of a matrix have %d and %d entries", m.Cols, len(r))
		}
		m.Items = append(m.Items, r...)
	}
	return m, nil
}

// list reads [a, b], one row, [[a, b], [c, d]], rows, [a; b], a column, and [a, b; c, d]. Numbers may be parted by blanks
// alone, as programs print them. A single formula in square brackets is that formula.
func (p *parser) list() (formula.Expr, *SyntaxError) {
	start := p.peek().start
	if rows, ok := p.spaced(); ok {
		return p.listed(rows, start, true)
	}
	p.accept("[")
	var rows [][]formula.Expr
	var row []formula.Expr
	separators := 0
	for {
		for p.peek().kind == tSeparator || p.peek().kind == tBreak || p.isOp("&") {
			if (p.peek().text == ";" || p.peek().text == `\\`) && row != nil {
				rows, row = append(rows, row), nil
			}
			separators++
			p.at++
		}
		if p.accept("]") {
			break
		}
		if p.peek().kind == tEnd {
			return nil, failAt(start, `"[" is not closed`)
		}
		bracketed := p.isOp("[")
		x, err := p.expression(precSum)
		if err != nil {
			return nil, err
		}
		if _, isMatrix := x.(formula.Matrix); bracketed && !isMatrix && p.tokens[p.at-1].text == "]" {
			x = formula.Matrix{Rows: 1, Cols: 1, Items: []formula.Expr{x}} // a row of one entry, as in [[1], [2]]
		}
		if _, isRow := x.(formula.Matrix); len(row) > 0 && separators == 0 && !isRow {
			return nil, p.fail("a comma is missing before %s", p.describe())
		}
		row = append(row, x)
	}
	if row != nil {
		rows = append(rows, row)
	}
	return p.listed(rows, start, separators > 0 || len(row) > 1)
}

// spaced reads a list of numbers without commas, [1. -2.5 3] and [1 2; 3 4]. ok is false where the list is none.
func (p *parser) spaced() (rows [][]formula.Expr, ok bool) {
	at := p.at
	var row []formula.Expr
	for p.at++; ; p.at++ {
		t := p.peek()
		negative := t.kind == tOp && t.text == "-" && !p.tok(p.at+1).space
		if negative {
			p.at++
			t.kind = p.peek().kind
		}
		switch {
		case t.kind == tNumber && (len(row) == 0 || t.space):
			n := p.peek()
			var x formula.Expr = p.number(Literal{Text: n.text, Start: n.start, End: n.end})
			if negative {
				x = formula.Unary{Op: formula.Neg, X: x}
			}
			row = append(row, x)
			continue
		case !negative && t.text == ";" && row != nil:
			rows, row = append(rows, row), nil
			continue
		case !negative && t.kind == tOp && t.text == "]" && len(row) > 1:
			p.at++
			return append(rows, row), true
		}
		p.at = at
		return nil, false
	}
}

// listed builds what the rows of a list say; several says that it is more than one formula in brackets.
func (p *parser) listed(rows [][]formula.Expr, start int, several bool) (formula.Expr, *SyntaxError) {
	if len(rows) == 0 {
		return nil, failAt(start, "empty brackets")
	}
	if len(rows) > 1 {
		return p.rectangle(rows, start)
	}
	items := rows[0]
	nested := make([][]formula.Expr, 0, len(items))
	for _, x := range items {
		m, ok := x.(formula.Matrix)
		if !ok || m.Rows != 1 {
			break
		}
		nested = append(nested, m.Items)
	}
	switch {
	case len(nested) == len(items) && several:
		return p.rectangle(nested, start)
	case len(items) == 1:
		if m, ok := items[0].(formula.Matrix); ok && m.Rows == 1 && m.Cols == 1 {
			return m.Items[0], nil
		}
		return items[0], nil
	}
	return formula.Matrix{Rows: 1, Cols: len(items), Items: items}, nil
}
