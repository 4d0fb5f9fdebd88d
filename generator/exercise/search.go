package exercise

import (
	"context"
	"errors"
	"math/big"
	"sync"

	"longhand/generator/trace"
)

// MostVariants bounds the variants of an exercise.
const MostVariants = 1_000_000

// search remembers which combinations are fit to teach, as far as a small space has been searched.
type search struct {
	mutex sync.Mutex
	found []int64 // places in the shuffled space, in order: that of variant 1 first
	next  int64   // the first place that has not been looked at
}

// Variant finds numbers that are fit to teach for a variant, from 1. Combinations of numbers are tried in the order that
// the seed decides, each for one variant only, so that no two variants have the same numbers. Where the space is large
// every variant has a run of its own, as long as the permitted tries; where it is not, the variants are the fit
// combinations in order, and those before must be known. Either way a variant depends on problem, seed and its number
// alone.
//
// The error is an *UnfitError where none of the permitted tries gives fit numbers, and an *ExhaustedError where fewer
// combinations are fit than variants are asked for.
func (e *Exercise) Variant(ctx context.Context, n int) (*Variant, error) {
	if e.isLarge() {
		return e.own(ctx, n)
	}
	e.fit.mutex.Lock()
	defer e.fit.mutex.Unlock()
	if n <= len(e.fit.found) {
		v, _, err := e.attempt(ctx, n, big.NewInt(e.fit.found[n-1]))
		return v, err
	}
	for {
		v, err := e.advance(ctx)
		if err != nil || len(e.fit.found) == n {
			return v, err
		}
	}
}

// isLarge says whether every variant has as many combinations for itself as tries are permitted.
func (e *Exercise) isLarge() bool {
	enough := new(big.Int).Mul(big.NewInt(MostVariants), big.NewInt(int64(e.Problem.Require.Tries)))
	return e.space.size.Cmp(enough) >= 0
}

// own searches the run of combinations that belongs to a variant.
func (e *Exercise) own(ctx context.Context, n int) (*Variant, error) {
	tries := e.Problem.Require.Tries
	unfit := &UnfitError{Variant: n, failed: map[string]int{}}
	place := new(big.Int).Mul(big.NewInt(int64(n-1)), big.NewInt(int64(tries)))
	for ; unfit.Tries < tries; unfit.Tries++ {
		v, demand, err := e.attempt(ctx, n, place)
		if err != nil || demand == "" {
			return v, err
		}
		unfit.failed[demand]++
		place.Add(place, big.NewInt(1))
	}
	return nil, located(e.Problem, unfit)
}

// advance finds the next variant of a small space.
func (e *Exercise) advance(ctx context.Context) (*Variant, error) {
	n := len(e.fit.found) + 1
	unfit := &UnfitError{Variant: n, failed: map[string]int{}}
	for place := e.fit.next; unfit.Tries < e.Problem.Require.Tries; place++ {
		if e.space.size.Cmp(big.NewInt(place)) <= 0 {
			if n == 1 {
				return nil, located(e.Problem, unfit)
			}
			return nil, located(e.Problem, &ExhaustedError{Size: e.space.size, Fit: n - 1})
		}
		v, demand, err := e.attempt(ctx, n, big.NewInt(place))
		if err != nil {
			return nil, err
		}
		if unfit.Tries++; demand == "" {
			e.fit.found, e.fit.next = append(e.fit.found, place), place+1
			return v, nil
		}
		unfit.failed[demand]++
	}
	return nil, located(e.Problem, unfit)
}

// Room is an error where so many variants cannot differ, whatever is fit.
func (e *Exercise) Room(variants int) error {
	if e.space.size.Cmp(big.NewInt(int64(variants))) < 0 {
		return located(e.Problem, &ExhaustedError{Size: e.space.size, Fit: -1})
	}
	return nil
}

// attempt computes one combination and gives the demand that it does not meet, "" where it meets all.
func (e *Exercise) attempt(ctx context.Context, n int, place *big.Int) (*Variant, string, error) {
	if err := ctx.Err(); err != nil {
		return nil, "", err
	}
	p := e.space.at(e.order.at(place))
	x, t, err := e.compute(ctx, p)
	var valueless *trace.StepError
	if ctx.Err() == nil && errors.As(err, &valueless) {
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
