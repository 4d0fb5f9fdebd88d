package verify

import (
	"strings"
	"testing"

	"longhand/generator/source"
)

// TestEnvironments holds that equations are read in whatever environment they stand, and that text between braces is no product.
func TestEnvironments(t *testing.T) {
	checkRules(t, []rule{
		{"\\begin{flalign*}\nV &= \\tfrac{5}{4} = 1.25 &&\\\\\nE &= -6 \\cdot 250 \\unit{J} = -1.5 \\unit{kJ} &(\\text{heat}) &&\n\\end{flalign*}", ""},
		{"\\begin{flalign*}\nV &= \\tfrac{5}{4} = 1.35 &&\n\\end{flalign*}", "1.35 → 1.25"},
		{"\\begin{alignat*}{2}\na &= 2 + 3 = 6 &\\qquad b &= 2 \\cdot 2 = 4\n\\end{alignat*}", "6 → 5"},
		{"\\begin{mysteps}\na &= 2 + 3 = 6 \\\\\nb &\\approx \\frac{7}{2} = 3.5\n\\end{mysteps}", "6 → 5"},
		{"\\begin{document}\n\\entry{3}{4} = 0.75, \\tfrac{3}{4} = 0.75, \\paint{red}{2 + 3 = 6}\n\\end{document}", "6 → 5"},
		{"\\begin{document}\n\\begin{tabular}{ll}\nname & = value \\\\\n\\end{tabular}\nA mass of \\SI{3.5}{kg}.\n\\end{document}", ""},
	})
}

// TestMacros holds that a file's own commands stand for what it says, and that one that nobody knows may dress a result.
func TestMacros(t *testing.T) {
	const head = "\\newcommand{\\result}[1]{\\underline{\\underline{#1}}}\n\\newcommand{\\half}[1]{\\frac{#1}{2}}\n\\newcommand{\\lr}{0.1}\n\\begin{document}\n"
	checkRules(t, []rule{
		{head + `\[ a = \half{5} = \result{2.5} \]` + "\n\n" + `\[ b = \half{7 + \half{3}} = \result{4.35}, \quad c = 3\lr = 0.3 \]` + "\n\\end{document}", "4.35 → 4.25"},
		{head + `\[ a = 2 \cdot 3 = \result{x = 6} \]` + "\n\\end{document}", ""},
		{`$a = 60 \cdot 0.027 = \unknown{1.62 \unit{W/K}} = \unknown{-1.72}$`, `-1.72 → 1.62`},
		{`$a = 60 \cdot 0.027 = \paint{red}{1.72}$, $b = 2 \cdot 3 = \mathcolor{red}{7}$`, "1.72 → 1.62, 7 → 6"},
		{"\\begin{align*}\n\\Rightarrow\\ \\Aboxed{T &= 60 \\cdot 0.027 = 1.72} &&\n\\end{align*}", "1.72 → 1.62"},
		// what changes a number is no dress
		{`$x = 5.4 / 2 = \floor{2.7} = 2$, $x = 5.4 / 2 = \unknown{2.2 + 1}$`, ""},
		{`$E = 3\mathrm{e}^{-2} = 0.406$, $E = 3\mathrm{e}^{-2} = 0.506$`, "0.506 → 0.40600585"},
		{`$\pdv{L}{w} = 2 \cdot 3 = 6$ and $v = 1 - 0.1 \frac{\partial L}{\partial w} = 0.5$`, "0.5 → 0.4"},
	})
}

// TestExerciseBoxes holds that an environment for exercises, and a box with a numbered title, begin one.
func TestExerciseBoxes(t *testing.T) {
	const first = "\\begin{document}\n\\begin{%}{17. Steam}\n\\( p = 333; q = 293 \\)\n\n\\( d = p - q = 40 \\)\n\\end{%}\n"
	for environment, wrong := range map[string]bool{"mybox": true, "exercise": true} {
		text := strings.ReplaceAll(first+"\\begin{%}{18. Ice}\n\\( p = 306; q = 273 \\)\n\n\\( d = p - q = 30.5 \\)\n\\end{%}\n\\end{document}", "%", environment)
		n := Verify(source.NewFile("a.tex", text), Options{}).Count()[Wrong]
		if (n == 1) != wrong {
			t.Errorf("%s: %d numbers are wrong", environment, n)
		}
	}
	// a column of a page is no exercise
	text := strings.ReplaceAll(first+"\\begin{minipage}{0.5\\textwidth}\n\\( p = 306; q = 273 \\)\n\n\\( d = p - q = 30.5 \\)\n\\end{minipage}\n\\end{document}", "%", "mybox")
	if n := Verify(source.NewFile("a.tex", text), Options{}).Count()[Wrong]; n != 0 {
		t.Errorf("a minipage begins an exercise: %d numbers are wrong", n)
	}
}
