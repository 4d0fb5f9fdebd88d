package number

import "fmt"

// DomainError says that a function has no value at an argument.
type DomainError struct {
	Function string // "sqrt"
	Argument string // what it was asked for
	Domain   string // where it is defined: "x ≥ 0"
}

func (e *DomainError) Error() string {
	return fmt.Sprintf("%s of %s is not defined: it needs %s", e.Function, e.Argument, e.Domain)
}

// UndecidedError says that an enclosure is too wide for an answer. A higher precision may give one.
type UndecidedError struct {
	Question string // what could not be decided: "the value to 7 places"
	Lo, Hi   string // the enclosure
	Bits     uint   // the last precision tried, where Refine reports it; else 0
}

func (e *UndecidedError) Error() string {
	at := "at this precision"
	if e.Bits > 0 {
		at = fmt.Sprintf("at %d bits", e.Bits)
	}
	return fmt.Sprintf("%s is not decided %s: the value lies in [%s, %s]", e.Question, at, e.Lo, e.Hi)
}

// LimitError says that a number or a request is larger than the package allows.
type LimitError struct {
	What  string // what was too large: "the exponent of 1e999999999"
	Limit string // the limit, in words
}

func (e *LimitError) Error() string { return fmt.Sprintf("%s is too large: %s", e.What, e.Limit) }

// undecided makes the error for x.
func undecided(question string, x Real) error {
	lo, hi := x.bounds()
	return &UndecidedError{Question: question, Lo: lo, Hi: hi}
}
