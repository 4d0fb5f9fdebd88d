package source

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// Error is a mistake in a file, told to the person who made it.
type Error struct {
	Pos     Pos
	Message string // what is wrong, in lower case, no full stop
	Hint    string // what would fix it; may be empty

	cause error
}

// Errorf makes an error at a place. As with fmt.Errorf, the verb %w wraps what led to it.
func (p Pos) Errorf(format string, args ...any) *Error {
	err := fmt.Errorf(format, args...)
	return &Error{Pos: p, Message: err.Error(), cause: errors.Unwrap(err)}
}

// Because keeps what led to the mistake where the message says it in other words.
func (e *Error) Because(cause error) *Error {
	e.cause = cause
	return e
}

// Unwrap is what led to the mistake; may be nil.
func (e *Error) Unwrap() error { return e.cause }

// WithHint adds what would fix the mistake.
func (e *Error) WithHint(format string, args ...any) *Error {
	e.Hint = fmt.Sprintf(format, args...)
	return e
}

// Error is `file:line:column: message`, then the line, a caret under the place, and the hint, each on its own line.
func (e *Error) Error() string {
	var b strings.Builder
	if e.Pos.File != nil {
		line, column := e.Pos.LineColumn()
		fmt.Fprintf(&b, "%s:%d:%d: ", e.Pos.File.Name, line, column)
		b.WriteString(e.Message)
		if text, caret := excerpt(e.Pos.File.Line(line), column); strings.TrimSpace(text) != "" {
			fmt.Fprintf(&b, "\n    %s\n    %s^", text, caret)
		}
	} else {
		b.WriteString(e.Message)
	}
	if e.Hint != "" {
		b.WriteString("\n    " + e.Hint)
	}
	return b.String()
}

// excerptWidth is how much of a long line is shown.
const excerptWidth = 100

// excerpt cuts a long line around a 1-based column and gives the blanks that put a caret under it. Tabs stay tabs in
// both, so that the caret stands right whatever a terminal makes of them; control characters are shown as dots.
func excerpt(line string, column int) (text, blanks string) {
	runes := []rune(line)
	at := min(column-1, len(runes))
	from := max(0, at-excerptWidth*2/3)
	to := min(len(runes), from+excerptWidth)
	lead, tail := "", ""
	if from > 0 {
		lead = "…"
	}
	if to < len(runes) {
		tail = "…"
	}
	var b, c strings.Builder
	b.WriteString(lead)
	c.WriteString(strings.Repeat(" ", len([]rune(lead))))
	for i := from; i < to; i++ {
		r := runes[i]
		if r != '\t' && (unicode.IsControl(r) || !unicode.IsGraphic(r)) {
			r = '·'
		}
		b.WriteRune(r)
		if i < at {
			if r == '\t' {
				c.WriteByte('\t')
			} else {
				c.WriteByte(' ')
			}
		}
	}
	return b.String() + tail, c.String()
}
