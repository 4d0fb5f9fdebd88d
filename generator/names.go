package generator

import (
	"sort"
	"strings"
)

// keys are the names of a registry in alphabetical order.
func keys[T any](registry map[string]T) []string {
	names := make([]string, 0, len(registry))
	for name := range registry {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

func join(names []string) string { return strings.Join(names, ", ") }
