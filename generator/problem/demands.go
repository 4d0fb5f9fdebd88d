package problem

import (
	"fmt"
	"strings"

	"longhand/generator/source"
)

// demands lists what the network needs: x, t, W1, b1, …, or for a batch X, T, W1, b1, … The number of inputs is nowhere
// stated, so x tells it, or W1 where there is no x.
func (p *Problem) demands(given map[string]*Given) ([]demand, error) {
	layers := p.Network.Layers
	units := func(i int) string { return fmt.Sprintf("layer %d has %s", i, count(layers[i-1].Units, "unit")) }
	last := len(layers)
	outputs := strings.Replace(units(last), " has", ", the last one, has", 1)
	before, why := 0, ""
	var all []demand
	if x := given["X"]; x != nil {
		before = 1 // a plain list holds one number for each sample
		if len(x.Value.Shape) == 2 {
			before = x.Value.Shape[0]
		}
		p.Network.Samples = max(1, len(x.Value.Items)/before)
		why = "X has " + count(before, "row")
		samples := "X has " + count(p.Network.Samples, "sample")
		all = []demand{
			{"X", []int{before, p.Network.Samples}, []string{"each row holds one input", "each column is one sample"}},
			{"T", []int{layers[last-1].Units, p.Network.Samples}, []string{outputs, samples}},
		}
	} else {
		if x := given["x"]; x != nil {
			before = len(x.Value.Items)
			why = "x has " + count(before, "entry")
		} else if w := given["W1"]; w != nil && len(w.Value.Shape) == 2 {
			before = w.Value.Shape[1]
		}
		all = []demand{
			{"x", []int{before}, []string{"the input is one vector"}},
			{"t", []int{layers[last-1].Units}, []string{outputs}},
		}
	}
	total := 0
	shapes := map[string]string{}
	for i, layer := range layers {
		name := fmt.Sprintf("W%d", i+1)
		d := demand{name, []int{layer.Units, before}, []string{units(i + 1), why}}
		shapes[name] = fmt.Sprintf("%d×%d", layer.Units, before)
		if shared := layer.Weights.Value; shared != "" && shared != name {
			if err := borrow(layer, i+1, shapes); err != nil {
				return nil, err
			}
			delete(shapes, name)
		} else {
			all = append(all, d)
		}
		switch {
		case layer.Bias && layer.SharedBias:
			all = append(all, demand{fmt.Sprintf("b%d", i+1), []int{1}, []string{fmt.Sprintf("all units of layer %d share one bias", i+1)}})
		case layer.Bias:
			all = append(all, demand{fmt.Sprintf("b%d", i+1), []int{layer.Units}, []string{units(i + 1)}})
		}
		if total += layer.Units * before; total > maxParameters {
			return nil, layer.Pos.Errorf("with layer %d the network has more than 10 million weights", i+1).
				WithHint("give fewer units")
		}
		before, why = layer.Units, units(i+1)
	}
	return all, nil
}

// borrow checks the weights that a layer shares with an earlier one.
func borrow(layer Layer, number int, shapes map[string]string) error {
	shared := layer.Weights
	shape, known := shapes[shared.Value]
	need := shapes[fmt.Sprintf("W%d", number)]
	switch {
	case !known:
		return shared.Pos.Errorf("no layer before layer %d has weights named %s", number, shorten(shared.Value)).
			WithHint("name the weights of an earlier layer, such as W1")
	case shape != need:
		return shared.Pos.Errorf("layer %d cannot use %s, which is %s: it needs weights that are %s", number, shared.Value, shape, need).
			WithHint("layers that share weights have as many units and as many inputs")
	}
	return nil
}

// checkFreeze holds that what is frozen is a parameter.
func (p *Problem) checkFreeze(demands []demand) error {
	var parameters []string
	for _, d := range demands {
		if d.name[0] == 'W' || d.name[0] == 'b' {
			parameters = append(parameters, d.name)
		}
	}
	for _, f := range p.Train.Freeze {
		known := false
		for _, name := range parameters {
			known = known || name == f.Value
		}
		if known {
			continue
		}
		e := f.Pos.Errorf("the network has no parameter %s to freeze", shorten(f.Value))
		if near := source.Suggest(f.Value, parameters); near != "" {
			return e.WithHint("did you mean %s?", near)
		}
		return e.WithHint("its parameters are %s", listed(parameters))
	}
	return nil
}
