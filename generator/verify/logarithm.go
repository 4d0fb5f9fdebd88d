package verify

import (
	"regexp"

	"longhand/generator/number"
)

// logarithm is what an article means by log without a base.
type logarithm uint8

const (
	anyBase logarithm = iota // nothing has shown it yet
	natural
	common
)

// commonLog are quantities that are logarithms to base 10 by definition, beside a log.
var (
	commonLog = regexp.MustCompile(`\bp(?:O?H|K_?\{?[abw])\b|\bdB\b|[Dd]ecibel`)
	bareLog   = regexp.MustCompile(`\blog\b`)
)

// learnLog looks for quantities that settle the base of log before any number does.
func (f *flow) learnLog() {
	if bareLog.MatchString(f.article.file) && commonLog.MatchString(f.article.file) {
		f.settleLog(common)
	}
}

func (f *flow) settleLog(base logarithm) {
	if f.log = base; base == common {
		f.notes = append(f.notes, "log is read as the logarithm to base 10: so the numbers fit")
	}
}

// bases are those that may be meant, the likeliest first; true is base 10.
func (f *flow) bases() []bool {
	if f.log == common {
		return []bool{true, false}
	}
	return []bool{false, true}
}

// log10 says whether log is read to base 10 as far as is known.
func (f *flow) log10() bool { return f.log == common }

// byBase judges a claim that log is used in. The first number that only one base gives settles the base; one digit does not,
// unless it is exact. From then on the other base serves only where it gives a number exactly, or one of three digits
// or more, which no chance does.
func (f *flow) byBase(c *Claim, refs []part) outcome {
	bases := f.bases()
	best, other := f.outcome(c, refs, bases[0]), f.outcome(c, refs, bases[1])
	fits := func(o outcome) bool { return o.rank() < ranks[Given] }
	switch {
	case f.log != anyBase && (!fits(other) || fits(best) || c.number.digits < 3 && !exactly(f.c, c.number, other)):
		return best
	case f.log != anyBase:
		return other
	case !fits(best) && fits(other):
		if c.number.digits > 1 || exactly(f.c, c.number, other) {
			f.settleLog(common)
		}
		return other
	case fits(best) && !fits(other) && c.number.digits > 1:
		f.settleLog(natural)
	}
	return best
}

// exactly says whether a computation gives a printed number as far as 30 digits show.
func exactly(c *number.Context, p printed, o outcome) bool {
	gap := c.Mul(c.Abs(c.Sub(o.local.Real, p.value)), number.FromInt(1e15))
	return o.local.known && c.Mul(gap, number.FromInt(1e15)).Compare(number.FromInt(1)) == number.Less
}

// settleByChain settles the base of log by two computations that are said to be equal, before their parts are compared.
func (f *flow) settleByChain(before, x *term) {
	if f.log != anyBase {
		return
	}
	fits := [2]bool{}
	for k, base10 := range []bool{false, true} {
		a, usedLog, err1 := f.value(whole(before), shown, base10)
		b, alsoLog, err2 := f.value(whole(x), shown, base10)
		if err1 != nil || err2 != nil || len(a.Items) != 1 || len(b.Items) != 1 || !usedLog || alsoLog {
			return
		}
		gap := f.c.Mul(f.c.Abs(f.c.Sub(a.Items[0], b.Items[0])), number.FromInt(100))
		fits[k] = gap.Compare(f.c.Abs(a.Items[0])) == number.Less
	}
	switch {
	case fits[1] && !fits[0]:
		f.settleLog(common)
	case fits[0] && !fits[1]:
		f.settleLog(natural)
	}
}
