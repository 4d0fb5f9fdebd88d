package tex

import (
	"strings"

	"longhand/generator/formula"
)

// Statement is what one formula line says: terms and the relations between them, a = b ≈ c. There is one relation fewer
// than there are terms; where Continues is set the line began with a relation, First, and goes on with what stood before.
type Statement struct {
	Terms     []Term
	Relations []formula.Relation
	Continues bool
	First     formula.Relation
	Arrow     bool // it follows the one before behind an arrow
}

// Chain is the statement without its places; ok is false where a term could not be read.
func (s Statement) Chain() (c formula.Chain, ok bool) {
	for _, t := range s.Terms {
		if t.Expr == nil {
			return c, false
		}
		c.Terms = append(c.Terms, t.Expr)
	}
	c.Relations = s.Relations
	return c, true
}

var relationNames = map[string]formula.Relation{"=": formula.Equal, "≈": formula.Approx, "→": formula.Becomes}

// Statements reads everything that src says: chains over the rows of aligned environments, lists of chains parted by
// commas, \quad or row breaks. A row that begins with a relation goes on with the statement before it; only the first
// statement can be left continuing. It never fails: a term that cannot be read carries its error.
func (r Reader) Statements(src string) []Statement {
	tokens := r.flatten(r.lex(src))
	var out []Statement
	for _, s := range r.statements(splitTokens(tokens[:len(tokens)-1])) {
		if n := len(out); s.Continues && n > 0 {
			out[n-1].Relations = append(append(out[n-1].Relations, s.First), s.Relations...)
			out[n-1].Terms = append(out[n-1].Terms, s.Terms...)
			continue
		}
		out = append(out, s)
	}
	return out
}

// ParseChains reads chains as Chain and Rows write them. Errors are *SyntaxError.
func ParseChains(src string) ([]formula.Chain, error) {
	var chains []formula.Chain
	for _, s := range (Reader{}).Statements(src) {
		for _, t := range s.Terms {
			if t.Err != nil {
				return nil, t.Err
			}
		}
		c, _ := s.Chain()
		chains = append(chains, c)
	}
	return chains, nil
}

// statements builds statements from the pieces of a line.
func (r Reader) statements(pieces []piece) []Statement {
	var out []Statement
	var s Statement
	broken := false // a relation that is not read stands before what follows
	flush := func() {
		if len(s.Terms) > 0 {
			out = append(out, s)
		}
		s = Statement{}
	}
	var pending *piece // a relation whose right side has not come yet
	arrow := false
	for i := range pieces {
		p := pieces[i]
		switch {
		case p.before.kind == tRelation && p.before.text != "<":
			pending = &pieces[i]
		case p.before.kind == tRelation:
			flush()
			broken, pending, arrow = true, nil, false
		case p.before.kind == tSeparator || p.before.kind == tBreak:
			if pending == nil {
				flush()
				broken = false
			}
			arrow = false
		}
		if len(p.tokens) == 0 {
			continue
		}
		if broken && p.before.kind == tRelation && p.before.text == "<" {
			if i+1 < len(pieces) && pieces[i+1].before.kind == tRelation && pieces[i+1].before.text != "<" {
				broken = false // 0 < 2 · 0.3 = 0.6
			} else {
				if r.Dialect != Own && isDecimal(p.tokens) { // p < 0.05
					s.Terms = append(s.Terms, r.lonely(p.tokens))
					flush()
				}
				continue // x > 0: neither side is a claim
			}
		}
		if broken {
			broken = false
			pending = nil
			if p.before.kind == tRelation {
				s.Terms = append(s.Terms, r.lonely(p.tokens))
				s.Relations = nil
				flush()
				continue
			}
		}
		// An arrow between two statements parts them.
		if pending != nil && relationNames[pending.before.text] == formula.Becomes && r.Dialect != Own && startsStatement(pieces, i) {
			flush()
			pending, arrow = nil, true
		}
		r.behind = len(s.Terms) > 0 || pending != nil
		r.result = len(s.Terms) > 1 || len(s.Terms) > 0 && s.Continues
		r.left = i+1 < len(pieces) && pieces[i+1].before.kind == tRelation
		terms := r.terms(p.tokens, r.left, pending != nil || len(s.Terms) > 0)
		for j, t := range terms {
			if j > 0 { // the text between parts two statements
				flush()
				pending = nil
			}
			switch {
			case pending != nil && len(s.Terms) > 0:
				s.Relations = append(s.Relations, relationNames[pending.before.text])
			case pending != nil:
				s.Continues, s.First = true, relationNames[pending.before.text]
			case len(s.Terms) > 0:
				flush()
			}
			if len(s.Terms) == 0 {
				s.Arrow = arrow
			}
			s.Terms = append(s.Terms, t)
			pending, arrow = nil, false
		}
	}
	flush()
	return out
}

