// Package source knows where text came from. It holds a file's name and text, turns byte offsets into lines and
// columns, and makes the errors that a person can act on: file, line, column, what is wrong, the line itself with a
// caret under the place, and what would fix it. Nothing else may live here: it reads no formats and knows no numbers.
package source

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// File is a named text. It is immutable once made.
type File struct {
	Name string
	Text string

	lines []int // byte offset of the start of each line
}

// NewFile keeps text under the name that errors will show.
func NewFile(name, text string) *File {
	f := &File{Name: name, Text: text, lines: []int{0}}
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			f.lines = append(f.lines, i+1)
		}
	}
	return f
}

// Pos is a place in a file. The zero Pos is nowhere.
type Pos struct {
	File   *File
	Offset int // bytes from the start of the file
}

// Pos gives the place at a byte offset, which is moved into the file's bounds.
func (f *File) Pos(offset int) Pos {
	return Pos{f, min(max(offset, 0), len(f.Text))}
}

// PosAt gives the place at a 1-based line and column, the column counted in characters.
func (f *File) PosAt(line, column int) Pos {
	line = min(max(line, 1), len(f.lines))
	text := f.Line(line)
	offset := 0
	for ; column > 1 && offset < len(text); column-- {
		_, n := utf8.DecodeRuneInString(text[offset:])
		offset += n
	}
	return f.Pos(f.lines[line-1] + offset)
}

// Line is the text of a 1-based line, without its line end.
func (f *File) Line(line int) string {
	if line < 1 || line > len(f.lines) {
		return ""
	}
	text := f.Text[f.lines[line-1]:]
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		text = text[:i]
	}
	return strings.TrimSuffix(text, "\r")
}

// IsValid says whether the place is somewhere.
func (p Pos) IsValid() bool { return p.File != nil }

// LineColumn gives the 1-based line and column, the column counted in characters as an editor shows it.
func (p Pos) LineColumn() (line, column int) {
	if p.File == nil {
		return 0, 0
	}
	line = sort.Search(len(p.File.lines), func(i int) bool { return p.File.lines[i] > p.Offset })
	start := p.File.lines[line-1]
	return line, utf8.RuneCountInString(p.File.Text[start:p.Offset]) + 1
}
