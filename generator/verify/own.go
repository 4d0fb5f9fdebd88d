package verify

import (
	"strings"

	"longhand/generator/formula"
	"longhand/generator/tex"
	"longhand/generator/trace"
)

// ownFunction is a function that the article defines.
type ownFunction struct {
	variable string
	body     *term
	formula  formula.Expr // the body, or a derivative of it
}

// define keeps f(z) = … and x = g(x) = … where the article says so.
func (f *flow) define(ch *chain) {
	for i := 0; i+1 < len(ch.terms); i++ {
		head, body := ch.terms[i], ch.terms[i+1]
		if head == nil || body == nil {
			continue
		}
		c, ok := head.lifted.(formula.Call)
		if !ok || len(c.Args) != 1 {
			continue
		}
		if _, known := entrywise(c.Func); known || c.Func == "softmax" || c.Func == "rowsoftmax" || strings.HasSuffix(c.Func, "'") {
			continue
		}
		variable, ok := isName(c.Args[0])
		if _, isSymbol := c.Args[0].(formula.Symbol); ok && isSymbol && contains(body.symbols, variable) {
			f.functions[c.Func] = ownFunction{variable, body, body.lifted}
			return
		}
	}
}

// apply computes a function that the article defines, or with f′ and f″ a derivative of one.
func (f *flow) apply(name string, x trace.Value, m mode) (trace.Value, bool) {
	base := strings.TrimRight(name, "'")
	g, ok := f.functions[base]
	if !ok || f.depth > 20 || len(x.Items) != 1 && base != name {
		return trace.Value{}, false
	}
	for range len(name) - len(base) {
		if g.formula, ok = derivative(g.formula, g.variable); !ok {
			return trace.Value{}, false
		}
	}
	f.depth++
	defer func() { f.depth-- }()
	v := &evaluator{c: f.c, bound: map[string]trace.Value{g.variable: x}}
	v.literal = func(i int) trace.Value { return trace.NumberValue(f.literalValue(g.body.literals[i], shown)) }
	v.symbol = func(key string) (trace.Value, bool) { return f.symbolValue(key, m) }
	v.function = func(name string, x trace.Value) (trace.Value, bool) { return f.apply(name, x, m) }
	y, err := v.compute(g.formula)
	return y, err == nil
}

// derivative derives a formula of one variable, all of whose names are numbers. ok is false where it holds what has no
// rule.
func derivative(e formula.Expr, variable string) (formula.Expr, bool) {
	scalar := func(string) (formula.Shape, bool) { return formula.Scalar, true }
	uses, err := formula.Reverse(e, formula.Number{Text: "1"}, scalar, func(name string) bool { return name == variable })
	if err != nil {
		return nil, false
	}
	var total formula.Expr = formula.Number{Text: "0"}
	for i, use := range uses {
		if i == 0 {
			total = use.Expr
		} else {
			total = formula.Binary{Op: formula.Add, X: total, Y: use.Expr}
		}
	}
	return total, true
}

// derived puts the derivatives of formulas in a formula in their places. One that has no rule is left.
func derived(e formula.Expr) formula.Expr {
	return formula.Rewrite(e, func(x formula.Expr) formula.Expr {
		c, ok := x.(formula.Call)
		if !ok || c.Func != tex.Derivative || len(c.Args) != 2 {
			return x
		}
		name, ok := isName(c.Args[1])
		if !ok {
			return x
		}
		body := namesAsSymbols(c.Args[0])
		if !contains(keys(body), name) {
			return x // a derivative by what a name stands for
		}
		if d, ok := derivative(body, name); ok {
			return d
		}
		return x
	})
}

// namesAsSymbols writes entries as names of their own, since each is a number.
func namesAsSymbols(e formula.Expr) formula.Expr {
	return formula.Replace(e, func(e formula.Expr) (formula.Expr, bool) {
		key, ok := isName(e)
		return formula.Symbol{Name: key}, ok
	})
}
