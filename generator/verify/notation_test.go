package verify

import (
	"testing"

	"longhand/generator/source"
)

// TestMarkedDerivatives holds that a label and a place behind a derivative make another name of it.
func TestMarkedDerivatives(t *testing.T) {
	checkRules(t, []rule{
		{`$\frac{\partial L}{\partial w}^{(t=2)} = 0.06$, $\frac{\partial L}{\partial w}^{(t=1)} = 0.5$, $\frac{\partial L}{\partial w} = \frac{\partial L}{\partial w}^{(t=1)} + \frac{\partial L}{\partial w}^{(t=2)} = 0.58$`, "0.58 → 0.56"},
		{`$\frac{dy}{dx}\bigg|_{x=1} = 6$, $\frac{dy}{dx}\bigg|_{x=2} = 12$, $s = \frac{dy}{dx}\big|_{x=1} + 1 = 8$`, "8 → 7"},
		{`$\frac{dy}{dx} = 3$, $q = \frac{dy}{dx}^2 = 8$`, "8 → 9"},
	})
}

// TestOperatorDerivatives holds that the derivative of what stands in brackets is computed.
func TestOperatorDerivatives(t *testing.T) {
	checkRules(t, []rule{
		{`$y_1 = 0.7$, $t = 3$, $g = \frac{\partial (y_1 - t)^2}{\partial y_1} = 2(y_1 - t) = -4.5$`, "-4.5 → -4.6"},
		{`$y_1 = 0.7$, $t = 3$, $g = \frac{\partial ((y_1 - t)^2)}{\partial y_1} = -4.6$`, ""},
		{`$w = 0.5$, $x = 2$, $h = \frac{\partial}{\partial w} \left[ w x + w^2 \right] = 3.1$`, "3.1 → 3"},
		{`$x = 2$, $k = \frac{d}{dx}(3x^2) \cdot 2 = 24$`, ""},
		{`$d = 6$, $x = 2$, $k = \frac{d}{x} = 3$, $q = \frac{d(x + 1)}{dx} = 1.5$`, ""},
		{`$x = 2$, $k = \frac{d}{dz}(3x^2) = 7$`, ""},
	})
}

// TestSets holds that a set is a list of numbers, and that one of pairs is none.
func TestSets(t *testing.T) {
	checkRules(t, []rule{
		{`$X = \{85, 80, 65\}$, $\bar{x} = \frac{85 + 80 + 65}{3} = 76.3$`, "76.3 → 76.6666667"},
		{"X = {0.3, 0.2, 0.5}\n\nmax(X) = 0.6", "0.6 → 0.5"},
		{`$\frac{1}{2} = 0.5$, $x_{1,2} = 3$, $\sqrt{4} = 2$`, ""},
	})
	checkSeen(t, `$X = \{85, 80, 65\}$`, "85", "80", "65")
	checkUnread(t, `$X = \{(a, 0.5), (b, 0.25)\}$`, "(a, 0.5)")
}

// TestAccents holds that what stands below an accent may have scripts of its own.
func TestAccents(t *testing.T) {
	checkRules(t, []rule{
		{`$\vec{b^{[1]}} = 0.4$, $\hat{y_{1}} = 0.3$, $z = \vec{b^{[1]}} + \hat{y_{1}} = 0.8$`, "0.8 → 0.7"},
	})
}

// TestOtherNames holds that the names which wikis gave to commands are read.
func TestOtherNames(t *testing.T) {
	checkRules(t, []rule{
		{`$\frac{\part E}{\part w} = 0.2 \sdot 0.3 = 0.07$, $g = 2 \frac{\partial E}{\partial w} = 0.14$`, "0.07 → 0.06"},
	})
}

// TestDrawnDashes holds that a dash of several signs begins a remark.
func TestDrawnDashes(t *testing.T) {
	checkRules(t, []rule{
		{"M = 5000 * 1.05³ ---- note that 1.05³ = 1.157625", ""},
		{"M = 5000 * 1.05³ -- note that 1.05³ = 1.167625", "1.167625 → 1.157625"},
		{"x = 5 -- 3 = 8", ""},
	})
}

// TestUnreadFormulas holds that what is not computed is listed, but for formulas of chemistry.
func TestUnreadFormulas(t *testing.T) {
	checkUnread(t, `$P = \prod_{i=1}^{3} p_i = 0.24$ and $A = \int_0^1 x^2 dx = 0.333$`, `\prod`, `\int`)
	checkUnread(t, `$f(x) = \begin{cases} 1 & x > 0 \\ 0.5 & x \le 0 \end{cases}$`, "cases")
	checkUnread(t, `$\lim_{n \to 3} \frac{1.5}{n} = 0.5$`, `\lim`)
	if r := Verify(source.NewFile("a.md", `The reaction $\text{Cu}^{2+} + 2e^- \rightarrow \text{Cu}$ takes Zn$^{2+}$.`), Options{}); len(r.Unread)+len(r.Claims) > 0 {
		t.Errorf("a formula of chemistry is listed: %v %v", r.Unread, r.Claims)
	}
}
