package verify

import (
	"maps"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"longhand/generator/formula"
)

// An article works out one unit of a layer and gives the results of the others: carrying out the same process for h₂ we get
// out_h2 = 0.597. Such a name has no formula of its own but a sibling's, out_h1's, and the numbers in the names tell how the
// sibling's formula changes: what belongs to the unit takes the unit's number, weights go on in their row, w₁ and w₂ become
// w₃ and w₄, or alternate, w₁ and w₃ become w₂ and w₄, and what all units share stays. A formula that is made in this way
// is used only where it gives about the value that is printed, where it can be computed at all.

var digitRun = regexp.MustCompile(`\d+`)

// counter is a number in a name and the letters before it: o and 1 in out_o1.
type counter struct {
	letters  string
	n        int
	from, to int
}

// counters are the numbers in a name.
func counters(name string) []counter {
	var list []counter
	for _, m := range digitRun.FindAllStringIndex(name, 4) {
		n, err := strconv.Atoi(name[m[0]:m[1]])
		if err != nil {
			return nil
		}
		start := m[0]
		for start > 0 && isLetterByte(name[start-1]) {
			start--
		}
		list = append(list, counter{name[start:m[0]], n, m[0], m[1]})
	}
	return list
}

// withCounter puts another number into a name.
func withCounter(name string, c counter, n int) string {
	return name[:c.from] + strconv.Itoa(n) + name[c.to:]
}

// sibling is a name with a formula of its own that differs from another in one number.
type sibling struct {
	name   string
	letter string // the letters before the number
	n, own int    // the number in the sibling and in the name itself
}

// siblings are those of a name, the nearest first.
func (f *flow) siblings(name string) []sibling {
	var list []sibling
	for _, c := range counters(name) {
		for n := range maxUnits + 1 {
			other := withCounter(name, c, n)
			if q := f.quantities[other]; n != c.n && q != nil && q.formula != nil && !contains(q.formula.symbols, name) {
				list = append(list, sibling{other, c.letters, n, c.n})
			}
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return abs(list[i].n-list[i].own) < abs(list[j].n-list[j].own) })
	return list
}

func abs(n int) int { return max(n, -n) }

// maxUnits is the highest number of a unit whose formula is looked at.
const maxUnits = 9

// cousins are names of another layer, out_h1 of out_o1, whose formulas hold only what belongs to their own
// unit: a function of its net input.
func (f *flow) cousins(name string) (list []sibling) {
	for _, c := range counters(name) {
		if c.letters == "" {
			continue
		}
		for _, other := range f.defined {
			for _, d := range counters(other) {
				if d.letters == "" || d.letters == c.letters || other[:d.from-len(d.letters)]+other[d.to:] != name[:c.from-len(c.letters)]+name[c.to:] {
					continue
				}
				own := true
				for _, s := range f.quantities[other].formula.symbols {
					own = own && strings.Contains(s, other[d.from-len(d.letters):d.to])
				}
				if own {
					list = append(list, sibling{other, other[d.from-len(d.letters) : d.to], d.n, c.n})
				}
			}
		}
	}
	return list
}

// byAnalogy gives a name the formula of a sibling or a cousin, and so the names in it.
func (f *flow) byAnalogy(name string, depth int) bool {
	if q := f.quantities[name]; q != nil && q.formula != nil {
		return true
	}
	if depth > maxAnalogies {
		return false
	}
	for _, s := range f.siblings(name) {
		for i, names := range f.renamings(s) {
			if f.takeOver(name, s, names, depth, i == 0) {
				return true
			}
		}
	}
	if depth > 0 {
		return false
	}
	for _, s := range f.cousins(name) {
		names := map[string]string{}
		unit := counters(name)
		for _, old := range f.quantities[s.name].formula.symbols {
			for _, c := range unit {
				if new := strings.Replace(old, s.letter, name[c.from-len(c.letters):c.to], 1); c.n == s.own && c.letters != "" {
					names[old] = new
				}
			}
		}
		if f.takeOver(name, s, names, depth, false) {
			return true
		}
	}
	return false
}

