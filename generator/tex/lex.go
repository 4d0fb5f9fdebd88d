package tex

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Dialect says what a text is written in. The lexer knows all of them; they differ in what adjacent letters mean and in
// how much damage is forgiven.
type Dialect uint8

// Own is what the printer writes and problem files hold; TeX is TeX as people write it, damage included; Plain is
// arithmetic in plain text, Unicode or ASCII, with prose around it.
const (
	Own Dialect = iota
	TeX
	Plain
)

type kind uint8

const (
	tEnd       kind = iota
	tNumber         // text is the literal without grouping marks, with a point
	tName           // letters, then digits: one name, or a product of names
	tCommand        // \name or \x, text without the backslash
	tText           // \text{…} and its like; text is what stands inside
	tOp             // one of + - * / ^ _ ( ) [ ] { } | & ! ' and "**"
	tHadamard       // ⊙
	tRelation       // text names the relation
	tSuper          // Unicode superscript, text in plain characters
	tSub            // Unicode subscript
	tPercent        // % behind a number
	tDegree         // °
	tBreak          // a row ends
	tSeparator      // a comma, \quad and their like
	tLabel          // what plain text says of a name in brackets behind it
	tOther          // seen, and no part of any formula that is read here
)

// token is a piece of the text. Offsets are bytes.
type token struct {
	kind       kind
	text       string
	start, end int
	space      bool // white space before it
}

// SyntaxError says where a formula could not be read, and why. Offset counts bytes from the start of the text.
type SyntaxError struct {
	Offset  int
	Message string
}

func (e *SyntaxError) Error() string { return e.Message }

func failAt(offset int, format string, args ...any) *SyntaxError {
	return &SyntaxError{offset, fmt.Sprintf(format, args...)}
}

// ratioAhead is what stands behind a colon that divides.
var ratioAhead = regexp.MustCompile(`^: \d`)

// longArrow is an arrow drawn with several signs.
var longArrow = regexp.MustCompile(`^(?:-{2,6}>|={2,6}>|<-{2,6}|<={2,6})`)

// drawnDash is a dash drawn with several signs, before a remark: 1.05³ --- which is 1.157625.
var drawnDash = regexp.MustCompile(`^-{2,6} `)

// Limits for hostile text.
const (
	maxDepth         = 150
	maxLiteralLength = 4000
)

type lexer struct {
	src      string
	at       int
	reader   Reader
	tokens   []token
	brackets []byte // open brackets, so that a comma between digits can be told from a list
}

func (r Reader) lex(src string) []token {
	l := lexer{src: src, reader: r}
	for l.next() {
	}
	l.tokens = append(l.tokens, token{kind: tEnd, start: len(src), end: len(src)})
	return l.tokens
}

func (l *lexer) add(k kind, text string, end int, space bool) bool {
	l.tokens = append(l.tokens, token{k, text, l.at, end, space})
	l.at = end
	return true
}

