package verify

import (
	"encoding/json"
	"io"
)

// The JSON report: stable names for other programs. Lines and columns count from 1, columns in characters.
type (
	jsonReport struct {
		Articles []string     `json:"articles"`
		Claims   []jsonClaim  `json:"claims"`
		Unread   []jsonUnread `json:"unread"`
	}
	jsonClaim struct {
		Article  string      `json:"article"`
		Line     int         `json:"line"`
		Column   int         `json:"column"`
		Text     string      `json:"text"`
		Printed  string      `json:"printed"`
		Relation string      `json:"relation"`
		Symbol   string      `json:"symbol,omitempty"`
		Local    string      `json:"local"`
		Global   string      `json:"global"`
		Digits   *int        `json:"digits"`
		Verdict  Verdict     `json:"verdict"`
		Cause    string      `json:"cause"`
		Remark   string      `json:"remark,omitempty"`
		Fix      string      `json:"fix,omitempty"`
		First    *jsonPlace  `json:"first,omitempty"`
		Heirs    []jsonPlace `json:"heirs"`
	}
	jsonPlace struct {
		Line    int    `json:"line"`
		Column  int    `json:"column"`
		Printed string `json:"printed"`
	}
	jsonUnread struct {
		Article string `json:"article"`
		Line    int    `json:"line"`
		Column  int    `json:"column"`
		Text    string `json:"text"`
		Reason  string `json:"reason"`
	}
)

// WriteJSON writes reports as one JSON object.
func WriteJSON(w io.Writer, reports []*Report) error {
	out := jsonReport{Articles: []string{}, Claims: []jsonClaim{}, Unread: []jsonUnread{}}
	for _, r := range reports {
		out.Articles = append(out.Articles, r.File.Name)
		for _, c := range r.Claims {
			j := jsonClaim{Article: r.File.Name, Text: c.Text, Printed: c.Printed, Relation: c.Relation, Symbol: c.Symbol, Local: c.Local,
				Global: c.Global, Verdict: c.Verdict, Cause: c.Cause, Remark: c.Remark, Fix: c.Fix, Heirs: []jsonPlace{}}
			j.Line, j.Column = r.File.Pos(c.Start).LineColumn()
			if c.Digits >= 0 {
				j.Digits = &c.Digits
			}
			if c.First != nil {
				p := r.place(c.First)
				j.First = &p
			}
			for _, h := range c.Heirs {
				j.Heirs = append(j.Heirs, r.place(h))
			}
			out.Claims = append(out.Claims, j)
		}
		for _, u := range r.Unread {
			line, column := r.File.Pos(u.Start).LineColumn()
			out.Unread = append(out.Unread, jsonUnread{r.File.Name, line, column, u.Text, u.Reason})
		}
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(out)
}

func (r *Report) place(c *Claim) jsonPlace {
	line, column := r.File.Pos(c.Start).LineColumn()
	return jsonPlace{line, column, c.Printed}
}
