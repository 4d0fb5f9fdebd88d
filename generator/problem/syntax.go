package problem

import (
	"errors"
	"strings"

	yaml "github.com/goccy/go-yaml"

	"longhand/generator/source"
)

// syntaxMessages tells in plain words, and with a remedy, what the YAML library says in its own. The first row whose
// text occurs in the library's message holds.
var syntaxMessages = []struct{ theirs, message, hint string }{
	{"end character of double-quoted", "this quoted text is never closed", `add the missing "`},
	{"end character of single-quoted", "this quoted text is never closed", "add the missing '; an apostrophe inside is written twice: 'it''s'"},
	{"unknown escape character", "a backslash in double quotes starts an escape, and this one is unknown", `use single quotes, where a backslash is only a backslash: '\sigma'`},
	{"escape", "a backslash in double quotes starts an escape, and this one is malformed", `use single quotes, where a backslash is only a backslash: '\sigma'`},
	{"is a reserved character", "a text cannot start with this character", "put the text in quotes"},
	{"block sequence entries are not allowed", "a list with dashes cannot start on the line of its key", "put it in brackets: [1, 2], or start it on the next line"},
	{"non-map value is specified", "“key: value” is expected here", "put a colon and a space after the key"},
	{"unexpected scalar value", "a value is missing here", "put a value between the commas"},
	{"expected sequence element", "a value is missing here", "put a value before the comma"},
	{"must be specified", "a comma or a closing bracket is missing before this", "put commas between values: [1, 2]"},
	{"could not find flow map content", "“key: value” is expected here", "inside { } write keys and values: {units: 2, activation: sigmoid}"},
	{"value is not allowed in this context", "this line is not aligned with those above", "start all keys of one level in the same column"},
	{"unexpected key name", "a key is expected here", "write “key: value”"},
	{"implicit line break", "a key must stand on one line", "write “key: value”"},
}

// syntaxError turns the library's syntax error into ours.
func syntaxError(err error, places *places) error {
	var theirs *yaml.SyntaxError
	if !errors.As(err, &theirs) {
		return places.file.Pos(places.from).Errorf("this cannot be read as YAML").
			WithHint("check indentation, colons, quotes and brackets")
	}
	pos, said := places.of(theirs.GetToken()), theirs.GetMessage()
	if tab, ok := tabIndent(pos); ok {
		return tab.Errorf("a tab indents this line, and YAML allows only spaces").WithHint("replace each tab by two spaces")
	}
	if strings.Contains(said, "mapping value is not allowed") {
		return colonError(pos)
	}
	if said == "value is not allowed in this context" && !startsLine(pos) {
		return pos.Errorf("text follows the end of the value").WithHint("put the whole text in quotes")
	}
	for _, row := range syntaxMessages {
		if strings.Contains(said, row.theirs) {
			return pos.Errorf("%s", row.message).WithHint("%s", row.hint)
		}
	}
	return pos.Errorf("this cannot be read as YAML: %s", said).
		WithHint("check indentation, colons, quotes and brackets here and on the line above")
}

// startsLine says whether nothing but spaces stands before a place on its line.
func startsLine(pos source.Pos) bool {
	before := pos.File.Text[:pos.Offset]
	return strings.TrimLeft(before[strings.LastIndexByte(before, '\n')+1:], " ") == ""
}

// tabIndent finds a tab that indents the line of a place, or the next one: the library sometimes points there.
func tabIndent(pos source.Pos) (source.Pos, bool) {
	line, _ := pos.LineColumn()
	for _, l := range []int{line, line + 1} {
		text := pos.File.Line(l)
		indent := text[:len(text)-len(strings.TrimLeft(text, " \t"))]
		if i := strings.IndexByte(indent, '\t'); i >= 0 {
			return pos.File.PosAt(l, i+1), true
		}
	}
	return source.Pos{}, false
}

// colonError tells apart the two ways to get a second “: ” into a value: a text with a colon in it, and a line that
// is indented under a key that has its value already.
func colonError(pos source.Pos) error {
	line, _ := pos.LineColumn()
	text := pos.File.Line(line)
	key, value, _ := strings.Cut(text, ": ")
	if i := strings.Index(value, ": "); i >= 0 {
		column := len([]rune(key)) + len(": ") + len([]rune(value[:i])) + 1
		return pos.File.PosAt(line, column).Errorf("a second colon makes this line ambiguous").
			WithHint(`put the text after the first colon in quotes: %s: "%s"`, strings.TrimSpace(key), shorten(strings.TrimSpace(value)))
	}
	next := pos.File.Line(line + 1)
	indent := len(next) - len(strings.TrimLeft(next, " "))
	return pos.File.PosAt(line+1, indent+1).Errorf("this line is indented, but the line above has its value already").
		WithHint("start all keys of one level in the same column")
}