func (l *lexer) next() bool {
	space := false
	for l.at < len(l.src) {
		r, n := utf8.DecodeRuneInString(l.src[l.at:])
		if r == '\n' && l.reader.Dialect == Plain {
			break
		}
		if !unicode.IsSpace(r) && !ignoredRunes[r] && !(l.reader.Dialect != Own && unspoken[r]) {
			break
		}
		l.at += n
		space = true
	}
	if l.at >= len(l.src) {
		return false
	}
	rest := l.src[l.at:]
	r, n := utf8.DecodeRuneInString(rest)
	if before, _ := utf8.DecodeLastRuneInString(l.src[:l.at]); Unspaced(before) != Unspaced(r) && l.at > 0 && l.reader.Dialect != Own {
		space = true // between words of two scripts
	}
	if end, text := l.number(); end > 0 {
		return l.add(tNumber, text, end, space)
	}
	switch {
	case r == '\\':
		return l.command(space)
	case r == '\n':
		return l.add(tBreak, "\n", l.at+1, space)
	case isLetter(r):
		return l.name(space)
	case superscripts[r] != "":
		return l.script(tSuper, superscripts, space)
	case subscripts[r] != "":
		return l.script(tSub, subscripts, space)
	}
	end := l.at + n
	if strings.HasPrefix(rest, "**") {
		return l.add(tOp, "^", l.at+2, space)
	}
	if strings.HasPrefix(rest, "===") { // a rule drawn with signs
		return l.add(tBreak, `\\`, l.at+len(rest)-len(strings.TrimLeft(rest, "=")), space)
	}
	if strings.HasPrefix(rest, ":=") {
		return l.add(tRelation, "=", l.at+2, space)
	}
	if arrow := longArrow.FindString(rest); arrow != "" && l.reader.Dialect != Own {
		if arrow[0] == '<' { // 0.701  <-- the prediction
			return l.add(tSeparator, ";", l.at+len(arrow), space)
		}
		return l.add(tRelation, "→", l.at+len(arrow), space)
	}
	if strings.HasPrefix(rest, "-:") && l.reader.Dialect == Plain { // ÷ of AsciiMath
		return l.add(tOp, "/", l.at+2, space)
	}
	for _, ascii := range asciiRelations {
		if strings.HasPrefix(rest, ascii[0]) {
			return l.add(tRelation, ascii[1], l.at+len(ascii[0]), space)
		}
	}
	if end, ok := l.ellipsis(rest); ok {
		return l.add(tCommand, "ldots", end, space)
	}
	if c, ok := runeCommands[r]; ok {
		return l.add(tCommand, c, end, space)
	}
	if l.remark(r, rest) {
		return l.add(tSeparator, ";", end, space)
	}
	if dashes := drawnDash.FindString(rest); dashes != "" && l.reader.Dialect == Plain && l.endsOperand() {
		return l.add(tSeparator, ";", l.at+len(dashes)-1, space)
	}
	if rel, ok := runeRelations[r]; ok {
		return l.add(tRelation, rel, end, space)
	}
	if op, ok := runeOps[r]; ok {
		r = op
	}
	if r == '#' && l.reader.Dialect == Plain && len(l.tokens) > 0 {
		rest := strings.TrimLeft(rest[1:], " ")
		switch {
		case rest == "" || strings.HasPrefix(rest, "=") || strings.HasPrefix(rest, "≈") || strings.HasPrefix(rest, "->") || strings.HasPrefix(rest, "→"):
			l.at = end
			return true
		case rest[0] == '-' || rest[0] >= '0' && rest[0] <= '9':
			return l.add(tRelation, "=", end, space)
		}
		return l.add(tSeparator, ";", end, space)
	}
	switch r {
	case '(', '[', '{':
		l.brackets = append(l.brackets, byte(r))
		return l.add(tOp, string(r), end, space)
	case ')', ']', '}':
		if len(l.brackets) > 0 {
			l.brackets = l.brackets[:len(l.brackets)-1]
		}
		return l.add(tOp, string(r), end, space)
	case '+', '-', '*', '/', '^', '_', '|', '&', '!', '\'', '@':
		return l.add(tOp, string(r), end, space)
	case '⊙', '⊗':
		return l.add(tHadamard, string(r), end, space)
	case '°':
		return l.add(tDegree, "°", end, space)
	case '%':
		return l.add(tPercent, "%", end, space)
	case ':':
		if l.reader.Dialect == TeX && l.inProportion() {
			return l.add(tOp, ":", end, space)
		}
		if n := len(l.tokens); n > 0 && l.tokens[n-1].kind == tNumber && space && ratioAhead.MatchString(rest) && l.reader.Dialect != Own {
			return l.add(tOp, ":", end, space)
		}
		return l.add(tSeparator, ":", end, space)
	case ',', ';':
		return l.add(tSeparator, string(r), end, space)
	case '~':
		l.at = end
		return true
	case '.':
		if space && l.multipliesByDot(rest) {
			return l.add(tOp, "*", end, space)
		}
	}
	return l.add(tOther, string(r), end, space)
}

// endsOperand says whether the last token ends an operand.
func (l *lexer) endsOperand() bool {
	if len(l.tokens) == 0 {
		return false
	}
	t := l.tokens[len(l.tokens)-1]
	return t.kind == tNumber || t.kind == tPercent || t.kind == tSuper || t.kind == tOp && t.text == ")"
}

// ellipsis says where the dots end that leave entries of a list out: [w₁, …, w₈].
func (l *lexer) ellipsis(rest string) (end int, ok bool) {
	n := len(l.tokens)
	if l.reader.Dialect == Own || len(l.brackets) == 0 || n == 0 || l.tokens[n-1].kind != tSeparator {
		return 0, false
	}
	for _, dots := range []string{"…", "..."} {
		if strings.HasPrefix(rest, dots) {
			return l.at + len(dots), true
		}
	}
	return 0, false
}

// remark says whether a remark on a result begins here: 0.02494 ← it falls, 0.3775 // correct, 0.3775 # as above. A remark
// that is a value, # = 0.3775, goes on with the line.
func (l *lexer) remark(r rune, rest string) bool {
	if l.reader.Dialect != Plain || len(l.tokens) == 0 {
		return false
	}
	before := l.tokens[len(l.tokens)-1]
	switch {
	case r == '←':
		return before.kind == tNumber || before.kind == tPercent
	case r == '—': // 0.3965 — too small
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest[len("—"):], " "))
		return (before.kind == tNumber || before.kind == tPercent) && !unicode.IsDigit(next) && next != '.' && next != '-' && next != '−'
	case r == '/' && strings.HasPrefix(rest, "// "):
		next, _ := utf8.DecodeRuneInString(rest[3:])
		return isLetter(next)
	}
	return false
}

// proportion is a : b = c : d in one row.
var proportion = regexp.MustCompile(`^[^:=]+:[^:=]+=[^:=]+:[^:=]+$`)

// inProportion says whether the colon here is one of the two in a proportion.
func (l *lexer) inProportion() bool {
	before, after := l.src[max(0, l.at-maxProportion):l.at], l.src[l.at:min(len(l.src), l.at+maxProportion)]
	for _, end := range []string{`\\`, "\n", "→", "arrow "} {
		before = before[strings.LastIndex(before, end)+1:]
		if i := strings.Index(after, end); i >= 0 {
			after = after[:i]
		}
	}
	return proportion.MatchString(before + after)
}

// maxProportion bounds how long one side of a proportion is.
const maxProportion = 150
