package verify

import (
	"longhand/generator/formula"
	"longhand/generator/number"
)

func (g *grid) others(column int) []int {
	var list []int
	for j := range g.width() {
		if j != column {
			list = append(list, j)
		}
	}
	return list
}

func (g *grid) cell(column, shift int) columnName { return columnName{column: column, shift: shift} }

// withinRow are the rules that give a column from two others of its row. Tables go on to the right: of the columns in a
// rule the last one that varies is its result.
func withinRow(g *grid, target int, free []bool) []relation {
	var list []relation
	for _, a := range g.others(target) {
		for _, b := range g.others(target) {
			if a == b || a > target && free[a] || b > target && free[b] {
				continue
			}
			x, y := g.cell(a, 0), g.cell(b, 0)
			list = append(list, relation{target: target, op: formula.Sub, a: x, b: y}, relation{target: target, op: formula.Div, a: x, b: y})
			if a < b {
				list = append(list, relation{target: target, op: formula.Add, a: x, b: y}, relation{target: target, op: formula.Mul, a: x, b: y},
					relation{target: target, kind: average, op: formula.Add, a: x, b: y})
			}
		}
	}
	return list
}

// fromRowBefore are the rules that give a column from the row before: what another column had there, or what it had itself
// and what another one adds to it or takes from it.
func fromRowBefore(g *grid, target int, _ []bool) []relation {
	var list []relation
	for _, a := range g.others(target) {
		list = append(list, relation{target: target, kind: copied, a: g.cell(a, -1)})
	}
	for _, a := range g.others(target) {
		for _, op := range []formula.BinaryOp{formula.Add, formula.Sub} {
			list = append(list, relation{target: target, op: op, a: g.cell(target, -1), b: g.cell(a, 0)}, relation{target: target, op: op, a: g.cell(target, -1), b: g.cell(a, -1)})
		}
	}
	return list
}

// sumsOfThree are the rules that give a column from three others of its row, or from what it had in the row before and two
// others: what was there, and what comes in and goes out.
func sumsOfThree(g *grid, target int, free []bool) []relation {
	var within, before []relation
	if g.width() > maxColumns/2+2 {
		return nil
	}
	for _, b := range g.others(target) {
		for _, c := range g.others(target) {
			if b == c || b > target && free[b] || c > target && free[c] {
				continue
			}
			out := g.cell(c, 0)
			before = append(before, relation{target: target, op: formula.Add, a: g.cell(target, -1), b: g.cell(b, 0), c: &out})
			for _, a := range g.others(target) {
				if a < b && a != c && !(a > target && free[a]) {
					within = append(within, relation{target: target, op: formula.Add, a: g.cell(a, 0), b: g.cell(b, 0), c: &out})
				}
			}
		}
	}
	return append(within, before...)
}

// head makes the rule one as a head states it.
func (r relation) head(g *grid) *columnFormula {
	x := &term{passage: g.firstPassage(r.target)}
	a, b := formula.Symbol{Name: columnLetter(0)}, formula.Symbol{Name: columnLetter(1)}
	h := &columnFormula{column: r.target, term: x, names: map[string]columnName{a.Name: r.a}}
	switch r.kind {
	case copied: // once it, which is no mere number beside another
		x.lifted = formula.Binary{Op: formula.Mul, X: x.constant(1), Y: a}
	case multiple:
		x.literals = []*literal{r.factor}
		x.lifted = formula.Binary{Op: formula.Mul, X: formula.Symbol{Name: "#0"}, Y: a}
		if r.over > 1 {
			x.lifted = formula.Binary{Op: formula.Div, X: x.lifted, Y: x.constant(r.over)}
		}
	default:
		h.names[b.Name] = r.b
		x.lifted = formula.Binary{Op: r.op, X: a, Y: b}
		if r.c != nil {
			c := formula.Symbol{Name: columnLetter(2)}
			h.names[c.Name] = *r.c
			x.lifted = formula.Binary{Op: formula.Sub, X: x.lifted, Y: c}
		}
		if r.kind == average {
			x.lifted = formula.Binary{Op: formula.Div, X: x.lifted, Y: x.constant(2)}
		}
	}
	return h
}

func (g *grid) firstPassage(column int) *passage {
	for i := range g.rows {
		if c := g.at(i, column); c != nil {
			return c.passages[0]
		}
	}
	return nil
}

// rate finds a factor of few digits that gives one column from another, as interest from a balance: that of a row which
// others follow.
func (f *flow) rate(g *grid, from columnName, target, first, end int) (relation, bool) {
	tried := 0
	for i := first; i < end && tried < 3; i++ {
		c, a := g.at(i, target), g.at(i+from.shift, from.column)
		if i+from.shift < first || c == nil || a == nil || c.claim == nil || a.claim == nil || c.claim.number.digits < 3 {
			continue
		}
		tried++
		for _, over := range []int{1, 12} {
			k, err := f.c.Div(f.c.Mul(c.claim.number.value, numberOf(int64(over))), a.claim.number.value)
			if err != nil {
				return relation{}, false
			}
			for digits := 1; digits < min(c.claim.number.digits, 5); digits++ {
				d, err := k.Digits(digits, number.HalfUp)
				if err != nil || d.Sign() <= 0 {
					continue
				}
				p, err := parsePrinted(d.String(), false)
				if err != nil {
					continue
				}
				r := relation{target: target, kind: multiple, a: from, factor: &literal{printed: p, implied: true}, over: over}
				if f.holdsTwice(g, r, first, end) {
					return r, true
				}
			}
		}
	}
	return relation{}, false
}
