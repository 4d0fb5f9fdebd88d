package markdown

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	special   = regexp.MustCompile("[\\\\`*_\\[\\]<>&$|~#^]")
	lineStart = regexp.MustCompile(`^(?:[-+=:]|\d+[.)])`)
)

// Escape makes text of a user inert: put anywhere into a line of Markdown (a heading, a paragraph, a list item, a
// table's cell, the alt text of a figure) it shows as it was typed, and is no markup, HTML, math or TeX in any output.
// Line ends and other blanks become one space each, control and bidi characters go. Inside a formula it is not enough.
func Escape(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\u200b', r == '\ufeff':
			return -1
		}
		return r
	}, text)
	text = strings.Join(strings.Fields(text), " ")
	text = special.ReplaceAllString(text, `\$0`)
	if lead := lineStart.FindString(text); lead != "" {
		last := len(lead) - 1
		text = lead[:last] + `\` + text[last:]
	}
	return text
}
