package verify

import (
	"strings"
	"testing"

	"longhand/generator/source"
)

// rule is an article of a few lines, and the numbers in it that are wrong, as "printed → what belongs there".
type rule struct{ text, wrong string }

func checkRules(t *testing.T, rules []rule) {
	t.Helper()
	for _, r := range rules {
		var got []string
		for _, c := range Verify(source.NewFile("a.md", r.text), Options{}).Claims {
			if c.Verdict == Wrong && c.First == nil {
				got = append(got, c.Printed+" → "+c.Local)
			}
		}
		if s := strings.Join(got, ", "); s != r.wrong {
			t.Errorf("%s\n\tis called wrong: %s\n\twant: %s", r.text, s, r.wrong)
		}
	}
}

// TestChains holds that every computation of a chain is compared as a whole with the one before it.
func TestChains(t *testing.T) {
	checkRules(t, []rule{
		{`$z = 0.12 + 0.42 + 0.1 = 0.64 + 0.1 = 0.74$`, "0.64 → 0.54"},
		{`$z = 0.12 + 0.42 + 0.1 = 0.54 + 0.1 = 0.64$`, ""},
		{`$1 + 2 + 3 + 4 = 3 + 8 = 11$`, "8 → 7"},
		{`$10 - (3 + 4) = 10 - 8 = 2$`, "8 → 7"},
		{`$10 - (3 + 4) = 10 - 7 = 3$`, ""},
		{`$(3 + 4) \cdot 2 = 7 \cdot 3 = 21$`, "3 → 2"},
		{`$\frac14(2 + 6) = \frac{8}{2} = 4$`, "2 → 4"},
		{`$5 \cdot 4 = 10 \cdot 3$`, "10 → "},
		{`$5 \cdot 4 = 10 \cdot 2$`, ""},
		{`$0.721 \cdot (1 - 0.751) = 0.721 \cdot 0.279 = 0.201$`, "0.279 → 0.249"},
		{`$1.0 - \frac{0.1}{\sqrt{0.025}} \cdot 0.5 = 1.0 - 0.6324 \cdot 0.5 = 0.6838$`, ""}, // cut, not rounded
		{`$\frac{2}{3} \cdot 1.41 + 0.5 \approx 0.67 \cdot 1.41 + 0.5 \approx 1.44$`, ""},
		{`$12.4 \cdot 8.1 \approx 12 \cdot 8 = 96$`, ""},
		{"From (2) and (3) it follows:\n\n$d = (3) - (2) = 2470 - 2420 = 50$", ""},
	})
}

// TestOperands holds that a number put in is compared with what belongs in its place, and that no exact value excuses one
// that its rounding does not explain.
func TestOperands(t *testing.T) {
	checkRules(t, []rule{
		{"$\\eta = 0.1$, $w = 1$, $d = -12$\n\n$v = w - \\eta d = 1 - 0.4 \\cdot (-12) = 2.2$", "0.4 → 0.1"},
		{"$\\eta = 0.1$, $w = 1$, $d = -12$\n\n$v = w - \\eta d = 1 - 0.1 \\cdot (-12) = 2.2$", ""},
		{"$z = 0.3 \\cdot 0.775 + 0.1 = 0.3325$\n\n$a = \\sigma(z) = \\frac{1}{1 + e^{-0.3275}} = 0.5824$", "0.3275 → 0.3325"},
		{"$a = 12.5$, $b = 3.1$\n\n$c = a b = 12.5 \\cdot 3.7 = 38.75$", "3.7 → 3.1"},
		{"$a = 12.5$, $b = 3.1$\n\n$c = a b = 12.5 \\cdot 3.7 = 46.25$", ""}, // another b
		// a value is cut off where it is printed, and used with more digits
		{"$a = 0.4288$\n\n$b = 1000 a = 1000 \\cdot 0.42888 = 428.88$", ""},
		// the name has a value before its update and one after
		{"$w = 0.4$\n\n$w = 0.4 - 0.05 = 0.35$\n\n$h = 0.4 \\cdot 2 = 0.8$, $g = w \\cdot 3 = 0.4 \\cdot 3 = 1.2$", ""},
	})
}

// TestDeeper holds that a number is not wrong where the line before gives it unrounded.
func TestDeeper(t *testing.T) {
	checkRules(t, []rule{
		{"$z = 0.4 \\cdot 2 + 0.2 \\cdot 0.201 = 0.840$\n\n$i = \\sigma(0.840) = 0.699$", ""},
		{`$\log_2 3 = 1.58$, $\log_2 12 = 3.58$, $h = \frac13 \cdot 1.58 + \frac12 + \frac{2}{12} \cdot 3.58 = 1.626$`, ""},
	})
}

