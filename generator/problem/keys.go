package problem

import (
	"fmt"
	"path/filepath"
	"strings"

	"longhand/generator/number"
	"longhand/generator/source"
)

// key is a setting that a table of the problem file may hold.
type key[T any] struct {
	name    string
	example string // what to add where the key is missing; empty where it may be left out
	read    func(into *T, n *node) error
}

// The keys of a problem file, in the order in which a missing one is missed.

var problemKeys = []key[Problem]{
	{"title", "title: One training step", func(p *Problem, n *node) (err error) {
		p.Title, err = text(n, "title")
		return err
	}},
	{"description", "", func(p *Problem, n *node) (err error) {
		p.Description, err = text(n, "description")
		return err
	}},
	{"network", "", func(p *Problem, n *node) error {
		p.Network = &Network{Pos: n.pos}
		return readTable(p.Network, n, "network", networkKeys)
	}},
	{"equations", "", readEquations},
	{"given", "", readGiven},
	{"differentiate", "", func(p *Problem, n *node) error {
		p.Differentiate = Differentiate{Present: true, Pos: n.pos}
		return readTable(&p.Differentiate, n, "differentiate", differentiateKeys)
	}},
	{"train", "", func(p *Problem, n *node) error {
		p.Train = Train{Present: true, Method: Text{"gradient descent", n.pos}, Pos: n.pos}
		if err := readTable(&p.Train, n, "train", trainKeys); err != nil {
			return err
		}
		return p.Train.check()
	}},
	{"display", "", func(p *Problem, n *node) error {
		return readTable(&p.Display, n, "display", append(displayKeys, worksheetKeys...))
	}},
	{"vary", "", readVary},
	{"require", "", func(p *Problem, n *node) error {
		return readTable(&p.Require, n, "require", requireKeys)
	}},
	{"template", "", readTemplate},
}

const layersExample = "layers: [{units: 2, activation: sigmoid}, {units: 1, activation: sigmoid}]"

var networkKeys = []key[Network]{
	{"layers", layersExample, readLayers},
	{"loss", "loss: half squared error", func(net *Network, n *node) (err error) {
		net.Loss, err = text(n, "loss")
		return err
	}},
	{"l2", "", func(net *Network, n *node) error {
		l, err := literal(n, "l2")
		net.L2 = &l
		return err
	}},
	{"reduction", "", func(net *Network, n *node) (err error) {
		net.Sum, err = choice(n, "reduction", "mean", "sum")
		return err
	}},
}

var layerKeys = []key[Layer]{
	{"units", "units: 2", func(l *Layer, n *node) (err error) {
		l.Units, err = whole(n, "units", 1, maxUnits)
		return err
	}},
	{"activation", "activation: sigmoid (or identity for none)", func(l *Layer, n *node) (err error) {
		l.Activation, err = text(n, "activation")
		return err
	}},
	{"bias", "", func(l *Layer, n *node) (err error) {
		if l.SharedBias = n.kind == scalar && n.text == "shared"; l.SharedBias {
			return nil
		}
		l.Bias, err = truth(n, "bias")
		if e, ok := err.(*source.Error); ok {
			return e.WithHint("or shared, for one bias of all units")
		}
		return err
	}},
	{"weights", "", func(l *Layer, n *node) (err error) {
		l.Weights, err = text(n, "weights")
		return err
	}},
}

