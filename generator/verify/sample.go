package verify

import (
	"strings"

	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/tex"
	"longhand/generator/trace"
)

// Statistics list their data as numbers in a row, 9.6, 10.1, 10.5, 9.9, and sum over them under a letter that they never give
// them: Σx = 40.1. Where the sum shows which letter it is, that stands for the data from then on.

// noteSample keeps the numbers of the longest list in a passage as the data that a Σ may be about.
func (f *flow) noteSample(p *passage, statements []tex.Statement) {
	if p.kind != prose {
		return
	}
	var list, best []number.Real
	for _, s := range statements {
		x, ok := f.loneValue(p, s)
		if !ok {
			list = nil
			continue
		}
		if list = append(list, x); len(list) > len(best) {
			best = list
		}
	}
	if len(best) < minSample {
		return
	}
	for _, key := range f.sampled {
		delete(f.columns, key) // these are other data
	}
	f.sampled = nil
	f.sample = &trace.Value{Shape: formula.Shape{Rows: len(best), Cols: 1}, Items: best}
}

// minSample is how many numbers in a row are data.
const minSample = 4

// loneValue is the number that a statement consists of.
func (f *flow) loneValue(p *passage, s tex.Statement) (number.Real, bool) {
	if len(s.Terms) != 1 || s.Terms[0].Expr == nil || len(s.Terms[0].Literals) != 1 {
		return number.Real{}, false
	}
	e := lift(s.Terms[0])
	_, negative, ok := signed(e)
	if !ok {
		return number.Real{}, false
	}
	n, err := parsePrinted(s.Terms[0].Literals[0].Text, negative)
	return n.value, err == nil
}

// ofSample judges a number that is said to be a sum over a letter without values, or the mean of one, by the data.
func (f *flow) ofSample(ch *chain, claims []*Claim) bool {
	if f.sample == nil || len(claims) != 1 || len(ch.terms) == 0 || ch.terms[0] == nil || claims[0].number.digits < 2 {
		return false
	}
	t := *ch.terms[0]
	letter := ""
	if name, ok := isName(t.lifted); ok {
		letter, ok = strings.CutSuffix(name, "bar")
		if !ok || len(letter) != 1 {
			return false
		}
		letter = strings.ToLower(letter)
		t.lifted = formula.Call{Func: "mean", Args: []formula.Expr{formula.Symbol{Name: letter}}}
		t.symbols = []string{letter}
	} else if letter, ok = f.summed(&t); !ok {
		return false
	}
	before, known := f.columns[letter]
	f.columns[letter] = *f.sample
	trial := *claims[0]
	f.certain = true
	f.judge(&trial, []part{whole(&t)})
	f.certain = false
	fits := trial.Verdict != Wrong && trial.Verdict != Unjudged
	switch {
	case fits && !known:
		f.sampled = append(f.sampled, letter)
	case !known:
		delete(f.columns, letter)
	default:
		f.columns[letter] = before
	}
	if !fits && !f.isSlip(&trial, true) {
		return false
	}
	*claims[0] = trial
	return true
}

// summed is the one letter without a value that a formula sums over.
func (f *flow) summed(t *term) (string, bool) {
	isSum := false
	formula.Walk(t.lifted, func(e formula.Expr) bool {
		switch e := e.(type) {
		case formula.Sum:
			isSum = true
		case formula.Call:
			isSum = isSum || e.Func == "sum"
		}
		return !isSum
	})
	letter := ""
	for _, key := range t.symbols {
		if q := f.quantities[key]; q != nil && (q.claims != nil || q.formula != nil || q.pending != nil) {
			continue
		}
		if letter != "" || len([]rune(key)) != 1 {
			return "", false
		}
		letter = key
	}
	return letter, isSum && letter != ""
}
