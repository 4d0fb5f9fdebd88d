package tex

import "longhand/generator/formula"

// Reader reads formulas. Its zero value reads what Print writes and what stands in problem files.
type Reader struct {
	Dialect      Dialect
	DecimalComma bool // 0,5 is a half
	// Symbol says which names are known, which settles what a run of letters is: net, or n·e·t. Nil where none are.
	Symbol func(name string) bool
	// Function says which names besides those of the table are functions, so that f(x) is no product. Nil where none are.
	Function func(name string) bool
	// Layered says of which letters the superscripts number layers, so that w_1^2 is no square. Nil where of none.
	Layered func(letter string) bool
	// Labelled says of which words with a label in brackets that each is a name, output(h1), so that it is no call. Nil where of none.
	Labelled func(name string) bool
	// Used says which names stand in formulas elsewhere than behind a number, so that they are hardly units. Nil where that
	// is not known.
	Used func(name string) bool

	// Bare says that numbers have no units: what stands behind one is a factor, as in the equations of a problem file.
	Bare bool
	// Powered reads a 2 or 3 behind a bracket as its exponent, as pages have it whose superscripts were lost: (3-1)2 + (5-1)2. It says
	// whether the article has a number, so that 15.81142 may be the square of 15.8114. Nil where nothing was lost.
	Powered func(number string) bool
	// SignedBases reads -2^2 as the square of −2, whose brackets were left out.
	SignedBases bool
	// Units reads a letter behind a number as a unit even where the article has a name of that letter.
	Units bool

	behind bool // a relation stands before it
	result bool // what is read stands behind a computation in its chain
	left   bool // a relation stands behind it
}

// Literal is a number as it stands in the text: Text is how the tree holds it, and Start and End are its place in bytes.
// A number that the notation implies, as the 2 of ½, has no text of its own and is Implied.
type Literal struct {
	Text       string
	Start, End int
	Implied    bool
	Unit       Unit // what it counts
}

// Term is a formula with its place. Literals are those of Expr, in the order of formula.Walk. Where the text could not be
// read Expr is nil and Err says why.
type Term struct {
	Expr       formula.Expr
	Literals   []Literal
	Names      []Place // of symbols, in the order of the text
	Start, End int
	Ambiguous  bool // a letter behind a number was read that may be a name or a unit
	Err        *SyntaxError
}

// Place is where the name of a symbol begins in the text, in bytes.
type Place struct {
	Name  string
	Start int
}

// Parse reads one formula as Print writes it: Parse(Print(e)) is e. Errors are *SyntaxError.
func Parse(src string) (formula.Expr, error) {
	t, err := Reader{}.Parse(src)
	return t.Expr, err
}

// Parse reads the whole of src as one formula. Errors are *SyntaxError.
func (r Reader) Parse(src string) (Term, error) {
	tokens := r.flatten(r.lex(src))
	t := r.term(tokens[:len(tokens)-1])
	if t.Err != nil {
		return t, t.Err
	}
	return t, nil
}

// term reads tokens as one formula.
func (r Reader) term(tokens []token) Term {
	t := Term{}
	if len(tokens) > 0 {
		t.Start, t.End = tokens[0].start, tokens[len(tokens)-1].end
	}
	p := r.parser(tokens)
	e, err := p.whole()
	if err == nil {
		t.Expr, t.Literals, err = p.finish(e)
	}
	t.Err, t.Ambiguous = err, p.ambiguous
	if err != nil {
		t.Expr = nil
	}
	t.Names = p.places()
	return t
}
