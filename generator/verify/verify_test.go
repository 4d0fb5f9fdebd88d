package verify

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"longhand/generator/source"
)

var update = flag.Bool("update", false, "write the golden reports anew")

func examine(t *testing.T, path string) *Report {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return Verify(source.NewFile(filepath.Base(path), string(text)), Options{})
}

func articles(t *testing.T) []string {
	var list []string
	for _, ext := range []string{"md", "txt", "tex", "html"} {
		found, err := filepath.Glob("testdata/*." + ext)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, found...)
	}
	return list
}

// TestGolden holds what is said of every number of the articles in testdata, which have every notation of docs/verify.md.
func TestGolden(t *testing.T) {
	for _, path := range articles(t) {
		r := examine(t, path)
		var b strings.Builder
		for _, c := range r.Claims {
			line, column := r.File.Pos(c.Start).LineColumn()
			fmt.Fprintf(&b, "%d:%d: %s: %s", line, column, c.Verdict, c.Message())
			for _, h := range r.hints(c) {
				b.WriteString("; " + h)
			}
			b.WriteString("\n")
		}
		for _, u := range r.Unread {
			line, column := r.File.Pos(u.Start).LineColumn()
			fmt.Fprintf(&b, "%d:%d: not read: %s: %s\n", line, column, u.Text, u.Reason)
		}
		golden := path + ".golden"
		if *update {
			if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if b.String() != string(want) {
			t.Errorf("%s: the report is\n%s\nwant\n%s", path, b.String(), want)
		}
	}
}

// TestRightArticles holds that nothing is called wrong in articles that are right, and that nothing in them goes unread.
func TestRightArticles(t *testing.T) {
	for _, path := range articles(t) {
		if strings.Contains(path, "mistakes") {
			continue
		}
		r := examine(t, path)
		for _, c := range r.Claims {
			if c.Verdict == Wrong || c.Verdict == Unjudged {
				t.Errorf("%s: %s: %s in %s", path, c.Verdict, c.Message(), c.Text)
			}
		}
		for _, u := range r.Unread {
			t.Errorf("%s: not read: %s: %s", path, u.Text, u.Reason)
		}
	}
}

// TestFields holds that right arithmetic of many fields, and prose that only looks like arithmetic, is not called wrong.
func TestFields(t *testing.T) {
	paths, err := filepath.Glob("testdata/fields/*.md")
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		r := examine(t, path)
		judged := 0
		for _, c := range r.Claims {
			switch c.Verdict {
			case Wrong:
				t.Errorf("%s: wrong: %s in %s", path, c.Message(), c.Text)
			case Exact, Rounded:
				judged++
			}
		}
		if judged < 15 {
			t.Errorf("%s: only %d numbers are judged", path, judged)
		}
	}
}

// TestScore compares the verdicts with what was established by hand for real articles, where those are at hand.
func TestScore(t *testing.T) {
	truths, err := filepath.Glob("../../../shared/articles/truth/*.tsv")
	if err != nil || len(truths) == 0 {
		t.Skip("no articles with established verdicts here")
	}
	rows, read, alarms := 0, 0, 0
	for _, truth := range truths {
		number := strings.TrimSuffix(filepath.Base(truth), ".tsv")
		found, err := filepath.Glob("../../../shared/articles/" + number + "-*")
		if err != nil || len(found) != 1 {
			t.Fatal(found, err)
		}
		said := map[string][]Verdict{}
		r := examine(t, found[0])
		key := func(line, printed string) string {
			return line + " " + strings.NewReplacer("−", "-", "–", "-", " ", "", `\%`, "", "%", "").Replace(printed)
		}
		for _, c := range r.Claims {
			line, _ := r.File.Pos(c.Start).LineColumn()
			k := key(fmt.Sprint(line), c.Printed)
			said[k] = append(said[k], c.Verdict)
		}
		table, err := os.ReadFile(truth)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range strings.Split(strings.TrimSpace(string(table)), "\n")[1:] {
			cell := strings.Split(row, "\t")
			if len(cell) < 6 || cell[5] == "not-checkable" {
				continue
			}
			rows++
			k := key(cell[0], cell[2])
			if len(said[k]) == 0 {
				continue
			}
			verdict := said[k][0]
			said[k] = said[k][1:]
			if verdict != Unjudged {
				read++
			}
			if verdict == Wrong && cell[5] != "wrong" {
				alarms++
				t.Errorf("%s:%s: %s is called wrong, and is %s", filepath.Base(found[0]), cell[0], cell[2], cell[5])
			}
		}
	}
	if read*100 < rows*95 {
		t.Errorf("%d of %d numbers are read", read, rows)
	}
	t.Logf("%d of %d numbers are read, %d false alarms", read, rows, alarms)
}