// TestNeither holds that a number is wrong where neither the digits shown nor the exact value round to it, though some reading of the
// digits shown would.
func TestNeither(t *testing.T) {
	checkRules(t, []rule{
		{"$x = 1.12$, $a = \\sigma(x) = 0.754$\n\n$s = a(1 - a) = 0.754(1 - 0.754) = 0.186$", "0.186 → 0.185484"},
		{"$x = 1.12$, $a = \\sigma(x) = 0.754$\n\n$s = a(1 - a) = 0.754(1 - 0.754) = 0.185$", ""},
		// the exact value, 0.7539887 · 0.85
		{"$x = 1.12$, $a = \\sigma(x) = 0.754$\n\n$s = 0.85 a = 0.85 \\cdot 0.754 = 0.64089$", ""},
	})
}

// TestRoundNumbers holds that the zeros at the end of a whole number may fill it up, and that numbers with a power of ten
// are measured.
func TestRoundNumbers(t *testing.T) {
	checkRules(t, []rule{
		{`$v = \sqrt{2 \cdot 290940000} = 24,100$`, ""},
		{`$v = \sqrt{2 \cdot 290940000} = 25,100$`, "25,100 → 24122.188955"},
		{`$n = 5 \cdot 4.2 = 20$`, "20 → 21"},
		{`$F = \frac{6.67 \times 10^{-11} \cdot 7.3 \times 10^{22}}{3.84 \times 10^{8}} = 1.27 \times 10^{4}$`, ""},
		{`$F = \frac{6.67 \times 10^{-11} \cdot 7.3 \times 10^{22}}{3.84 \times 10^{8}} = 1.57 \times 10^{4}$`, `1.57 \times 10^{4} → 12679.9479`},
	})
}

// TestFactors holds that every factor of a product that stands for a part of the one before is judged, and that one whose last
// digit is off is not said to have lost another.
func TestFactors(t *testing.T) {
	text := `$d = (0.751 - 0.01) \cdot 0.751 \cdot (1 - 0.751) \cdot 0.40 = 0.741 \cdot 0.187 \cdot 0.40 = 0.0554$`
	judged := map[string]bool{}
	for _, c := range Verify(source.NewFile("a.md", text), Options{}).Claims {
		judged[c.Printed] = true
	}
	for _, number := range []string{"0.741", "0.187", "0.0554"} {
		if !judged[number] {
			t.Errorf("%s is not judged", number)
		}
	}
	checkRules(t, []rule{
		{text, ""},
		{strings.Replace(text, "= 0.741", "= 0.731", 1), "0.731 → 0.741"},
	})
	if got := causes(`$g = 0.339 \cdot 0.06 = 0.0204$`); got != "0.0204: " {
		t.Errorf("the cause is %q", got)
	}
}

// TestSigns holds that a sign belongs to the number it stands before, and that a number is reported as it is printed.
func TestSigns(t *testing.T) {
	checkRules(t, []rule{
		{"$w_2 = -1.0$, $d = 0.2338$\n\n$w_2^T \\cdot d = -1.0 \\times 0.2338 = -0.2338$", ""},
		{`$H = -(0.643)(-0.637) - (0.357)(-1.485) = 0.410 + 0.530 = 0.940$`, ""},
		{`$H = -(0.643)(-0.637) - (0.357)(-1.485) = 0.410 + 0.540 = 0.950$`, "0.540 → 0.530145"},
		{`$c = 0.3 \cdot 0.5 + (-0.2)(0.679) = 0.15 - 0.1378 = 0.0122$`, "-0.1378 → -0.1358"},
	})
}

// TestRestated holds what is another value of a name and no wrong repetition of the old one.
func TestRestated(t *testing.T) {
	checkRules(t, []rule{
		{"$e = 1 - 3 = -2$\n\n- Update: e=+2", ""},
		{"$C = (5, 8)$\n\n$C = (\\frac{2+8+5}{3}, \\frac{5+4+8}{3}) = (5, 5.67)$\n\nAgain from the start: $C = (5, 8)$", ""},
		{"| x | b(new) |\n|---|---|\n| 1 | 0.200 |\n| 2 | -0.200 |", ""},
		{"$x = 0 + 0 = 0$\n\nInputs: x = 0.10. $z = x \\cdot 0.2 + 0.3 = 0.10 \\cdot 0.2 + 0.3 = 0.32$", ""},
		{"$h = 0.5 \\cdot 2 = 1$\n\nNetwork: 2 inputs → 10 hidden neurons → 1 output", ""},
	})
}

