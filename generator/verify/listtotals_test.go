package verify

import "testing"

// TestListTotals holds that a number below a list of results is judged as their sum where it is named as one, or all are computed.
func TestListTotals(t *testing.T) {
	list := "- (4.20 - 3.80)² = 0.16\n- (5.10 - 3.80)² = 1.69\n- (3.35 - 3.80)² = 0.2025\n\n"
	costs := "* **Timber:** 436,893.20 €\n* **Nails:** 45,376.57 €\n* **Glue:** 4,024.64 €\n"
	checkRules(t, []rule{
		{list + "SSW = 2.0525", ""},
		{list + "SSW = 2.0535", "2.0535 → 2.0525"},
		{list + "SSW = 2.5025", "2.5025 → 2.0525"},
		{list + "x = 7.8125", ""},         // another quantity
		{list + "The next: p = 2.31", ""}, // near, but no slip of the pen
		{costs + "* **Total:** 486,294.41 €", ""},
		{costs + "* **Total:** 486,294.14 €", "486,294.14 → 486294.41"},
		{costs + "* **Total with tax:** 583,553.29 €", ""},
		{costs + "* **Total:** 496,299.99 €", "496,299.99 → 486294.41"},
		{costs + "* **Total with shipping:** 496,299.99 €", ""},
		{costs + "* **Rent:** 486,294.14 €", ""},
		{"- Alpha: 12.5\n- Beta: 17.5\n\nThere are other sums. Total length: 31.0", ""},
	})
}
