package formula

import (
	"strings"
	"testing"
)

// every is one node of every kind: a switch that forgets a kind fails on it.
var every = []Expr{
	Number{"1.50"},
	Symbol{"z1"},
	Matrix{1, 2, []Expr{Number{"1"}, Symbol{"a"}}},
	Unary{Neg, Symbol{"a"}},
	Binary{Add, Symbol{"a"}, Symbol{"b"}},
	Binary{Sub, Symbol{"a"}, Symbol{"b"}},
	Binary{Mul, Symbol{"a"}, Symbol{"b"}},
	Binary{Hadamard, Symbol{"a"}, Symbol{"b"}},
	Binary{Div, Symbol{"a"}, Symbol{"b"}},
	Binary{Pow, Symbol{"a"}, Number{"2"}},
	Call{"exp", []Expr{Symbol{"a"}}},
	At(Symbol{"v"}, 2),
	Transpose{Symbol{"v"}},
	Sum{"k", Number{"1"}, Number{"2"}, Index{Symbol{"v"}, []Expr{Symbol{"k"}}}},
}

func shapes(name string) (Shape, bool) {
	switch name {
	case "v":
		return Shape{2, 1}, true
	case "w":
		return Shape{1, 2}, true
	case "M":
		return Shape{2, 2}, true
	case "N":
		return Shape{2, 3}, true
	case "a", "b", "z1", "k":
		return Scalar, true
	}
	return Shape{}, false
}

func TestEveryNodeIsCovered(t *testing.T) {
	for _, e := range every {
		if got := String(WithChildren(e, Children(e))); got != String(e) {
			t.Errorf("%s came back as %s", String(e), got)
		}
		if _, err := ShapeOf(e, shapes); err != nil {
			t.Errorf("shape of %s: %v", String(e), err)
		}
		if _, err := Entry(e, 0, 0, shapes); err != nil {
			t.Errorf("entry of %s: %v", String(e), err)
		}
	}
}

func TestShapeErrorsNameBothShapes(t *testing.T) {
	for _, test := range []struct {
		e    Expr
		want string
	}{
		{Binary{Mul, Symbol{"v"}, Symbol{"M"}}, "a vector of 2 times 2×2: the first has 1 column, the second 2 rows"},
		{Binary{Add, Symbol{"M"}, Symbol{"N"}}, "2×2 plus 2×3: the shapes differ"},
		{Symbol{"q"}, "q is not defined"},
		{Call{"exp", []Expr{Symbol{"a"}, Symbol{"b"}}}, "exp takes 1 arguments, not 2"},
		{Call{"nosuch", []Expr{Symbol{"a"}}}, "the function nosuch is not known"},
	} {
		_, err := ShapeOf(test.e, shapes)
		if err == nil || err.Error() != test.want {
			t.Errorf("%s: %v, want %q", String(test.e), err, test.want)
		}
	}
}

func TestEntryWritesProductsOut(t *testing.T) {
	for _, test := range []struct {
		e        Expr
		row, col int
		want     string
	}{
		{Binary{Mul, Symbol{"M"}, Symbol{"v"}}, 1, 0, "(add (mul (at M 2 1) (at v 1)) (mul (at M 2 2) (at v 2)))"},
		{Binary{Mul, Symbol{"v"}, Symbol{"w"}}, 1, 1, "(mul (at v 2) (at w 1 2))"},
		{Binary{Mul, Symbol{"a"}, Transpose{Symbol{"v"}}}, 0, 1, "(mul a (at v 2))"},
		{Binary{Hadamard, Symbol{"v"}, Binary{Sub, Number{"1"}, Symbol{"v"}}}, 0, 0, "(mul (at v 1) (sub 1 (at v 1)))"},
		{Sum{"k", Number{"1"}, Number{"3"}, Binary{Pow, Symbol{"a"}, Symbol{"k"}}}, 0, 0, "(add (add (pow a 1) (pow a 2)) (pow a 3))"},
	} {
		got, err := Entry(test.e, test.row, test.col, shapes)
		if err != nil || String(got) != test.want {
			t.Errorf("entry %d, %d of %s is %v (%v), want %s", test.row, test.col, String(test.e), got, err, test.want)
		}
	}
}

func TestSimplify(t *testing.T) {
	half := Binary{Div, Number{"1"}, Number{"2"}}
	e := Binary{Sub, Symbol{"y"}, Symbol{"t"}}
	for _, test := range []struct {
		e    Expr
		want string
	}{
		{Binary{Mul, half, Binary{Mul, Number{"2"}, Binary{Pow, e, Number{"1"}}}}, "(sub y t)"},
		{Unary{Neg, Unary{Neg, e}}, "(sub y t)"},
		{Binary{Mul, Unary{Neg, Symbol{"a"}}, Symbol{"b"}}, "(neg (mul a b))"},
		{Binary{Mul, Number{"0"}, Symbol{"a"}}, "0"},
		{Binary{Add, Symbol{"a"}, Unary{Neg, Symbol{"b"}}}, "(sub a b)"},
		{Transpose{Transpose{Symbol{"M"}}}, "M"},
		{Binary{Mul, Binary{Div, Number{"2"}, Number{"6"}}, Symbol{"a"}}, "(mul (div 1 3) a)"},
	} {
		if got := String(Simplify(test.e)); got != test.want {
			t.Errorf("%s became %s, want %s", String(test.e), got, test.want)
		}
	}
}

func TestSymbolsLeaveOutSumVariables(t *testing.T) {
	e := Binary{Add, Sum{"k", Number{"1"}, Symbol{"n"}, Index{Symbol{"v"}, []Expr{Symbol{"k"}}}}, Symbol{"a"}}
	if got := strings.Join(Symbols(e), " "); got != "n v a" {
		t.Errorf("symbols are %q", got)
	}
}

func TestGradientErrors(t *testing.T) {
	g := Gradient{Target: "v", Wanted: []string{"a"}, Shapes: shapes}
	if _, err := g.Equations([]Equation{{Name: "v", Body: Symbol{"a"}}}); err == nil || !strings.Contains(err.Error(), "only a number has a gradient") {
		t.Errorf("gradient of a vector: %v", err)
	}
	g = Gradient{Target: "b", Wanted: []string{"z1"}, Shapes: shapes}
	if _, err := g.Equations([]Equation{{Name: "b", Body: Symbol{"a"}}}); err == nil || !strings.Contains(err.Error(), "depends on none") {
		t.Errorf("gradient in an unused quantity: %v", err)
	}
}
