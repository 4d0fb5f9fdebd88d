package generator_test

import (
	"os"
	"path/filepath"
	"testing"

	"longhand/generator/document/browsertest"
	"longhand/generator/source"
	"longhand/generator/verify"
)

// TestVerifyPage holds that the examiner's page of an article with mistakes stands the tests of all pages: in both widths
// and colours, on paper, and by the rules of axe-core.
func TestVerifyPage(t *testing.T) {
	path := filepath.Join("verify", "testdata", "mistakes.md")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "report.html")
	w, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := verify.WriteHTML(w, []*verify.Report{verify.Verify(source.NewFile(path, string(text)), verify.Options{})}); err != nil {
		t.Fatal(err)
	}
	browsertest.CheckSystemFonts(t, file)
}
