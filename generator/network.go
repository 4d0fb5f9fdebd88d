package generator

import (
	"math/big"

	"longhand/generator/formula"
	"longhand/generator/model"
	"longhand/generator/number"
	"longhand/generator/problem"
	"longhand/generator/trace"
)

// network states a problem's network. Names that no registry has, and what cannot go together, are errors at their place
// in the file.
func network(p *problem.Problem) (*model.Model, error) {
	n := model.Network{Loss: p.Network.Loss.Value, Samples: p.Network.Samples, Mean: !p.Network.Sum, L2: p.Network.L2 != nil,
		Method: "gradient descent", Steps: 1}
	for _, l := range p.Network.Layers {
		if _, ok := model.Activations[l.Activation.Value]; !ok {
			return nil, unknown(l.Activation, "activation", keys(model.Activations))
		}
		n.Layers = append(n.Layers, model.Layer{Units: l.Units, Activation: l.Activation.Value, Bias: l.Bias,
			SharedBias: l.SharedBias, Weights: l.Weights.Value})
	}
	loss, ok := model.Losses[n.Loss]
	if !ok {
		return nil, unknown(p.Network.Loss, "loss", keys(model.Losses))
	}
	last := p.Network.Layers[len(n.Layers)-1]
	if loss.Needed && last.Activation.Value != loss.Matching {
		return nil, last.Activation.Pos.Errorf("%s needs %s as the activation of the last layer, not %s", n.Loss, loss.Matching, last.Activation.Value).
			WithHint("write activation: %s, or take another loss", loss.Matching)
	}
	if p.Train.Present {
		n.Method, n.Steps = p.Train.Method.Value, p.Train.Steps
		method, ok := model.Methods[n.Method]
		if !ok {
			return nil, unknown(p.Train.Method, "method", keys(model.Methods))
		}
		if err := checkSettings(p, method); err != nil {
			return nil, err
		}
		for _, f := range p.Train.Freeze {
			n.Freeze = append(n.Freeze, f.Value)
		}
		if p.Train.Decay != nil {
			n.Decay = p.Train.Decay.Every
		}
	}
	for _, g := range p.Given {
		switch {
		case g.Name == "x":
			n.Inputs = len(g.Value.Items)
		case g.Name == "X":
			n.Inputs = g.Value.Shape[0]
		case (g.Name == "t" || g.Name == "T") && loss.Distribution:
			if err := checkShares(p, g.Value); err != nil {
				return nil, err
			}
		}
	}
	m, err := model.FromNetwork(n)
	if err != nil {
		return nil, p.Network.Pos.Errorf("%w", err)
	}
	return m, nil
}

// checkSettings holds that the method needs what is set.
func checkSettings(p *problem.Problem, method model.Method) error {
	var known []string
	for _, s := range method.Settings {
		known = append(known, s.Key)
	}
	for _, s := range p.Train.Settings {
		used := false
		for _, key := range known {
			used = used || key == s.Key
		}
		if used {
			continue
		}
		e := s.Value.Pos.Errorf("%s has no %s", p.Train.Method.Value, s.Key)
		if len(known) == 0 {
			return e.WithHint("leave it out, or choose a method that has one, such as %s", methodWith(s.Key))
		}
		return e.WithHint("its settings are %s", join(known))
	}
	return nil
}

func methodWith(key string) string {
	for _, name := range keys(model.Methods) {
		for _, s := range model.Methods[name].Settings {
			if s.Key == key {
				return name
			}
		}
	}
	return ""
}

// checkShares holds that the targets of each sample add up to 1, without which the derivative is not y − t.
func checkShares(p *problem.Problem, t problem.Array) error {
	columns := 1
	if len(t.Shape) == 2 {
		columns = t.Shape[1]
	}
	for j := range columns {
		sum := new(big.Rat)
		for i := j; i < len(t.Items); i += columns {
			if r, ok := t.Items[i].Value.Rat(); ok {
				sum.Add(sum, r)
			}
		}
		if sum.Cmp(big.NewRat(1, 1)) != 0 {
			what := "the targets add"
			if columns > 1 {
				what = "the targets of sample " + number.FromInt(int64(j+1)).String() + " add"
			}
			total := number.FromRat(sum).String()
			return t.Items[j].Pos.Errorf("%s up to %s, not to 1", what, total).
				WithHint("with %s the targets are shares of a whole: write 1 for the right class and 0 for the others", p.Network.Loss.Value)
		}
	}
	return nil
}

// givenNetwork are the problem's numbers, those of training, and the ones of a batch.
func givenNetwork(p *problem.Problem, m *model.Model) []trace.Given {
	var list []trace.Given
	for _, g := range p.Given {
		list = append(list, givenArray(g.Name, g.Value))
	}
	if p.Network.L2 != nil {
		list = append(list, givenArray("lambda", problem.Array{Items: []problem.Literal{*p.Network.L2}}))
	}
	if m.Ones != "" {
		ones := trace.Given{Name: m.Ones, Value: trace.Value{Shape: m.Shapes[m.Ones]}}
		for range m.Network.Samples {
			ones.Value.Items, ones.Typed = append(ones.Value.Items, number.FromInt(1)), append(ones.Typed, "1")
		}
		list = append(list, ones)
	}
	if !p.Train.Present {
		return list
	}
	list = append(list, givenArray(m.Rate, problem.Array{Items: []problem.Literal{p.Train.Rate}}))
	list = append(list, settings(p, m)...)
	if p.Train.Decay != nil && p.Train.Steps > 1 {
		list = append(list, givenArray("gamma", problem.Array{Items: []problem.Literal{p.Train.Decay.Factor}}))
	}
	return list
}

// settings are the numbers of the method: those of the file, or the usual ones.
func settings(p *problem.Problem, m *model.Model) []trace.Given {
	var list []trace.Given
	for _, s := range model.Methods[m.Network.Method].Settings {
		text := s.Default
		for _, typed := range p.Train.Settings {
			if typed.Key == s.Key {
				text = typed.Value.Text
			}
		}
		x, err := number.Parse(text)
		if err != nil {
			panic("generator: the usual value of " + s.Key + " is no number")
		}
		if n := len(list); s.Entry > 1 { // the next entry of a quantity that has begun
			g := &list[n-1]
			g.Value.Shape = formula.Shape{Rows: s.Entry, Cols: 1}
			g.Value.Items, g.Typed = append(g.Value.Items, x), append(g.Typed, text)
			continue
		}
		list = append(list, trace.Given{Name: s.Name, Value: trace.NumberValue(x), Typed: []string{text}})
	}
	return list
}
