package verify

import "regexp"

var (
	commaDecimal = regexp.MustCompile(`(?:^|[^\d.,\[({])\d+(?:,|\{,\})\d+`)
	pointDecimal = regexp.MustCompile(`(?:^|[^\d.,\\])\d+\.\d+`)
	grouped      = regexp.MustCompile(`\d,\d{3}(?:\D|$)`)
)

// decimalComma says whether the article writes its decimals with a comma throughout: many numbers are so, and hardly any
// has a point.
func decimalComma(text string) bool {
	if len(text) > 1<<20 {
		text = text[:1<<20]
	}
	commas := len(commaDecimal.FindAllString(text, -1)) - len(grouped.FindAllString(text, -1))
	points := len(pointDecimal.FindAllString(text, -1))
	return commas >= 3 && commas > 4*points
}
