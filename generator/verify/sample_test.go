package verify

import "testing"

// TestSample holds that a letter without values stands for the data in the text where a sum over it shows that.
func TestSample(t *testing.T) {
	data := "Hours (n = 5)\n9.6, 10.1, 10.5, 9.9, 9.7\n\n"
	checkRules(t, []rule{
		{data + `$\sum x = 49.8 \Rightarrow \bar x = 9.96$, $\sum (x - \bar x)^2 = 0.512$`, ""},
		{data + `$\sum x = 49.8 \Rightarrow \bar x = 9.96$, $\sum (x - \bar x)^2 = 0.712$`, "0.712 → 0.512"},
		{data + `$\sum x = 46.8$`, "46.8 → 49.8"},
		{data + `$\sum_{i=1}^{5} x_i = 49.8$, $\sum_{i=1}^{5} x_i^2 = 498.52$`, "498.52 → 496.52"},
		{data + "Σx = 49.8, Σx² = 496.52", ""},
		{data + `$\bar{x} = 9.69$`, "9.69 → 9.96"},
		{data + `$\bar{x} = 8.2$`, ""}, // of other data
		{data + `$\sum x = 61.2$, $\sum x^2 = 800.1$`, ""},
		// the next group
		{data + "$\\sum x = 49.8$\n\nControls: 8.1, 8.4, 8.0, 9.1\n\n$\\sum x = 33.6$, $\\sum x^2 = 282.98$", ""},
		{data + "$\\sum x = 49.8$\n\nControls: 8.1, 8.4, 8.0, 9.1\n\n$\\sum x = 39.6$", "39.6 → 33.6"},
		{"In 1990, 1995, 2001, 2014 it was so.\n\n$\\sum x = 12.5$", ""},
	})
}
