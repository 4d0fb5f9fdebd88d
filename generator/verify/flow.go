package verify

import (
	"regexp"
	"strings"

	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/source"
	"longhand/generator/tex"
	"longhand/generator/trace"
)

// flow runs through the statements of an article in order, as a reader does.
type flow struct {
	file    *source.File
	options Options
	article *article
	c       *number.Context
	words   vocabulary
	// spellings are the ways to write one name
	spellings spellings

	claims     []*Claim
	unread     []Unread
	notes      []string
	quantities map[string]*quantity
	functions  map[string]ownFunction
	byValue    map[string][]*Claim
	columns    map[string]trace.Value // of data, by the letters in their heads
	written    map[string]written
	lists      [][]*Claim       // the values of several entries, in order
	printedAt  map[string][]int // where the article prints each number
	at         int              // the passage
	depth      int
	chain      *chain // the last one, with which a line that begins with = goes on
	open       []suspicion
	gaps       []gap // of the chain
	alone      []loneNumber
	operands   []span                   // the numbers in computations
	carried    *formula.Relation        // with which the text before the next formula ends
	bindings   []string                 // names in the order in which they were given values
	certain    bool                     // what is judged is known to be the value of its formula
	masked     bool                     // a softmax is being computed
	results    *term                    // the last list of results
	recent     []*term                  // computations without a printed result
	cells      []cellResult             // the numbers of the table being read that stand alone in their cells
	head       map[int]bool             // the columns of the table being read that hold values
	known      map[string][]number.Real // true values from outside
	guesses    int
	exercise   int  // the passage in which the first exercise begins; 0 where none has begun
	level      int  // of its heading
	continued  int  // how many lines in a row have gone on with the one before
	degrees    bool // angles are read as degrees
	commas     bool // commas are decimal commas, although the marks of the article do not show it
	unitless   bool // numbers are taken without their units
	usedTrig   bool // the last formula computed holds a function of an angle
	log        logarithm
	computed   map[computed]trace.Value // values of names that formulas give, while these do not change
	doubted    bool                     // formulas that follow from the article's own do not give its numbers
	defined    []string                 // the names that have formulas of the forward pass
	usual      *int                     // the decimals that most results have, where they were counted
	taken      map[string]int           // how often names stand in formulas of the forward pass
	text       []*Claim                 // the different numbers of the article, where they were asked for
}

// chain is a statement that is being read: its terms so far, and the names that its value belongs to.
type chain struct {
	terms   []*term // nil where one was not read
	names   []string
	passage int
	group   int
	started bool // it has a relation
	// values are the claims of the last term that printed numbers.
	values  []*Claim
	shape   formula.Shape
	valueOf *term
}

// precision is that of all computations: 50 digits, beyond any article's.
const precision = 192

func newFlow(file *source.File, options Options) *flow {
	return &flow{file: file, options: options, c: number.NewContext(precision), quantities: map[string]*quantity{}, functions: map[string]ownFunction{}, byValue: map[string][]*Claim{}, columns: map[string]trace.Value{}, written: map[string]written{},
		spellings: newSpellings(), words: newVocabulary()}
}

func (f *flow) run() {
	f.article = readArticle(f.file.Name, f.file.Text)
	f.article.comma = f.article.comma || f.commas
	f.known = f.truths()
	f.learnColumns()
	f.learn()
	f.learnLog()
	passages := f.article.passages
	for i := 0; i < len(passages); i++ {
		f.at = i
		if passages[i].row >= 0 {
			end := i
			for end < len(passages) && passages[end].row >= 0 && passages[end].group == passages[i].group {
				end++
			}
			f.table(passages[i:end])
			i = end - 1
			continue
		}
		f.passage(&passages[i])
	}
	f.lateNumbers()
	learner := f.learner()
	restore := f.rewind(learner)
	f.late()
	restore()
	f.outcomes(learner)
	f.listDropped()
}

func (f *flow) reader(p *passage) tex.Reader {
	return tex.Reader{Dialect: p.dialect, DecimalComma: f.article.comma,
		Symbol:   func(name string) bool { return f.words.symbols[name] },
		Function: func(name string) bool { return f.words.functions[name] },
		Layered:  func(letter string) bool { return f.words.layered[letter] },
		Labelled: func(name string) bool { return f.words.labelled[name] },
		Used:     func(name string) bool { return f.words.used[name] }}
}

var functionHead = regexp.MustCompile(`^\\?[\pL\\]+(?:[_^](?:\{[^{}]*\}|\w))*\s*(?:\\left|\\big)?\s*\([^()=]*(?:\([^()=]*\))?\)$`)

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
}

// maxPassage bounds what is read as one passage.
const maxPassage = 200_000

// brokenReason says that the examiner itself failed; no article may bring that about.
const brokenReason = "the examiner failed here, which is a mistake of Longhand's"

// survive keeps a mistake of the examiner in one passage from taking the report of all others away.
func (f *flow) survive(p *passage) {
	if r := recover(); r != nil {
		f.depth = 0
		f.chain = nil
		f.notRead(p, 0, len(p.text), brokenReason)
	}
}

// endsInRelation finds the relation that a text ends with, between two formulas: $1/3$ ≈ $0.333$.
var endsInRelation = regexp.MustCompile(`(=|≈|\b(?:equals|entspricht|égale))\s*$`)

