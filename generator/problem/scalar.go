package problem

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// text reads a text of one line.
func text(n *node, what string) (Text, error) {
	t, err := lines(n, what)
	if err == nil && strings.Contains(t.Value, "\n") {
		return t, n.pos.Errorf("%s must be one line", what).WithHint("join its lines")
	}
	return t, err
}

// texts reads a list of texts; a single one needs no brackets.
func texts(n *node, what, example string) ([]Text, error) {
	items := []*node{n}
	switch {
	case n.kind == list && len(n.items) > 0:
		items = n.items
	case n.kind != scalar:
		return nil, n.pos.Errorf("%s must be a list of names, not %s", what, n.what()).WithHint("write %s", example)
	}
	all := make([]Text, len(items))
	for i, item := range items {
		var err error
		if all[i], err = text(item, what); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// lines reads a text that may have several lines.
func lines(n *node, what string) (Text, error) {
	t := Text{strings.TrimSpace(n.text), n.pos}
	switch {
	case n.kind != scalar:
		return t, n.pos.Errorf("%s must be text, not %s", what, n.what()).
			WithHint("put a text that starts with a bracket or holds a colon in quotes")
	case n.isNull() || t.Value == "":
		return t, n.pos.Errorf("%s is empty", what).WithHint("give it a text")
	}
	return t, plainText(t, what)
}

// plainText refuses what escapes in double quotes can bring into a text and no document can show.
func plainText(t Text, what string) error {
	if strings.TrimSpace(t.Value) == "" {
		return t.Pos.Errorf("%s is empty", what)
	}
	for _, r := range t.Value {
		if (unicode.IsControl(r) && r != '\n') || r == utf8.RuneError || r == '\ufffe' || r == '\uffff' {
			return t.Pos.Errorf("%s holds the character %U, which cannot be shown", what, r).WithHint("leave it out")
		}
	}
	return nil
}

// whole reads a whole number between bounds.
func whole(n *node, what string, least, most int) (int, error) {
	if n.kind == scalar && !hasLeadingZero(n.text) && len(n.text) > 0 && n.text[0] != '+' {
		if i, err := strconv.Atoi(n.text); err == nil && i >= least && i <= most {
			return i, nil
		}
	}
	e := n.pos.Errorf("%s must be a whole number from %d to %d, not %s", what, least, most, n.what())
	if strings.Contains(n.text, ": ") {
		e.WithHint("put commas between keys: {units: 2, activation: sigmoid}")
	}
	return 0, e
}

// truth reads true or false.
func truth(n *node, what string) (bool, error) {
	if n.kind == scalar {
		switch n.text {
		case "true":
			return true, nil
		case "false":
			return false, nil
		}
	}
	return false, n.pos.Errorf("%s must be true or false, not %s", what, n.what())
}

// choice reads one of two words, and says whether it is the second.
func choice(n *node, what, first, second string) (bool, error) {
	if n.kind == scalar && (n.text == first || n.text == second) {
		return n.text == second, nil
	}
	return false, n.pos.Errorf("%s must be %s or %s, not %s", what, first, second, n.what())
}
