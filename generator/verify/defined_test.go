package verify

import "testing"

// TestDefinedHeads holds that a column headed by a name is judged by the formula that the article gives for it, row by row or from
// row to row, and by a formula of the article's functions whatever the other cells say, where a row shows that this is meant.
func TestDefinedHeads(t *testing.T) {
	derivative := "$L(w) = w^2 - 4w + 5$, $\\dfrac{dL}{dw} = 2w - 4$, $\\eta = 0.2$\n\n$$w_{new} = w - \\eta \\frac{dL}{dw}$$\n\n| Step | $w$ | $L(w)$ | $\\dfrac{dL}{dw}$ | New $w$ |\n|---|---|---|---|---|\n"
	newton := "$G(x) = x^3 - 2x - 5$\n\n$$x_{i+1} = x_i - \\frac{G(x_i)}{G'(x_i)}$$\n\n"
	twoColumns := "| $n$ | $x_n$ |\n|---|---|\n"
	all := "| $i$ | $x_i$ | $G(x_i)$ | $G'(x_i)$ | $x_{i+1}$ |\n|---|---|---|---|---|\n"
	checkRules(t, []rule{
		{derivative + "| 1 | 0 | 5.000 | -4.000 | 0.800 |\n| 2 | 0.8 | 2.440 | -2.400 | 1.280 |\n| 3 | 1.28 | 1.518 | -1.440 | 1.568 |\n", ""},
		{derivative + "| 1 | 0 | 5.000 | -4.000 | 0.800 |\n| 2 | 0.8 | 2.440 | -2.700 | 1.280 |\n| 3 | 1.28 | 1.518 | -1.440 | 1.568 |\n", "-2.700 → -2.4"},
		{derivative + "| 1 | 0 | 5.000 | -4.000 | 0.800 |\n| 2 | 0.8 | 2.440 | -2.400 | 1.280 |\n| 3 | 1.28 | 1.518 | -1.440 | 1.658 |\n", "1.658 → 1.568"},
		// from row to row
		{newton + twoColumns + "| 0 | 2.0000 |\n| 1 | 2.1000 |\n| 2 | 2.0946 |\n", ""},
		{newton + twoColumns + "| 0 | 2.0000 |\n| 1 | 2.1000 |\n| 2 | 2.0964 |\n| 3 | 2.0946 |\n", "2.0964 → 2.0945681211"},
		// another recurrence, and another sequence
		{newton + twoColumns + "| 0 | 2.0000 |\n| 1 | 2.5000 |\n| 2 | 2.7500 |\n", ""},
		{newton + "| $n$ | $y_n$ |\n|---|---|\n| 0 | 2.0000 |\n| 1 | 2.1000 |\n| 2 | 2.0964 |\n| 3 | 2.0946 |\n", ""},
		// one row shows what is meant, and the others are wrong
		{newton + all + "| 0 | 2.0000 | -1.0000 | 10.0000 | 2.1000 |\n| 1 | 2.1000 | 0.6010 | 12.2300 | 2.0509 |\n| 2 | 2.0509 | 0.0731 | 11.0230 | 2.0443 |\n", "0.6010 → 0.061, 12.2300 → 11.23, 2.0509 → 2.0945681211, 0.0731 → -0.475323268, 11.0230 → 10.61857243, 2.0443 → 2.0956633871"},
		// no row does: these are the values of another function
		{newton + all + "| 0 | 2.0000 | 3.0000 | 17.0000 | 1.8235 |\n| 1 | 1.8235 | 0.6010 | 12.2300 | 2.0509 |\n| 2 | 2.0509 | 0.0731 | 11.0230 | 2.0443 |\n", ""},
		// a name of the formula has had two values
		{"$m = 2.5$ of the first, $m = 3.5$ of the second.\n\n$E = 0.5 m v^2$\n\n| v | E |\n|---|---|\n| 2 | 5.00 |\n| 3 | 11.25 |\n| 4 | 28.00 |\n", ""},
		// a number that heads a row is no name in the number that heads another
		{"| x | y | z |\n|---|---|---|\n| 1.00 | 1.00 | 1.00 |\n| 1.00 | 1.00 | 1.00 |\n| 11.00 | 1.00 | 1.01 |\n", ""},
	})
}
