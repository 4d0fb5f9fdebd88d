package generator

import (
	"strconv"
	"strings"

	"longhand/generator/document"
	"longhand/generator/formula"
	"longhand/generator/problem"
	"longhand/generator/source"
	"longhand/generator/tex"
	"longhand/generator/trace"
)

// showEntries passes on which entries the problem wants to see of long derivations: W^{(1)}_{2,3} or W1_{2,3}. An entry of
// a parameter is shown in its derivative and its update too.
func showEntries(p *problem.Problem, x *document.Example, t *trace.Trace) error {
	for _, text := range p.Display.Show {
		e, err := tex.Parse(text.Value)
		index, ok := e.(formula.Index)
		if err != nil || !ok {
			return text.Pos.Errorf("“%s” is no entry of a quantity", text.Value).WithHint("write it with its indices: W1_{2,3} or z1_5")
		}
		symbol, _ := index.X.(formula.Symbol)
		step, known := t.Step(symbol.Name)
		if !known {
			e := text.Pos.Errorf("there is no quantity %s", tex.Print(index.X))
			var names []string
			for _, s := range t.Steps {
				names = append(names, s.Name)
			}
			if near := source.Suggest(symbol.Name, names); near != "" {
				return e.WithHint("did you mean %s?", near)
			}
			return e.WithHint("`longhand values` lists all quantities")
		}
		at := []int{1, 1}
		for i, k := range index.At {
			n, ok := k.(formula.Number)
			if !ok || i > 1 {
				return text.Pos.Errorf("“%s” is no entry of a quantity", text.Value).WithHint("indices are whole numbers, counted from 1")
			}
			at[i], _ = strconv.Atoi(n.Text)
		}
		if _, err := formula.ShapeOf(index, func(string) (formula.Shape, bool) { return step.Value.Shape, true }); err != nil {
			return text.Pos.Errorf("%s is %v: %v", tex.Print(index.X), step.Value.Shape, err).WithHint("indices count from 1")
		}
		entry := (at[0]-1)*step.Value.Cols + at[1] - 1
		for _, s := range t.Steps {
			base := strings.TrimSuffix(s.Name, "_new")
			if base == symbol.Name || strings.HasSuffix(base, "/d"+symbol.Name) && s.Value.Shape == step.Value.Shape {
				x.Show(s.Name, entry)
			}
		}
	}
	return nil
}
