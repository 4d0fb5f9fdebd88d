// Package latextest compiles LaTeX with a real pdflatex and judges its log. It serves tests only. LONGHAND_SHOTS=folder
// keeps the PDFs for eyes.
package latextest

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"longhand/generator/document/latex"
)

// mostOverfull is how far, in points, a box may stand out before it is seen.
const mostOverfull = 10

var (
	overfull = regexp.MustCompile(`(?m)^Overfull \\[hv]box \(([\d.]+)pt too (?:wide|high)\).*$`)
	faults   = regexp.MustCompile(`(?m)^(?:LaTeX Warning: (?:Reference|Hyper reference|There were undefined).*|Missing character:.*|.*Unicode character .* not set up.*|Package hyperref Warning: Token not allowed.*|LaTeX Font Warning: .*not available.*)$`)
)

// Need skips the test, or fails it where tools are required, unless LaTeX and what reads its PDFs are installed.
func Need(t *testing.T) {
	t.Helper()
	for _, tool := range []string{"pdflatex", "pdftotext", "pdfinfo", "pdffonts"} {
		if _, err := exec.LookPath(tool); err == nil {
			continue
		}
		what := tool + " is not installed (.ci/run installs it)"
		if os.Getenv("LONGHAND_REQUIRE_TOOLS") == "1" {
			t.Fatal(what)
		}
		t.Skip(what)
	}
}

// Check compiles, fails the test for errors, overfull boxes of more than 10 points, missing glyphs, dead references and
// bitmap fonts, and returns the words of the PDF as another program reads them.
func Check(t *testing.T, tex []byte) string {
	t.Helper()
	Need(t)
	pdf, log, err := latex.Compile(t.Context(), tex)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range overfull.FindAllSubmatch(log, -1) {
		if by, err := strconv.ParseFloat(string(m[1]), 64); err != nil || by > mostOverfull {
			t.Errorf("%s", m[0])
		}
	}
	for _, m := range faults.FindAll(log, -1) {
		t.Errorf("%s", m)
	}
	dir := t.TempDir()
	if keep := os.Getenv("LONGHAND_SHOTS"); keep != "" {
		dir = keep
	}
	file := filepath.Join(dir, strings.ReplaceAll(t.Name(), "/", "-")+".pdf")
	if err := os.WriteFile(file, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	if fonts := run(t, "pdffonts", file); bytes.Contains(fonts, []byte("Type 3")) {
		t.Errorf("a bitmap font:\n%s", fonts)
	}
	return string(run(t, "pdftotext", "-layout", file, "-"))
}

// Words are what a PDF says: its text and its metadata, as other programs read them.
func Words(t *testing.T, pdf []byte) string {
	t.Helper()
	Need(t)
	file := filepath.Join(t.TempDir(), "words.pdf")
	if err := os.WriteFile(file, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	return string(run(t, "pdftotext", file, "-")) + string(run(t, "pdfinfo", file)) + string(run(t, "pdfinfo", "-meta", file))
}

func run(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		t.Fatal(name, err)
	}
	return out
}
