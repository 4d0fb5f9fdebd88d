package verify

import (
	"encoding/json"
	"io"
	"net/url"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// WriteSARIF writes reports in the Static Analysis Results Interchange Format 2.1.0 (OASIS, 2020), as code hosts read it.
// Wrong numbers are errors; what hidden or cut digits explain are notes, or warnings where strict is set; what was not
// read are notes.
func WriteSARIF(w io.Writer, reports []*Report, strict bool) error {
	soft := "note"
	if strict {
		soft = "warning"
	}
	levels := map[Verdict]string{Wrong: "error", Truncated: soft, Carried: soft, HiddenDigits: soft}
	rules := []any{}
	index := map[Verdict]int{}
	for _, v := range []Verdict{Wrong, Truncated, Carried, HiddenDigits, Unjudged} {
		index[v] = len(rules)
		rules = append(rules, map[string]any{"id": string(v), "shortDescription": map[string]any{"text": descriptions[v]}})
	}
	results := []any{}
	for _, r := range reports {
		uri := (&url.URL{Path: filepath.ToSlash(r.File.Name)}).String() // blanks are %20
		add := func(v Verdict, level, message string, start, end int, related []any) {
			result := map[string]any{
				"ruleId": string(v), "ruleIndex": index[v], "level": level,
				"message":   map[string]any{"text": message},
				"locations": []any{r.sarifLocation(uri, start, end, "")},
			}
			if len(related) > 0 {
				result["relatedLocations"] = related
			}
			results = append(results, result)
		}
		for _, c := range r.Claims {
			level, ok := levels[c.Verdict]
			if !ok {
				continue
			}
			message := c.Message()
			if hints := r.hints(c); len(hints) > 0 {
				message += "; " + strings.Join(hints, "; ")
			}
			var related []any
			for _, h := range c.Heirs {
				related = append(related, r.sarifLocation(uri, h.Start, h.End, "from it follows "+h.Printed))
			}
			if c.First != nil {
				related = append(related, r.sarifLocation(uri, c.First.Start, c.First.End, "it comes from "+c.First.Printed))
			}
			add(c.Verdict, level, message, c.Start, c.End, related)
		}
		for _, u := range r.Unread {
			add(Unjudged, "note", "not read: "+u.Reason, u.Start, u.End, nil)
		}
	}
	out := map[string]any{
		"$schema": "https://json.schemastore.org/sarif-2.1.0.json",
		"version": "2.1.0",
		"runs": []any{map[string]any{
			"tool":       map[string]any{"driver": map[string]any{"name": "longhand", "rules": rules}},
			"columnKind": "unicodeCodePoints",
			"results":    results,
		}},
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(out)
}

var descriptions = map[Verdict]string{
	Exact:        "What the numbers shown give, exactly.",
	Rounded:      "What the numbers shown give, correctly rounded.",
	Truncated:    "The number was cut instead of rounded.",
	Carried:      "The number follows from the rounded numbers shown, but is not the exact value's rounding.",
	HiddenDigits: "More digits were used than are shown.",
	Wrong:        "Neither the numbers shown nor the exact value give this number.",
	Given:        "The article states the number, and nothing in it computes the number.",
	Unjudged:     "A formula or number that was seen and not understood.",
}

func (r *Report) sarifLocation(uri string, start, end int, message string) map[string]any {
	line, column := r.File.Pos(start).LineColumn()
	endLine, endColumn := r.File.Pos(end).LineColumn()
	location := map[string]any{"physicalLocation": map[string]any{
		"artifactLocation": map[string]any{"uri": uri},
		"region": map[string]any{"startLine": line, "startColumn": column, "endLine": endLine, "endColumn": endColumn,
			"snippet": map[string]any{"text": strings.ToValidUTF8(r.File.Text[start:min(end, len(r.File.Text))], string(utf8.RuneError))}},
	}}
	if message != "" {
		location["message"] = map[string]any{"text": message}
	}
	return location
}
