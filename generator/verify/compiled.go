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
	arithmetic := &evaluator{c: k.c}
	return func() (number.Real, error) {
		a, err := x()
		if err != nil {
			return a, err
		}
		b, err := y()
		if err != nil {
			return b, err
		}
		return arithmetic.operate(op, a, b)
	}
}

// machine keeps the values of names and computes equations.
type machine interface {
	set(name string, x trace.Value)
	get(name string) trace.Value
	// program prepares equations; the function computes them in order and is false where one has no value. It is nil where the
	// machine cannot compute them.
	program(equations []formula.Equation) (run func() bool)
}

// machineFor is the fastest machine that computes two programs from given values, and the programs prepared.
func machineFor(c *number.Context, given map[string]trace.Value, first, second []formula.Equation) (k machine, runFirst, runSecond func() bool) {
	scalar := true
	for _, x := range given {
		scalar = scalar && len(x.Items) == 1
	}
	if scalar {
		k = &compiler{c: c, slots: map[string]int{}}
		if runFirst, runSecond = k.program(first), k.program(second); runFirst != nil && runSecond != nil {
			return k, runFirst, runSecond
		}
	}
	k = &interpreter{c, map[string]trace.Value{}}
	return k, k.program(first), k.program(second)
}

func (k *compiler) set(name string, x trace.Value) { k.reals[k.slot(name)] = x.Items[0] }

func (k *compiler) get(name string) trace.Value { return trace.NumberValue(k.reals[k.slot(name)]) }

func (k *compiler) program(equations []formula.Equation) func() bool {
	type step struct {
		slot    int
		compute compute
	}
	var steps []step
	for _, e := range equations {
		body := k.compile(e.Body)
		if body == nil {
			return nil
		}
		steps = append(steps, step{k.slot(e.Name), body})
	}
	return func() bool {
		for _, s := range steps {
			x, err := s.compute()
			if err != nil {
				return false
			}
			k.reals[s.slot] = x
		}
		return true
	}
}

// interpreter computes equations of matrices.
type interpreter struct {
	c      *number.Context
	values map[string]trace.Value
}

func (k *interpreter) set(name string, x trace.Value) { k.values[name] = x }

func (k *interpreter) get(name string) trace.Value { return k.values[name] }

func (k *interpreter) program(equations []formula.Equation) func() bool {
	lookup := func(name string) (trace.Value, bool) { x, ok := k.values[name]; return x, ok }
	return func() bool {
		for _, e := range equations {
			x, err := trace.Eval(k.c, e.Body, lookup)
			if err != nil {
				return false
			}
			k.values[e.Name] = x
		}
		return true
	}
}
