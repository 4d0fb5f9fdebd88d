package source

import (
	"strings"

	"github.com/agext/levenshtein"
)

// Suggest gives the known word nearest to an unknown one, or "" where none is near enough to be what was meant: a
// hint that is far off is worse than none.
func Suggest(unknown string, known []string) string {
	best, nearest := 0.0, ""
	for _, word := range known {
		likeness := levenshtein.Similarity(strings.ToLower(unknown), strings.ToLower(word), nil)
		if likeness > best {
			best, nearest = likeness, word
		}
	}
	if best < 0.6 && !(len(unknown) <= 3 && best >= 0.5) {
		return ""
	}
	return nearest
}
