package exercise

import (
	"context"
	"errors"

	"github.com/shopspring/decimal"

	"longhand/generator/exercise/work"
	"longhand/generator/number"
	"longhand/generator/problem"
	"longhand/generator/trace"
)

// Shown is a number as it is printed.
type Shown struct {
	Text  string
	Value decimal.Decimal // what the digits say
	Exact bool            // the decimal is the value itself
}

// Sign stands before the number, as TeX: = where the decimal is the value itself, ≈ where it is rounded.
func (s Shown) Sign() string {
	if s.Exact {
		return "="
	}
	return `\approx`
}

// GuardPlaces are the places, beyond the asked ones, to which someone who goes on with full values must at least keep
// what is worked out on the way: what a display of ten digits shows.
const GuardPlaces = 3

// show rounds to the asked places, as a derivation does. tooSmall says that nothing but zeros would be left, tie that the
// number lies in the middle between two roundings.
func (v *Variant) show(x number.Real) (s Shown, tie, tooSmall bool, err error) {
	places, mode := v.Problem.Display.Places, v.Problem.Display.Rounding
	if d, ok := x.Decimal(); ok && int(-d.Exponent()) <= places {
		return Shown{d.String(), d, true}, false, false, nil
	}
	d, err := x.Places(places, mode)
	if err != nil {
		return s, false, false, err
	}
	if r, ok := x.Rat(); ok { // exact: a tie is a half in the place behind the last
		scaled := r.Mul(r, pow10(places))
		tie = scaled.Denom().IsInt64() && scaled.Denom().Int64() == 2
	}
	return Shown{d.StringFixed(int32(places)), d, false}, tie, d.IsZero(), nil
}

// answer computes what belongs into the blanks, with tolerances and mistakes. It gives the demand that the numbers do
// not meet.
func (v *Variant) answer(ctx context.Context) (string, error) {
	v.printed, v.shown = map[string]trace.Value{}, map[string][]Shown{}
	for _, s := range v.trace.Steps {
		if s.IsGiven() {
			v.printed[s.Name] = s.Value
		}
	}
	exact := map[string][]Shown{}
	rounded := v.Problem.Display.Carry == problem.CarryRounded
	for _, s := range v.Exercise.plan.steps {
		trueStep, _ := v.trace.Step(s.name)
		var list []Shown
		demand, err := v.decided(func() (string, error) {
			list = list[:0]
			return v.showAll(&list, trueStep.Value.Items, !rounded)
		})
		if demand != "" || err != nil {
			return demand, err
		}
		exact[s.name] = list
		if rounded {
			var own []Shown
			demand := ""
			err := number.Refine(ctx, firstBits, func(c *number.Context) (err error) {
				own = own[:0]
				values := make([]number.Real, len(s.entries))
				for i, piece := range s.entries {
					if values[i], err = piece.Value(c, v.lookup); err != nil {
						return err
					}
				}
				demand, err = v.showAll(&own, values, true)
				return err
			})
			if demand, err = unmet(demand, err); demand != "" || err != nil {
				return demand, err
			}
			list = own
		}
		v.shown[s.name] = list
		v.printed[s.name] = valueOf(trueStep.Value, list)
	}
	return v.fill(ctx, exact)
}

// showAll shows numbers and checks that they can be asked for; results must not be ties.
func (v *Variant) showAll(list *[]Shown, values []number.Real, results bool) (string, error) {
	for _, x := range values {
		s, tie, tooSmall, err := v.show(x)
		switch {
		case err != nil:
			return "", err
		case tooSmall:
			return demandVisible, nil
		case tie && results && v.mayNotTie():
			return demandTies, nil
		}
		*list = append(*list, s)
	}
	return "", nil
}

