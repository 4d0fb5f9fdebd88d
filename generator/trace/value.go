// Package trace runs equations on given values. It evaluates formulas with certified arithmetic, keeps every quantity's
// equation, value and inputs beside the tree, and recomputes all of them with more precision where a digit cannot be
// proven yet. It prints nothing and rounds nothing for display.
package trace

import (
	"longhand/generator/formula"
	"longhand/generator/number"
)

// Value is a matrix of real numbers in row-major order; a number is 1×1, a vector has one column.
type Value struct {
	formula.Shape
	Items []number.Real
}

// NumberValue is a 1×1 value.
func NumberValue(x number.Real) Value { return Value{formula.Scalar, []number.Real{x}} }

// At is the entry in a row and column counted from 0; a number has the same entry everywhere.
func (v Value) At(row, col int) number.Real {
	if v.IsScalar() {
		return v.Items[0]
	}
	return v.Items[row*v.Cols+col]
}
