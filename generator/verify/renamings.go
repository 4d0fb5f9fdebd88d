package verify

import "maps"

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
				both := maps.Clone(names)
				maps.Copy(both, way)
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
			ofUnit := len(family) == 1 && all[len(all)-1].n == s.n && n == s.own // a₂ = σ(z₂), where nothing is said of z₂
			if !ok || n < 0 || !f.isUntaken(new) && !(ofUnit && f.quantities[new] == nil && len(f.siblings(new)) > 0) {
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
	if f.taken[name] > 0 {
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

// take counts the uses of the names in a formula.
func (f *flow) take(t *term, n int) {
	for _, s := range t.symbols {
		f.taken[s] += n
	}
}
