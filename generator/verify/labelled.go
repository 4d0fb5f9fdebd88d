package verify

import (
	"strings"

	"longhand/generator/formula"
)

// labelled puts the labelled names of the article for their labels: in dL/dW (total) = (t=1) + (t=2) the brackets stand for
// dL/dW (t=1) and dL/dW (t=2).
func (f *flow) labelled(ch *chain, x *term) {
	if len(ch.names) == 0 {
		return
	}
	base := ch.names[len(ch.names)-1]
	replaced := false
	lifted := formula.Substitute(x.lifted, func(s string) (formula.Expr, bool) {
		if !strings.HasPrefix(s, "(") || !strings.Contains(s, "=") {
			return nil, false
		}
		label := strings.Trim(s, "()")
		if i := strings.LastIndexByte(label, ' '); i >= 0 { // contribution t=1
			label = label[i+1:]
		}
		key := f.withLabel(base, label)
		if key == "" {
			return nil, false
		}
		replaced = true
		return formula.Symbol{Name: key}, true
	})
	if replaced {
		x.lifted = lifted
		x.symbols = keys(lifted)
	}
}

// withLabel is the name of a quantity that has a label ending in these words; "" where there is none.
func (f *flow) withLabel(base, label string) string {
	name, at, indexed := splitKey(base)
	if !indexed {
		name = base
	}
	found := ""
	for key := range f.quantities {
		k, rest, ok := splitKey(key)
		if ok != indexed || rest != at {
			continue
		}
		after, ok := strings.CutPrefix(k, name)
		if ok && (strings.HasPrefix(after, "_") || strings.HasPrefix(after, ",")) && (after[1:] == label || strings.HasSuffix(after, " "+label)) {
			if found == "" || key < found { // whatever the order of the map
				found = key
			}
		}
	}
	return found
}
