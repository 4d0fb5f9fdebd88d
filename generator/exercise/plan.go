package exercise

import (
	"fmt"
	"strings"

	"longhand/generator/document"
	"longhand/generator/exercise/mistake"
	"longhand/generator/exercise/work"
	"longhand/generator/formula"
	"longhand/generator/problem"
	"longhand/generator/tex"
	"longhand/generator/trace"
)

// plan is what all variants of an exercise share: the steps, what is asked in each, and how mistakes change it. The
// equations do not depend on the numbers, so it is made once.
type plan struct {
	steps  []*step
	blanks []*blank // in the order of the sheet
}

// step is a computed quantity.
type step struct {
	name    string
	section string // of the worksheet: see sections
	shape   formula.Shape
	entries []*work.Piece
	asked   bool // left to the student
	result  bool // its result is asked; else it is given
	blanks  []*blank
}

// blank is one number that a student fills in.
type blank struct {
	number   int    // from 1, in the order of the sheet
	name     string // W1_new[1,2]; z1[1]:1 for the first piece on the way there
	symbol   string // TeX of what is asked
	step     *step
	entry    int // of the quantity, in row-major order, from 0
	isResult bool
	piece    *work.Piece
	copies   bool // the equation hands on another quantity: that is no mistake
	previous *blank
	mistakes []changedPiece
}

// changedPiece is what a mistake makes of a blank's formula. Some can be made in several ways.
type changedPiece struct {
	kind  string
	piece *work.Piece
}

// copied is the one mistake that is no change of an equation: the number of the blank before.
const copied = "previous blank copied"

func newPlan(x *document.Example, t *trace.Trace, d problem.Display) (*plan, error) {
	p := &plan{}
	shapes := func(name string) (formula.Shape, bool) {
		s, ok := t.Step(name)
		if !ok {
			return formula.Shape{}, false
		}
		return s.Value.Shape, true
	}
	program := &mistake.Program{Shapes: shapes, Given: func(name string) bool {
		s, ok := t.Step(name)
		return ok && s.IsGiven()
	}}
	sections := sections(x)
	for _, s := range t.Steps {
		if s.IsGiven() {
			continue
		}
		program.Equations = append(program.Equations, s.Equation)
		one := &step{name: s.Name, section: sections[s.Name], shape: s.Value.Shape}
		for i := range s.Value.Items {
			entry, err := formula.Entry(s.Equation.Body, i/s.Value.Cols, i%s.Value.Cols, shapes)
			if err != nil {
				return nil, err
			}
			one.entries = append(one.entries, work.Of(entry))
		}
		p.steps = append(p.steps, one)
	}
	for i, s := range p.steps {
		s.asked = d.Fade == problem.FadeAll || i >= len(p.steps)-d.Fade
		s.result = d.Blank != problem.BlankSteps
		if s.asked {
			p.ask(s, program, d)
		}
	}
	return p, nil
}

// ask makes the blanks of a step.
func (p *plan) ask(s *step, program *mistake.Program, d problem.Display) {
	var equation formula.Equation
	for _, e := range program.Equations {
		if e.Name == s.name {
			equation = e
		}
	}
	_, isCopy := equation.Body.(formula.Symbol)
	add := func(b *blank) {
		b.number, b.step = len(p.blanks)+1, s
		if len(p.blanks) > 0 {
			b.previous = p.blanks[len(p.blanks)-1]
		}
		p.blanks = append(p.blanks, b)
		s.blanks = append(s.blanks, b)
	}
	for i, piece := range s.entries {
		if d.Blank != problem.BlankResults {
			for k, before := range piece.Before() {
				add(&blank{name: fmt.Sprintf("%s:%d", entryName(s, i), k+1), symbol: tex.Print(before.Formula), entry: i, piece: before})
			}
		}
		if s.result {
			b := &blank{name: entryName(s, i), symbol: entrySymbol(s, i), entry: i, isResult: true, piece: piece, copies: isCopy}
			b.mistakes = changedPieces(program, equation, i)
			add(b)
		}
	}
}

// changedPieces are the formulas of an entry under every mistake that can be made in its equation and keeps its shape.
func changedPieces(program *mistake.Program, e formula.Equation, i int) []changedPiece {
	var list []changedPiece
	shape, _ := program.Shapes(e.Name)
	for _, kind := range mistake.Catalogue {
		for _, body := range kind.Change(program, e) {
			if s, err := formula.ShapeOf(body, program.Shapes); err != nil || s != shape {
				continue
			}
			if entry, err := formula.Entry(body, i/shape.Cols, i%shape.Cols, program.Shapes); err == nil {
				list = append(list, changedPiece{kind.ID, work.Of(entry)})
			}
		}
	}
	return list
}

// entryName is how an entry is called in files, and read out: W1[1,2].
func entryName(s *step, i int) string {
	switch {
	case s.shape.IsScalar():
		return s.name
	case s.shape.Cols == 1:
		return fmt.Sprintf("%s[%d]", s.name, i+1)
	}
	return fmt.Sprintf("%s[%d,%d]", s.name, i/s.shape.Cols+1, i%s.shape.Cols+1)
}

func entrySymbol(s *step, i int) string {
	switch {
	case s.shape.IsScalar():
		return tex.Symbol(s.name)
	case s.shape.Cols == 1:
		return tex.Print(formula.At(formula.Sym(s.name), i+1))
	}
	return tex.Print(formula.At(formula.Sym(s.name), i/s.shape.Cols+1, i%s.shape.Cols+1))
}

// sections tells for every computed quantity which part of a training step it belongs to.
func sections(x *document.Example) map[string]string {
	of := map[string]string{}
	forward, backward := "forward", "backward"
	if !x.IsNetwork() {
		forward, backward = "quantities", "derivatives"
	}
	for _, part := range []struct {
		name      string
		equations []formula.Equation
	}{{forward, x.Model.Forward}, {backward, x.Model.Backward}, {"update", x.Model.Update}, {"after", x.Model.After}, {"later", x.Model.Later}} {
		for _, e := range part.equations {
			of[e.Name] = part.name
		}
	}
	return of
}

// spoken is a quantity's name as a screen reader should say it.
func spoken(name string) string {
	return strings.NewReplacer("_new", " new", "[", ", entry ", ",", ", ", "]", "", ":", ", part ").Replace(name)
}
