package verify

import (
	"regexp"
	"strings"
)

// tex reads a LaTeX file: its preamble is passed over, comments are no text, and what stands outside of formulas is
// prose with commands in it.
func (a *article) tex() {
	s := a.file
	i := 0
	if j := strings.Index(s, `\begin{document}`); j >= 0 {
		i = j + len(`\begin{document}`)
	}
	for i < len(s) {
		end := lineEnd(s, i)
		line := s[i:end]
		if strings.TrimSpace(line) == "" {
			a.group++
			i = next(s, end)
			continue
		}
		if c := commentStart(line); c < len(line) {
			if strings.TrimSpace(line[:c]) == "" {
				i = next(s, end)
				continue
			}
			if j := a.inlineText(i, i+c, -1, -1); j > end {
				i = j
				continue
			}
			i = next(s, end)
			continue
		}
		i = a.inlineText(i, end, -1, -1)
	}
}

var (
	texSkip = regexp.MustCompile(`^\\(?:label|ref|eqref|cite|includegraphics|usepackage|vspace|hspace|begin|end|input|url|bibliography|pagestyle|setcounter|newcommand|renewcommand)\*?(?:\[[^\]]*\])?(?:\{[^{}]*\})?(?:\[[^\]]*\])?`)
	texWord = regexp.MustCompile(`^\\[a-zA-Z]+\*?`)
)

// texCommand reads a command in the prose of a LaTeX file: what it shows stays, itself goes. It gives the length read.
func texCommand(b *builder, s string, i, end int) int {
	rest := s[i:end]
	if m := texSkip.FindString(rest); m != "" {
		return len(m)
	}
	if m := texWord.FindString(rest); m != "" {
		b.put(" ", i)
		return len(m)
	}
	if len(rest) > 1 {
		switch rest[1] {
		case '%', '$', '&', '#', '_', '{', '}':
			b.copy(s, i+1, i+2)
		default:
			b.put(" ", i)
		}
		return 2
	}
	return 0
}
