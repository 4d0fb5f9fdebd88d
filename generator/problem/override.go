package problem

import (
	"slices"
	"strconv"
	"strings"

	"longhand/generator/source"
)

const assignmentHint = "write KEY=VALUE, such as train.rate=0.5, given.W1=[[1, 2], [3, 4]] or network.layers.0.activation=tanh"

// Override gives the problem with some values replaced or added, each by an assignment: the keys that lead to the
// value, joined by points, then = and the value. Entries of lists are counted from 0. A value that starts with a
// bracket, a brace or a quote is read as YAML; any other is taken as it is typed, so that titles need no quotes. The
// result is checked as a whole, as the file was. Errors point into the assignment.
func (p *Problem) Override(assignments []string) (*Problem, error) {
	root := p.root
	for _, a := range assignments {
		f := source.NewFile("-P "+shortenTo(a, 60), a)
		var err error
		if root, err = assign(root, f); err != nil {
			return nil, err
		}
	}
	return decode(p.File, root)
}

func assign(root *node, f *source.File) (*node, error) {
	// The text comes from a command line, which may hold anything.
	if _, err := clean(f); err != nil {
		return nil, err
	}
	path, _, ok := strings.Cut(f.Text, "=")
	if !ok {
		return nil, f.Pos(len(f.Text)).Errorf("an assignment needs a “=”").WithHint(assignmentHint)
	}
	value, err := assigned(f, len(path)+1)
	if err != nil {
		return nil, err
	}
	var steps []step
	for offset := 0; ; {
		name, _, more := strings.Cut(path[offset:], ".")
		if strings.TrimSpace(name) == "" {
			return nil, f.Pos(offset).Errorf("a key is missing here").WithHint(assignmentHint)
		}
		steps = append(steps, step{strings.TrimSpace(name), f.Pos(offset)})
		if offset += len(name) + 1; !more {
			break
		}
	}
	if len(steps) > maxDepth {
		return nil, f.Pos(0).Errorf("this key has more than %d parts", maxDepth).WithHint(assignmentHint)
	}
	return root.with(steps, value)
}

// assigned reads the value of an assignment.
func assigned(f *source.File, from int) (*node, error) {
	raw := f.Text[from:]
	typed := strings.TrimSpace(raw)
	if typed != "" && strings.ContainsRune(`[{"'`, rune(typed[0])) {
		return parseYAML(f, from)
	}
	from += strings.Index(raw, typed)
	return &node{pos: f.Pos(from), text: typed, plain: true}, nil
}

// step is one key on the way to a value.
type step struct {
	name string
	pos  source.Pos
}

// with gives a copy of the node in which the value at the end of the steps is another one. Nodes beside the way are
// shared, not copied.
func (n *node) with(steps []step, value *node) (*node, error) {
	if len(steps) == 0 {
		return value, nil
	}
	first, rest := steps[0], steps[1:]
	out := *n
	switch {
	case n.kind == list:
		i, err := strconv.Atoi(first.name)
		if err != nil || i < 0 || i > len(n.items) {
			return nil, first.pos.Errorf("“%s” names no entry of a list of %d", shorten(first.name), len(n.items)).
				WithHint("entries are counted from 0; %d adds one at the end", len(n.items))
		}
		out.pos = first.pos // what the file shows is no longer this list
		out.items = slices.Clone(n.items)
		if i == len(n.items) {
			out.items = append(out.items, absent(first))
		}
		out.items[i], err = out.items[i].with(rest, value)
		return &out, err
	case n.kind == scalar && !n.isNull():
		return nil, first.pos.Errorf("“%s” leads nowhere: there is the single value %s", shorten(first.name), n.what()).
			WithHint("override the whole value")
	}
	out.kind, out.text = table, ""
	out.pairs = slices.Clone(n.pairs)
	i := slices.IndexFunc(out.pairs, func(p pair) bool { return p.key == first.name })
	if i < 0 {
		i = len(out.pairs)
		out.pairs = append(out.pairs, pair{key: first.name, value: absent(first)})
	}
	if len(rest) == 0 || !out.pairs[i].pos.IsValid() {
		out.pairs[i].pos = first.pos
	}
	var err error
	out.pairs[i].value, err = out.pairs[i].value.with(rest, value)
	return &out, err
}

// absent is the value of a key that was not there.
func absent(s step) *node { return &node{pos: s.pos, plain: true} }
