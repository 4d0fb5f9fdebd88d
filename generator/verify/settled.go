package verify

import "longhand/generator/number"

// A name may have had several values in an article. A number that its formula does not give may then only mean that another one
// of them is meant.

// unsettled says whether the names of the references that have a value had more than one in the article.
func (f *flow) unsettled(refs []part) bool {
	for _, r := range refs {
		names := f.namesOf(r)
		if len(names) == 0 {
			return false
		}
		if _, _, err := f.value(r, shown, f.log10()); err != nil {
			continue
		}
		for _, name := range names {
			if _, isData := f.columns[name]; isData && f.quantities[name] == nil {
				continue
			}
			if !f.isSettled(name) {
				return true
			}
		}
	}
	return false
}

// isSettled says whether a name, or each of its entries, has had one value.
func (f *flow) isSettled(name string) bool {
	if q := f.quantities[name]; q != nil {
		return q.changes == 0 && q.claims != nil && !q.elsewhere
	}
	if list, _, ok := f.listEntry(name); ok {
		return f.isSettled(list.key)
	}
	entries := f.entriesOf(name)
	for _, q := range entries {
		if q.changes > 0 || q.elsewhere {
			return false
		}
	}
	return len(entries) > 1
}

// onlyLatest says whether only the latest values of the names in a formula can be meant by a number that is near to what they
// give: all that the names had before are far from them.
func (f *flow) onlyLatest(p printed, r part, local number.Real) bool {
	if p.digits < 3 || !f.nearly(p, local) {
		return false
	}
	for _, name := range f.namesOf(r) {
		if !f.isSettled(name) && !f.isFarFromPast(name) && !f.isPlain(name, maxPlain) {
			return false
		}
	}
	return true
}

// isFarFromPast says whether all values that a name had before are far from its latest.
func (f *flow) isFarFromPast(name string) bool {
	q := f.quantities[name]
	if q == nil || q.elsewhere || len(q.claims) != 1 {
		return false
	}
	for _, old := range q.past {
		if len(old) != 1 || f.isClose(old[0].number.value, q.claims[0].number.value) {
			return false
		}
	}
	return true
}

// maxPlain bounds how deep formulas are looked into.
const maxPlain = 10

// isPlain says whether a name without a printed value has one formula, of given numbers that are not measured, which tell its
// exact value.
func (f *flow) isPlain(name string, depth int) bool {
	q := f.quantities[name]
	if q == nil || depth == 0 {
		return false
	}
	if len(q.claims) == 1 {
		c := q.claims[0]
		return f.isSettled(name) && c.Verdict == Given && !c.number.scientific && !c.number.isMeasured() && !c.unit.Known()
	}
	if q.claims != nil || q.pending != nil || q.formula == nil || len(q.others) > 0 || q.changes > 0 {
		return false
	}
	for _, s := range q.formula.symbols {
		if !f.isPlain(s, depth-1) {
			return false
		}
	}
	return true
}

// isClose says whether two numbers differ by less than one part in ten.
func (f *flow) isClose(x, y number.Real) bool {
	gap := f.c.Mul(f.c.Abs(f.c.Sub(x, y)), number.FromInt(10))
	return gap.Compare(f.c.Max(f.c.Abs(x), f.c.Abs(y))) != number.Greater
}
