package verify

import (
	"regexp"
	"strings"

	"longhand/generator/formula"
)

// table reads the cells of a table. A row may hold a computation from cell to cell, formula | numbers put in | value; a
// name and its value; or numbers that repeat what the text computed.
func (f *flow) table(cells []passage) {
	marked := len(f.claims)
	f.cells = nil
	for i := 0; i < len(cells); {
		j := i
		for j < len(cells) && cells[j].row == cells[i].row {
			j++
		}
		f.row(cells[i:j])
		i = j
	}
	f.chain = nil
	f.compareColumns(cells, marked)
	f.misprintedCells(f.cells)
}

// compareColumns judges the numbers of a table by what its heads and its other columns say of them.
func (f *flow) compareColumns(cells []passage, marked int) {
	defer f.survive(&cells[0])
	g := f.newGrid(cells, marked)
	if g == nil {
		return
	}
	f.restated(g)
	turned := g.turned()
	if !f.headed(g) {
		f.headed(turned)
	}
	f.variances(g)
	f.data(g)
	f.totalled(g, true)
	f.totalled(turned, false)
	f.related(g)
}

// valueHead is the head of a column that holds what the columns before it compute.
var valueHead = regexp.MustCompile(`(?i)\b(?:values?|results?|outputs?|answers?|total|wert|ergebnis|valor|resultado|valeur|résultat)\b|=`)

// content is one cell: the statements of all passages in it.
type content struct {
	passages []*passage
}

func (f *flow) row(passages []passage) {
	defer f.survive(&passages[0])
	f.chain = nil
	var cells []content
	last := -1
	for i := range passages {
		if passages[i].cell != last {
			cells = append(cells, content{})
			last = passages[i].cell
		}
		cells[len(cells)-1].passages = append(cells[len(cells)-1].passages, &passages[i])
	}
	if passages[0].row == 0 {
		f.head = map[int]bool{}
		for i := range passages {
			if valueHead.MatchString(passages[i].text) {
				f.head[passages[i].cell] = true
			}
		}
	}
	name := "" // the name that the row is about
	var before *chain
	for k, cell := range cells {
		f.chain = nil
		for _, p := range cell.passages {
			f.at++
			if f.isCut(p) {
				f.notRead(p, 0, len(p.text), "the text is cut off in this number")
				continue
			}
			statements := f.reader(p).Statements(p.text)
			for _, s := range statements {
				if len(s.Terms) == 1 && s.Terms[0].Expr != nil && passages[0].row > 0 {
					x := f.newTerm(p, s.Terms[0])
					if x == nil {
						continue
					}
					if n, ok := isName(x.lifted); ok {
						if k == 0 || name == "" {
							name = n
						}
						continue
					}
					if f.cellTerm(x, before, name, len(cells)) {
						if before != nil && !before.started {
							before = nil // what stands between has nothing to do with it
						}
						continue
					}
					if !isValue(x.lifted) {
						before = f.startRow(before, name, x)
					}
					continue
				}
				if s.Continues && before != nil { // ≈ 0.6225 goes on with the cell before
					f.chain = before
					before.passage = f.at
				}
				f.statement(p, s)
				if f.chain != nil && f.chain.started {
					before = f.chain
				}
			}
		}
	}
	f.chain = nil
}

// cutNumber is a number that the end of the file cuts off, in a row that is not closed.
var cutNumber = regexp.MustCompile(`\d\.\s*$`)

// isCut says whether the file ends in the middle of the number that a cell holds.
func (f *flow) isCut(p *passage) bool {
	return cutNumber.MatchString(p.text) && strings.TrimSpace(f.file.Text[p.end(len(p.text)):]) == ""
}

// mayFollow says whether a computation may go on from the cell before: 6/25 beside 9/25 does not.
func (f *flow) mayFollow(before *chain, x *term) bool {
	t := before.terms[len(before.terms)-1]
	return t == nil || len(t.symbols)+len(x.symbols) > 0 || f.agree(whole(t), whole(x))
}

