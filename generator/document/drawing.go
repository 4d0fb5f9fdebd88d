package document

import (
	"longhand/generator/figure"
	"longhand/generator/tex"
)

// Drawing is the network as a figure, network.svg, with the weights as they were typed on its edges.
func (x *Example) Drawing() (figure.Figure, error) {
	title, err := x.Phrase("Inputs", x)
	if err != nil {
		return figure.Figure{}, err
	}
	columns := []figure.Layer{{Title: title, Units: x.units(x.Model.Input, x.Model.Network.Inputs)}}
	for _, l := range x.Layers() {
		if title, err = x.Phrase("Layer", l); err != nil {
			return figure.Figure{}, err
		}
		column := figure.Layer{Title: title, Units: x.units(l.Activated, l.Units)}
		weights, err := x.step(l.Weights)
		if err != nil {
			return figure.Figure{}, err
		}
		for i := range l.Units {
			column.Weights = append(column.Weights, weights.Typed[i*l.Inputs:(i+1)*l.Inputs])
		}
		columns = append(columns, column)
	}
	alt, err := x.Phrase("drawing", x)
	if err != nil {
		return figure.Figure{}, err
	}
	return figure.Network("network.svg", alt, columns)
}

// units are the entries of a quantity as labels.
func (x *Example) units(name string, n int) []figure.Unit {
	parsed, _ := tex.ParseName(name)
	label := figure.Label{Base: parsed.Base}
	if parsed.Layer != "" {
		label.Sup = "(" + parsed.Layer + ")"
	}
	list := make([]figure.Unit, n)
	for i := range list {
		list[i].Label = label
		if n > 1 {
			list[i].Label.Sub = itoa(i + 1)
		}
	}
	return list
}
