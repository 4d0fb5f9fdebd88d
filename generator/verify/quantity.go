package verify

import (
	"strconv"
	"strings"

	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/trace"
)

// quantity is what the article has said of a name so far.
type quantity struct {
	key     string
	shape   formula.Shape
	claims  []*Claim // the printed value, entry by entry; nil where none is printed
	pending *term    // a computation whose value has not been printed yet
	formula *term    // the definition in symbols
	// basis says what the formula follows from, where it is not the article's own
	basis   string
	others  []*term    // definitions that the article gave besides, the oldest first
	update  *term      // the formula by which the name changes, in which it stands itself
	numeric *term      // the computation in numbers, where the article gives no other
	last    *term      // the computation that gave the printed value
	passage int        // where it was last set
	changes int        // how many different values it has had
	past    [][]*Claim // the values that it had before, the newest last
	// elsewhere says that the value was given in another exercise
	elsewhere bool
}

// maxPast bounds how many values of a name are remembered.
const maxPast = 16

// versions are the numbers that were printed for an entry, the newest first.
func (q *quantity) versions(k int) []*Claim {
	out := []*Claim{q.claims[k]}
	for i := len(q.past) - 1; i >= 0; i-- {
		if len(q.past[i]) == len(q.claims) {
			out = append(out, q.past[i][k])
		}
	}
	return out
}

func (f *flow) quantity(key string) *quantity {
	q := f.quantities[key]
	if q == nil {
		q = &quantity{key: key}
		f.quantities[key] = q
	}
	return q
}

// symbolValue gives what a name stands for.
func (f *flow) symbolValue(key string, m mode) (trace.Value, bool) {
	if f.depth > 20 {
		return trace.Value{}, false
	}
	f.depth++
	defer func() { f.depth-- }()
	q := f.quantities[key]
	if q == nil || q.claims == nil && q.pending == nil && q.formula == nil {
		return f.assembled(key, m)
	}
	if q.claims != nil {
		x := trace.Value{Shape: q.shape}
		for _, c := range q.claims {
			x.Items = append(x.Items, f.claimValue(c, m))
		}
		return x, true
	}
	if x, ok := f.computed[computed{key, m}]; ok {
		return x, true
	}
	for _, t := range []*term{q.pending, q.formula} {
		if t != nil {
			if x, _, err := f.value(whole(t), m, f.log10()); err == nil {
				if m == loose && q.basis != "" {
					x = f.asPrinted(x)
				}
				if f.computed != nil {
					f.computed[computed{key, m}] = x
				}
				return x, true
			}
		}
	}
	return f.assembled(key, m)
}

// computed is a name whose value is computed, and how.
type computed struct {
	key  string
	mode mode
}

// assembled makes a column of entries that were given one by one: z₁, z₂ make z.
func (f *flow) assembled(key string, m mode) (trace.Value, bool) {
	x := trace.Value{}
	for _, q := range f.entriesOf(key) {
		x.Items = append(x.Items, f.claimValue(q.claims[0], m))
	}
	x.Shape = formula.Shape{Rows: len(x.Items), Cols: 1}
	return x, len(x.Items) > 1
}

// entriesOf are the entries of a name that were given one by one: x_1 and x_2, or x1 and x2 as programs write them.
func (f *flow) entriesOf(key string) []*quantity {
	between := "_"
	if q := f.quantities[key+"1"]; q != nil && len(q.claims) == 1 && f.quantities[key+"_1"] == nil {
		between = ""
	}
	var list []*quantity
	for i := 1; i <= 64; i++ {
		q := f.quantities[key+between+strconv.Itoa(i)]
		if q == nil || len(q.claims) != 1 {
			break
		}
		list = append(list, q)
	}
	return list
}

// listEntry is the place of an entry in the vector or matrix that was given at once: x_2 in x = [3, 5].
func (f *flow) listEntry(name string) (q *quantity, k int, ok bool) {
	base, at, ok := splitKey(name)
	if q = f.quantities[base]; !ok || q == nil || len(q.claims) < 2 {
		return nil, 0, false
	}
	for k := range q.claims {
		if entryKey(base, k, q.shape) == base+"_"+at {
			return q, k, true
		}
	}
	return nil, 0, false
}

// splitKey parts the key of an entry into name and indices.
func splitKey(key string) (base, at string, ok bool) {
	i := strings.LastIndexByte(key, '_')
	if i <= 0 || strings.Trim(key[i+1:], "0123456789,") != "" {
		return key, "", false
	}
	return key[:i], key[i+1:], true
}

// bind gives a name the value that claims print.
func (f *flow) bind(key string, shape formula.Shape, claims []*Claim, t *term) {
	q := f.quantity(key)
	f.bindings = append(f.bindings, key)
	if q.claims != nil && !sameNumbers(q.claims, claims) {
		if q.changes++; q.elsewhere {
			q.changes = 0
		}
		f.outdate(key)
		if q.past = append(q.past, q.claims); len(q.past) > maxPast {
			q.past = q.past[1:]
		}
	}
	q.shape, q.claims, q.passage, q.elsewhere = shape, claims, f.at, false
	q.pending = nil
	q.last = t
	if len(claims) > 1 {
		f.lists = append(f.lists, claims)
		for i := range claims { // forget entries that were printed one by one
			delete(f.quantities, entryKey(key, i, shape))
		}
	}
	for _, c := range claims {
		if c.Symbol == "" {
			c.Symbol = key
		}
	}
	f.confirm(key, claims)
}

// entryKey is the key of an entry of a name, counted from 0 in row-major order: x_2, W_1,2.
func entryKey(name string, i int, shape formula.Shape) string {
	if shape.Cols > 1 && shape.Rows > 1 {
		return name + "_" + strconv.Itoa(i/shape.Cols+1) + "," + strconv.Itoa(i%shape.Cols+1)
	}
	return name + "_" + strconv.Itoa(i+1)
}

func sameNumbers(a, b []*Claim) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].number.value.Compare(b[i].number.value) != number.Equal {
			return false
		}
	}
	return true
}

// linked finds the number that an operand repeats: the last claim with the same value, one that is right where there is one.
func (f *flow) linked(l *literal) *Claim {
	if l.digits < 2 || !strings.Contains(l.text, ".") && l.digits < 4 {
		return nil // 10 says nothing of where it comes from
	}
	list := f.byValue[l.value.String()]
	if len(list) == 0 {
		return nil
	}
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].derived && !list[i].misleads() && list[i].Verdict != Unjudged {
			return list[i]
		}
	}
	return list[len(list)-1]
}

// remember makes a claim's number known to later operands.
func (f *flow) remember(c *Claim) {
	x := c.number.value
	if sign, ok := x.Sign(); ok && sign < 0 {
		x = f.c.Neg(x)
	}
	key := x.String()
	f.byValue[key] = append(f.byValue[key], c)
}
