package verify

import (
	"regexp"
	"strings"

	"longhand/generator/tex"
)

// macros are the commands that an article defines for itself.
type macros struct {
	formulas map[string]macro
	math     map[string]bool // with an argument that they set as a formula, and used in text
}

// macro is what a command in a formula stands for: a text in which #1 is its first argument.
type macro struct {
	body      string
	arguments int
}

var (
	macroHead = regexp.MustCompile(`\\(?:re)?(?:newcommand|providecommand|DeclareRobustCommand)\*?\s*\{?\\([a-zA-Z]+)\}?\s*(?:\[(\d)\])?(\[[^\]]*\])?\s*\{|\\DeclareMathOperator\*?\s*\{?\\([a-zA-Z]+)\}?\s*\{|\\def\s*\\([a-zA-Z]+)((?:#\d)*)\s*\{`)
	mathBody  = regexp.MustCompile(`\$[^$]*#1|\\\[[^\]]*#1|\\displaystyle\s*#1|\\begin\{(?:aligned|align\*?|equation\*?|gather\*?|split)\}\s*#1`)
)

// maxBody bounds how long a definition is that is put in.
const maxBody = 200

func readMacros(s string) macros {
	m := macros{map[string]macro{}, map[string]bool{}}
	if !strings.Contains(s, `command`) && !strings.Contains(s, `\def`) && !strings.Contains(s, `\DeclareMath`) {
		return m
	}
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
		name, arguments := sub(1), 0
		switch {
		case sub(2) != "":
			arguments = int(sub(2)[0] - '0')
		case sub(4) != "":
			name, body = sub(4), `\operatorname{`+body+`}`
		case sub(5) != "":
			name, arguments = sub(5), len(sub(6))/2
		}
		switch {
		case arguments > 0 && mathBody.MatchString(body):
			m.math[name] = true
		case len(body) < maxBody && !strings.Contains(body, "$") && sub(3) == "": // without an argument that may be left out
			m.formulas[name] = macro{body, arguments}
		}
	}
	return m
}

var macroUse = regexp.MustCompile(`^\\([a-zA-Z]+)`)

// Limits of what macros make of a formula.
const (
	maxNested   = 5 // macros in macros
	maxExpanded = 4 * maxFormula
)

// expand puts in what the macros in a formula stand for, and takes their definitions out.
func (m macros) expand(t mapped) mapped {
	for range maxNested {
		if len(m.formulas) == 0 || !strings.Contains(t.text, `\`) || len(t.text) > maxExpanded {
			return t
		}
		var b builder
		changed := false
		for i := 0; i < len(t.text); {
			n := 1
			if t.text[i] == '\\' {
				if n = definition(t.text[i:]); n > 0 {
					i += n
					changed = true
					continue
				}
				if n = m.use(&b, t, i); n > 0 {
					i += n
					changed = true
					continue
				}
				n = min(2, len(t.text)-i) // \\ is no command's beginning
			}
			b.append(t.slice(i, i+n))
			i += n
		}
		if !changed {
			return t
		}
		t = b.done(t.end(len(t.text)))
	}
	return t
}

// definition is the length of a macro's definition at the start of s; 0 where none stands there.
func definition(s string) int {
	at := macroHead.FindStringIndex(s)
	if at == nil || at[0] > 0 {
		return 0
	}
	return tex.GroupEnd(s, at[1]-1)
}

// use puts in what the macro at i stands for. It gives the length of its use; 0 where none stands there.
func (m macros) use(b *builder, t mapped, i int) int {
	name := macroUse.FindStringSubmatch(t.text[i:])
	if name == nil {
		return 0
	}
	macro, ok := m.formulas[name[1]]
	if !ok {
		return 0
	}
	end := i + len(name[0])
	var arguments []mapped
	for range macro.arguments {
		open := end + len(t.text[end:]) - len(strings.TrimLeft(t.text[end:], " \t\n"))
		close := tex.GroupEnd(t.text, open)
		if open >= len(t.text) || t.text[open] != '{' || close == 0 {
			return 0
		}
		arguments = append(arguments, t.slice(open+1, close-1))
		end = close
	}
	place := t.offset(i)
	for body := macro.body; body != ""; {
		piece, rest, found := strings.Cut(body, "#")
		b.put(piece, place)
		if !found {
			break
		}
		if k := strings.IndexByte("123456789", (rest + " ")[0]); k >= 0 && k < len(arguments) {
			b.append(arguments[k])
		}
		body = rest[min(1, len(rest)):]
	}
	return end - i
}
