package generator

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"longhand/generator/formula"
	"longhand/generator/model"
	"longhand/generator/number"
	"longhand/generator/source"
	"longhand/generator/tex"
	"longhand/generator/trace"
)

// place is where a mistake stands in the file.
func (s *statement) place(e *model.EquationError) source.Pos {
	switch e.Equation {
	case model.Differentiate:
		return s.problem.Differentiate.Of.Pos
	case model.Train:
		return s.problem.Train.Pos
	case model.WithRespectTo:
		return s.problem.Differentiate.In[e.Entry].Pos
	}
	return s.part(e.Equation, e.At)
}

// part is the place of a part of an equation: of the first name in it, or the equation's own.
func (s *statement) part(equation int, at formula.Expr) source.Pos {
	text := s.problem.Equations[equation]
	if at == nil {
		return text.At(0)
	}
	first, _ := names(at, nil)
	if len(first) == 0 {
		return text.At(0)
	}
	before, _ := names(s.stated.Equations[equation].Body, at)
	places := s.names[equation]
	matches := func(p tex.Place) bool { return p.Name == first[0] || strings.HasPrefix(first[0], p.Name+"_") }
	if n := len(before); n < len(places) && matches(places[n]) {
		return text.At(places[n].Start)
	}
	for _, p := range places {
		if matches(p) {
			return text.At(p.Start)
		}
	}
	return text.At(0)
}

// names lists the symbols of a formula as they are read, up to a part of it.
func names(e, upTo formula.Expr) (list []string, found bool) {
	if upTo != nil && formula.Same(e, upTo) {
		return nil, true
	}
	switch e := e.(type) {
	case formula.Symbol:
		return []string{e.Name}, false
	case formula.Index:
		return names(e.X, upTo)
	}
	for _, x := range formula.Children(e) {
		inner, found := names(x, upTo)
		list = append(list, inner...)
		if found {
			return list, true
		}
	}
	return list, false
}

// failure tells, at the equation's place, that a quantity has no value, and which values led there.
func (s *statement) failure(e *trace.StepError) error {
	pos, found := s.problem.Differentiate.Pos, false
	name := e.Step.Name
	if of, hoisted := s.model.Hoisted[name]; hoisted {
		name = of
	}
	at := e.At
	if at != nil {
		at = s.asTyped(at)
	}
	for i, equation := range s.stated.Equations {
		if equation.Name == name {
			pos, found = s.part(i, at), true
		}
	}
	if !found && !slices.ContainsFunc(s.model.Backward, func(b formula.Equation) bool { return b.Name == e.Step.Name }) {
		pos = s.problem.Train.Pos
	}
	about := formula.Expr(formula.Sym(e.Step.Name))
	if at != nil {
		about = at
	}
	why := inWords(e.Err)
	err := pos.Errorf("%s has no value that can be proven: %s", plainTeX(about), why).Because(e.Err)
	if found && e.At != nil {
		err = pos.Errorf("%s: %s", plainTeX(about), why).Because(e.Err)
	} else if e.At != nil {
		err = pos.Errorf("%s, in %s: %s", plainTeX(formula.Sym(e.Step.Name)), plainTeX(about), why).Because(e.Err)
	}
	var values []string
	for _, input := range e.Step.Inputs {
		if e.At != nil && !uses(e.At, input.Name) {
			continue
		}
		values = append(values, plainTeX(s.asTyped(formula.Sym(input.Name)))+" "+brief(input.Value))
	}
	if len(values) > 0 {
		err = err.WithHint("here %s", strings.Join(values, ", "))
	}
	return err.Because(e)
}

// asTyped puts the parts that have a name of their own only in the document back to where they stand in the file.
func (s *statement) asTyped(e formula.Expr) formula.Expr {
	for range s.model.Hoisted {
		e = formula.Substitute(e, func(name string) (formula.Expr, bool) {
			if _, hoisted := s.model.Hoisted[name]; hoisted {
				for _, f := range s.model.Forward {
					if f.Name == name {
						return f.Body, true
					}
				}
			}
			return nil, false
		})
	}
	return e
}

func uses(e formula.Expr, name string) bool {
	for _, n := range formula.Symbols(e) {
		if n == name {
			return true
		}
	}
	return false
}

// inWords is an error of arithmetic for people: of an open question, the ends of the enclosure to two digits.
func inWords(err error) string {
	var open *number.UndecidedError
	if !errors.As(err, &open) {
		return err.Error()
	}
	short := func(end string) string {
		d, err := decimal.NewFromString(end)
		if err != nil {
			return end
		}
		over := int32(d.NumDigits()) - 2
		if over <= 0 {
			return end
		}
		rounded := d.Shift(-d.Exponent() - over).RoundUp(0).Shift(d.Exponent() + over)
		return plain(rounded)
	}
	return fmt.Sprintf("%s cannot be told: no precision finds more than that it lies between %s and %s", open.Question, short(open.Lo), short(open.Hi))
}

// brief is a value for a message, with the sign before it: numbers to six places, of a large matrix the first ones.
func brief(v trace.Value) string {
	sign := "= "
	var parts []string
	for i, x := range v.Items {
		if i == 8 {
			parts = append(parts, "…")
			break
		}
		text := x.String()
		if d, ok := x.Decimal(); ok {
			text = d.String()
		} else if d, err := x.Places(6, number.HalfUp); err == nil {
			sign, text = "≈ ", d.String()
		}
		parts = append(parts, text)
	}
	if v.IsScalar() {
		return sign + parts[0]
	}
	return sign + "(" + strings.Join(parts, ", ") + ")"
}

var upright = regexp.MustCompile(`\\text\{(\pL+)\}`)

// plainTeX is a formula as people type it: words without \text.
func plainTeX(e formula.Expr) string { return upright.ReplaceAllString(tex.Print(e), "$1") }
