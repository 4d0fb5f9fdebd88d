package verify

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"longhand/generator/source"
)

// TestDataTables holds that tables of numbers that have nothing to do with each other have nothing wrong in them, whatever
// rules their rows may seem to follow.
func TestDataTables(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		heads := rapid.SampledFrom([]string{"x y z u v w", "Epoch Loss Accuracy Time Rate Error", "Source SS df MS F p", "Year Balance Interest Payment Principal Rest"}).Draw(t, "heads")
		width := rapid.IntRange(3, 6).Draw(t, "width")
		names := strings.Fields(heads)[:width]
		text := "| " + strings.Join(names, " | ") + " |\n|" + strings.Repeat("---|", width) + "\n"
		for range rapid.IntRange(3, 10).Draw(t, "rows") {
			row := make([]string, width)
			for j := range row {
				n := rapid.IntRange(100, 99999).Draw(t, "n")
				row[j] = fmt.Sprintf("%d.%02d", n/100, n%100)
			}
			text += "| " + strings.Join(row, " | ") + " |\n"
		}
		for _, c := range Verify(source.NewFile("a.md", text), Options{}).Claims {
			if c.Verdict == Wrong {
				t.Fatalf("%s is called wrong, and %s is right, in\n%s", c.Printed, c.Local, text)
			}
		}
	})
}

// TestNothingVanishes holds that every formula that says that something equals a number ends as a claim or as unread.
func TestNothingVanishes(t *testing.T) {
	for _, path := range articles(t) {
		for _, lost := range vanished(examine(t, path)) {
			t.Errorf("%s: neither judged nor listed: %s", path, lost)
		}
	}
}

// vanished are the formulas of an article that say that something equals a number, of which the report says nothing.
func vanished(r *Report) (lost []string) {
	covered := func(start, end int) bool {
		for _, c := range r.Claims {
			if c.Start < end && start < c.End {
				return true
			}
		}
		for _, u := range r.Unread {
			if u.Start < end && start < u.End {
				return true
			}
		}
		return false
	}
	f := newFlow(r.File, Options{})
	f.run()
	for i := range f.article.passages {
		p := &f.article.passages[i]
		for _, s := range f.reader(p).Statements(p.text) {
			last := s.Terms[len(s.Terms)-1]
			if p.kind == prose || len(s.Terms) < 2 || last.Expr != nil && !isValue(lift(last)) || last.Err != nil && !arithmetic.MatchString(p.text[last.Start:last.End]) {
				continue
			}
			if start, end := p.offset(last.Start), p.end(last.End); !covered(start, end) {
				lost = append(lost, p.text[s.Terms[0].Start:last.End])
			}
		}
	}
	return lost
}

// TestSmallCells holds that 1 beside 1/2 is no rounding of it, but what the head of its column says.
func TestSmallCells(t *testing.T) {
	const text = "| s | p | log<sub>2</sub>(1/p) |\n|---|---|---|\n| A | 1/3 | 1.58 |\n| B | 1/2 | 1 |\n| C | 1/12 | 3.58 |\n"
	for _, c := range Verify(source.NewFile("a.md", text), Options{}).Claims {
		if c.Printed == "1" && (c.Verdict != Rounded || c.Local != "1") {
			t.Errorf("1 is %s, and %s belongs there", c.Verdict, c.Local)
		}
	}
}
