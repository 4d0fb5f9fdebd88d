package problem

import (
	"strings"

	"longhand/generator/source"
)

type kind int

const (
	scalar kind = iota
	list
	table
)

// node is a value of a problem file: what YAML syntax says of it and no more. Each knows its own file, so that values
// from an override can stand among those of the problem file and errors still point at what was typed.
type node struct {
	kind  kind
	pos   source.Pos
	text  string // of a scalar
	plain bool   // a scalar without quotes, which may stand for null or true
	items []*node
	pairs []pair
}

// pair is a key of a table and its value.
type pair struct {
	key   string
	pos   source.Pos
	value *node
}

// isNull says whether nothing is written here, or one of YAML's words for nothing.
func (n *node) isNull() bool {
	if n.kind != scalar || !n.plain {
		return false
	}
	switch n.text {
	case "", "~", "null", "Null", "NULL":
		return true
	}
	return false
}

// what names the node in an error.
func (n *node) what() string {
	switch {
	case n.isNull():
		return "an empty value"
	case n.kind == list && len(n.items) == 0:
		return "an empty list"
	case n.kind == list:
		return "a list"
	case n.kind == table:
		return "a table of keys and values"
	}
	return "“" + shorten(n.text) + "”"
}

// shorten keeps a text from filling the screen.
func shorten(s string) string { return shortenTo(s, 40) }

func shortenTo(s string, most int) string {
	s = strings.ReplaceAll(s, "\n", " ")
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