// TestMistakesFound changes one digit of one computed number at a time, in articles that are right: each must be found, at
// its place, and no other number be called wrong on its own account.
func TestMistakesFound(t *testing.T) {
	found, all := 0, 0
	for _, path := range articles(t) {
		if strings.Contains(path, "mistakes") {
			continue
		}
		r := examine(t, path)
		for _, c := range r.Claims {
			digits := digitPlaces(c.Printed)
			// of what the text tells of a training only what is near is judged, TestStated
			if !c.derived || c.Relation == "repeats" || c.Relation == "trained" || len(digits) < 3 || strings.Contains(c.Printed, "10") {
				continue
			}
			at := digits[1] // not the first, which a human eye finds; not the last, which rounding excuses
			changed := []byte(c.Printed)
			changed[at] = '0' + (changed[at]-'0'+3)%10
			end := c.Start + len(c.Printed)
			if r.File.Text[c.Start:end] != c.Printed {
				continue // a sign stands apart
			}
			text := r.File.Text[:c.Start] + string(changed) + r.File.Text[end:]
			all++
			hit := false
			for _, d := range Verify(source.NewFile(r.File.Name, text), Options{}).Claims {
				if d.Verdict != Wrong {
					continue
				}
				if d.Start == c.Start {
					hit = true
				} else if d.First == nil {
					line, column := r.File.Pos(d.Start).LineColumn()
					t.Logf("%s: %s printed as %s: %s in %d:%d is called wrong too", path, c.Printed, changed, d.Printed, line, column)
				}
			}
			if hit {
				found++
			} else {
				line, _ := r.File.Pos(c.Start).LineColumn()
				t.Logf("%s:%d: %s printed as %s is not found", path, line, c.Printed, changed)
			}
		}
	}
	t.Logf("%d of %d found", found, all)
	if all < 30 || found*100 < all*95 {
		t.Errorf("%d of %d changed numbers are found", found, all)
	}
}

// digitPlaces are the places of the significant digits.
func digitPlaces(s string) []int {
	var out []int
	for i, r := range s {
		if r >= '1' && r <= '9' || r == '0' && len(out) > 0 {
			out = append(out, i)
		}
	}
	return out
}

// TestCauses holds the guesses.
func TestCauses(t *testing.T) {
	for text, want := range map[string]string{
		`$a = 0.6412 \cdot 0.5 = 0.3026$`:                         "the digits 20 are swapped",
		`$a = 0.6412 \cdot 0.25 = 0.163$`:                         "the digit 0 is dropped",
		`$a = 1.5 \cdot 4.3 = 6.475$`:                             "",
		`$a = 1.5 \cdot 4.34 = 6.551$`:                            "the digit 5 is doubled",
		`$a = \frac{1}{2}(0.9 - 0.37)^2 = 0.2809$`:                "the ½ is forgotten",
		`$a = (0.9 - 0.37)^2 = 0.53$`:                             "the exponent is forgotten",
		`$a = 0.25 - 0.861 = 0.611$`:                              "the sign is lost",
		`$a = 0.3 \cdot 0.77 + 0.15 = 0.231$`:                     "the last term of a sum is left out",
		`$u = 0.457$, $v = 0.832$, $a = 0.457 \cdot 0.5 = 0.416$`: "0.832 was taken in place of 0.457",
	} {
		r := Verify(source.NewFile("a.md", text), Options{})
		last := r.Claims[len(r.Claims)-1]
		if last.Verdict != Wrong || last.Cause != want {
			t.Errorf("%s: %s, cause %q, want wrong, cause %q", text, last.Verdict, last.Cause, want)
		}
	}
}

// TestHeirs holds that what follows from a wrong number is named beside it and not called wrong itself.
func TestHeirs(t *testing.T) {
	r := Verify(source.NewFile("a.md", "$u = 0.37 \\cdot 0.59 = 0.2813$\n\n$v = 2 \\cdot 0.2813 = 0.5626$\n\n$\\boxed{u = 0.2813}$"), Options{})
	if len(r.Claims) != 3 {
		t.Fatalf("%d claims", len(r.Claims))
	}
	u, v, again := r.Claims[0], r.Claims[1], r.Claims[2]
	if u.Verdict != Wrong || v.Verdict != Carried || again.Verdict != Wrong || v.First != u || again.First != u || len(u.Heirs) != 2 {
		t.Errorf("%s, %s from %v, %s from %v, %d heirs", u.Verdict, v.Verdict, v.First, again.Verdict, again.First, len(u.Heirs))
	}
}

