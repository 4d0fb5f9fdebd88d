package generator

import (
	"math/big"

	"longhand/generator/model"
	"longhand/generator/number"
	"longhand/generator/problem"
	"longhand/generator/trace"
)

// network states a problem's network. Names that no registry has, and what cannot go together, are errors at their place
// in the file.
func network(p *problem.Problem) (*model.Model, error) {
	n := model.Network{Loss: p.Network.Loss.Value, Samples: p.Network.Samples, Mean: !p.Network.Sum, L2: p.Network.L2 != nil}
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
	if p.Train.BatchSize > 0 && n.Samples == 0 {
		return nil, p.Train.BatchPos.Errorf("mini-batches need several samples, and x is a single one").
			WithHint("give X and T, with a column for each sample, or leave batch size out")
	}
	for _, names := range [][]problem.Text{p.Train.Columns, p.Train.Rows, {p.Train.Count}} {
		for _, name := range names {
			if name.Value != "" {
				return nil, name.Pos.Errorf("the samples of a network are the columns of X and T without being told").
					WithHint("leave columns, rows and count out")
			}
		}
	}
	t, err := training(p, n.Samples)
	if err != nil {
		return nil, err
	}
	for _, f := range p.Train.Freeze {
		t.Freeze = append(t.Freeze, f.Value)
	}
	m, err := model.FromNetwork(n, t)
	if err != nil {
		return nil, p.Network.Pos.Errorf("%w", err)
	}
	return m, nil
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
		const name = "ones"
		ones := trace.Given{Name: name, Value: trace.Value{Shape: m.Shapes[name]}}
		for range ones.Value.Rows {
			ones.Value.Items, ones.Typed = append(ones.Value.Items, number.FromInt(1)), append(ones.Typed, "1")
		}
		list = append(list, ones)
	}
	return append(list, givenTraining(p, m)...)
}