// isDecimal says whether tokens are one number with a point.
func isDecimal(tokens []token) bool {
	return len(tokens) == 1 && tokens[0].kind == tNumber && strings.Contains(tokens[0].text, ".")
}

// lonely reads a term that no relation that is read belongs to.
func (r Reader) lonely(tokens []token) Term { return r.term(tokens) }

// startsStatement says whether the piece at i is the left side of an equation of its own.
func startsStatement(pieces []piece, i int) bool {
	if i+1 >= len(pieces) {
		return false
	}
	for j := i + 1; j < len(pieces); j++ {
		b := pieces[j].before
		switch {
		case b.kind == tRelation:
			return b.text == "=" || b.text == "≈"
		case b.kind == tOp: // &
		default:
			return false
		}
	}
	return false
}

// terms reads a run of tokens that stands between relations: one term, or, where words stand between, the term that ends
// a statement and the one that begins the next.
func (r Reader) terms(tokens []token, left, right bool) []Term {
	if t, ok := r.powerAlone(tokens); ok {
		return []Term{t}
	}
	t := r.term(tokens)
	if t.Err == nil || r.Dialect == Own {
		return []Term{t}
	}
	if r.Dialect == TeX {
		return []Term{t}
	}
	var out []Term
	rest := 0
	if right { // the longest beginning that is a formula ends the statement before
		p := r.parser(tokens)
		e, err := p.expression(precSum)
		if err == nil && p.endsAt() {
			e, literals, err := p.finish(e)
			if err == nil {
				out = append(out, Term{Expr: e, Literals: literals, Start: tokens[0].start, End: tokens[p.at-1].end})
				rest = p.at
			}
		}
		if rest == 0 {
			out = append(out, t)
			if !left {
				return out
			}
		}
	}
	if left { // the longest ending that is a formula begins the next
		if s, ok := r.label(tokens[rest:]); ok {
			return append(out, s)
		}
		if s, ok := r.ending(tokens[rest:]); ok {
			return append(out, s)
		}
		if len(out) == 0 || rest > 0 {
			return append(out, Term{Start: tokens[rest].start, End: tokens[len(tokens)-1].end, Err: t.Err})
		}
	}
	if len(out) == 0 {
		return []Term{t}
	}
	return out
}

// endsAt says whether the formula that was read may end where the parser stands: before a word, a bracket with words, a
// mark of punctuation, but not before a sign of calculation.
func (p *parser) endsAt() bool {
	t := p.peek()
	switch t.kind {
	case tEnd, tText, tBreak, tSeparator:
		return true
	case tName:
		return t.space || !p.isAtomName(p.at)
	case tOther:
		return t.text != "±" && t.text != "…"
	case tOp:
		return t.text == "(" || t.text == "[" || t.text == "-" && t.space && p.tok(p.at+1).space || t.text == "!" || t.text == ")" || t.text == "]" || t.text == "|"
	}
	return false
}

// maxEnding bounds how many tokens are tried as the beginning of a formula's left side.
const maxEnding = 60

