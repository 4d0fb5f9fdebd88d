package trace_test

import (
	"context"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	_ "longhand/generator/internal/seeded"

	"longhand/generator/formula"
	"longhand/generator/trace"
)

// graph draws equations one after another, each from quantities of the shapes that it needs.
type graph struct {
	t       *rapid.T
	shapes  map[string]formula.Shape
	names   []string
	program []formula.Equation
}

func (g *graph) of(name string) (formula.Shape, bool) { s, ok := g.shapes[name]; return s, ok }

func (g *graph) add(name string, s formula.Shape) formula.Expr {
	g.shapes[name], g.names = s, append(g.names, name)
	return formula.Sym(name)
}

// some is a quantity of a shape, or a matrix of numbers where there is none.
func (g *graph) some(s formula.Shape) formula.Expr {
	var fit []string
	for _, name := range g.names {
		if g.shapes[name] == s {
			fit = append(fit, name)
		}
	}
	if len(fit) > 0 {
		return formula.Sym(rapid.SampledFrom(fit).Draw(g.t, "quantity"))
	}
	m := formula.Matrix{Rows: s.Rows, Cols: s.Cols}
	for range s.Size() {
		m.Items = append(m.Items, formula.Num(fmt.Sprintf("0.%d", rapid.IntRange(1, 99).Draw(g.t, "constant"))))
	}
	return m
}

func (g *graph) anyShape() formula.Shape {
	return rapid.SampledFrom([]formula.Shape{{Rows: 1, Cols: 1}, {Rows: 2, Cols: 1}, {Rows: 3, Cols: 1}, {Rows: 1, Cols: 2}, {Rows: 2, Cols: 3}, {Rows: 2, Cols: 2}}).Draw(g.t, "shape")
}

func binary(op formula.BinaryOp, x, y formula.Expr) formula.Expr {
	return formula.Binary{Op: op, X: x, Y: y}
}

// positive is a formula of x that is never 0 or less, so that it can be divided by, rooted and raised to any power.
func positive(x formula.Expr) formula.Expr {
	return binary(formula.Add, formula.Num("1.5"), binary(formula.Pow, x, formula.Num("2")))
}

// expr draws a formula of a shape.
func (g *graph) expr(s formula.Shape, depth int) formula.Expr {
	if depth == 0 {
		return g.some(s)
	}
	sub := func(s formula.Shape) formula.Expr { return g.expr(s, depth-1) }
	operand := func() formula.Expr { // of the shape, or a number for every entry
		if rapid.IntRange(0, 3).Draw(g.t, "broadcast") == 0 {
			return sub(formula.Scalar)
		}
		return sub(s)
	}
	switch rapid.IntRange(0, 14).Draw(g.t, "kind") {
	case 0:
		return binary(formula.Add, sub(s), operand())
	case 1:
		return binary(formula.Sub, operand(), sub(s))
	case 2:
		return binary(formula.Hadamard, sub(s), operand())
	case 3:
		inner := rapid.IntRange(1, 3).Draw(g.t, "inner")
		return binary(formula.Mul, sub(formula.Shape{Rows: s.Rows, Cols: inner}), sub(formula.Shape{Rows: inner, Cols: s.Cols}))
	case 4:
		return binary(formula.Mul, sub(formula.Scalar), sub(s))
	case 5:
		return binary(formula.Div, sub(s), positive(operand()))
	case 6:
		if rapid.Bool().Draw(g.t, "constant exponent") {
			return binary(formula.Pow, sub(s), formula.Num(rapid.SampledFrom([]string{"1", "2", "3"}).Draw(g.t, "exponent")))
		}
		return binary(formula.Pow, positive(sub(s)), formula.Call{Func: "tanh", Args: []formula.Expr{operand()}})
	case 7:
		f := rapid.SampledFrom([]string{"exp", "sin", "cos", "tanh", "sigmoid", "ln", "sqrt"}).Draw(g.t, "function")
		x := sub(s)
		switch f {
		case "ln", "sqrt":
			x = positive(x)
		case "exp":
			x = formula.Call{Func: "tanh", Args: []formula.Expr{x}}
		}
		return formula.Call{Func: f, Args: []formula.Expr{x}}
	case 8:
		return formula.Transpose{X: sub(formula.Shape{Rows: s.Cols, Cols: s.Rows})}
	case 9: // blocks below each other
		if s.Rows < 2 {
			break
		}
		return formula.Vector(sub(formula.Shape{Rows: 1, Cols: s.Cols}), sub(formula.Shape{Rows: s.Rows - 1, Cols: s.Cols}))
	case 11: // side by side
		if s.Cols < 2 {
			break
		}
		return formula.Matrix{Rows: 1, Cols: 2, Items: []formula.Expr{sub(formula.Shape{Rows: s.Rows, Cols: 1}), sub(formula.Shape{Rows: s.Rows, Cols: s.Cols - 1})}}
	case 12:
		if s.Rows > 1 {
			return formula.Call{Func: "softmax", Args: []formula.Expr{sub(s)}}
		}
	case 13:
		if s.Cols > 1 {
			return formula.Call{Func: "rowsoftmax", Args: []formula.Expr{sub(s)}}
		}
	case 10: // entries, and a sum over an index
		if !s.IsScalar() {
			break
		}
		if rapid.Bool().Draw(g.t, "entry") {
			return formula.At(sub(formula.Shape{Rows: 3, Cols: 1}), rapid.IntRange(1, 3).Draw(g.t, "index"))
		}
		x := g.some(formula.Shape{Rows: 3, Cols: 1})
		at := formula.Index{X: x, At: []formula.Expr{formula.Sym("k")}}
		body := binary(formula.Mul, at, binary(formula.Sub, formula.Index{X: g.some(formula.Shape{Rows: 3, Cols: 1}), At: at.At}, g.some(formula.Scalar)))
		if rapid.Bool().Draw(g.t, "index as a number") {
			body = binary(formula.Mul, formula.Sym("k"), body)
		}
		return formula.Sum{Var: "k", From: formula.Num("1"), To: formula.Num("3"), Body: body}
	}
	return formula.Unary{Op: formula.Neg, X: sub(s)}
}

