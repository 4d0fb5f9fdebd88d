package tex

import (
	"sort"
	"testing"

	"longhand/generator/formula"

	"pgregory.net/rapid"

	_ "longhand/generator/internal/seeded"
)

// trees draws any formula that Print can write: names that follow the rules of names.go, functions of the table.
func trees() *rapid.Generator[formula.Expr] { return tree(4) }

var (
	letters = rapid.SampledFrom([]string{"x", "y", "W", "L", "a", "t", "d", "e", "T", "i", "alpha", "delta", "sigma", "yhat", "out", "loss", "Theta", "epsilonhat", "pi", "Mhat"})
	layers  = rapid.SampledFrom([]string{"", "", "1", "12"})
	subs    = rapid.SampledFrom([]string{"", "", "new", "h", "i", "h1", "in", "alpha", "step2", "step12"})
	supers  = rapid.SampledFrom([]string{"", "", "", "+", "'", "(l)", "(l-1)", "old", "a"})
	texts   = rapid.SampledFrom([]string{"0", "1", "2", "0.5", "1.0", "0.6791787", "12", "1e-8", "3.5e12", ".5"})
)

// functions are those of the table, in order.
var functions = func() []string {
	names := make([]string, 0, len(formula.Functions))
	for name := range formula.Functions {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}()

func names() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		if rapid.IntRange(0, 20).Draw(t, "ones") == 0 {
			return ones
		}
		n := Name{Base: letters.Draw(t, "base"), Layer: layers.Draw(t, "layer"), Sub: subs.Draw(t, "sub"), Super: supers.Draw(t, "super")}
		if rapid.IntRange(0, 5).Draw(t, "derivative") == 0 {
			n.Over = &Name{Base: letters.Draw(t, "over"), Layer: layers.Draw(t, "overLayer"), Super: supers.Draw(t, "overSuper"), Sub: subs.Draw(t, "overSub")}
		}
		return n.String()
	})
}

func tree(depth int) *rapid.Generator[formula.Expr] {
	return rapid.Custom(func(t *rapid.T) formula.Expr {
		kinds := 12
		if depth == 0 {
			kinds = 2
		}
		sub := func(label string) formula.Expr { return tree(depth-1).Draw(t, label) }
		switch rapid.IntRange(0, kinds).Draw(t, "kind") {
		case 0:
			return formula.Number{Text: texts.Draw(t, "number")}
		case 1, 2:
			return formula.Symbol{Name: names().Draw(t, "name")}
		case 3:
			return formula.Unary{Op: formula.Neg, X: sub("x")}
		case 4:
			m := formula.Matrix{Rows: rapid.IntRange(1, 3).Draw(t, "rows"), Cols: rapid.IntRange(1, 3).Draw(t, "cols")}
			for range m.Rows * m.Cols {
				m.Items = append(m.Items, tree(min(depth-1, 1)).Draw(t, "item"))
			}
			return m
		case 5:
			call := formula.Call{Func: rapid.SampledFrom(functions).Draw(t, "function"), Args: []formula.Expr{sub("argument")}}
			if formula.Functions[call.Func].Arity == formula.Several {
				for range rapid.IntRange(1, 2).Draw(t, "more") {
					call.Args = append(call.Args, sub("argument"))
				}
			}
			return call
		case 6:
			if rapid.Bool().Draw(t, "matrix entry") {
				return formula.At(sub("x"), rapid.IntRange(1, 12).Draw(t, "row"), rapid.IntRange(1, 12).Draw(t, "column"))
			}
			return formula.Index{X: sub("x"), At: []formula.Expr{formula.Symbol{Name: rapid.SampledFrom([]string{"i", "j", "t"}).Draw(t, "index")}}}
		case 7:
			return formula.Transpose{X: sub("x")}
		case 8:
			return formula.Sum{Var: "k", From: formula.Number{Text: "1"}, To: sub("to"), Body: sub("body")}
		}
		op := rapid.SampledFrom([]formula.BinaryOp{formula.Add, formula.Sub, formula.Mul, formula.Mul, formula.Hadamard, formula.Div, formula.Pow}).Draw(t, "operation")
		return formula.Binary{Op: op, X: sub("left"), Y: sub("right")}
	})
}

// TestLaw holds the law that parser and printer share: what is printed is read back as the same tree.
func TestLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := trees().Draw(t, "formula")
		text := Print(e)
		back, err := Parse(text)
		if err != nil {
			t.Fatalf("%s\nprints %s\nwhich is not read: %v", formula.String(e), text, err)
		}
		if !formula.Same(e, back) {
			t.Fatalf("%s\nprints %s\nwhich is read as\n%s", formula.String(e), text, formula.String(back))
		}
	})
}
