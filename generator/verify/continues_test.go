package verify

import "testing"

// TestLostLeftSides holds that a line which begins with = and says something of its own does not go on with the line before.
func TestLostLeftSides(t *testing.T) {
	checkRules(t, []rule{
		{"= 0.5944\n= 0.5963", ""},
		{"= (0.15)(0.05) + (0.20)(0.10) + b₁\n= 0.0075 + 0.020 + b₁ = 0.3825\n= (0.25)(0.05) + (0.30)(0.10) + b₂\n= 0.0125 + 0.030 + b₂ = 0.3900", ""},
		{"= (0.15)(0.05) + (0.20)(0.10)\n= 0.0075 + 0.020 = 0.0275\n= (0.25)(0.05) + (0.30)(0.10)\n= 0.0125 + 0.030 = 0.0435", "0.0435 → 0.0425"},
		{"= 0.2 + 0.3 = 0.5\n\nNow the outputs of the layer:\n\n= 0.6225", ""},
		// these go on
		{"x = 0.2 * 0.3\n= 0.07", "0.07 → 0.06"},
		{"x = 0.2 * 0.3 + 0.1\n\n= 0.06 + 0.1\n\n= 0.17", "0.17 → 0.16"},
		{"x = 0.2 * 0.3 = 0.06\n= 0.08", ""},
		{"`1/3` equals\n`0.35`", "0.35 → 0.33333333"},
	})
}

// TestBracketedSums holds that the brackets of a sum are paired with the terms of the next one.
func TestBracketedSums(t *testing.T) {
	checkRules(t, []rule{
		{"= (2+0+0) + (5+0−1) + (8+0+0)\n= 2 + 4 + 9 = 15", "9 → 8"},
		{"= (2+0+0) + (5+0−1) − (8+0+1)\n= 2 + 4 − 9 = −3", ""},
		{`$y = (1.5 + 2.5) + (3 - 0.5) = 4 + 2.6 = 6.6$`, "2.6 → 2.5"},
		{`$y = (1.5 + 2.5) - (3 - 0.5) = 4 - 2.5 = 1.5$`, ""},
		{`$y = 2(1.5 + 2.5) + (3 - 0.5) = 8 + 2.5 = 10.5$`, ""},
	})
}

// TestListBars holds that a bar may part equations in a line.
func TestListBars(t *testing.T) {
	checkRules(t, []rule{
		{"Inputs: x₁ = 0.05 | x₂ = 0.10\n\nz = x₁ + x₂ = 0.16", "0.16 → 0.15"},
		{"Inputs: x₁ = 0.05 | x₂ = 0.10 | x₃ = 5% | x₄ = 2\n\nz = x₁ + x₂ + x₃ + x₄ = 2.20", ""},
		{"x = 2\n\ny = 3 * | x - 5 | = 9, z = | x | = 2", ""},
	})
}

// TestCutNumber holds that a number which the file's end cuts off in a table is not judged.
func TestCutNumber(t *testing.T) {
	checkSeen(t, "| a | b |\n|---|---|\n| x | 0.25 |\n| y | 0.", "0.25")
	checkUnread(t, "| a | b |\n|---|---|\n| x | 0.25 |\n| y | 0.", "0.")
	checkSeen(t, "| a | b |\n|---|---|\n| x | 0.25 |\n| y | 7. |", "0.25", "7")
}
