package verify

import (
	"fmt"
	"testing"
)

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
		{"P = 622.5 W = 0.653 kW", "0.653 → 0.6225"},
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

// TestUnitOrName holds that a letter behind a number is a unit where that gives the result, and a name where that does.
func TestUnitOrName(t *testing.T) {
	checkRules(t, []rule{
		{"m = 600 kg\n\nV = (3 m)³ = 27 m³, $V = (3 m)^3 = 27 m^3$, $2m = 1200$", ""},
		{"m = 600 kg\n\nV = (3 m)³ = 28 m³", "28 → 27"},
		{"m = 600 kg\n\n$2m = 1300$", "1300 → 1200"},
		{"x = 8.0 kg × 2.0 kg = 16.0 kg², a = 4 m × 2 m = 9 m²", "9 → 8"},
		{`$m = 2 \cdot 3.5 g = 7.0$, $U = 20 mA \cdot 330 \Omega = 6.6 V$, $R = 4.7 k\Omega + 300 \Omega = 5.0 k\Omega$`, ""},
		{"U = 20 mA * 330 Ohm = 6900 mV", "6900 → 6600"},
		{`$c = \frac{0.3}{1.5 l} = 0.2 M$, $0.001 \text{ M} = 10^{-3} \text{ M}$`, ""},
		{"V = 6 V, I = 6 V / 12000 = 0.0005 A", ""},
	})
}

// TestLabels holds that what stands before = is a label, whatever it is.
func TestLabels(t *testing.T) {
	checkRules(t, []rule{
		{"```\nSPₓᵧ = 4,125 - (210)(95)/6\nSPₓᵧ = 4,125 - 3,352\nSPₓᵧ = 773\n```", "3,352 → 3325"},
		{"```\nSSᵣₑ𝓰 = (82.5)² / 21.4\nSSᵣₑ𝓰 = 318.05\nSE(b₁) = √0.2304\nSE(b₁) = 0.49\n```", "0.49 → 0.48"},
		{"R² = 318.05 / 402.5\n\nR² = 0.76", "0.76 → 0.79018634"},
		{`$\chi^2 = 4.5 + 2.25$, and so $\chi^2 = 6.75$`, ""},
		{"r = 3\n\nr² = 9, r² = 8", "8 → 9"},
	})
}

// TestInterval holds that a ± b is the row of both.
func TestInterval(t *testing.T) {
	checkRules(t, []rule{
		{"CI = 2.15 ± 2.06 × 0.31\nCI = 2.15 ± 0.64\nCI = [1.51, 2.79]", ""},
		{"CI = 2.15 ± 2.06 × 0.31\nCI = 2.15 ± 0.67\nCI = [1.48, 2.82]", "0.67 → 0.6386"},
		{`$0.55 \pm 1.96 \times 0.05 = (0.452, 0.684)$`, "0.684 → 0.648"},
		{`$x = \frac{5 \pm \sqrt{25 - 24}}{2} = 3, 2$ and $T = 2.0 \pm 0.1$ s`, ""},
	})
}

// TestProportions holds that a : b = c : x gives x.
func TestProportions(t *testing.T) {
	checkRules(t, []rule{
		{"$$\\begin{aligned}\n1.2g : 1ml &= 984g : x \\; ml \\\\\nx &= 820 ml \\\\\n18.2g : 125g &= x : 100g \\\\\nx &= 14.6\\end{aligned}$$", ""},
		{"$$\\begin{aligned}\n4 : 100 &= x : 31.5 g \\\\\nx &= 1.56g \\text{ di } H_2SO_4 \\end{aligned}$$", "1.56 → 1.26"},
		{`$f : A \to B$ and $x = 3$, the ratio is $2 : 1$`, ""},
	})
}