// mayNotTie says whether a result on a tie makes numbers unfit. Where printed digits are gone on with, ties are part of the
// matter: a learning rate of 0.5 makes one of every second odd digit. The sheet says then what becomes of a 5, and a tolerance
// holds both roundings. So only a problem file can ask that there be none.
func (v *Variant) mayNotTie() bool {
	r := v.Problem.Require
	return r.NoTies && (r.NoTiesStated || !v.rounded())
}

// decided calls f with more and more precision. What no precision decides, such as a difference of equal irrational
// numbers, cannot be asked for.
func (v *Variant) decided(f func() (string, error)) (demand string, err error) {
	err = v.trace.Decide(func() (err error) {
		demand, err = f()
		return err
	})
	return unmet(demand, err)
}

// unmet turns errors of arithmetic into the demand that there be a value.
func unmet(demand string, err error) (string, error) {
	var undecided *number.UndecidedError
	var domain *number.DomainError
	if errors.As(err, &undecided) || errors.As(err, &domain) {
		return demandValue, nil
	}
	return demand, err
}

func valueOf(like trace.Value, list []Shown) trace.Value {
	items := make([]number.Real, len(list))
	for i, s := range list {
		items[i] = number.FromDecimal(s.Value)
	}
	return trace.Value{Shape: like.Shape, Items: items}
}

// lookup gives the values with which a student who follows the rule goes on, as printed.
func (v *Variant) lookup(name string) (trace.Value, bool) {
	x, ok := v.printed[name]
	return x, ok
}

// truth gives the true values.
func (v *Variant) truth(name string) (trace.Value, bool) {
	s, ok := v.trace.Step(name)
	if !ok {
		return trace.Value{}, false
	}
	return s.Value, true
}

// carried gives the values that a step starts from: printed digits or true values, as the rule says.
func (v *Variant) carried() work.Lookup {
	if v.Problem.Display.Carry == problem.CarryRounded {
		return v.lookup
	}
	return v.truth
}

// fill makes the answers.
func (v *Variant) fill(ctx context.Context, exact map[string][]Shown) (string, error) {
	v.told = map[[2]string]bool{}
	c := number.NewContext(firstBits)
	spread, err := v.spreads(c)
	if err != nil {
		return unmet("", err)
	}
	for _, b := range v.Exercise.plan.blanks {
		a := &Answer{Number: b.number, Name: b.name, Symbol: b.symbol, blank: b}
		if b.isResult {
			a.Key, a.Exact = v.shown[b.step.name][b.entry], exact[b.step.name][b.entry]
		} else if demand, err := v.showPiece(ctx, b, a); demand != "" || err != nil {
			return demand, err
		}
		if a.Tolerance, err = v.tolerance(c, b, a.Key, spread); err != nil {
			return unmet("", err)
		}
		if demand, err := v.mistakes(c, a); demand != "" || err != nil {
			return demand, err
		}
		v.Answers = append(v.Answers, a)
	}
	return v.mistakesDiffer(), nil
}

// showPiece shows what is worked out on the way to a result.
func (v *Variant) showPiece(ctx context.Context, b *blank, a *Answer) (string, error) {
	compute := func(into *Shown, lookup work.Lookup) func(*number.Context) (string, error) {
		return func(c *number.Context) (string, error) {
			x, err := b.piece.Value(c, lookup)
			if err != nil {
				return "", err
			}
			var list []Shown
			demand, err := v.showAll(&list, []number.Real{x}, false)
			if len(list) == 1 {
				*into = list[0]
			}
			return demand, err
		}
	}
	f := compute(&a.Exact, v.truth)
	demand, err := v.decided(func() (string, error) { return f(number.NewContext(v.trace.Bits())) })
	if a.Key = a.Exact; demand != "" || err != nil || v.Problem.Display.Carry == problem.CarryExact {
		return demand, err
	}
	f = compute(&a.Key, v.lookup)
	err = number.Refine(ctx, firstBits, func(c *number.Context) (err error) {
		demand, err = f(c)
		return err
	})
	return unmet(demand, err)
}
