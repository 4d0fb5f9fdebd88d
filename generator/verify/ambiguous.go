package verify

import (
	"regexp"

	"longhand/generator/number"
	"longhand/generator/tex"
)

// statements reads a passage. Where a letter behind a number may be a name of the article or a unit, as m in (3 m)³ = 27 m³
// where m is also a mass, the reading counts whose computation comes nearer to the result.
func (f *flow) statements(p *passage) []tex.Statement {
	r := f.reader(p)
	names := r.Statements(p.text)
	if !ambiguous(names) {
		return names
	}
	r.Units = true
	units := r.Statements(p.text)
	if len(units) != len(names) {
		if failures(units) < failures(names) {
			return units
		}
		return names
	}
	for i := range names {
		if !ambiguous(names[i : i+1]) {
			continue
		}
		a, ok1 := f.mismatch(p, names[i])
		b, ok2 := f.mismatch(p, units[i])
		if ok2 && (!ok1 || b.Compare(a) == number.Less) || !ok1 && !ok2 && p.dialect == tex.Plain && spaced(p, names[i]) {
			names[i] = units[i]
		}
	}
	return names
}

func ambiguous(list []tex.Statement) bool {
	for _, s := range list {
		for _, t := range s.Terms {
			if t.Ambiguous {
				return true
			}
		}
	}
	return false
}

// failures counts the terms that could not be read.
func failures(list []tex.Statement) int {
	n := 0
	for _, s := range list {
		for _, t := range s.Terms {
			if t.Err != nil {
				n++
			}
		}
	}
	return n
}

var spacedLetter = regexp.MustCompile(`\d\s+\pL\b`)

// spaced says whether a letter of a statement stands behind a number and a blank, as units do and factors hardly.
func spaced(p *passage, s tex.Statement) bool {
	for _, t := range s.Terms {
		if t.Ambiguous && !spacedLetter.MatchString(p.text[t.Start:t.End]) {
			return false
		}
	}
	return true
}

// mismatch is how far the result of a statement is from what the computation before it gives, as a part of the result; ok is
// false where it has none of both.
func (f *flow) mismatch(p *passage, s tex.Statement) (gap number.Real, ok bool) {
	var before *term
	for _, t := range s.Terms {
		x := f.newTerm(p, t)
		if x == nil {
			continue
		}
		i, negative, isLiteral := signed(x.lifted)
		if !isLiteral {
			if _, isName := isName(x.lifted); !isName {
				before = x
			}
			continue
		}
		if before == nil {
			continue
		}
		result := x.literals[i].value
		if negative {
			result = f.c.Neg(result)
		}
		y, known := f.scalar(whole(before), shown, f.log10())
		if !known {
			return gap, false
		}
		gap, err := f.c.Div(f.c.Abs(f.c.Sub(y, result)), f.c.Max(f.c.Abs(result), f.c.Abs(y)))
		return gap, err == nil
	}
	return gap, false
}
