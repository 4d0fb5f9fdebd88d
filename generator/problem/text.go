package problem

import (
	"strings"
	"unicode/utf8"

	"longhand/generator/source"
)

// At is the place in the file of a byte of the text. Quotes, escapes and line breaks make the file's text longer than the
// value; where the two cannot be laid side by side it is the beginning of the text.
func (t Text) At(offset int) source.Pos {
	if t.Pos.File == nil || offset <= 0 {
		return t.begin()
	}
	raw, value := t.Pos.File.Text, t.Value
	at := t.begin().Offset
	for i := 0; i < min(offset, len(value)); {
		r, n := utf8.DecodeRuneInString(value[i:])
		for at < len(raw) && !strings.HasPrefix(raw[at:], value[i:i+n]) {
			if !strings.ContainsRune(" \n\t'\\", rune(raw[at])) { // neither folded nor escaped
				return t.begin()
			}
			at++
		}
		if at >= len(raw) {
			return t.begin()
		}
		at, i = at+n, i+n
		if r == '\'' || r == '\\' { // doubled in quotes
			if quote := raw[t.Pos.Offset]; quote == '\'' && r == '\'' || quote == '"' && r == '\\' {
				at++
			}
		}
	}
	return t.Pos.File.Pos(at)
}

// begin is the first character of the text, behind a quote or the sign of a block.
func (t Text) begin() source.Pos {
	if t.Pos.File == nil {
		return t.Pos
	}
	raw := t.Pos.File.Text[t.Pos.Offset:]
	if raw != "" && (raw[0] == '|' || raw[0] == '>') && !strings.HasPrefix(t.Value, raw[:1]) {
		if i := strings.IndexByte(raw, '\n'); i >= 0 {
			return t.Pos.File.Pos(t.Pos.Offset + len(raw) - len(strings.TrimLeft(raw[i:], " \n")))
		}
	}
	if raw != "" && (raw[0] == '\'' || raw[0] == '"') && !strings.HasPrefix(t.Value, raw[:1]) {
		return t.Pos.File.Pos(t.Pos.Offset + 1)
	}
	return t.Pos
}
