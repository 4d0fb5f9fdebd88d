package verify

import (
	"regexp"
	"strings"

	"longhand/generator/formula"
	"longhand/generator/tex"
)

// A sentence may name the operation whose result the formula below it states: Dividing by √2 gives; a row-wise softmax
// yields. A line may too, by a label: tanh: [0.3, 0.2]. And Q_full stands for what Q_past was, with X_full in place of X_past.
// What is so supposed judges a result only where nearly all of its entries show that it is meant.

// maxSentence bounds how far before a formula the sentence that leads to it is looked for, in bytes.
const maxSentence = 240

var (
	sentenceEnd = regexp.MustCompile(`(?:[.!?](?:\s|$)|\n\s*\n|\\\]|\$\$|\\end\{|\n#)`)
	appliedWord = regexp.MustCompile(`(?i)\b(?:row-?wise\s+|element-?wise\s+)?(softmax|sigmoid|tanh|relu|softplus|gelu|silu|elu)\b`)
	dividedBy   = regexp.MustCompile(`(?i)\b(?:scal(?:e|ed|ing)|divid(?:e|ed|ing))\b[^.$]*?\bby\s+(?:\$([^$]+)\$|\\\(([^)]+)\\\)|(\d+(?:\.\d+)?)\b)`)
	inlineTeX   = regexp.MustCompile(`\$([^$]+)\$`)
	labelledRow = regexp.MustCompile(`(?:^|\n)[ \t]*(\pL+)[ \t]*:[ \t]*$`)
)

// leading is the sentence that leads to a place of the file.
func (f *flow) leading(start int) string {
	text := strings.TrimRight(f.file.Text[max(0, start-maxSentence):start], " \t\r\n")
	for _, opening := range []string{"$$", `\[`, "```", "```text", `\begin{equation}`, `\begin{aligned}`, `\begin{align}`, `\begin{align*}`, `\begin{equation*}`} {
		text = strings.TrimRight(strings.TrimSuffix(text, opening), " \t\r\n")
	}
	last := 0
	for _, m := range sentenceEnd.FindAllStringIndex(text, -1) {
		if m[1] < len(text) {
			last = m[1]
		}
	}
	return text[last:]
}

// supposed judges values that no formula stands beside by the operation that the words before them name.
func (f *flow) supposed(ch *chain, x *term, claims []*Claim) bool {
	if len(claims) < 2 || len(ch.terms) == 0 || ch.terms[0] == nil {
		return false
	}
	first := ch.terms[0]
	sentence := f.leading(first.passage.offset(first.Start))
	for _, t := range f.operations(sentence, ch.names, len(claims)) {
		if f.suppose(claims, t) {
			return true
		}
	}
	return false
}

// operations are the computations with n results that a sentence may name.
func (f *flow) operations(sentence string, names []string, n int) []*term {
	var list []*term
	operands := func(after string) []*term {
		var terms []*term
		for _, m := range inlineTeX.FindAllStringSubmatch(after, 3) {
			if t := f.parsed(m[1]); t != nil {
				terms = append(terms, t)
			}
		}
		return append(terms, f.latest(names, n)...)
	}
	if m := appliedWord.FindStringSubmatchIndex(sentence); m != nil {
		if name, ok := tex.FunctionName(sentence[m[2]:m[3]]); ok {
			for _, t := range operands(sentence[m[3]:]) {
				list = append(list, t.under(name))
			}
		}
	}
	if m := dividedBy.FindStringSubmatch(sentence); m != nil {
		if d := f.parsed(m[1] + m[2] + m[3]); d != nil {
			for _, t := range f.latest(names, n) {
				q := *t
				e := q.take(d)
				q.lifted = formula.Binary{Op: formula.Div, X: q.lifted, Y: e}
				q.symbols = keys(q.lifted)
				list = append(list, &q)
			}
		}
	}
	return list
}

// parsed reads a formula inside a sentence.
func (f *flow) parsed(text string) *term {
	p := nowhere(text)
	t, err := f.reader(p).Parse(text)
	if err != nil {
		return nil
	}
	return f.glance(p, t) // its numbers are judged where they stand
}

// maxLatest bounds how many values are tried as an operand.
const maxLatest = 3

// latest are the names that were last given values of n entries, the newest first.
func (f *flow) latest(except []string, n int) []*term {
	var terms []*term
	for i := len(f.bindings) - 1; i >= 0 && len(terms) < maxLatest; i-- {
		key := f.bindings[i]
		if q := f.quantities[key]; q != nil && len(q.claims) == n && !contains(except, key) {
			e := formula.Symbol{Name: key}
			terms = append(terms, &term{passage: nowhere(""), lifted: e, symbols: []string{key}})
			except = append(except[:len(except):len(except)], key)
		}
	}
	return terms
}

// under is a function of the term.
func (t *term) under(function string) *term {
	x := *t
	x.lifted = formula.Call{Func: function, Args: []formula.Expr{t.lifted}}
	return &x
}

// suppose judges values by a computation where nearly all of them show that it is what they are the result of: one entry of
// three or more may be far from it.
func (f *flow) suppose(claims []*Claim, t *term) bool {
	v, _, err := f.value(whole(t), shown, f.log10())
	if err != nil || len(v.Items) != len(claims) {
		return false
	}
	f.certain = true
	defer func() { f.certain = false }()
	trials := make([]Claim, len(claims))
	far, telling := 0, 0
	for i, c := range claims {
		trials[i] = *c
		p := whole(t)
		if len(claims) > 1 {
			p.entry = i
		}
		f.judge(&trials[i], []part{p})
		switch {
		case trials[i].Verdict == Unjudged, trials[i].Verdict == Wrong && !f.near(&trials[i]):
			far++
		case c.number.digits > 1:
			telling++
		}
	}
	if far > 1 || far == 1 && (len(claims) < 3 || len(claims) < 4 && telling == 0) {
		return false
	}
	for i, c := range claims {
		*c = trials[i]
	}
	return true
}

// labelledBy judges values that stand behind the name of a function and a colon as that function of the values before.
func (f *flow) labelledBy(p *passage, x *term, claims []*Claim) bool {
	m := labelledRow.FindStringSubmatch(p.text[:min(x.Start, len(p.text))])
	if m == nil || f.results == nil {
		return false
	}
	name, ok := tex.FunctionName(m[1])
	return ok && f.suppose(claims, f.results.under(name))
}

// resuffixed judges the value of Q_full by the formula of Q_past, where the names in it have the other ending too.
func (f *flow) resuffixed(name string, claims []*Claim) bool {
	base, ending, ok := strings.Cut(name, "_")
	if !ok || len(claims) < 2 || strings.Trim(ending, "0123456789,") == "" {
		return false
	}
	for i := len(f.bindings) - 1; i >= 0; i-- {
		key := f.bindings[i]
		q := f.quantities[key]
		other, ok := strings.CutPrefix(key, base+"_")
		if !ok || q == nil || q.formula == nil || other == ending || strings.Trim(other, "0123456789,") == "" {
			continue
		}
		changed := false
		t := *q.formula
		t.lifted = formula.Substitute(t.lifted, func(s string) (formula.Expr, bool) {
			stem, ok := strings.CutSuffix(s, "_"+other)
			if n := f.quantities[stem+"_"+ending]; ok && n != nil && n.claims != nil {
				changed = true
				return formula.Symbol{Name: stem + "_" + ending}, true
			}
			return nil, false
		})
		if t.symbols = keys(t.lifted); changed && f.suppose(claims, &t) {
			return true
		}
	}
	return false
}
