package verify

import (
	"regexp"
	"strings"
	"unicode"

	"longhand/generator/number"
)

// A table that sums up what the text computed names its cells by row and column: below SS, in row Time, stands SS_Time; below
// r_t, in row 2, stands r_2. Such a cell says again what the text said, so neither its neighbours judge it, which are often
// rounded more, nor may it say something else.

// namedCell is a cell and the result of the text that the table names there.
type namedCell struct {
	claim, result *Claim
	row, column   int // the column is 0 where words name the cell: such names mean the same in all columns
	agrees        bool
	settled       bool // the name has had no other value
}

// restated judges the cells that a table names as results of the text.
func (f *flow) restated(g *grid) {
	var cells []namedCell
	for j := 1; j < g.width(); j++ {
		head := g.at(0, j)
		if head == nil {
			continue
		}
		for i := 1; i < len(g.rows); i++ {
			c := g.at(i, j)
			if c == nil || c.claim == nil || c.claim.Verdict != Given && c.claim.Verdict != Wrong && c.claim.Relation != "repeats" {
				continue
			}
			if q := f.indexed(g, i, j); q != nil {
				n := f.namedCell(c.claim, q)
				n.row, n.column = i, j
				n.settled = n.settled && head.isBare() // the vanilla RNN's h_t is another
				cells = append(cells, n)
			} else if q := f.worded(g, i, j); q != nil {
				n := f.namedCell(c.claim, q)
				n.row = i
				cells = append(cells, n)
			}
		}
	}
	f.restatedCells(cells)
}

// namedCell holds a cell against what its name stands for, or has stood for.
func (f *flow) namedCell(c *Claim, q *quantity) namedCell {
	n := namedCell{claim: c, result: q.claims[0], settled: q.changes == 0 && !q.elsewhere}
	for _, old := range q.versions(0) {
		if old = f.inUnitOf(old, c.unit); f.isRepeat(c, old) {
			n.result, n.agrees = old, true
			break
		}
	}
	return n
}

// restatedCells judges named cells. One that differs is wrong where as many of its kind agree as differ, or where one agrees and
// a slip of the pen explains the difference, or where the others of its row agree: names may mean something else in the table.
func (f *flow) restatedCells(cells []namedCell) {
	agreeing, far := map[int]int{}, map[int]int{}
	agreeingRow, differingRow := map[int]int{}, map[int]int{}
	for _, n := range cells {
		switch {
		case n.agrees:
			agreeing[n.column]++
			agreeingRow[n.row]++
		case !n.isSlip():
			far[n.column]++
			fallthrough
		default:
			differingRow[n.row]++
		}
	}
	for _, n := range cells {
		k := agreeing[n.column]
		meant := k > 0 && (k >= far[n.column] || n.isSlip()) || agreeingRow[n.row] >= 2 && differingRow[n.row] == 1
		if n.agrees && n.result.derived || meant && f.contradicts(n) {
			n.settle(f)
		}
	}
}

// settle judges the cell by the result that it repeats.
func (n namedCell) settle(f *flow) {
	c := n.claim
	*c = Claim{Start: c.Start, End: c.End, Text: c.Text, Printed: c.Printed, number: c.number, unit: c.unit, Digits: -1, loose: c.loose, copies: c.copies, named: true}
	f.repeat(c, n.result)
}

// contradicts says whether a cell that differs from a result must be wrong: the article computed this result rightly, gave the
// name no other, and the cell is not the same in another unit, as 25 of 0.25.
func (f *flow) contradicts(n namedCell) bool {
	r := n.result
	if n.agrees || !n.settled || !r.derived || r.misleads() || r.Verdict == Unjudged {
		return false
	}
	x, err := r.number.value.Digits(max(1, n.claim.number.digits), number.HalfUp)
	return err == nil && strings.Trim(x.Abs().Coefficient().String(), "0") != strings.Trim(plainName(strings.TrimPrefix(n.claim.number.text, "-")), "0")
}

// isSlip says whether one slip of the pen explains that the cell differs from the result.
func (n namedCell) isSlip() bool {
	d, err := n.result.number.value.Places(n.claim.number.places, number.HalfUp)
	return err == nil && n.claim.number.digits >= 3 && slip(d.StringFixed(int32(max(0, n.claim.number.places))), n.claim.number.text) != ""
}

// isBare says whether no words stand in the cell beside a formula.
func (c *gridCell) isBare() bool {
	for _, p := range c.passages {
		if p.dialect != c.dialect && strings.IndexFunc(p.text, unicode.IsLetter) >= 0 {
			return false
		}
	}
	return true
}

// worded is the result of the text that a table names in a cell by the words of row and column.
func (f *flow) worded(g *grid, row, column int) *quantity {
	head, label := g.at(0, column), g.at(row, 0)
	if head == nil || label == nil {
		return nil
	}
	var found *quantity
	for key, q := range f.quantities {
		if len(q.claims) != 1 {
			continue
		}
		a, b, ok := strings.Cut(strings.NewReplacer(" ", "_", "(", "_").Replace(key), "_")
		if a, b = plainName(a), plainName(b); !ok || a == "" || b == "" {
			continue
		}
		if isLabel(head.text, a) && isLabel(label.text, b) || isLabel(head.text, b) && isLabel(label.text, a) {
			if found != nil && found.claims[0].number.value.Compare(q.claims[0].number.value) != number.Equal {
				return nil // either may be meant
			}
			if found == nil || key < found.key {
				found = q
			}
		}
	}
	return found
}

// plainName is a name without what type and case say.
func plainName(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// commandName is a command of TeX that says nothing of the name in it.
var commandName = regexp.MustCompile(`\\(?:text|mathrm|mathbf|textbf|mathit|operatorname)\b`)

// isLabel says whether the text of a head or of a row stands for a part of a name, which it may do by its first or last word
// too, or in brackets: Between groups for between, Sum of squares (SS) for SS.
func isLabel(text, part string) bool {
	if len(text) > 60 || strings.IndexFunc(text, unicode.IsLetter) < 0 {
		return false
	}
	text = commandName.ReplaceAllString(text, "")
	if plainName(text) == part {
		return true
	}
	fields := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return len(fields) > 1 && len(part) > 1 && (plainName(fields[0]) == part || plainName(fields[len(fields)-1]) == part)
}

// running is the index by which the name of a column counts its rows: t of r_t.
var running = regexp.MustCompile(`^(.*_)\{?(?:\\text\{)?([a-z])\}*$`)

// indexed is the result r_2 of the text where the column is headed r_t, or r alone, and the row is that of t = 2.
func (f *flow) indexed(g *grid, row, column int) *quantity {
	first, label := g.at(0, 0), g.at(row, 0)
	if first == nil || label == nil || label.claim == nil && label.value == nil {
		return nil
	}
	at := strings.Trim(label.text, "$ \\()")
	if at == "" || strings.Trim(at, "0123456789") != "" || len(at) > 3 {
		return nil
	}
	counter := strings.Trim(first.text, "$ \\()*_")
	head := g.at(0, column)
	text := ""
	if m := running.FindStringSubmatch(head.text); m != nil && (m[2] == counter || len(counter) > 1) {
		text = m[1] + "{" + at + "}"
	} else if m == nil && len(counter) == 1 {
		text = head.text + "_{" + at + "}"
	}
	if text == "" {
		return nil
	}
	p := nowhere(text)
	t, err := f.reader(p).Parse(text)
	if err != nil {
		return nil
	}
	name, ok := isName(f.spellings.spell(lift(t)))
	if q := f.quantities[name]; ok && q != nil && len(q.claims) == 1 {
		return q
	}
	return nil
}