// Every entry of every gradient of random equations agrees with a central difference.
func TestAnyGradientAgreesWithDifferences(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &graph{t: t, shapes: map[string]formula.Shape{}}
		var given []trace.Given
		var wanted []string
		for i := range rapid.IntRange(1, 3).Draw(t, "given") {
			name := fmt.Sprintf("p%d", i+1)
			s := g.anyShape()
			g.add(name, s)
			given, wanted = append(given, anyGiven(t, name, s)), append(wanted, name)
		}
		for i := range rapid.IntRange(1, 4).Draw(t, "equations") {
			s := g.anyShape()
			e := g.expr(s, rapid.IntRange(1, 3).Draw(t, "depth"))
			got, err := formula.ShapeOf(e, g.of)
			if err != nil {
				t.Fatalf("%s: %v", formula.String(e), err)
			}
			name := fmt.Sprintf("q%d", i+1)
			g.program = append(g.program, formula.Equation{Name: name, Body: e})
			g.add(name, got)
		}
		var loss formula.Expr = formula.Num("0") // of all quantities, so that adjoints add up
		for _, name := range g.names {
			s := g.shapes[name]
			i, j := formula.Sym("i"), formula.Sym("j")
			var at, sum formula.Expr = formula.Sym(name), nil
			bound := func(n int) formula.Expr { return formula.Num(fmt.Sprint(n)) }
			switch {
			case s.IsScalar():
				sum = formula.Call{Func: "sin", Args: []formula.Expr{at}}
			case s.Cols == 1:
				sum = formula.Sum{Var: "i", From: formula.Num("1"), To: bound(s.Rows), Body: formula.Index{X: at, At: []formula.Expr{i}}}
			default:
				sum = formula.Sum{Var: "i", From: formula.Num("1"), To: bound(s.Rows), Body: formula.Sum{Var: "j", From: formula.Num("1"), To: bound(s.Cols),
					Body: formula.Call{Func: "tanh", Args: []formula.Expr{formula.Index{X: at, At: []formula.Expr{i, j}}}}}}
			}
			loss = binary(formula.Add, loss, sum)
		}
		g.program = append(g.program, formula.Equation{Name: "L", Body: loss})
		g.add("L", formula.Scalar)
		gradient := formula.Gradient{Target: "L", Wanted: wanted, Shapes: g.of}
		adjoints, err := gradient.Equations(g.program)
		if err != nil {
			t.Fatal(err)
		}
		tr, err := trace.Run(context.Background(), given, append(g.program, adjoints...))
		if err != nil {
			for _, e := range append(g.program, adjoints...) {
				t.Logf("%s = %s", e.Name, formula.String(e.Body))
			}
			t.Fatal(err)
		}
		for _, name := range wanted {
			p, _ := tr.Step(name)
			d, ok := tr.Step(gradient.AdjointName(name))
			if !ok || d.Value.Shape != p.Value.Shape {
				t.Fatalf("the derivative in %s, which is %v, is %v", name, p.Value.Shape, d.Value.Shape)
			}
			for i := range p.Value.Items {
				digits, same, err := tr.Agreement("L", name, i, d.Name)
				if err != nil || !same && digits < 20 {
					t.Errorf("%s entry %d agrees in %d digits only: %v", d.Name, i, digits, err)
				}
			}
		}
	})
}

// A sum of entries has the derivative 1 in each: a matrix of ones, not the number.
func TestUniformAdjointsAreFilled(t *testing.T) {
	shapes := func(name string) (formula.Shape, bool) {
		return map[string]formula.Shape{"W": {Rows: 2, Cols: 3}, "x": {Rows: 3, Cols: 1}, "y": {Rows: 2, Cols: 1}, "L": formula.Scalar, "b": formula.Scalar}[name], true
	}
	k := []formula.Expr{formula.Sym("k")}
	y := binary(formula.Add, binary(formula.Mul, formula.Sym("W"), formula.Sym("x")), formula.Sym("b"))
	loss := formula.Sum{Var: "k", From: formula.Num("1"), To: formula.Num("2"), Body: formula.Index{X: formula.Sym("y"), At: k}}
	g := formula.Gradient{Target: "L", Wanted: []string{"W", "b"}, Shapes: shapes}
	list, err := g.Equations([]formula.Equation{{Name: "y", Body: y}, {Name: "L", Body: loss}})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"dL/dy (matrix 2 1 1 1)", "dL/dW (mul dL/dy (transpose x))", "dL/db (sum i 1 2 (at dL/dy i))"}
	for i, e := range list {
		if got := e.Name + " " + formula.String(e.Body); got != want[i] {
			t.Errorf("got %s, want %s", got, want[i])
		}
	}
}
