package verify

import (
	"strings"

	"github.com/shopspring/decimal"

	"longhand/generator/formula"
	"longhand/generator/number"
)

// A line may be false by its formula alone: the minus of an exponent is lost in print, or one operand is printed wrongly, and the
// result is that of the formula that was meant. It shows in that one mending of the formula gives the result to all its digits,
// of which there are far more than there are mendings. Such a result is sound: the line is wrong, but the article goes on with
// the right number, and nothing that follows inherits a mistake.

// mending is another formula in place of the one printed, and the misprint that it takes back.
type mending struct {
	formula formula.Expr
	cause   string
}

// Digits that a result must have for one mending to be no accident.
const (
	minMendedDigits = 4 // where a minus is missing
	moreDigits      = 4 // than an operand has, where another one may be meant
)

// findCulprit looks for the misprint in the formula of a wrong result. Where it is as likely that the result itself is
// misprinted, both are named and none is put right.
func (f *flow) findCulprit(ch *chain, result []*Claim) {
	if len(result) != 1 {
		return
	}
	c := result[0]
	if c.Verdict != Wrong || c.First != nil || !ch.has(c.formula.term) || c.formula.entry >= 0 {
		return
	}
	if f.culprits++; f.culprits > maxGuesses || f.findLeftOut(c) || c.number.digits < minMendedDigits {
		return
	}
	if m, ok := f.lostMinus(c); ok {
		f.absolve(c, m)
		f.mendDefinitions(ch, c)
		return
	}
	if c.contradicted {
		f.trustNames(c)
		return
	}
	m, ok := f.otherOperands(c)
	if !ok || f.isPrinted(c.local.Real, c.number.places) {
		return // or the result that the article goes on with is the other one
	}
	if len(f.places()[digitsOf(c.Printed)]) < 2 {
		if f.guess(c); c.Cause != "" {
			c.Cause += ", or " + m.cause
			c.Fix = ""
			return
		}
	}
	f.absolve(c, m)
}

// isPrinted says whether the article prints a number, rounded to some places, anywhere.
func (f *flow) isPrinted(x number.Real, places int) bool {
	d, err := x.Places(places, number.HalfUp)
	return err == nil && places >= 0 && len(f.places()[d.Abs().StringFixed(int32(places))]) > 0
}

// absolve calls a result sound: what is wrong is the formula before it.
func (f *flow) absolve(c *Claim, m mending) {
	c.sound = true
	c.Cause, c.Remark, c.Fix = m.cause, "the number itself is right with that, and the article goes on with it", ""
	p := c.formula
	p.e = m.formula
	c.global, c.Global, c.Digits = real{}, "", -1
	if x, ok := f.scalar(p, truth, f.log10()); ok && c.number.possible(f.c, x) {
		f.showExact(c, x)
	}
}

// trustNames calls a result sound that the formula in symbols gives, where more than one number put in for its names is another.
func (f *flow) trustNames(c *Claim) {
	for _, r := range c.refs {
		if x, ok := f.scalar(r, truth, f.log10()); ok && len(partSymbols(r)) > 0 && c.number.fits(x) >= fitRounded {
			c.sound = true
			c.Cause, c.Remark = "the numbers put in are not the values of the names", "the formula in symbols gives the number, and the article goes on with it"
			f.showExact(c, x)
		}
	}
}

// misleads says whether a wrong number leads to others.
func (c *Claim) misleads() bool { return c.Verdict == Wrong && !c.sound }

// gives says whether a formula in place of that of a claim gives its number.
func (f *flow) gives(c *Claim, e formula.Expr) bool {
	p := c.formula
	p.e = e
	x, ok := f.scalar(p, shown, f.log10())
	return ok && c.number.fits(x) >= fitRounded
}

// lostMinus finds the exponent that lacks a minus. A minus that stands there and was not minded is another matter: there the
// number is wrong.
func (f *flow) lostMinus(c *Claim) (mending, bool) {
	for _, at := range subtrees(c.formula.e) {
		if e, ok := withMinus(at.e); ok {
			if m := at.put(e); f.gives(c, m) {
				return mending{m, "the minus of the exponent is missing"}, true
			}
		}
	}
	return mending{}, false
}

// withMinus puts a minus before the exponent of a power of e that has none.
func withMinus(e formula.Expr) (formula.Expr, bool) {
	call, ok := e.(formula.Call)
	if !ok || call.Func != "exp" || len(call.Args) != 1 {
		return nil, false
	}
	if _, negative := call.Args[0].(formula.Unary); negative {
		return nil, false
	}
	return formula.Call{Func: "exp", Args: []formula.Expr{formula.Unary{Op: formula.Neg, X: call.Args[0]}}}, true
}

