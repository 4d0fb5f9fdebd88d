package problem

import (
	"unicode/utf8"

	"github.com/goccy/go-yaml/token"

	"longhand/generator/source"
)

// places turns the YAML library's lines and columns, counted in characters, into places in the file. (The library has
// offsets too, but loses one with each comment.) A file may hold 100,000 numbers on one line, so that counting the
// characters of a line anew for each would not do.
type places struct {
	file  *source.File
	from  int
	lines []int   // number of the first character of each line
	bytes []int32 // byte offset of each character; nil where every character is one byte
}

// newPlaces prepares for the file's text from a byte offset on.
func newPlaces(f *source.File, from int) *places {
	p := &places{file: f, from: from, lines: []int{0}}
	text := f.Text[from:]
	wide := utf8.RuneCountInString(text) != len(text)
	character := 0
	for i, r := range text {
		if wide {
			p.bytes = append(p.bytes, int32(i))
		}
		character++
		if r == '\n' {
			p.lines = append(p.lines, character)
		}
	}
	return p
}

// of is the place of a token.
func (p *places) of(t *token.Token) source.Pos {
	if t == nil || t.Position == nil {
		return p.file.Pos(p.from)
	}
	line := min(max(t.Position.Line, 1), len(p.lines))
	character := p.lines[line-1] + max(t.Position.Column, 1) - 1
	if p.bytes == nil {
		return p.file.Pos(p.from + character)
	}
	if character >= len(p.bytes) {
		return p.file.Pos(len(p.file.Text))
	}
	return p.file.Pos(p.from + int(p.bytes[character]))
}
