package problem

import (
	"math/big"
	"slices"
	"strings"

	"longhand/generator/number"
	"longhand/generator/source"
)

// RateName is what `vary` calls the learning rate of `train`.
const RateName = "eta"

// Vary says which values a given quantity, or the learning rate, takes in the variants of a worksheet. Exactly one of
// Range and OneOf is set.
type Vary struct {
	Name  string
	Range *Range  // each entry takes a value of its own
	OneOf []Array // the whole quantity takes one of these; where they are numbers, each entry takes one of its own
	Pos   source.Pos
}

// Range is From, From + Step, … up to To, without the numbers in Except.
type Range struct {
	From, To, Step Literal
	Except         []Literal
}

// mostValues bounds a range.
const mostValues = 1_000_000

// Values lists the numbers of a range, each with the decimal places of its bounds.
func (r Range) Values() []Literal {
	places := max(decimals(r.From), decimals(r.To), decimals(r.Step))
	from, _ := r.From.Value.Rat()
	to, _ := r.To.Value.Rat()
	step, _ := r.Step.Value.Rat()
	var list []Literal
	for x := new(big.Rat).Set(from); x.Cmp(to) <= 0; x.Add(x, step) {
		text := x.FloatString(places)
		if x.Sign() == 0 {
			text = "0"
		}
		value := number.FromRat(x)
		if !slices.ContainsFunc(r.Except, func(l Literal) bool { return l.Value.Compare(value) == number.Equal }) {
			list = append(list, Literal{text, value, r.From.Pos})
		}
	}
	return list
}

// decimals are the places behind the point that a number was typed with.
func decimals(l Literal) int {
	d, _ := l.Value.Decimal()
	places := max(0, -int(d.Exponent()))
	if _, fraction, ok := strings.Cut(l.Text, "."); ok && !strings.ContainsAny(l.Text, "eE") {
		places = len(fraction)
	}
	return places
}

const varyHint = "write W1: {from: -0.9, to: 0.9, step: 0.1, except: [0]} or x: {one of: [[1, 0.5], [0.5, 1]]}"

func readVary(p *Problem, n *node) error {
	if n.kind != table {
		return n.pos.Errorf("vary must have names and what they may be, not %s", n.what()).WithHint(varyHint)
	}
	for _, q := range n.pairs {
		v := Vary{Name: q.key, Pos: q.pos}
		rule := varyRule{vary: &v}
		if q.value.kind != table {
			return q.value.pos.Errorf("vary %s must say from, to and step, or one of, not %s", shorten(q.key), q.value.what()).WithHint(varyHint)
		}
		if err := readTable(&rule, q.value, "vary "+shorten(q.key), varyKeys); err != nil {
			return err
		}
		if err := rule.check(q); err != nil {
			return err
		}
		p.Vary = append(p.Vary, v)
	}
	return nil
}

// varyRule is a row of `vary` as it is read.
type varyRule struct {
	vary           *Vary
	from, to, step *Literal
	except         []Literal
}

var varyKeys = []key[varyRule]{
	{"from", "", func(r *varyRule, n *node) error { return optional(&r.from, n, "from") }},
	{"to", "", func(r *varyRule, n *node) error { return optional(&r.to, n, "to") }},
	{"step", "", func(r *varyRule, n *node) error { return optional(&r.step, n, "step") }},
	{"except", "", func(r *varyRule, n *node) error {
		a, err := array(n, "except")
		r.except = a.Items
		return err
	}},
	{"one of", "", func(r *varyRule, n *node) error {
		if n.kind != list || len(n.items) == 0 {
			return n.pos.Errorf("one of must be a list of values, not %s", n.what()).WithHint("write one of: [0.1, 0.5]")
		}
		for _, item := range n.items {
			a, err := array(item, "one of")
			if err != nil {
				return err
			}
			r.vary.OneOf = append(r.vary.OneOf, a)
		}
		return nil
	}},
}

func optional(into **Literal, n *node, what string) error {
	l, err := literal(n, what)
	*into = &l
	return err
}

func (r *varyRule) check(q pair) error {
	name := shorten(q.key)
	ranged := r.from != nil || r.to != nil || r.step != nil || r.except != nil
	switch {
	case ranged && r.vary.OneOf != nil:
		return q.pos.Errorf("vary %s has a range and one of", name).WithHint("keep from, to and step, or one of")
	case r.vary.OneOf != nil:
		return nil
	case r.from == nil || r.to == nil || r.step == nil:
		return q.pos.Errorf("vary %s needs from, to and step", name).WithHint(varyHint)
	}
	zero := number.FromInt(0)
	if r.step.Value.Compare(zero) != number.Greater {
		return r.step.Pos.Errorf("the step of vary %s must be greater than 0", name)
	}
	if r.from.Value.Compare(r.to.Value) == number.Greater {
		return r.from.Pos.Errorf("vary %s goes from %s down to %s", name, shorten(r.from.Text), shorten(r.to.Text)).
			WithHint("exchange from and to; the step is always positive")
	}
	from, _ := r.from.Value.Rat()
	to, _ := r.to.Value.Rat()
	step, _ := r.step.Value.Rat()
	steps := new(big.Rat).Quo(new(big.Rat).Sub(to, from), step)
	if steps.Cmp(big.NewRat(mostValues, 1)) > 0 {
		return r.step.Pos.Errorf("vary %s has more than a million values", name).WithHint("choose a larger step")
	}
	r.vary.Range = &Range{*r.from, *r.to, *r.step, r.except}
	if len(r.vary.Range.Values()) == 0 {
		return q.pos.Errorf("vary %s leaves no value: except takes all of them away", name)
	}
	return nil
}

// checkVary holds the names and shapes of `vary` against the given values.
func (p *Problem) checkVary() error {
	known := make([]string, 0, len(p.Given)+1)
	shapes := map[string]Array{}
	for _, g := range p.Given {
		known = append(known, g.Name)
		shapes[g.Name] = g.Value
	}
	if p.Train.Present {
		known = append(known, RateName)
		shapes[RateName] = Array{Items: []Literal{p.Train.Rate}}
	}
	for i, v := range p.Vary {
		shape, ok := shapes[v.Name]
		if !ok {
			e := v.Pos.Errorf("vary names %s, which is not given", shorten(v.Name))
			if near := source.Suggest(v.Name, known); near != "" {
				return e.WithHint("did you mean %s?", near)
			}
			return e.WithHint("what can vary is %s", listed(known))
		}
		entries := 0 // values that are single numbers
		for j, a := range v.OneOf {
			if len(a.Shape) == 0 {
				entries++
			}
			if len(a.Items) == len(shape.Items) {
				p.Vary[i].OneOf[j].Shape = shape.Shape
			} else if len(a.Shape) != 0 {
				return a.Pos.Errorf("this value of vary %s has %s, but %s has %d", v.Name, count(len(a.Items), "number"), v.Name, len(shape.Items)).
					WithHint("give each value the shape of %s, or numbers for its entries", v.Name)
			}
		}
		if entries != 0 && entries != len(v.OneOf) {
			return v.Pos.Errorf("vary %s mixes numbers with lists", v.Name).WithHint("give all values the same shape")
		}
	}
	return nil
}
