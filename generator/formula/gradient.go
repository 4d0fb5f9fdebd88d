package formula

import "fmt"

// Gradient states the derivatives of a scalar target in the wanted quantities, for equations in order of computation:
// reverse mode (Griewank, Walther: Evaluating Derivatives, section 3.2; Goodfellow, Bengio, Courville: Deep Learning,
// section 6.5). Every adjoint is an equation itself, so that it can be worked out on paper like everything else.
type Gradient struct {
	Target string
	Wanted []string
	// Shapes of all quantities of the equations.
	Shapes func(name string) (Shape, bool)
	// Short gives the name that stands for an adjoint: z2 → delta2 for ∂L/∂z². Other adjoints are named dL/dz2.
	Short map[string]string
	// Rules state for some equations what they contribute, in place of Reverse: where a derivation shows a shorter form,
	// as y − t for cross-entropy after softmax. A rule is for the target, whose own derivative is 1.
	Rules map[string][]Adjoint
}

// AdjointName is the name of the derivative of the target in a quantity.
func (g Gradient) AdjointName(name string) string {
	if short, ok := g.Short[name]; ok {
		return short
	}
	return "d" + g.Target + "/d" + name
}

// Equations gives the adjoint equations in the order in which they are computed. Where an equation is a function of one
// quantity entry by entry, as a = σ(z), its slope da/dz is an equation of its own. Errors are *ShapeError.
func (g Gradient) Equations(program []Equation) ([]Equation, error) {
	b := backward{Gradient: g, contributions: map[string][]Expr{}, firstUse: map[string]int{}, slopes: map[string]Shape{}}
	b.active = map[string]bool{}
	for _, name := range g.Wanted {
		b.active[name] = true
	}
	for i, e := range program {
		for _, name := range Symbols(e.Body) {
			if _, seen := b.firstUse[name]; !seen {
				b.firstUse[name] = i
			}
			if b.active[name] {
				b.active[e.Name] = true
			}
		}
	}
	if s, ok := g.Shapes(g.Target); !ok || !s.IsScalar() {
		return nil, &ShapeError{Symbol{g.Target}, fmt.Sprintf("%s is %v: only a number has a gradient", g.Target, s)}
	}
	for i := len(program) - 1; i >= 0; i-- {
		if err := b.visit(program[i], i); err != nil {
			return nil, err
		}
	}
	return b.out, nil
}

type backward struct {
	Gradient
	active        map[string]bool   // depends on a wanted quantity
	contributions map[string][]Expr // to the adjoint of a quantity, from the equations visited so far
	firstUse      map[string]int    // the equation after which an adjoint is complete
	slopes        map[string]Shape
	out           []Equation
}

// visit carries the adjoint of an equation's quantity to what the equation uses.
func (b *backward) visit(e Equation, at int) error {
	var seed Expr = one
	if e.Name != b.Target {
		if len(b.contributions[e.Name]) == 0 {
			return nil // the target does not depend on it
		}
		b.state(e.Name)
		seed = Symbol{b.AdjointName(e.Name)}
	} else if !b.active[e.Name] {
		return &ShapeError{Symbol{b.Target}, fmt.Sprintf("%s depends on none of the quantities to differentiate in", b.Target)}
	}
	if err := b.carry(e, seed); err != nil {
		return err
	}
	for _, name := range Symbols(e.Body) {
		if b.isWanted(name) && b.firstUse[name] == at && !b.isDefined(name) {
			b.state(name)
		}
	}
	return nil
}

func (b *backward) isWanted(name string) bool {
	for _, w := range b.Wanted {
		if w == name {
			return true
		}
	}
	return false
}

// isDefined says whether the adjoint has been stated.
func (b *backward) isDefined(name string) bool {
	adjoint := b.AdjointName(name)
	for _, e := range b.out {
		if e.Name == adjoint {
			return true
		}
	}
	return false
}

