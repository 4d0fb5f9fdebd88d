package verify

import (
	"fmt"
	"testing"
)

// TestFunctionWords holds that a word of prose does not take a function's meaning away.
func TestFunctionWords(t *testing.T) {
	checkRules(t, []rule{
		{"Inputs → **sigmoid** → output\n\na = sigmoid(0.51) = 0.629", "0.629 → 0.624806474"},
		{"Inputs → **sigmoid** → output\n\na = sigmoid(0.51) = 0.625", ""},
		{"mean = 2.5\n\nm = mean(1, 4, 5) = 3.5", "3.5 → 3.3333333"},
	})
}

// TestArrows holds that drawn arrows part statements.
func TestArrows(t *testing.T) {
	checkRules(t, []rule{
		{"```\nz = 0.4*1 + 0.11 = 0.51  --> a = sigmoid(0.51) = 0.629\nb = 2*0.3 = 0.7 <-- the second\n```", "0.629 → 0.624806474, 0.7 → 0.6"},
		{"```\nz = 0.4*1 + 0.11 = 0.51  --> a = sigmoid(0.51) = 0.625\nb = 2*0.3 = 0.6 <-- 2nd of 3\n```", ""},
	})
}

// TestBracketLabels holds that brackets behind a name label it, that they stand for the labelled name in a sum, and that a legend
// does not go on with the line.
func TestBracketLabels(t *testing.T) {
	article := "```\ng = [0.1, -0.4]\ndL/dW (from t=2) = g ⊗ h_1ᵀ   (outer product, h_1 = [0.5, 0.25])\n  = [[0.05, 0.025],\n     [-0.2, %s]]\n" +
		"dL/dW (from t=1) = 2 * [[0.1, 0.2], [0.3, 0.4]] = [[0.2, 0.4], [0.6, 0.8]]\n" +
		"dL/dW (TOTAL) = (from t=2) + (t=1)\n  = [[%s, 0.425], [0.4, 0.7]]\n```"
	checkRules(t, []rule{
		{fmt.Sprintf(article, "-0.1", "0.25"), ""},
		{fmt.Sprintf(article, "-0.4", "0.25"), "-0.4 → -0.1"},
		{fmt.Sprintf(article, "-0.1", "0.35"), "0.35 → 0.25"},
		{"```\nz (net input) = 0.3*0.5 = 0.15\na = 2*z = 0.4\n```", "0.4 → 0.3"},
		{"```\nf(x) = 2*x\ny = f(3) (x = 3) = 6\n```", ""},
	})
}

// TestOuter holds that ⊗ of vectors is their outer product, or entry by entry where the result shows that.
func TestOuter(t *testing.T) {
	checkRules(t, []rule{
		{"$a = [1, 2]$, $b = [3, 5]$\n\n$a \\otimes b = \\begin{bmatrix} 3 & 5 \\\\ 6 & 11 \\end{bmatrix}$", "11 → 10"},
		{"$a = [1, 2]$, $b = [3, 5]$\n\n$a \\otimes b = [3, 10]$", ""},
		{"$a = [1, 2]$, $b = [3, 5]$\n\n$a \\otimes b = [3, 11]$", "11 → 10"},
	})
}

// TestSubscripts holds that TeX's subscript is one letter where capitals run together.
func TestSubscripts(t *testing.T) {
	checkRules(t, []rule{
		{"$$Q_R = K_R = \\begin{bmatrix} 1.0 & 0.0 \\\\ 0.6 & 0.8 \\end{bmatrix}$$\n\n$$S = Q_RK_R^\\top = \\begin{bmatrix} 1.0 & 0.7 \\\\ 0.6 & 1.0 \\end{bmatrix}$$", "0.7 → 0.6"},
		{"$x_t = [0, 1]$, $W_Q = \\begin{bmatrix} 1 & 0 \\\\ 3 & 1 \\end{bmatrix}$\n\n$q_t = x_tW_Q = [3, 2]$", "2 → 1"},
		{"$V_OUT = 2.5$, $I = V_OUT \\cdot 2 = 5$", ""},
	})
}

// TestFrames holds that an environment whose rows are equations is read row by row.
func TestFrames(t *testing.T) {
	checkRules(t, []rule{
		{"$$\\begin{cases} z = 2 \\cdot 0.3 = 0.6 \\\\ a = \\frac{1}{1+e^{-0.6}} = 0.6467 \\end{cases}$$", "0.6467 → 0.6456563062"},
		{"$$\\begin{cases} z = 2 \\cdot 0.3 = 0.6 \\\\ a = \\frac{1}{1+e^{-0.6}} = 0.6457 \\end{cases}$$", ""},
		{`$$v = \begin{bmatrix} 1 \cdot 2 + 0 \cdot 1 = 2 \\ 1 \cdot 3 + 1 \cdot 1 = 5 \end{bmatrix} = [2, 5]$$`, "5 → 4"},
		{`$$f(x) = \begin{cases} x & x > 0 \\ 0 & x = 0 \end{cases}$$`, ""},
	})
}

// TestNamesInMatrices holds that a matrix of names that equals one of numbers says what they are.
func TestNamesInMatrices(t *testing.T) {
	checkRules(t, []rule{
		{"$$\\begin{bmatrix} w_1 & w_2 \\end{bmatrix} = \\begin{bmatrix} 0.15 & 0.2 \\end{bmatrix}$$\n\n$z = 2 w_1 + w_2 = 0.6$", "0.6 → 0.5"},
		{"$w_1 = 0.15$, $g = 0.5$\n\n$$\\begin{bmatrix} w_1 & g \\end{bmatrix} - 0.1 \\begin{bmatrix} g & g \\end{bmatrix} = \\begin{bmatrix} 0.1 & 0.46 \\end{bmatrix}$$", "0.46 → 0.45"},
	})
}

