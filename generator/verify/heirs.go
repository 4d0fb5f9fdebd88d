package verify

import (
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
	case c.misleads():
		c.origin = c
	case c.sound:
		// what follows from it is right
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
