package verify

import (
	"regexp"
	"sort"
	"strings"

	"longhand/generator/formula"
	"longhand/generator/tex"
)

// One name may be spelled in two ways: i1 in the text and i_1 in the formulas, out_{o1} and out_{o_1}, dE/dw5 and
// \frac{\partial E}{\partial w_5}. They are one name where a formula uses a spelling that the article gives no value, unless it gives
// the others different ones, or one is a layer or a vector of its own.

// spellings are the names that the article uses, by what they have in common.
type spellings struct {
	uses   map[string]map[string]*spelling // by the plain form, then by the name itself
	layers map[string]bool                 // plain forms of names whose number is no subscript: z^{(1)}
	chosen map[string]string               // what to write for a name that has several spellings
	label  *spelling                       // the name that the row of a table begins with
	row    [2]int                          // that row
}

// spelling is one way to write a name.
type spelling struct {
	uses   int
	values []string
	vector bool
	put    bool // it stands in a formula of an equation, to be replaced by its value
}

func newSpellings() spellings {
	return spellings{map[string]map[string]*spelling{}, map[string]bool{}, map[string]string{}, nil, [2]int{}}
}

// subscript is the mark between letters and a number that belongs to them.
var subscript = regexp.MustCompile(`(\pL|')((?:\^[^_]+)?)_(\d)`)

// plainForm is a name without the marks that some write and others do not: w^+_5 and w5^+ are both w5^+.
func plainForm(key string) string {
	return subscript.ReplaceAllStringFunc(key, func(s string) string {
		m := subscript.FindStringSubmatch(s)
		return m[1] + m[3] + m[2]
	})
}

// nameParts are the names that a name is made of: a derivative of two.
func nameParts(key string) []string {
	over, under, ok := strings.Cut(key, "/d")
	if !ok || len(over) < 2 || over[0] != 'd' {
		return []string{key}
	}
	return []string{over[1:], under}
}

// tight is a name whose number stands right behind its letters, as in w5.
var tight = regexp.MustCompile(`^\\?\pL+\d`)

// note remembers the names in a statement, and the values that it gives them.
func (s *spellings) note(p *passage, st tex.Statement) {
	for _, t := range st.Terms {
		if t.Expr == nil {
			continue
		}
		_, alone := isName(t.Expr)
		for _, key := range keys(t.Expr) {
			names := nameParts(key)
			if len(names) > 1 {
				names = append(names, key)
			}
			for _, name := range names {
				x := s.spelling(name)
				x.uses++
				x.put = x.put || !alone && len(st.Terms) > 1
			}
		}
		for _, n := range t.Names {
			if parsed, ok := tex.ParseName(n.Name); ok && parsed.Over == nil && parsed.Layer != "" && !tight.MatchString(p.text[n.Start:]) {
				s.layers[plainForm(n.Name)] = true
			}
		}
	}
	if st.Terms[0].Expr == nil {
		return
	}
	if len(st.Terms) == 1 {
		s.noteCell(p, st.Terms[0])
		return
	}
	last := st.Terms[len(st.Terms)-1]
	if last.Expr == nil || !isValue(lift(last)) {
		return
	}
	values, _ := items(last.Expr)
	names, _ := items(st.Terms[0].Expr)
	for i, e := range names {
		name, ok := isName(e)
		if !ok {
			continue
		}
		x := s.spelling(name)
		switch {
		case len(names) == len(values):
			x.values = append(x.values, formula.String(values[i]))
		case len(names) == 1:
			x.vector = true
		}
	}
}

// noteCell remembers the numbers in a row of a table as values of the name that it begins with.
func (s *spellings) noteCell(p *passage, t tex.Term) {
	row := [2]int{p.group, p.row}
	if p.row < 0 || s.row != row {
		s.label, s.row = nil, row
	}
	if p.row <= 0 {
		return
	}
	if name, ok := isName(t.Expr); ok && s.label == nil {
		s.label = s.spelling(name)
	} else if _, _, ok := signed(lift(t)); ok && s.label != nil {
		s.label.values = append(s.label.values, formula.String(t.Expr))
	}
}

func (s *spellings) spelling(name string) *spelling {
	form := plainForm(name)
	if s.uses[form] == nil {
		s.uses[form] = map[string]*spelling{}
	}
	if s.uses[form][name] == nil {
		s.uses[form][name] = &spelling{}
	}
	return s.uses[form][name]
}

// choose settles which spelling stands for all of a name: the one that is used most.
func (s *spellings) choose() {
	for form, list := range s.uses {
		if len(list) < 2 || s.layers[form] || !isNeeded(list) || s.differ(list) {
			continue
		}
		names := sortedNames(list)
		sort.SliceStable(names, func(i, j int) bool { return list[names[i]].uses > list[names[j]].uses })
		for _, name := range names[1:] {
			s.chosen[name] = names[0]
		}
	}
}

// isNeeded says whether a formula holds a name that has its values only in another spelling.
func isNeeded(list map[string]*spelling) bool {
	for _, x := range list {
		if x.put && len(x.values) == 0 {
			return true
		}
	}
	return false
}

// differ says whether spellings are names of different things: they have values, and none in common, or one is a vector and
// another the entry of one.
func (s *spellings) differ(list map[string]*spelling) bool {
	var before []string
	for _, name := range sortedNames(list) {
		x := list[name]
		base, _, indexed := splitKey(name)
		if x.vector || indexed && s.isVector(base) {
			return true
		}
		if len(x.values) == 0 {
			continue
		}
		common := before == nil
		for _, v := range x.values {
			common = common || contains(before, v)
		}
		if !common {
			return true
		}
		before = append(before, x.values...)
	}
	return false
}

func (s *spellings) isVector(name string) bool {
	x := s.uses[plainForm(name)][name]
	return x != nil && x.vector
}

// spell writes the names in a formula in the spelling that stands for all.
func (s *spellings) spell(e formula.Expr) formula.Expr {
	if len(s.chosen) == 0 {
		return e
	}
	return formula.Replace(e, func(e formula.Expr) (formula.Expr, bool) {
		key, ok := isName(e)
		if !ok {
			return nil, false
		}
		return s.named(e, key), true
	})
}

// named writes one name in the spelling that stands for all.
func (s *spellings) named(e formula.Expr, key string) formula.Expr {
	if other, ok := s.chosen[key]; ok {
		return nameOf(other)
	}
	parts := nameParts(key)
	changed := false
	for i, name := range parts {
		if other, ok := s.chosen[name]; ok {
			parts[i], changed = other, true
		}
	}
	if !changed {
		return e
	}
	if key = parts[0]; len(parts) == 2 {
		key = "d" + parts[0] + "/d" + parts[1]
	}
	return nameOf(key)
}

// nameOf is the formula of a name: an entry where it has indices.
func nameOf(key string) formula.Expr {
	base, at, ok := splitKey(key)
	if !ok {
		return formula.Symbol{Name: key}
	}
	x := formula.Index{X: formula.Symbol{Name: base}}
	for _, i := range strings.Split(at, ",") {
		x.At = append(x.At, formula.Number{Text: i})
	}
	return x
}
