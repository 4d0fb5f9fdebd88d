package tex

import (
	"regexp"
	"strings"
	"unicode"
)

var bracketedIndex = regexp.MustCompile(`^[(\[]\s*(\pL\w*(?:\s*[+\-−=]\s*\d+)?)\s*[)\]]$`)

func isBracketed(s string) bool {
	return len(s) > 2 && s[0] == '(' && s[len(s)-1] == ')' && strings.Trim(s[1:len(s)-1], "0123456789") == ""
}

// nameSuper looks at an exponent and tells whether it is part of a name: a layer (1), a mark such as + or a word. width is
// the number of its tokens, ^ included, and 0 where it is a power or a transpose.
func (p *parser) nameSuper() (layer, super string, width int) {
	i := p.at + 1
	t := p.tok(i)
	if t.kind == tEnd {
		return "", "", 0
	}
	end := i + 1
	first, last := i, i
	if t.kind == tOp && t.text == "{" {
		first = i + 1
		depth := 1
		for end = first; end < len(p.tokens); end++ {
			if p.tokens[end].text == "{" {
				depth++
			} else if p.tokens[end].text == "}" {
				if depth--; depth == 0 {
					break
				}
			}
		}
		if end >= len(p.tokens) || end == first {
			return "", "", 0
		}
		last = end - 1
		end++
	} else if p.Dialect == Plain && !(t.kind == tOp && (t.text == "+" || t.text == "*" || t.text == "-" || t.text == "(")) {
		return "", "", 0
	} else if t.kind == tOp && t.text == "(" { // w^(1)
		for last = i; last < len(p.tokens) && p.tokens[last].text != ")"; last++ {
		}
		if last >= len(p.tokens) {
			return "", "", 0
		}
		end = last + 1
		if p.tokens[last-1].kind == tNumber && last == i+2 && p.Dialect == Plain && !p.known(p.tokens[p.at-1].text+p.tokens[last-1].text) {
			return "", "", 0 // x^(2) is a power
		}
	}
	if layer, super, ok := p.superParts(p.tokens[first:last+1], p.tokens[i].text == "{"); ok {
		return layer, super, end - p.at
	}
	return "", "", 0
}

// nameMark looks at an exponent that makes a name only by what stands around it: E° of chemistry, where a subscript follows
// or the article knows the name, and a capital letter, W^Q, where the name is all that stands on a left side or is known.
// width is the number of its tokens, ^ included, and 0 where it is none.
func (p *parser) nameMark(n Name) (mark string, width int) {
	if p.Dialect != TeX {
		return "", 0
	}
	i, grouped := p.at+1, false
	if p.tok(i).text == "{" {
		i, grouped = i+1, true
	}
	t := p.tok(i)
	end := i + 1
	if grouped {
		if p.tok(end).text != "}" {
			return "", 0
		}
		end++
	}
	marked := n
	switch {
	case t.kind == tHadamard || t.kind == tCommand && (t.text == "ominus" || t.text == "plimsoll"):
		marked.Super += "°"
	case t.kind == tName && len(t.text) == 1 && unicode.IsUpper(rune(t.text[0])) && t.text != "T":
		marked.Super += t.text
	default:
		return "", 0
	}
	next := p.tok(end)
	alone := p.left && next.kind == tEnd && p.wordAt == p.tokens[0].start
	if alone || p.known(marked.String()) || marked.Super[len(n.Super):] == "°" && (next.text == "_" || t.kind == tCommand) {
		return marked.Super[len(n.Super):], end - p.at
	}
	return "", 0
}

func (p *parser) isNameSuper() bool {
	_, _, width := p.nameSuper()
	return p.isOp("^") && width > 0
}

// superParts parts an exponent into a layer, (1), and the rest of a name's superscript.
func (p *parser) superParts(tokens []token, grouped bool) (layer, super string, ok bool) {
	if n := len(tokens); n >= 3 && (tokens[0].text == "(" && tokens[2].text == ")" || tokens[0].text == "[" && tokens[2].text == "]") &&
		tokens[1].kind == tNumber && strings.Trim(tokens[1].text, "0123456789") == "" {
		layer, tokens = tokens[1].text, tokens[3:]
		if len(tokens) == 0 {
			return layer, "", true
		}
	}
	t := tokens[0]
	if len(tokens) == 1 {
		switch {
		case t.kind == tOp && (t.text == "+" || t.text == "*" || t.text == "-"):
			if !grouped { // w^+ 2 is a name, x^-2 a power
				if next := p.tok(p.at + 2); next.kind == tNumber || next.kind == tName && t.text == "-" || next.text == "(" && p.Dialect == Plain {
					return "", "", false
				}
			}
			return layer, t.text, true
		case t.kind == tText && !p.isTransposeMark(t) && strings.TrimSpace(t.text) != "":
			return layer, strings.TrimSpace(unescapeText(t.text)), true
		case t.kind == tName && p.Dialect == TeX && len(t.text) > 2 && greek[t.text] == "" && !p.known(t.text) && len(p.split(t.text)) == 1:
			return layer, t.text, true
		}
	}
	var b strings.Builder
	for _, t := range tokens {
		b.WriteString(t.text)
	}
	content := b.String()
	switch {
	case bracketedIndex.MatchString(content):
		return layer, "(" + content[1:len(content)-1] + ")", true
	case strings.Trim(content, "'") == "":
		return layer, content, true
	}
	return "", "", false
}