// TestOpenBrackets holds that a list broken over lines is read as a whole.
func TestOpenBrackets(t *testing.T) {
	checkRules(t, []rule{
		{"a=[σ(0.51)\nσ(1.12)]=[0.625\n0.754]", ""},
		{"a=[σ(0.51)\nσ(1.12)]=[0.625\n0.764]", "0.764 → 0.753988716"},
	})
}

// TestSupposed holds that an operation which the sentence or a label before a result names is what the result is judged by,
// and that words alone make nothing wrong.
func TestSupposed(t *testing.T) {
	scores := "$$S = \\begin{bmatrix} 1.0 & 0.6 \\\\ 0.6 & 1.0 \\end{bmatrix}\\begin{bmatrix} 2 & 0 \\\\ 1 & 1 \\end{bmatrix} = \\begin{bmatrix} 2.6 & 0.6 \\\\ 2.2 & 1.0 \\end{bmatrix}$$\n\n"
	mask := "$$M = \\begin{bmatrix} 0 & -\\infty \\\\ 0 & 0 \\end{bmatrix}$$\n\n"
	checkRules(t, []rule{
		{scores + "Scaling by $\\sqrt{2}$ gives\n\n$$T \\approx \\begin{bmatrix} 1.8385 & 0.4243 \\\\ 1.5556 & 0.7071 \\end{bmatrix}$$", ""},
		{scores + "Scaling by $\\sqrt{2}$ gives\n\n$$T \\approx \\begin{bmatrix} 1.8385 & 0.4243 \\\\ 1.5556 & 0.7171 \\end{bmatrix}$$", "0.7171 → 0.7071067812"},
		{scores + "Scaling by $\\sqrt{2}$ helps. We also have\n\n$$T \\approx \\begin{bmatrix} 1.8385 & 0.4243 \\\\ 1.5556 & 0.7171 \\end{bmatrix}$$", ""},
		{scores + "A row-wise softmax yields\n\n$$A \\approx \\begin{bmatrix} 0.8808 & 0.1192 \\\\ 0.7685 & 0.2415 \\end{bmatrix}$$", "0.2415 → 0.2314752165"},
		{scores + mask + "Applying softmax to $S + M$ gives\n\n$$A \\approx \\begin{bmatrix} 1.0000 & 0 \\\\ 0.7685 & 0.2415 \\end{bmatrix}$$", "0.2415 → 0.2314752165"},
		{scores + mask + "Applying softmax to $S + M$ gives\n\n$$A \\approx \\begin{bmatrix} 1.0000 & 0 \\\\ 0.7685 & 0.2315 \\end{bmatrix}$$", ""},
		{scores + "The softmax of another head was\n\n$$A \\approx \\begin{bmatrix} 0.51 & 0.49 \\\\ 0.25 & 0.75 \\end{bmatrix}$$", ""},
		{"```\nsum: [0.2 + 0.1, 0.4 - 0.2] = [0.3, 0.2]\ntanh: [0.2913, 0.1984]\n```", "0.1984 → 0.1973753202"},
		{"```\nsum: [0.2 + 0.1, 0.4 - 0.2] = [0.3, 0.2]\ntanh: [0.2913, 0.1974]\n```", ""},
		{"```\nsum: [0.2 + 0.1, 0.4 - 0.2] = [0.3, 0.2]\ntanh: [-1, 1]\n```", ""},
	})
}

// TestEndings holds that a name with another ending is computed as the one before it.
func TestEndings(t *testing.T) {
	past := "$X_{past} = [1, 2]$, $W = \\begin{bmatrix} 1 & 0 & 1 \\\\ 2 & 1 & 3 \\end{bmatrix}$\n\n$$Q_{past} = X_{past} W = [5, 2, 7]$$\n\nWith $X_{full} = [13, 2]$\n\n"
	checkRules(t, []rule{
		{past + "$$Q_{full} = [17, 2, 19]$$", ""},
		{past + "$$Q_{full} = [17, 2, 29]$$", "29 → 19"},
		{past + "$$Q_{full} = [27, 5, 29]$$", ""},
	})
}

// TestDefinedAnew holds that another formula of the same names is another definition.
func TestDefinedAnew(t *testing.T) {
	checkRules(t, []rule{
		{"$$\\frac{dL}{dw} = -4(4 - 2w) = 8w - 16$$\n\nAnother exercise:\n\n$$\\frac{dL}{dw} = 2w - 6$$", ""},
		{"$$\\frac{dL}{dw} = -4(4 - 2w) = 8w - 16$$\n\n$w = 3$, $$\\frac{dL}{dw} = 8w - 16 = 9$$", "9 → 8"},
	})
}

// TestAssembled holds that x1 and x2 are the entries of x.
func TestAssembled(t *testing.T) {
	checkRules(t, []rule{
		{"```\nx1 = 1.0\nx2 = 2.0\nd = [-0.35, -0.25]\nG = d * x^T = [[-0.35, -0.80], [-0.25, -0.50]]\n```", "-0.80 → -0.7"},
		{"```\nx1 = 1.0\nx2 = 2.0\nd = [-0.35, -0.25]\nG = d * x^T = [[-0.35, -0.70], [-0.25, -0.50]]\n```", ""},
	})
}
