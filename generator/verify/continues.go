package verify

import (
	"longhand/generator/tex"
)

// Pages lose the left sides of their equations: what begins with = goes on with the line before, unless it says something of its
// own.

// goesOn says whether a statement that begins with a relation goes on with the chain before.
func (f *flow) goesOn(ch *chain, p *passage, s tex.Statement) bool {
	if ch == nil || f.at-ch.passage > 3 {
		return false
	}
	if p.dialect != tex.Plain || f.at == ch.passage || len(ch.terms) == 0 {
		return true
	}
	for i := ch.passage + 1; i < f.at; i++ {
		if between := &f.article.passages[i]; between.kind == prose && wordsOfProse.MatchString(between.text) && !endsInRelation.MatchString(between.text) {
			return false
		}
	}
	last := ch.terms[len(ch.terms)-1]
	if last == nil || !isValue(last.lifted) || s.Terms[0].Expr == nil {
		return true
	}
	first := lift(s.Terms[0])
	if isValue(first) {
		return len(s.Terms) > 1 || !ch.isResults() || f.mayFollow(ch, f.glance(p, s.Terms[0]))
	}
	if _, ok := isName(first); ok {
		return true
	}
	x := f.glance(p, s.Terms[0])
	return x == nil || len(x.literals) < 2 || sharesNumber(last, x) || f.hasValue(x) && f.agree(whole(last), whole(x))
}

// isResults says whether a chain that lost its left side consists of nothing but results.
func (ch *chain) isResults() bool {
	for i, t := range ch.terms {
		if t == nil && i > 0 || t != nil && !isValue(t.lifted) {
			return false
		}
	}
	return ch.terms[0] == nil && len(ch.names) == 0
}

// sharesNumber says whether a computation holds one of the numbers of a result.
func sharesNumber(result, x *term) bool {
	for _, l := range result.literals {
		for _, m := range x.literals {
			if l.text == m.text {
				return true
			}
		}
	}
	return false
}

func (f *flow) hasValue(x *term) bool {
	_, ok := f.scalar(whole(x), shown, f.log10())
	return ok
}

// glance reads a term without taking its numbers for operands of the article's.
func (f *flow) glance(p *passage, t tex.Term) *term {
	operands := f.operands
	x := f.newTerm(p, t)
	f.operands = operands
	return x
}
