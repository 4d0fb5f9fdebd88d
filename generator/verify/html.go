package verify

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"
)

//go:embed report.html
var reportHTML string

var reportTemplate = template.Must(template.New("report").Parse(reportHTML))

type (
	htmlReport struct {
		Name   string
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
		Line         int
		Text, Reason string
	}
	htmlPiece struct {
		Text, Tip, ID string
		Verdict       Verdict
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
	p := htmlReport{Name: r.File.Name, Notes: r.Notes}
	n := r.Count()
	for _, v := range Verdicts {
		if n[v] > 0 {
			p.Counts = append(p.Counts, htmlCount{n[v], v, descriptions[v]})
		}
	}
	for _, u := range r.Unread {
		line, _ := r.File.Pos(u.Start).LineColumn()
		p.Unread = append(p.Unread, htmlUnread{line, u.Text, u.Reason})
	}
	at := 0
	text := r.File.Text
	for i, c := range r.Claims {
		if c.Start < at || c.End > len(text) || c.Start >= c.End {
			continue
		}
		if c.Start > at {
			p.Pieces = append(p.Pieces, htmlPiece{Text: text[at:c.Start]})
		}
		id := fmt.Sprintf("n%d-%d", k+1, i+1)
		tip := append([]string{string(c.Verdict) + ": " + c.Message()}, r.hints(c)...)
		if c.Text != "" {
			tip = append(tip, c.Text)
		}
		p.Pieces = append(p.Pieces, htmlPiece{text[c.Start:c.End], strings.Join(tip, "\n"), id, c.Verdict})
		if c.Verdict == Wrong && c.First == nil {
			line, _ := r.File.Pos(c.Start).LineColumn()
			p.Faults = append(p.Faults, htmlFault{id, line, strings.Join(append([]string{c.Message()}, r.hints(c)...), "; ")})
		}
		at = c.End
	}
	p.Pieces = append(p.Pieces, htmlPiece{Text: text[at:]})
	return p
}
