package problem

import (
	"slices"
	"strings"

	"longhand/generator/source"
)

// Blank says what a worksheet asks for.
type Blank string

// What a worksheet asks for: the result of every step; what is worked out on the way to results that are given; both.
const (
	BlankResults Blank = "results"
	BlankSteps   Blank = "steps"
	BlankAll     Blank = "all"
)

// Carry says with which values a student goes on after a step.
type Carry string

// With the printed digits, or with (nearly) full values.
const (
	CarryRounded Carry = "rounded"
	CarryExact   Carry = "exact"
)

// FadeAll as Display.Fade leaves every step to the student.
const FadeAll = -1

var worksheetKeys = []key[Display]{
	{"blank", "", func(d *Display, n *node) error {
		return oneOf(&d.Blank, n, "blank", BlankResults, BlankSteps, BlankAll)
	}},
	{"fade", "", func(d *Display, n *node) (err error) {
		d.Fade, err = whole(n, "fade", 0, 100_000)
		return err
	}},
	{"carry", "", func(d *Display, n *node) error {
		return oneOf(&d.Carry, n, "carry", CarryExact, CarryRounded)
	}},
}

// oneOf reads one of several words.
func oneOf[T ~string](into *T, n *node, what string, options ...T) error {
	t, err := text(n, what)
	if err != nil {
		return err
	}
	if slices.Contains(options, T(t.Value)) {
		*into = T(t.Value)
		return nil
	}
	words := make([]string, len(options))
	for i, o := range options {
		words[i] = string(o)
	}
	e := t.Pos.Errorf("%s must be %s, not “%s”", what, strings.Join(words[:len(words)-1], ", ")+" or "+words[len(words)-1], shorten(t.Value))
	if near := source.Suggest(t.Value, words); near != "" {
		return e.WithHint("did you mean %s?", near)
	}
	return e
}
