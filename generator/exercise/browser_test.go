package exercise_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/shopspring/decimal"

	"longhand/generator/document/browsertest"
	"longhand/generator/document/html"
	"longhand/generator/exercise"
)

// sheetPage writes a sheet where a browser can open it.
func sheetPage(t *testing.T, v *exercise.Variant) string {
	t.Helper()
	doc, err := v.Sheet()
	if err != nil {
		t.Fatal(err)
	}
	return writePage(t, "sheet-"+v.ID, func() ([]byte, error) { return html.Render(doc) })
}

func writePage(t *testing.T, name string, render func() ([]byte, error)) string {
	t.Helper()
	text, err := render()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), name)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "index.html")
	if err := os.WriteFile(file, text, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestPages looks at a sheet and a key wide and narrow, light and dark, on paper, and for people who do not see them.
func TestPages(t *testing.T) {
	v := variant(t, prepare(t, "display.carry=rounded", "display.fade=20"), 1)
	browsertest.Check(t, sheetPage(t, v), browsertest.Formulas)
	key, err := v.Key()
	if err != nil {
		t.Fatal(err)
	}
	browsertest.Check(t, writePage(t, "key-"+v.ID, func() ([]byte, error) { return html.Render(key) }), browsertest.Formulas)
}

// TestSelfCheck fills a sheet in as students do. Every answer of the key must turn right, whatever way it is written
// in; every known mistake must be called by its name; an answer that is off in its last places is close.
func TestSelfCheck(t *testing.T) {
	for _, set := range [][]string{nil, {"display.carry=rounded", "display.places=4", "display.blank=all"}} {
		v := variant(t, prepare(t, set...), 3)
		tab := browsertest.Open(t, sheetPage(t, v))
		// enter writes into a field and leaves it, and gives the verdict and what is said.
		enter := func(blank int, text string) (verdict, says string) {
			t.Helper()
			js := fmt.Sprintf(`(() => {
				const input = document.getElementById("blank-%d"); input.value = %q;
				input.dispatchEvent(new Event("input")); input.dispatchEvent(new Event("change"));
				return [input.parentElement.dataset.verdict || "", input.parentElement.querySelector("output").textContent];
			})()`, blank, text)
			got, err := chromedp.Run(tab, chromedp.Evaluate[[]string](js))
			if err != nil {
				t.Fatal(err)
			}
			return got[0], got[1]
		}
		ways := []func(string) string{
			func(s string) string { return s },
			func(s string) string { return strings.Replace(s, ".", ",", 1) },
			func(s string) string { return strings.Replace(s, "-", "−", 1) + " " },
			func(s string) string { return s + "e0" },
			func(s string) string { return s + "/1" },
			func(s string) string { return s + "00e+00" },
			func(s string) string { return strings.Replace(s, "-", "‑", 1) + " × 10⁰" },
			func(s string) string { return "= " + s + "·10^{0} / 100 %" },
		}
		places := v.Problem.Display.Places
		for i, a := range v.Answers {
			text := ways[i%len(ways)](a.Key.Value.StringFixed(int32(places)))
			if verdict, says := enter(a.Number, text); verdict != "right" {
				t.Errorf("%s: the right answer %s (%s) to %s is called %s: %s", v.ID, a.Key.Text, text, a.Name, verdict, says)
			}
			for _, m := range a.Mistakes {
				verdict, says := enter(a.Number, m.Value.Text)
				if want := v.Exercise.MistakeName(m.Kinds[0]); verdict != "wrong" || !strings.Contains(says, want) {
					t.Errorf("%s: %s in %s is called %s: %s; want %s", v.ID, m.Value.Text, a.Name, verdict, says, want)
				}
			}
			if verdict, says := enter(a.Number, "17.25"); verdict != "wrong" {
				t.Errorf("%s: 17.25 for %s in %s is called %s: %s", v.ID, a.Key.Text, a.Name, verdict, says)
			}
		}
		a := v.Answers[0]
		off := a.Key.Value.Add(a.Tolerance).Add(a.Tolerance).Add(a.Tolerance)
		if verdict, says := enter(1, off.String()); verdict != "close" {
			t.Errorf("%s for %s is called %s: %s", off, a.Key.Text, verdict, says)
		}
		for _, text := range []string{"1.2.3", "1 1/2", "0.2 5", "2.5×10-3", "0.5²", "0.25 m", "1/0"} { // as package response has it
			if verdict, says := enter(1, text); verdict != "wrong" || !strings.Contains(says, "not a number") {
				t.Errorf("%s is called %s: %s", text, verdict, says)
			}
		}
		if verdict, says := enter(1, ""); verdict != "" || says != "" {
			t.Errorf("an empty field is called %s: %s", verdict, says)
		}
	}
}

// TestKeyboardAndMemory fills fields with the keyboard alone, and finds them filled when the page is opened again.
func TestKeyboardAndMemory(t *testing.T) {
	v := variant(t, prepare(t), 4)
	file := sheetPage(t, v)
	tab := browsertest.Open(t, file)
	first, second := v.Answers[0].Key.Text, v.Answers[1].Key.Text
	err := chromedp.Do(tab,
		chromedp.Focus("#name"),
		chromedp.KeyEvent("Ann\r"),
		chromedp.KeyEvent(first+"\r"),
		chromedp.KeyEvent(second+"\t"),
	)
	if err != nil {
		t.Fatal(err)
	}
	const state = `["name", "blank-1", "blank-2", "blank-3"].map(id => { const i = document.getElementById(id); return [i.value, i.parentElement.dataset.verdict || "", document.activeElement === i ? "focus" : ""].join(" "); })`
	read := func() string {
		got, err := chromedp.Run(tab, chromedp.Evaluate[[]string](state))
		if err != nil {
			t.Fatal(err)
		}
		text, _ := json.Marshal(got)
		return string(text)
	}
	if got, want := read(), fmt.Sprintf(`["Ann  ","%s right ","%s right ","  focus"]`, first, second); got != want {
		t.Errorf("after typing: %s, want %s", got, want)
	}
	if err := chromedp.Do(tab, chromedp.Reload()); err != nil {
		t.Fatal(err)
	}
	if got, want := read(), fmt.Sprintf(`["Ann  ","%s right ","%s right ","  "]`, first, second); got != want {
		t.Errorf("after opening again: %s, want %s", got, want)
	}
}

// TestPrintedEntries prints a sheet that has been filled in: entries are on paper, what the page said of them is not. On a
// telephone, what it says does not make the page wider than the screen.
func TestPrintedEntries(t *testing.T) {
	v := variant(t, prepare(t), 4)
	tab := browsertest.Open(t, sheetPage(t, v))
	wrong := v.Answers[7].Mistakes[0].Value.Text
	err := chromedp.Do(tab, chromedp.EmulateViewport(375, 800), chromedp.Focus("#name"), chromedp.KeyEvent("Ann\r"), chromedp.KeyEvent("17.25\r"),
		chromedp.Focus("#blank-8"), chromedp.KeyEvent(wrong+"\r"))
	if err != nil {
		t.Fatal(err)
	}
	type seen struct {
		Said  string
		Width int
	}
	got, err := chromedp.Run(tab, chromedp.Evaluate[seen](`({Said: document.getElementById("blank-8").parentElement.querySelector("output").textContent, Width: document.documentElement.scrollWidth})`))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(got.Said, v.Exercise.MistakeName(v.Answers[7].Mistakes[0].Kinds[0])) || got.Width > 375 {
		t.Errorf("after a mistake: %+v", got)
	}
	words := browsertest.Print(t, tab)
	for _, want := range []string{"Ann", "17.25", wrong, v.ID} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not on paper", want)
		}
	}
	if strings.Contains(words, "not right") {
		t.Errorf("a verdict is on paper:\n%s", words)
	}
}

