package verify

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"longhand/generator/tex"
)

// fence reads a code fence whose first line begins at i, and gives the place behind it.
func (a *article) fence(i int, mark, info string) int {
	a.group++
	s := a.file
	start := i
	close := i
	for close < len(s) {
		end := lineEnd(s, close)
		if t := strings.TrimLeft(s[close:end], " \t>"); strings.HasPrefix(t, mark) && strings.Trim(t, "`~ \t\r") == "" {
			break
		}
		close = next(s, end)
		if end >= len(s) {
			close = len(s)
			break
		}
	}
	info, _, _ = strings.Cut(info, " ")
	if proseFences[info] {
		d, k := tex.Plain, code
		if info == "math" || info == "latex" || info == "tex" {
			d, k = tex.TeX, display
		}
		var b builder
		for j := start; j < close; {
			if after := a.spacedTable(j, close); after > 0 {
				a.add(b.done(j), d, k)
				b = builder{}
				j = after
				continue
			}
			if block, after := a.drawnMatrix(j, close); after > 0 {
				b.append(block)
				b.put("\n", after-1)
				j = after
				continue
			}
			end := min(lineEnd(s, j), close)
			from := j + len(quoteMark.FindString(s[j:end]))
			if info == "" || info != "math" && info != "latex" && info != "tex" {
				from += len(numberedLine.FindString(s[from:end]))
			}
			clean(&b, s, from, end)
			if end < close {
				b.put("\n", end)
			}
			j = end + 1
		}
		a.add(b.done(close), d, k)
	} else {
		a.program(start, close)
	}
	a.group++
	return next(s, lineEnd(s, close))
}

var (
	prompt     = regexp.MustCompile(`^[ \t]*(?:>>> |In \[\d+\]: |> )[ \t]*`)
	answered   = regexp.MustCompile(`^[ \t]*(?:Out\[\d+\]: )?[-\[]*\d`)
	resultNote = regexp.MustCompile(`^[^#/]*[\d)\]][ \t]*(?:#|//)[ \t]*(?:=|≈|->|→|=>)?[ \t]*[-\[]?\d`)
)

// program reads the lines of a program that say what they give, z = 0.15*0.05  # = 0.0075, and what an interpreter answered.
func (a *article) program(i, close int) {
	s := a.file
	for i < close {
		end := min(lineEnd(s, i), close)
		line := s[i:end]
		after := next(s, end)
		p := prompt.FindString(line)
		from := i + len(p)
		switch {
		case programText.MatchString(s[from:end]):
		case resultNote.MatchString(s[from:end]):
			var b builder
			clean(&b, s, from, end)
			a.add(b.done(end), tex.Plain, code)
		case p != "" && after < close:
			if stop := min(lineEnd(s, after), close); answered.MatchString(s[after:stop]) && !strings.Contains(s[from:end], "=") {
				var b builder
				clean(&b, s, from, end)
				b.put(" = ", end)
				clean(&b, s, after+len(outMark.FindString(s[after:stop])), stop)
				a.add(b.done(stop), tex.Plain, code)
			}
		}
		i = after
	}
}

var outMark = regexp.MustCompile(`^[ \t]*Out\[\d+\]: `)

// Matrices are drawn over several lines: rows in brackets of their own below each other, rows of [[…], […]] on a line each,
// or brackets that span the lines, ⎡ ⎢ ⎣.
var (
	drawnRow  = regexp.MustCompile(`\[{1,2}[^\[\]\n]*\]{1,2}[,;]?|[⎡⎢⎣⎛⎜⎝][^⎡⎢⎣⎛⎜⎝⎤⎥⎦⎞⎟⎠\n]*[⎤⎥⎦⎞⎟⎠]`)
	sizeNote  = regexp.MustCompile(`\((?:size|shape|dim\pL*|order)\b[^()\n]*\)`)
	rowMarks  = "[],;⎡⎢⎣⎛⎜⎝⎤⎥⎦⎞⎟⎠ \t"
	maxMatrix = 40 // rows
)

// drawnMatrix reads the lines from i that draw one or more matrices beside each other, and writes them in one line: the text
// before each stands on its first line. after is 0 where no such matrix begins.
func (a *article) drawnMatrix(i, close int) (block mapped, after int) {
	s := a.file
	first := s[i:min(lineEnd(s, i), close)]
	if !strings.ContainsAny(first, "[⎡⎛") || len(first) > 400 {
		return mapped{}, 0
	}
	type chunk struct {
		before, at span // the text before the matrix, and its first row
		column     int
		rows       []span
		closed     bool
	}
	var open []chunk
	from := i
	spanning := strings.ContainsAny(first, "⎡⎛")
	nested := !spanning && strings.Count(first, "[") > strings.Count(first, "]")
	for _, m := range drawnRow.FindAllStringIndex(first, -1) {
		text := first[m[0]:m[1]]
		if spanning != !strings.HasPrefix(text, "[") || nested != (strings.HasPrefix(text, "[[") && !strings.Contains(text, "]]")) {
			continue
		}
		row := span{i + m[0], i + m[1]}
		open = append(open, chunk{span{from, row.start}, row, utf8.RuneCountInString(first[:m[0]]), []span{row}, false})
		from = row.end
	}
	j := next(s, i+len(first))
	for rows := 1; len(open) > 0 && j < close && rows < maxMatrix; rows++ {
		end := min(lineEnd(s, j), close)
		line := s[j:end]
		found := drawnRow.FindAllStringIndex(line, -1)
		if len(found) == 0 || !spanning && strings.TrimSpace(line[:found[0][0]]) != "" {
			break
		}
		k, taken, from := 0, 0, j
		for _, m := range found {
			for k < len(open) && open[k].closed {
				k++
			}
			if k == len(open) {
				break
			}
			if !nested && !spanning && utf8.RuneCountInString(line[:m[0]]) != open[k].column { // rows stand exactly below each other
				break
			}
			open[k].rows = append(open[k].rows, span{j + m[0], j + m[1]})
			if text := (span{from, j + m[0]}); spanning && strings.TrimSpace(s[open[k].before.start:open[k].before.end]) == "" {
				open[k].before = text // beside another row
			}
			from = j + m[1]
			open[k].closed = nested && strings.Contains(line[m[0]:m[1]], "]]")
			k++
			taken++
		}
		if taken == 0 {
			break
		}
		j = next(s, end)
		if nested && open[len(open)-1].closed {
			break
		}
	}
	if len(open) == 0 || len(open[0].rows) < 2 {
		return mapped{}, 0
	}
	var b builder
	at := i
	for _, c := range open {
		clean(&b, s, c.before.start, c.before.end)
		b.put("[", c.at.start)
		for n, row := range c.rows {
			if n > 0 {
				b.put(", ", row.start)
			}
			text := s[row.start:row.end]
			from := row.start + len(text) - len(strings.TrimLeft(text, rowMarks))
			to := row.start + len(strings.TrimRight(text, rowMarks))
			b.put("[", row.start)
			clean(&b, s, from, max(from, to))
			b.put("]", row.end)
		}
		b.put("]", c.at.end)
		at = c.at.end
	}
	rest := s[at : i+len(first)]
	if m := sizeNote.FindStringIndex(rest); m != nil {
		rest = rest[:m[0]]
	}
	clean(&b, s, at, at+len(rest))
	return b.done(j), j
}
