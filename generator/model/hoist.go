package model

import (
	"strings"

	"longhand/generator/formula"
)

// spares are the letters that name what an equation hides, in order of choice: none that counts, and neither d nor e.
const spares = "uvpqrsabcfghwxyzABCDFGHPQRSUVZ"

// hoist gives a name to what an equation computes inside and what is needed more than once: h = x + GELU(W z) becomes
// u = W z, v = GELU(u), h = x + v. The backward pass needs the argument or the value of every function, and both factors of
// a product; without a name each of its lines would work them out again.
func (b stating) hoist() error {
	active := map[string]bool{}
	for _, name := range b.In {
		active[name] = true
	}
	var program []formula.Equation
	for _, e := range b.Forward {
		for _, name := range formula.Symbols(e.Body) {
			active[e.Name] = active[e.Name] || active[name]
		}
		h := hoister{stating: b, of: e.Name, active: active, program: &program}
		body := h.rewrite(e.Body, true)
		program = append(program, formula.Equation{Name: e.Name, Body: body})
	}
	b.Forward = program
	return nil
}

type hoister struct {
	stating
	of      string // the equation
	active  map[string]bool
	program *[]formula.Equation
}

// rewrite replaces parts of a formula by names; top says that it is the whole of its equation.
func (h hoister) rewrite(e formula.Expr, top bool) formula.Expr {
	switch e := e.(type) {
	case formula.Sum, formula.Index, formula.Symbol, formula.Number: // terms of a sum have no value of their own
		return e
	case formula.Call:
		return h.call(e, top)
	case formula.Binary:
		x, y := h.rewrite(e.X, false), h.rewrite(e.Y, false)
		switch e.Op {
		case formula.Mul, formula.Hadamard, formula.Div: // each factor is needed for the derivative in the other
			if h.isActive(y) {
				x = h.named(x, h.isHeavy(x) && !h.shape(x).IsScalar())
			}
			if h.isActive(x) || e.Op == formula.Div && h.isActive(y) {
				y = h.named(y, h.isHeavy(y) && !h.shape(y).IsScalar())
			}
		case formula.Pow:
			x = h.named(x, h.isActive(x) && h.isHeavy(x) && !h.shape(x).IsScalar())
		}
		return formula.Binary{Op: e.Op, X: x, Y: y}
	}
	children := formula.Children(e)
	rewritten := make([]formula.Expr, len(children))
	for i, x := range children {
		rewritten[i] = h.rewrite(x, false)
	}
	return formula.WithChildren(e, rewritten)
}

func (h hoister) call(e formula.Call, top bool) formula.Expr {
	f := formula.Functions[e.Func]
	args := make([]formula.Expr, len(e.Args))
	heavy, active := false, false
	for i, x := range e.Args {
		args[i] = h.rewrite(x, false)
		isHeavy, isActive := h.isHeavy(args[i]), h.isActive(args[i])
		heavy, active = heavy || isHeavy, active || isActive
		args[i] = h.named(args[i], isHeavy && (uses(f.Body, "u") > 1 || isActive && (len(e.Args) > 1 || uses(f.Slope, "u") > 0)))
	}
	return h.named(formula.Call{Func: e.Func, Args: args}, !top && heavy && active)
}

// uses counts a symbol's uses in a formula, which may be nil.
func uses(e formula.Expr, name string) int {
	n := 0
	if e != nil {
		formula.Walk(e, func(x formula.Expr) bool {
			if s, ok := x.(formula.Symbol); ok && s.Name == name {
				n++
			}
			return true
		})
	}
	return n
}

func (h hoister) isActive(e formula.Expr) bool {
	for _, name := range formula.Symbols(e) {
		if h.active[name] {
			return true
		}
	}
	return false
}

func (h hoister) shape(e formula.Expr) formula.Shape {
	s, _ := formula.ShapeOf(e, h.shapeOf) // it has been inferred before
	return s
}

// isHeavy says whether a formula takes real work: a product of matrices, a function, a sum over an index.
func (h hoister) isHeavy(e formula.Expr) bool {
	heavy := false
	formula.Walk(e, func(x formula.Expr) bool {
		switch x := x.(type) {
		case formula.Sum, formula.Call:
			heavy = true
		case formula.Binary:
			heavy = heavy || x.Op == formula.Mul && h.shape(x.X).Cols > 1 && !h.shape(x.Y).IsScalar()
		}
		return !heavy
	})
	return heavy
}

// named gives a formula a name of its own where that is due.
func (h hoister) named(e formula.Expr, due bool) formula.Expr {
	if _, isName := e.(formula.Symbol); isName || !due {
		return e
	}
	name := h.spare()
	h.Model.Shapes[name] = h.shape(e)
	h.active[name] = h.isActive(e)
	h.defined[name] = h.defined[h.of]
	h.Model.Hoisted[name] = h.of
	*h.program = append(*h.program, formula.Equation{Name: name, Body: e})
	return formula.Sym(name)
}

// spare is the first letter that nothing is called by, with the equation's name below it where all letters are taken.
func (h hoister) spare() string {
	flat := strings.NewReplacer("_", "", ",", "", "^", "").Replace(h.of)
	for _, suffix := range []string{"", "_" + flat, "_" + flat + "2", "_" + flat + "3"} {
		for _, letter := range spares {
			name := string(letter) + suffix
			if _, taken := h.Model.Shapes[name]; !taken && (suffix != "" || !h.isBase(name)) {
				return name
			}
		}
	}
	return h.of + "part"
}

// isBase says whether a letter has another meaning as a part of some name, as W in W_1.
func (h hoister) isBase(letter string) bool {
	for name := range h.Model.Shapes {
		if strings.HasPrefix(name, letter) && strings.TrimLeft(name[len(letter):], "0123456789_,^") != name[len(letter):] {
			return true
		}
	}
	return false
}
