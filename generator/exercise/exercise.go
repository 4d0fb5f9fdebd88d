// Package exercise makes worksheets out of a problem: variants with fresh numbers that are fit to teach, blanks, keys
// with the tolerance of every answer and what known mistakes would give, sheets that check themselves, and the scan
// that no sheet gives an answer away. It stands on trace, derivation and document: numbers are computed there, prose is
// in templates. Marking has a package of its own below; files and flags belong to the program.
package exercise

import (
	"context"
	"fmt"
	"sync"

	"longhand/generator/document"
	"longhand/generator/problem"
	"longhand/generator/source"
	"longhand/generator/trace"
)

// Compute runs a problem: the equations of its model on its numbers.
type Compute func(context.Context, *problem.Problem) (*document.Example, *trace.Trace, error)

// Exercise is a problem made ready to be varied. It is safe for use by several goroutines at once.
type Exercise struct {
	Problem *problem.Problem
	Seed    uint64

	compute Compute
	space   *space
	order   *shuffle // of the space
	fit     search
	plan    *plan
	version string
	waived  map[string]bool   // layers whose units may be silent: see waive
	varying map[string]bool   // quantities that vary, by their names in a trace
	example *document.Example // of the problem as it stands

	once   sync.Once
	said   *words
	sayErr error
}

// New prepares a problem. Its display says what is asked, and with which values a student goes on. Errors are those of
// computing the problem as it stands.
func New(ctx context.Context, p *problem.Problem, seed uint64, compute Compute) (*Exercise, error) {
	x, t, err := compute(ctx, p)
	if err != nil {
		return nil, err
	}
	e := &Exercise{Problem: p, Seed: seed, compute: compute, version: version(p), example: x, waived: waive(x, t, p.Require)}
	if e.plan, err = newPlan(x, t, p.Display); err != nil {
		return nil, err
	}
	if e.space, err = e.freeSpace(ctx, t); err != nil {
		return nil, err
	}
	e.order, e.varying = newShuffle(e.space.size, seed), e.space.names(t)
	if n := len(e.plan.steps); p.Display.Fade > n {
		return nil, fmt.Errorf("fade is %d, but there are only %d steps to fade", p.Display.Fade, n)
	}
	return e, nil
}

// Steps is the number of steps that can be faded.
func (e *Exercise) Steps() int { return len(e.plan.steps) }

// Fill fills a text about the exercise as a whole.
func (e *Exercise) Fill(main *source.File, data any) ([]byte, error) {
	return e.example.Fill(main, data)
}