// takeOver gives a name the formula of a sibling with other names in it, where it may be that of the name. Names that are
// not known yet get the formulas of their own siblings; these are taken back where that comes to nothing.
func (f *flow) takeOver(name string, s sibling, names map[string]string, depth int, likeliest bool) bool {
	t := *f.quantities[s.name].formula
	t.lifted = formula.Substitute(flat(t.lifted), func(old string) (formula.Expr, bool) {
		return formula.Symbol{Name: names[old]}, names[old] != ""
	})
	if t.symbols = keys(t.lifted); contains(t.symbols, name) {
		return false
	}
	var new []string
	for _, s := range t.symbols {
		if f.quantities[s] == nil && f.byAnalogy(s, depth+1) {
			new = append(new, s)
		}
	}
	if likeliest && depth == 0 {
		f.renumber(&t, name)
	}
	if f.mayGive(&t, name, s.letter != "" || depth > 0, likeliest) {
		q := f.quantity(name)
		q.formula, q.basis = &t, "by the formula of "+s.name
		f.take(&t, 1)
		return true
	}
	for _, s := range new {
		f.take(f.quantities[s].formula, -1)
		delete(f.quantities, s)
	}
	return false
}

// maxAnalogies bounds how many formulas one needs.
const maxAnalogies = 4

// flat names entries by their keys: the entry 5 of w is the name w_5. An entry that a variable counts stays one.
func flat(e formula.Expr) formula.Expr {
	return formula.Rewrite(e, func(x formula.Expr) formula.Expr {
		i, ok := x.(formula.Index)
		if !ok {
			return x
		}
		for _, at := range i.At {
			if _, counted := at.(formula.Number); !counted {
				return x
			}
		}
		if key, ok := isName(i); ok {
			return formula.Symbol{Name: key}
		}
		return x
	})
}

// mayGive says whether a formula may be that of a name: it gives the printed value, or, where it is the likeliest, about that
// value. Where there is nothing to compare it may where it is named to be.
func (f *flow) mayGive(t *term, name string, named, likeliest bool) bool {
	x, ok := f.scalar(whole(t), shown, f.log10())
	q := f.quantities[name]
	if q != nil && len(q.claims) > 1 {
		return false // several values are not compared
	}
	if !ok || q == nil || len(q.claims) != 1 { // no value to compare
		return named && likeliest && (q == nil || q.numeric == nil || f.putsIn(t, q.numeric))
	}
	if q.claims[0].number.digits < minFitting {
		return false
	}
	return q.claims[0].number.fits(x) >= fitTruncated || likeliest && f.slipped(q.claims[0], x)
}

// complete gives names whose values are printed, and that nothing computes, the formulas of their siblings.
func (f *flow) complete() {
	f.taken = map[string]int{}
	for _, name := range f.names() {
		q := f.quantities[name]
		f.nameOperands(q)
		if q.formula == nil || strings.Contains(name, "/") || isVersion(name) {
			continue
		}
		f.defined = append(f.defined, name)
		f.take(q.formula, 1)
	}
	for _, name := range f.names() {
		q := f.quantities[name]
		if q.formula == nil && len(q.claims) == 1 && (q.claims[0].Verdict == Given || q.claims[0].Verdict == Wrong) && q.claims[0].number.digits >= minFitting && !strings.Contains(name, "/") && !isVersion(name) && f.byAnalogy(name, 0) {
			f.resolve(q)
		}
	}
}

// names are those of all quantities, sorted.
func (f *flow) names() []string { return sortedNames(f.quantities) }

// sortedNames are the names in a table, so that nothing depends on the order of a map.
func sortedNames[T any](table map[string]T) []string { return slices.Sorted(maps.Keys(table)) }
