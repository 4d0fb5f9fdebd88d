package trace

import (
	"errors"

	"longhand/generator/formula"
	"longhand/generator/number"
)

// Signs says of a symbol or a difference whether none of its entries can be negative; nil knows nothing.
type Signs func(e formula.Expr) bool

// positive are the functions that have no negative values.
var positive = map[string]bool{"exp": true, "sqrt": true, "sigmoid": true, "abs": true, "softplus": true, "step": true,
	"relu": true, "softmax": true, "rowsoftmax": true, "huber": true}

// NonNegative says whether a formula can have no negative entry because of how it is built: of squares, sums of such, and
// so on. It answers where an enclosure cannot: a derivative that is 0 because irrational numbers cancel is enclosed by an
// interval on both sides of 0 at every precision, and so is its square.
func NonNegative(e formula.Expr, signs Signs) bool {
	all := func(parts []formula.Expr) bool {
		for _, x := range parts {
			if !NonNegative(x, signs) {
				return false
			}
		}
		return true
	}
	switch e := e.(type) {
	case formula.Number:
		return true // a negative number is Neg(Number)
	case formula.Symbol:
		return signs != nil && signs(e)
	case formula.Matrix:
		return all(e.Items)
	case formula.Transpose:
		return NonNegative(e.X, signs)
	case formula.Index:
		return NonNegative(e.X, signs)
	case formula.Sum:
		return NonNegative(e.Body, signs)
	case formula.Call:
		if e.Func == "max" {
			for _, x := range e.Args {
				if NonNegative(x, signs) {
					return true
				}
			}
			return false
		}
		return positive[e.Func] || e.Func == "min" && all(e.Args)
	case formula.Binary:
		switch e.Op {
		case formula.Sub:
			return signs != nil && signs(e)
		case formula.Hadamard:
			if formula.Same(e.X, e.Y) {
				return true
			}
		case formula.Pow:
			if n, ok := formula.Constant(e.Y); ok && n.IsInt() && n.Num().Bit(0) == 0 {
				return true
			}
			return NonNegative(e.X, signs)
		}
		return all(formula.Children(e))
	}
	return false
}

// root is √x where x is known not to be negative. An enclosure that holds 0 and more has the root [0, √hi].
func root(c *number.Context, x number.Real) (number.Real, error) {
	y, err := c.Sqrt(x)
	var undecided *number.UndecidedError
	if !errors.As(err, &undecided) {
		return y, err
	}
	_, hi := x.Enclosure()
	if y, err = c.Sqrt(number.FromDecimal(hi)); err != nil {
		return y, err
	}
	return c.Between(number.Real{}, y), nil
}

// NotNegative says whether every entry of a value is sure not to be negative.
func NotNegative(v Value) bool {
	for _, x := range v.Items {
		if sign, decided := x.Sign(); !decided || sign < 0 {
			return false
		}
	}
	return len(v.Items) > 0
}

// Signs knows which of the trace's quantities cannot be negative: by their enclosures, or by their equations.
func (t *Trace) Signs(e formula.Expr) bool {
	if name, ok := e.(formula.Symbol); ok {
		if s, ok := t.byName[name.Name]; ok {
			return NotNegative(s.Value) || !s.IsGiven() && NonNegative(s.Equation.Body, t.Signs)
		}
	}
	v, err := Eval(number.NewContext(t.bits), e, t.lookup)
	return err == nil && NotNegative(v)
}
