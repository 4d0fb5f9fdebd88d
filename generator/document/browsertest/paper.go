package browsertest

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// checkPaper prints the page to PDF and asks another program where every word of it ended up: none may leave the paper.
func checkPaper(t *testing.T, browser context.Context, path string) {
	pdftotext, err := exec.LookPath("pdftotext")
	if err != nil {
		missing(t, "pdftotext is not installed (.ci/run installs poppler-utils)")
	}
	tab, cancel := chromedp.NewContext(browser)
	defer cancel()
	open(t, tab, path, condition{name: "paper", width: 1280, scheme: "dark"})
	yes := true
	pdf, err := chromedp.Call(tab, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: &yes, PrintBackground: &yes})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if keep := os.Getenv("LONGHAND_SHOTS"); keep != "" {
		dir = keep
	}
	file := filepath.Join(dir, filepath.Base(filepath.Dir(path))+"-"+strings.TrimSuffix(filepath.Base(path), ".html")+"-paper.pdf")
	if err := os.WriteFile(file, pdf.Data, 0o644); err != nil {
		t.Fatal(err)
	}
	boxes, err := exec.Command(pdftotext, "-bbox", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	words := 0
	width, height := 0.0, 0.0
	for line := range strings.Lines(string(boxes)) {
		if m := pageLine.FindStringSubmatch(line); m != nil {
			width, height = number(t, m[1]), number(t, m[2])
			if width < 594 || width > 597 || height < 840 || height > 844 {
				t.Errorf("a page of %.0f by %.0f points is not A4", width, height)
			}
		}
		if m := wordLine.FindStringSubmatch(line); m != nil {
			words++
			// The margins are 22 mm at the sides: a word may stand out a little (a bracket's side bearing), not be cut.
			if number(t, m[1]) < 50 || number(t, m[2]) > width-50 {
				t.Errorf("on paper this leaves the column: %s", strings.TrimSpace(line))
			}
		}
	}
	if words == 0 {
		t.Error("the printed page holds no words")
	}
}

// Print gives the words of an open page as they are printed now, with what has been typed into it.
func Print(t *testing.T, tab context.Context) string {
	t.Helper()
	pdftotext, err := exec.LookPath("pdftotext")
	if err != nil {
		missing(t, "pdftotext is not installed (.ci/run installs poppler-utils)")
	}
	yes := true
	pdf, err := chromedp.Call(tab, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: &yes})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "printed.pdf")
	if err := os.WriteFile(file, pdf.Data, 0o644); err != nil {
		t.Fatal(err)
	}
	words, err := exec.Command(pdftotext, "-layout", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(words)
}

var (
	pageLine = regexp.MustCompile(`<page width="([\d.]+)" height="([\d.]+)">`)
	wordLine = regexp.MustCompile(`<word xMin="(-?[\d.]+)" yMin="-?[\d.]+" xMax="(-?[\d.]+)"`)
)

func number(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
