package exercise

import (
	"errors"
	"slices"

	"github.com/shopspring/decimal"

	"longhand/generator/exercise/work"
	"longhand/generator/number"
	"longhand/generator/problem"
)

// same is how close two values may be to count as one that only happens to be computed in two ways. (Of irrational
// numbers no computation proves that they are equal.)
var same = number.FromDecimal(decimal.New(1, -25))

// mistakes computes what known mistakes give where that can be told from the right answer.
func (v *Variant) mistakes(c *number.Context, a *Answer) (string, error) {
	add := func(kind string, value Shown) {
		for i := range a.Mistakes {
			if a.Mistakes[i].Value.Text == value.Text {
				if !slices.Contains(a.Mistakes[i].Kinds, kind) {
					a.Mistakes[i].Kinds = append(a.Mistakes[i].Kinds, kind)
				}
				return
			}
		}
		a.Mistakes = append(a.Mistakes, Wrong{[]string{kind}, value})
	}
	right, err := a.blank.piece.Value(c, v.carried())
	if err != nil {
		return unmet("", err)
	}
	for _, m := range a.blank.mistakes {
		x, ok, err := v.mistaken(c, m.piece, v.carried())
		if err != nil {
			return "", err
		}
		if !ok || c.Abs(c.Sub(x, right)).Compare(same) == number.Less {
			continue
		}
		value, _, _, err := v.show(x)
		var undecided *number.UndecidedError
		if errors.As(err, &undecided) {
			continue // so close to a tie that a draw with it is not worth the work
		}
		if err != nil {
			return "", err
		}
		told := v.apart(a, value)
		if told {
			add(m.kind, value)
		}
		key := [2]string{a.blank.step.name, m.kind}
		v.told[key] = v.told[key] || told
	}
	if before := a.blank.previous; before != nil && !a.blank.copies {
		if value := v.Answers[before.number-1].Key; v.apart(a, value) {
			add(copied, value)
		}
	}
	return "", nil
}

// mistaken computes a changed formula; ok is false where it has no value.
func (v *Variant) mistaken(c *number.Context, p *work.Piece, lookup work.Lookup) (x number.Real, ok bool, err error) {
	x, err = p.Value(c, lookup)
	if demand, err := unmet("", err); demand != "" || err != nil {
		return x, false, err
	}
	return x, true, nil
}

// apart says whether a wrong value cannot be taken for the right one: neither by rounding differently on the right way
// nor on the wrong one, which moves both about as much.
func (v *Variant) apart(a *Answer, wrong Shown) bool {
	gap := wrong.Value.Sub(a.Key.Value).Abs()
	unit := decimal.New(1, int32(-v.Problem.Display.Places))
	return gap.GreaterThan(a.Tolerance.Add(a.Tolerance).Add(unit))
}

// mistakesDiffer demands that every mistake shows in some entry of the step in which it is made.
func (v *Variant) mistakesDiffer() string {
	for _, told := range v.told {
		if !told && v.Problem.Require.MistakesDiffer {
			return demandMistakes
		}
	}
	return ""
}

// rounded says whether printed digits are carried.
func (v *Variant) rounded() bool { return v.Problem.Display.Carry == problem.CarryRounded }