// TestGiven holds that true values from outside confirm and refute numbers that nothing in the article computes.
func TestGiven(t *testing.T) {
	given := Options{Given: []True{{"z1", 2, 1, []string{"0", "0.75"}}, {"y", 1, 1, []string{"0.5285101062779874801852"}}}}
	r := Verify(source.NewFile("a.md", `$\boxed{z^{(1)} = \begin{bmatrix} 0.0 \\ 0.75 \end{bmatrix}}$ and $y \approx 0.5285$ but $\hat y = 0.7$, $z^{(1)}_2 = 0.76$`), given)
	var got []string
	for _, c := range r.Claims {
		got = append(got, c.Printed+" "+string(c.Verdict))
	}
	want := "0.0 exact, 0.75 exact, 0.5285 rounded, 0.7 given, 0.76 wrong"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("%s\nwant %s", s, want)
	}
}

// TestFix holds that a corrected article has nothing wrong in it, and that no line without a wrong number or its heirs changed.
func TestFix(t *testing.T) {
	r := examine(t, "testdata/mistakes.md")
	text, left := Fix(r.File, Options{})
	if len(left) > 0 {
		t.Errorf("left: %s", left[0].Message())
	}
	again := Verify(source.NewFile("mistakes.md", text), Options{})
	for _, c := range again.Claims {
		if c.Verdict == Wrong {
			t.Errorf("still wrong: %s in %s", c.Message(), c.Text)
		}
	}
	touched := map[int]bool{}
	for _, c := range r.Claims {
		if c.Verdict == Wrong || c.First != nil {
			line, _ := r.File.Pos(c.Start).LineColumn()
			touched[line] = true
		}
	}
	before, after := strings.Split(r.File.Text, "\n"), strings.Split(text, "\n")
	for i := range before {
		if before[i] != after[i] && !touched[i+1] {
			t.Errorf("line %d changed: %s", i+1, after[i])
		}
	}
	if d := Diff("mistakes.md", r.File.Text, text); !strings.HasPrefix(d, "--- a/mistakes.md\n+++ b/mistakes.md\n@@ -1,") || !strings.Contains(d, "\n-$$ a = 0.6412 \\cdot 0.5 = 0.3026 $$\n") || !strings.Contains(d, "\n+$$ a = 0.6412 \\cdot 0.5 = 0.3206 $$\n") {
		t.Errorf("the difference is\n%s", d)
	}
}

