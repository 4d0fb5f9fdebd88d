package verify

import "testing"

// TestUnspaced holds that what touches a letter or a mark of a script without blanks is read as if a blank stood between.
func TestUnspaced(t *testing.T) {
	checkRules(t, []rule{
		{"t1 = 0.7 * 0.2 = 0.14\n\n因此b = t1 * 0.5 = 0.08", "0.08 → 0.07"},
		{"t1 = 0.7 * 0.2 = 0.14\n\n因此b = t1 * 0.52\n\n于是b = 0.0735", "0.0735 → 0.0728"},
		{"t1 = 0.7 * 0.2 = 0.14\n\nしたがってbはt1 * 0.5 = 0.08です。", "0.08 → 0.07"},
		{"b = 0.7 * 0.2 = 0.14\n\n여기서 b는0.14이다。c = b * 2 = 0.28입니다", ""},
		{"$E = 0.3152 + 0.2104 = 0.5256$\n\n误差是0.5265，很大。", "0.5265 → 0.5256"},
		{"$E = 0.3152 + 0.2104 = 0.5256$\n\n误差（0.5256）不变，仍是0.5256。", ""},
		{"力 = 2.5 * 4 = 11", "11 → 10"},
	})
	checkSeen(t, "误差从0.45降到0.25（即50%）。", "0.45", "0.25", "50%")
}

// TestTightLists holds that decimals in a list without blanks are numbers of their own, and that groups and decimal commas are none.
func TestTightLists(t *testing.T) {
	checkSeen(t, "The outputs are [0.0159,0.984] then, and 输出为[0.25,0.75]。", "0.0159", "0.984", "0.25", "0.75")
	checkSeen(t, "It costs 1,234.56 in all.", "1,234.56")
	checkRules(t, []rule{{"a = 0.5 * 0.25 = 0.125, b = 2 * 0.31 = 0.62\n\nThe outputs are [0.135,0.62].", ""}})
}

// TestAstray holds that a long number which is far from what belongs in its place is no mistake where the text alone tells it.
func TestAstray(t *testing.T) {
	checkRules(t, []rule{
		{"E1 = 0.5 * 0.25 = 0.298371\n\nThe total error is 0.298371.", "0.298371 → 0.125"},
	})
	checkWrong(t, "E1 = 0.5 * 0.25 = 0.298371\n\nThe total error is 0.298371.", 1)
	checkWrong(t, "E1 = 0.5 * 0.25 = 0.126371\n\nThe total error is 0.126371.", 2)
	checkWrong(t, "E1 = 0.5 * 0.25 = 0.298\n\nThe total error is 0.298.", 2)
}

// TestUnitsInText holds that a number with a unit at the beginning of a line counts no chapter, and that the sign of the ohm is the
// letter omega.
func TestUnitsInText(t *testing.T) {
	checkSeen(t, "R = 15000 + 5000 = 20000 Ω\n\n3.33V lost in all.\n\nIt has 12500 \u2126 then.\n\n2.1 Resistors in series", "20000", "3.33", "12500")
	checkRules(t, []rule{
		{"U = 0.004 * 500 = 2.001 V\n\n2.001 V are lost.", "2.001 → 2"},
	})
}