// ending reads the longest ending of tokens that is a formula; or else the last words as a name of several words.
func (r Reader) ending(tokens []token) (Term, bool) {
	from := max(0, len(tokens)-maxEnding)
	p := r.parser(tokens)
	for i := from; i < len(tokens); i++ {
		t := tokens[i]
		if t.kind == tName && r.Dialect == Plain && !p.isAtomName(i) {
			if p.at = i; r.Symbol == nil || i+1 == len(tokens) || tokens[i+1].kind != tName && tokens[i+1].kind != tNumber {
				continue // a word; it may begin a name of several words
			}
			if _, n := p.phrase(); n < 2 {
				continue
			}
		}
		if t.kind == tOp && (t.text == "+" || t.text == "*" || t.text == "/" || t.text == ")" || t.text == "]" || t.text == "}" || t.text == "×") || t.kind == tOther {
			continue
		}
		if i > 0 && t.kind == tNumber && tokens[i-1].kind == tName && i == len(tokens)-1 && !strings.Contains(t.text, ".") {
			break // Lifter 1 is a name
		}
		if i > 0 && tokens[i-1].kind == tOp && tokens[i-1].text != ")" && tokens[i-1].text != "]" && tokens[i-1].text != "'" {
			continue // what stands behind an operator is no whole side
		}
		if i > 0 && !t.space && tokens[i-1].kind == tName && t.kind != tName {
			continue
		}
		term := r.term(tokens[i:])
		if term.Err == nil {
			if _, bare := term.Expr.(formula.Number); bare && i > 0 && tokens[i-1].kind == tName && !strings.Contains(t.text, ".") {
				break
			}
			if i > 0 && t.space {
				term = aggregate(term, tokens[i-1], tokens[i:])
			}
			return term, true
		}
	}
	return phraseTerm(tokens)
}

// aggregates are words before a name that make another quantity of it: sum A is not A.
var aggregates = wordSet(`sum Sum total Total mean Mean average Average avg median Median var Var variance sd SD std Std`)

// aggregate makes the name of a sum, a mean and so on of the name that a term is, or of its power.
func aggregate(term Term, before token, tokens []token) Term {
	if before.kind != tName {
		return term
	}
	accent := accentCommands[before.text]
	if accent == "" && !aggregates[before.text] {
		return term
	}
	base := term.Expr
	if power, ok := base.(formula.Binary); ok && power.Op == formula.Pow {
		base = power.X
	}
	index, indexed := base.(formula.Index)
	if indexed {
		base = index.X
	}
	symbol, ok := base.(formula.Symbol)
	if !ok {
		return term
	}
	if accent == "" {
		name := before.text + " "
		for _, t := range tokens {
			name += t.text
		}
		return Term{Expr: formula.Symbol{Name: name}, Names: term.Names, Start: before.start, End: term.End}
	}
	if _, power := term.Expr.(formula.Binary); power {
		return term
	}
	symbol.Name += accent // bar x_1 in AsciiMath
	term.Start = before.start
	if term.Expr = symbol; indexed {
		term.Expr = formula.Index{X: symbol, At: index.At}
	}
	return term
}

// fillers are words that are no part of a quantity's name.
var fillers = wordSet(`the The a an A An is are so So and And of with With where Where then Then thus Thus hence Hence our Our for For
	at At in In gives get we We if If let Let to by from as that Since since Therefore therefore which be it It this This total
	value der die das und el la los las de del y con es le les et`)

// phraseTerm takes the last words as the name of a quantity.
func phraseTerm(tokens []token) (Term, bool) {
	end := len(tokens)
	start := end
	for start > 0 && end-start < 4 {
		t := tokens[start-1]
		if t.kind == tName || t.kind == tNumber && start == end && start > 1 && tokens[start-2].kind == tName && !strings.Contains(t.text, ".") {
			start--
			continue
		}
		break
	}
	for start < end && (fillers[tokens[start].text] || tokens[start].kind != tName) {
		start++
	}
	if start == end || start > 0 && tokens[start-1].kind == tOp && strings.Contains("+-*/×^_", tokens[start-1].text) {
		return Term{}, false
	}
	name := tokens[start].text
	for _, t := range tokens[start+1 : end] {
		name += " " + t.text
	}
	return Term{Expr: formula.Symbol{Name: name}, Start: tokens[start].start, End: tokens[end-1].end}, true
}
