//go:build unix

package generator

import (
	"fmt"
	"os"
	"syscall"
	"testing"
	"time"
)

// BenchmarkPractice shows that the time of a run grows linearly: one run of it writes 100, 1,000 and 10,000 variants, sheet
// and key as HTML and Markdown, and gives the processor time of each variant, and that over the one of the first hundred.
// Ratios near 1 are linear growth. (Processor time, because other programs would lengthen the time of one size and not of
// another. The time of the clock is told beside it.) It takes minutes and some 6 GB of disk:
//
//	go test ./generator -run - -bench Practice -benchtime 1x
func BenchmarkPractice(b *testing.B) {
	for b.Loop() {
		first := 0.0
		for _, n := range []int{100, 1_000, 10_000} {
			dir := b.TempDir()
			start, before := time.Now(), processorTime(b)
			if err := Practice(b.Context(), PracticeOptions{Variants: n, Seed: 1, Out: dir}); err != nil {
				b.Fatal(err)
			}
			each := (processorTime(b) - before).Seconds() / float64(n)
			if first == 0 {
				first = each
			}
			b.ReportMetric(1000*each, fmt.Sprintf("cpu-ms/variant-of-%d", n))
			b.ReportMetric(time.Since(start).Seconds(), fmt.Sprintf("s/%d", n))
			b.ReportMetric(each/first, fmt.Sprintf("ratio-%d", n))
			if err := os.RemoveAll(dir); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// processorTime is what the process has used of all processors, for itself and in the system.
func processorTime(b *testing.B) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
