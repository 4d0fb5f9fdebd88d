package mathml

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	_ "longhand/generator/internal/seeded"
)

// TestStandIns holds that a formula is the same MathML whether its digits were there when it was converted or came later.
func TestStandIns(t *testing.T) {
	frames := []string{
		`z^{(1)}_{1} = \sigma(#) = \frac{1}{1 + e^{-#}} \approx -#`,
		`\begin{aligned} W &\approx \begin{bmatrix} # & -# \\ # & # \end{bmatrix} \\ &= \begin{bmatrix} (-#) \cdot # & # \\ 0 & 1 \end{bmatrix} \end{aligned}`,
		`\boxed{ \begin{bmatrix} # \\ -# \end{bmatrix} }`,
		`\left(\frac{#}{#}\right)^{2} (#(1 - #))^{2} \times 10^{-4} \quad \text{# or $#$} #`,
		`\begin{bmatrix} # \\ 0 \end{bmatrix} \odot \begin{bmatrix} # \\ -# \end{bmatrix}`,
		`x = #, \hspace{#em} y = #`,
	}
	rapid.Check(t, func(t *rapid.T) {
		tex := rapid.SampledFrom(frames).Draw(t, "frame")
		for strings.Contains(tex, "#") {
			tex = strings.Replace(tex, "#", rapid.StringMatching(`[0-9]{1,3}\.[0-9]{1,9}`).Draw(t, "number"), 1)
		}
		got, err := Convert(tex, true)
		if err != nil {
			t.Fatal(err)
		}
		mutex.Lock()
		root, err := fresh(tex, true)
		mutex.Unlock()
		if err != nil {
			t.Fatal(err)
		}
		if want := finish(root); got != want {
			t.Errorf("%s became\n%s, and directly\n%s", tex, got.MathML, want.MathML)
		}
	})
}

// TestCacheIsBounded holds that memory does not grow with the number of formulas.
func TestCacheIsBounded(t *testing.T) {
	for range 3 {
		if _, err := Convert("x", false); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 50 {
		if _, err := Convert("x = "+standIn(7*i+1)+"1", false); err != nil {
			t.Fatal(err)
		}
	}
	mutex.Lock()
	defer mutex.Unlock()
	held := 0
	for k := range cache {
		if strings.HasPrefix(k.tex, "x = ") && !k.display {
			held++
		}
	}
	if held != 1 {
		t.Errorf("formulas that differ in their digits are kept %d times", held)
	}
}
