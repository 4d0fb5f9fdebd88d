package exercise

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"longhand/generator/exercise/response"
	"longhand/generator/exercise/work"
	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/source"
	"longhand/generator/trace"
)

// Outcome is what becomes of a student's answer.
type Outcome string

// An answer is right where it is within the key's tolerance, and followed where it is right for the student's own
// earlier values: both earn the point.
const (
	Right      Outcome = "right"
	Followed   Outcome = "follow-through"
	WrongOne   Outcome = "wrong"
	Missing    Outcome = "missing"
	Unreadable Outcome = "unreadable"
)

// Verdict is the judgement of one answer.
type Verdict struct {
	Answer   *Answer
	Text     string // what the student wrote
	Outcome  Outcome
	Close    bool     // wrong, but only in the last places
	Mistakes []string // kinds that explain a wrong answer, the likeliest first
}

// Judge marks a response to this variant. Errors are a *source.Error: a blank that the sheet does not have.
func (v *Variant) Judge(r *response.Response) ([]Verdict, error) {
	j := judge{v: v, c: number.NewContext(firstBits), own: make([]*big.Rat, len(v.Answers))}
	verdicts := make([]Verdict, len(v.Answers))
	for i, a := range v.Answers {
		verdicts[i] = Verdict{Answer: a, Outcome: Missing}
	}
	seen := map[int]bool{}
	for _, given := range r.Answers {
		i, err := v.find(given)
		if err != nil {
			return nil, err
		}
		if seen[i] {
			return nil, given.Pos.Errorf("the blank %s is answered twice, by its number and by its name", given.Blank)
		}
		seen[i] = true
		verdicts[i].Text = strings.TrimSpace(given.Text)
		if verdicts[i].Text == "" {
			continue
		}
		x, err := response.Number(given.Text)
		if err != nil {
			verdicts[i].Outcome = Unreadable
			continue
		}
		j.own[i] = x
	}
	if err := j.prepare(); err != nil {
		return nil, err
	}
	for i := range verdicts {
		if j.own[i] != nil {
			j.verdict(&verdicts[i], i)
		}
	}
	return verdicts, nil
}

// find gives the index of the blank that an answer names.
func (v *Variant) find(given response.Answer) (int, error) {
	var names []string
	for i, a := range v.Answers {
		if given.Blank == fmt.Sprint(a.Number) || given.Blank == a.Name {
			return i, nil
		}
		names = append(names, a.Name)
	}
	e := given.Pos.Errorf("the sheet %s has no blank %q", v.ID, given.Blank)
	if near := source.Suggest(given.Blank, names); near != "" {
		return 0, e.WithHint("did you mean %s?", near)
	}
	return 0, e.WithHint("its blanks are 1 to %d, or %s to %s", len(v.Answers), names[0], names[len(names)-1])
}

// judge marks one response.
type judge struct {
	v       *Variant
	c       *number.Context
	own     []*big.Rat // the student's answers; nil where there is none to go on with
	carried map[string]trace.Value
	pieces  map[string]number.Real // the student's pieces of work, by step, entry and formula
}

// prepare puts the student's own results into what a student may go on with.
func (j *judge) prepare() error {
	spread, err := j.v.spreads(j.c)
	if err != nil {
		return err
	}
	j.carried, j.pieces = spread, map[string]number.Real{}
	written := j.v.slack(j.v.Problem.Display.Places)
	for i, x := range j.own {
		if x == nil {
			continue
		}
		// With full values, what is written down stands for all that rounds to it.
		value := number.FromRat(x)
		if !j.v.rounded() {
			value = work.Widen(j.c, value, written)
		}
		b := j.v.Answers[i].blank
		if !b.isResult {
			j.pieces[pieceKey(b.step, b.entry, b.piece)] = value
			continue
		}
		q := j.carried[b.step.name]
		q.Items = slices.Clone(q.Items)
		q.Items[b.entry] = value
		j.carried[b.step.name] = q
	}
	return nil
}

func pieceKey(s *step, entry int, p *work.Piece) string {
	return fmt.Sprintf("%s %d %s", s.name, entry, formula.String(p.Formula))
}

func (j *judge) lookup(name string) (trace.Value, bool) {
	x, ok := j.carried[name]
	return x, ok
}

func (j *judge) verdict(out *Verdict, i int) {
	a, x := out.Answer, j.own[i]
	gap := new(big.Rat).Sub(x, a.Key.Value.Rat())
	gap.Abs(gap)
	if gap.Cmp(a.Tolerance.Rat()) <= 0 {
		out.Outcome = Right
		return
	}
	known := func(p *work.Piece) (number.Real, bool) {
		value, ok := j.pieces[pieceKey(a.blank.step, a.blank.entry, p)]
		return value, ok
	}
	if j.gives(a.blank.piece, known, x) {
		out.Outcome = Followed
		return
	}
	out.Outcome = WrongOne
	for _, m := range a.blank.mistakes {
		if !slices.Contains(out.Mistakes, m.kind) && j.gives(m.piece, nil, x) {
			out.Mistakes = append(out.Mistakes, m.kind)
		}
	}
	if len(out.Mistakes) == 0 {
		// A mistake may be made on the key's values, where the student wrote others down wrongly.
		for _, m := range a.Mistakes {
			off := new(big.Rat).Sub(x, m.Value.Value.Rat())
			if off.Abs(off).Cmp(a.Tolerance.Rat()) <= 0 {
				out.Mistakes = append(out.Mistakes, m.Kinds...)
			}
		}
	}
	if before := a.blank.previous; before != nil && !slices.Contains(out.Mistakes, copied) {
		if y := j.own[before.number-1]; y != nil && y.Cmp(x) == 0 {
			out.Mistakes = append(out.Mistakes, copied)
		}
	}
	places := j.v.Problem.Display.Places
	out.Close = len(out.Mistakes) == 0 && places > 2 && gap.Cmp(pow10(2-places)) <= 0
}

// gives says whether somebody with the student's own values may write x down for a formula.
func (j *judge) gives(p *work.Piece, known work.Known, x *big.Rat) bool {
	reach, err := j.v.reach(j.c, p, j.lookup, known)
	return err == nil && reach.Contains(x)
}