// TestOldTeX holds that commands between two sides are read as those with two arguments, and that a power of ten is a result.
func TestOldTeX(t *testing.T) {
	checkRules(t, []rule{
		{`$f = {50.03 \over 10} = 5.003$, $n = {5 \choose 2} = 10$, $\sqrt{{18 \over 2}} = 3$`, ""},
		{`$f = {1 \over {2 \cdot {3 \over 8}}} = 1.53$`, "1.53 → 1.33333333"},
		{`$x = 0.001 = 10^{-3}$, $10^{2} = 100$, $\sqrt{10^2} = 10$`, ""},
		{`$c = 0.5 \cdot 0.002 = 10^{-4} \text{ M}$`, `10^{-4} → 0.001`},
		{"c = 0.001 M = 10⁻⁴ M", "10⁻⁴ → 0.001"},
	})
}

// TestRegrouped holds that a product whose factors were multiplied in groups is compared group by group.
func TestRegrouped(t *testing.T) {
	checkRules(t, []rule{
		{"s = 3 × 2 × [(81.0 - 81.5)² + (82.0 - 81.5)²] = 6 × (0.25 + 0.25) = 6 × 0.5 = 3", ""},
		{"s = 3 × 2 × [(81.0 - 81.5)² + (82.0 - 81.5)²] = 6 × (0.26 + 0.25) = 6 × 0.5 = 3", "0.26 → 0.25"},
		{"$$P = 0.8 \\times (5.67 \\times 10^{-8}) \\times 2.5 \\times (330.15^4 - 290.15^4)$$\n\n$$P \\approx 1.13 \\times 10^{-7} \\times (1.188 \\times 10^{10} - 7.09 \\times 10^9)$$\n\n$$P \\approx 543.5$$", ""},
		{"$$P = 0.8 \\times (5.67 \\times 10^{-8}) \\times 2.5 \\times (330.15^4 - 290.15^4)$$\n\n$$P \\approx 1.43 \\times 10^{-7} \\times (1.188 \\times 10^{10} - 7.09 \\times 10^9)$$\n\n$$P \\approx 543.5$$", `1.43 \times 10^{-7} → 0.0000001134`},
		{"t = (1.25 - 2.7) / 0.36\n\nt = -1.75 / 0.36\n\nt = -4.03", "-1.75 → -1.45"},
	})
}

// TestProse holds what stands around numbers in exercises: remarks, units in brackets, results on the left.
func TestProse(t *testing.T) {
	checkRules(t, []rule{
		{"F = 0.650 / 71.043 ≈ 0.01 (n.s.)", ""},
		{"F = 0.650 / 71.043 ≈ 0.04 (n.s.)", "0.04 → 0.009149388"},
		{"v² = (7200 m/s)² = 5.184 × 10⁷ (m/s)²", ""},
		{"v² = (7200 m/s)² = 5.484 × 10⁷ (m/s)²", "5.484 × 10⁷ → 51840000"},
		{"6 V / 20000 = I\n\nI = 0.0004", "0.0004 → 0.0003"},
		{"m = 500 kg, s = 8 m\n\nr = 6.37 × 10⁶ m + 300 × 10³ m = 6.67 × 10⁶ m, y = 6.67 × 10⁻¹¹ N·m²/kg² × 5.97 × 10²⁴ kg ≈ 3.98 × 10¹⁴", ""},
		{"$(3.25 - 1)^² + 1.5^² = 5.0625 + 2.25 = 7.3125$", ""},
	})
}

// TestExercises holds that the names of an exercise are its own, and that what stands before the first is meant for all.
func TestExercises(t *testing.T) {
	checkRules(t, []rule{
		{"## Exercise 1\n\n$v = 3 \\cdot 2.5 = 7.5$\n\n## Exercise 2\n\nA body with $v = 7.25$. $E = v^2 = 7.25^2 = 52.5625$.", ""},
		{"## Ejemplo 1\n\npH = 3 + 1 = 4\n\n## Ejemplo 2\n\npOH = 1 + 1 = 2\n\nUsar pH + pOH = 14", ""},
		{"g = 9.81\n\n## Exercise 1\n\nv = g · 2 = 19.62\n\n## Exercise 2\n\nv = g · 3 = 29.93", "29.93 → 29.43"},
		{"## Exercise 1\n\na = 2.5, b = 4.5\n\nc = a · b = 11.75\n\n## Summary\n\nc = 8", "11.75 → 11.25"},
	})
}