// TestWithoutScript opens a sheet where scripts are switched off: fields can be filled in and printed, and nothing is said.
func TestWithoutScript(t *testing.T) {
	v := variant(t, prepare(t), 4)
	file := sheetPage(t, v)
	tab := browsertest.Open(t, file)
	if _, err := chromedp.Call(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(tab, chromedp.Reload(), chromedp.Focus("#blank-1"), chromedp.KeyEvent("17.25\t0.5\t")); err != nil {
		t.Fatal(err)
	}
	words := browsertest.Print(t, tab)
	for _, want := range []string{"17.25", "0.5", "(41)", v.ID} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not on paper without scripts:\n%s", want, words)
		}
	}
	said, err := chromedp.Run(tab, chromedp.Evaluate[string](`[...document.querySelectorAll("output")].map(o => o.textContent).join("")`))
	if err != nil || said != "" {
		t.Errorf("without scripts the page says %q, %v", said, err)
	}
}

// TestWideTolerance fills in a sheet on which rounding early leads far: the few places of an interest rate decide about
// thousands. Numbers that need no rounding must not widen a tolerance, and a page must know right answers however many there
// are.
func TestWideTolerance(t *testing.T) {
	v := variant(t, oneStep(t, `
title: Saving
given: {K_0: 5000, p: 4, r: 1200, n: 10}
equations: ["q = 1 + \\frac{p}{100}", "A = K_0 q^n", "B = r \\frac{q^n - 1}{q - 1}", "K = A + B"]
vary: {p: {one of: [3, 4, 5]}, K_0: {from: 1000, to: 9000, step: 500}}
display: {places: 2, carry: rounded}
`), 1)
	tab := browsertest.Open(t, sheetPage(t, v))
	for _, a := range v.Answers {
		if a.Name == "q" && a.Tolerance.String() != "0.005" {
			t.Errorf("q, which needs no rounding but its own, has the tolerance %s", a.Tolerance)
		}
		if part := a.Tolerance.Div(a.Key.Value); part.GreaterThan(decimal.New(5, -2)) {
			t.Errorf("the tolerance of %s, %s, is %s", a.Name, a.Key.Text, a.Tolerance)
		}
		for _, entry := range []struct {
			factor int64 // hundredths of the tolerance beside the key
			right  bool
		}{{0, true}, {-99, true}, {99, true}, {-102, false}, {102, false}} {
			if a.Name == "q" && entry.factor != 0 {
				continue // half a unit of the last place: no number of two places is beside it
			}
			text := a.Key.Value.Add(a.Tolerance.Mul(decimal.New(entry.factor, -2))).StringFixed(2)
			js := fmt.Sprintf(`(() => { const input = document.getElementById("blank-%d"); input.value = %q;
				input.dispatchEvent(new Event("change")); return input.parentElement.dataset.verdict; })()`, a.Number, text)
			got, err := chromedp.Run(tab, chromedp.Evaluate[string](js))
			if err != nil {
				t.Fatal(err)
			}
			if (got == "right") != entry.right {
				t.Errorf("%s for %s ±%s in %s is called %s", text, a.Key.Text, a.Tolerance, a.Name, got)
			}
		}
	}
}
