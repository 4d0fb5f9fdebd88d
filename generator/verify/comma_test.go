package verify

import (
	"strings"
	"testing"

	"longhand/generator/source"
)

// TestDecimalCommas holds in which articles a comma is a decimal comma: the marks of the article say so, or what fits.
func TestDecimalCommas(t *testing.T) {
	for text, comma := range map[string]bool{
		`$x = 1,04 \cdot 2 = 2,08$`:                                        true,
		`$x = 1,5 \cdot 2 = 3$`:                                            true,
		`Der Barwert ist 7.500 € / 1,08 = 6.944,44 €.`:                     true,
		`$K = 1.250 \cdot 4 = 5.000$ und $Z = 5.000 \cdot 0{,}04 = 200$`:   true,
		`$a = [0,5; 0,3]$, $2 \cdot 0,5 = 1$`:                              true,
		`The total is 12,500 + 7,500 = 20,000 for 1,5 and 2.`:              false,
		`For i = 1,2 and j = 3,4 we have a = 3 + 4 = 7.`:                   false,
		`$x = 0.5 \cdot 3 = 1.5$ for $n = 10,000$ and $(1,25)$.`:           false,
		`$Q = 0.0315 \times 96{,}485 = 3{,}039$ C and $x = \max(1,2) = 2$`: false,
	} {
		r := Verify(source.NewFile("a.md", text), Options{})
		if got := strings.Contains(strings.Join(r.Notes, " "), "decimal commas"); got != comma {
			t.Errorf("%s: commas are decimal commas: %v, want %v", text, got, comma)
		}
		for _, c := range r.Claims {
			if c.Verdict == Wrong {
				t.Errorf("%s: %s is called wrong", text, c.Message())
			}
		}
	}
}
