package generator

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// BenchmarkPractice shows that the time of a run grows linearly: one run of it writes 100, 1,000 and 10,000 variants, sheet
// and key as HTML and Markdown, and gives the time of each, per variant, over that of the first. Ratios near 1 are linear
// growth. It takes minutes and some 6 GB of disk:
//
//	go test ./generator -run - -bench Practice -benchtime 1x
func BenchmarkPractice(b *testing.B) {
	for b.Loop() {
		first := 0.0
		for _, n := range []int{100, 1_000, 10_000} {
			dir := b.TempDir()
			start := time.Now()
			if err := Practice(b.Context(), PracticeOptions{Variants: n, Seed: 1, Out: dir}); err != nil {
				b.Fatal(err)
			}
			each := time.Since(start).Seconds() / float64(n)
			if first == 0 {
				first = each
			}
			b.ReportMetric(1000*each, fmt.Sprintf("ms/variant-of-%d", n))
			b.ReportMetric(each/first, fmt.Sprintf("ratio-%d", n))
			if err := os.RemoveAll(dir); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// TestMemoryIsFlat holds that what a run keeps does not grow with its variants: after 220 of them it is what it was after 20,
// and little more than the list of places that were found fit.
func TestMemoryIsFlat(t *testing.T) {
	o := PracticeOptions{Problem: "two-two-one", Variants: 1000, Seed: 3, Out: t.TempDir(), Formats: []string{"html", "md"}}
	b, err := newPractice(t.Context(), o, nil)
	if err != nil {
		t.Fatal(err)
	}
	kept := func(first, last int) int64 {
		if err := b.variants(t.Context(), first, last); err != nil {
			t.Fatal(err)
		}
		runtime.GC()
		runtime.GC() // what finalizers held
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	few := kept(1, 20)
	many := kept(21, 220)
	if grown := many - few; grown > 2<<20 {
		t.Errorf("200 more variants keep %d bytes", grown)
	}
	if files, err := filepath.Glob(filepath.Join(b.dir, "sheets", "*.html")); err != nil || len(files) != 220 {
		t.Errorf("%d sheets were written: %v", len(files), err)
	}
	runtime.KeepAlive(b)
}
