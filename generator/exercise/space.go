package exercise

import (
	"math/big"
	"slices"

	"longhand/generator/problem"
	"longhand/generator/trace"
)

// space is all that the numbers of a problem may become: each combination once, so that no two variants are the same.
type space struct {
	problem *problem.Problem
	choices []choice
	size    *big.Int // the number of combinations
}

// choice is what one quantity may become: one wheel for the quantity as a whole, or a wheel for each entry.
type choice struct {
	name   string
	wheels []wheel
}

// wheel lists different possibilities. Each is a single number, or the numbers of a whole quantity.
type wheel [][]problem.Literal

// newSpace gives what varies: what `vary` says, or what is usual.
func newSpace(p *problem.Problem) *space {
	if len(p.Vary) == 0 {
		return spaceOf(p, usual(p))
	}
	var list []choice
	for _, v := range p.Vary {
		c := choice{name: v.Name}
		n := 1
		for _, g := range p.Given {
			if g.Name == v.Name {
				n = len(g.Value.Items)
			}
		}
		var numbers []problem.Literal
		switch {
		case v.Range != nil:
			numbers = v.Range.Values()
		case len(v.OneOf[0].Items) == n:
			var w wheel
			for _, a := range v.OneOf {
				w = append(w, a.Items)
			}
			c.wheels = []wheel{different(w)}
		default:
			for _, a := range v.OneOf {
				numbers = append(numbers, a.Items[0])
			}
		}
		if numbers != nil {
			c.wheels = slices.Repeat([]wheel{ofNumbers(numbers)}, n)
		}
		list = append(list, c)
	}
	return spaceOf(p, list)
}

func spaceOf(p *problem.Problem, list []choice) *space {
	s := &space{p, list, big.NewInt(1)}
	for _, c := range list {
		for _, w := range c.wheels {
			s.size.Mul(s.size, big.NewInt(int64(len(w))))
		}
	}
	return s
}

// ofNumbers is a wheel of single numbers.
func ofNumbers(numbers []problem.Literal) wheel {
	w := make(wheel, len(numbers))
	for i := range numbers {
		w[i] = numbers[i : i+1]
	}
	return different(w)
}

// different leaves each possibility once: 0.5 and 0.50 are the same.
func different(w wheel) wheel {
	seen := map[string]bool{}
	return slices.DeleteFunc(w, func(items []problem.Literal) bool {
		key := ""
		for _, l := range items {
			r, _ := l.Value.Rat()
			key += r.RatString() + " "
		}
		twice := seen[key]
		seen[key] = true
		return twice
	})
}

// at is the problem with one combination of numbers, from 0 to size − 1.
func (s *space) at(combination *big.Int) *problem.Problem {
	p := *s.problem
	p.Given = slices.Clone(p.Given)
	rest := new(big.Int).Set(combination)
	for _, c := range s.choices {
		var items []problem.Literal
		for _, w := range c.wheels {
			var k big.Int
			rest.DivMod(rest, big.NewInt(int64(len(w))), &k)
			items = append(items, w[k.Int64()]...)
		}
		put(&p, c.name, items)
	}
	return &p
}

// put gives a quantity other numbers.
func put(p *problem.Problem, name string, items []problem.Literal) {
	if name == problem.RateName && p.Train.Present {
		p.Train.Rate = items[0]
	}
	for i := range p.Given {
		if p.Given[i].Name == name {
			p.Given[i].Value.Items = items
		}
	}
}

// names are the quantities that vary, by their names in a trace. (Problem files may write them in TeX.)
func (s *space) names(t *trace.Trace) map[string]bool {
	inTrace := map[string]string{}
	if s.problem.Network == nil {
		for i, g := range s.problem.Given {
			inTrace[g.Name] = t.Steps[i].Name
		}
	}
	names := map[string]bool{}
	for _, c := range s.choices {
		name := c.name
		if n, ok := inTrace[name]; ok {
			name = n
		}
		names[name] = slices.ContainsFunc(c.wheels, func(w wheel) bool { return len(w) > 1 })
	}
	return names
}
