package verify

import (
	"regexp"
	"strings"

	"longhand/generator/tex"
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
		if m := texSkipped.FindStringSubmatchIndex(line); m != nil {
			name := line[m[2]:m[3]]
			if j := strings.Index(s[i+m[0]:], `\end{`+name+`}`); j >= 0 {
				from := i + m[1]
				to := i + m[0] + j
				if strings.HasPrefix(name, "tabular") {
					a.tabular(from, to)
				}
				i = to + len(`\end{`) + len(name) + 1
				continue
			}
		}
		before := len(a.passages)
		a.begins = a.begins || texExercise.MatchString(line)
		if c := commentStart(line); c < len(line) {
			if strings.TrimSpace(line[:c]) == "" {
				i = next(s, end)
				continue
			}
			i = max(a.inlineText(i, i+c, -1, -1), next(s, end))
		} else {
			i = a.inlineText(i, end, -1, -1)
		}
		if a.begins && len(a.passages) > before {
			a.passages[before].begins = true
			a.begins = false
		}
	}
}

// texSkipped are environments that hold no text: drawings, programs, and tables, which are read cell by cell.
var texSkipped = regexp.MustCompile(`\\begin\{(picture|tikzpicture|verbatim|lstlisting|minted|thebibliography|tabular|tabularx|longtable)\*?\}`)

// tabular reads the cells of a table between two places.
func (a *article) tabular(i, end int) {
	s := a.file
	for i < end && (s[i] == '{' || s[i] == '[') { // width and columns
		if s[i] == '[' {
			i += strings.IndexByte(s[i:end], ']') + 1
			continue
		}
		j := tex.GroupEnd(s, i)
		if j == 0 || j > end {
			return
		}
		i = j
	}
	a.group++
	row := 0
	for i < end {
		stop := rowEnd(s, i, end)
		cell := 0
		for i < stop {
			j := ampersand(s, i, stop)
			a.inlineText(i, j, row, cell)
			cell++
			i = j + 1
		}
		row++
		i = stop + 2
	}
	a.group++
}

// rowEnd is the place of the \\ that ends a row, one that is in no formula and no group.
func rowEnd(s string, i, end int) int {
	for j := i; j < end; j++ {
		switch s[j] {
		case '\\':
			if j+1 < end && s[j+1] == '\\' {
				return j
			}
			j++
		case '$':
			if k := closingDollar(s[j:end]); k > 0 {
				j += k
			}
		case '{':
			if k := tex.GroupEnd(s[:end], j); k > 0 {
				j = k - 1
			}
		}
	}
	return end
}

func ampersand(s string, i, end int) int {
	for j := i; j < end; j++ {
		switch s[j] {
		case '\\':
			j++
		case '&':
			return j
		case '$':
			if k := closingDollar(s[j:end]); k > 0 {
				j += k
			}
		case '{':
			if k := tex.GroupEnd(s[:end], j); k > 0 {
				j = k - 1
			}
		}
	}
	return end
}

var (
	texSkip = regexp.MustCompile(`^\\(?:label|ref|eqref|cite|includegraphics|usepackage|vspace|hspace|begin|end|input|url|bibliography|pagestyle|setcounter|newcommand|renewcommand)\*?(?:\[[^\]]*\])?(?:\{[^{}]*\})?(?:\[[^\]]*\])?`)
	texWord = regexp.MustCompile(`^\\[a-zA-Z]+\*?`)
)

// texCommand reads a command in the prose of a LaTeX file: what it shows stays, itself goes. It gives the length read.
func texCommand(b *builder, s string, i, end int) int {
	rest := s[i:end]
	if n := definition(rest); n > 0 {
		return n
	}
	if m := texSkip.FindString(rest); m != "" {
		return len(m)
	}
	if m := texWord.FindString(rest); m != "" {
		if n := withArguments(rest, m); n > 0 { // a fraction outside of formulas
			b.copy(s, i, i+n)
			return n
		}
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

// withArguments is the length of a command with its arguments, where it is one that formulas hold; 0 where it is not.
func withArguments(s, command string) int {
	n := len(command)
	for range tex.Arguments(command[1:]) {
		if n >= len(s) || s[n] != '{' {
			return 0
		}
		close := tex.GroupEnd(s, n)
		if close == 0 {
			return 0
		}
		n = close
	}
	if n == len(command) {
		return 0
	}
	return n
}
