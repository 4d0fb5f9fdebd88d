package verify

import "regexp"

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
