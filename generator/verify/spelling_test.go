package verify

import "testing"

// TestSpellings holds that w5 and w_5 are one name where one has its value in the other spelling only.
func TestSpellings(t *testing.T) {
	checkRules(t, []rule{
		{`$i_1 = 0.05$, $w_1 = 0.4$, $z = w_1 \times i1 = 0.03$`, "0.03 → 0.02"},
		{`$i_1 = 0.05$, $w_1 = 0.4$, $z = w_1 \times i1 = 0.02$`, ""},
		{"i1 = 0.05, w1 = 0.4\n\n$z_{h1} = w_1 i_1 = 0.02$\n\n$a_{h1} = 3 z_{h_1} = 0.05$", "0.05 → 0.06"},
		{`$\frac{\partial E}{\partial w5} = 0.5 \cdot 0.3 = 0.15$, $w_5 = 0.4$

$w_5^+ = w_5 - 0.5 \frac{\partial E}{\partial w_5} = 0.352$`, "0.352 → 0.325"},
		{"| parameter | value |\n|---|---|\n| w1 | 0.4 |\n| w2 | 0.3 |\n\n$z = 2 w_1 + w_2 = 1.21$", "1.21 → 1.1"},
		// two things that have values of their own
		{`$x1 = 2$, $x_1 = 3$, $y = 4 x1 = 8$, $z = 4 x_1 = 12$`, ""},
		// a layer, and the first entry of a vector
		{`$z^{(1)} = 0.3$, $a = 2 z_1 = 0.8$`, ""},
		{"$x = [2, 3]$, $x1 = 5$, $y = 4 x_1 = 8$", ""},
		{`$x1 = [2, 3]$, $y = 4 x_1 = 12$`, ""},
	})
}
