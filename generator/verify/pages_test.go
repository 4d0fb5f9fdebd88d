package verify

import (
	"strings"
	"testing"

	"longhand/generator/source"
)

// TestDots holds that a dot between blanks multiplies, and that sentences and lists keep theirs.
func TestDots(t *testing.T) {
	checkRules(t, []rule{
		{"a = 2 . 3 = 6, b = 4 . 2.5 . 3 = 30", ""},
		{"a = 2 . 3 = 7", "7 → 6"},
		{"2 . 3 = 7", "7 → 6"},
		{"M = 4.000 . (1 + 0,05)² = 4.410,00\n\nM = 4.000 . 1,05 ² = 4.510,00", "4.510,00 → 4410"},
		{"$M = 4000 . (1 + 0.05)^2 = 4510$", "4510 → 4410"},
		{"b = 3 m, h = 2.5 m\n\nA = b . h / 2 = 3.25", "3.25 → 3.75"},
		{"So x = 1 + 2 = 3 . A new line begins. It took 3 . 5 of us saw it.\n\n2 . 3 + 4 = 7", ""},
	})
}

// TestAsterisks holds that an asterisk with a blank on one side multiplies where it marks no emphasis.
func TestAsterisks(t *testing.T) {
	checkRules(t, []rule{
		{"W = 1500 kg * 9.81 m/s² *10 m = 147150 J, 3* 10 = 30", ""},
		{"W = 1500 kg * 9.81 m/s² *10 m = 147050 J", "147050 → 147150"},
		{"x = 4 *2 *3 = 25", "25 → 24"},
		{"Given 3 + 4 *and so on* = 7 and 2 + 3 = *5*.", ""},
	})
}

// TestLostSuperscripts holds that a 2 behind a bracket is an exponent in an article that comes right so, and only there.
func TestLostSuperscripts(t *testing.T) {
	checkRules(t, []rule{
		{"s=sqrt((3-1)2+(5-1) 2)\n=sqrt(4+16)\n=4.4721\nvariance=s2\nvariance=4.47212\nvariance=20", ""},
		{"s=sqrt((3-1)2+(5-1) 2)\n=sqrt(4+16)\n=4.5721", "4.5721 → 4.472135955"},
		{"x = (3 + 1)2 + 1 = 9, y = (2)(3)2 = 12", ""},
		{"x = (3 + 1)2 + 1 = 8", "8 → 9"},
	})
	r := Verify(source.NewFile("a.md", "s=sqrt((3-1)2+(5-1)2)\n=sqrt(20)\n=4.4721"), Options{})
	if len(r.Notes) != 1 || !strings.Contains(r.Notes[0], "exponent") {
		t.Errorf("the report does not tell how it read: %q", r.Notes)
	}
}

// TestSignedBases holds that the brackets around a negative base may be missing where its square gives the result.
func TestSignedBases(t *testing.T) {
	checkRules(t, []rule{
		{`$|a| = \sqrt{-2^2+6^2+4^2} = \sqrt{56} = 7.48$`, ""},
		{`$|a| = \sqrt{-2^2+6^2+4^2} = \sqrt{58} = 7.62$`, "58 → 48"},
		{`$y = -2^2 + 6 = 2$`, ""},
	})
}

// TestRemarks holds that words behind a formula are none of it: behind dashes, in brackets, in the next sentence.
func TestRemarks(t *testing.T) {
	checkRules(t, []rule{
		{"M = 500 * (1.05)³ ---- note that (1.05)³ = 1.257625. So:\n\nM = 500*1.157625 --- this gives 578.81.\n\nM = 588.81 <--- the answer", "1.257625 → 1.157625, 588.81 → 578.8125"},
		{"s = 85²×4 (all of them ±2, with same squares) = 4 × 7225 = 28800", "28800 → 28900"},
		{"y = 0.5 / 54.77 = 0.00913 (3 significant figures), z = 0.5 / 54.77 = 0.00923 (3 sf)", "0.00923 → 0.00912908527"},
		{`$z = 0.5 / 54.77 = 0.00923 (3 \text{ s.f.})$`, "0.00923 → 0.00912908527"},
		{"x = $-100,000 / 1.10^0 = $-100,000.Then all of it is $-5,000 / 1.10 = $-4,645.45", "-4,645.45 → -4545.45454545"},
		{"| work | cost |\n|---|---|\n| forward (matmul only) | $N = 6$ |\n\nforward + 24 ≈ 6N", ""},
	})
}

// TestBracketedUnits holds that a unit may stand in square brackets.
func TestBracketedUnits(t *testing.T) {
	checkRules(t, []rule{
		{`$T=365.5[d]*24*3600[\frac{s}{d}]=31579200[s]$, $V=2[m]*3[m]=7[m^2]$, $v = 20[m/s] = 72[km/h]$`, "7 → 6"},
		{`$T=365.5[day]*24*3600[\frac{s}{day}]=315576[s]$`, "315576 → 31579200"},
		{`$W=\pi10^2=314.16$, $W=2\pi10^2=638.3$`, "638.3 → 628.3185307"},
		{`$F = 3 [1, 2] = [3, 7]$`, "7 → 6"},
	})
}

