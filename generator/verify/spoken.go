package verify

import (
	"regexp"
	"strings"

	"longhand/generator/tex"
)

// Two numbers may be combined in words, and the result stands before or behind: 2150 (midpoint of 1800 and 2500), the average of 3 and
// 4 is 3.5.
var (
	spokenWords  = `(midpoint|average|mean|sum|product|Mittel|Mittelwert|Summe|Produkt|media|promedio|suma|producto)`
	spokenNumber = `([-−]?\d+(?:[.,]\d+)*)`
	spokenPair   = spokenWords + ` (?:of|von|de) ` + spokenNumber + ` (?:and|und|y) ` + spokenNumber
	resultBefore = regexp.MustCompile(`(?:^|[\s<>=≤≥≈(])` + spokenNumber + ` \((?:the |der |die |das |la |el )?` + spokenPair + `\)`)
	resultBehind = regexp.MustCompile(spokenPair + ` (?:is|ist|es|=) ` + spokenNumber + `(?:[^\d.,/*×·+\-−%\pL]|[.,](?:\D|$)|$)`)
)

// spoken are the operations by the words for them: what stands before, between and behind the two numbers.
var spoken = map[string][3]string{
	"midpoint": {"(", " + ", ")/2 = "}, "average": {"(", " + ", ")/2 = "}, "mean": {"(", " + ", ")/2 = "}, "Mittel": {"(", " + ", ")/2 = "},
	"Mittelwert": {"(", " + ", ")/2 = "}, "media": {"(", " + ", ")/2 = "}, "promedio": {"(", " + ", ")/2 = "},
	"sum": {"", " + ", " = "}, "Summe": {"", " + ", " = "}, "suma": {"", " + ", " = "},
	"product": {"", " * ", " = "}, "Produkt": {"", " * ", " = "}, "producto": {"", " * ", " = "},
}

// spell writes what the text combines in words as formulas, which are read before the text.
func (a *article) spell() {
	var out []passage
	for _, p := range a.passages {
		if p.kind == prose && p.dialect == tex.Plain && strings.Contains(p.text, " ") && !strings.ContainsAny(strings.TrimLeft(p.text, " \t")[:1], "=+*/") {
			for _, m := range resultBefore.FindAllStringSubmatchIndex(p.text, 50) {
				out = append(out, p.spelt(m[4:6], m[6:8], m[8:10], m[2:4]))
			}
			for _, m := range resultBehind.FindAllStringSubmatchIndex(p.text, 50) {
				if strings.HasPrefix(p.text[m[9]:], " times") || strings.HasPrefix(p.text[m[9]:], " %") {
					continue
				}
				out = append(out, p.spelt(m[2:4], m[4:6], m[6:8], m[8:10]))
			}
		}
		out = append(out, p)
	}
	a.passages = out
}

// spelt is the formula of two numbers, a word and the result at these places.
func (p *passage) spelt(word, first, second, result []int) passage {
	signs := spoken[p.text[word[0]:word[1]]]
	var b builder
	b.put(signs[0], p.offset(first[0]))
	b.append(p.slice(first[0], first[1]))
	b.put(signs[1], p.offset(second[0]))
	b.append(p.slice(second[0], second[1]))
	b.put(signs[2], p.offset(result[0]))
	b.append(p.slice(result[0], result[1]))
	q := *p
	q.mapped, q.begins = b.done(p.end(max(second[1], result[1]))), false
	return q
}