// startRow begins a computation that goes on in the next cells.
func (f *flow) startRow(before *chain, name string, x *term) *chain {
	if before != nil && before.started == false && len(before.terms) > 0 && f.mayFollow(before, x) {
		f.chain = before
		f.step(before, x, formula.Equal)
		return before
	}
	ch := &chain{passage: f.at}
	if name != "" {
		ch.names = append(ch.names, name)
	}
	ch.terms = append(ch.terms, x)
	return ch
}

// cellTerm judges a value in a cell: by the computation in the cells before it, or by the number that it repeats. It says
// whether the cell was a value.
func (f *flow) cellTerm(x *term, before *chain, name string, cells int) bool {
	if !isValue(x.lifted) {
		return false
	}
	entries, shape := items(x.lifted)
	if before != nil {
		if f.tryCell(before, x, entries, shape) {
			return true
		}
	}
	if name != "" && cells <= 3 && before == nil {
		ch := &chain{passage: f.at, names: []string{name}, started: true}
		f.chain = ch
		claims := f.stated(ch, x, entries, shape, formula.Equal)
		ch.values, ch.shape = claims, shape
		f.finish(ch)
		return true
	}
	if x.passage.cell == 0 && len(entries) == 1 { // it numbers the row
		return true
	}
	for _, e := range entries {
		i, negative, _ := signed(e)
		old := f.earlier(x.literals[i].printed, negative)
		if p := x.literals[i].printed; p.digits < 3 && p.places <= 0 {
			old = nil // small whole numbers are data
		}
		c := f.claimAt(x, i, negative, "=")
		if old != nil && f.isRepeat(c, old) {
			f.repeat(c, old)
		} else {
			f.give(c)
			old = nil
		}
		f.cells = append(f.cells, cellResult{c, old, x.passage.row, x.passage.cell})
	}
	return true
}

// tryCell judges a cell by the computation before it where that gives it, or is at least near it: two cells that stand
// side by side need not have to do with each other.
func (f *flow) tryCell(before *chain, x *term, entries []formula.Expr, shape formula.Shape) bool {
	f.chain = before
	refs := f.references(before)
	if len(refs) == 0 || !f.anyHasValue(refs, len(entries)) {
		return false
	}
	claims, marks := len(f.claims), f.open
	got, _ := f.valueClaims(refs, before, x, formula.Equal)
	for _, c := range got {
		if c.number.digits <= 1 && c.number.places <= 0 && c.Verdict != Exact && !f.head[x.passage.cell] || // 1 beside 1/2 is no rounding of it
			c.Verdict == Wrong && (!f.head[x.passage.cell] || c.formula.term != nil && isScore(c.formula)) && !f.near(c) || c.Verdict == Unjudged {
			f.forget(claims)
			f.open = marks
			return false
		}
	}
	before.values, before.shape, before.valueOf = got, shape, x
	before.started = true
	before.terms = append(before.terms, x)
	f.finish(before)
	return true
}

// near says whether a wrong number is so close to what was computed that it must be meant to be it.
func (f *flow) near(c *Claim) bool {
	if c.Local == "" {
		return false
	}
	x, err := parsePrinted(trimSign(c.Local))
	if err != nil {
		return false
	}
	y := c.number.value
	gap := f.c.Abs(f.c.Sub(x.value, y))
	return f.c.Mul(gap, numberOf(20)).Compare(f.c.Abs(y)) != greater
}

// forget takes back the claims made since a mark.
func (f *flow) forget(mark int) {
	for _, c := range f.claims[mark:] {
		key := c.number.value
		if sign, ok := key.Sign(); ok && sign < 0 {
			key = f.c.Neg(key)
		}
		list := f.byValue[key.String()]
		if n := len(list); n > 0 && list[n-1] == c {
			f.byValue[key.String()] = list[:n-1]
		}
	}
	f.claims = f.claims[:mark]
}