// TestStatistics holds that the degrees of freedom of a statistic are no factor.
func TestStatistics(t *testing.T) {
	checkRules(t, []rule{
		{`\(t = \frac{-0.11}{0.2} = -0.55\), so \(t(11)=-0.55\), F = 12.3 / 3 = 4.1, F(2, 27) = 4.1, $\chi^2 = 5.1 + 2.7 = 7.8$, χ²(3) = 7.8, $\chi^2(3, N = 20) = 7.8$`, ""},
		{`$f = 4.5$ and $f(2) = 9$; $F(x) = 2x$, $F(3) = 7$`, "7 → 6"},
	})
}

// TestSumsOverDisplays holds that a display that ends with a sign goes on in the next one.
func TestSumsOverDisplays(t *testing.T) {
	checkRules(t, []rule{
		{"$$F = [-0.15, 0.15] + $$\n$$0.3 \\cdot [-0.46, 0.46]$$\n\n$$F = [-0.29, 0.49]$$", "0.49 → 0.288"},
		{"$$x = 0.1 + 0.2$$\n\n$$+ 0.3 = 0.7$$", "0.7 → 0.6"},
		{"$$y = 2 \\cdot 3$$\n\nAnd so\n\n$$+ 4 = 4$$", ""},
	})
}

// TestAngles holds in what angles are written and computed.
func TestAngles(t *testing.T) {
	checkRules(t, []rule{
		{`$\theta\approx\arccos{0.691939}\approx 46.216205\degree=0.8066[rad]$, $\phi=\arccos(0.5)=60^\circ$, $\psi = \tan^{-1}(0.75) = 36.87^\circ$`, ""},
		{`$\theta\approx\arccos{0.5}\approx 61\degree$, $\phi=\arcsin(0.5)=31^\circ$, $\psi=\arctan(1)=0.9$`, "61 → 60, 31 → 30, 0.9 → 0.7853982"},
		{`$\alpha = \sin^{-1}\left(\frac{\sin 40^\circ}{1.5}\right) = 25.4^\circ$, $\alpha = 30^\circ = 0.5236$, $0.5 [rad] = 28.65^{\circ}$`, ""},
		{`$\beta = 0.9[rad] = 45^\circ$`, "45 → 51.566202"},
		{"y = sin⁻¹(1) = 91°, z = 20 · sin²(30°) = 5", "91 → 90"},
	})
}

// TestRoots holds that what stands for s just behind s² is its root, and that no later s makes s² wrong.
func TestRoots(t *testing.T) {
	checkRules(t, []rule{
		{`\( s^2 = 1.086/11 = 0.0987, s = 0.314\) and $s^2 = 0.0987 \Rightarrow s = 0.314$`, ""},
		{`\( s^2 = 1.086/11 = 0.0987, s = 0.324\)`, "0.324 → 0.314165561"},
		{`$\sigma^2 = 4.5$. Another population has $\sigma = 7.25$.`, ""},
		{`$r = 3$, $r^2 = 8$`, "8 → 9"},
	})
}

// TestBareNames holds that a name may stand for the nearest one with a word below it, where that gives the result.
func TestBareNames(t *testing.T) {
	const data = `$G = 6.67 \times 10^{-11}$, $M_{Earth} = 5.97 \times 10^{24}$, $r = 6.37 \times 10^{6}$, $g = \frac{GM}{r^2}$` + "\n\n"
	for value, want := range map[string]Verdict{"9.81": Rounded, "9.91": Given} {
		claims := Verify(source.NewFile("a.md", data+"$g = "+value+"$"), Options{}).Claims
		if c := claims[len(claims)-1]; c.Verdict != want {
			t.Errorf("%s is %s, want %s", c.Printed, c.Verdict, want)
		}
	}
}

// TestExponents holds that powers of one base are compared by their exponents.
func TestExponents(t *testing.T) {
	checkRules(t, []rule{
		{`$P = 300 \cdot 10^{\frac{-0.5+2.15}{10}} = 300 \cdot 10^{\frac{1.65}{10}} = 300 \cdot 10^{0.165} = 438.65$, $q = 2^{3} = 2^{\frac{6}{2}} = 8$`, ""},
		{`$P = 300 \cdot 10^{\frac{-0.5+2.15}{10}} = 300 \cdot 10^{\frac{1.95}{10}} = 300 \cdot 10^{0.195} = 470.03$`, "1.95 → 1.65"},
	})
}

// TestSpoken holds that the words for a mean, a sum and a product of two numbers are computed.
func TestSpoken(t *testing.T) {
	checkRules(t, []rule{
		{"Is X < 2150 (midpoint of 1800 and 2500)? The average of 3.5 and 4.5 is 4.0, das Mittel von 2 und 5 ist 3,5.", ""},
		{"Is X < 2250 (the midpoint of 1800 and 2500)?", "2250 → 2150"},
		{"The sum of 2 and 3 is 6, the product of 4 and 2.5 is 11.", "6 → 5, 11 → 10"},
		{"The mean of 2 and 3 is 2 times 1.25 and the sum of 2 and 3 is 20 % of 25, the sum of 4 and 5 is 3/2 of 6.", ""},
	})
}

// TestWordsInScripts holds that words in scripts make no remark of the brackets that they stand in.
func TestWordsInScripts(t *testing.T) {
	checkRules(t, []rule{
		{"$T_1 = 1$, $Y_{\\text{new},1} = 0.5$\n\n$$E = -\\sum_{k=1}^{1} (T_{k} \\ln(Y_{\\text{new},k}) + (1 - T_{k}) \\ln(1 - Y_{\\text{new},k})) = 0.6931$$\n\n$a = 3 \\cdot 4 = 13$", "13 → 12"},
	})
}
