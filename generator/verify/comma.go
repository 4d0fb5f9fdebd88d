package verify

import (
	"regexp"

	"longhand/generator/source"
)

// What shows that commas are decimal: 0,5 and 1,25 and 6.944,44 and 2{,}5 and 12,5 €; and what shows that points are: all
// decimals but those that may be grouped thousands, 7.500. A comma behind a bracket or beside another comma parts a list.
var (
	commaDecimal = regexp.MustCompile(`(?:^|[^\d.,\[({\\])(?:0,\d+|\d+,(?:\d\d|\d{4,})|\d{1,3}(?:\.\d{3})+(?:,|\{,\})\d+|\d+\{,\}(?:\d{1,2}|\d{4,})|\d+(?:,|\{,\})\d+(?:\\?\s|\\,|\{|\\text)*(?:€|%|\\%))(?:[^\d,{]|,\D|$)`)
	shortDecimal = regexp.MustCompile(`(?:^|[^\d.,\[({\\])\d+(?:,|\{,\})\d(?:[^\d,]|,\D|$)`)
	pointDecimal = regexp.MustCompile(`(?:^|[^\d.,\\])(?:0\.\d+|\d+\.(?:\d\d?|\d{4,}))(?:[^\d.,]|[.,]\D|$)`)
)

// decimalComma says whether the article writes its decimals with a comma throughout: some number must be so, and hardly
// any has a point. open says that its marks allow both readings.
func decimalComma(text string) (comma, open bool) {
	if len(text) > 1<<20 {
		text = text[:1<<20]
	}
	sure := len(commaDecimal.FindAllString(text, -1))
	commas := sure + len(shortDecimal.FindAllString(text, -1)) // 2,5 may be a list
	points := len(pointDecimal.FindAllString(text, -1))
	comma = (sure >= 1 || commas >= 3) && commas > 4*points
	return comma, !comma && commas > 0 && points == 0
}

// flowThrough runs through an article, in both readings of its commas where the marks allow both, and keeps the one in
// which more numbers come right.
func flowThrough(file *source.File, options Options) *flow {
	f := newFlow(file, options)
	f.run()
	if f.article.eitherComma {
		g := newFlow(file, options)
		g.commas = true
		g.run()
		if g.fitting() > f.fitting() {
			f = g
		}
	}
	if f.article.comma {
		f.notes = append(f.notes, "commas in numbers are decimal commas")
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
