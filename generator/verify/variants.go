package verify

import (
	"regexp"

	"longhand/generator/source"
)

// lostPower is an exponent that may have lost its place: (3-1)2 + (5-1)2.
var lostPower = regexp.MustCompile(`\)[ \t]?[23][ \t]?[-+−–)\]=/]`)

// signedBase is a negative number whose square may lack its brackets: -2^2 + 6^2.
var signedBase = regexp.MustCompile(`[({=]\s*[-−]\d+(?:[.,]\d+)?(?:\^\{?2|²)`)

// flowThrough runs through an article. Where its marks allow two readings, of its commas, of the numbers behind its brackets and of its
// signs, it does so in both and keeps the one in which more numbers come right.
func flowThrough(file *source.File, options Options) *flow {
	f := newFlow(file, options)
	f.run()
	try := func(change func(*flow)) {
		g := newFlow(file, options)
		g.commas, g.lostPowers, g.signedBase = f.commas, f.lostPowers, f.signedBase
		change(g)
		g.run()
		if g.fitting() > f.fitting() {
			f = g
		}
	}
	if f.article.eitherComma {
		try(func(g *flow) { g.commas = true })
	}
	if lostPower.MatchString(file.Text) {
		try(func(g *flow) { g.lostPowers = true })
	}
	if signedBase.MatchString(file.Text) {
		try(func(g *flow) { g.signedBase = true })
	}
	if f.article.comma {
		f.notes = append(f.notes, "commas in numbers are decimal commas")
	}
	if f.lostPowers {
		f.notes = append(f.notes, "a 2 or 3 behind a bracket is an exponent")
	}
	if f.signedBase {
		f.notes = append(f.notes, "brackets are missing around negative numbers that are squared")
	}
	return f
}

// fitting counts the numbers that come right, less three for every one that is wrong.
func (f *flow) fitting() int {
	n := 0
	for _, c := range f.claims {
		switch c.Verdict {
		case Exact, Rounded, Carried, Truncated, HiddenDigits:
			n++
		case Wrong:
			n -= 3
		}
	}
	return n
}
