package verify

import (
	"slices"
	"strings"

	"longhand/generator/formula"
	"longhand/generator/number"
)

// Tables are made row by row by the same rule: what is left of a loan is what was left before, less what was paid back. A
// rule that nearly all rows follow is taken for the one that the table was made by.

// relation is a rule of a table: a column is a formula of others, and of the row before.
type relation struct {
	target int
	op     formula.BinaryOp
	a, b   columnName // b is not used for a copy, and holds no column for a multiple
	kind   relationKind
	factor *literal    // of a multiple
	over   int         // what the factor is divided by: 12 for a yearly rate paid by the month
	c      *columnName // of a sum of three: a op b − c
}

type relationKind uint8

const (
	operation relationKind = iota // a op b
	copied                        // a
	multiple                      // factor/over · a
	average                       // (a + b)/2
)

// Limits of the search.
const (
	maxColumns      = 12
	maxRelationRows = 400
	minRelationRows = 3
)

// related judges the numbers of a table by the rules that its rows follow.
func (f *flow) related(g *grid) {
	if g.width() > maxColumns || len(g.rows) > maxRelationRows {
		return
	}
	first := 0
	if g.at(0, 0) != nil {
		first = 1
	}
	end := len(g.rows)
	for i := end - 1; i > 0; i-- { // what stands below the first sum is no row of the table
		if g.isSummary(i) {
			end = i
		}
	}
	free := make([]bool, g.width())
	for j := range free {
		free[j] = f.isFree(g, j, first, end, 3)
	}
	for target := range free {
		for _, a := range g.others(target) {
			if a > target && free[a] || !f.isFree(g, target, first, end, 3) {
				continue
			}
			if r, ok := f.rate(g, g.cell(a, 0), target, first, end); ok && f.follows(g, r, first, end) {
				break
			}
		}
	}
	for target := range free {
		for _, a := range g.others(target) {
			if !f.isFree(g, target, first, end, 3) {
				break
			}
			if r, ok := f.rate(g, g.cell(a, -1), target, first, end); ok && f.follows(g, r, first, end) {
				break
			}
		}
	}
	for _, rules := range []func(*grid, int, []bool) []relation{withinRow, fromRowBefore, sumsOfThree} {
		for target := range free {
			for _, r := range rules(g, target, free) {
				if f.isFree(g, target, first, end, r.least()) && f.follows(g, r, first, end) {
					break
				}
			}
		}
	}
}

// least is how many digits the numbers of a column must have for the rule to be no coincidence.
func (r relation) least() int {
	if r.op == formula.Add && r.kind == operation && r.a.column == r.target && r.b.shift == 0 {
		return 2 // a running total
	}
	return 3
}

// isFree says whether a column holds numbers that nothing has computed yet, which vary and have enough digits to show a rule.
func (f *flow) isFree(g *grid, column, first, end, digits int) bool {
	n, rich := 0, 0
	seen := map[string]bool{}
	for i := first; i < end; i++ {
		c := g.at(i, column)
		if c == nil || c.claim == nil {
			continue
		}
		if c.claim.Verdict != Given && c.claim.Relation != "repeats" {
			return false
		}
		n++
		if c.claim.number.digits >= digits {
			rich++
		}
		seen[c.claim.number.text] = true
	}
	return n >= minRelationRows && rich*3 >= n*2 && len(seen)*3 >= n*2
}

