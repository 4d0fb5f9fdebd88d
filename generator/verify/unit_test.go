package verify

import "testing"

// TestUnitArithmetic holds that units are computed with, that letters which are names are none, and that nothing is excused
// for having a unit.
func TestUnitArithmetic(t *testing.T) {
	checkRules(t, []rule{
		{"100 km/h × 2 h = 200 km, 5 min = 300 s, 60 W × 24 h = 1.44 kWh, 1.44 kWh × 0.30 €/kWh = 0.432 €.", ""},
		{"100 km/h × 2 h = 220 km, 60 W × 24 h = 14.4 kWh.", "220 → 200, 14.4 → 1.44"},
		{"10 mg/mL × 5 mL = 50 mg, 3 m × 4 m = 12 m², 2 A × 3 h = 6 Ah, 100 Mbit/s × 60 s = 6000 Mbit = 750 MB.", ""},
		{"$2 m_1 + 3 m_2 = 2 \\cdot 4 + 3 \\cdot 5 = 23$", ""},
		{"Let $N = 100$ and $K = 3$: $2N + K = 203$, $0.5 N = 50$, $3K = 9$.", ""},
		{"Let $N = 100$ and $K = 3$: $2N + K = 230$.", "230 → 203"},
		{"$m = 2 \\cdot 3 = 60 kg$ and $v = 2.5 \\cdot 3 = 0.75 km/s$", "60 → 6, 0.75 → 7.5"},
		{"$t = 3039 \\text{ s} \\approx 50.6 \\text{ min}$, $t = 3039 \\text{ s} \\approx 5.06 \\text{ min}$", "5.06 → 50.65"},
		{"$t = 10700 s = 2 h\\ 58 min\\ 20 s$, $t = 10700 s = 2 h\\ 57 min\\ 20 s$", "57 → 58"},
		{"$p = \\frac{3}{40} \\cdot 100 = 7.5\\%$, $q = \\frac{3}{40} \\cdot 10 = 75\\%$, $r = \\frac{3}{40} \\cdot 2 = 1.5\\%$", `1.5\% → 0.15`},
		{"$T = \\sqrt{19.2^3} = 84.1$ years, $T = 3.156 \\cdot 10^{8} \\text{ s} = 10 \\text{ years}$", ""},
	})
}
