package verify

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"path/filepath"
	"sort"
	"strings"
)

//go:embed report.html
var reportHTML string

var reportTemplate = template.Must(template.New("report").Parse(reportHTML))

type (
	htmlReport struct {
		Name   string
		Total  int
		Wrong  int
		Counts []htmlCount
		Notes  []string
		Faults []htmlFault
		Unread []htmlUnread
		Pieces []htmlPiece
	}
	htmlCount struct {
		N       int
		Verdict Verdict
		Meaning string
	}
	htmlFault struct {
		ID   string
		Line int
		Text string
	}
	htmlUnread struct {
		ID           string
		Line         int
		Text, Reason string
	}
	htmlPiece struct {
		Text, Tip, ID string
		Verdict       Verdict
		Line          int  // the number of the line that begins with the piece, 0 where none does
		Right         bool // it stands in the right half of its line
	}
)

// WriteHTML writes one page: the article itself with every number marked by verdict, in colour and in shape, and its
// computation on hover or focus. The page needs no script and no network.
func WriteHTML(w io.Writer, reports []*Report) error {
	var pages []htmlReport
	for k, r := range reports {
		pages = append(pages, r.page(k))
	}
	return reportTemplate.Execute(w, pages)
}

func (r *Report) page(k int) htmlReport {
	p := htmlReport{Name: filepath.Base(r.File.Name), Total: len(r.Claims), Notes: r.Notes}
	n := r.Count()
	p.Wrong = n[Wrong]
	for _, v := range Verdicts {
		if n[v] > 0 {
			p.Counts = append(p.Counts, htmlCount{n[v], v, descriptions[v]})
		}
	}
	var marks []htmlMark
	for i, c := range r.Claims {
		id := fmt.Sprintf("n%d-%d", k+1, i+1)
		tip := append([]string{string(c.Verdict) + ": " + c.Message()}, r.hints(c)...)
		if c.Text != "" {
			tip = append(tip, c.Text)
		}
		marks = append(marks, htmlMark{c.Start, c.End, htmlPiece{Tip: strings.Join(tip, "\n"), ID: id, Verdict: c.Verdict}})
		if c.Verdict == Wrong && c.First == nil {
			line, _ := r.File.Pos(c.Start).LineColumn()
			p.Faults = append(p.Faults, htmlFault{id, line, strings.Join(append([]string{c.Message()}, r.hints(c)...), "; ")})
		}
	}
	for i, u := range r.Unread {
		id := fmt.Sprintf("u%d-%d", k+1, i+1)
		line, _ := r.File.Pos(u.Start).LineColumn()
		p.Unread = append(p.Unread, htmlUnread{id, line, u.Text, u.Reason})
		marks = append(marks, htmlMark{u.Start, u.End, htmlPiece{Tip: "not read: " + u.Reason, ID: id, Verdict: Unjudged}})
	}
	p.Pieces = r.pieces(marks)
	return p
}

// htmlMark is a place of the article that is marked.
type htmlMark struct {
	start, end int
	piece      htmlPiece
}

// pieces parts the article at its marks and lines. Of two marks that overlap the first is kept, and of two at one place the
// longer.
func (r *Report) pieces(marks []htmlMark) []htmlPiece {
	sort.SliceStable(marks, func(i, j int) bool {
		return marks[i].start < marks[j].start || marks[i].start == marks[j].start && marks[i].end > marks[j].end
	})
	var out []htmlPiece
	text, at, line := r.File.Text, 0, 1
	put := func(p htmlPiece, to int) { // line by line
		for first := true; at < to || first && p.Verdict != ""; first = false {
			end := to
			if i := strings.IndexByte(text[at:to], '\n'); i >= 0 {
				end = at + i + 1
			}
			if at == 0 || text[at-1] == '\n' {
				p.Line = line
				line++
			} else {
				p.Line = 0
			}
			p.Text = text[at:end]
			if p.Verdict != "" {
				_, column := r.File.Pos(at).LineColumn()
				p.Right = column%lineWidth > lineWidth/2
			}
			out = append(out, p)
			p.ID = "" // of its first line only
			at = end
		}
	}
	for _, m := range marks {
		if m.start < at || m.end > len(text) || m.start >= m.end {
			continue
		}
		put(htmlPiece{}, m.start)
		put(m.piece, m.end)
	}
	put(htmlPiece{}, len(text))
	return out
}

// lineWidth is about how many characters a line of the page holds.
const lineWidth = 100
