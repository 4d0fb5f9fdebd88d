package verify

import (
	"math/big"
	"strings"

	"longhand/generator/formula"
	"longhand/generator/tex"
)

// term is a formula of the article with what its literals stand for.
type term struct {
	tex.Term
	passage  *passage
	lifted   formula.Expr
	literals []*literal
	symbols  []string
}

// literal is a number in a formula.
type literal struct {
	printed
	start, end int    // in the file
	raw        string // as it stands there
	source     *Claim // the number that it repeats, where one is known
	implied    bool
	affirmed   bool // it is the value of the name that it is put in for
	unit       tex.Unit
}

// newTerm takes a term over; nil where it was not read.
func (f *flow) newTerm(p *passage, t tex.Term) *term {
	if t.Expr == nil {
		return nil
	}
	x := &term{Term: t, passage: p}
	for _, l := range t.Literals {
		n, err := parsePrinted(l.Text, false)
		if err != nil {
			return nil
		}
		lit := &literal{printed: n, start: p.offset(l.Start), end: p.end(l.End), implied: l.Implied, unit: l.Unit}
		if l.End > l.Start {
			lit.raw = f.file.Text[lit.start:lit.end]
			lit.scientific = strings.Contains(l.Text, ".") && powerOfTen.MatchString(lit.raw)
		}
		lit.source = f.linked(lit)
		x.literals = append(x.literals, lit)
	}
	x.lifted = derived(f.spellings.spell(f.applied.unapplied(lift(t))))
	if !isValue(x.lifted) {
		for _, l := range x.literals {
			f.operands = append(f.operands, span{l.start, l.end})
		}
	}
	for _, name := range keys(x.lifted) {
		x.symbols = append(x.symbols, name)
	}
	return x
}

// keys lists the names that a lifted formula uses, entries by their own.
func keys(e formula.Expr) []string {
	var out []string
	seen := map[string]bool{}
	add := func(k string) {
		if !seen[k] {
			seen[k] = true
			out = append(out, k)
		}
	}
	bound := map[string]bool{tex.Unbounded: true} // the variables of sums
	var walk func(formula.Expr)
	walk = func(e formula.Expr) {
		switch e := e.(type) {
		case formula.Symbol:
			if !bound[e.Name] && !strings.HasPrefix(e.Name, "#") && e.Name != "pi" {
				add(e.Name)
			}
			return
		case formula.Index:
			for _, at := range e.At {
				if i, ok := at.(formula.Symbol); ok && bound[i.Name] {
					walk(e.X) // xᵢ stands for all entries of x
					return
				}
			}
			add(tex.Key(e))
			return
		case formula.Sum:
			outer := bound[e.Var]
			bound[e.Var] = true
			defer func() { bound[e.Var] = outer }()
		}
		for _, x := range formula.Children(e) {
			walk(x)
		}
	}
	walk(e)
	return out
}

// isName says whether a formula is one name, and which.
func isName(e formula.Expr) (string, bool) {
	switch e := e.(type) {
	case formula.Symbol:
		if strings.HasPrefix(e.Name, "#") {
			return "", false
		}
		return e.Name, true
	case formula.Index:
		if _, ok := e.X.(formula.Symbol); ok {
			return tex.Key(e), true
		}
	}
	return "", false
}

// signed tells a literal with its sign.
func signed(e formula.Expr) (at int, negative, ok bool) {
	if i, ok := place(e); ok {
		return i, false, true
	}
	if u, ok := e.(formula.Unary); ok {
		if i, neg, ok := signed(u.X); ok {
			return i, !neg, true
		}
	}
	return 0, false, false
}

// isValue says whether a lifted formula is a number or a matrix of numbers: a result, not a computation.
func isValue(e formula.Expr) bool {
	switch e := e.(type) {
	case formula.Matrix:
		for _, x := range e.Items {
			if _, _, ok := signed(x); !ok {
				return false
			}
		}
		return true
	case formula.Transpose:
		return isValue(e.X)
	}
	_, _, ok := signed(e)
	return ok
}

// part is a formula inside a term, or one entry of it.
type part struct {
	*term
	e     formula.Expr
	entry int // −1 for the whole
	// entrywise says that products of vectors are meant entry by entry, since a vector is said to be their value
	entrywise bool
	// dyadic says that a product of two vectors is meant as that of a column and a row, since a matrix is said to be its value
	dyadic bool
	per    *big.Rat // what its value is counted in; nil for 1
}

func whole(t *term) part { return part{term: t, e: t.lifted, entry: -1} }

// inner is a formula inside the part.
func (p part) inner(e formula.Expr) part { return part{term: p.term, e: e, entry: -1} }
