package verify

import (
	"regexp"
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

// byAnalogy gives a name the formula of a sibling, and so the names in it.
func (f *flow) byAnalogy(name string, depth int) bool {
	if q := f.quantities[name]; q != nil && q.formula != nil {
		return true
	}
	if depth > maxAnalogies {
		return false
	}
	for _, s := range f.siblings(name) {
		for i, names := range f.renamings(s) {
			t := *f.quantities[s.name].formula
			t.lifted = formula.Substitute(flat(t.lifted), func(old string) (formula.Expr, bool) {
				return formula.Symbol{Name: names[old]}, names[old] != ""
			})
			t.symbols = keys(t.lifted)
			if contains(t.symbols, name) {
				continue
			}
			for old, new := range names {
				if old != new && f.quantities[new] == nil {
					f.byAnalogy(new, depth+1)
				}
			}
			if f.mayGive(&t, name, s.letter, i == 0) {
				q := f.quantity(name)
				q.formula, q.basis = &t, "by the formula of "+s.name
				return true
			}
		}
	}
	return false
}

// maxAnalogies bounds how many formulas one needs.
const maxAnalogies = 4

// flat names entries by their keys: the entry 5 of w is the name w_5.
func flat(e formula.Expr) formula.Expr {
	return formula.Rewrite(e, func(x formula.Expr) formula.Expr {
		if i, ok := x.(formula.Index); ok {
			if key, ok := isName(i); ok {
				return formula.Symbol{Name: key}
			}
		}
		return x
	})
}

// mayGive says whether a formula may be that of a name: it gives the printed value, or, where it is the likeliest, about that
// value. Where it cannot be computed, the letters before the number must tell what the number counts.
func (f *flow) mayGive(t *term, name, letter string, likeliest bool) bool {
	x, ok := f.scalar(whole(t), shown, f.log10())
	q := f.quantities[name]
	if !ok || q == nil || len(q.claims) != 1 { // nothing to compare
		return letter != "" && likeliest
	}
	if q.claims[0].number.digits < minFitting {
		return false
	}
	return q.claims[0].number.fits(x) >= fitTruncated || likeliest && f.slipped(q.claims[0], x)
}

// renamings are the ways in which the names of a sibling's formula may change, the likeliest first.
func (f *flow) renamings(s sibling) []map[string]string {
	families := map[string][]string{} // by the name without its last number
	var order []string
	fixed := map[string]string{}
	for _, name := range keys(f.quantities[s.name].formula.lifted) {
		list := counters(name)
		if len(list) == 0 {
			continue
		}
		own := false
		for _, c := range list {
			if c.letters == s.letter && c.n == s.n && s.letter != "" {
				fixed[name], own = withCounter(name, c, s.own), true
				break
			}
		}
		if own {
			continue
		}
		last := list[len(list)-1]
		family := name[:last.from] + "#" + name[last.to:]
		if families[family] == nil {
			order = append(order, family)
		}
		families[family] = append(families[family], name)
	}
	all := []map[string]string{fixed}
	for _, family := range order {
		var next []map[string]string
		for _, way := range f.ways(families[family], s) {
			for _, names := range all {
				both := map[string]string{}
				for k, v := range names {
					both[k] = v
				}
				for k, v := range way {
					both[k] = v
				}
				next = append(next, both)
			}
		}
		if all = next; len(all) > maxRenamings {
			all = all[:maxRenamings]
		}
	}
	return all
}

// maxRenamings bounds how many are tried.
const maxRenamings = 32

// ways are the ways in which the names of a family may change: all are counted on in a block, or by the difference of the
// units; the digit that stands for the unit changes, as 11 to 21; or they stay. Names that belong to others are not taken, and
// a parameter that is trained is not shared where another is free.
func (f *flow) ways(family []string, s sibling) []map[string]string {
	step := s.own - s.n
	changes := []func(counter) (int, bool){
		func(c counter) (int, bool) { return c.n + step*len(family), true },
		func(c counter) (int, bool) { return c.n + step, true },
		func(c counter) (int, bool) { return c.n + 10*step, c.n/10 == s.n },
	}
	var list []map[string]string
	for _, change := range changes {
		way := map[string]string{}
		for _, name := range family {
			all := counters(name)
			n, ok := change(all[len(all)-1])
			new := withCounter(name, all[len(all)-1], n)
			if !ok || n < 0 || !f.isUntaken(new) {
				way = nil
				break
			}
			way[name] = new
		}
		if way != nil {
			list = append(list, way)
		}
	}
	stay := map[string]string{}
	for _, name := range family {
		stay[name] = name
	}
	return append(list, stay)
}

// isUntaken says whether the article knows a name and uses it in no formula of the forward pass.
func (f *flow) isUntaken(name string) bool {
	if f.taken[name] {
		return false
	}
	if q := f.quantities[name]; q != nil && (q.claims != nil || q.formula != nil) {
		return true
	}
	for _, version := range versionsOf(name) {
		if f.quantities[version] != nil {
			return true
		}
	}
	return false
}

// versionMarks stand behind a name for its next value, and before an index.
var versionMarks = []string{"^+", "_new", "^new", "'", "^'", "_neu", "_nuevo", "^*"}

// versionsOf are the names that a name may have after an update: w^+_5 and w_new,5 of w_5.
func versionsOf(name string) []string {
	base, at, indexed := splitKey(name)
	var list []string
	for _, mark := range versionMarks {
		list = append(list, name+mark)
		if indexed {
			list = append(list, base+mark+"_"+at)
		}
	}
	return list
}

// unversioned is the name whose next value a name is.
func unversioned(name string) (string, bool) {
	base, at, indexed := splitKey(name)
	for _, mark := range versionMarks {
		if before, ok := strings.CutSuffix(base, mark); ok && before != "" {
			if indexed {
				before += "_" + at
			}
			return before, true
		}
	}
	return name, false
}

func isVersion(name string) bool {
	_, ok := unversioned(name)
	return ok
}

// complete gives names whose values are printed, and that nothing computes, the formulas of their siblings.
func (f *flow) complete() {
	f.taken = map[string]bool{}
	for name, q := range f.quantities {
		if q.formula == nil || strings.Contains(name, "/") || isVersion(name) {
			continue
		}
		for _, s := range q.formula.symbols {
			f.taken[s] = true
		}
	}
	for _, name := range f.names() {
		q := f.quantities[name]
		if q.formula == nil && len(q.claims) == 1 && (q.claims[0].Verdict == Given || q.claims[0].Verdict == Wrong) && q.claims[0].number.digits >= minFitting && !strings.Contains(name, "/") && !isVersion(name) && f.byAnalogy(name, 0) {
			f.resolve(q)
		}
	}
}

// resolve looks for the one number of the article that a name without a value stands for in a formula made by analogy:
// the target of the second output, of which only the text speaks.
func (f *flow) resolve(q *quantity) {
	c := q.claims[0]
	var missing []string
	for _, name := range q.formula.symbols {
		if _, ok := f.symbolValue(name, shown); !ok {
			missing = append(missing, name)
		}
	}
	if len(missing) != 1 || c.number.digits < 4 {
		return
	}
	var found *Claim
	unknown := f.quantity(missing[0])
	for _, given := range f.numbersInText() {
		unknown.shape, unknown.claims = formula.Scalar, []*Claim{given}
		if x, ok := f.scalar(whole(q.formula), shown, f.log10()); ok && c.number.fits(x) >= fitRounded {
			if found != nil {
				found = nil
				break
			}
			found = given
		}
	}
	if unknown.claims = nil; found != nil {
		unknown.claims = []*Claim{found}
	}
}

var plainNumber = regexp.MustCompile(`\d+(?:\.\d+)?`)

// maxTextNumbers bounds the numbers that are tried.
const maxTextNumbers = 300

// numbersInText are the different numbers of the article, as values that nothing computes.
func (f *flow) numbersInText() []*Claim {
	if f.text != nil {
		return f.text
	}
	seen := map[string]bool{}
	for _, text := range plainNumber.FindAllString(f.file.Text, -1) {
		p, err := parsePrinted(text, false)
		if key := p.value.String(); err == nil && !seen[key] && len(f.text) < maxTextNumbers {
			seen[key] = true
			f.text = append(f.text, &Claim{Verdict: Given, number: p, global: known(p.value), Digits: -1})
		}
	}
	return f.text
}

// names are those of all quantities, sorted.
func (f *flow) names() []string {
	list := make([]string, 0, len(f.quantities))
	for name := range f.quantities {
		list = append(list, name)
	}
	sort.Strings(list)
	return list
}
