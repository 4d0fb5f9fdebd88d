package exercise

import (
	"context"

	"github.com/shopspring/decimal"

	"longhand/generator/document"
	"longhand/generator/problem"
	"longhand/generator/trace"
)

// Variant is an exercise with numbers: a student sheet and its key.
type Variant struct {
	Exercise *Exercise
	Number   int
	ID       string
	Problem  *problem.Problem
	Example  *document.Example
	Answers  []*Answer // of the blanks, in the order of the sheet

	ctx     context.Context
	trace   *trace.Trace
	printed map[string]trace.Value // what a student who follows the rule has, by quantity
	shown   map[string][]Shown     // the same, as it is printed
	given   map[string]bool        // digits of the numbers that the sheet gives; nil before they are asked for
	told    map[[2]string]bool     // step and kind of mistake: whether an answer gives the mistake away
}

// Answer is what belongs into a blank.
type Answer struct {
	Number    int    // of the blank, from 1
	Name      string // W1_new[1,2]
	Symbol    string // TeX
	Key       Shown
	Tolerance decimal.Decimal // how far an answer that follows the rule may be off
	Exact     Shown           // the key without any rounding on the way; the same as Key where full values are carried
	Mistakes  []Wrong

	blank *blank
}

// Strays says whether going on with rounded values leads away from the exact one.
func (a *Answer) Strays() bool { return a.Key.Text != a.Exact.Text }

// Apart is how far.
func (a *Answer) Apart() decimal.Decimal { return a.Key.Value.Sub(a.Exact.Value).Abs() }

// Wrong is an answer that a mistake gives.
type Wrong struct {
	Kinds []string // of mistakes, all of which give it
	Value Shown
}

// firstBits is the precision that values are first computed with.
const firstBits = 128
