package tex

import (
	"strings"
	"testing"

	"longhand/generator/formula"
)

// TestRead reads one notation a line.
func TestRead(t *testing.T) {
	known := func(name string) bool {
		return strings.Contains(" w x b y z k n W_Q X Q K V SS Total SS Within df Error total ", " "+name+" ") || name == "SS Total"
	}
	for _, c := range []struct {
		dialect Dialect
		text    string
		want    string
	}{
		{Own, `W^{(1)} x + b^{(1)}`, `(add (mul W1 x) b1)`},
		{Own, `z^{(1)}_{1}`, `(at z1 1)`},
		{Own, `z^{(1)}_{\text{new}}`, `z1_new`},
		{Own, `\frac{\partial L}{\partial W^{(1)}_{1,2}}`, `(at dL/dW1 1 2)`},
		{Own, `\frac{da^{(1)}_{1}}{dz^{(1)}_{1}}`, `(at da1/dz1 1)`},
		{Own, `\partial L/\partial W^{(1)}`, `dL/dW1`},
		{Own, `W1 x + b1`, `(add (mul W1 x) b1)`},
		{Own, `\hat y`, `yhat`},
		{Own, `e^{-u}`, `(call exp (neg u))`},
		{Own, `1 \times 10^{-8}`, `1e-8`},
		{Own, `W^T \delta^{(2)}`, `(mul (transpose W) delta2)`},
		{Own, `\boxed{0.5}`, `0.5`},
		{TeX, `\dfrac12(0.5285 - 1)^2`, `(mul (div 1 2) (pow (sub 0.5285 1) 2))`},
		{TeX, `0.5285101(1 − 0.5285101)`, `(mul 0.5285101 (sub 1 0.5285101))`},
		{TeX, `(-0.47)(0.25)`, `(mul (neg 0.47) 0.25)`},
		{TeX, `\begin{bmatrix} 1.0 \ 0.5 \end{bmatrix}`, `(matrix 2 1 1.0 0.5)`},
		{TeX, `\begin{pmatrix} 1&0\\ 0&1 \end{pmatrix}`, `(matrix 2 2 1 0 0 1)`},
		{TeX, `[0.3, -0.2]`, `(matrix 1 2 0.3 (neg 0.2))`},
		{TeX, `\frac{QK^\top}{\sqrt{2}}`, `(div (mul Q (transpose K)) (call sqrt 2))`},
		{TeX, `XW_Q`, `(mul X W_Q)`},
		{TeX, `w_5^+`, `(at w^+ 5)`},
		{TeX, `out_{h1}`, `out_h1`},
		{TeX, `|0.01-0.75|`, `(call abs (sub 0.01 0.75))`},
		{TeX, `\|a-b\|^2`, `(pow (call abs (sub a b)) 2)`},
		{TeX, `1 \cdot -0.005`, `(mul 1 (neg 0.005))`},
		{TeX, `\log_2 8`, `(div (call ln 8) (call ln 2))`},
		{TeX, `\tan(23°)`, `(call tan (mul 23 (div pi 180)))`},
		{TeX, `frac{1}{2}`, `(div 1 2)`},
		{TeX, `\sin^2 x`, `(pow (call sin x) 2)`},
		{TeX, `9{,}909{,}219`, `9909219`},
		{TeX, `28.4\%`, `28.4e-2`},
		{TeX, `2.25 \times 10^{32} \text{ J}`, `2.25e32`},
		{TeX, `435MHz`, `435`},
		{TeX, `\underbrace{(-0.079)}_{\text{A}} \cdot 0.5`, `(mul (neg 0.079) 0.5)`},
		{TeX, `\textcolor{red}{0.5} + \mathbf{0.25}`, `(add 0.5 0.25)`},
		{TeX, `\frac{dL}{dw_2}`, `(at dL/dw 2)`},
		{TeX, `\text{ReLU}(0.5)`, `(call relu 0.5)`},
		{TeX, `1{,}08 + 1.130{,}73 + 1{,}000 + 100'000`, `(add (add (add 1.08 1130.73) 1000) 100000)`},
		{TeX, `13.5 g`, `13.5`},
		{TeX, `6 \frac{m}{s}`, `6`},
		{TeX, `43.75g/L`, `43.75`},
		{TeX, `2 mol*L^{-1} + 3`, `(add 2 3)`},
		{TeX, `2 k`, `(mul 2 k)`},
		{TeX, `\SI{1500}{\kilo\watt} + \num{4.2e7} + 3 \si{\metre\per\second}`, `(add (add 1500 4.2e7) 3)`},
		{TeX, `\sin(\ang{30})`, `(call sin (mul 30 (div pi 180)))`},
		{TeX, `2000 \text{ €} \cdot 2`, `(mul 2000 2)`},
		{TeX, `3 \Delta T`, `(mul 3 ΔT)`},
		{TeX, `P(T=83 \mid \text{Yes}) \cdot 2`, `(mul P(T=83|Yes) 2)`},
		{TeX, `E[X^2] - E[X]^2`, `(sub E(X^2) (pow E(X) 2))`},
		{TeX, `\sqrt[3]{8} + \sqrt{[4]}`, `(add (pow 8 (div 1 3)) (call sqrt 4))`},
		{TeX, `5! + \binom{5}{2}`, `(add (call factorial 5) (call binom 5 2))`},
		{TeX, `\begin{vmatrix} 1 & 2 \\ 3 & 4 \end{vmatrix}`, `(call det (matrix 2 2 1 2 3 4))`},
		{TeX, `1\frac{1}{2}`, `(add 1 (div 1 2))`},
		{TeX, `\sum (y - \hat y)^2`, `(call sum (pow (sub y yhat) 2))`},
		{TeX, `\sum_i x_i w_i`, "(sum i 1 \x00n (mul (at x i) (at w i)))"},
		{TeX, `E^\circ_{\text{cell}}`, `E_cell^°`},
		{TeX, `credit\_rating + 1`, `(add credit_rating 1)`},
		{TeX, `12 : 4`, `(div 12 4)`},
		{TeX, `\pm 6`, `6`},
		{Plain, `√[9 + 36]`, `(call sqrt (add 9 36))`},
		{Plain, `5xx(9-11)^2`, `(mul 5 (pow (sub 9 11) 2))`},
		{Plain, `5% of 200`, `(mul 5e-2 200)`},
		{Plain, `CHF 100'000 • 2`, `(mul 100000 2)`},
		{Plain, `Rs. 500 × 3`, `(mul 500 3)`},
		{Plain, `€20 × 3`, `(mul 20 3)`},
		{Plain, `(0.15 × 0.05) + (0.20 × 0.10) + 0.35`, `(add (add (mul 0.15 0.05) (mul 0.20 0.10)) 0.35)`},
		{Plain, `1 / (1 + e^(−0.3775))`, `(div 1 (add 1 (call exp (neg 0.3775))))`},
		{Plain, `(1-z_2)·h_1 + z_2·h̃_2`, `(add (mul (sub 1 (at z 2)) (at h 1)) (mul (at z 2) (at htilde 2)))`},
		{Plain, `(-8.75)²`, `(pow (neg 8.75) 2)`},
		{Plain, `0.5 x (-2.0)`, `(mul 0.5 (neg 2.0))`},
		{Plain, `½(0.2215)²`, `(mul (div 1 2) (pow 0.2215 2))`},
		{Plain, `x₁w₁`, `(mul (at x 1) (at w 1))`},
		{Plain, `2 ** 3 * 4`, `(mul (pow 2 3) 4)`},
		{Plain, `SS Total / 3`, `(div SS Total 3)`},
		{Plain, `n(k - 1)`, `(mul n (sub k 1))`},
		{Plain, `∂L/∂W`, `dL/dW`},
		{Plain, `ŷ`, `yhat`},
		{Plain, `10^-3`, `(pow 10 (neg 3))`},
		{Plain, `1,234,567 / 2`, `(div 1234567 2)`},
	} {
		term, err := Reader{Dialect: c.dialect, Symbol: known}.Parse(c.text)
		if err != nil {
			t.Errorf("%s is not read: %v", c.text, err)
			continue
		}
		if got := formula.String(term.Expr); got != c.want {
			t.Errorf("%s is read as %s, want %s", c.text, got, c.want)
		}
	}
}