var trainKeys = []key[Train]{
	{"method", "", func(t *Train, n *node) (err error) {
		t.Method, err = text(n, "method")
		return err
	}},
	{"rate", "rate: 0.1", func(t *Train, n *node) (err error) {
		t.Rate, err = literal(n, "rate")
		return err
	}},
	{"steps", "", func(t *Train, n *node) (err error) {
		t.StepsPos = n.pos
		t.Steps, err = whole(n, "steps", 1, maxSteps)
		return err
	}},
	{"batch size", "", func(t *Train, n *node) (err error) {
		t.BatchPos = n.pos
		t.BatchSize, err = whole(n, "batch size", 1, maxUnits)
		return err
	}},
	{"epochs", "", func(t *Train, n *node) (err error) {
		t.EpochsPos = n.pos
		t.Epochs, err = whole(n, "epochs", 1, maxSteps)
		return err
	}},
	{"shuffle", "", func(t *Train, n *node) (err error) {
		t.Shuffled, t.ShufflePos = true, n.pos
		t.Seed, err = whole(n, "shuffle, the seed of the order,", 0, 1_000_000_000)
		return err
	}},
	{"columns", "", func(t *Train, n *node) (err error) {
		t.Columns, err = texts(n, "columns", "columns: [X, T], the quantities with a column for every sample")
		return err
	}},
	{"rows", "", func(t *Train, n *node) (err error) {
		t.Rows, err = texts(n, "rows", "rows: [X, y], the quantities with a row for every sample")
		return err
	}},
	{"count", "", func(t *Train, n *node) (err error) {
		t.Count, err = text(n, "count")
		return err
	}},
	{"freeze", "", readFreeze},
	{"momentum", "", setting("momentum")},
	{"rho", "", setting("rho")},
	{"beta1", "", setting("beta1")},
	{"beta2", "", setting("beta2")},
	{"epsilon", "", setting("epsilon")},
	{"weight decay", "", setting("weight decay")},
	{"step decay", "", func(t *Train, n *node) error {
		t.Decay = &StepDecay{}
		return readTable(t.Decay, n, "step decay", decayKeys)
	}},
}

// maxSteps bounds training: each step is as much work as the first.
const maxSteps = 1000

var decayKeys = []key[StepDecay]{
	{"factor", "factor: 0.5", func(d *StepDecay, n *node) (err error) {
		d.Factor, err = literal(n, "factor")
		return err
	}},
	{"every", "every: 10", func(d *StepDecay, n *node) (err error) {
		d.Every, err = whole(n, "every", 1, maxSteps)
		return err
	}},
}

// setting reads a number of a method.
func setting(name string) func(t *Train, n *node) error {
	return func(t *Train, n *node) error {
		l, err := literal(n, name)
		t.Settings = append(t.Settings, Setting{name, l})
		return err
	}
}

func readFreeze(t *Train, n *node) error {
	if n.kind != list {
		return n.pos.Errorf("freeze must be a list of parameters, not %s", n.what()).WithHint("write freeze: [b1, b2]")
	}
	for _, item := range n.items {
		name, err := text(item, "a parameter to freeze")
		if err != nil {
			return err
		}
		t.Freeze = append(t.Freeze, name)
	}
	return nil
}

var differentiateKeys = []key[Differentiate]{
	{"of", "of: L", func(d *Differentiate, n *node) (err error) {
		d.Of, err = text(n, "of")
		return err
	}},
	{"with respect to", "with respect to: [w, b]", func(d *Differentiate, n *node) (err error) {
		d.In, err = texts(n, "with respect to", "with respect to: [w, b]")
		return err
	}},
}

var displayKeys = []key[Display]{
	{"places", "", func(d *Display, n *node) (err error) {
		d.Places, err = whole(n, "places", 0, 1000)
		return err
	}},
	{"rounding", "", func(d *Display, n *node) error {
		t, err := text(n, "rounding")
		if err != nil {
			return err
		}
		if d.Rounding, err = number.ParseRounding(t.Value); err != nil {
			return t.Pos.Errorf("%s", err)
		}
		return nil
	}},
	{"show", "", func(d *Display, n *node) (err error) {
		d.Show, err = texts(n, "show", "show: [W1_{2,5}, z1_3]")
		return err
	}},
}

// readTable reads a table's values by its keys.
func readTable[T any](into *T, n *node, what string, keys []key[T]) error {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.name
	}
	if n.kind != table && !n.isNull() {
		return n.pos.Errorf("%s must have keys and values, not %s", what, n.what()).
			WithHint("its keys are %s; put a colon and a space after each", strings.Join(names, ", "))
	}
	seen := make(map[string]bool, len(keys))
	for _, p := range n.pairs {
		k := find(keys, p.key)
		if k == nil {
			return unknownKey(p, what, names)
		}
		seen[p.key] = true
		if err := k.read(into, p.value); err != nil {
			return err
		}
	}
	for _, k := range keys {
		if k.example != "" && !seen[k.name] {
			return n.pos.Errorf("%s lacks %s", what, k.name).WithHint("add %s", k.example)
		}
	}
	return nil
}

func find[T any](keys []key[T], name string) *key[T] {
	for i := range keys {
		if keys[i].name == name {
			return &keys[i]
		}
	}
	return nil
}