// TestLastResult holds that a line that begins with an operator goes on with the result before.
func TestLastResult(t *testing.T) {
	checkRules(t, []rule{
		{"Total: 10.25 + 40.5 = 50.75  \n   × 3 = **152.25**\n\nSum = 9.0625  \n   × n=2 = **18.125**", ""},
		{"Total: 10.25 + 40.5 = 50.75  \n   × 3 = **157.25**\n\nSum = 9.0625  \n   × n=2 = **19.125**", "157.25 → 152.25, 19.125 → 18.125"},
	})
}

// TestScaledFractions holds that both sides of a fraction may be multiplied.
func TestScaledFractions(t *testing.T) {
	checkRules(t, []rule{
		{`$\frac{1}{2}\ln(\frac{\frac{7}{10}}{\frac{3}{10}}) = \frac{1}{2}\ln(\frac{7}{3}) = 0.42$`, ""},
		{`$\frac{0.7}{0.3} = \frac{8}{3} = 2.67$`, "8 → "},
		{`$\frac{2.5 \cdot 2}{4} = \frac{5.3}{4} = 1.325$`, "5.3 → 5"},
	})
}

// TestWeights holds that a mean divides by the weights that it multiplies with.
func TestWeights(t *testing.T) {
	checkRules(t, []rule{
		{`$y = \frac{0.6\cdot300 + 0.4\cdot233 + 1.1\cdot250}{0.6 + 0.4 + 1.1} = 261.05$`, ""},
		{`$y = \frac{0.6\cdot300 + 0.4\cdot233 + 1.1\cdot250}{0.9 + 0.4 + 1.1} = 228.42$`, "0.9 → 0.6"},
		{`$y = \frac{0.6\cdot300 + 0.4\cdot233 + 1.1\cdot250}{3 + 4 + 5} = 45.68$`, ""},
	})
}

// TestVariances holds that F divides by the error that belongs to its row.
func TestVariances(t *testing.T) {
	table := "| Source | SS | df | MS | F |\n|---|---|---|---|---|\n| Group | 0.75 | 1 | 0.75 | %s |\n| Subjects | 150.5 | 2 | 75.25 | |\n| Week | 128.5 | 2 | 64.25 | 257.00 |\n| Residual | 1.0 | 4 | 0.25 | |\n"
	checkRules(t, []rule{
		{fmt.Sprintf(table, "0.01"), ""},
		{fmt.Sprintf(table, "0.51"), "0.51 → 3"},
	})
}

// TestData holds that Σ over the letter of a column sums the column, and that what follows from a wrong sum is its heir.
func TestData(t *testing.T) {
	table := "| No | Lift (Y) | Weight (X) |\n|---|---|---|\n| 1 | 100 | 50 |\n| 2 | 120 | 60 |\n| 3 | 150 | 70 |\n| 4 | 170 | 81 |\n\n"
	checkRules(t, []rule{
		{table + "- ΣX = 261\n- ΣY = 540\n- ΣX² = 17,561\n- ΣXY = 36,470\n- X̄ = ΣX/n = 261/4 = **65.25**\n\n```\nSPₓᵧ = ΣXY - (ΣX)(ΣY)/n\nSPₓᵧ = 36,470 - (261)(540)/4\nSPₓᵧ = 1,235\n```", ""},
		{table + "- ΣX = 261\n- ΣY = 550\n- ΣX² = 17,861", "550 → 540, 17,861 → 17561"},
		{"| t | x |\n|---|---|\n| 0 | 1 |\n| 1 | 2 |\n| 2 | 4 |\n\nx = 3, y = 2x = 6", ""},
	})
}