// TestReports holds that every format can be read by its readers.
func TestReports(t *testing.T) {
	var reports []*Report
	for _, path := range articles(t) {
		reports = append(reports, examine(t, path))
	}
	var b bytes.Buffer
	if err := WriteJSON(&b, reports); err != nil {
		t.Fatal(err)
	}
	var j jsonReport
	if err := json.Unmarshal(b.Bytes(), &j); err != nil || len(j.Articles) != len(reports) || len(j.Claims) < 100 {
		t.Errorf("JSON: %v, %d articles, %d claims", err, len(j.Articles), len(j.Claims))
	}
	b.Reset()
	if err := WriteSARIF(&b, reports, false); err != nil {
		t.Fatal(err)
	}
	var sarif struct {
		Version string
		Runs    []struct {
			Results []struct {
				RuleID    string
				Level     string
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn, EndLine, EndColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(b.Bytes(), &sarif); err != nil || sarif.Version != "2.1.0" || len(sarif.Runs) != 1 {
		t.Fatalf("SARIF: %v, version %s, %d runs", err, sarif.Version, len(sarif.Runs))
	}
	errors := 0
	for _, result := range sarif.Runs[0].Results {
		if result.Level == "error" {
			errors++
		}
		region := result.Locations[0].PhysicalLocation.Region
		if region.StartLine < 1 || region.StartColumn < 1 || region.EndLine < region.StartLine || result.Locations[0].PhysicalLocation.ArtifactLocation.URI == "" {
			t.Errorf("SARIF: no place: %+v", result)
		}
	}
	if errors < 8 {
		t.Errorf("SARIF: %d errors", errors)
	}
	for _, r := range reports {
		b.Reset()
		if err := WriteHTML(&b, []*Report{r}); err != nil {
			t.Fatal(err)
		}
		if got := articleOf(t, b.String()); got != r.File.Text {
			t.Errorf("%s: the page shows another text than the article:\n%s", r.File.Name, got)
		}
		if strings.Contains(b.String(), "<script") || strings.Contains(b.String(), "http") {
			t.Errorf("%s: the page has a script or an address in it", r.File.Name)
		}
	}
}

var tip = regexp.MustCompile(`(?s)<span class="tip" role="tooltip">.*?</span>`)

// articleOf is the text that the page shows in its article.
func articleOf(t *testing.T, page string) string {
	t.Helper()
	i, j := strings.Index(page, "<pre"), strings.Index(page, "</pre>")
	if i < 0 || j < 0 {
		t.Fatal("the page has no article")
	}
	d := xml.NewDecoder(strings.NewReader(tip.ReplaceAllString(page[i:j+6], "")))
	d.Entity = xml.HTMLEntity
	var b strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		if text, ok := token.(xml.CharData); ok {
			b.Write(text)
		}
	}
}

// TestSame holds that two examinations say the same.
func TestSame(t *testing.T) {
	for _, path := range articles(t) {
		var a, b strings.Builder
		for _, w := range []*strings.Builder{&a, &b} {
			if err := WriteText(w, []*Report{examine(t, path)}, TextOptions{Verbose: true}); err != nil {
				t.Fatal(err)
			}
		}
		if a.String() != b.String() {
			t.Errorf("%s: two reports differ", path)
		}
	}
}

// TestHostile holds that articles made to break the examiner end in a report.
func TestHostile(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("$", 1_000_000),
		"$$ x = 9^9^9^9 = 5 $$ 9^9^9^9 = 3, $1/0 = 5$, $\\sqrt{-1} = 3$, $\\ln(0) = 2$, $e^{e^{e^{100}}} = 4$, 2^(10^9) = 7",
		"$x = " + strings.Repeat("1", 1_000_000) + "$",
		"$$" + strings.Repeat("(", 100_000) + "1" + strings.Repeat(")", 100_000) + " = 2$$",
		"$$" + strings.Repeat(`\frac{`, 10_000) + " = 2$$ " + strings.Repeat(`\begin{bmatrix}`, 5000),
		"| a | b |\n|--|--|\n" + strings.Repeat("| 1 + 2 | 3 |\n", 2000),
		"$x = " + strings.Repeat("0.5 + ", 10_000) + "1 = 5001$",
		strings.Repeat("`", 100_000) + strings.Repeat(`\(`, 30_000) + strings.Repeat("<", 50_000) + strings.Repeat("&", 50_000) + strings.Repeat("[", 50_000),
		"$x = 1e999999 + 1 = 3$, 10^100000 = 5, $\\sum_{i=1}^{1000}\\sum_{j=1}^{1000}\\sum_{k=1}^{1000} e^{i} = 5$",
		"\x00\xff\xfe$1 = \x802$",
		"$\\frac{0}{1} = 1M$, $1 year = 0 M$, 0 s = 1 %, $1 k = 1$, 5 h 3 min 1 h = 2 years, $0! = 500! = 501!$, \\binom{500}{-3} = 1",
		"```\n" + strings.Repeat("[[1,\n", 3000) + strings.Repeat("⎡1⎤\n⎣2⎦ ", 3000) + "\n" + strings.Repeat("a b c\n1 2 3\n", 3000) + "```",
		"$" + strings.Repeat(`\Delta `, 5000) + "x = " + strings.Repeat("P(A|", 3000) + strings.Repeat("'", 3000) + "f(x) = x^{2} = f" + strings.Repeat("'", 2000) + "(3) = 1$",
		"",
	} {
		r := Verify(source.NewFile("a.md", text), Options{})
		check(t, r)
	}
}

// check holds what is true of every report.
func check(t *testing.T, r *Report) {
	t.Helper()
	for _, c := range r.Claims {
		if c.Start < 0 || c.End > len(r.File.Text) || c.Start > c.End || c.Verdict == "" {
			t.Errorf("a claim from %d to %d: %q", c.Start, c.End, c.Verdict)
		}
	}
	for _, u := range r.Unread {
		if u.Start < 0 || u.End > len(r.File.Text) || u.Reason == "" || u.Reason == brokenReason {
			t.Errorf("unread from %d to %d: %s", u.Start, u.End, u.Reason)
		}
	}
	for _, write := range []func(io.Writer) error{
		func(w io.Writer) error { return WriteText(w, []*Report{r}, TextOptions{Verbose: true}) },
		func(w io.Writer) error { return WriteJSON(w, []*Report{r}) },
		func(w io.Writer) error { return WriteSARIF(w, []*Report{r}, true) },
		func(w io.Writer) error { return WriteHTML(w, []*Report{r}) },
	} {
		if err := write(io.Discard); err != nil {
			t.Error(err)
		}
	}
}

// FuzzVerify holds that no text makes the examiner panic or point outside of it.
func FuzzVerify(f *testing.F) {
	for _, pattern := range []string{"testdata/*.md", "testdata/*.txt", "testdata/*.tex", "testdata/*.html"} {
		paths, _ := filepath.Glob(pattern)
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(string(text))
		}
	}
	for _, seed := range []string{"| a | $b$ |\n|-|-|\n| 1+2 | 3 |", "```\nx = 1\n", "$x_{", `\begin{align}`, "a = 9^9^9 = 1/0", "**1.5** = `3/2` <br> &minus;", "x₁² = ½ → 0.25 %"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 3000 {
			return
		}
		for _, name := range []string{"a.md", "a.tex", "a.html"} {
			file := source.NewFile(name, text)
			check(t, Verify(file, Options{}))
		}
		Fix(source.NewFile("a.md", text[:min(len(text), 300)]), Options{})
	})
}
