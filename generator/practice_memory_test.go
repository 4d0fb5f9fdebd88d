package generator

import (
	"path/filepath"
	"runtime"
	"testing"
)

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
