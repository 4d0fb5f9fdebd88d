package verify

import (
	"html"
	"strings"
	"unicode/utf8"
)

// mapped is text that was taken out of a file and cleaned, with the place in the file of every byte of it. All repairs of
// damaged text are made here, so that what reads formulas sees one clean text and every number still knows its place.
type mapped struct {
	text string
	at   []int32 // at[i] is the offset in the file of text[i]; one more entry for the end
}

// builder makes a mapped text.
type builder struct {
	b  strings.Builder
	at []int32
}

// copy appends file[from:to] as it stands.
func (b *builder) copy(file string, from, to int) {
	b.b.WriteString(file[from:to])
	for i := from; i < to; i++ {
		b.at = append(b.at, int32(i))
	}
}

// put appends text that stands for what begins at from in the file.
func (b *builder) put(text string, from int) {
	b.b.WriteString(text)
	for range len(text) {
		b.at = append(b.at, int32(from))
	}
}

// append takes over a text that is finished.
func (b *builder) append(m mapped) {
	b.b.WriteString(m.text)
	b.at = append(b.at, m.at[:len(m.at)-1]...)
}

func (b *builder) done(end int) mapped {
	return mapped{b.b.String(), append(b.at, int32(end))}
}

// offset is the place in the file of the byte at i.
func (m mapped) offset(i int) int { return int(m.at[min(max(i, 0), len(m.at)-1)]) }

// end is the place in the file behind the byte before i: the end of a piece of text, even where what follows was left out.
func (m mapped) end(i int) int {
	if i <= 0 {
		return m.offset(0)
	}
	return int(min(m.at[i-1]+1, m.at[len(m.at)-1]))
}

// slice is a part of the text.
func (m mapped) slice(from, to int) mapped { return mapped{m.text[from:to], m.at[from : to+1]} }

// entityAt decodes a character reference such as &minus; at the start of s: its text, and its length in the source.
func entityAt(s string) (string, int) {
	if len(s) < 3 || s[0] != '&' {
		return "", 0
	}
	limit := min(len(s), 12)
	i := strings.IndexByte(s[:limit], ';')
	if i < 2 {
		return "", 0
	}
	if text := html.UnescapeString(s[:i+1]); text != s[:i+1] {
		return text, i + 1
	}
	return "", 0
}

// clean copies file[from:to], decoding character references and turning <br> and its like into blanks.
func clean(b *builder, file string, from, to int) {
	for i := from; i < to; {
		switch file[i] {
		case '&':
			if text, n := entityAt(file[i:to]); n > 0 {
				b.put(text, i)
				i += n
				continue
			}
		case '<':
			if n := tagLength(file[i:to]); n > 0 {
				tag := strings.ToLower(file[i : i+n])
				switch {
				case strings.HasPrefix(tag, "<sup"):
					b.put("^(", i)
				case strings.HasPrefix(tag, "</sup"):
					b.put(")", i)
				case strings.HasPrefix(tag, "<sub"):
					b.put("_", i)
				case strings.HasPrefix(tag, "</sub"):
				default:
					b.put(" ", i)
				}
				i += n
				continue
			}
		}
		_, n := utf8.DecodeRuneInString(file[i:to])
		b.copy(file, i, i+n)
		i += n
	}
}

// tagLength is the length of an HTML tag at the start of s, or 0 where a < is a less-than sign.
func tagLength(s string) int {
	if len(s) < 3 || !(s[1] == '/' || s[1] >= 'a' && s[1] <= 'z' || s[1] >= 'A' && s[1] <= 'Z') {
		return 0
	}
	i := strings.IndexAny(s[1:], "><")
	if i < 0 || s[1+i] != '>' || i > 300 {
		return 0
	}
	name := strings.ToLower(strings.TrimLeft(s[1:1+i], "/"))
	for j, r := range name {
		if !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' && j > 0) {
			name = name[:j]
			break
		}
	}
	if !htmlTags[name] {
		return 0
	}
	return i + 2
}

var htmlTags = func() map[string]bool {
	m := map[string]bool{}
	for _, t := range strings.Fields(`a b i u p br hr em strong sub sup span div code pre small big font center table thead tbody tr td th
		ul ol li dl dt dd h1 h2 h3 h4 h5 h6 img details summary mark kbd del ins blockquote section article figure figcaption`) {
		m[t] = true
	}
	return m
}()
