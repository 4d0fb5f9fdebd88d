package problem

import "longhand/generator/number"

// Require says when the numbers of a variant are fit to teach.
type Require struct {
	NoTies         bool    // no result lies on a rounding tie at the asked places
	NoTiesStated   bool    // the file says so: where rounded values are carried, the usual demand does not hold
	Slope          Literal // the least size of an activation's slope: below it a unit is dead or saturated; no Pos where usual
	LossFalls      bool    // the update makes the loss smaller
	AnswersDiffer  bool    // entries of a quantity differ from each other
	MistakesDiffer bool    // every known mistake gives an answer that can be told from the right one
	Tries          int     // how many draws are made for one variant before giving up
}

// defaultRequire asks for all of it. A sigmoid's slope is at most 0.25; at 0.05 its unit is at 0.053 or 0.947.
func defaultRequire() Require {
	slope, _ := number.Parse("0.05")
	return Require{NoTies: true, Slope: Literal{Text: "0.05", Value: slope}, LossFalls: true, AnswersDiffer: true, MistakesDiffer: true, Tries: 1000}
}

var requireKeys = []key[Require]{
	{"no ties", "", func(r *Require, n *node) (err error) {
		r.NoTies, err = truth(n, "no ties")
		r.NoTiesStated = true
		return err
	}},
	{"slope", "", func(r *Require, n *node) (err error) {
		r.Slope, err = literal(n, "slope")
		if err == nil && r.Slope.Value.Compare(number.FromInt(0)) == number.Less {
			return n.pos.Errorf("slope is the least size of an activation's slope, and cannot be negative").WithHint("write 0 to allow any")
		}
		return err
	}},
	{"loss falls", "", switchKey(func(r *Require) *bool { return &r.LossFalls }, "loss falls")},
	{"answers differ", "", switchKey(func(r *Require) *bool { return &r.AnswersDiffer }, "answers differ")},
	{"mistakes differ", "", switchKey(func(r *Require) *bool { return &r.MistakesDiffer }, "mistakes differ")},
	{"tries", "", func(r *Require, n *node) (err error) {
		r.Tries, err = whole(n, "tries", 1, 1_000_000)
		return err
	}},
}

// switchKey reads true or false.
func switchKey[T any](of func(*T) *bool, name string) func(*T, *node) error {
	return func(into *T, n *node) (err error) {
		*of(into), err = truth(n, name)
		return err
	}
}
