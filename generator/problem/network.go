package problem

import (
	"fmt"
	"slices"
	"strings"

	"longhand/generator/source"
)

// Bounds of a network. They hold for what is stated, before anything of that size is made.
const (
	maxUnits      = 100_000
	maxParameters = 10_000_000
)

// demand is a value that a network needs, its shape, and where the file says so: one reason for each dimension.
type demand struct {
	name  string
	shape []int // 0 where the file does not tell
	why   []string
}

// checkGiven compares what is given with what the network needs, and brings each array into its shape.
func (p *Problem) checkGiven() error {
	given := make(map[string]*Given, len(p.Given))
	for i := range p.Given {
		given[p.Given[i].Name] = &p.Given[i]
	}
	demands, err := p.demands(given)
	if err != nil {
		return err
	}
	var absent []demand
	known := make(map[string]bool, len(demands))
	for _, d := range demands {
		known[d.name] = true
		if given[d.name] == nil {
			absent = append(absent, d)
		}
	}
	for _, g := range p.Given {
		if !known[g.Name] {
			return p.surplus(g, demands, absent)
		}
	}
	if len(absent) > 0 {
		return p.lacking(absent)
	}
	for _, d := range demands {
		if err := given[d.name].fit(d); err != nil {
			return err
		}
	}
	return p.checkFreeze(demands)
}

// fit brings a value into its shape. Fewer brackets than the shape has are accepted where they leave no doubt (0.1 for
// one bias, [0.3, -0.2] for a row or a column), and a column for a vector. A row is no column, however.
func (g *Given) fit(d demand) error {
	shape := g.Value.Shape
	size := 1
	for _, n := range d.shape {
		size *= n
	}
	same := slices.Equal(shape, d.shape)
	fewer := len(shape) < len(d.shape) && len(g.Value.Items) == size && (len(shape) == 0 || slices.Contains(d.shape, 1))
	column := len(d.shape) == 1 && slices.Equal(shape, []int{d.shape[0], 1})
	if same || fewer || column {
		g.Value.Shape = d.shape
		return nil
	}
	var why []string
	for i, reason := range d.why {
		if len(shape) != len(d.shape) || shape[i] != d.shape[i] {
			why = append(why, reason)
		}
	}
	slices.Reverse(why) // what comes in stands before what goes out
	e := g.Value.Pos.Errorf("%s %s, but %s, so %s must %s", d.name, has(shape), strings.Join(why, " and "), d.name, must(d.shape))
	switch {
	case len(shape) == 2 && d.name == "T" && shape[0] == d.shape[1] && shape[1] == d.shape[0]:
		e.WithHint("rows and columns are swapped: each row holds one output, each column one sample")
	case len(shape) == 2 && len(d.shape) == 2 && shape[0] == d.shape[1] && shape[1] == d.shape[0]:
		e.WithHint("rows and columns are swapped: each unit of the layer has one row, each of its inputs one column")
	case len(shape) < 2 && len(d.shape) == 2:
		e.WithHint("give each row brackets of its own: %s: %s", d.name, sketch(d.shape))
	case len(shape) == 2 && d.name == "x":
		e.WithHint("write a list without inner brackets; for several samples give X and T, with one column for each")
	case len(shape) == 2 && len(d.shape) == 1:
		e.WithHint("write a list without inner brackets: %s: %s", d.name, sketch(d.shape))
	}
	return e
}

// has says what shape an array has.
func has(shape []int) string {
	switch len(shape) {
	case 0:
		return "is a single number"
	case 1:
		return "has " + count(shape[0], "entry")
	}
	return fmt.Sprintf("is %d×%d", shape[0], shape[1])
}

// must says what shape an array has to have.
func must(shape []int) string {
	if len(shape) == 1 {
		return "have " + count(shape[0], "entry")
	}
	return fmt.Sprintf("be %d×%d", shape[0], shape[1])
}

// surplus tells of a given value that the network has no place for.
func (p *Problem) surplus(g Given, demands, absent []demand) error {
	name := shorten(g.Name)
	var layer int
	if _, err := fmt.Sscanf(g.Name, "b%d", &layer); err == nil && layer >= 1 && layer <= len(p.Network.Layers) {
		if g.Name == fmt.Sprintf("b%d", layer) {
			return g.Pos.Errorf("%s is given, but layer %d has bias: false", name, layer).
				WithHint("leave %s out, or take bias: false from the layer", name)
		}
	}
	e := g.Pos.Errorf("the network has no %s", name)
	for _, d := range demands {
		if strings.EqualFold(d.name, g.Name) {
			return e.WithHint("did you mean %s?", d.name)
		}
	}
	if len(absent) == 0 {
		return e.WithHint("with its %s it needs only %s", count(len(p.Network.Layers), "layer"), listed(names(demands)))
	}
	// A misspelt name leaves the right one absent.
	if near := source.Suggest(g.Name, names(absent)); near != "" {
		return e.WithHint("did you mean %s?", near)
	}
	return e.WithHint("it still needs %s", listed(names(absent)))
}

// lacking tells which values are missing and what shape they must have.
func (p *Problem) lacking(absent []demand) error {
	pos := p.Network.Pos
	for _, pair := range p.root.pairs {
		if pair.key == "given" {
			pos = pair.pos
		}
	}
	parts := make([]string, len(absent))
	for i, d := range absent {
		parts[i] = d.name + " (" + described(d.shape) + ")"
	}
	e := pos.Errorf("given lacks %s", listed(parts))
	if d := absent[0]; strings.HasPrefix(d.name, "b") {
		return e.WithHint("add %s: %s, or give its layer bias: false", d.name, sketch(d.shape))
	}
	return e.WithHint("add for example %s: %s", absent[0].name, sketch(absent[0].shape))
}

func described(shape []int) string {
	switch {
	case len(shape) == 2 && shape[1] == 0:
		return fmt.Sprintf("%s, a column for each input", count(shape[0], "row"))
	case len(shape) == 2:
		return fmt.Sprintf("%d×%d", shape[0], shape[1])
	case shape[0] == 0:
		return "the inputs"
	}
	return count(shape[0], "entry")
}

// sketch shows how a value of a shape is written, with zeros for its entries.
func sketch(shape []int) string {
	row := func(n int) string {
		if n > 4 || n == 0 {
			return "[0, 0, …]"
		}
		return "[" + strings.TrimSuffix(strings.Repeat("0, ", n), ", ") + "]"
	}
	if len(shape) == 1 {
		return row(shape[0])
	}
	if shape[0] > 3 {
		return "[" + row(shape[1]) + ", " + row(shape[1]) + ", …]"
	}
	return "[" + strings.TrimSuffix(strings.Repeat(row(shape[1])+", ", shape[0]), ", ") + "]"
}

func names(demands []demand) []string {
	out := make([]string, len(demands))
	for i, d := range demands {
		out[i] = d.name
	}
	return out
}

// listed joins words: a, b and c. Of very many it shows the first ones.
func listed(words []string) string {
	const most = 12
	if len(words) > most {
		return fmt.Sprintf("%s and %d more", strings.Join(words[:most], ", "), len(words)-most)
	}
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
