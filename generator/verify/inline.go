package verify

import (
	"regexp"
	"strings"

	"longhand/generator/tex"
)

// inlineText reads text from i to end, which may hold formulas; a formula that is not closed before end may reach beyond
// it. It gives the place where reading goes on. row and cell are those of a table cell, or −1.
func (a *article) inlineText(i, end, row, cell int) int {
	s := a.file
	text := &builder{}
	atLineStart := true
	flush := func(at int) {
		m := text.done(at)
		if strings.TrimSpace(m.text) != "" {
			a.passages = append(a.passages, passage{mapped: m, dialect: tex.Plain, kind: prose, group: a.group, row: row, cell: cell, heading: a.heading})
		}
		text = &builder{}
	}
	limit := end
	if row < 0 {
		limit = len(s)
	}
	formula := func(from, to, after int, k passageKind, d tex.Dialect) {
		flush(i)
		m := a.formulaText(from, to)
		if strings.TrimSpace(m.text) != "" {
			a.passages = append(a.passages, passage{mapped: m, dialect: d, kind: k, group: a.group, row: row, cell: cell, boxed: strings.Contains(m.text, "boxed")})
		}
		i = after
		if i > end {
			end = lineEnd(s, i)
		}
	}
	for i < end {
		rest := s[i:min(limit, len(s))]
		switch c := s[i]; {
		case strings.HasPrefix(rest, "$$"):
			if j := strings.Index(rest[2:], "$$"); j >= 0 && j < maxFormula {
				formula(i+2, i+2+j, i+4+j, display, tex.TeX)
				continue
			}
			i += 2
			continue
		case strings.HasPrefix(rest, `\[`):
			if j := strings.Index(rest, `\]`); j >= 0 && j < maxFormula {
				formula(i+2, i+j, i+j+2, display, tex.TeX)
				continue
			}
		case strings.HasPrefix(rest, `\(`):
			if j := strings.Index(rest, `\)`); j >= 0 && j < maxFormula {
				formula(i+2, i+j, i+j+2, inline, tex.TeX)
				continue
			}
		case strings.HasPrefix(rest, "$`"):
			if j := strings.Index(rest, "`$"); j > 0 && j < maxFormula {
				formula(i+2, i+j, i+j+2, inline, tex.TeX)
				continue
			}
		case c == '$':
			if j := closingDollar(rest); j > 0 {
				formula(i+1, i+j, i+j+1, inline, tex.TeX)
				continue
			}
		case c == '`':
			n := 1
			for n < len(rest) && rest[n] == '`' {
				n++
			}
			if j := strings.Index(s[i+n:end], s[i:i+n]); j >= 0 {
				flush(i)
				var b builder
				clean(&b, s, i+n, i+n+j)
				m := b.done(i + n + j)
				if strings.TrimSpace(m.text) != "" && !programText.MatchString(m.text) {
					a.passages = append(a.passages, passage{mapped: m, dialect: tex.Plain, kind: code, group: a.group, row: row, cell: cell})
				}
				i += n + j + n
				continue
			}
		case c == '\\':
			if from, to, after, ok := environment(rest); ok {
				formula(i+from, i+to, i+after, display, tex.TeX)
				continue
			}
			if use := macroUse.FindStringSubmatch(rest); use != nil && a.macros.math[use[1]] {
				if open := i + len(use[0]); open < len(s) && s[open] == '{' {
					if close := tex.GroupEnd(s, open); close > 0 && close-open < maxFormula {
						formula(open+1, close-1, close, display, tex.TeX)
						continue
					}
				}
			}
			if a.isTeX {
				if n := texCommand(text, s, i, end); n > 0 {
					i += n
					continue
				}
			} else if i+1 < end && strings.ContainsRune("\\`*_{}[]()#+-.!|$<>~", rune(s[i+1])) {
				i++
				text.copy(s, i, i+1)
				i++
				continue
			}
		case a.isTeX:
			if c == '{' && i > 0 && s[i-1] == '}' { // two arguments are no product
				text.put("; ", i)
			}
		case c == '*':
			if n := emphasis(s, i, end); n > 0 {
				i += n
				continue
			}
			for i+1 < end && s[i+1] == '*' { // a power: 2**3
				text.copy(s, i, i+1)
				i++
			}
		case c == '_':
			if (atLineStart || !isWordByte(s[i-1])) && i+1 < end && s[i+1] != ' ' || i > 0 && isTight(s[i-1]) && (i+1 >= end || !isWordByte(s[i+1]) && s[i+1] != '{') {
				i++
				continue
			}
		case c == '!' && strings.HasPrefix(rest, "!["), c == '[':
			if n := linkLength(s[i:end]); n > 0 {
				if c == '[' { // the text of a link is text
					close := strings.Index(s[i:end], "](")
					i++
					_ = close
					text.copy(s, i, i+close-1)
					i += n - 1
				} else {
					i += n
				}
				text.put(" ", i-1)
				continue
			}
		case c == 'h' && (strings.HasPrefix(rest, "http://") || strings.HasPrefix(rest, "https://")):
			for i < end && s[i] != ' ' && s[i] != '>' && s[i] != ')' {
				i++
			}
			continue
		case c == '{' && strings.HasPrefix(rest, "{{"):
			if j := strings.Index(s[i:end], "}}"); j >= 0 {
				i += j + 2
				continue
			}
		}
		atLineStart = false
		if s[i] == '&' || s[i] == '<' {
			n := 1
			if _, m := entityAt(s[i:end]); m > 0 {
				n = m
			} else if m := tagLength(s[i:end]); m > 0 {
				n = m
			}
			clean(text, s, i, i+n)
			i += n
			continue
		}
		text.copy(s, i, i+1)
		i++
	}
	if row < 0 && i <= len(s) {
		text.put("\n", min(i, len(s)))
	}
	flush(min(i, len(s)))
	if row >= 0 {
		return i
	}
	return next(s, i)
}

// maxFormula bounds how far a formula's end is looked for.
const maxFormula = 50_000

// programText is code rather than arithmetic.
var programText = regexp.MustCompile(`==|!=|\w\.\w*[A-Za-z]\w*\(|^\s*(?:def|class|import|from|print|return|for|while|if)\b|\(\)|[A-Za-z]\w*\.[A-Za-z]\w*\s*[@*]`)

// formulaText is the text of a formula without the marks of block quotes at the beginning of its lines, and with what macros
// stand for.
func (a *article) formulaText(from, to int) mapped {
	var b builder
	s := a.file
	for i := from; i < to; {
		end := min(lineEnd(s, i), to)
		start := i
		if i > from {
			start += len(quoteMark.FindString(s[i:end]))
		}
		stop := end
		if a.isTeX {
			stop = start + commentStart(s[start:end])
		} else if strings.HasPrefix(strings.TrimLeft(s[start:end], " \t"), "%") && i > from { // elsewhere a % is hardly ever a comment
			stop = start
		}
		clean(&b, s, start, stop)
		if end < to {
			b.put("\n", end)
		}
		i = end + 1
	}
	return a.macros.expand(b.done(to))
}

// commentStart is the place of a TeX comment in a line, or the line's length.
func commentStart(line string) int {
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '%':
			return i
		}
	}
	return len(line)
}
