// Package tex turns formulas into TeX and TeX into formulas. What both directions must agree on, the operators and the
// spelling of names, stands in this file and in names.go, and both read it there; the law parse(print(e)) = e is
// fuzzed.
package tex

import (
	"strings"

	"longhand/generator/formula"
)

// How tightly an operation binds, loosest first.
const (
	precSum      = iota + 1 // a + b, a − b, −a
	precHadamard            // a ⊙ b
	precProduct             // a b
	precPower               // aᵇ, aᵀ
	precAtom
)

// operator is how a binary operation is written.
type operator struct {
	prec int
	tex  string // as printed between the operands
	// rightTighter: the right operand must bind tighter than the operation itself, as a − (b − c) shows.
	rightTighter bool
}

// operators is the one table that printer and parser share. Div and Pow are laid out in two dimensions; their precedence
// is that of the whole.
var operators = map[formula.BinaryOp]operator{
	formula.Add:      {precSum, "+", true},
	formula.Sub:      {precSum, "-", true},
	formula.Hadamard: {precHadamard, `\odot`, true},
	formula.Mul:      {precProduct, `\cdot`, true},
	formula.Div:      {precAtom, `\frac`, false},
	formula.Pow:      {precPower, "^", false},
}

// functionTeX spells the functions that are written with their argument in brackets behind them. A name in \operatorname
// is read back with its capitals as they are here.
var functionTeX = map[string]string{
	"ln": `\ln`, "sin": `\sin`, "cos": `\cos`, "tan": `\tan`, "arctan": `\arctan`, "sinh": `\sinh`, "cosh": `\cosh`,
	"tanh": `\tanh`, "erf": `\operatorname{erf}`, "sigmoid": `\sigma`, "max": `\max`, "min": `\min`,
	"relu": `\operatorname{ReLU}`, "leakyrelu": `\operatorname{LeakyReLU}`, "elu": `\operatorname{ELU}`,
	"softplus": `\operatorname{softplus}`, "gelu": `\operatorname{GELU}`, "silu": `\operatorname{SiLU}`,
	"softmax": `\operatorname{softmax}`, "rowsoftmax": `\operatorname{softmax}_{\text{rows}}`, "huber": `\operatorname{Huber}`, "step": `\operatorname{step}`, "sign": `\operatorname{sign}`,
}

// operatorNames are the functions by what stands in \operatorname.
var operatorNames = func() map[string]string {
	names := map[string]string{}
	for function, tex := range functionTeX {
		if name, ok := strings.CutPrefix(tex, `\operatorname{`); ok && strings.Count(name, "}") == 1 {
			names[strings.TrimSuffix(name, "}")] = function
		}
	}
	return names
}()

// ones is the name of the column of ones, which is spelled as a bold 1.
const ones = "ones"

// relationTeX spells the relations of a chain.
var relationTeX = map[formula.Relation]string{
	formula.Equal:   "=",
	formula.Approx:  `\approx`,
	formula.Becomes: `\to`,
}

// Relation is the TeX of a relation.
func Relation(r formula.Relation) string { return relationTeX[r] }
