package latex

import (
	"maps"
	"slices"
)

// Characters lists every character outside of ASCII that a document may hold.
func Characters() ([]rune, error) {
	lines, err := declared()
	if err != nil {
		return nil, err
	}
	return slices.Concat([]rune(known), slices.Sorted(maps.Keys(lines))), nil
}
