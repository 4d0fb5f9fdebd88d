package trace

import (
	"context"
	"errors"
	"fmt"

	"longhand/generator/formula"
	"longhand/generator/number"
)

// Given is a value that the problem states, with its numbers as they were typed, entry by entry.
type Given struct {
	Name  string
	Value Value
	Typed []string
}

// Step is one quantity: a given one, or an equation with the steps that it uses.
type Step struct {
	Name     string
	Equation formula.Equation // the zero Equation for a given quantity
	Typed    []string         // the numbers as typed, for a given quantity
	Value    Value            // at the trace's present precision
	Inputs   []*Step          // the quantities that the equation uses, each once, in order of first use
}

// IsGiven says whether the problem states the quantity.
func (s *Step) IsGiven() bool { return s.Equation.Body == nil }

// Trace is all quantities of a worked example in the order in which they are computed, the given ones first.
type Trace struct {
	Steps []*Step

	byName map[string]*Step
	bits   uint
	next   uint // the precision to try after the present one, if that is more than twice as much
	limit  uint
	ctx    context.Context
}

// firstBits is the precision that a trace begins with: enough for 16 digits and some cancellation. leastLimit is the
// precision up to which a question is pursued at least; one that is open then, as whether a difference of equal
// irrational numbers is 0, has no answer by computing.
const (
	firstBits  = 128
	leastLimit = 1 << 13
)

// Run computes the equations in order, each from the given quantities and those before it. A name that is defined
// twice, or used before it is defined, is an error. ctx stops long computations.
func Run(ctx context.Context, given []Given, program []formula.Equation) (*Trace, error) {
	t := &Trace{byName: map[string]*Step{}, bits: firstBits, limit: leastLimit, ctx: ctx}
	for _, g := range given {
		if err := t.add(&Step{Name: g.Name, Typed: g.Typed, Value: g.Value}); err != nil {
			return nil, err
		}
	}
	for _, e := range program {
		s := &Step{Name: e.Name, Equation: e}
		for _, name := range formula.Symbols(e.Body) {
			input, ok := t.byName[name]
			if !ok && formula.Constants[name] {
				continue
			}
			if !ok {
				return nil, fmt.Errorf("%s needs %s, which is not defined before it", e.Name, name)
			}
			s.Inputs = append(s.Inputs, input)
		}
		if err := t.add(s); err != nil {
			return nil, err
		}
	}
	return t, t.compute()
}

func (t *Trace) add(s *Step) error {
	if t.byName[s.Name] != nil {
		return fmt.Errorf("%s is defined twice", s.Name)
	}
	t.byName[s.Name] = s
	t.Steps = append(t.Steps, s)
	return nil
}

// Step finds a quantity by name.
func (t *Trace) Step(name string) (*Step, bool) {
	s, ok := t.byName[name]
	return s, ok
}

// Bits is the present working precision.
func (t *Trace) Bits() uint { return t.bits }

// compute evaluates every equation at the present precision, and at a higher one where that leaves a question open,
// such as whether a divisor is zero.
func (t *Trace) compute() error {
	return number.Refine(t.ctx, t.bits, func(c *number.Context) error {
		t.bits = c.Bits()
		for _, s := range t.Steps {
			if s.IsGiven() {
				continue
			}
			value, err := EvalSigned(c, s.Equation.Body, t.lookup, t.Signs)
			if err != nil {
				return t.failed(c, s, err)
			}
			s.Value = value
		}
		return nil
	})
}

func (t *Trace) lookup(name string) (Value, bool) {
	s, ok := t.byName[name]
	if !ok {
		return Value{}, false
	}
	return s.Value, true
}

// Expect tells Decide that numbers of so many significant digits will be asked for: it goes to the bits that hold them at
// once, and on to at least twice as many.
func (t *Trace) Expect(digits int) {
	bits := uint(digits)*3322/1000 + 64
	t.next, t.limit = max(t.next, bits), max(t.limit, 2*bits)
}

// Decide calls f, which reads values and rounds them. While f returns a *number.UndecidedError, all quantities are
// computed again with twice the precision and f is called again, up to the trace's limit; then the error is returned.
// Values that f keeps must be those of its last call.
func (t *Trace) Decide(f func() error) error {
	for {
		err := f()
		var undecided *number.UndecidedError
		if !errors.As(err, &undecided) || t.bits >= t.limit {
			return err
		}
		t.bits = max(2*t.bits, t.next)
		if err := t.compute(); err != nil {
			return err
		}
	}
}