func (f *flow) passage(p *passage) {
	defer f.survive(p)
	if len(p.text) > maxPassage {
		f.notRead(p, 0, len(p.text), "a passage of more than 200,000 bytes is not read")
		return
	}
	f.enter(p)
	f.dropLast()
	covered := 0
	carried := f.carried
	f.carried = nil
	if m := endsInRelation.FindStringSubmatch(p.text); m != nil && p.kind == prose {
		r := formula.Equal
		if m[1] == "≈" {
			r = formula.Approx
		}
		f.carried = &r
	}
	statements := f.statements(p)
	for i, s := range statements {
		if i == 0 && carried != nil && p.kind != prose && !s.Continues {
			s.Continues, s.First = true, *carried
		}
		f.statement(p, s)
		if p.dialect != tex.Plain {
			continue
		}
		for _, t := range s.Terms { // what the statement left out is prose
			if t.Start > covered {
				f.numbersInProse(p, covered, firstStart(statements[i+1:], covered, t.Start))
			}
			covered = max(covered, t.End)
		}
	}
	if p.dialect == tex.Plain && covered < len(p.text) {
		f.numbersInProse(p, covered, len(p.text))
	}
}

// firstStart is where the first of the statements between two places begins; to where none does. A legend is read before the
// statement that it stands behind.
func firstStart(statements []tex.Statement, from, to int) int {
	for _, s := range statements {
		if len(s.Terms) == 0 || s.Terms[0].Start >= to {
			break
		}
		if start := s.Terms[0].Start; start >= from {
			return start
		}
	}
	return to
}

func (f *flow) notRead(p *passage, from, to int, reason string) {
	start, end := p.offset(from), p.end(to)
	end = max(start, end)
	text := p.text[from:to]
	if len(text) > 300 {
		text = text[:300]
		text = strings.ToValidUTF8(text, "") + "…"
	}
	f.unread = append(f.unread, Unread{start, end, strings.Join(strings.Fields(text), " "), reason})
}

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

// keepLast keeps the value of a chain for a line that goes on with it, × 3 = 154.
func (f *flow) keepLast(ch *chain) {
	if len(ch.terms) == 0 {
		return
	}
	if t := ch.terms[0]; t != nil && contains(t.symbols, tex.Last) {
		f.continued++
	} else {
		f.continued = 0
	}
	if len(ch.values) == 1 && f.continued < maxContinued {
		f.quantities[tex.Last] = &quantity{key: tex.Last, shape: formula.Scalar, claims: ch.values, passage: f.at}
	}
}

// dropLast forgets the last value where it stands too far before to be gone on with.
func (f *flow) dropLast() {
	if q := f.quantities[tex.Last]; q != nil && f.at-q.passage > maxGap {
		delete(f.quantities, tex.Last)
	}
}

// maxContinued bounds how many lines in a row go on with the one before: exact values grow with every one.
const maxContinued = 20

// maxGap is how many passages may stand between a chain and what goes on with it.
const maxGap = 3

// squareName is the name of a quantity that is written as a square or a cube, R² or χ², of a name that has no value itself.
func (f *flow) squareName(x *term) (string, bool) {
	b, ok := x.lifted.(formula.Binary)
	if !ok || b.Op != formula.Pow {
		return "", false
	}
	name, ok1 := isName(b.X)
	i, ok2 := place(b.Y)
	if !ok1 || !ok2 || x.literals[i].value.Compare(number.FromInt(2)) == number.Less || x.literals[i].value.Compare(number.FromInt(3)) == number.Greater {
		return "", false
	}
	if q := f.quantities[name]; q != nil && (q.claims != nil || q.pending != nil || q.formula != nil) {
		return "", false
	}
	return name + "^" + x.literals[i].text, true
}

// maxDefinitions bounds how many definitions of a name are remembered besides the last.
const maxDefinitions = 8

// finish gives the names of a chain what it says of them.
func (f *flow) finish(ch *chain) {
	f.define(ch)
	f.keepLast(ch)
	f.solveProportion(ch)
	f.keep(ch)
	f.coefficients(ch)
	var symbolic, numeric *term
	defer func() {
		if len(ch.terms) == 0 {
			return
		}
		if t := ch.terms[len(ch.terms)-1]; t != nil && !isValue(t.lifted) && len(t.literals) > 0 {
			f.recent = append(f.recent, t)
		}
	}()
	for i, t := range ch.terms {
		if t == nil || isValue(t.lifted) {
			continue
		}
		if _, ok := isName(t.lifted); ok && len(ch.names) > 0 {
			continue
		}
		if i == 0 && len(ch.names) > 0 && len(t.symbols) > 0 { // 6/3 = x says what x is
			continue
		}
		if len(t.symbols) > 0 {
			if symbolic == nil {
				symbolic = t
			}
		} else if hasLiteral(t) {
			numeric = t
		}
	}
	for i, name := range ch.names {
		q := f.quantity(name)
		own := symbolic != nil && !contains(symbolic.symbols, name)
		if own {
			if q.formula != nil && len(q.others) < maxDefinitions {
				q.others = append(q.others, q.formula)
			}
			q.formula = symbolic
		} else if symbolic != nil {
			q.update = symbolic
		} else if numeric != nil && ch.values != nil {
			q.numeric = numeric
		}
		switch {
		case ch.values != nil:
			f.bind(name, ch.shape, ch.values, ch.valueOf)
		case numeric != nil:
			q.pending, q.claims, q.passage = numeric, nil, f.at
		case symbolic != nil && !own && q.claims == nil:
		}
		if i == 0 && ch.values == nil && numeric == nil && symbolic == nil && len(ch.names) > 1 {
			// y = ŷ: the same quantity under another name
			other := f.quantities[ch.names[1]]
			if other != nil && other.claims != nil && q.claims == nil {
				f.bind(name, other.shape, other.claims, nil)
			}
		}
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func hasLiteral(t *term) bool {
	for _, l := range t.literals {
		if !l.implied {
			return true
		}
	}
	return false
}
