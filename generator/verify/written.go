package verify

import (
	"longhand/generator/formula"
	"longhand/generator/trace"
)

// written is a formula in names whose value the article printed without giving it a name: QKᵀ = […]. Where it stands
// again, as in softmax(QKᵀ/√d), a reader takes the value that was printed.
type written struct {
	key     string // of the quantity that holds the value
	symbols []string
}

// keep remembers what a chain prints for the formula that it begins with.
func (f *flow) keep(ch *chain) {
	if len(ch.names) > 0 || ch.values == nil || len(ch.terms) < 2 {
		return
	}
	t := ch.terms[0]
	if t == nil || len(t.symbols) == 0 || hasLiteral(t) || len(f.written) >= maxWritten {
		return
	}
	switch t.lifted.(type) {
	case formula.Binary, formula.Transpose:
		text := formula.String(t.lifted)
		f.written[text] = written{text, t.symbols}
		f.bind(text, ch.shape, ch.values, ch.valueOf)
	}
}

// restate forgets the value of a formula that a new statement begins with, where nothing computed it: E° = −0.76 of one
// electrode says nothing of E° = 0.34 of the other.
func (f *flow) restate(t *term) {
	text := formula.String(t.lifted)
	if _, ok := f.written[text]; ok && !f.quantities[text].claims[0].derived {
		delete(f.written, text)
	}
}

// maxWritten bounds how many such formulas are remembered.
const maxWritten = 200

// outdate forgets the formulas that hold a name when the name gets another value.
func (f *flow) outdate(name string) {
	for text, w := range f.written {
		if contains(w.symbols, name) {
			delete(f.written, text)
		}
	}
}

// writtenValue is the printed value of a formula.
func (f *flow) writtenValue(e formula.Expr, m mode) (trace.Value, bool) {
	if w, ok := f.written[formula.String(e)]; ok {
		return f.symbolValue(w.key, m)
	}
	return trace.Value{}, false
}

// namesOf are the names that a part uses. A formula whose value was printed counts as a name.
func (f *flow) namesOf(p part) []string {
	var out []string
	e := p.e
	if len(f.written) > 0 {
		seen := map[string]bool{}
		e = formula.Replace(e, func(e formula.Expr) (formula.Expr, bool) {
			switch e.(type) {
			case formula.Binary, formula.Transpose:
				if w, ok := f.written[formula.String(e)]; ok {
					if !seen[w.key] {
						seen[w.key] = true
						out = append(out, w.key)
					}
					return formula.Symbol{Name: "#"}, true
				}
			}
			return nil, false
		})
	}
	return append(out, keys(e)...)
}
