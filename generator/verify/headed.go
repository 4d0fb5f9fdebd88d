package verify

import (
	"regexp"
	"strings"

	"longhand/generator/formula"
)

// A matrix that stands alone may have no name but the words of the heading above it, Raw Score Matrix, and a formula below speaks
// of softmax(Scores).

// headedMatrix is a matrix with the words above it.
type headedMatrix struct {
	words  []string
	shape  formula.Shape
	claims []*Claim
}

var headingWord = regexp.MustCompile(`\pL{4,}`)

// keepHeaded remembers a matrix that stands alone by the words of the heading or label above it.
func (f *flow) keepHeaded(claims []*Claim, shape formula.Shape) {
	for i := f.at - 1; i >= 0 && i >= f.at-2; i-- {
		before := &f.article.passages[i]
		text := strings.TrimSpace(before.text)
		if text == "" {
			continue
		}
		if before.row < 0 && (before.heading || strings.HasSuffix(text, ":")) && len(text) < 80 {
			m := headedMatrix{shape: shape, claims: claims}
			for _, w := range headingWord.FindAllString(text, -1) {
				m.words = append(m.words, stem(w))
			}
			f.headedMatrices = append(f.headedMatrices, m)
		}
		return
	}
}

// stem is a word without the ending of its plural.
func stem(word string) string { return strings.TrimSuffix(strings.ToLower(word), "s") }

// byHeading gives names without values that are words the one matrix with such a word above it.
func (f *flow) byHeading(x *term) {
	for _, name := range x.symbols {
		if len(f.headedMatrices) == 0 || headingWord.FindString(name) != name || f.quantities[name] != nil {
			continue
		}
		var found []headedMatrix
		for _, m := range f.headedMatrices {
			if contains(m.words, stem(name)) {
				found = append(found, m)
			}
		}
		if len(found) == 1 {
			f.bind(name, found[0].shape, found[0].claims, nil)
		}
	}
}
