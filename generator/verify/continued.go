package verify

import (
	"regexp"
	"strings"

	"longhand/generator/tex"
)

// What shows that a display is not at its end, and that one goes on with another.
var (
	openSum      = regexp.MustCompile(`(?:[-+−*/×·]|\\cdot|\\times)\s*$`)
	continuesSum = regexp.MustCompile(`^\s*(?:[+×·]|\\cdot\b|\\times\b)`)
)

// joinDisplays makes one formula of a display that ends with a sign of calculation, or of one that begins with it, and its neighbour,
// where nothing stands between them.
func (a *article) joinDisplays() {
	var out []passage
	for _, p := range a.passages {
		if n := len(out); n > 0 && isDisplay(&out[n-1]) && isDisplay(&p) {
			before := &out[n-1]
			between := strings.Trim(a.file[before.end(len(before.text)):p.offset(0)], " \t\r\n>$\\[]")
			if between == "" && (openSum.MatchString(before.text) || continuesSum.MatchString(p.text)) {
				var b builder
				b.append(before.mapped)
				b.put(" ", p.offset(0))
				b.append(p.mapped)
				before.mapped = b.done(p.end(len(p.text)))
				before.boxed = before.boxed || p.boxed
				continue
			}
		}
		out = append(out, p)
	}
	a.passages = out
}

func isDisplay(p *passage) bool { return p.kind == display && p.dialect == tex.TeX && p.row < 0 }
