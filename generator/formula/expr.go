// Package formula is the typed tree that a formula is: the same tree is evaluated, differentiated, typeset, and read
// back from an article. Nodes, shapes, walking, substitution, derivatives, equations and chains live here. It holds no
// values (they live beside the tree, in package trace), no TeX (package tex) and no prose.
package formula

// Expr is a node of a formula. The set of nodes is closed: a type switch over it can be complete, and a test holds
// that every switch is. Nodes are immutable, so trees may share parts. There is no node for brackets: printers insert
// them, the parser drops them.
type Expr interface{ node() }

type (
	// Number is a decimal literal without sign, with the digits as they were typed: 1.0 stays 1.0. A power of ten may
	// follow: 1e-8.
	Number struct{ Text string }

	// Symbol is a named quantity: z1, W1_new, dL/dW2. Package tex tells how names are spelled.
	Symbol struct{ Name string }

	// Matrix is a matrix of expressions in row-major order. A vector is a matrix of one column.
	Matrix struct {
		Rows, Cols int
		Items      []Expr
	}

	// Unary is an operation on one operand.
	Unary struct {
		Op UnaryOp
		X  Expr
	}

	// Binary is an operation on two operands.
	Binary struct {
		Op   BinaryOp
		X, Y Expr
	}

	// Call applies a function of the table in function.go, or one that the table does not know.
	Call struct {
		Func string
		Args []Expr
	}

	// Index is an entry of a vector (one index) or of a matrix (row, column), counted from 1.
	Index struct {
		X  Expr
		At []Expr
	}

	// Transpose is X with rows and columns exchanged.
	Transpose struct{ X Expr }

	// Sum is the sum of Body for the whole numbers Var = From, …, To.
	Sum struct {
		Var      string
		From, To Expr
		Body     Expr
	}
)

func (Number) node()    {}
func (Symbol) node()    {}
func (Matrix) node()    {}
func (Unary) node()     {}
func (Binary) node()    {}
func (Call) node()      {}
func (Index) node()     {}
func (Transpose) node() {}
func (Sum) node()       {}

// What is left out of a long sum or a large matrix is shown by symbols that have no value: ⋯ in a row, ⋮ in a column, ⋱ in
// both. A formula that holds one cannot be computed, only shown.
var (
	Dots       = Symbol{"⋯"}
	DotsDown   = Symbol{"⋮"}
	DotsAcross = Symbol{"⋱"}
)

// UnaryOp names an operation on one operand.
type UnaryOp uint8

// Neg is −x. A negative number is Neg of a Number, so that brackets follow from precedence alone: −2 put in for w
// turns w² into (−2)².
const Neg UnaryOp = iota

// BinaryOp names an operation on two operands.
type BinaryOp uint8

// The operations. Mul is the product of scalars, of a scalar and a matrix, and of matrices, as shapes say; Hadamard
// is the product entry by entry. Pow acts entry by entry.
const (
	Add BinaryOp = iota
	Sub
	Mul
	Hadamard
	Div
	Pow
)

// Vector makes a matrix of one column.
func Vector(items ...Expr) Matrix { return Matrix{len(items), 1, items} }

// Sym and Num shorten the making of leaves.
func Sym(name string) Symbol { return Symbol{name} }

// Num is a literal; a leading minus sign becomes a Neg around it.
func Num(text string) Expr {
	if len(text) > 0 && text[0] == '-' {
		return Unary{Neg, Number{text[1:]}}
	}
	return Number{text}
}

// At is an entry of a symbol, counted from 1.
func At(x Expr, indices ...int) Index {
	at := make([]Expr, len(indices))
	for i, k := range indices {
		at[i] = Number{itoa(k)}
	}
	return Index{x, at}
}
