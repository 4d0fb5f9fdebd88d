package exercise

import (
	"math/big"

	"longhand/generator/exercise/work"
	"longhand/generator/number"
	"longhand/generator/trace"
)

// Act is what a simulated student does.
type Act struct {
	// Round moves a number to one that the rule permits: places says to how many it may be rounded.
	Round func(x number.Real, places int) number.Real
	// At and Kind say in which step which mistake is made; Kind "" makes none.
	At, Kind string
}

// Simulate works a variant through as a student does, every piece rounded as the act says, and gives the numbers written
// into the blanks, all of which are results. made says that the mistake could be made and changed an answer.
func (v *Variant) Simulate(c *number.Context, act Act) (answers []*big.Rat, made bool) {
	places := v.Problem.Display.Places
	full := places + GuardPlaces
	if v.rounded() {
		full = places
	}
	has := map[string]trace.Value{}
	for _, s := range v.trace.Steps {
		if s.IsGiven() {
			has[s.Name] = s.Value
		}
	}
	lookup := func(name string) (trace.Value, bool) {
		if x, ok := has[name]; ok {
			return x, true
		}
		return v.truth(name) // what a mistake uses before its time
	}
	var compute func(p *work.Piece) number.Real
	compute = func(p *work.Piece) number.Real {
		x, err := p.Spread(c, work.Rounding{}, lookup, func(q *work.Piece) (number.Real, bool) {
			return act.Round(compute(q), full), true
		})
		if err != nil {
			panic(err)
		}
		return x
	}
	for _, s := range v.Exercise.plan.steps {
		value := trace.Value{Shape: s.shape}
		for i, piece := range s.entries {
			if act.Kind != "" && act.At == s.name {
				if act.Kind == copied {
					x, _ := answerOf(answers, s.blanks[i])
					if x != nil {
						made = true
						answers = append(answers, x)
						value.Items = append(value.Items, number.FromRat(x))
						continue
					}
				}
				for _, m := range s.blanks[i].mistakes {
					if m.kind == act.Kind {
						piece, made = m.piece, true
						break
					}
				}
			}
			x := compute(piece)
			written := act.Round(x, places)
			carried := written
			if !v.rounded() {
				carried = act.Round(x, full)
			}
			value.Items = append(value.Items, carried)
			r, _ := written.Rat()
			answers = append(answers, r)
		}
		has[s.name] = value
	}
	return answers, made
}

func answerOf(answers []*big.Rat, b *blank) (*big.Rat, bool) {
	if b.previous == nil || b.copies {
		return nil, false
	}
	return answers[b.previous.number-1], true
}

// Steps are the names of the steps.
func StepNames(e *Exercise) []string {
	var names []string
	for _, s := range e.plan.steps {
		names = append(names, s.name)
	}
	return names
}

// Told says whether a mistake in a step can be told from the right answer in some blank of it.
func (v *Variant) Told(step, kind string) (blanks []int) {
	for _, a := range v.Answers {
		if a.blank.step.name != step {
			continue
		}
		for _, m := range a.Mistakes {
			for _, k := range m.Kinds {
				if k == kind {
					blanks = append(blanks, a.Number)
				}
			}
		}
	}
	return blanks
}

// Kinds lists all kinds of mistakes.
func Kinds() []string { return append(kinds(), copied) }

// Copied is the mistake of copying the blank before.
const Copied = copied

// LikeIt lists what a given number may become.
var LikeIt = likeIt

// Shuffled is the number that comes at a place of a shuffled space.
func Shuffled(size *big.Int, seed uint64, place *big.Int) *big.Int {
	return newShuffle(size, seed).at(place)
}
