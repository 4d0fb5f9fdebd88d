package document

import (
	"slices"

	"longhand/generator/formula"
	"longhand/generator/model"
	"longhand/generator/tex"
)

// What templates read off a network besides its layers.

// OneOutput says whether the network has a single output.
func (x *Example) OneOutput() bool { return x.Model.Layers[len(x.Model.Layers)-1].Units == 1 }

// Samples is the number of columns of a batch, with mini-batches of the first; 0 for one sample that is no batch.
func (x *Example) Samples() int { return x.Model.Network.Samples }

// HasBias says whether any layer has a bias, and AllBias whether every one has.
func (x *Example) HasBias() bool {
	return slices.ContainsFunc(x.Model.Layers, func(l model.LayerNames) bool { return l.Bias != "" })
}

// Columns says whether an activation acts on all units of a layer together.
func (l *Layer) Columns() bool { return model.Activations[l.Activation].Columns }

// Trained says whether training changes a parameter.
func (x *Example) Trained(name string) bool {
	return slices.ContainsFunc(x.Model.Parameters, func(p model.Parameter) bool { return p.Name == name })
}

// Gradient is the name of the loss's derivative in a parameter.
func (x *Example) Gradient(parameter string) string { return "d" + x.Model.Loss + "/d" + parameter }

// Uses counts the layers that use a matrix of weights.
func (x *Example) Uses(weights string) int {
	n := 0
	for _, l := range x.Model.Layers {
		if l.Weights == weights {
			n++
		}
	}
	return n
}

// Frozen are the parameters that training leaves alone: of a network in the order of the layers.
func (x *Example) Frozen() []string {
	var names []string
	for _, p := range x.Model.Parameters {
		if p.Frozen {
			names = append(names, p.Name)
		}
	}
	for _, l := range x.Model.Layers {
		for _, name := range []string{l.Weights, l.Bias} {
			if name != "" && !x.Trained(name) && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// Moving are the parameters that training changes, in the order of Parameters.
func (x *Example) Moving() []model.Parameter {
	return slices.DeleteFunc(slices.Clone(x.Parameters()), func(p model.Parameter) bool { return p.Frozen })
}

// Setting is a number of the method of training: its sign in TeX, its key, and where its value stands.
type Setting struct {
	Symbol, Key string
	name        string
	entry       int
}

// Settings are the numbers of the method, besides the learning rate.
func (x *Example) Settings() []Setting {
	var list []Setting
	for _, s := range model.Methods[x.Model.Training.Method].Settings {
		e := Setting{Symbol: tex.Symbol(s.Name), Key: s.Key, name: s.Name, entry: max(0, s.Entry-1)}
		if s.Entry > 0 {
			e.Symbol = tex.Print(formula.At(formula.Sym(s.Name), s.Entry))
		}
		list = append(list, e)
	}
	return list
}

// SettingValue is the value of a setting, as TeX.
func (x *Example) SettingValue(s Setting) (string, error) {
	shown, err := x.deriver.Entry(s.name, s.entry)
	return tex.Print(shown.Expr), err
}

// ParametersOf are the trained parameters that belong to a layer.
func (x *Example) ParametersOf(l *Layer) []model.Parameter {
	var list []model.Parameter
	for _, p := range x.Model.Parameters {
		if p.Layer == l.Number {
			list = append(list, p)
		}
	}
	return list
}

// LossParts are the names of the error, the penalty and the loss, those that there are.
func (x *Example) LossParts() []string {
	parts := []string{x.Model.Error}
	if x.Model.Penalty != "" {
		parts = append(parts, x.Model.Penalty)
	}
	if x.Model.Loss != x.Model.Error {
		parts = append(parts, x.Model.Loss)
	}
	return parts
}

// activationFunction is the function of an activation, "" for the identity.
func activationFunction(name string) string { return model.Activations[name].Function }

// applied is a function of u in TeX, with a mark such as ' behind its name.
func applied(name string, mark ...string) string {
	call := tex.Print(formula.Call{Func: name, Args: []formula.Expr{formula.Sym("u")}})
	if len(mark) == 0 {
		return call
	}
	return call[:len(call)-len("(u)")] + mark[0] + "(u)"
}

// Silent are the units of a rectified layer, as TeX, that hand on 0 for the one sample.
func (x *Example) Silent(l *Layer) ([]string, error) {
	var units []string
	if l.Activation != "relu" || x.Samples() > 0 {
		return nil, nil
	}
	for i := range l.Units {
		order, err := x.compareToZero(l.Activated, i)
		if err != nil {
			return nil, err
		}
		if order == "equal" {
			units = append(units, entryTeX(l.Activated, i, l.Units))
		}
	}
	return units, nil
}

// Decays says whether the learning rate changes from step to step.
func (x *Example) Decays() bool { return x.Model.Training.Decay > 0 && x.Model.Training.Steps > 1 }

// AnyColumns says whether any activation that is differentiated acts on all units of a layer together.
func (x *Example) AnyColumns() bool {
	return slices.ContainsFunc(x.Layers(), func(l *Layer) bool {
		return l.Columns() && l.Delta != ""
	})
}

// AnySharedBias says whether the units of some layer share a bias that is trained.
func (x *Example) AnySharedBias() bool {
	return slices.ContainsFunc(x.Model.Layers, func(l model.LayerNames) bool { return l.SharedBias && x.Trained(l.Bias) })
}

// Deltas are the names of the deltas, from the output back.
func (x *Example) Deltas() []string {
	var names []string
	for _, l := range x.Backwards() {
		if l.Delta != "" {
			names = append(names, l.Delta)
		}
	}
	return names
}

// LossRemarks is what must be said of the loss besides its equation, or "".
func (x *Example) LossRemarks() (string, error) { return x.Phrase("loss remarks", x) }

// Composes says whether the loss, written out as a function of all parameters, is a formula that can be read.
func (x *Example) Composes() (bool, error) {
	text, err := x.composed(x.Model.Loss)
	return x.Model.Loss == x.Model.Error && len(text) < mostComposed, err
}

// mostComposed is the length of the longest TeX that is still read as one formula.
const mostComposed = 400
