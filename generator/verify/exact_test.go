package verify

import (
	"testing"

	"longhand/generator/source"
)

// TestExactIsKnown holds that no exact value is told that is not known to the digits that are printed, nor one of a number that is not read.
func TestExactIsKnown(t *testing.T) {
	for _, a := range []struct{ text, printed, exact string }{
		{"n = 788.50 / 15 = 52.57\n\nS = 6(43.80 - 52.57)² + 5(56.90 - 52.57)² = 555.2\n\nAgain: S = 555.2", "555.2", ""},
		{"n = 788 / 16 = 49.25\n\nS = 6(43 - 49.25)² = 234.375\n\nAgain: S = 234.375", "234.375", "234.375"},
		{"$1\\text{ h} = 60$", "60", ""},
	} {
		found := false
		for _, c := range Verify(source.NewFile("a.md", a.text), Options{}).Claims {
			if c.Printed == a.printed {
				found = true
				if c.Global != a.exact {
					t.Errorf("%s\n\tthe exact value of %s is told to be %q, not %q", a.text, c.Printed, c.Global, a.exact)
				}
			}
		}
		if !found {
			t.Errorf("%s\n\t%s is no number of it", a.text, a.printed)
		}
	}
}

// TestWhole holds that 100 % in the text is not taken for a result of 1.
func TestWhole(t *testing.T) {
	for _, c := range Verify(source.NewFile("a.md", "It dissolves to 100%.\n\n$n = 7 - 6 = 1$"), Options{}).Claims {
		if c.Printed == "100%" && c.Verdict != Given {
			t.Errorf("100%% is called %s", c.Verdict)
		}
	}
}
