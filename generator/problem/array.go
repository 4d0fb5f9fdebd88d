package problem

import (
	"fmt"
	"strings"
)

// array reads a number, a list of numbers or a list of rows.
func array(n *node, name string) (Array, error) {
	a := Array{Pos: n.pos}
	switch {
	case n.isNull():
		return a, n.pos.Errorf("%s has no value", name).WithHint("write a number, a list [1, 2] or a matrix [[1, 2], [3, 4]]")
	case n.kind == table:
		return a, n.pos.Errorf("%s must be numbers, not %s", name, n.what()).
			WithHint("write a number, a list [1, 2] or a matrix [[1, 2], [3, 4]]")
	case n.kind == scalar:
		return a, a.add(n, name)
	case len(n.items) == 0:
		return a, n.pos.Errorf("%s is an empty list", name).WithHint("put its numbers in: [1, 2]")
	}
	if n.items[0].kind != list {
		a.Shape = []int{len(n.items)}
		a.Items = make([]Literal, 0, len(n.items))
		for i, item := range n.items {
			if item.kind != scalar {
				return a, item.pos.Errorf("entry %d of %s is %s, but its first entry is a number", i+1, name, item.what()).
					WithHint("write a list of numbers [1, 2] or a list of rows [[1, 2], [3, 4]]")
			}
			if err := a.add(item, name); err != nil {
				return a, err
			}
		}
		return a, nil
	}
	columns := len(n.items[0].items)
	a.Shape = []int{len(n.items), columns}
	a.Items = make([]Literal, 0, len(n.items)*columns)
	for i, row := range n.items {
		what := fmt.Sprintf("row %d of %s", i+1, name)
		switch {
		case row.kind != list:
			return a, row.pos.Errorf("%s is %s, but must be a list as row 1 is", what, row.what()).
				WithHint("put each row in brackets of its own: [[1, 2], [3, 4]]")
		case len(row.items) == 0:
			return a, row.pos.Errorf("%s is empty", what).WithHint("put its numbers in: [1, 2]")
		case len(row.items) != columns:
			return a, row.pos.Errorf("%s has %s, but row 1 has %d", what, count(len(row.items), "number"), columns).
				WithHint("all rows of a matrix are equally long")
		}
		for _, item := range row.items {
			if item.kind == list {
				return a, item.pos.Errorf("%s is nested three deep", name).
					WithHint("a matrix is a list of rows: [[1, 2], [3, 4]]")
			}
			if err := a.add(item, name); err != nil {
				return a, err
			}
		}
	}
	return a, nil
}

func (a *Array) add(n *node, name string) error {
	l, err := literal(n, name)
	a.Items = append(a.Items, l)
	return err
}

// count gives a number with its noun, in singular or plural.
func count(n int, noun string) string {
	switch {
	case n == 1:
		return "1 " + noun
	case noun == "entry":
		noun = "entrie"
	case strings.HasSuffix(noun, "tch"):
		noun += "e"
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
