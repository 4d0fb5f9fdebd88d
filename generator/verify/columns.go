package verify

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"longhand/generator/formula"
	"longhand/generator/tex"
)

// Columns that are headed by a formula of other columns, as (O − E)²/E beside O and E, hold its values. So do rows.

// columnName is a name for the values of a column, in the same row or in one before or behind it.
type columnName struct {
	text   string
	column int
	shift  int
	before formula.Expr // what stands for it where the table has no such row: the name itself
}

// columnFormula is a formula in the head of a column. Letters of its own stand in it for the columns.
type columnFormula struct {
	column int
	term   *term
	names  map[string]columnName
	least  int  // how many cells it must give
	stated bool // the article gives it for the name in the head
}

// headed judges the columns of a table by the formulas in their heads, and by those that the article gives for names there.
func (f *flow) headed(g *grid) (found bool) {
	names := headNames(g)
	var letters []columnName
	for _, n := range names {
		if utf8.RuneCountInString(n.text) == 1 {
			letters = append(letters, n)
		}
	}
	formulas := make([][]*columnFormula, g.width())
	for j := range formulas {
		for _, of := range [][]columnName{names, letters} { // fx² is f x², even beside fx
			if h := f.headFormula(g, j, of); h != nil {
				formulas[j] = append(formulas[j], h)
			}
		}
	}
	f.definedHeads(g, formulas)
	var own []*columnFormula // one for each column
	for _, list := range formulas {
		if len(list) > 0 && f.isOwn(list[0]) {
			own = append(own, list[0])
		}
	}
	meant := f.witnessed(g, own)
	for _, list := range formulas {
		for _, h := range list {
			if f.applyHead(g, h, meant && slices.Contains(own, h)) {
				found = true
				break
			}
		}
	}
	return found
}

var (
	inBrackets = regexp.MustCompile(`\pL{2,}\s+\(\s*((?:\pL|\\[a-z]+)(?:[_^]\{?[\pL\d]+\}?)*)\s*\)$`)
	renewed    = regexp.MustCompile(`^(.+?)(?:\s*\(new\)|_\{?(?:\\text\{)?new\}*)$`)
	counted    = regexp.MustCompile(`^(.*_)\{?([nkit])\}?$`)
)

// headNames are the names that the heads of a table give to its columns.
func headNames(g *grid) []columnName {
	var names []columnName
	add := func(text string, column, shift int) {
		if text = strings.TrimSpace(text); len(text) < 60 && strings.IndexFunc(text, unicode.IsLetter) >= 0 { // a number in a head is no name
			names = append(names, columnName{text: text, column: column, shift: shift})
		}
	}
	for j := range g.width() {
		head := g.at(0, j)
		if head == nil {
			continue
		}
		name, _, _ := strings.Cut(head.text, "=")
		name = strings.TrimSpace(strings.Trim(name, "&"))
		add(name, j, 0)
		if m := inBrackets.FindStringSubmatch(name); m != nil {
			add(m[1], j, 0)
			add(strings.TrimSuffix(name[:len(name)-len(m[1])-1], "("), j, 0)
		}
		if m := renewed.FindStringSubmatch(name); m != nil { // what is new in a row is old in the next
			add(m[1], j, -1)
		}
		if m := counted.FindStringSubmatch(name); m != nil { // xₙ₊₁ is what the next row has
			add(m[1]+"{"+m[2]+"+1}", j, 1)
			add(m[1]+"{"+m[2]+"-1}", j, -1)
			if head.dialect == tex.Plain {
				add(m[1]+m[2]+"+1", j, 1)
			}
		}
	}
	return names
}

// columnLetter is the letter that stands for a name in a head's formula: one that no article uses.
func columnLetter(i int) string { return string(rune(0x13a0 + i)) }

// maxNames bounds how many names of columns are looked for.
const maxNames = 80

// headFormula reads the head of a column as a formula of the others.
func (f *flow) headFormula(g *grid, column int, names []columnName) *columnFormula {
	head := g.at(0, column)
	if head == nil || len(head.text) > 200 || len(names) > maxNames {
		return nil
	}
	text := head.text
	if _, right, ok := strings.Cut(text, "="); ok {
		text = right
	}
	h := &columnFormula{column: column, names: map[string]columnName{}}
	letters := "" // the columns that have one letter for a name, which may stand together: xy
	for _, n := range names {
		if utf8.RuneCountInString(n.text) == 1 {
			letters += n.text
		}
	}
	for _, k := range longestFirst(names) {
		n := names[k]
		if n.text == strings.TrimSpace(text) || n.column == column && n.shift == 0 {
			continue
		}
		if replaced := replaceName(text, n.text, columnLetter(k), letters); replaced != text {
			text = replaced
			if t, err := f.reader(head.passages[0]).Parse(n.text); n.shift == -1 && err == nil {
				if _, named := isName(t.Expr); named {
					n.before = f.spellings.spell(t.Expr)
				}
			}
			h.names[columnLetter(k)] = n
		}
	}
	if len(h.names) == 0 {
		return nil
	}
	p := *head.passages[0]
	p.mapped = mapped{text, make([]int32, len(text)+1)}
	for i := range p.at {
		p.at[i] = int32(head.passages[0].offset(0))
	}
	p.dialect, p.kind = head.dialect, code
	r := f.reader(&p)
	known := r.Symbol
	r.Symbol = func(name string) bool { _, ok := h.names[name]; return ok || known(name) }
	t, err := r.Parse(text)
	if err != nil {
		return nil
	}
	if h.term = f.newTerm(&p, t); h.term == nil {
		return nil
	}
	if _, bare := isName(h.term.lifted); bare {
		return nil
	}
	return h
}

