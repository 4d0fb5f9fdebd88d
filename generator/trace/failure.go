package trace

import (
	"errors"
	"fmt"

	"longhand/generator/formula"
	"longhand/generator/number"
)

// StepError says that a quantity has no value, or that none can be proven. The steps before it have theirs.
type StepError struct {
	Step *Step
	At   formula.Expr // the operation that failed; nil where it is not known
	Err  error

	settled bool // no precision would help
}

func (e *StepError) Error() string { return fmt.Sprintf("%s: %v", e.Step.Name, e.Err) }

// Unwrap hides an open question that was pursued far enough, so that nobody pursues it further.
func (e *StepError) Unwrap() error {
	if e.settled {
		return nil
	}
	return e.Err
}

// operationError is an error of arithmetic and the operation that it came from.
type operationError struct {
	at  formula.Expr
	err error
}

func (e *operationError) Error() string { return e.err.Error() }
func (e *operationError) Unwrap() error { return e.err }

// placed says which operation an error came from; the innermost one is kept.
func placed(at formula.Expr, err error) error {
	var already *operationError
	if err == nil || errors.As(err, &already) {
		return err
	}
	return &operationError{at, err}
}

// failed makes the error of a step at the precision of c.
func (t *Trace) failed(c *number.Context, s *Step, err error) error {
	e := &StepError{Step: s, Err: err}
	var at *operationError
	if errors.As(err, &at) {
		e.At = at.at
	}
	var large *number.LimitError
	if errors.As(err, &large) && c.Bits() < t.limit { // an enclosure may be too wide for what the number itself allows
		e.Err = &number.UndecidedError{Question: "whether " + large.Error(), Lo: "−∞", Hi: "∞"}
		return e
	}
	var undecided *number.UndecidedError
	e.settled = errors.As(err, &undecided) && c.Bits() >= t.limit
	return e
}
