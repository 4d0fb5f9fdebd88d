package verify

import (
	"regexp"
	"strings"

	"longhand/generator/tex"
)

// macros are the commands that a LaTeX file defines for itself.
type macros struct {
	text map[string]string // without arguments: what they stand for
	math map[string]bool   // with an argument that they set as a formula
}

var (
	macroHead = regexp.MustCompile(`\\(?:re)?(?:newcommand|providecommand|DeclareRobustCommand)\*?\s*\{?\\([a-zA-Z]+)\}?\s*(?:\[(\d)\])?(?:\[[^\]]*\])?\s*\{|\\DeclareMathOperator\*?\s*\{?\\([a-zA-Z]+)\}?\s*\{|\\def\s*\\([a-zA-Z]+)((?:#\d)*)\s*\{`)
	mathBody  = regexp.MustCompile(`\$[^$]*#1|\\\[[^\]]*#1|\\displaystyle\s*#1|\\begin\{(?:aligned|align\*?|equation\*?|gather\*?|split)\}\s*#1`)
)

func readMacros(s string) macros {
	m := macros{map[string]string{}, map[string]bool{}}
	for _, at := range macroHead.FindAllStringSubmatchIndex(s, 2000) {
		sub := func(i int) string {
			if at[2*i] < 0 {
				return ""
			}
			return s[at[2*i]:at[2*i+1]]
		}
		end := tex.GroupEnd(s, at[1]-1)
		if end == 0 {
			continue
		}
		body := s[at[1] : end-1]
		name, arguments := sub(1), sub(2)
		switch {
		case sub(3) != "":
			name, body = sub(3), `\operatorname{`+body+`}`
		case sub(4) != "":
			name, arguments = sub(4), sub(5)
		}
		switch {
		case arguments == "" && len(body) < 200:
			m.text[name] = body
		case arguments != "" && mathBody.MatchString(body):
			m.math[name] = true
		}
	}
	return m
}

var macroUse = regexp.MustCompile(`^\\([a-zA-Z]+)`)

// expand puts in what a macro without arguments stands for, where one stands at the start of s: its text and the length
// of its name.
func (m macros) expand(s string) (string, int) {
	if len(m.text) == 0 {
		return "", 0
	}
	use := macroUse.FindStringSubmatch(s)
	if use == nil {
		return "", 0
	}
	body, ok := m.text[use[1]]
	if !ok || strings.ContainsAny(body, "$") {
		return "", 0
	}
	return body, len(use[0])
}
