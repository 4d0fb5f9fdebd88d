package verify

import (
	"fmt"
	"io"
	"strings"
)

// TextOptions changes the report for people.
type TextOptions struct {
	Quiet   bool // no counts and no list of what was not read
	Verbose bool // every claim, not only those that are at fault
	Strict  bool // what hidden or cut digits explain is at fault too
	Colour  bool
}

// WriteText writes a report as good compilers do: place, what is wrong, the line, a caret.
func WriteText(w io.Writer, reports []*Report, o TextOptions) error {
	var b strings.Builder
	for _, r := range reports {
		r.text(&b, o)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (r *Report) text(b *strings.Builder, o TextOptions) {
	for _, c := range r.Claims {
		atFault := c.Verdict == Wrong || o.Strict && (c.Verdict == Truncated || c.Verdict == Carried || c.Verdict == HiddenDigits)
		if !o.Verbose && (!atFault || c.First != nil) {
			continue
		}
		e := r.File.Pos(c.Start).Errorf("%s: %s", paint(o, c.Verdict), c.Message())
		if hints := r.hints(c); len(hints) > 0 && (atFault || o.Verbose) {
			e.Hint = strings.Join(hints, "\n    ")
		}
		b.WriteString(e.Error() + "\n")
	}
	if o.Quiet {
		return
	}
	n := r.Count()
	if len(r.Unread) > 0 {
		fmt.Fprintf(b, "%s: not read:\n", r.File.Name)
		const most = 12
		for i, u := range r.Unread {
			if i == most && !o.Verbose {
				fmt.Fprintf(b, "    … and %d more; --verbose lists them\n", len(r.Unread)-most)
				break
			}
			line, column := r.File.Pos(u.Start).LineColumn()
			fmt.Fprintf(b, "    %d:%d: %s: %s\n", line, column, shorten(u.Text, 70), u.Reason)
		}
	}
	for _, note := range r.Notes {
		fmt.Fprintf(b, "%s: note: %s\n", r.File.Name, note)
	}
	var parts []string
	for _, v := range Verdicts {
		if n[v] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n[v], paint(o, v)))
		}
	}
	if len(parts) == 0 {
		parts = []string{"no numbers to judge"}
	}
	fmt.Fprintf(b, "%s: %d numbers: %s\n", r.File.Name, len(r.Claims), strings.Join(parts, ", "))
}

// Message says in words what became of a claim.
func (c *Claim) Message() string {
	s := "printed " + c.Printed
	switch {
	case c.Relation == "repeats" && c.First != nil:
		s += ", as before"
	case c.Relation == "repeats" && c.Local != "":
		s += ", the article gave " + c.Local
	case c.Relation == "trained":
		s += ", the training described gives " + c.Local
	case c.Local != "":
		s += ", the numbers shown give " + c.Local
	case c.Verdict == Given:
		s += ", which nothing computes"
	}
	if c.Global != "" && c.Global != c.Local {
		s += ", the exact values " + c.Global
	}
	return s
}

func (r *Report) hints(c *Claim) []string {
	var out []string
	if c.Cause != "" {
		out = append(out, "perhaps "+c.Cause)
	}
	if c.Remark != "" {
		out = append(out, c.Remark)
	}
	if c.Fix != "" && c.Verdict == Wrong {
		fix := c.Fix
		if x, ok := c.corrected(); ok {
			if styled, ok := rewrite(c.Printed, c.number, x, c.more); ok {
				fix = styled
			}
		}
		out = append(out, "right would be "+fix)
	}
	if c.First != nil {
		line, column := r.File.Pos(c.First.Start).LineColumn()
		out = append(out, fmt.Sprintf("it comes from %s in %d:%d", c.First.Printed, line, column))
	}
	if len(c.Heirs) > 0 {
		var list []string
		for i, h := range c.Heirs {
			if i == 8 {
				list = append(list, fmt.Sprintf("and %d more", len(c.Heirs)-i))
				break
			}
			line, _ := r.File.Pos(h.Start).LineColumn()
			list = append(list, fmt.Sprintf("%s in line %d", h.Printed, line))
		}
		out = append(out, "from it follow "+strings.Join(list, ", "))
	}
	return out
}

func shorten(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

var colours = map[Verdict]string{Wrong: "1;31", Truncated: "33", Carried: "33", HiddenDigits: "33", Exact: "32", Rounded: "32", Unjudged: "35"}

func paint(o TextOptions, v Verdict) string {
	if code := colours[v]; o.Colour && code != "" {
		return "\x1b[" + code + "m" + string(v) + "\x1b[0m"
	}
	return string(v)
}