// TestStatements reads whole lines: what are the statements, and what are their terms.
func TestStatements(t *testing.T) {
	for _, c := range []struct {
		dialect Dialect
		text    string
		want    string
	}{
		{TeX, `\begin{aligned} z_1 &= 0.2 + 0 = 0.2 \\ z_2 &= 1 \\ &\approx 1.0 \end{aligned}`, "(at z 1) = (add 0.2 0) = 0.2; (at z 2) = 1 ≈ 1.0"},
		{TeX, `\begin{aligned} a &= 0.2 \ b &= 1 \end{aligned}`, "a = 0.2; b = 1"},
		{TeX, `\boxed{y \approx 0.5}`, "y ≈ 0.5"},
		{TeX, `a = 0.6 \quad\Rightarrow\quad f = \sigma(0.6) \approx 0.65`, "a = 0.6; f = (call sigmoid 0.6) ≈ 0.65"},
		{TeX, `x_1=1, \; x_2=2`, "(at x 1) = 1; (at x 2) = 2"},
		{TeX, `x > 0`, "x"},
		{Plain, "a = 1 + 2\n  = 3", "a = (add 1 2) = 3"},
		{Plain, "with n = 3 and k = 4 we get p = 1/(n-1) = 0.5.", "n = 3; k = 4; p = (div 1 (sub n 1)) = 0.5"},
		{Plain, "n = 3 (subjects)", "n = 3"},
		{Plain, "Squares sum = 8844/144 = 61.4167", "Squares sum = (div 8844 144) = 61.4167"},
	} {
		var lines []string
		for _, s := range (Reader{Dialect: c.dialect}).Statements(c.text) {
			var b strings.Builder
			for i, term := range s.Terms {
				if i > 0 {
					b.WriteString(map[formula.Relation]string{formula.Equal: " = ", formula.Approx: " ≈ ", formula.Becomes: " → "}[s.Relations[i-1]])
				}
				if term.Err != nil {
					b.WriteString("?")
				} else {
					b.WriteString(formula.String(term.Expr))
				}
			}
			lines = append(lines, b.String())
		}
		if got := strings.Join(lines, "; "); got != c.want {
			t.Errorf("%s\nis read as %s\nwant       %s", c.text, got, c.want)
		}
	}
}

