// Package mistake knows how students go wrong. A mistake is a change of an equation, never a typed number: the changed
// equation is computed on the same values as the right one, by the same arithmetic, so that every mistake has its value
// in every variant of a worksheet. Each kind is one file; what it is called stands in the templates. Marking does not
// belong here.
package mistake

import (
	"strings"

	"longhand/generator/formula"
)

// Kind is one way to go wrong.
type Kind struct {
	// ID names it in templates and reports.
	ID string
	// Change gives the bodies that the equation has for whoever makes the mistake: none where it cannot be made there.
	Change func(p *Program, e formula.Equation) []formula.Expr
}

// Catalogue lists all kinds. Where two give the same number, the one listed first is the likelier.
var Catalogue = []Kind{
	slopeForgotten, slopeOfValue, untransposed, transposed, productForOuter, outerReversed,
	errorReversed, halfForgotten, meanForgotten,
	added, rateForgotten, biasKept, biasForgotten, updatedWeights,
}

// Program is what a mistake must know of the equations around.
type Program struct {
	Equations []formula.Equation
	Shapes    func(name string) (formula.Shape, bool)
	Given     func(name string) bool
}

// equation finds an equation by its name.
func (p *Program) equation(name string) (formula.Equation, bool) {
	for _, e := range p.Equations {
		if e.Name == name {
			return e, true
		}
	}
	return formula.Equation{}, false
}

// slope says whether a name is that of an activation's slope, da/dz for a = f(z), and gives both names.
func (p *Program) slope(name string) (value, argument string, ok bool) {
	over, under, found := strings.Cut(name, "/d")
	if !found || !strings.HasPrefix(over, "d") {
		return "", "", false
	}
	e, ok := p.equation(over[1:])
	if !ok {
		return "", "", false
	}
	call, ok := e.Body.(formula.Call)
	if !ok || len(call.Args) != 1 || !formula.Same(call.Args[0], formula.Sym(under)) {
		return "", "", false
	}
	return e.Name, under, true
}

// isBackward says whether an equation is a derivative.
func isBackward(e formula.Equation) bool { return e.Alias != "" || strings.Contains(e.Name, "/") }

// isDerivative says whether a formula is the name of a derivative of the loss.
func (p *Program) isDerivative(e formula.Expr) bool {
	s, ok := e.(formula.Symbol)
	if !ok {
		return false
	}
	of, ok := p.equation(s.Name)
	if !ok || !isBackward(of) {
		return false
	}
	_, _, slope := p.slope(s.Name)
	return !slope
}

// updated is the parameter whose new value an equation states.
func (p *Program) updated(e formula.Equation) (parameter string, ok bool) {
	parameter, found := strings.CutSuffix(e.Name, newSuffix)
	return parameter, found && p.Given(parameter)
}

const newSuffix = "_new"

// once rewrites the first place, from the root down, that f knows; false where there is none.
func once(e formula.Expr, f func(formula.Expr) (formula.Expr, bool)) (formula.Expr, bool) {
	if x, ok := f(e); ok {
		return x, true
	}
	children := formula.Children(e)
	for i, x := range children {
		if y, ok := once(x, f); ok {
			replaced := append([]formula.Expr(nil), children...)
			replaced[i] = y
			return formula.WithChildren(e, replaced), true
		}
	}
	return e, false
}

// changed is a list of one body, or none.
func changed(e formula.Expr, ok bool) []formula.Expr {
	if !ok {
		return nil
	}
	return []formula.Expr{e}
}

func isProduct(b formula.Binary) bool { return b.Op == formula.Mul || b.Op == formula.Hadamard }
