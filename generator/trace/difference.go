package trace

import (
	"errors"
	"fmt"

	"longhand/generator/number"
)

// differenceDigits is h = 10^−differenceDigits of a central difference, whose error is of the order h².
const differenceDigits = 40

// Agreement compares a computed derivative with the central difference
//
//	(f(θ + h) − f(θ − h)) / 2h,   h = 10⁻⁴⁰,
//
// where f recomputes the target with one entry of a given quantity changed (Nocedal, Wright: Numerical Optimization,
// section 8.1). It gives the number of significant digits in which the two agree, proven by their enclosures. Where both
// are exactly the same number, or the derivative is 0 as far as its enclosure tells and the difference smaller than h, it says
// so instead.
func (t *Trace) Agreement(target, parameter string, entry int, gradient string) (digits int, same bool, err error) {
	p, ok := t.Step(parameter)
	if !ok || !p.IsGiven() {
		return 0, false, fmt.Errorf("%s is not a given quantity", parameter)
	}
	g, ok := t.Step(gradient)
	if !ok {
		return 0, false, fmt.Errorf("%s is not a quantity of this example", gradient)
	}
	needed := t.between(parameter, target)
	h, err := number.Parse(fmt.Sprintf("1e-%d", differenceDigits))
	if err != nil {
		return 0, false, err
	}
	err = number.Refine(t.ctx, 512, func(c *number.Context) error {
		plus, err := t.moved(c, needed, p, entry, h)
		if err != nil {
			return err
		}
		minus, err := t.moved(c, needed, p, entry, c.Neg(h))
		if err != nil {
			return err
		}
		difference, err := c.Div(c.Sub(plus.Items[0], minus.Items[0]), c.Mul(number.FromInt(2), h))
		if err != nil {
			return err
		}
		derivative, err := t.again(c, g, map[string]Value{})
		if err != nil {
			return err
		}
		digits, same, err = agreeing(c, derivative.Items[entry], difference)
		return err
	})
	return digits, same, err
}

// between lists the equations that lead from a given quantity to the target, in order: the only ones that change.
func (t *Trace) between(from, target string) []*Step {
	touched := map[string]bool{from: true}
	var list []*Step
	for _, s := range t.Steps {
		for _, input := range s.Inputs {
			if touched[input.Name] {
				touched[s.Name] = true
				list = append(list, s)
				break
			}
		}
		if s.Name == target {
			return list
		}
	}
	return list
}

// moved computes the last of the steps with one entry of a given quantity moved by h.
func (t *Trace) moved(c *number.Context, steps []*Step, p *Step, entry int, h number.Real) (Value, error) {
	changed := map[string]Value{}
	value := Value{p.Value.Shape, append([]number.Real(nil), p.Value.Items...)}
	value.Items[entry] = c.Add(value.Items[entry], h)
	changed[p.Name] = value
	lookup := func(name string) (Value, bool) {
		if v, ok := changed[name]; ok {
			return v, true
		}
		s, ok := t.byName[name]
		if !ok {
			return Value{}, false
		}
		if s.IsGiven() {
			return s.Value, true
		}
		v, err := t.again(c, s, changed)
		return v, err == nil
	}
	for _, s := range steps {
		v, err := EvalSigned(c, s.Equation.Body, lookup, t.Signs)
		if err != nil {
			return Value{}, err
		}
		changed[s.Name] = v
	}
	if len(steps) == 0 {
		return Value{}, errors.New("the target does not depend on the quantity")
	}
	return changed[steps[len(steps)-1].Name], nil
}

// again computes an unchanged quantity with the precision of c, once.
func (t *Trace) again(c *number.Context, s *Step, done map[string]Value) (Value, error) {
	v, err := EvalSigned(c, s.Equation.Body, func(name string) (Value, bool) {
		if v, ok := done[name]; ok {
			return v, true
		}
		input, ok := t.byName[name]
		if !ok {
			return Value{}, false
		}
		if input.IsGiven() {
			return input.Value, true
		}
		v, err := t.again(c, input, done)
		return v, err == nil
	}, t.Signs)
	if err == nil {
		done[s.Name] = v
	}
	return v, err
}

// agreeing gives the greatest n with |a − b| ≤ ½·10⁻ⁿ·|a| for all points of both enclosures, up to the digits that the
// step h can give.
func agreeing(c *number.Context, a, b number.Real) (int, bool, error) {
	if a.Compare(b) == number.Equal {
		return 0, true, nil
	}
	if sign, decided := a.Sign(); !decided || sign == 0 { // no digits to agree in: both must vanish with h
		tiny, err := number.Parse(fmt.Sprintf("1e-%d", differenceDigits))
		return 0, err == nil && c.Abs(a).Compare(tiny) == number.Less && c.Abs(b).Compare(tiny) == number.Less, err
	}
	gap := c.Mul(number.FromInt(2), c.Abs(c.Sub(a, b)))
	size := c.Abs(a)
	n := 0
	for ; n < 2*differenceDigits; n++ {
		size2, err := c.Div(size, number.FromInt(10))
		if err != nil {
			return 0, false, err
		}
		if gap.Compare(size2) != number.Less {
			break
		}
		size = size2
	}
	return n, false, nil
}
