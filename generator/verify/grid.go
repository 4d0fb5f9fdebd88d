package verify

import (
	"strings"

	"longhand/generator/formula"
	"longhand/generator/tex"
)

// gridCell is a cell of a table: its text, and the number in it where it is one.
type gridCell struct {
	passages []*passage
	text     string
	dialect  tex.Dialect
	value    *term  // nil where the cell holds no number and no arithmetic of numbers
	claim    *Claim // of its number
}

// grid is a table by rows; row 0 is the head. Cells that the table lacks are nil.
type grid struct {
	rows [][]*gridCell
}

func (g *grid) at(row, column int) *gridCell {
	if row < 0 || row >= len(g.rows) || column < 0 || column >= len(g.rows[row]) {
		return nil
	}
	return g.rows[row][column]
}

func (g *grid) width() int {
	n := 0
	for _, r := range g.rows {
		n = max(n, len(r))
	}
	return n
}

// turned is the table with rows and columns exchanged.
func (g *grid) turned() *grid {
	t := &grid{rows: make([][]*gridCell, g.width())}
	for j := range t.rows {
		t.rows[j] = make([]*gridCell, len(g.rows))
		for i := range g.rows {
			t.rows[j][i] = g.at(i, j)
		}
	}
	return t
}

// maxCells bounds the tables whose columns are compared.
const maxCells = 3000

// newGrid puts the cells of a table, whose numbers have been judged one by one, in their places. marked is the number of
// claims before the table.
func (f *flow) newGrid(cells []passage, marked int) *grid {
	if len(cells) > maxCells {
		return nil
	}
	g := &grid{}
	for i := range cells {
		p := &cells[i]
		for len(g.rows) <= p.row {
			g.rows = append(g.rows, nil)
		}
		for len(g.rows[p.row]) <= p.cell {
			g.rows[p.row] = append(g.rows[p.row], nil)
		}
		c := g.rows[p.row][p.cell]
		if c == nil {
			c = &gridCell{}
			g.rows[p.row][p.cell] = c
		}
		c.passages = append(c.passages, p)
	}
	byEnd := map[int]*Claim{} // where their digits end
	for _, c := range f.claims[marked:] {
		byEnd[c.End] = c
	}
	for _, row := range g.rows {
		for _, c := range row {
			if c != nil {
				f.fill(c, byEnd)
			}
		}
	}
	return g
}

// formula is the passage of a cell that says most: of text and formulas together, the formula.
func (c *gridCell) formula() *passage {
	p := c.passages[0]
	for _, q := range c.passages {
		if q.dialect == tex.TeX && p.dialect != tex.TeX {
			p = q
		}
	}
	return p
}

// fill reads what a cell holds.
func (f *flow) fill(c *gridCell, byEnd map[int]*Claim) {
	p := c.formula()
	c.dialect = p.dialect
	c.text = strings.TrimSpace(p.text)
	if len(c.passages) > 1 && (p.dialect != tex.TeX || len(c.passages) > 2) {
		return
	}
	statements := beforeRemark(f.reader(p).Statements(p.text))
	if len(statements) != 1 || len(statements[0].Terms) != 1 || statements[0].Terms[0].Expr == nil {
		return
	}
	x := f.newTerm(p, statements[0].Terms[0])
	if x == nil || len(x.symbols) > 0 || !hasLiteral(x) {
		return
	}
	if _, isMatrix := x.lifted.(formula.Matrix); isMatrix {
		return
	}
	c.value = x
	if i, _, ok := signed(x.lifted); ok {
		if c.claim = byEnd[x.literals[i].end]; c.claim != nil {
			x.literals[i].source = c.claim
		}
	}
}

// beforeRemark leaves the words out that stand behind a number, 0.3965 — too small.
func beforeRemark(statements []tex.Statement) []tex.Statement {
	for _, s := range statements[min(1, len(statements)):] {
		if len(s.Terms) != 1 || s.Terms[0].Expr != nil {
			return statements
		}
	}
	return statements[:min(1, len(statements))]
}
