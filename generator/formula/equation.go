package formula

// Equation states a quantity: Name = Body. Alias, where not empty, is the symbol that the name abbreviates, as δ²
// abbreviates ∂L/∂z²; it is shown between the two and has the same value.
type Equation struct {
	Name  string
	Alias string
	Body  Expr
}

// Relation stands between two terms of a chain.
type Relation uint8

// Equal claims the same value, Approx the same value but for rounding, Becomes (→, ⇒) a step whose kind is not said.
const (
	Equal Relation = iota
	Approx
	Becomes
)

// Chain is terms and the relations between them: a = b ≈ c. A derivation produces chains and the verifier reads them.
// There is one relation fewer than there are terms.
type Chain struct {
	Terms     []Expr
	Relations []Relation
}

// Start is a chain of one term.
func Start(e Expr) Chain { return Chain{Terms: []Expr{e}} }

// Then adds a term.
func (c Chain) Then(r Relation, e Expr) Chain {
	return Chain{
		append(c.Terms[:len(c.Terms):len(c.Terms)], e),
		append(c.Relations[:len(c.Relations):len(c.Relations)], r),
	}
}

// Last is the last term.
func (c Chain) Last() Expr { return c.Terms[len(c.Terms)-1] }
