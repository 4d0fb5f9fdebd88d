package verify

import (
	"regexp"
	"strings"

	"longhand/generator/tex"
)

// vocabulary are the names that the article uses, which settles how letters that stand together are read.
type vocabulary struct {
	symbols   map[string]bool
	functions map[string]bool
	layered   map[string]bool // letters whose superscripts number layers
	labelled  map[string]bool // words with labels in brackets that are names, output(h1)
	used      map[string]bool // all that stand in formulas, but for units behind numbers
}

// use remembers the names in formulas.
func (v *vocabulary) use(p *passage, s tex.Statement) {
	for _, t := range s.Terms {
		if t.Expr == nil {
			continue
		}
		if _, bare := isName(t.Expr); bare && len(s.Terms) == 1 && p.dialect == tex.Plain {
			continue // a word, or the unit behind a formula: $h = 45$ m
		}
		for _, n := range t.Names {
			v.used[n.Name] = true
			if parsed, ok := tex.ParseName(n.Name); ok && parsed.Over == nil {
				v.used[parsed.Base] = true
			}
		}
	}
}

func (v *vocabulary) add(key string) {
	v.symbols[key] = true
	base, _, _ := splitKey(key)
	if base != "" {
		v.symbols[base] = true
	}
	n, ok := tex.ParseName(base)
	switch {
	case !ok || n.Over != nil:
	case len([]rune(n.Base)) == 1:
		v.symbols[n.Base] = true
	case base != key || n.Sub != "":
		v.symbols[n.Base+"_"] = true // letters that are one name where a subscript follows
	}
}

func newVocabulary() vocabulary {
	return vocabulary{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
}

// glean finds the names that only the text of the whole article shows to be some.
func (v *vocabulary) glean(a *article) {
	var b strings.Builder
	for i := range a.passages {
		p := &a.passages[i]
		if len(p.text) > maxPassage {
			continue
		}
		b.WriteString(p.text)
		b.WriteByte('\n')
		for _, letter := range tex.LayeredNames(p.text) {
			v.layered[letter] = true
		}
	}
	v.gleanShort(b.String())
	v.gleanLabelled(b.String())
}

var (
	// described is a short name behind the words that say what it is: learning rate lr = 0.2.
	described = regexp.MustCompile(`\pL{3,} ([A-Za-z]{2,3}\d?)\s*(?:=|:=|:|≈)\s*[-−–]?\.?\d`)
	// inProducts are the words in products, at their left and their right end.
	inProducts = [2]*regexp.Regexp{regexp.MustCompile(`[*·×⋅/]\s*([A-Za-z]{2,3}\d?)\b`), regexp.MustCompile(`\b([A-Za-z]{2,3}\d?)\s*[*·×⋅]`)}
)

// gleanShort finds short names that have their value behind words and stand in products elsewhere.
func (v *vocabulary) gleanShort(text string) {
	var used map[string]bool
	for _, m := range described.FindAllStringSubmatch(text, -1) {
		if used == nil {
			used = map[string]bool{}
			for _, r := range inProducts {
				for _, m := range r.FindAllStringSubmatch(text, -1) {
					used[m[1]] = true
				}
			}
		}
		if used[m[1]] && !tex.NamesFunction(m[1]) && !tex.NamesUnit(m[1]) {
			v.symbols[m[1]] = true
		}
	}
}

var (
	// labelledSide is a left side that consists of a word and a label in brackets.
	labelledSide = regexp.MustCompile(`\b([A-Za-z]+)\(([A-Za-z]{1,3}_?\d{1,2})\)\s*=`)
	// operandName is a name with a number that stands in a formula by itself, not in brackets of its own.
	operandName = regexp.MustCompile(`(?:^|[-+−–*·×⋅/=,;\n]|[-+−–*·×⋅/=]\s*\()\s*([A-Za-z]{1,3}_?\d{1,2})\b|\b([A-Za-z]{1,3}_?\d{1,2})\s*[-+−–*·×⋅/=^]`)
)

// gleanLabelled finds words whose labels in brackets are no arguments, output(h1) = …: nothing is computed with h1.
func (v *vocabulary) gleanLabelled(text string) {
	sides := labelledSide.FindAllStringSubmatch(text, -1)
	if sides == nil {
		return
	}
	operands := map[string]bool{}
	for _, m := range operandName.FindAllStringSubmatch(text, -1) {
		operands[m[1]], operands[m[2]] = true, true
	}
	for _, m := range sides {
		if !operands[m[2]] && !tex.NamesFunction(m[1]) {
			v.labelled[m[1]+"("+m[2]+")"] = true
		}
	}
}
