package mathml

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"
)

func TestConvert(t *testing.T) {
	for _, c := range []struct{ tex, want string }{
		{`x`, `<math display="block"><mi>x</mi></math>`},
		{`\boxed{x}`, `<mrow scriptlevel="0" displaystyle="true" class="boxed"><mi>x</mi></mrow>`},
		{`a < b`, `<mo>&lt;</mo>`},
		{`\text{<b>}`, `<mtext>&lt;b&gt;</mtext>`},
		{`\begin{bmatrix} 1.0 \\ -0.5 \end{bmatrix}`, `class="tml-right"`},
		{`\begin{aligned} a &= b \end{aligned}`, `class="tml-jot"`},
		{`W^{(1)}_{\text{new}}`, `<mtext>new</mtext>`},
		{`a^{\mathsf T}`, `<mi>𝖳</mi>`},
		{`\operatorname{ReLU}(u)`, `<mi>ReLU</mi>`},
		{`\underline{\hspace{3em}}`, `<mspace width="3em">`},
		{`\begin{aligned} a & \\ & b \end{aligned}`, `<mi>b</mi>`},
	} {
		f, err := Convert(c.tex, true)
		if err != nil {
			t.Errorf("%s: %v", c.tex, err)
			continue
		}
		if !strings.Contains(f.MathML, c.want) {
			t.Errorf("%s became %s, without %s", c.tex, f.MathML, c.want)
		}
		if strings.Contains(f.MathML, "undefined") {
			t.Errorf("%s became %s", c.tex, f.MathML)
		}
		wellFormed(t, f.MathML)
	}
}

// Numbers stand flush right only where that puts their points under each other.
func TestAlignNumbers(t *testing.T) {
	for tex, want := range map[string]int{
		`\begin{bmatrix} 0.5 \\ -1.0 \end{bmatrix}`:             2,
		`\begin{bmatrix} 0 \\ 0.75 \end{bmatrix}`:               0,
		`\begin{bmatrix} a \\ 1.0 \end{bmatrix}`:                0,
		`\begin{bmatrix} 0.5 & -1.0 \end{bmatrix}`:              0,
		`\begin{bmatrix} 1 & a \\ -2 & b \end{bmatrix}`:         2,
		`\begin{bmatrix} 0.1 & 10 \\ -0.2 & -5 \end{bmatrix}`:   4,
		`\begin{bmatrix} \sigma(0.1) \\ \sigma(2)\end{bmatrix}`: 0,
	} {
		f, err := Convert(tex, true)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(f.MathML, "tml-right"); got != want {
			t.Errorf("%s has %d cells flush right, want %d", tex, got, want)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ tex, want string }{
		{`\nonsense`, `the formula \nonsense: Unsupported function name: \nonsense`},
		{`\frac{1}{2`, `the formula \frac{1}{2: `},
		{`}`, `the formula }: `},
		{`a$b`, `the formula a$b: `},
		{`\begin{bmatrix} 1`, `the formula \begin{bmatrix} 1: `},
		{`\input{/etc/passwd}`, `Unsupported function name: \input`},
		{`\href{javascript:x}{y}`, `Unsupported function name: \href`},
		{`\def\a{\a\a}\a`, `Too many expansions`},
		{strings.Repeat("{", 61) + strings.Repeat("}", 61), "nested 61 deep"},
		{strings.Repeat(`\frac{1}{`, 2000) + "1" + strings.Repeat("}", 2000), "nested 2000 deep"},
		{strings.Repeat("x", MaxLength+1), "100001 bytes"},
	} {
		_, err := Convert(c.tex, true)
		var ours *Error
		if !errors.As(err, &ours) || !strings.Contains(err.Error(), c.want) || ours.TeX != c.tex {
			t.Errorf("%.60s: got %v, want %s", c.tex, err, c.want)
		}
		if err != nil && strings.Contains(err.Error(), "\u0332") {
			t.Errorf("an underlined message: %v", err)
		}
	}
	// The engine lives on.
	if _, err := Convert(`x+1`, false); err != nil {
		t.Error(err)
	}
}

// What one formula defines does not reach the next.
func TestNoMemory(t *testing.T) {
	if _, err := Convert(`\gdef\mine{x}\mine`, true); err != nil {
		t.Fatal(err)
	}
	if _, err := Convert(`\mine + 1`, true); err == nil {
		t.Error("a macro of one formula is known to another")
	}
}

// Nothing of a nested formula within the limits takes long or fails.
func TestDeepest(t *testing.T) {
	tex := strings.Repeat(`\frac{1}{`, MaxNesting) + "1" + strings.Repeat("}", MaxNesting)
	if _, err := Convert(tex, true); err != nil {
		t.Error(err)
	}
}

func TestConcurrent(t *testing.T) {
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			for j := range 20 {
				f, err := Convert(strings.Repeat("x", 1+(i+j)%10), false)
				if err != nil || strings.Count(f.MathML, "<mi>x</mi>") != 1+(i+j)%10 {
					t.Errorf("%s, %v", f.MathML, err)
				}
			}
		})
	}
	group.Wait()
}

// The estimate is at least near what TeX's own widths give.
func TestWidth(t *testing.T) {
	for _, c := range []struct {
		tex      string
		from, to int
	}{
		{`0.1234567`, 3900, 4900},
		{`a = b`, 2200, 2900},
		{`\begin{bmatrix} 0.1 & 0.2 \\ 0.3 & 0.4 \end{bmatrix}`, 4000, 5600},
		{`\frac{0.12345}{x}`, 3000, 3800},
		{`x\hspace{10em}`, 10400, 11200},
	} {
		f, err := Convert(c.tex, true)
		if err != nil {
			t.Fatal(err)
		}
		if f.Width < c.from || f.Width > c.to {
			t.Errorf("%s is %d wide, want %d to %d", c.tex, f.Width, c.from, c.to)
		}
	}
}

// Whatever the TeX, the answer is one well-formed element or an error.
func FuzzConvert(f *testing.F) {
	for _, seed := range []string{`x`, `\boxed{x^2}`, `\begin{aligned}a&=b\\&\approx c\end{aligned}`, `\text{<a>&"}`, `\left(\frac12\right.`, `\hspace{1em}`, `\color{red}x`, `\htmlStyle{x}{y}`, `\def\x{\x}\x`, "\\text{a\x00b}", `\rule{1em}{2em}`, `\verb|<|`, `\&\#\_\%\{`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, tex string) {
		formula, err := Convert(tex, true)
		if err != nil {
			return
		}
		wellFormed(t, formula.MathML)
		if formula.Width < 0 && !strings.Contains(tex, "-") {
			t.Errorf("%q is %d wide", tex, formula.Width)
		}
	})
}

// wellFormed wants one <math> and nothing in it that a page could run or load.
func wellFormed(t *testing.T, text string) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(text))
	depth, roots := 0, 0
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth == 0 {
				roots++
			}
			depth++
			if name := token.Name.Local; name != "math" && !strings.HasPrefix(name, "m") {
				t.Errorf("<%s> in %s", name, text)
			}
			for _, a := range token.Attr {
				if n := a.Name.Local; strings.HasPrefix(n, "on") || n == "href" || n == "src" || strings.Contains(a.Value, "url(") {
					t.Errorf("%s=%q in %s", n, a.Value, text)
				}
			}
		case xml.EndElement:
			depth--
		}
	}
	if roots != 1 || depth != 0 {
		t.Errorf("%d elements: %s", roots, text)
	}
}
