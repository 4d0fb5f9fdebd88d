package verify

import (
	"regexp"
	"strings"

	"longhand/generator/formula"
	"longhand/generator/tex"
)

func (f *flow) reader(p *passage) tex.Reader {
	var powered func(string) bool
	if f.lostPowers {
		powered = func(number string) bool {
			n, err := parsePrinted(number, false)
			return err == nil && n.digits > 2 && len(f.byValue[n.value.String()]) > 0
		}
	}
	return tex.Reader{Dialect: p.dialect, DecimalComma: f.article.comma, Powered: powered, SignedBases: f.signedBase,
		Symbol:   func(name string) bool { return f.words.symbols[name] },
		Function: func(name string) bool { return f.words.functions[name] },
		Layered:  func(letter string) bool { return f.words.layered[letter] },
		Labelled: func(name string) bool { return f.words.labelled[name] },
		Used:     func(name string) bool { return f.words.used[name] }}
}

var functionHead = regexp.MustCompile(`^\\?[\pL\\]+(?:\{\pL\})?(?:[_^](?:\{[^{}]*\}|\w))*\s*(?:\\left|\\big)?\s*\([^()=]*(?:\([^()=]*\))?\)$`)

// learn reads the article once for the names that it defines.
func (f *flow) learn() {
	f.words.glean(f.article)
	for round := 0; round < 2; round++ {
		for i := range f.article.passages {
			p := &f.article.passages[i]
			if len(p.text) > maxPassage {
				continue
			}
			for _, s := range f.reader(p).Statements(p.text) {
				f.words.use(p, s)
				if round == 1 {
					f.spellings.note(p, s)
					f.noteApplied(s)
				}
				if len(s.Terms) < 2 || s.Terms[0].Expr == nil {
					continue
				}
				if name, ok := isName(s.Terms[0].Expr); ok && !(s.Relations[0] == formula.Becomes && tex.NamesFunction(name)) { // sigmoid → output defines nothing
					f.words.add(name)
				}
				for _, t := range s.Terms[:len(s.Terms)-1] { // f(x) = …
					b, ok := t.Expr.(formula.Binary)
					if !ok || b.Op != formula.Mul || !functionHead.MatchString(strings.TrimSpace(p.text[t.Start:t.End])) {
						continue
					}
					name, ok1 := isName(b.X)
					_, ok2 := isName(b.Y)
					if ok1 && ok2 && !f.words.symbols[name] {
						f.words.functions[name] = true
					}
				}
			}
		}
	}
	f.spellings.choose()
	f.applied.choose()
}

// noteApplied remembers what the functions of a statement have in their brackets. A symbol that stands alone says nothing of its value.
func (f *flow) noteApplied(s tex.Statement) {
	for _, t := range s.Terms {
		if t.Expr == nil {
			continue
		}
		if _, bare := isName(t.Expr); bare && len(s.Terms) == 1 {
			continue
		}
		f.applied.note(t.Expr, func(name string) bool { return f.words.functions[name] })
	}
}
