package verify

import (
	"longhand/generator/tex"
)

// passage is a piece of an article that may hold formulas.
type passage struct {
	mapped
	dialect tex.Dialect
	kind    passageKind
	// group numbers the paragraph, list item, fence or table that holds the passage: what belongs together is closer.
	group int
	// row and cell are the place in a table, from 0; −1 outside of tables. Row 0 is the head.
	row, cell int
	boxed     bool
	heading   bool
	begins    bool // an exercise, by the environment around it
}

type passageKind uint8

const (
	display passageKind = iota // a formula of its own
	inline                     // a formula in a line of text
	prose                      // text
	code                       // a fence or a span that holds no program
)

// nowhere is the passage of a formula that stands in no place of the article, for what follows from it.
func nowhere(text string) *passage {
	return &passage{mapped: mapped{text, make([]int32, len(text)+1)}, dialect: tex.TeX, kind: inline, row: -1, cell: -1}
}
