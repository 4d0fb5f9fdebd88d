package verify

import (
	"sort"
	"strings"

	"longhand/generator/formula"
	"longhand/generator/number"
)

const greater = number.Greater

func numberOf(n int64) number.Real { return number.FromInt(n) }

// trimSign parts the sign off a decimal text, as parsePrinted takes it.
func trimSign(s string) (string, bool) {
	if t, ok := strings.CutPrefix(s, "-"); ok {
		return t, true
	}
	return s, false
}

// walkPlaces calls g for every literal of a part.
func (f *flow) walkPlaces(p part, g func(*literal)) {
	formula.Walk(p.e, func(e formula.Expr) bool {
		if i, ok := place(e); ok {
			g(p.literals[i])
		}
		return true
	})
}

// inherit names for every number that comes from a wrong one the first wrong number, and looks for the causes of those
// that are wrong themselves.
func (f *flow) inherit() {
	for _, c := range f.claims {
		if c.Verdict == Wrong && c.First == nil && c.Cause == "" {
			f.guess(c)
		}
	}
	for _, c := range f.claims {
		first := c.root()
		if first == nil || first == c {
			continue
		}
		c.First = first
		first.Heirs = append(first.Heirs, c)
	}
}

// root is the first wrong number that a claim comes from, or nil; a number that is wrong by its own line is its own root.
// Claims come from earlier ones, whose roots are found before theirs, so that no chain of them is walked twice.
func (c *Claim) root() *Claim {
	if c.rooted {
		return c.origin
	}
	c.rooted = true // what comes from itself comes from nothing
	switch {
	case c.First != nil:
		if c.origin = c.First.root(); c.origin == nil {
			c.origin = c.First
		}
	case c.Verdict == Wrong:
		c.origin = c
	case c.global.known && c.number.fits(c.global.Real) >= fitRounded:
		// it is right, whatever stands before it
	default:
		for _, from := range c.from {
			if c.origin = from.root(); c.origin != nil {
				break
			}
		}
	}
	return c.origin
}

// late looks again at values that nothing had computed when they came, now that all definitions are known. A value that
// does not fit is left alone: the definition may be meant for another.
func (f *flow) late() {
	f.lateNumbers()
	names := make([]string, 0, len(f.quantities))
	for name := range f.quantities {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		q := f.quantities[name]
		if q.formula == nil || q.claims == nil || q.last != nil && !isValue(q.last.lifted) {
			continue
		}
		for i, c := range q.claims {
			if c.Verdict != Given {
				continue
			}
			v, _, err := f.value(whole(q.formula), shown, f.log10())
			if err != nil || len(v.Items) != len(q.claims) {
				break
			}
			trial := *c
			f.judge(&trial, []part{{term: q.formula, e: q.formula.lifted, entry: i}})
			if trial.Verdict != Wrong && trial.Verdict != Unjudged {
				*c = trial
			}
		}
	}
}