func unknownKey(p pair, what string, names []string) error {
	e := p.pos.Errorf("%s has no key “%s”", what, shorten(p.key))
	if near := source.Suggest(p.key, names); near != "" {
		return e.WithHint("did you mean %s?", near)
	}
	return e.WithHint("its keys are %s", strings.Join(names, ", "))
}

func readLayers(net *Network, n *node) error {
	if n.kind != list || len(n.items) == 0 {
		return n.pos.Errorf("layers must be a list with at least one layer, not %s", n.what()).
			WithHint("write " + layersExample)
	}
	for i, item := range n.items {
		layer := Layer{Bias: true, Pos: item.pos}
		if err := readTable(&layer, item, fmt.Sprintf("layer %d", i+1), layerKeys); err != nil {
			return err
		}
		net.Layers = append(net.Layers, layer)
	}
	return nil
}

func readEquations(p *Problem, n *node) error {
	if n.kind != list || len(n.items) == 0 {
		return n.pos.Errorf("equations must be a list with at least one equation, not %s", n.what()).
			WithHint(`start each on a line of its own: - z = w^T x + b`)
	}
	for _, item := range n.items {
		equation, err := lines(item, "an equation")
		if err != nil {
			return err
		}
		p.Equations = append(p.Equations, equation)
	}
	return nil
}

func readGiven(p *Problem, n *node) error {
	if n.kind != table && !n.isNull() {
		return n.pos.Errorf("given must have names and values, not %s", n.what()).
			WithHint("write each on a line of its own: x: [1.0, 0.5]")
	}
	p.Given = make([]Given, 0, len(n.pairs))
	for _, g := range n.pairs {
		if err := plainText(Text{g.key, g.pos}, "a name"); err != nil {
			return err
		}
		value, err := array(g.value, g.key)
		if err != nil {
			return err
		}
		p.Given = append(p.Given, Given{g.key, value, g.pos})
	}
	return nil
}

// readTemplate reads the name of a file beside the problem file; a problem file from a stranger must not name others.
func readTemplate(p *Problem, n *node) (err error) {
	if p.Template, err = text(n, "template"); err != nil {
		return err
	}
	if name := p.Template.Value; strings.ContainsAny(name, `/\:`) || filepath.Base(name) != name || name == ".." || name == "." {
		return n.pos.Errorf("template must be the name of a file beside the problem file").
			WithHint("leave the folder out: template: my-article.md")
	}
	return nil
}

// misplaced finds a table of the problem file itself that indentation has put into another one.
func misplaced(root *node) error {
	for _, outer := range root.pairs {
		for _, inner := range outer.value.pairs {
			if inner.value.kind == table && find(problemKeys, inner.key) != nil {
				return inner.pos.Errorf("%s stands inside %s", inner.key, outer.key).
					WithHint("start its line in the same column as that of %s", outer.key)
			}
		}
	}
	return nil
}

// decode reads the whole problem file.
func decode(f *source.File, root *node) (*Problem, error) {
	p := &Problem{Name: nameOf(f.Name), File: f, root: root}
	if err := misplaced(root); err != nil {
		return nil, err
	}
	p.Display = Display{Places: DefaultPlaces, Rounding: number.HalfUp, Blank: BlankResults, Fade: FadeAll, Carry: CarryExact}
	p.Require = defaultRequire()
	if err := readTable(p, root, "the problem file", problemKeys); err != nil {
		return nil, err
	}
	switch {
	case p.Network == nil && p.Equations == nil:
		return nil, root.pos.Errorf("the problem file lacks a network").WithHint("add network: with layers: and loss:, or equations:")
	case p.Network != nil && p.Equations != nil:
		return nil, p.Equations[0].Pos.Errorf("the model is stated twice, as a network and by equations").
			WithHint("keep network: or equations:")
	case p.Network != nil && p.Differentiate.Present:
		return nil, p.Differentiate.Pos.Errorf("a network is differentiated without being told").
			WithHint("leave differentiate: out; its loss is differentiated in all weights and biases")
	case p.Network == nil && p.Train.Present && !p.Differentiate.Present:
		return nil, p.Train.Pos.Errorf("training needs derivatives, and differentiate: is missing").
			WithHint("add differentiate: {of: L, with respect to: [w, b]}")
	case p.Network != nil:
		if err := p.checkGiven(); err != nil {
			return nil, err
		}
	}
	if err := p.checkVary(); err != nil {
		return nil, err
	}
	return p, nil
}
