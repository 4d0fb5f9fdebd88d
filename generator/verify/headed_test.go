package verify

import "testing"

// TestHeaded holds that a formula may speak of a matrix by a word of the heading that it stands below.
func TestHeaded(t *testing.T) {
	scores := "### Raw Score Matrix:\n\n$$\\begin{bmatrix} 0.5 & 0.1 \\\\ 0.2 & 0.9 \\end{bmatrix}$$\n\n"
	other := "### Second Score Matrix:\n\n$$\\begin{bmatrix} 0.7 & 0.1 \\\\ 0.3 & 0.4 \\end{bmatrix}$$\n\n"
	right := "Then $A = \\text{softmax}(\\text{Scores}) = \\begin{bmatrix} 0.599 & 0.401 \\\\ 0.332 & 0.668 \\end{bmatrix}$"
	wrong := "Then $A = \\text{softmax}(\\text{Scores}) = \\begin{bmatrix} 0.599 & 0.401 \\\\ 0.352 & 0.668 \\end{bmatrix}$"
	checkRules(t, []rule{
		{scores + right, ""},
		{scores + wrong, "0.352 → 0.331812228"},
		{scores + other + wrong, ""}, // which of the two is not said
		{"### Raw Data:\n\n$$\\begin{bmatrix} 0.5 & 0.1 \\\\ 0.2 & 0.9 \\end{bmatrix}$$\n\n" + wrong, ""},
	})
}
