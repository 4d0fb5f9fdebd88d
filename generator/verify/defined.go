package verify

import (
	"regexp"
	"strings"

	"longhand/generator/formula"
	"longhand/generator/number"
)

// A column may be headed by a name that the article defines by a formula of the names at the heads of others, as dL/dw beside w
// where dL/dw = 2w − 6 stands in the text; or by xₙ where xₙ₊₁ = g(xₙ) stands there, which goes from row to row.

// runningIndex is an index that counts, at the end of a key: i, or i + 1.
var runningIndex = regexp.MustCompile(`^(.+)_(?:([ijkmnt])|\((add|sub) [ijkmnt] 1\))$`)

// runningName parts a key into the name and how far its index is from the one that counts; ok is false where it has none.
func runningName(key string) (base string, step int, ok bool) {
	m := runningIndex.FindStringSubmatch(key)
	switch {
	case m == nil:
		return key, 0, false
	case m[3] == "add":
		return m[1], 1, true
	case m[3] == "sub":
		return m[1], -1, true
	}
	return m[1], 0, true
}

// headKey is a name at the head of a column.
type headKey struct {
	key    string
	column int
	bare   bool // no words stand beside it
}

// newWords make of a name at a head its value after the step: New w.
var newWords = regexp.MustCompile(`(?i)^\W*(?:new|next|updated|neue[sr]?|nouveau|nuevo)\b`)

// headKeys are the names at the heads of a table.
func (f *flow) headKeys(g *grid) []headKey {
	var list []headKey
	for j := range g.width() {
		head := g.at(0, j)
		if head == nil || len(head.text) > 100 {
			continue
		}
		statements := f.reader(head.formula()).Statements(head.text)
		if len(statements) != 1 || statements[0].Terms[0].Expr == nil {
			continue
		}
		key, ok := isName(f.spellings.spell(statements[0].Terms[0].Expr))
		if !ok {
			continue
		}
		if newWords.MatchString(head.passages[0].text) && !head.isBare() {
			list = append(list, headKey{key + "_new", j, true})
			continue
		}
		list = append(list, headKey{key, j, head.isBare()})
	}
	return list
}

// definedHeads adds to the formulas of columns those that the article gives for the names in their heads.
func (f *flow) definedHeads(g *grid, formulas [][]*columnFormula) {
	heads := f.headKeys(g)
	if len(heads) > maxColumns {
		return
	}
	next := map[string]bool{} // the running names whose next value has a column of its own
	for _, h := range heads {
		if base, step, _ := runningName(h.key); step == 1 {
			next[base] = true
		}
	}
	add := func(h headKey, t *term, shift int) {
		if c := f.bySymbols(h.column, t, heads, shift); c != nil {
			formulas[h.column] = append(formulas[h.column], c)
		}
	}
	for _, name := range f.names() {
		q := f.quantities[name]
		if q.formula == nil && q.update == nil {
			continue
		}
		base, step, counts := runningName(name)
		for _, h := range heads {
			headBase, headStep, headCounts := runningName(h.key)
			if !h.bare || len(formulas[h.column]) > maxDefinitions {
				continue
			}
			switch {
			case q.update != nil && h.key == name && !counts: // w = w − ηd
				add(h, q.update, -1)
			case q.update != nil && h.key == name+"_new":
				add(h, q.update, 0)
			case base == headBase && counts == headCounts && q.formula != nil && !(headStep < step && next[base]): // what x_(i+1) has is copied
				for _, t := range append([]*term{q.formula}, q.others...) {
					add(h, t, headStep-step)
				}
			}
		}
	}
}

// bySymbols makes of a formula of the article that of a column, with the columns that have its names at their heads in their
// place; shift is how many rows on from the row in question the formula's counting index stands. It is nil where no name of
// the formula is at a head.
func (f *flow) bySymbols(column int, t *term, heads []headKey, shift int) *columnFormula {
	c := &columnFormula{column: column, least: 2, stated: true, names: map[string]columnName{}}
	letters := map[string]string{}
	for _, key := range t.symbols {
		base, step, counts := runningName(key)
		var best *headKey
		at := 0
		for i := range heads {
			h := &heads[i]
			headBase, headStep, headCounts := runningName(h.key)
			if headBase != base || headCounts != counts || best != nil && (best.bare || !h.bare) {
				continue
			}
			if o := shift + step - headStep; h.column != column || o < 0 {
				best, at = h, o
			}
		}
		switch {
		case best == nil && !f.isSettled(key) && !f.isComputed(key):
			return nil
		case best != nil:
			letter := columnLetter(len(letters))
			letters[key] = letter
			c.names[letter] = columnName{text: key, column: best.column, shift: at}
		}
	}
	if len(letters) == 0 {
		return nil
	}
	x := *t
	x.lifted = withLetters(t.lifted, letters)
	c.term = &x
	return c
}

// withLetters puts letters in place of names.
func withLetters(e formula.Expr, letters map[string]string) formula.Expr {
	return formula.Replace(e, func(e formula.Expr) (formula.Expr, bool) {
		name, ok := isName(e)
		if letter, known := letters[name]; known {
			return formula.Symbol{Name: letter}, true
		}
		return e, ok
	})
}

// isComputed says whether a name has no printed value, and a formula.
func (f *flow) isComputed(key string) bool {
	q := f.quantities[key]
	return q != nil && q.claims == nil && q.formula != nil
}

// isOwn says whether the formula of a column is one of the article's own: of a name that it defines, or a value of a function
// that it defines, F(x).
func (f *flow) isOwn(h *columnFormula) bool {
	found := h.stated
	formula.Walk(h.term.lifted, func(e formula.Expr) bool {
		if c, ok := e.(formula.Call); ok {
			_, own := f.functions[strings.TrimRight(c.Func, "'")]
			found = found || own
		}
		return !found
	})
	return found
}

// witnessed says whether a row shows that the heads of a table mean what the article defines: where the formulas of two columns
// at least give what is printed in it, and all do.
func (f *flow) witnessed(g *grid, formulas []*columnFormula) bool {
	for i := 1; i < len(g.rows) && len(formulas) > 1; i++ {
		fitting := 0
		for _, h := range formulas {
			c := g.at(i, h.column)
			if c == nil || c.claim == nil {
				continue
			}
			x, ok := f.inRow(g, h, i)
			if !ok {
				continue
			}
			if !f.try(c.claim, x).fits() || c.claim.number.value.Compare(number.FromInt(0)) == number.Equal {
				fitting = 0
				break
			}
			fitting++
		}
		if fitting > 1 {
			return true
		}
	}
	return false
}
