package verify

import (
	"math/big"

	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/trace"
)

// maxFactorial bounds n!, whose digits grow faster than n.
const maxFactorial = 500

// factorial is n! of a whole number.
func (v *evaluator) factorial(x trace.Value) (trace.Value, error) {
	n, ok := wholeNumber(x)
	if !ok || n < 0 || n > maxFactorial {
		return x, noValue("a factorial of what is no whole number up to %d", maxFactorial)
	}
	return trace.NumberValue(fromInt(new(big.Int).MulRange(1, int64(n)))), nil
}

// binomial is the number of ways to choose k of n.
func (v *evaluator) binomial(x, y trace.Value) (trace.Value, error) {
	n, ok1 := wholeNumber(x)
	k, ok2 := wholeNumber(y)
	if !ok1 || !ok2 || n < 0 || n > maxFactorial {
		return x, noValue("a binomial coefficient of what are no whole numbers up to %d", maxFactorial)
	}
	return trace.NumberValue(fromInt(new(big.Int).Binomial(int64(n), int64(k)))), nil
}

func fromInt(n *big.Int) number.Real { return number.FromRat(new(big.Rat).SetInt(n)) }

// maxOrder bounds the matrices whose determinant is expanded along the first row, with n! terms.
const maxOrder = 5

// determinant expands the determinant of a square matrix along its first row.
func (v *evaluator) determinant(x trace.Value) (trace.Value, error) {
	if x.Rows != x.Cols || x.Rows > maxOrder {
		return x, noValue("a determinant of %v", x.Shape)
	}
	return trace.NumberValue(v.expand(x)), nil
}

func (v *evaluator) expand(x trace.Value) number.Real {
	if x.Rows == 1 {
		return x.Items[0]
	}
	var total number.Real
	for j := range x.Cols {
		minor := trace.Value{Shape: formula.Shape{Rows: x.Rows - 1, Cols: x.Cols - 1}}
		for i := 1; i < x.Rows; i++ {
			for k := range x.Cols {
				if k != j {
					minor.Items = append(minor.Items, x.At(i, k))
				}
			}
		}
		part := v.c.Mul(x.At(0, j), v.expand(minor))
		if j%2 == 1 {
			part = v.c.Neg(part)
		}
		total = v.c.Add(total, part)
	}
	return total
}
