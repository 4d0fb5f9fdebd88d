package exercise

import (
	"fmt"
	"slices"
	"strings"

	"longhand/generator/document"
	"longhand/generator/exercise/work"
	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/problem"
	"longhand/generator/trace"
)

// What is demanded of the numbers of a variant, in the words of an error.
const (
	demandValue    = "that every quantity has a value (no division by 0, no logarithm of a negative number)"
	demandVisible  = "that no answer vanishes at the asked places (display: places)"
	demandTies     = "that no result lies on a rounding tie (require: no ties)"
	demandSlope    = "that no unit is dead or saturated (require: slope)"
	demandLoss     = "that the loss falls (require: loss falls)"
	demandAnswers  = "that answers differ from each other (require: answers differ)"
	demandMistakes = "that every known mistake can be told from the right answer (require: mistakes differ)"
)

// beforehand checks what the true values alone decide.
func (v *Variant) beforehand() (string, error) {
	r := v.Problem.Require
	if demand, err := v.slopes(r.Slope.Value); demand != "" || err != nil {
		return demand, err
	}
	if r.LossFalls {
		return v.lossFalls()
	}
	return "", nil
}

// slopes demands that every activation a = f(z) of a network has a slope of some size in every entry: the sigmoid and
// tanh are not saturated, a ReLU is not dead.
func (v *Variant) slopes(least number.Real) (string, error) {
	for _, name := range flat(v.Example, v.trace, least) {
		if !v.Exercise.waived[name] {
			return demandSlope, nil
		}
	}
	return "", nil
}

// flat lists the slopes of layers that have an entry of less than some size.
func flat(x *document.Example, t *trace.Trace, least number.Real) []string {
	if sign, _ := least.Sign(); sign == 0 {
		return nil
	}
	c := number.NewContext(firstBits)
	var list []string
	for _, l := range x.Model.Layers {
		s, ok := t.Step(l.Slope)
		if ok && slices.ContainsFunc(s.Value.Items, func(x number.Real) bool { return c.Abs(x).Compare(least) == number.Less }) {
			list = append(list, l.Slope)
		}
	}
	return list
}

// waive lifts the usual demand from layers in which the problem's own numbers do not meet it: they are meant to show a
// silent unit. A demand that the problem file states holds for all.
func waive(x *document.Example, t *trace.Trace, r problem.Require) map[string]bool {
	waived := map[string]bool{}
	if !r.Slope.Pos.IsValid() {
		for _, name := range flat(x, t, r.Slope.Value) {
			waived[name] = true
		}
	}
	return waived
}

// lossFalls demands that an update, where there is one, makes the loss smaller.
func (v *Variant) lossFalls() (string, error) {
	before, ok1 := v.trace.Step(v.Example.Model.Loss)
	after, ok2 := v.trace.Step(v.Example.Model.Loss + "_new")
	if ok1 && ok2 && after.Value.Items[0].Compare(before.Value.Items[0]) != number.Less {
		return demandLoss, nil
	}
	return "", nil
}

// afterwards checks what the printed answers decide: the results of one quantity differ from each other, unless its
// equation makes them equal whatever the numbers are.
func (v *Variant) afterwards() (string, error) {
	if !v.Problem.Require.AnswersDiffer {
		return "", nil
	}
	for _, s := range v.Exercise.plan.steps {
		if !s.asked || !s.result {
			continue
		}
		for i := range s.entries {
			for j := range i {
				text := v.shown[s.name][i].Text
				whole := !strings.Contains(text, ".") // as slopes of a ReLU are, 0 or 1
				if text == v.shown[s.name][j].Text && !whole && !v.mustBeEqual(s.entries[i], s.entries[j]) {
					return demandAnswers, nil
				}
			}
		}
	}
	return "", nil
}

// mustBeEqual says whether two entries have the same formula with constants, such as numbers given as 0, put in; so have
// the columns of a gradient where no input varies.
func (v *Variant) mustBeEqual(a, b *work.Piece) bool {
	return formula.Same(formula.Simplify(v.fixed(a.Formula)), formula.Simplify(v.fixed(b.Formula)))
}

// fixed puts in the given numbers that do not vary.
func (v *Variant) fixed(e formula.Expr) formula.Expr {
	return formula.Rewrite(e, func(x formula.Expr) formula.Expr {
		i, ok := x.(formula.Index)
		if !ok {
			return x
		}
		s, ok := i.X.(formula.Symbol)
		if !ok {
			return x
		}
		step, ok := v.trace.Step(s.Name)
		if !ok || !step.IsGiven() || v.Exercise.varying[s.Name] {
			return x
		}
		row, col := 1, 1
		for k, at := range i.At {
			n, ok := at.(formula.Number)
			if !ok {
				return x
			}
			if _, err := fmt.Sscan(n.Text, []*int{&row, &col}[min(k, 1)]); err != nil {
				return x
			}
		}
		return formula.Num(step.Typed[(row-1)*step.Value.Cols+col-1])
	})
}