// mendDefinitions puts the minus that a formula in numbers lacks into the formula in symbols, too, where it lacks it as well.
func (f *flow) mendDefinitions(ch *chain, c *Claim) {
	definitions := append([]*term(nil), ch.terms...)
	for _, name := range ch.names {
		if q := f.quantities[name]; q != nil {
			definitions = append(definitions, q.formula)
		}
	}
	for _, t := range definitions {
		if t == nil || len(t.symbols) == 0 {
			continue
		}
		if x, ok := f.scalar(whole(t), shown, f.log10()); ok && c.number.possible(f.c, x) {
			continue
		}
		for _, at := range subtrees(t.lifted) {
			if e, ok := withMinus(at.e); ok {
				t.lifted = at.put(e)
				break
			}
		}
	}
}

// otherOperands finds the decimals of few digits in a formula, one or two, in place of which others of as many decimals give the
// result. One that is the value of its name belongs there; and 1, 0 and a number with another sign stand for a step that was not
// taken, where the result is wrong.
func (f *flow) otherOperands(c *Claim) (mending, bool) {
	if len(partSymbols(c.formula)) > 0 || !c.local.known {
		return mending{}, false
	}
	var doubtful []int
	for i, l := range c.formula.literals {
		if !l.implied && !l.affirmed && l.places > 0 && l.digits+moreDigits <= c.number.digits {
			doubtful = append(doubtful, i)
		}
	}
	if len(doubtful) > maxDoubtful {
		return mending{}, false
	}
	var found []mending
	for _, i := range doubtful {
		if m, ok := f.otherOperand(c, i); ok {
			found = append(found, m)
		}
	}
	if len(found) == 0 {
		found = f.otherPairs(c, doubtful)
	}
	if len(found) != 1 {
		return mending{}, false // nothing tells which
	}
	return found[0], true
}

// Bounds of the operands that may be wrong: how many there are, and the digits of one for which all others are tried.
const (
	maxDoubtful     = 8
	maxPairedDigits = 2
)

// otherPairs finds the two numbers in place of doubtful ones that give the result.
func (f *flow) otherPairs(c *Claim, doubtful []int) (found []mending) {
	for n, i := range doubtful {
		for _, j := range doubtful[n+1:] {
			digits := c.formula.literals[i].digits
			if digits <= maxPairedDigits && digits+c.formula.literals[j].digits+moreDigits <= c.number.digits {
				found = append(found, f.otherPair(c, i, j)...)
			}
		}
	}
	return found
}

// otherPair tries all numbers of as many digits in place of the operand i, and another one for j with each.
func (f *flow) otherPair(c *Claim, i, j int) (found []mending) {
	l := c.formula.literals[i]
	kept := l.value
	defer func() { l.value = kept }()
	for n := int64(1); n < 100; n++ {
		other := decimal.New(n, int32(-l.places))
		if l.value = number.FromDecimal(other); !f.isOtherOperand(l.printed, kept) {
			continue
		}
		if m, ok := f.otherOperand(c, j); ok {
			text := other.StringFixed(int32(l.places))
			m.formula = withNumber(m.formula, i, text)
			was := l.printed.text + " and " + strings.Replace(m.cause, " stands in place of ", " stand in place of "+text+" and ", 1)
			found = append(found, mending{m.formula, was})
		}
	}
	return found
}

// otherOperand finds what gives the result in place of the operand i.
func (f *flow) otherOperand(c *Claim, i int) (mending, bool) {
	x := c.formula.term
	l := x.literals[i]
	kept := l.value
	defer func() { l.value = kept }()
	now, ok := f.scalar(c.formula, shown, f.log10())
	if !ok {
		return mending{}, false
	}
	v, ok := f.solve(x, i, c.number.value, now)
	if !ok {
		return mending{}, false
	}
	d, err := v.Places(l.places, number.HalfUp)
	if err != nil {
		return mending{}, false
	}
	if l.value = number.FromDecimal(d); !f.isOtherOperand(l.printed, kept) || !f.gives(c, c.formula.e) {
		return mending{}, false
	}
	text := d.StringFixed(int32(l.places))
	return mending{withNumber(c.formula.e, i, text), l.printed.text + " stands in place of " + text}, true
}

// withNumber puts a number into the place i of a lifted formula.
func withNumber(e formula.Expr, i int, text string) formula.Expr {
	return formula.Rewrite(e, func(e formula.Expr) formula.Expr {
		if k, ok := place(e); ok && k == i {
			return formula.Number{Text: text}
		}
		return e
	})
}

// isOtherOperand says whether the number p may have been meant where kept is printed: one of about its size.
func (f *flow) isOtherOperand(p printed, kept number.Real) bool {
	one, ten := number.FromInt(1), number.FromInt(10)
	return p.value.Compare(f.c.Mul(kept, ten)) == number.Less && f.c.Mul(p.value, ten).Compare(kept) == number.Greater &&
		p.value.Compare(one) != number.Equal && p.value.Compare(kept) != number.Equal
}
