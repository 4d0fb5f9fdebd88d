package tex

import (
	"fmt"
	"strings"

	"longhand/generator/formula"
)

// Print is the TeX of a formula, with the brackets that precedence and sign demand: −2 put in for w prints w² as
// (−2)², a − w as a − (−2), and w·x as (−2)·x.
func Print(e formula.Expr) string { return print(e, precSum, true) }

// Chain is the TeX of a chain on one line.
func Chain(c formula.Chain) string {
	var b strings.Builder
	for i, t := range c.Terms {
		if i > 0 {
			b.WriteString(" " + relationTeX[c.Relations[i-1]] + " ")
		}
		b.WriteString(Print(t))
	}
	return b.String()
}

// print writes e where an operation of precedence prec may stand. A minus sign may open the text only where first is
// true: at the beginning, and behind an opening bracket.
func print(e formula.Expr, prec int, first bool) string {
	switch e := e.(type) {
	case formula.Number:
		return bracketIf(prec > precProduct && isScientific(e), printNumber(e))
	case formula.Symbol:
		return Symbol(e.Name)
	case formula.Matrix:
		return printMatrix(e)
	case formula.Unary:
		text := "-" + printLast(e.X, precHadamard)
		return bracketIf(prec > precSum || !first, text)
	case formula.Binary:
		return printBinary(e, prec, first)
	case formula.Call:
		return printCall(e, prec)
	case formula.Index:
		return printIndex(e)
	case formula.Transpose:
		return printBase(e.X) + `^{\mathsf{T}}`
	case formula.Sum:
		text := fmt.Sprintf(`\sum_{%s=%s}^{%s} %s`, e.Var, Print(e.From), Print(e.To), printLast(e.Body, precProduct))
		return bracketIf(prec > precSum, text)
	}
	panic(fmt.Sprintf("tex: no such node: %T", e))
}

func isScientific(n formula.Number) bool { return strings.ContainsAny(n.Text, "eE") }

// printNumber writes 1e-8 as 1 × 10⁻⁸.
func printNumber(n formula.Number) string {
	i := strings.IndexAny(n.Text, "eE")
	if i < 0 {
		return n.Text
	}
	return n.Text[:i] + ` \times 10^{` + strings.TrimPrefix(n.Text[i+1:], "+") + `}`
}

func printMatrix(m formula.Matrix) string {
	rows := make([]string, m.Rows)
	for i := range rows {
		row := make([]string, m.Cols)
		for j := range row {
			row[j] = Print(m.Items[i*m.Cols+j])
		}
		rows[i] = strings.Join(row, " & ")
	}
	return `\begin{bmatrix} ` + strings.Join(rows, ` \\ `) + ` \end{bmatrix}`
}

func printBinary(e formula.Binary, prec int, first bool) string {
	op := operators[e.Op]
	switch e.Op {
	case formula.Div:
		return `\frac{` + Print(e.X) + `}{` + Print(e.Y) + `}`
	case formula.Pow:
		return printBase(e.X) + `^{` + printExponent(e.Y) + `}`
	}
	bracketed := prec > op.prec
	left := print(e.X, op.prec, (first || bracketed) && op.prec == precSum)
	right := print(e.Y, op.prec+1, false)
	if op.prec == precSum {
		right = printLast(e.Y, op.prec+1)
	}
	if sum, ok := e.Y.(formula.Sum); ok && e.Op == formula.Mul && prec < precProduct {
		right = print(sum, precSum, false) // nothing follows that Σ could swallow
	}
	if e.Op == formula.Hadamard { // a product beside ⊙ is read more easily in brackets
		left, right = bracketIf(isProduct(e.X), left), bracketIf(isProduct(e.Y), right)
	}
	sign := " " + op.tex + " "
	if e.Op == formula.Mul && juxtaposed(e.X, e.Y, right) {
		sign = " "
		if isBracket(right) {
			sign = ""
		}
	}
	return bracketIf(bracketed, left+sign+right)
}

// printLast writes an operand with nothing behind it that a Σ at its end could swallow: a sum needs no brackets there.
func printLast(e formula.Expr, prec int) string {
	if sum, ok := e.(formula.Sum); ok {
		return print(sum, precSum, false)
	}
	return print(e, prec, false)
}

// printExponent writes an exponent. A second pair of braces, which is not seen, keeps a T from meaning a transpose and a
// word from being part of the name below it.
func printExponent(e formula.Expr) string {
	text := Print(e)
	if _, ok := e.(formula.Symbol); ok && (text == "T" || strings.HasPrefix(text, `\text`)) {
		return "{" + text + "}"
	}
	return text
}

func isProduct(e formula.Expr) bool {
	b, ok := e.(formula.Binary)
	return ok && b.Op == formula.Mul
}

