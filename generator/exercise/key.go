package exercise

import (
	"slices"

	"longhand/generator/document/page"
)

// rowsPerTable bounds the rows of a table in a key: on paper a table does not go on on the next page.
const rowsPerTable = 20

// inTables spreads rows evenly over as many tables as it takes.
func inTables[T any](rows []T) [][]T {
	tables := max(1, (len(rows)+rowsPerTable-1)/rowsPerTable)
	return slices.Collect(slices.Chunk(rows, max(1, (len(rows)+tables-1)/tables)))
}

// AnswerTables are the answers, a table's worth at a time.
func (s *Sheet) AnswerTables() [][]*Answer {
	return inTables(s.Answers)
}

// MistakeRow is a wrong answer in a key, and what led there.
type MistakeRow struct {
	Number int // of the blank
	Value  string
	Kind   string
}

// MistakeRows are the answers that known mistakes give. That the blank before was copied is left out: it is the answer
// above.
func (s *Sheet) MistakeRows() []MistakeRow {
	var rows []MistakeRow
	for _, a := range s.Answers {
		for _, m := range a.Mistakes {
			for _, kind := range m.Kinds {
				if kind != copied {
					rows = append(rows, MistakeRow{a.Number, m.Value.Text, kind})
				}
			}
		}
	}
	return rows
}

// Strays are those of them that stray from the exact value.
func (s *Sheet) Strays() []*Answer {
	var list []*Answer
	for _, a := range s.Answers {
		if a.Strays() {
			list = append(list, a)
		}
	}
	return list
}

// Key writes the key.
func (v *Variant) Key() (page.Doc, error) {
	s, err := v.newSheet(true)
	if err != nil {
		return page.Doc{}, err
	}
	return v.document(s, "key.md")
}