// TestEntrywise holds that a product of vectors that is a vector is meant entry by entry.
func TestEntrywise(t *testing.T) {
	checkRules(t, []rule{
		{`$d = -0.404 \cdot [0.2, 0.3] \cdot [0.55(1-0.55), 0.60(1-0.60)] = [-0.020, -0.029]$`, ""},
		{`$d = -0.404 \cdot [0.2, 0.3] \cdot [0.55(1-0.55), 0.60(1-0.60)] = [-0.020, -0.049]$`, "-0.049 → -0.029088"},
		{`$d = [0.2, 0.3] \cdot [0.5, 0.6] = 0.28$`, ""},
	})
}

// TestDefinitions holds that what the article defined and printed elsewhere is used where a value stands without a
// computation beside it.
func TestDefinitions(t *testing.T) {
	checkRules(t, []rule{
		// every name in the definition has had one value
		{"$a = 2.5$, $b = 4$\n\n$c = a b$\n\nAnd so on.\n\nThe result:\n\n$c = 12.5$", "12.5 → 10"},
		{"$a = 2.5$, $b = 4$\n\n$c = a b$\n\nAnd so on. Then $a = 3.5$.\n\nThe result:\n\n$c = 12.5$", ""},
		// a name with several values, of which only the latest can be meant
		{"$g = -8.25$\n\nNow $g = -2.25$, $h = 0.625$.\n\n$d = g h = -1.404$", "-1.404 → -1.40625"},
		{"$g = -8.25$\n\nNow $g = -2.25$, $h = 0.625$.\n\n$d = g h = -5.156$", ""},
		{"$g = -2.245$\n\nNow $g = -2.25$, $h = 0.625$.\n\n$d = g h = -1.404$", ""},
		// a name with a formula of given numbers, and one of what is measured
		{"$x = 0.5$, $v = 0.3$\n\n$z = v x + 0.1$\n\n$d = 4.1 z x = 0.511$", "0.511 → 0.5125"},
		{"$x = 0.5$, $v = 3.01 \\times 10^{-1}$\n\n$z = v x + 0.1$\n\n$d = 4.1 z x = 0.511$", ""},
		{"$x = 0.5$, $v = 0.3$\n\n$z = v x + 0.1$\n\n$d = 4.1 z x = 0.711$", ""},
		// an index that has no value of its own
		{"$d_k = 2$, $q = 3$\n\n$r = \\frac{q}{d_k} = 1.6$", "1.6 → 1.5"},
		// a formula whose value was printed, and printed wrongly
		{"$Q = [1, 2]$, $K = [3, 4]$\n\n$$Q K^T = 11.5$$\n\n$$s = \\frac{Q K^T}{2} = 5.75$$", "11.5 → 11"},
		{"The zinc has $E^\\circ = -0.76$ V and the copper $E^\\circ = +0.34$ V.", ""},
	})
}

// TestConversions holds which numbers in a row state the same quantity.
func TestConversions(t *testing.T) {
	checkRules(t, []rule{
		{`$E = 0.5 \cdot 45 \times 10^{31} = 22.5 \times 10^{31} = 2.55 \times 10^{32}$`, `2.55 \times 10^{32} → 2.25e32`},
		{`$E = 0.5 \cdot 45 \times 10^{31} = 22.5 \times 10^{31} = 2.25 \times 10^{32}$ J`, ""},
		{`$p = \frac14 = 0.25 = 52\%$`, `52\% → 0.25`},
		{`$t = 2 \cdot 1.25 = 2.5 \text{ h} = 150 \text{ min}$`, ""},
		{"It was rated 3/5 = 4 stars. That is 1305/12 = 108.75 and 1305/12 = 101.75.", "101.75 → 108.75"},
	})
}

