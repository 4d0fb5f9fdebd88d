package verify

import "testing"

// TestApplied holds that F_1(X) is a name where X stands nowhere else, and a function where it does.
func TestApplied(t *testing.T) {
	checkRules(t, []rule{
		{"$F_0(X) = 0.2$, $h_1(X) = 0.5$\n\n$$F_1(X) = F_0(X) + 0.3 \\cdot h_1(X) = 0.35$$\n\n$$p_1 = \\frac{1}{1 + e^{-F_1(X)}} = 0.587$$", ""},
		{"$F_0(X) = 0.2$, $h_1(X) = 0.5$\n\n$$F_1(X) = F_0(X) + 0.3 \\cdot h_1(X) = 0.45$$", "0.45 → 0.35"},
		{"$F_0(X) = [0.2, 0.4]$, $h_1(X) = [0.5, -0.5]$ for the inputs $X$.\n\n$$F_1(X) = F_0(X) + 0.3 h_1(X) = [0.35, 0.35]$$", "0.35 → 0.25"},
		// without the brackets it is the same name
		{"$h_1(X) = [0.5, -0.5]$\n\n$$g = 0.4 h_1 = [0.2, 0.2]$$", "0.2 → -0.2"},
		{"$\\hat{y}_0(X) = 0.2$\n\n$$\\hat{y}_1(X) = \\hat{y}_0(X) + 0.3 = 0.6$$", "0.6 → 0.5"},
		// functions
		{"$F_1(x) = x^2 + 1$, $F_2(x) = x^2 + 2$\n\n$F_1(3) = 10$, $F_2(3) = 10$", "10 → 11"},
		{"$w = 2$, $L(w) = 4.2$\n\n$w = 3$, $L(w) = 5.1$", ""},
		{"$g(u) = 4.2$, $g(v) = 5.1$\n\n$d = g(u) - g(v) = -0.9$", ""},
	})
}
