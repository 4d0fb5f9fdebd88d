package verify

import (
	"regexp"
	"strings"

	"longhand/generator/tex"
)

// article parts the text of an article into passages: formulas, code, table cells and prose, in their order.
type article struct {
	file     string
	isTeX    bool
	passages []passage
	group    int
	comma    bool
	// eitherComma says that the marks of the article allow both readings of a comma
	eitherComma bool
	macros      macros
	heading     bool // the line that is being read is a heading
	begins      bool // what comes next begins an exercise
}

func readArticle(name, text string) *article {
	a := &article{file: text, macros: readMacros(text)}
	lower := strings.ToLower(name)
	switch {
	case strings.HasSuffix(lower, ".tex"), strings.HasSuffix(lower, ".latex"), strings.Contains(text, `\begin{document}`):
		a.isTeX = true
		a.tex()
	case strings.HasSuffix(lower, ".html"), strings.HasSuffix(lower, ".htm"), strings.HasSuffix(lower, ".xhtml"):
		a.html()
	default:
		a.markdown()
	}
	a.joinDisplays()
	a.spell()
	a.comma, a.eitherComma = decimalComma(text)
	return a
}

var (
	listMark  = regexp.MustCompile(`^(?:[ \t]*>)*[ \t]*(?:(?:[-*+•]|\d{1,3}[.)]|\(\d{1,3}[a-z]?\)|#{1,6})[ \t]+)?(?:\[[ xX]\][ \t]+)?`)
	quoteMark = regexp.MustCompile(`^(?:[ \t]*>)+`)
	fenceMark = regexp.MustCompile("^[ \t]*(?:>[ \t]*)*(```+|~~~+)[ \t]*([^`\n\r]*)\r?$")
	ruleRow   = regexp.MustCompile(`^[ \t>]*\|?[ \t]*:?-{1,}:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t\r]*$`)
)

// proseFences are the info strings of fences that hold text rather than a program.
var proseFences = map[string]bool{"": true, "text": true, "txt": true, "plain": true, "plaintext": true, "none": true, "console": true, "output": true, "math": true, "latex": true, "tex": true}

func (a *article) markdown() {
	s := a.file
	i := a.frontMatter()
	for i < len(s) {
		end := lineEnd(s, i)
		line := s[i:end]
		if m := fenceMark.FindStringSubmatch(line); m != nil {
			i = a.fence(next(s, end), m[1], strings.ToLower(strings.TrimSpace(m[2])))
			continue
		}
		if strings.HasPrefix(strings.TrimSpace(line), "<!--") {
			if j := strings.Index(s[i:], "-->"); j >= 0 {
				i = i + j + 3
				continue
			}
		}
		if strings.TrimSpace(line) == "" {
			a.group++
			i = next(s, end)
			continue
		}
		if strings.Contains(line, "|") && end < len(s) {
			if rule := s[next(s, end):lineEnd(s, next(s, end))]; strings.Contains(rule, "-") && strings.Contains(rule, "|") && ruleRow.MatchString(rule) {
				i = a.table(i)
				continue
			}
		}
		if after := a.spacedTable(i, len(s)); after > 0 {
			i = after
			continue
		}
		if block, after := a.drawnMatrix(i, len(s)); after > 0 {
			a.add(block, tex.Plain, code)
			i = after
			continue
		}
		i = a.paragraphLine(i, end)
	}
}

func lineEnd(s string, from int) int {
	if from >= len(s) {
		return len(s)
	}
	if j := strings.IndexByte(s[from:], '\n'); j >= 0 {
		return from + j
	}
	return len(s)
}

func next(s string, end int) int { return min(end+1, len(s)) }

// frontMatter passes over the head that site generators read.
func (a *article) frontMatter() int {
	for _, mark := range []string{"---\n", "+++\n"} {
		if strings.HasPrefix(a.file, mark) {
			if j := strings.Index(a.file[4:], "\n"+mark); j >= 0 {
				return 4 + j + 1 + len(mark)
			}
		}
	}
	return 0
}

var numberedLine = regexp.MustCompile(`^[ \t]*\d{1,2}[.)][ \t]+`)

func (a *article) add(m mapped, d tex.Dialect, k passageKind) {
	if strings.TrimSpace(m.text) == "" {
		return
	}
	a.passages = append(a.passages, passage{mapped: m, dialect: d, kind: k, group: a.group, row: -1, cell: -1, boxed: strings.Contains(m.text, "boxed")})
}

// paragraphLine reads a line of prose with the formulas in it, and those that begin in it and go on below.
func (a *article) paragraphLine(i, end int) int {
	s := a.file
	a.heading = !a.isTeX && strings.HasPrefix(strings.TrimLeft(s[i:end], " >"), "#")
	defer func() { a.heading = false }()
	from := i + len(listMark.FindString(s[i:end]))
	if !a.isTeX && from > i && strings.TrimSpace(s[i:from]) != "" && !strings.Contains(s[i:from], ">") {
		a.group++
	}
	if !a.isTeX && !a.heading {
		end = a.openEnd(from, end)
	}
	return a.inlineText(from, end, -1, -1)
}

// Limits of a list in brackets that is broken over lines.
const (
	maxOpenLines = 6
	maxOpenList  = 400
)

var wordsOfProse = regexp.MustCompile(`\pL{3,}\s+\pL{2,}`)

// openEnd is the end of the line in which the square brackets close that a computation opens between two places and leaves
// open; end where there are none.
func (a *article) openEnd(from, end int) int {
	s := a.file
	open := func(to int) int { return strings.Count(s[from:to], "[") - strings.Count(s[from:to], "]") }
	line := s[from:end]
	if !strings.Contains(line, "=") || strings.ContainsAny(line, "$`|") || end-from > maxOpenList || open(end) <= 0 {
		return end
	}
	to := end
	for range maxOpenLines {
		start := next(s, to)
		if to = lineEnd(s, start); strings.TrimSpace(s[start:to]) == "" || to-from > maxOpenList || wordsOfProse.MatchString(s[start:to]) {
			return end
		}
		if open(to) == 0 {
			return to
		}
	}
	return end
}
