package verify

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"longhand/generator/tex"
)

// proseNumber finds a decimal with its power of ten and unit, a percentage, a fraction.
var proseNumber = regexp.MustCompile(`[-−–]?\d+(?:[.,'’]\d+)+(?:\s?[×·x*]\s?10(?:\^\{?[-−]?\d+\}?|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?(?:\s?\\?%|\s?` + unitWord + `)?|[-−–]?\d+\s?\\?%|[-−–]?\d+/\d+|\d{2,}\s?` + unitWord + `|\d+(?:[kMGmµn](?:V|A|W|Hz|[\x{3a9}\x{2126}]|s|m|g)|V|[\x{3a9}\x{2126}]|°C)\b`)

// unitWord is what may be a unit behind a number: kg, m/s², °C.
const unitWord = `[kMGmµn]?°?[A-Za-z\x{3a9}\x{2126}]{1,3}(?:/[A-Za-z]{1,4})?[²³]?`

// labelBefore is a label that a number stands behind, as in Target concentration: 0.465.
var labelBefore = regexp.MustCompile(`(?:^|[\n.;(*|>])[ \t*_>+-]*(?:\d+[.)] )?(\pL[\pL\d \-'_/]{0,40}?)(?:\s*\([^()\n]*\))?[*_]*\s*:[*_]*\s*(?:[€$£]|CHF |EUR |USD )?[-−–]?$`)

// proseLabel is the label before a number in the text.
func (f *flow) proseLabel(l *literal) (string, bool) {
	from := max(0, l.start-80)
	m := labelBefore.FindStringSubmatch(f.file.Text[from:l.start])
	if m == nil {
		return "", false
	}
	return strings.TrimSpace(m[1]), true
}

// Numbers that count chapters and figures are no quantities.
var (
	numbering   = regexp.MustCompile(`(?i)(?:\b(?:step|chapter|ch|section|sec|exercise|figure|fig|table|part|eq|equation|example|version|v|lesson|session|problem|question|schritt|abschnitt|paso|ejercicio|kapitel)\.?|§|#)\s*$`)
	sectionMark = regexp.MustCompile(`^[.:)]?\s+\pL|^:`)
)

// counts says whether a number between two texts counts chapters or figures.
func counts(before, after string) bool {
	return numbering.MatchString(before) || strings.TrimSpace(before) == "" && sectionMark.MatchString(after)
}

// lastWord is a word at the end, which may be a unit.
var lastWord = regexp.MustCompile(`\s?[A-Za-zµ\x{3a9}\x{2126}°][A-Za-zµ\x{3a9}\x{2126}/²³]*$`)

// partsWords says whether a character outside of ASCII ends the word before a number: a letter of a script without blanks, or a
// mark of punctuation that is no sign of calculation.
func partsWords(r rune) bool {
	return tex.Unspaced(r) || strings.ContainsRune("“”‘’„«»‹›¿¡…", r) ||
		r >= 0x3000 && r <= 0x303f || r >= 0xff00 && unicode.IsPunct(r) && !strings.ContainsRune("－．／＊＃％", r)
}

func isLetterByte(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// tightList is a list of decimals without blanks.
var tightList = regexp.MustCompile(`^[-−–]?\d*\.\d+(?:,[-−–]?\d*\.\d+)+`)

// proseNumbers finds the numbers in a text.
func proseNumbers(text string) []span {
	var list []span
	for _, m := range proseNumber.FindAllStringIndex(text, -1) {
		at, end := m[0], m[1]
		for n := len(tightList.FindString(text[at:end])); n > 0; { // 0.0159,0.984
			i := strings.IndexByte(text[at:end], ',')
			if i < 0 || i >= n {
				break
			}
			list = append(list, span{at, at + i})
			at, n = at+i+1, n-i-1
		}
		list = append(list, span{at, end})
	}
	return list
}

// numbersInProse judges the decimals in a text that hold no formula.
func (f *flow) numbersInProse(p *passage, from, to int) {
	for _, m := range proseNumbers(p.text[from:to]) {
		start, end := from+m.start, from+m.end
		if before, _ := utf8.DecodeLastRuneInString(p.text[:start]); start > 0 && !partsWords(before) && (isWordByte(p.text[start-1]) || before == '.' || before == '/') {
			continue
		}
		for end < len(p.text) && end > start && isLetterByte(p.text[end]) && isLetterByte(p.text[end-1]) { // of a longer word
			end--
		}
		end = start + len(strings.TrimRight(p.text[start:end], " "))
		if end < len(p.text) && (isWordByte(p.text[end]) && p.text[end] < 0x80 && p.text[end-1] < 0x80 && p.text[end-1] != ' ' || p.text[end] == '/') {
			continue
		}
		hasUnit := end > start && (isLetterByte(p.text[end-1]) || p.text[end-1] >= 0x80) // which no number of a chapter has
		if f.judgedAt(p.offset(start), p.end(end)) || !hasUnit && counts(p.text[:start], p.text[end:]) {
			continue
		}
		r := tex.Reader{Dialect: tex.Plain, DecimalComma: f.article.comma}
		t, err := r.Parse(p.text[start:end])
		if word := lastWord.FindString(p.text[start:end]); word != "" && (err != nil || len(t.Literals) != 1 || t.Literals[0].Unit.Name == "") { // what follows is no unit
			if word[0] != ' ' {
				continue // 0.75bp, v1.2b
			}
			end -= len(word)
			t, err = r.Parse(p.text[start:end])
		}
		if err != nil || !strings.ContainsAny(p.text[start:end], ".,'’%/") && (len(t.Literals) != 1 || t.Literals[0].Unit.Name == "") {
			continue // 24 boxes
		}
		x := f.newTerm(&passage{mapped: p.slice(start, end), dialect: tex.Plain, kind: prose, row: p.row, heading: p.heading}, t)
		if x == nil {
			continue
		}
		if i, negative, ok := signed(x.lifted); ok {
			if negative && start > from && p.text[start-1] != ' ' && p.text[start-1] != '(' {
				negative = false
			}
			f.bare(x, i, negative)
		} else {
			f.lone(x.passage, x)
		}
	}
}

// judgedAt says whether a place already belongs to a claim.
func (f *flow) judgedAt(start, end int) bool {
	for k := len(f.claims) - 1; k >= 0 && k >= len(f.claims)-50; k-- {
		if f.claims[k].Start < end && start < f.claims[k].End {
			return true
		}
	}
	return false
}
