package verify

import (
	"testing"

	"longhand/generator/source"
)

// TestFixExact holds that the exact value is put in where it is known and differs in the last digit only.
func TestFixExact(t *testing.T) {
	article := func(y string) string { return `$a = \sigma(0.3) = 0.574$, $y = 0.8 a = 0.8 \cdot 0.574 = ` + y + `$` }
	for text, want := range map[string]string{
		article("0.431"):   article("0.460"),   // 0.4592 from the digits shown, 0.45955 exactly
		article("0.43111"): article("0.45920"), // which they are too few to tell
	} {
		if got, _ := Fix(source.NewFile("a.md", text), Options{}); got != want {
			t.Errorf("%s is corrected to %s, want %s", text, got, want)
		}
	}
}

// TestFixStyle holds that a corrected number keeps the marks of the one that it replaces.
func TestFixStyle(t *testing.T) {
	for text, want := range map[string]string{
		`$a = 1,234 \cdot 2 = 2,478$`:         `$a = 1,234 \cdot 2 = 2,468$`,
		`$a = 1{,}234 \cdot 3 = 3{,}712$`:     `$a = 1{,}234 \cdot 3 = 3{,}702$`,
		`$a = 1234.5 \cdot 1000 = 1,234,560$`: `$a = 1234.5 \cdot 1000 = 1,234,500$`,
		`$a = 1234.567 \cdot 2 = 2,469.143$`:  `$a = 1234.567 \cdot 2 = 2,469.134$`,
		`$a = 51.25 \cdot 2 = 103.5$`:         `$a = 51.25 \cdot 2 = 102.5$`,
		`$a = 0.5 \cdot 2 = 1.2e0$`:           `$a = 0.5 \cdot 2 = 1.0e0$`,
		`$a = 0.3 \cdot 0.05 = 0015$`:         `$a = 0.3 \cdot 0.05 = 0.015$`,
		`$a = 0.3 - 0.15 = 0152$`:             `$a = 0.3 - 0.15 = 0.150$`,
		`$a = 0.0554 - 0.01904 = 0.3636$`:     `$a = 0.0554 - 0.01904 = 0.03636$`, // a 0 was dropped, and the digits stay
	} {
		if got, _ := Fix(source.NewFile("a.md", text), Options{}); got != want {
			t.Errorf("%s is corrected to %s, want %s", text, got, want)
		}
	}
}
