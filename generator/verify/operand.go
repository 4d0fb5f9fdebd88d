package verify

import (
	"strings"

	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/trace"
)

// mode is how a formula is computed: what the numbers and names in it stand for.
type mode uint8

const (
	shown    mode = iota // the digits shown
	readings             // all that rounds to the digits shown, where they are rounded
	loose                // as readings, every decimal whose source is not known, and what the numbers truly are
	deeper               // what the lines that computed the numbers give unrounded, where that rounds to the digits shown
	truth                // what the article's own definitions give
	mended               // the digits shown, and in place of wrong numbers what they should be
)

// value computes a part.
func (f *flow) value(p part, m mode, base10 bool) (trace.Value, bool, error) {
	return f.valueWith(p, m, base10, func(i int) number.Real { return f.literalValue(p.literals[i], m) })
}

// valueWith computes a part with other numbers in place of its literals.
func (f *flow) valueWith(p part, m mode, base10 bool, literal func(i int) number.Real) (trace.Value, bool, error) {
	v := &evaluator{c: f.c, base10: base10, degrees: f.degrees, unitless: f.unitless, entrywise: p.entrywise, dyadic: p.dyadic}
	v.masked = &f.masked
	v.literal = func(i int) trace.Value { return trace.NumberValue(literal(i)) }
	v.symbol = func(key string) (trace.Value, bool) { return f.symbolValue(key, m) }
	if len(f.columns) > 0 {
		v.column = f.column
	}
	v.function = func(name string, x trace.Value) (trace.Value, bool) { return f.apply(name, x, m) }
	if len(f.written) > 0 {
		v.written = func(e formula.Expr) (trace.Value, bool) { return f.writtenValue(e, m) }
	}
	x, err := v.compute(p.e)
	f.usedTrig = v.usedTrig
	if err == nil && p.entry >= 0 {
		if p.entry >= len(x.Items) {
			return x, v.usedLog, noValue("no such entry")
		}
		x = trace.NumberValue(x.Items[p.entry])
	}
	if err == nil && p.per != nil {
		size := number.FromRat(p.per)
		x, err = v.each(x, func(a number.Real) (number.Real, error) { return f.c.Div(a, size) })
	}
	return x, v.usedLog, err
}

// scalar computes a part that is one number.
func (f *flow) scalar(p part, m mode, base10 bool) (number.Real, bool) {
	x, _, err := f.value(p, m, base10)
	if err != nil || len(x.Items) != 1 {
		return number.Real{}, false
	}
	return x.Items[0], true
}

// claimValue is what the printed value of a name stands for.
func (f *flow) claimValue(c *Claim, m mode) number.Real {
	return f.inUnits(f.operand(c.number, c, m), c.unit)
}

// literalValue is what a number in a formula stands for. It stands without its sign, which its source may have.
func (f *flow) literalValue(l *literal, m mode) number.Real {
	return f.inUnits(f.digitsValue(l, m), l.unit)
}

// digitsValue is the same without regard to its unit.
func (f *flow) digitsValue(l *literal, m mode) number.Real {
	if l.source == nil {
		return f.operand(l.printed, nil, m)
	}
	if sign, ok := l.source.number.value.Sign(); !ok || sign >= 0 {
		return f.operand(l.printed, l.source, m)
	}
	p := l.printed
	p.value = f.c.Neg(p.value)
	return f.c.Neg(f.operand(p, l.source, m))
}

// operand is what a printed number stands for that repeats the number of the claim source, or of none.
func (f *flow) operand(p printed, source *Claim, m mode) number.Real {
	switch m {
	case mended:
		if source != nil && source.misleads() {
			if x, ok := source.mended(); ok {
				return x
			}
		}
	case truth:
		if source != nil && source.global.known {
			return source.global.Real
		}
		if source != nil && source.derived || p.isMeasured() {
			return p.interval(f.c)
		}
	case deeper:
		if source != nil && source.local.known && p.fits(source.local.Real) != fitNone {
			return source.local.Real
		}
	case readings:
		if p.isRounded(source) {
			return p.interval(f.c)
		}
	case loose:
		x := p.value
		if p.isRounded(source) || source == nil && strings.Contains(p.text, ".") || source != nil && source.derived {
			x = p.interval(f.c)
		}
		if source != nil && source.global.known {
			x = f.c.Between(x, source.global.Real)
		}
		return x
	}
	return p.value
}

// isRounded says whether a number may stand for all that rounds to it. A wrong one stands for nothing but itself.
func (p printed) isRounded(source *Claim) bool {
	if source == nil || source.Verdict == Given {
		return p.isMeasured() || p.scientific
	}
	return source.derived && source.Verdict != Exact && !source.misleads()
}

// mended is what a wrong number should have been, and all that rounds to it as it is rounded. A number that is wrong in its last digit alone is no
// slip of the pen: the article went on with it.
func (c *Claim) mended() (number.Real, bool) {
	if c.Local == "" {
		return number.Real{}, false
	}
	x, err := parsePrinted(trimSign(c.Local))
	if err != nil {
		return number.Real{}, false
	}
	d, err := x.value.Places(c.number.places, number.HalfUp)
	if err != nil || c.number.distance(number.NewContext(64), number.FromDecimal(d)).Compare(number.FromInt(2)) != number.Greater {
		return number.Real{}, false
	}
	right := c.number
	right.value = number.FromDecimal(d)
	if right.isMeasured() {
		return right.interval(number.NewContext(precision)), true
	}
	return right.value, true
}