// follows says whether nearly all rows follow a rule, and judges them by it then. One row, or one in five, may break it.
//
// Three rows must follow it, or two that copy numbers of four digits: that is no coincidence.
func (f *flow) follows(g *grid, r relation, first, end int) bool {
	tested, holds, long := 0, 0, 0
	var broken []int
	for i := first; i < end; i++ {
		c := g.at(i, r.target)
		if c == nil || c.claim == nil {
			continue
		}
		ok, known := f.holds(g, r, i, first)
		if !known {
			continue
		}
		tested++
		if ok || len(broken) > 0 && broken[len(broken)-1] == i-1 && f.holdsMended(g, r, i, first) {
			holds++
			if c.claim.number.digits >= 4 {
				long++
			}
		} else {
			broken = append(broken, i)
		}
		if tested >= 4 && holds*2 < tested {
			return false
		}
	}
	if holds < minRelationRows && (long < 2 || r.kind != copied) || len(broken) > max(1, tested/5) {
		return false
	}
	h := r.head(g)
	for i := first; i < end; i++ {
		c := g.at(i, r.target)
		if c == nil || c.claim == nil {
			continue
		}
		x, ok := f.inRow(g, h, i)
		if !ok {
			continue
		}
		t := f.try(c.claim, x)
		if !t.fits() && !(slices.Contains(broken, i) && f.isSlip(&t.would, i == first || i == end-1)) {
			continue
		}
		t.settle()
	}
	return true
}

// isSlip says whether a number that breaks a rule is meant to follow it: one slip of the pen makes it right, or it is close
// in a row between others. The first and the last row of a table are often made by another rule.
func (f *flow) isSlip(c *Claim, outer bool) bool {
	if c.Verdict != Wrong {
		return false
	}
	if !outer && f.near(c) {
		return true
	}
	x, err := parsePrinted(trimSign(c.Local))
	if err != nil {
		return false
	}
	d, err := x.value.Places(c.number.places, number.HalfUp)
	return err == nil && slip(d.StringFixed(int32(max(0, c.number.places))), strings.TrimPrefix(c.number.text, "-")) != ""
}

// holds says whether a row may follow a rule, within the rounding of its numbers; known is false where it lacks a number.
func (f *flow) holds(g *grid, r relation, row, first int) (ok, known bool) {
	x, known := f.byRule(g, r, row, first, real{})
	return known && g.at(row, r.target).claim.number.possible(f.c, x), known
}

// holdsMended says whether a row follows the rule once the row before is what the rule makes of it: there a running total
// was printed wrongly, and here it went on from the right one.
func (f *flow) holdsMended(g *grid, r relation, row, first int) bool {
	if r.kind != operation || r.a.column != r.target {
		return false
	}
	before, ok := f.byRule(g, r, row-1, first, real{})
	if !ok {
		return false
	}
	x, ok := f.byRule(g, r, row, first, known(before))
	return ok && g.at(row, r.target).claim.number.possible(f.c, x)
}

// byRule is what a rule gives for a row; ok is false where the row lacks a number. Where mended is known it stands for the
// first operand.
func (f *flow) byRule(g *grid, r relation, row, first int, mended real) (x number.Real, ok bool) {
	value := func(n columnName) (number.Real, bool) {
		c := g.at(row+n.shift, n.column)
		if row+n.shift < first || c == nil || c.claim == nil {
			return number.Real{}, false
		}
		if p := c.claim.number; p.places > 0 && r.kind != copied {
			return p.interval(f.c), true
		}
		return c.claim.number.value, true
	}
	if x, ok = value(r.a); !ok {
		return x, false
	}
	if mended.known {
		x = mended.Real
	}
	var err error
	switch r.kind {
	case copied:
		return x, true
	case multiple:
		if x = f.c.Mul(x, r.factor.value); r.over > 1 {
			x, err = f.c.Div(x, numberOf(int64(r.over)))
		}
		return x, err == nil
	}
	y, ok := value(r.b)
	if !ok {
		return y, false
	}
	v := evaluator{c: f.c}
	if x, err = v.operate(r.op, x, y); err == nil && r.kind == average {
		x, err = f.c.Div(x, numberOf(2))
	}
	if r.c != nil && err == nil {
		z, ok := value(*r.c)
		if !ok {
			return z, false
		}
		x = f.c.Sub(x, z)
	}
	return x, err == nil
}

// holdsTwice says whether two of the first rows at least follow a rule.
func (f *flow) holdsTwice(g *grid, r relation, first, end int) bool {
	n := 0
	for i := first; i < min(end, first+8) && n < 2; i++ {
		if c := g.at(i, r.target); c != nil && c.claim != nil {
			if ok, known := f.holds(g, r, i, first); known && ok {
				n++
			}
		}
	}
	return n == 2
}
