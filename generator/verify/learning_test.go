package verify

import (
	"os"
	"strings"
	"testing"

	"longhand/generator/source"
)

// The numbers of learning.md, layers.md, line.md, matrix.md, neuron.txt, rounded.md and stated.txt in testdata were computed in floating point by a program of its own, which
// knows the networks and nothing of their equations' derivation.

func readTestdata(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// claimOf is what is said of a number that an article prints once.
func claimOf(t *testing.T, text, printed string) *Claim {
	t.Helper()
	if strings.Count(text, printed) != 1 {
		t.Fatalf("%s does not stand once in the article", printed)
	}
	for _, c := range Verify(source.NewFile("article.md", text), Options{}).Claims {
		if c.Printed == printed {
			return c
		}
	}
	t.Fatalf("nothing is said of %s", printed)
	return nil
}

// stated are the numbers of an article that no line of it computes: results of siblings, derivatives, new parameters, results
// of the training. Each comes with a slip of the pen in it.
var stated = map[string][][2]string{
	"learning.md": {
		{"0.94383727", "0.94338727"}, {"0.71987412", "0.71978412"},
		{"0.06437323", "0.06433723"}, {"0.22425071", "0.22420571"}, {"0.60871598", "0.60875198"}, {"0.30890669", "0.30896069"},
		{"-0.02179401", "-0.02174901"}, {"0.03071149", "0.03077149"},
		{"0.19911543", "0.19915143"}, {"0.34793600", "0.34796300"}, {"0.14956286", "0.14965286"}, {"0.44898001", "0.44890801"},
		{"0.13819941", "0.13819491"}, {"0.19987844", "0.19988744"}, {"0.89839632", "0.89836932"},
	},
	"matrix.md": {
		{"0.006322", "0.006232"}, {"-0.126539", "-0.126593"}, {"0.027068", "0.027608"}, {"0.107887", "0.107878"}, {"0.002540", "0.002541"}, {"0.928725", "0.928752"},
	},
	"layers.md": {
		{"0.61301418", "0.61304118"}, {"0.71987412", "0.71984712"}, {"0.06437323", "0.06433723"}, {"0.22425071", "0.22420571"}, {"0.60871598", "0.60875198"},
		{"0.19911543", "0.19915143"}, {"0.34793600", "0.34796300"}, {"0.14956286", "0.14965286"}, {"0.44898001", "0.44890801"}, {"0.13819941", "0.13819491"},
	},
	"stated.txt": {
		{"0.61301418", "0.61304118"}, {"0.71987412", "0.71984712"}, {"0.22425071", "0.22420571"}, {"0.60871598", "0.60875198"},
		{"0.19911543", "0.19915143"}, {"0.34793600", "0.34796300"}, {"0.14956286", "0.14965286"}, {"0.44898001", "0.44890801"}, {"0.13819941", "0.13819491"},
	},
	"line.md": {
		{"-3.6667", "-3.6676"}, {"0.05585", "0.05588"},
	},
	"neuron.txt": {
		{"0.114994", "0.114494"}, {"-0.229989", "-0.229889"}, {"0.777001", "0.770701"}, {"0.145998", "0.149598"},
		{"0.178821", "0.178812"}, {"0.959229", "0.959292"}, {"0.001662", "0.001661"},
	},
}

// TestStated holds that results which are only stated are computed, and that a slip in one of them is found.
func TestStated(t *testing.T) {
	for name, numbers := range stated {
		text := readTestdata(t, name)
		for _, n := range numbers {
			right, slip := n[0], n[1]
			if c := claimOf(t, text, right); c.Verdict != Rounded && c.Verdict != HiddenDigits {
				t.Errorf("%s: %s is %s", name, right, c.Verdict)
			}
			c := claimOf(t, strings.Replace(text, right, slip, 1), slip)
			if c.Verdict != Wrong {
				t.Errorf("%s: %s in place of %s is %s: %s", name, slip, right, c.Verdict, c.Message())
			}
		}
	}
}

// TestRuleShown holds that gradient descent is recognised by an update that stands there in numbers only.
func TestRuleShown(t *testing.T) {
	text := strings.Replace(readTestdata(t, "learning.md"), `w_5^+ = w_5 - \eta \frac{\partial E_{total}}{\partial w_5} = 0.5`, "w_5^+ = 0.5", 1)
	for _, n := range [][2]string{{"0.22425071", "0.22420571"}, {"0.19911543", "0.19915143"}, {"0.13819941", "0.13819491"}} {
		if c := claimOf(t, text, n[0]); c.Verdict != Rounded {
			t.Errorf("%s is %s", n[0], c.Verdict)
		}
		if c := claimOf(t, strings.Replace(text, n[0], n[1], 1), n[1]); c.Verdict != Wrong {
			t.Errorf("%s is %s", n[1], c.Verdict)
		}
	}
}

// TestTrainedFromPrinted holds that a training is computed from the new parameters where the first ones stand in no text, and
// that the rounding of what is printed is allowed for.
func TestTrainedFromPrinted(t *testing.T) {
	text := readTestdata(t, "learning.md")
	from, to := strings.Index(text, "Weights:"), strings.Index(text, "Biases,")
	text = text[:from] + "The weights stand in the drawing. " + text[to:]
	for _, right := range []string{"0.13819941", "0.00000129", "0.19987844", "0.89839632"} {
		if c := claimOf(t, text, right); c.Verdict != Rounded && c.Verdict != HiddenDigits {
			t.Errorf("%s is %s: %s", right, c.Verdict, c.Message())
		}
	}
	for _, n := range [][2]string{{"0.13819941", "0.13819971"}, {"0.19987844", "0.19988744"}} {
		if c := claimOf(t, strings.Replace(text, n[0], n[1], 1), n[1]); c.Verdict != Wrong {
			t.Errorf("%s is %s: %s", n[1], c.Verdict, c.Message())
		}
	}
}

// TestTrainedEarly holds that a training with weights that were new too early is wrong, and that this is named.
func TestTrainedEarly(t *testing.T) {
	text := readTestdata(t, "learning.md")
	for _, n := range [][2]string{{"0.13819941", "0.13820101"}, {"0.19987844", "0.19988032"}, {"0.89839632", "0.89840892"}} {
		c := claimOf(t, strings.Replace(text, n[0], n[1], 1), n[1])
		if c.Verdict != Wrong || !strings.Contains(c.Cause, "already new") {
			t.Errorf("%s is %s: %s: %s", n[1], c.Verdict, c.Message(), c.Cause)
		}
	}
}

// TestRoundsCounted holds that rounds may be counted from the first one or from the one after it.
func TestRoundsCounted(t *testing.T) {
	text := readTestdata(t, "learning.md")
	for _, right := range []string{"0.19987805", "0.19987844"} {
		if c := claimOf(t, strings.Replace(text, "0.19987844", right, 1), right); c.Verdict != Rounded {
			t.Errorf("%s is %s: %s", right, c.Verdict, c.Message())
		}
	}
}

// TestOtherNumbers holds that numbers far from what the training comes to, and those of a training that is not described, are
// not judged.
func TestOtherNumbers(t *testing.T) {
	text := readTestdata(t, "learning.md")
	for _, n := range []string{"0.13914729", "0.25819941"} {
		if c := claimOf(t, strings.Replace(text, "0.13819941", n, 1), n); c.Verdict != Given {
			t.Errorf("%s is %s: %s", n, c.Verdict, c.Message())
		}
	}
	untrained := text[:strings.Index(text, "## Backwards")] + text[strings.Index(text, "The error is"):]
	if c := claimOf(t, strings.Replace(untrained, "0.13819941", "0.13819971", 1), "0.13819971"); c.Verdict != Given {
		t.Errorf("without an update 0.13819971 is %s: %s", c.Verdict, c.Message())
	}
}

// TestSlipElsewhere holds that a slip in what results are computed from makes none of those wrong that are only stated.
func TestSlipElsewhere(t *testing.T) {
	text := readTestdata(t, "learning.md")
	for _, n := range [][2]string{{"= 0.59988837", "= 0.52988837"}, {"= 0.61301418", "= 0.64301418"}, {"= 0.70123751", "= 0.73123751"}, {"= 0.85319773", "= 0.88319773"}} {
		for _, c := range Verify(source.NewFile("article.md", strings.Replace(text, n[0], n[1], 1)), Options{}).Claims {
			if c.Verdict == Wrong && c.First == nil && !strings.HasSuffix(n[1], c.Printed) {
				t.Errorf("with %s in place of %s, %s", n[1], n[0], c.Message())
			}
		}
	}
}

// TestEarlyArticle holds that an article which uses new values in the derivatives of earlier layers, as its own new parameters
// show, is judged by that.
func TestEarlyArticle(t *testing.T) {
	text := strings.NewReplacer("0.19911543", "0.19920076", "0.34793600", "0.34813511", "0.14956286", "0.14964905", "0.44898001", "0.44918111",
		"0.13819941", "0.13820101", "0.00000129", "0.00000127", "0.19987844", "0.19988032", "0.89839632", "0.89840892").Replace(readTestdata(t, "learning.md"))
	for _, c := range Verify(source.NewFile("article.md", text), Options{}).Claims {
		if c.Verdict == Wrong {
			t.Error(c.Message())
		}
	}
	if c := claimOf(t, text, "0.13820101"); c.Verdict != Rounded {
		t.Errorf("0.13820101 is %s", c.Verdict)
	}
	if c := claimOf(t, strings.Replace(text, "0.13820101", "0.13820701", 1), "0.13820701"); c.Verdict != Wrong {
		t.Errorf("0.13820701 is %s", c.Verdict)
	}
}

// TestRoundedOn holds that nothing is wrong in an article whose author rounded every result, those that are not shown as well,
// and went on with the rounded ones.
func TestRoundedOn(t *testing.T) {
	r := examine(t, "testdata/rounded.md")
	stated := 0
	for _, c := range r.Claims {
		if c.Verdict == Wrong {
			t.Error(c.Message())
		}
		if c.late {
			stated++
		}
	}
	if stated < 10 {
		t.Errorf("only %d stated results are computed", stated)
	}
}

// TestMisnamed holds that a formula with a wrong name in it, which does not give the article's value, leads to no verdict.
func TestMisnamed(t *testing.T) {
	text := strings.Replace(readTestdata(t, "learning.md"), `w_2 \cdot i_2`, `w_3 \cdot i_2`, 1)
	for _, c := range Verify(source.NewFile("article.md", text), Options{}).Claims {
		if c.Verdict == Wrong && strings.HasPrefix(c.Symbol, "w^") {
			t.Error(c.Symbol, c.Message())
		}
	}
}

// TestEndsInTable holds that an article on learning may end in a table.
func TestEndsInTable(t *testing.T) {
	text := readTestdata(t, "learning.md") + "\n| name | value |\n|---|---|\n| $out_{h1}$ | 0.59988837 |\n"
	for _, c := range Verify(source.NewFile("article.md", text), Options{}).Claims {
		if c.Verdict == Wrong {
			t.Error(c.Message())
		}
	}
	if c := claimOf(t, text, "0.22425071"); c.Verdict != Rounded {
		t.Errorf("0.22425071 is %s", c.Verdict)
	}
}

// TestGivenEntries holds that a given vector takes no formula of its sibling.
func TestGivenEntries(t *testing.T) {
	checkRules(t, []rule{
		{"$h_0 = [0.2, -0.1]$, $W = \\begin{bmatrix} 0.5 & 0.1 \\\\ 0.2 & 0.3 \\end{bmatrix}$\n\n$h_1 = W h_0 = [0.09, 0.01]$\n\n$h_2 = W h_1 = [0.046, 0.022]$", "0.022 → 0.021"},
	})
}