// juxtaposed says whether a product needs no sign between its factors: never where digits would run together or a
// number would look like part of a mixed fraction.
func juxtaposed(x, y formula.Expr, right string) bool {
	switch last := rightmost(x).(type) {
	case formula.Number, formula.Unary:
		switch y := leftmost(y).(type) {
		case formula.Matrix, formula.Symbol:
			return true
		case formula.Binary: // a sum in brackets
			return operators[y.Op].prec == precSum
		case formula.Call:
			return y.Func != "sqrt"
		case formula.Transpose, formula.Index:
			return true
		}
		return false
	case formula.Matrix:
		return true
	case formula.Call:
		_, isCall := leftmost(y).(formula.Call)
		return isCall || last.Func != "sqrt" && isBracket(right)
	}
	if isBracket(right) && rightmost(x) == formula.Expr(formula.Symbol{Name: "sigma"}) {
		return false // σ(…) is the function
	}
	switch y := leftmost(y).(type) {
	case formula.Number, formula.Unary:
		return false
	case formula.Binary:
		return y.Op != formula.Div || !isFraction(rightmost(x))
	}
	return true
}

func isFraction(e formula.Expr) bool {
	b, ok := e.(formula.Binary)
	return ok && b.Op == formula.Div
}

// rightmost is the factor that stands last in a product.
func rightmost(e formula.Expr) formula.Expr {
	if b, ok := e.(formula.Binary); ok && b.Op == formula.Mul {
		return rightmost(b.Y)
	}
	return e
}

// leftmost is what stands first in a factor.
func leftmost(e formula.Expr) formula.Expr {
	switch e := e.(type) {
	case formula.Binary:
		if e.Op == formula.Pow {
			return leftmost(e.X)
		}
	case formula.Transpose:
		if n, ok := leftmost(e.X).(formula.Number); ok {
			return n
		}
	}
	return e
}

// printBase writes what an exponent or a transpose is put on.
func printBase(e formula.Expr) string {
	switch e := e.(type) {
	case formula.Symbol:
		text := Symbol(e.Name)
		if text == "e" {
			return "{e}" // a quantity, not the base of the exponential function
		}
		return bracketIf(strings.ContainsAny(text, "^") || strings.HasPrefix(text, `\frac`), text)
	case formula.Index:
		text := printIndex(e)
		return bracketIf(strings.ContainsAny(text, "^") || strings.HasPrefix(text, `\frac`), text)
	case formula.Number:
		return bracketIf(isScientific(e), printNumber(e))
	case formula.Matrix:
		return printMatrix(e)
	}
	return bracket(Print(e))
}

func printCall(e formula.Call, prec int) string {
	args := make([]string, len(e.Args))
	for i, a := range e.Args {
		args[i] = Print(a)
	}
	list := strings.Join(args, ", ")
	switch e.Func {
	case "exp":
		return `e^{` + printExponent(e.Args[0]) + `}`
	case "sqrt":
		return `\sqrt{` + list + `}`
	case "abs":
		if strings.Contains(list, `\frac`) || strings.Contains(list, `\sum`) {
			return `\left\lvert ` + list + ` \right\rvert`
		}
		return `\lvert ` + list + ` \rvert`
	}
	name, ok := functionTeX[e.Func]
	if !ok {
		name = `\operatorname{` + e.Func + `}`
	}
	return name + bracket(list)
}

func printIndex(e formula.Index) string {
	at := make([]string, len(e.At))
	for i, k := range e.At {
		at[i] = Print(k)
	}
	index := strings.Join(at, ",")
	if s, ok := e.X.(formula.Symbol); ok {
		return symbolTeX(s.Name, index)
	}
	return bracket(Print(e.X)) + "_{" + index + "}"
}

func bracketIf(yes bool, s string) string {
	if yes {
		return bracket(s)
	}
	return s
}

// bracket puts brackets around, which grow only where what they hold is tall or holds brackets in brackets: \left and
// \right everywhere would spoil the spacing of plain formulas.
func bracket(s string) string {
	for _, tall := range []string{`\frac`, `\begin`, `\sum`, `\left`} {
		if strings.Contains(s, tall) {
			return `\left(` + s + `\right)`
		}
	}
	if nesting(s) > 1 {
		return `\bigl(` + s + `\bigr)`
	}
	return "(" + s + ")"
}

// nesting is the depth of round brackets, those of layer numbers as in z^{(1)} not counted.
func nesting(s string) int {
	deepest, depth := 0, 0
	for i, r := range s {
		switch {
		case r == '(' && strings.HasSuffix(s[:i], "^{"):
			depth -= 1 << 16 // its closing bracket brings the depth back
		case r == '(':
			depth++
			deepest = max(deepest, depth)
		case r == ')' && depth < 0:
			depth += 1 << 16
		case r == ')':
			depth--
		}
	}
	return deepest
}

// isBracket says whether a text begins with a bracket.
func isBracket(s string) bool {
	return strings.HasPrefix(s, "(") || strings.HasPrefix(s, `\left(`) || strings.HasPrefix(s, `\bigl(`)
}
