package verify

import "testing"

// TestDescribedNames holds that a short name behind the words for it is the name, where formulas use it.
func TestDescribedNames(t *testing.T) {
	checkRules(t, []rule{
		{"w1 = 0.5, dL/dw1 = 0.3, learning rate lr = 0.2\n\nw1 = w1 - lr*dL/dw1 = 0.454", "0.454 → 0.44"},
		{"w1 = 0.5, dL/dw1 = 0.3\n\nLearning rate lr: 0.2\n\nw1 = w1 - lr * dL/dw1 = 0.44", ""},
		{"revenue per day = 5, weeks in a row = 3\n\nIn all 15 / 3 = 5 per day.", ""},
	})
}

// TestLabelledNames holds that a word with a label in brackets is a name where nothing is computed with the label.
func TestLabelledNames(t *testing.T) {
	checkRules(t, []rule{
		{"i1 = 0.05, w1 = 0.15\n\ninput(h1) = w1 * i1 + 0.35 = 0.3575\n\noutput(h1) = f(input(h1)) = 1/(1 + e^(-input(h1))) = 0.5994", "0.5994 → 0.5884351201"},
		{"net(h1) = 0.2 * 0.3 = 0.06\n\nout(h1) = net(h1) + 0.1 = 0.16, net(o1) = 3 * out(h1) = 0.46", "0.46 → 0.48"},
		// an argument with a value
		{"x1 = 3\n\ng(x1) = 2 * x1 + 1 = 8", "8 → 7"},
		{"g(x) = 2 * x + 1, x1 = 3\n\ng(x1) = 8", "8 → 7"},
	})
}

// TestRanges holds that an ellipsis in a list of names stands for those between.
func TestRanges(t *testing.T) {
	checkRules(t, []rule{
		{"$[w_1, w_2, …, w_5] = [0.15, 0.20, 0.25, 0.3, 0.35]$, $z = w_3 + w_5 = 0.7$", "0.7 → 0.6"},
		{`$(v_1, \ldots, v_4) = (1, 2, 3, 4)$, $z = v_2 + v_3 = 5$`, ""},
		{"(u1, ..., u3) = (4, 5, 6)\n\ny = u2 * 2 = 11", "11 → 10"},
		{`$(v_1, \ldots, v_4) = (1, 2, 3)$, $z = v_2 + v_3 = 7$`, ""}, // one is missing
	})
}

// TestHalfDerivatives holds that a derivative may have lost one of its two ∂.
func TestHalfDerivatives(t *testing.T) {
	checkRules(t, []rule{
		{`$\frac{E_{total}}{\partial out_{h1}} = 0.5 \cdot 0.3 = 0.15$, $g = 2\frac{\partial E_{total}}{\partial out_{h1}} = 0.31$`, "0.31 → 0.3"},
		{`$\frac{\partial E}{w_1} = 0.15$, $w_1 = 0.4$, $w_1^+ = w_1 - 2\frac{\partial E}{\partial w_1} = 0.11$`, "0.11 → 0.1"},
		{`$E = 3$, $w = 2$, $q = \frac{E}{w} = 1.5$, $r = \frac{E}{w_1} = 4$`, ""},
	})
}