// longestFirst orders names so that none is replaced inside a longer one.
func longestFirst(names []columnName) []int {
	order := make([]int, len(names))
	for i := range order {
		order[i] = i
	}
	for i := 1; i < len(order); i++ { // insertion sort keeps the order of equals
		for k := i; k > 0 && len(names[order[k]].text) > len(names[order[k-1]].text); k-- {
			order[k], order[k-1] = order[k-1], order[k]
		}
	}
	return order
}

// replaceName puts letter in place of every occurrence of a name that is not part of a longer one. Names of one letter may
// stand together.
func replaceName(text, name, letter, letters string) string {
	var b strings.Builder
	isLetter := func(r rune) bool { return strings.ContainsRune(letters, r) || r >= 0x13a0 && r < 0x13a0+maxNames }
	isPartOfName := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	if strings.Contains(letters, name) {
		isPartOfName = func(r rune) bool { return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !isLetter(r) }
		for _, word := range words.FindAllString(text, -1) { // exp is not e x p
			if strings.Contains(word, name) && strings.IndexFunc(word, func(r rune) bool { return !isLetter(r) }) >= 0 {
				isPartOfName = func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
			}
		}
	}
	for {
		i := strings.Index(text, name)
		if i < 0 {
			break
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(name):])
		first, _ := utf8.DecodeRuneInString(name)
		last, _ := utf8.DecodeLastRuneInString(name)
		inside := isPartOfName(before) && unicode.IsLetter(first) && !unicode.IsDigit(before) || before == '\\' || unicode.IsMark(after) || accentBefore.MatchString(b.String()+text[:i]) ||
			isPartOfName(after) && (unicode.IsLetter(last) || unicode.IsDigit(last) && unicode.IsDigit(after)) || after == '_' || before == '_'
		b.WriteString(text[:i])
		if inside {
			b.WriteString(name)
		} else {
			b.WriteString(letter)
		}
		text = text[i+len(name):]
	}
	b.WriteString(text)
	return b.String()
}

// accentBefore ends in an accent that makes another name of the letter behind it.
var accentBefore = regexp.MustCompile(`\\(?:bar|hat|tilde|vec|dot|overline|widehat|widetilde)\s*\{?\s*$`)

var words = regexp.MustCompile(`\\?\pL+`)

// applyHead judges the cells of a column by the formula of its head, where this gives half of them at least, or the formula is
// known to be meant: a head may also be a mere name. A row's value may be that of the row before, as the step from one row to
// the next.
func (f *flow) applyHead(g *grid, h *columnFormula, meant bool) bool {
	var best []trial
	most := 0
	for _, shift := range []int{0, -1} { // xₙ₊₁ − xₙ may stand in either row
		var trials []trial
		fitting := 0
		for i := 1; i < len(g.rows); i++ {
			c := g.at(i, h.column)
			if c == nil || c.claim == nil || g.isSummary(i) {
				continue
			}
			if x, ok := f.inRow(g, h, i+shift); ok {
				t := f.try(c.claim, x)
				if trials = append(trials, t); t.fits() {
					fitting++
				}
			}
		}
		if fitting > most && (meant || fitting >= h.least && fitting*2 >= len(trials)) {
			best, most = trials, fitting
		}
		if !h.isShifted() {
			break
		}
	}
	for i := range best {
		if c := best[i].claim; h.stated && c.Relation == "repeats" && c.derived && c.number.digits >= 4 {
			continue // the text computed it, and from its own values
		}
		best[i].settle()
	}
	return most > 0
}

func (h *columnFormula) isShifted() bool {
	for _, n := range h.names {
		if n.shift > 0 {
			return true
		}
	}
	return false
}

// inRow is the formula with the numbers of a row put in.
func (f *flow) inRow(g *grid, h *columnFormula, row int) (*term, bool) {
	x := *h.term
	x.literals = append([]*literal(nil), h.term.literals...)
	ok := true
	x.lifted = formula.Substitute(h.term.lifted, func(s string) (formula.Expr, bool) {
		n, isColumn := h.names[s]
		if !isColumn {
			return nil, false
		}
		c := g.at(row+n.shift, n.column)
		if row+n.shift == 0 && n.before != nil {
			return n.before, true
		}
		if row+n.shift < 1 || c == nil || c.value == nil {
			ok = false
			return nil, false
		}
		return x.take(c.value), true
	})
	if !ok {
		return nil, false
	}
	x.symbols = keys(x.lifted)
	_, ok = f.scalar(whole(&x), shown, f.log10())
	return &x, ok
}

// take gives the formula of another term with its literals among those of this one.
func (x *term) take(y *term) formula.Expr {
	from := len(x.literals)
	x.literals = append(x.literals, y.literals...)
	return formula.Substitute(y.lifted, func(s string) (formula.Expr, bool) {
		if i, ok := place(formula.Symbol{Name: s}); ok {
			return formula.Symbol{Name: "#" + itoa(from+i)}, true
		}
		return nil, false
	})
}
