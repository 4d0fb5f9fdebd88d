package verify

import "testing"

// TestNamedCells holds that a cell which a table names as a result of the text is compared with that result, and neither judged by
// its neighbours nor called wrong where the table means something else.
func TestNamedCells(t *testing.T) {
	variances := "- SS_Diet = 841.2 − 610.95 = 230.25\n- df_Diet = 4 − 1 = 3\n- MS_Diet = 230.25 / 3 = 76.75\n- MS_Residual = 64.2 / 36 ≈ 1.7833\n- F_Diet = 76.75 / 1.7833 ≈ 43.04\n\n"
	head := "| Source | df | SS | MS | F |\n|---|---|---|---|---|\n"
	residual := "| Residual | 36 | 64.20 | 1.78 | |\n"
	steps := "$r_1 = 0.323 \\cdot 2 = 0.646$, $r_2 = 0.761 \\cdot 1 = 0.761$, $r_3 = 0.853 \\cdot 1 = 0.853$\n\n"
	checkRules(t, []rule{
		// 76.75/1.78 is 43.12, but the text computed 43.04
		{variances + head + "| Diet | 3 | 230.25 | 76.75 | 43.04 |\n" + residual, ""},
		// nothing names it, and the text cut it off
		{"- MS_Diet = 4,604.9333 / 3 = 1,534.9778\n- MS_Residual = 41.6 / 36 ≈ 1.1556\n- F_Diet = 1,534.9778 / 1.1556 ≈ 1,328.2\n\n" + head + "| What they ate | 3 | 4,604.93 | 1,534.98 | 1,328.2 |\n| Residual | 36 | 41.60 | 1.16 | |\n", ""},
		{variances + head + "| What they ate | 3 | 230.25 | 76.75 | 47.04 |\n" + residual, "47.04 → 43.11797753"},
		{variances + head + "| Diet | 3 | 230.25 | 76.75 | 48.04 |\n" + residual, "48.04 → 43.03818763"},
		{variances + head + "| Diet | 4 | 230.25 | 76.75 | 43.04 |\n" + residual, "4 → 3"},
		{variances + head + "| Diet | 3 | 280.25 | 76.75 | 43.04 |\n" + residual, "280.25 → 230.25"},
		// words around the names
		{variances + "| Source of variation | Degrees of freedom (df) | Sum of squares (SS) |\n|---|---|---|\n| Diet (fixed) | 3 | 280.25 |\n", "280.25 → 230.25"},
		// another analysis, of which nothing agrees
		{variances + head + "| Diet | 2 | 17.02 | 8.51 | 3.90 |\n| Residual | 9 | 19.60 | 2.18 | |\n", ""},
		// a name that the text gave two values
		{variances + "Without the outlier: SS_Diet = 700.5 − 610.95 = 89.55.\n\n" + head + "| Diet | 3 | 230.25 | 76.75 | 43.04 |\n" + residual, ""},
		// in another unit
		{"P_high = 3 / 8 = 0.375\n\nQ_high = 4 · 2.25 = 9\n\n| | P (%) | Q |\n|---|---|---|\n| high | 37.5 | 9 |\n", ""},

		{steps + "| t | r_t |\n|---|---|\n| 1 | 0.646 |\n| 2 | 0.731 |\n| 3 | 0.853 |\n", "0.731 → 0.761"},
		{steps + "| $t$ | $r_t$ |\n|---|---|\n| 1 | 0.946 |\n| 2 | 0.761 |\n| 3 | 0.853 |\n", "0.946 → 0.646"},
		{steps + "| t | r |\n|---|---|\n| 1 | 0.646 |\n| 2 | 0.761 |\n| 3 | 0.258 |\n", "0.258 → 0.853"},
		{steps + "| t | r_t |\n|---|---|\n| 1 | 0.646 |\n| 2 | 0.761 |\n| 3 | 0.853 |\n", ""},
		{steps + "$z_1 = 0.5 \\cdot 1.198 = 0.599$, $h_1 = 0.599 \\cdot 0.5543 = 0.332$\n\n| t | r_t | z_t | h_t |\n|---|---|---|---|\n| 1 | 0.949 | 0.599 | 0.332 |\n", "0.949 → 0.646"},
		// the r of another model, and rows that are counted otherwise
		{steps + "| $t$ | Baseline $r_t$ |\n|---|---|\n| 1 | 0.646 |\n| 2 | 0.582 |\n| 3 | 0.258 |\n", ""},
		{steps + "| t | r_t |\n|---|---|\n| 1 | 0.000 |\n| 2 | 0.646 |\n| 3 | 0.761 |\n", ""},
		{steps + "| k | r_t |\n|---|---|\n| 1 | 0.646 |\n| 2 | 0.258 |\n| 3 | 0.853 |\n", ""},
	})
}
