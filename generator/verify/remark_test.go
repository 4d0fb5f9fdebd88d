package verify

import "testing"

// TestDashRemarks holds that a dash behind a number begins a remark.
func TestDashRemarks(t *testing.T) {
	checkRules(t, []rule{
		{"z = 0.2 * 0.3 = 0.06 — small, y = 2 * z = 0.13 — larger", "0.13 → 0.12"},
		{"| a | b | product |\n|---|---|---|\n| 0.5 | 0.3 | 0.15 |\n| 0.7 | 0.3 | **0.21** — fine |\n| 0.9 | 0.3 | 0.27 |\n| 0.4 | 0.2 | **0.09** — ⚠️ odd |", ""},
	})
	checkSeen(t, "| a | b |\n|---|---|\n| 0.5 | **0.25** — grows |\n| 0.7 | 0.35 — ⚠️ |", "0.25", "0.35")
}
