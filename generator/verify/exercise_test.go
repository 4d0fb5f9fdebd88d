package verify

import "testing"

// TestScores holds that a computation behind a name is arithmetic, and that scores, ranges and dates are none.
func TestScores(t *testing.T) {
	checkRules(t, []rule{
		{"- P(late) = 3/4 = 0.9", "0.9 → 0.75"},
		{"- P(late) = 3/4 = 0.75", ""},
		{"Mean = 1836/24 = 79.5", "79.5 → 76.5"},
		{"df = 12 - 5 = 8", "8 → 7"},
		{"x = 3 - 8 = 5", "5 → -5"},
		{"3/5 = 2", "2 → 0.6"},
		{"Score = 3/5 = 4 stars.", ""},
		{"The film was rated 3/5 = 4 stars, after a match that ended 1-3 = 2 goals short.", ""},
	})
}

// TestConversionsByUnit holds that two numbers with units of one dimension state one quantity.
func TestConversionsByUnit(t *testing.T) {
	checkRules(t, []rule{
		{`$l = 85 \, \text{mm} = 0.085 \, \text{m}$, $f = 12740 \text{ Hz} = 12.7 \cdot 10^3 \text{ Hz} = 12.7 \text{ kHz}$`, ""},
		{`$l = 85 \, \text{mm} = 0.088 \, \text{m}$`, "0.088 → 0.085"},
		{`$f = 12740 \text{ Hz} = 17.2 \cdot 10^3 \text{ Hz} = 17.2 \text{ kHz}$`, `17.2 \cdot 10^3 → 12740`},
		{"P = 622.5 W = 0.653 kW", "0.653 → 622.5"},
		{"One euro, 1 EUR = 1.08 USD, and 1 h = 60 min.", ""},
	})
}

// TestTemperatures holds that a temperature may be written on another scale.
func TestTemperatures(t *testing.T) {
	checkRules(t, []rule{
		{`$T = 45^\circ\text{C} = 318.15 \, \text{K}$, $25\,°\mathrm{C} = 298 K$, $T = 20^{\circ}C = 68 °F$, $T = 300 K = 27 °C$`, ""},
		{`$T = 45^\circ\text{C} = 348.15 \, \text{K}$`, "348.15 → 318.15"},
		{"T = 300 K = 28 °C", "28 → 26.85"},
		{"A rise by 5 °C = 5 K.", ""},
		{`$\cos(60^\circ) = 0.5$`, ""},
	})
}

// TestBaseOfLog holds that an article has one base of log, and that a chain is compared in it as a whole.
func TestBaseOfLog(t *testing.T) {
	checkRules(t, []rule{
		{`$s = \log(0.5) + \log(0.2) + \log(0.08) = -0.301 - 0.699 - 1.097 = -2.097$`, ""},
		{`$s = \log(0.5) + \log(0.2) + \log(0.08) = -0.301 - 0.699 - 1.097 = -2.397$`, "-2.397 → -2.097"},
		{`$\text{pH} = -\log(10^{-2}) = 5$`, "5 → 2"},
		{`$\text{pH} = -\log(10^{-2}) = 2$`, ""},
		{`$\log(5) + \log(100) = 0.70 + 2 = 2.70$, $\log(20) = 1.60$`, "1.60 → 1.30103"},
		{`$L = -\log(0.3) = 1.204$ and $-\log(0.5) = 0.693$`, ""},
	})
}
