package verify

import (
	"regexp"
	"strings"
)

// Formulas of chemistry, \text{Cu}^{2+} + 2e^-, hold numbers that nothing computes.
var (
	charge      = regexp.MustCompile(`\^\s*(?:\{\s*\d*[+\-−]\s*\}|\d*[+\-−])`)
	chemicalOne = regexp.MustCompile(`_\s*(?:\{\s*\d+\s*\}|\d+)|\d+\s*(?:\\(?:text|mathrm|mathsf)\b|[A-Za-z(\[])`)
)

// isChemistry says whether a formula has charges, and no numbers but those of atoms, molecules and charges.
func isChemistry(text string) bool {
	return charge.MatchString(text) && !strings.ContainsAny(chemicalOne.ReplaceAllString(charge.ReplaceAllString(text, ""), ""), "0123456789")
}
