package verify

import (
	"regexp"
	"sort"
)

// formulaNumber is a number that a reader of a formula would look at: one with digits behind a point or a comma, or a power of
// ten.
var formulaNumber = regexp.MustCompile(`\d+(?:[.,'’]|\{,\})\d+`)

// subscripted ends where a subscript has begun and is not closed: the 1,2 of W_{1,2} is no decimal.
var subscripted = regexp.MustCompile(`_\{[^{}]*$`)

// listDropped lists the decimals of formulas that belong to no claim, to no computation and to nothing that is listed
// already, so that none is dropped in silence.
func (f *flow) listDropped() {
	var covered []span
	for _, c := range f.claims {
		covered = append(covered, span{c.Start, c.End})
	}
	for _, u := range f.unread {
		covered = append(covered, span{u.Start, u.End})
	}
	covered = append(covered, f.operands...)
	sort.Slice(covered, func(i, j int) bool { return covered[i].start < covered[j].start })
	reach := make([]int, len(covered)) // the furthest end of all spans up to each
	for i, s := range covered {
		reach[i] = s.end
		if i > 0 {
			reach[i] = max(reach[i], reach[i-1])
		}
	}
	for i := range f.article.passages {
		p := &f.article.passages[i]
		if p.kind == prose || p.heading || len(p.text) > maxPassage {
			continue
		}
		for _, m := range formulaNumber.FindAllStringIndex(p.text, -1) {
			start, end := p.offset(m[0]), p.end(m[1])
			k := sort.Search(len(covered), func(k int) bool { return covered[k].start >= end })
			if k > 0 && reach[k-1] > start || m[0] > 0 && isWordByte(p.text[m[0]-1]) || subscripted.MatchString(p.text[:m[0]]) {
				continue
			}
			f.notRead(p, m[0], m[1], "no name and no computation belongs to this number")
		}
	}
}
