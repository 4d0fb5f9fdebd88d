package verify

import (
	"regexp"
	"strings"

	"longhand/generator/formula"
	"longhand/generator/tex"
)

// arithmetic is what a text must hold to be listed as a formula that was not read.
var arithmetic = regexp.MustCompile(`\d\s*[-+*/×·−^=]\s*[\d(]|\d\.\d|\d\s*%`)

// date is a day as lists of data have it.
var date = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}\b`)

// statement runs through one chain of terms.
func (f *flow) statement(p *passage, s tex.Statement) {
	ch := f.chain
	switch {
	case s.Continues && f.goesOn(ch, p, s):
		ch.passage = f.at
	case s.Continues:
		ch = &chain{passage: f.at, group: p.group}
		ch.terms = append(ch.terms, nil)
	default:
		ch = &chain{passage: f.at, group: p.group}
		f.open, f.gaps = nil, nil
	}
	f.chain = ch
	for i, t := range s.Terms {
		relation := formula.Equal
		if i > 0 {
			relation = s.Relations[i-1]
		} else if s.Continues {
			relation = s.First
		}
		if t.Expr == nil {
			f.unreadTerm(p, t, len(s.Terms) > 1 || s.Continues)
			ch.terms = append(ch.terms, nil)
			continue
		}
		if date.MatchString(p.text[t.Start:t.End]) {
			ch.terms = append(ch.terms, nil)
			continue
		}
		x := f.newTerm(p, t)
		if x == nil {
			f.notRead(p, t.Start, t.End, "a number is too long")
			ch.terms = append(ch.terms, nil)
			continue
		}
		if len(ch.terms) == 0 && len(s.Terms) == 1 && !s.Continues {
			f.lone(p, x)
			ch.terms = append(ch.terms, x)
			if name, ok := isName(x.lifted); ok {
				ch.names = append(ch.names, name)
			}
			continue
		}
		if len(ch.terms) == 0 && len(s.Relations) > 0 && s.Relations[0] == formula.Becomes && isValue(x.lifted) {
			f.lone(p, x) // from 0.11 → to 0.10
		}
		f.step(ch, x, relation)
	}
	if ch.started {
		f.finish(ch)
	}
}

// unreadTerm lists a term that was not read, where it holds a formula: prose is none.
func (f *flow) unreadTerm(p *passage, t tex.Term, related bool) {
	text := p.text[t.Start:t.End]
	switch {
	case strings.TrimSpace(text) == "":
	case p.dialect == tex.Plain && !related:
		f.numbersInProse(p, t.Start, t.End)
	case p.dialect == tex.Plain && !arithmetic.MatchString(text), isChemistry(text):
	default:
		f.notRead(p, t.Start, t.End, t.Err.Message)
	}
}

// step takes the next term of a chain.
func (f *flow) step(ch *chain, x *term, relation formula.Relation) {
	first := len(ch.terms) == 0
	if !first {
		ch.started = true
	}
	name, ok := isName(x.lifted)
	if !ok && first {
		if name, ok = f.squareName(x); ok {
			x.lifted = formula.Symbol{Name: name}
		}
	}
	if ok {
		ch.names = append(ch.names, name)
		ch.terms = append(ch.terms, x)
		return
	}
	f.labelled(ch, x)
	f.byHeading(x)
	if first {
		f.restate(x)
		ch.terms = append(ch.terms, x)
		return
	}
	if relation == formula.Becomes && isValue(x.lifted) {
		last := ch.terms[len(ch.terms)-1]
		aName := false
		if last != nil {
			_, aName = isName(last.lifted)
		}
		if last == nil || aName || isValue(last.lifted) { // from 0.11 → to 0.10
			f.lone(x.passage, x)
			ch.terms = append(ch.terms, x)
			return
		}
	}
	f.align(ch, x, relation)
	f.weights(x)
	ch.terms = append(ch.terms, x)
}
