package verify

import (
	"strings"

	"github.com/shopspring/decimal"

	"longhand/generator/formula"
	"longhand/generator/number"
)

// guess looks for the one slip that explains a wrong number: a slip of the pen in the number itself, or one in the
// computation. A guess is given only where the number is right then.
func (f *flow) guess(c *Claim) {
	if c.Local == "" {
		return
	}
	x, err := parsePrinted(trimSign(c.Local))
	if err != nil {
		return
	}
	places := c.number.places
	if meant, ok := c.number.withPoint(); ok {
		places = meant.places
		if meant.fits(x.value) >= fitRounded || c.global.known && meant.fits(c.global.Real) >= fitRounded {
			c.Cause, c.Fix = "the decimal point is missing", meant.text
			return
		}
	}
	d, err := x.value.Places(places, number.HalfUp)
	if err != nil {
		return
	}
	exact, isExact := c.exactly(d, places)
	if c.Fix == "" {
		c.Fix = exact.StringFixed(int32(max(0, places)))
	}
	if c.number.digits >= 3 && (c.guessSlip(x.value) || isExact && c.guessSlip(c.global.Real)) {
		return
	}
	if f.guesses++; c.formula.term != nil && c.number.digits >= 2 && f.guesses <= maxGuesses {
		c.Cause = f.miscalculation(c)
	}
}

// exactly is the exact value of a wrong number, rounded as it is printed, where that differs by no more than one in the last
// digit from what the digits shown give; else it is that.
func (c *Claim) exactly(shown decimal.Decimal, places int) (exact decimal.Decimal, ok bool) {
	if !c.global.known {
		return shown, false
	}
	d, err := c.global.Places(places, number.HalfUp)
	if err != nil || number.FromDecimal(d).Compare(c.number.value) == number.Equal || d.Sub(shown).Abs().GreaterThan(decimal.New(1, int32(-places))) {
		return shown, false
	}
	return d, true
}

// guessSlip finds the slip of the pen that makes the printed number of a value. A digit more or less may be meant, where it is
// more than the last that is wrong; one more stands in the correction where the number has too few without.
func (c *Claim) guessSlip(x number.Real) bool {
	far := c.number.distance(number.NewContext(64), x).Compare(number.FromInt(2)) == number.Greater
	for _, more := range []int{0, 1, -1} {
		places := c.number.places + more
		d, err := x.Places(places, number.HalfUp)
		if err != nil || places < 0 || more != 0 && !far {
			continue
		}
		meant := d.StringFixed(int32(places))
		s := slip(meant, c.number.text)
		if s == "" || more < 0 && !strings.HasSuffix(s, "doubled") {
			continue
		}
		if c.Cause = s; more == 0 {
			c.Fix = meant
		} else if right, err := parsePrinted(trimSign(meant)); err == nil && more > 0 && right.digits <= c.number.digits && c.number.places > 0 {
			c.Fix, c.more = meant, more
		}
		return true
	}
	return false
}

// maxGuesses bounds for how many wrong numbers a cause is looked for.
const maxGuesses = 100

// miscalculation names a step that was left out or an operand that was taken from elsewhere.
func (f *flow) miscalculation(c *Claim) string {
	fits := func(e formula.Expr) bool { return f.gives(c, e) }
	e := c.formula.e
	if fits(formula.Unary{Op: formula.Neg, X: e}) {
		return "the sign is lost"
	}
	cause := ""
	try := func(changed formula.Expr, name string) {
		if cause == "" && fits(changed) {
			cause = name
		}
	}
	for _, at := range subtrees(e) {
		if call, ok := at.e.(formula.Call); ok && call.Func == "exp" {
			if u, ok := call.Args[0].(formula.Unary); ok {
				try(at.put(formula.Call{Func: "exp", Args: []formula.Expr{u.X}}), "the minus of the exponent is lost")
			}
		}
		b, ok := at.e.(formula.Binary)
		if !ok {
			continue
		}
		switch b.Op {
		case formula.Pow:
			try(at.put(b.X), "the exponent is forgotten")
		case formula.Mul, formula.Div:
			if f.isHalf(c.formula, b.X) {
				try(at.put(b.Y), "the ½ is forgotten")
			}
			if f.isHalf(c.formula, b.Y) {
				try(at.put(b.X), "the ½ is forgotten")
			}
			if b.Op == formula.Div {
				try(at.put(b.X), "the division is forgotten")
			}
		case formula.Add, formula.Sub:
			try(at.put(b.X), "the last term of a sum is left out")
			try(at.put(formula.Binary{Op: formula.Add + formula.Sub - b.Op, X: b.X, Y: b.Y}), "a plus and a minus are confused")
		}
	}
	if cause != "" || c.number.digits < 3 {
		return cause
	}
	return f.wrongOperand(c, fits)
}

func (f *flow) isHalf(p part, e formula.Expr) bool {
	v, _, err := f.value(p.inner(e), shown, f.log10())
	if err != nil || len(v.Items) != 1 {
		return false
	}
	return f.c.Mul(v.Items[0], number.FromInt(2)).Compare(number.FromInt(1)) == number.Equal
}

// wrongOperand looks for another number of the article that makes the line right in place of one operand. Where several
// do, none is named.
func (f *flow) wrongOperand(c *Claim, fits func(formula.Expr) bool) string {
	found := ""
	tried := 0
	for _, l := range c.formula.literals {
		if l.implied || l.digits < 2 || c.formula.repeats(l) {
			continue
		}
		kept := l.printed.value
		seen := map[string]bool{}
		for _, other := range f.claims {
			if tried++; tried > 500 {
				break
			}
			key := other.number.text
			if seen[key] || other.number.digits < 2 || other == c || other.number.value.Compare(kept) == number.Equal {
				continue
			}
			seen[key] = true
			if l.printed.distance(f.c, f.c.Abs(other.number.value)).Compare(number.FromInt(2)) != number.Greater {
				continue // 0.840 for 0.839 is no mistake that anybody makes
			}
			l.printed.value = other.number.value
			if fits(c.formula.e) {
				if found != "" {
					l.printed.value = kept
					return ""
				}
				found = other.number.text + " was taken in place of " + l.printed.text
			}
		}
		l.printed.value = kept
	}
	return found
}

// repeats says whether a number stands in a part more than once: nobody mistakes it for another in one of its places only.
func (p part) repeats(l *literal) bool {
	n := 0
	for _, other := range p.literals {
		if other.printed.text == l.printed.text {
			n++
		}
	}
	return n > 1
}

// subtree is a formula inside another, with the way to put something else in its place.
type subtree struct {
	e   formula.Expr
	put func(formula.Expr) formula.Expr
}

// maxSubtrees bounds how many places a slip is looked for in.
const maxSubtrees = 200

func subtrees(e formula.Expr) []subtree {
	var out []subtree
	var walk func(e formula.Expr, put func(formula.Expr) formula.Expr)
	walk = func(e formula.Expr, put func(formula.Expr) formula.Expr) {
		if len(out) >= maxSubtrees {
			return
		}
		out = append(out, subtree{e, put})
		children := formula.Children(e)
		for i, x := range children {
			walk(x, func(y formula.Expr) formula.Expr {
				c := append([]formula.Expr(nil), children...)
				c[i] = y
				return put(formula.WithChildren(e, c))
			})
		}
	}
	walk(e, func(x formula.Expr) formula.Expr { return x })
	return out
}
