package verify

import (
	"strings"
	"testing"

	"longhand/generator/source"
)

// causes are the wrong numbers of an article, "printed: cause".
func causes(text string) string {
	var list []string
	for _, c := range Verify(source.NewFile("a.md", text), Options{}).Claims {
		if c.Verdict == Wrong {
			list = append(list, c.Printed+": "+c.Cause)
		}
	}
	return strings.Join(list, "; ")
}

// TestCulprit holds that a misprint in a formula is told from one in its result: nothing inherits it, and the result stays.
func TestCulprit(t *testing.T) {
	forward := "$z = 0.3 \\cdot 0.45 + 0.2 \\cdot 0.7 = 0.275$\n\n$a = \\frac{1}{1+e^{%}} = 0.568320$\n\n$y = 2 a = 2 \\cdot 0.568320 = 1.136640$\n\nAs we saw, $a = 0.568320$."
	sum := "$h = \\frac{1}{1+e^{-0.3}} = 0.574442517$\n\n$z = 0.40 \\cdot 0.574442517 + % = 0.829777007$\n\n$a = \\frac{1}{1+e^{-0.829777007}} = 0.696307777$"
	for _, r := range []struct{ text, causes string }{
		{strings.Replace(forward, "%", "-0.275", 1), ""},
		{strings.Replace(forward, "%", "0.275", 1), "0.568320: the minus of the exponent is missing"},
		// the minus stands there, and was not minded: the result is wrong, and so is what follows
		{"$a = \\frac{1}{1+e^{-0.275}} = 0.431680$\n\n$y = 2 a = 2 \\cdot 0.431680 = 0.863360$", "0.431680: the minus of the exponent is lost"},
		{"$r = e^{0.275} = 0.7596$", "0.7596: the minus of the exponent is missing"},
		{"$r = e^{0.275} = 0.76$", "0.76: "}, // too few digits to tell it from chance
		{strings.Replace(sum, "%", "0.60", 1), ""},
		{strings.Replace(sum, "%", "0.35", 1), "0.829777007: 0.35 stands in place of 0.60"},
		{strings.Replace(sum, "0.40 \\cdot 0.574442517 + %", "0.50 \\cdot 0.574442517 + 0.35", 1), "0.829777007: 0.50 and 0.35 stand in place of 0.40 and 0.60"},
		// 0.35 is what the article says b is
		{"$b = 0.35$\n\n" + strings.Replace(strings.Replace(sum, "%", "0.35", 1), "$z = ", "$z = 0.40 h + b = ", 1), "0.829777007: "},
		// two operands are those of other names
		{"$w = 0.412$, $g = 0.257$, $h = 0.7$\n\n$v = w g + h = 0.353 \\cdot 0.214 + 0.7 = 0.80588$\n\n$u = 2 \\cdot 0.80588 = 1.61176$", "0.80588: the numbers put in are not the values of the names"},
		{"$w = 0.412$, $g = 0.257$, $h = 0.7$\n\n$v = w g + h = 0.353 \\cdot 0.214 + 0.7 = 0.77554$", ""},
	} {
		if got := causes(r.text); got != r.causes {
			t.Errorf("%s\n\tsays %q\n\twant %q", r.text, got, r.causes)
		}
	}
}

// TestCulpritFix holds that a right number is not rewritten for the sake of a misprinted formula.
func TestCulpritFix(t *testing.T) {
	for _, text := range []string{
		"$a = \\frac{1}{1+e^{0.275}} = 0.568320$\n\n$y = 2 \\cdot 0.568320 = 1.136640$\n",
		"$z = 0.40 \\cdot 0.574442517 + 0.35 = 0.829777007$\n\n$y = 2 \\cdot 0.829777007 = 1.659554014$\n",
		"$w = 0.5 - 0.5 \\cdot 0.08216704 = 0.35891648$\n", // the number or the formula: nothing tells which
	} {
		if fixed, left := Fix(source.NewFile("a.md", text), Options{}); fixed != text || len(left) != 1 {
			t.Errorf("%s\n\tis fixed as\n%s\n\twith %d left", text, fixed, len(left))
		}
	}
}

// TestLeftOut holds that a factor which is left out where numbers are put in is found, with its value that stands in the text
// alone, and that an operand which does not belong there is found although another one is not known.
func TestLeftOut(t *testing.T) {
	gradient := "$x = 0.5$, $g = -0.3 x + 0.1296 = -0.0204$, $w = 0.3$. The rate $\\eta$ shall be 0.1 here.\n\n"
	checkRules(t, []rule{
		{gradient + "$v = w - \\eta g = 0.3 - (-0.0204) = 0.302$", "0.0204 → 0.00204"},
		{gradient + "$v = w - \\eta g = 0.3 - 0.1 \\cdot (-0.0204) = 0.302$", ""},
		{gradient + "$v = w - \\eta g = 0.3 - (-0.0204) = 0.308$", "0.308 → 0.3204"},
		{"$w = 0.40$, $g = 0.082167041$\n\n$v = w - \\eta g = 0.5 - 0.5 \\cdot 0.082167041 = 0.35891648$\n\n$v = 0.35891648$", "0.5 → 0.40"},
		{"$w = 0.40$, $g = 0.082167041$\n\n$v = w - \\eta g = 0.40 - 0.5 \\cdot 0.082167041 = 0.35891648$", ""},
	})
}

// TestOwnNames holds that a number under a name of its own is not the value of another name because both are equal.
func TestOwnNames(t *testing.T) {
	checkRules(t, []rule{
		{"$v_1 = 0.3 + 0.003 = 0.302$\n\n$v_4 = 0.302$", "0.302 → 0.303"},
		{"$h = 0.3775 \\cdot 1.4 = 0.5285$\n\n$k = 0.5385$\n\n$y = 0.5285 \\cdot 2 = 1.057$", ""},
		{"$h = 0.377512 \\cdot 1.4 = 0.528517$\n\n$k = 0.538517$\n\n$y = 0.528517 \\cdot 2 = 1.057034$", "0.538517 → 0.5285168"},
	})
	for _, c := range Verify(source.NewFile("a.md", "$v = 0.123 + 0.4056 = 0.5286$\n\n$u = 0.5286$"), Options{}).Claims {
		if c.Relation == "repeats" && c.Symbol != "u" {
			t.Errorf("%s is called the value of %s", c.Printed, c.Symbol)
		}
	}
}
