package verify

import "testing"

// TestLayered holds that superscripts which cannot be powers number the layers of a name.
func TestLayered(t *testing.T) {
	checkRules(t, []rule{
		{`$w_{11}^{2} = 0.5$, $\frac{\partial E}{\partial w_{11}^{2}} = 0.2 \cdot 0.3 = 0.06$

$w_{11}^{2+} = w_{11}^{2} - 0.5 \frac{\partial E}{\partial w_{11}^{2}} = 0.407$`, "0.407 → 0.47"},
		{`$w_{11}^{1} = 0.4$, $w_{11}^{2} = 0.5$, $x = 2$, $z = w_{11}^{1} x + w_{11}^2 = 1.30$, $y = x^2 = 4$`, ""},
		{`$w_{11}^{1} = 0.4$, $w_{11}^{2} = 0.5$, $x = 2$, $z = w_{11}^{1} x + w_{11}^2 = 1.35$, $y = x^2 = 5$`, "1.35 → 1.3, 5 → 4"},
		{"a¹₁ = 0.6, a¹₂ = 0.3, δ² = 0.4\n\nd₁ = a¹₁(1−a¹₁) = 0.6 × 0.5 = 0.30\n\ng = δ² · a¹₂ = 0.4 · 0.3 = 0.12", "0.5 → 0.4"},
		{"a = 3, x₂ = 2\n\ny = a² + x₂² = 12", "12 → 13"},
		// a second derivative, and squares
		{`$w = 3$, $\frac{\partial^2 E}{\partial w^2} = 2$, $y = w^2 = 9$, $w_1 = 2$, $u = w_1^2 = 5$`, "5 → 4"},
		{`$w_1 = 2$, $\lVert w \rVert^2 = w_1^2 = 4$`, ""},
	})
}

// TestLeftNames holds that letters which make a left side with their subscript are one name.
func TestLeftNames(t *testing.T) {
	checkRules(t, []rule{
		{"$in_{h_1} = 0.5 + 0.25 = 0.75$\n\n$in_{h_2} = 2 in_{h_1} = 1.6$", "1.6 → 1.5"},
		{"$i_1 = 2$, $n_1 = 3$, $in_{h_1} = 0.5 + 0.25 = 0.75$\n\n$in_{h_2} = 2 in_{h_1} = 1.6$", "1.6 → 1.5"},
		{"$w = 2$, $x_1 = 3$, $wx_1 = 6$, $z = wx_1 + 1 = 8$", "8 → 7"},
		{`$X = \begin{bmatrix} 1 & 2 \end{bmatrix}$, $W_Q = \begin{bmatrix} 3 \\ 4 \end{bmatrix}$, $Q = XW_Q = 12$`, "12 → 11"},
	})
}

// TestLogisticSlope holds that the slope of the logistic function is its value times what that lacks to 1.
func TestLogisticSlope(t *testing.T) {
	checkRules(t, []rule{
		{`$\sigma'(0.6) = 0.6457 \times 0.3543 \approx 0.2288$`, ""},
		{`$\sigma'(0.6) = 0.6457 \times 0.3453 \approx 0.2288$`, "0.3453 → 0.3543436938"},
		{`$\sigma'(0.6) = 0.6457 (1 - 0.6457) \approx 0.2288$`, ""},
	})
}
