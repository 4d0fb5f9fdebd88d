package exercise

import (
	"context"
	"errors"

	"github.com/shopspring/decimal"

	"longhand/generator/document"
	"longhand/generator/number"
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

// Variant draws the numbers of a variant, from 1, until they are fit to teach. The error is an *UnfitError where none
// of the permitted tries gives such numbers.
func (e *Exercise) Variant(ctx context.Context, n int) (*Variant, error) {
	unfit := &UnfitError{Variant: n, Tries: e.Problem.Require.Tries, failed: map[string]int{}}
	for try := range e.Problem.Require.Tries {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		v, demand, err := e.attempt(ctx, n, try)
		if err != nil {
			return nil, err
		}
		if demand == "" {
			return v, nil
		}
		unfit.failed[demand]++
	}
	return nil, unfit.located(e.Problem)
}

// attempt computes one draw and gives the demand that it does not meet, "" where it meets all.
func (e *Exercise) attempt(ctx context.Context, n, try int) (*Variant, string, error) {
	p := e.draw(n, try)
	x, t, err := e.compute(ctx, p)
	var domain *number.DomainError
	if errors.As(err, &domain) {
		return nil, demandValue, nil
	}
	if err != nil {
		return nil, "", err
	}
	v := &Variant{Exercise: e, Number: n, ID: e.ID(n), Problem: p, Example: x, ctx: ctx, trace: t}
	if demand, err := v.beforehand(); demand != "" || err != nil {
		return nil, demand, err
	}
	if demand, err := v.answer(ctx); demand != "" || err != nil {
		return nil, demand, err
	}
	demand, err := v.afterwards()
	return v, demand, err
}