// TestPlaces holds that a literal's place is where its digits stand, in the order of the tree.
func TestPlaces(t *testing.T) {
	text := `\frac{1}{1+e^{-0.75}} \approx 12{,}345 \times 10^{-3}`
	for _, s := range (Reader{Dialect: TeX}).Statements(text) {
		for _, term := range s.Terms {
			i := 0
			formula.Walk(term.Expr, func(e formula.Expr) bool {
				if n, ok := e.(formula.Number); ok {
					if term.Literals[i].Text != n.Text {
						t.Errorf("literal %d is %s in the tree and %s beside it", i, n.Text, term.Literals[i].Text)
					}
					i++
				}
				return true
			})
			for _, l := range term.Literals {
				if at := text[l.Start:l.End]; !strings.HasPrefix(at, l.Text[:1]) {
					t.Errorf("%s stands at %q", l.Text, at)
				}
			}
		}
	}
}

// TestDeep holds that nesting is bounded.
func TestDeep(t *testing.T) {
	for _, s := range []string{strings.Repeat("(", 100000), strings.Repeat("-", 100000) + "1", strings.Repeat(`\frac{`, 50000), strings.Repeat("[", 100000), strings.Repeat("x^{", 30000), strings.Repeat(`\sqrt`, 30000)} {
		for _, d := range []Dialect{Own, TeX, Plain} {
			if _, err := (Reader{Dialect: d}).Parse(s); err == nil {
				t.Errorf("%.10s… is read", s)
			}
		}
	}
}

// FuzzStatements holds that no text makes the reader panic, and that all places lie inside the text.
func FuzzStatements(f *testing.F) {
	for _, seed := range []string{`a = \frac{1}{2} \approx 0.5`, `\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}`, "SS Total = **1852.25**", `w_5^+ = 0.4 - 0.5 * 0.08`,
		`h̃_1 = tanh(1.000) = 0.7616`, `\frac{\partial L}{\partial W^{(1)}_{1,2}}`, `½(0.2215)² = 1,234.5 x 10^-3 %`, `\boxed{`, `^{`, `_{{`, `\frac12`, `|||`, `\begin{bmatrix}`, `\sqrt[`, `'`, "x²₁"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 5000 {
			return
		}
		for _, r := range []Reader{{}, {Dialect: TeX}, {Dialect: Plain}, {Dialect: TeX, DecimalComma: true}} {
			for _, s := range r.Statements(text) {
				for _, term := range s.Terms {
					if (term.Expr == nil) != (term.Err != nil) {
						t.Fatalf("%q: a term with neither formula nor error, or with both", text)
					}
					for _, l := range term.Literals {
						if l.Start < 0 || l.End > len(text) || l.Start > l.End {
							t.Fatalf("%q: a literal from %d to %d", text, l.Start, l.End)
						}
					}
				}
			}
		}
	})
}

// In the equations of a problem file numbers have no units.
func TestBareNumbers(t *testing.T) {
	for src, want := range map[string]string{`2 m`: "(mul 2 m)", `\frac{1}{2 N}`: "(div 1 (mul 2 N))", `9.81 s^2`: "(mul 9.81 (pow s 2))"} {
		term, err := Reader{Dialect: TeX, Bare: true}.Parse(src)
		if err != nil || formula.String(term.Expr) != want {
			t.Errorf("%s is read as %s (%v), want %s", src, formula.String(term.Expr), err, want)
		}
	}
}

// TestAggregates holds that a word before a name makes another quantity of it.
func TestAggregates(t *testing.T) {
	known := func(name string) bool { return name == "A" || name == "x" || name == "sum A" || name == "sum x" }
	for text, want := range map[string]string{
		"sum A = 45 and sum A^2 = 421": "sum A = 45; sum A^2 = 421",
		"sum x_1 = 45, sum x_1^2 = 9":  "sum x_1 = 45; sum x_1^2 = 9",
		"Overall bar x = 11":           "xbar = 11",
		"mean x = 5, so x = 5":         "mean x = 5; x = 5",
	} {
		var lines []string
		for _, s := range (Reader{Dialect: Plain, Symbol: known}).Statements(text) {
			if len(s.Terms) == 2 && s.Terms[0].Err == nil && s.Terms[1].Err == nil {
				lines = append(lines, formula.String(s.Terms[0].Expr)+" = "+formula.String(s.Terms[1].Expr))
			}
		}
		if got := strings.Join(lines, "; "); got != want {
			t.Errorf("%s is read as %s, want %s", text, got, want)
		}
	}
}