// TestMisprints holds that a result printed again with one slip of the pen is found where no computation stands beside it,
// and that another number is left alone.
func TestMisprints(t *testing.T) {
	checkRules(t, []rule{
		// alone in the text
		{"$y = 0.3775 \\cdot 1.4 = 0.5285$\n\nThe network predicts 0.5585 here.", "0.5585 → 0.5285"},
		{"$y = 0.3775 \\cdot 1.4 = 0.5285$\n\nThe price was 0.7213 then.", ""},
		// under its name, where the article goes on with the right one
		{"$y = 0.3775 \\cdot 1.4 = 0.5285$\n\nSo $y = 0.5585$.\n\nThen $z = 0.5285 \\cdot 2 = 1.057$", "0.5585 → 0.5285"},
		{"$w = 0.3775 \\cdot 1.4 = 0.5285$\n\nAfter the next step $w = 0.5585$.\n\nThen $z = 0.5585 \\cdot 2 = 1.117$", ""},
		// in a list
		{"$d = 0.5 \\cdot [0.242, 0.682, 1.318] = [0.121, 0.341, 0.659]$\n\nThe gradient: $[0.121, 0.371, 0.659]$", "0.371 → 0.341"},
		{"$d = 0.5 \\cdot [0.242, 0.682, 1.318] = [0.121, 0.341, 0.659]$\n\n$x = [0.121, 0.502, 0.659]$", ""},
		{"$d = 0.5 \\cdot [0.242, 0.682] = [0.121, 0.341]$\n\n$\\frac{\\partial L}{\\partial b} = [0.151, 0.341]$", "0.151 → 0.121"},
	})
}

// TestSummaries holds that a table or a list of results printed again is compared with them.
func TestSummaries(t *testing.T) {
	steps := "$f_1 = 0.323 \\cdot 2 = 0.646$, $f_2 = 0.761 \\cdot 1 = 0.761$, $f_3 = 0.853 \\cdot 1 = 0.853$\n\n$h_1 = 0.1005 \\cdot 2 = 0.201$, $h_2 = 0.268 \\cdot 2 = 0.536$, $h_3 = 0.265 \\cdot 3 = 0.795$\n\n"
	checkRules(t, []rule{
		{steps + "| t | f | h |\n|---|---|---|\n| 1 | 0.646 | 0.201 |\n| 2 | 0.761 | 0.536 |\n| 3 | 0.853 | 0.795 |", ""},
		{steps + "| t | f | h |\n|---|---|---|\n| 1 | 0.646 | 0.201 |\n| 2 | 0.731 | 0.536 |\n| 3 | 0.853 | 0.795 |", "0.731 → 0.761"},
		// another quantity, which the article does not compute
		{steps + "| t | g | h |\n|---|---|---|\n| 1 | 0.911 | 0.201 |\n| 2 | 3.646 | 0.536 |\n| 3 | 0.981 | 0.795 |", ""},
		{steps + "$$[0.646, 0.761, 0.823, 0.201]$$", "0.823 → 0.853"},
		{steps + "$$[0.646, 0.761, 0.432, 0.201]$$", ""},
	})
}

// TestDoubts holds that nothing is called wrong that another reading of the line explains.
func TestDoubts(t *testing.T) {
	checkRules(t, []rule{
		// fractions that were reduced or multiplied out
		{`$p = \frac{2}{5} \cdot \frac{3}{5} = \frac{6}{25}$ and 2/5*3/5 = 6/25, $q = \frac{1/6}{1/2} = 1/3$`, ""},
		{`$q = \frac{1/6}{1/2} = 1/4$`, "4 → "},
		{"| | a | b |\n|---|---|---|\n| c | 6/25 | 9/25 |", ""},
		// equations to be solved
		{"$z = 3 \\cdot 2 = 6$\n\n$2z - 1 = 0$", ""},
		{"$a = 2 \\cdot 2 = 4$, $b = 3 \\cdot 1 = 3$\n\n$18a - 8b = 54$", ""},
		// a unit with the name of a quantity
		{"$N = 1150$\n\nF = 50 N \u00d7 0.5 = 25 N", ""},
		{"1s \u2192 2s \u2192 2p \u2192 3s \u2192 3d", ""},
		{"| model | from | to |\n|---|---|---|\n| a | 2024-04-01 | 2024-05-31 |", ""},
		{"$x_1 = 0 + 0 = 0$, $x_2 = 0 + 1 = 1$\n\n$(x_1, x_2) = (1, 0)$", ""},
		{`$y = \text{sign}(0) = 1$`, ""},
		{`$a = \cos(\frac{7\pi \cdot 6}{4}) = \cos(\frac{2\pi}{4}) = 0$`, ""},
		{`$n = \binom{6}{4} \cdot \binom{5}{5} = \binom{6}{4}$`, ""},
		// 0 is what is nearly nothing
		{`$z = 0.5 \cdot 0.6 - 0.6 = 0$`, "0 → -0.3"},
	})
}
