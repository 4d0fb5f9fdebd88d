package tex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func isLetter(r rune) bool {
	return unicode.IsLetter(r) && superscripts[r] == "" && subscripts[r] == "" || r == 'ϵ'
}

// name reads a run of letters with accents, and the digits behind it.
func (l *lexer) name(space bool) bool {
	var b strings.Builder
	i, letters := l.at, 0
	first, _ := utf8.DecodeRuneInString(l.src[i:])
	unspaced := Unspaced(first) && l.reader.Dialect != Own
	for i < len(l.src) {
		if letters > 0 && l.reader.Dialect == TeX && strings.HasPrefix(l.src[i:], `\_`) { // credit\_rating
			b.WriteByte('_')
			i += 2
			continue
		}
		r, n := utf8.DecodeRuneInString(l.src[i:])
		if !isLetter(r) || Unspaced(r) != unspaced && l.reader.Dialect != Own {
			break
		}
		if _, isCommand := runeCommands[r]; isCommand {
			break
		}
		if g, ok := greekLetters[r]; ok {
			// A Greek letter is a name of its own.
			if letters > 0 {
				break
			}
			i += n
			letters++
			b.WriteString(g)
			if a, m := accentAt(l.src[i:]); m > 0 {
				b.WriteString(a)
				i += m
			}
			break
		}
		if base, ok := accented[r]; ok && letters == 0 {
			if next, _ := utf8.DecodeRuneInString(l.src[i+n:]); !isLetter(next) {
				b.WriteString(base)
				i += n
				letters++
				break
			}
		}
		b.WriteRune(r)
		i += n
		letters++
		if a, m := accentAt(l.src[i:]); m > 0 {
			b.WriteString(a)
			i += m
			break
		}
	}
	if i == l.at { // a letter that is a command, as ∂
		r, n := utf8.DecodeRuneInString(l.src[l.at:])
		return l.add(tCommand, runeCommands[r], l.at+n, space)
	}
	word := b.String()
	if unspaced {
		return l.add(tName, word, i, space)
	}
	if l.reader.Dialect == Plain {
		if word == "xx" && i < len(l.src) && len(l.tokens) > 0 && strings.ContainsRune("0123456789() -", rune(l.src[i])) { // of AsciiMath
			return l.add(tOp, "×", i, space)
		}
		if wordRelations[word] {
			return l.add(tRelation, "=", i, space)
		}
	}
	if l.reader.Dialect != Own && bareCommands[word] {
		if next := strings.TrimLeft(l.src[i:], " "); strings.HasPrefix(next, "{") {
			l.at = i
			l.tokens = append(l.tokens, token{tCommand, word, i - len(word), i, space})
			return true
		}
	}
	for i < len(l.src) && l.src[i] >= '0' && l.src[i] <= '9' {
		b.WriteByte(l.src[i])
		i++
	}
	return l.add(tName, b.String(), i, space)
}

func accentAt(s string) (string, int) {
	r, n := utf8.DecodeRuneInString(s)
	if a, ok := combining[r]; ok {
		return a, n
	}
	return "", 0
}

func (l *lexer) script(k kind, table map[rune]string, space bool) bool {
	var b strings.Builder
	i := l.at
	for i < len(l.src) {
		r, n := utf8.DecodeRuneInString(l.src[i:])
		s, ok := table[r]
		if letter := plainLetter(r); letter != "" && i > l.at && k == tSub { // Unicode has no subscript g
			s, ok = letter, true
		}
		if !ok {
			break
		}
		b.WriteString(s)
		i += n
	}
	return l.add(k, b.String(), i, space)
}

// plainLetter is the letter of a mathematical one such as 𝓰; "" where the character is none.
func plainLetter(r rune) string {
	if r < 0x1d400 || r >= 0x1d6a4 {
		return ""
	}
	return string("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[(r-0x1d400)%52])
}