// state writes the equation of a complete adjoint: the sum of its contributions.
func (b *backward) state(name string) {
	all := alike(b.contributions[name])
	if len(all) == 0 {
		return
	}
	body := all[0]
	for _, c := range all[1:] {
		if n, negative := c.(Unary); negative {
			body = Binary{Sub, body, n.X}
			continue
		}
		body = Binary{Add, body, c}
	}
	adjoint, alias := b.AdjointName(name), ""
	if full := "d" + b.Target + "/d" + name; full != adjoint {
		alias = full
	}
	b.out = append(b.out, Equation{adjoint, alias, body})
}

// alike puts equal contributions together: a + a is 2a.
func alike(contributions []Expr) []Expr {
	var out []Expr
	times := map[int]int64{}
	for _, c := range contributions {
		known := false
		for i, o := range out {
			if known = Same(o, c); known {
				times[i]++
				break
			}
		}
		if !known {
			out = append(out, c)
		}
	}
	for i, n := range times {
		out[i] = Simplify(Binary{Mul, Number{itoa(int(n) + 1)}, out[i]})
	}
	return out
}

func (b *backward) carry(e Equation, seed Expr) error {
	if rule, ok := b.Rules[e.Name]; ok {
		for _, a := range rule {
			b.contributions[a.Name] = append(b.contributions[a.Name], a.Expr)
		}
		return nil
	}
	if call, ok := e.Body.(Call); ok && len(call.Args) == 1 {
		if argument, ok := call.Args[0].(Symbol); ok && b.active[argument.Name] && e.Name != b.Target {
			return b.throughFunction(e, call, argument, seed)
		}
	}
	adjoints, err := Reverse(e.Body, seed, b.shape, func(name string) bool { return b.active[name] })
	if err != nil {
		return err
	}
	for _, a := range adjoints {
		b.contributions[a.Name] = append(b.contributions[a.Name], b.named(a.Expr, e))
	}
	return nil
}

// named puts a quantity's name in for its own formula, which slopes such as those of roots and exponentials use.
func (b *backward) named(adjoint Expr, e Equation) Expr {
	if e.Name == b.Target || len(Children(e.Body)) == 0 {
		return adjoint
	}
	return Rewrite(adjoint, func(x Expr) Expr {
		if Same(x, e.Body) {
			return Symbol{e.Name}
		}
		return x
	})
}

// throughFunction states the slope da/dz of a = f(z), and passes on ∂L/∂a ⊙ da/dz. Softmax has no slope but a rule of its
// own, which uses the quantity's name.
func (b *backward) throughFunction(e Equation, call Call, argument Symbol, seed Expr) error {
	if reverse := Functions[call.Func].reverse; reverse != nil {
		shape, _ := b.shape(e.Name)
		to := reverse(valued{e: Symbol{e.Name}, s: shape}, valued{e: seed, s: shape})
		b.contributions[argument.Name] = append(b.contributions[argument.Name], to.e)
		return nil
	}
	f, known := Functions[call.Func]
	if !known || f.Slope == nil {
		return &ShapeError{e.Body, fmt.Sprintf("no rule to differentiate the function %s", call.Func)}
	}
	slope, err := SlopeOf(f, argument, Symbol{e.Name}, b.shape)
	if err != nil {
		return err
	}
	shape, _ := b.shape(argument.Name)
	name := "d" + e.Name + "/d" + argument.Name
	b.slopes[name] = shape
	b.out = append(b.out, Equation{name, "", slope})
	product := times(valued{e: seed, s: shape}, valued{e: Symbol{name}, s: shape})
	b.contributions[argument.Name] = append(b.contributions[argument.Name], product.e)
	return nil
}

// shape knows the adjoints' and slopes' shapes as well.
func (b *backward) shape(name string) (Shape, bool) {
	if s, ok := b.slopes[name]; ok {
		return s, true
	}
	if s, ok := b.Shapes(name); ok {
		return s, true
	}
	for of := range b.contributions {
		if b.AdjointName(of) == name {
			return b.Shapes(of)
		}
	}
	return Shape{}, false
}
