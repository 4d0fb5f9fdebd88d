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
	applied   application // what the functions of the article are applied to

	claims         []*Claim
	unread         []Unread
	notes          []string
	quantities     map[string]*quantity
	functions      map[string]ownFunction
	byValue        map[string][]*Claim
	columns        map[string]trace.Value // of data, by the letters in their heads
	sample         *trace.Value           // the last list of data in the text
	sampled        []string               // the letters of columns that stand for it
	written        map[string]written
	lists          [][]*Claim       // the values of several entries, in order
	printedAt      map[string][]int // where the article prints each number
	at             int              // the passage
	depth          int
	chain          *chain // the last one, with which a line that begins with = goes on
	open           []suspicion
	gaps           []gap // of the chain
	alone          []loneNumber
	operands       []span                   // the numbers in computations
	carried        *formula.Relation        // with which the text before the next formula ends
	bindings       []string                 // names in the order in which they were given values
	certain        bool                     // what is judged is known to be the value of its formula
	masked         bool                     // a softmax is being computed
	results        *term                    // the last list of results
	recent         []*term                  // computations without a printed result
	cells          []cellResult             // the numbers of the table being read that stand alone in their cells
	head           map[int]bool             // the columns of the table being read that hold values
	known          map[string][]number.Real // true values from outside
	guesses        int
	culprits       int  // how often the misprint in a formula was looked for
	exercise       int  // the passage in which the first exercise begins; 0 where none has begun
	level          int  // of its heading
	continued      int  // how many lines in a row have gone on with the one before
	degrees        bool // angles are read as degrees
	commas         bool // commas are decimal commas, although the marks of the article do not show it
	lostPowers     bool // superscripts were lost: (3-1)2 is a square
	signedBase     bool // brackets were left out: -2^2 is the square of −2
	unitless       bool // numbers are taken without their units
	usedTrig       bool // the last formula computed holds a function of an angle
	log            logarithm
	computed       map[computed]trace.Value // values of names that formulas give, while these do not change
	headedMatrices []headedMatrix           // that stand alone
	tries          int                      // numbers of the text that were put in for unknown ones
	doubted        bool                     // formulas that follow from the article's own do not give its numbers
	defined        []string                 // the names that have formulas of the forward pass
	usual          *int                     // the decimals that most results have, where they were counted
	taken          map[string]int           // how often names stand in formulas of the forward pass
	text           []*Claim                 // the different numbers of the article, where they were asked for
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
		spellings: newSpellings(), applied: newApplication(), words: newVocabulary()}
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
	f.listTotals()
	f.conclude()
	f.listDropped()
}

// conclude judges what only the whole article tells.
func (f *flow) conclude() {
	defer f.survive(nowhere(""))
	learner := f.learner()
	restore := f.rewind(learner)
	f.late(learner)
	restore()
	f.outcomes(learner)
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
	f.noteSample(p, statements)
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
