// Package verify examines worked examples that somebody else wrote. It reads an article's formulas, recomputes every
// printed number from the digits shown and from the article's own definitions, and says which numbers are right, to how
// many digits, which are not, and why.
//
// Reading parts an article into passages (markdown.go, texfile.go, htmlfile.go), the flow runs through their statements in
// order and keeps what each symbol last was (flow.go, statement.go, finish.go, quantity.go), alignment finds for every printed number what it is
// said to equal (align.go, pair.go), and judging compares (judge.go). Reports have one file each. The package knows nothing of problems,
// models and documents, so that it cannot inherit the generator's mistakes.
package verify

import (
	"sort"

	"longhand/generator/source"
	"longhand/generator/tex"
)

// Verdict is what became of a claim.
type Verdict string

// The verdicts. Only Wrong fails an article.
const (
	Exact        Verdict = "exact"         // what the shown operands give, exactly
	Rounded      Verdict = "rounded"       // what the shown operands give, correctly rounded
	Truncated    Verdict = "truncated"     // cut instead of rounded
	Carried      Verdict = "carried"       // follows from the rounded operands shown, but is not the exact value's rounding
	HiddenDigits Verdict = "hidden-digits" // more digits were used than are shown
	Wrong        Verdict = "wrong"         // no reading of the shown operands gives it
	Given        Verdict = "given"         // the article states it, and nothing in the article computes it
	Unjudged     Verdict = "unread"        // seen and not understood
)

// Verdicts are all of them in the order of reports.
var Verdicts = []Verdict{Exact, Rounded, Truncated, Carried, HiddenDigits, Wrong, Given, Unjudged}

// Claim is a printed number and the thing it is said to equal.
type Claim struct {
	Start, End int    // the place of the printed number, in bytes
	Text       string // the formula that it stands in
	Printed    string // the number as printed
	Relation   string // "=", "≈", "repeats" where the article gave the number before, "trained" where its training does, "alone" where nothing gives it
	Symbol     string // the name that it is the value of, where it has one
	Verdict    Verdict
	Local      string // what the digits shown give
	Global     string // what the article's own definitions and given values give
	Digits     int    // how many significant digits of the printed number are right; −1 where that is not known
	Cause      string // a guess at what went wrong
	Remark     string // anything else worth saying
	Fix        string // what should stand instead of Printed, where something should
	First      *Claim // the wrong number that this one comes from
	Heirs      []*Claim

	number  printed
	local   real // unknown where nothing on its line computes it
	global  real // unknown where nothing gives it
	from    []*Claim
	copies  []span // where the number is used as an operand
	derived bool   // the article computes it
	formula part   // what it was compared with
	refs    []part // what it is said to equal, the nearest first
	entries int    // how many numbers the value has that it belongs to
	rooted  bool
	named   bool // a table names it as the result of the text that it repeats
	late    bool // it was judged when the whole article was known
	// supplied says that it was judged by a formula that is not the article's own
	supplied bool
	// contradicted says that the names in its formula give it, and the numbers put in for them do not
	contradicted bool
	more         int // decimals that Fix has more than Printed, where a digit was dropped
	// sound says that it is the formula before it that is misprinted; the article goes on with the right number
	sound  bool
	origin *Claim
	unit   tex.Unit
	loose  bool // its sign stands apart from its digits, which are all that the place covers
}

// span is a place in the file.
type span struct{ start, end int }

// Unread is a formula or number that was seen and not understood.
type Unread struct {
	Start, End int
	Text       string
	Reason     string
}

// Report is what the examination of one article found.
type Report struct {
	File   *source.File
	Claims []*Claim
	Unread []Unread
	Notes  []string
}

// True is a value that is known from outside, for the option Given: the name, and its decimals in row-major order to more
// digits than any article prints.
type True struct {
	Name       string
	Rows, Cols int
	Values     []string
}

// Options changes what is examined.
type Options struct {
	Given []True // the true values of the quantities, by name
	// Digits is how many digits of the true value are shown beside each claim; 0 shows as many as are of use.
	Digits int
}

// Verify examines an article. It never fails: what cannot be read is listed.
func Verify(file *source.File, options Options) *Report {
	f := flowThrough(file, options)
	f.inherit()
	sort.SliceStable(f.claims, func(i, j int) bool { return f.claims[i].Start < f.claims[j].Start })
	sort.SliceStable(f.unread, func(i, j int) bool { return f.unread[i].Start < f.unread[j].Start })
	return &Report{File: file, Claims: f.claims, Unread: f.unread, Notes: f.notes}
}

// Count is the number of claims of each verdict; what was not read counts as Unjudged.
func (r *Report) Count() map[Verdict]int {
	n := map[Verdict]int{Unjudged: len(r.Unread)}
	for _, c := range r.Claims {
		n[c.Verdict]++
	}
	return n
}

// Fails says whether the article has wrong numbers; strict counts those too that only hidden or cut digits explain.
func (r *Report) Fails(strict bool) bool {
	for _, c := range r.Claims {
		switch c.Verdict {
		case Wrong:
			return true
		case Truncated, Carried, HiddenDigits:
			if strict {
				return true
			}
		}
	}
	return false
}
