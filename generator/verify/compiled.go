package verify

import (
	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/trace"
)

// compiler turns formulas of numbers into functions that keep the numbers of all names in one list. Ten thousand rounds of
// training compute the same equations so many times that looking names up and making matrices of one entry takes most of
// the time otherwise.
type compiler struct {
	c     *number.Context
	slots map[string]int
	reals []number.Real // of the names
}

// compute gives a number from those of the names.
type compute func() (number.Real, error)

// slot is the place of a name.
func (k *compiler) slot(name string) int {
	i, ok := k.slots[name]
	if !ok {
		i = len(k.reals)
		k.slots[name] = i
		k.reals = append(k.reals, number.Real{})
	}
	return i
}

// compile turns a formula into a function; nil where it holds anything but arithmetic and functions of one number.
func (k *compiler) compile(e formula.Expr) compute {
	switch e := e.(type) {
	case formula.Number:
		x, err := number.Parse(e.Text)
		return func() (number.Real, error) { return x, err }
	case formula.Symbol:
		i := k.slot(e.Name)
		return func() (number.Real, error) { return k.reals[i], nil }
	case formula.Transpose:
		return k.compile(e.X)
	case formula.Unary:
		x := k.compile(e.X)
		if x == nil {
			return nil
		}
		return func() (number.Real, error) {
			a, err := x()
			return k.c.Neg(a), err
		}
	case formula.Binary:
		x, y := k.compile(e.X), k.compile(e.Y)
		if x == nil || y == nil {
			return nil
		}
		return k.operation(e.Op, x, y)
	case formula.Call:
		f, ok := entrywise(e.Func)
		if !ok || len(e.Args) != 1 {
			return nil
		}
		x := k.compile(e.Args[0])
		if x == nil {
			return nil
		}
		return func() (number.Real, error) {
			a, err := x()
			if err != nil {
				return a, err
			}
			return f(k.c, a)
		}
	}
	return nil
}

func (k *compiler) operation(op formula.BinaryOp, x, y compute) compute {
	return func() (number.Real, error) {
		a, err := x()
		if err != nil {
			return a, err
		}
		b, err := y()
		if err != nil {
			return b, err
		}
		switch op {
		case formula.Add:
			return k.c.Add(a, b), nil
		case formula.Sub:
			return k.c.Sub(a, b), nil
		case formula.Div:
			return k.c.Div(a, b)
		case formula.Pow:
			if n, ok := wholeNumber(trace.NumberValue(b)); ok {
				return k.c.PowInt(a, n)
			}
			return k.c.Pow(a, b)
		}
		return k.c.Mul(a, b), nil
	}
}

// step computes the number of one name.
type step struct {
	slot    int
	compute compute
}

// steps compiles equations; nil where one cannot be compiled.
func (k *compiler) steps(equations []formula.Equation) []step {
	var list []step
	for _, e := range equations {
		f := k.compile(e.Body)
		if f == nil {
			return nil
		}
		list = append(list, step{k.slot(e.Name), f})
	}
	return list
}

// run takes the steps in order; false where one has no value.
func (k *compiler) run(steps []step) bool {
	for _, s := range steps {
		x, err := s.compute()
		if err != nil {
			return false
		}
		k.reals[s.slot] = x
	}
	return true
}
