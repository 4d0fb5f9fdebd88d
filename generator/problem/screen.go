package problem

import (
	"strings"

	"github.com/goccy/go-yaml/token"
)

// Bounds that no honest problem file comes near to, and that keep a hostile one from taking the machine: the parser
// recurses with every level, and its time grows with the square of the keys.
const (
	maxTokens = 1_000_000
	maxDepth  = 20
	maxKeys   = 10_000
)

// screen refuses, before parsing, the parts of YAML that a problem file has no use for and everything that is too
// large or too deep, and finds brackets that are never closed.
func screen(tokens token.Tokens, places *places) error {
	if len(tokens) > maxTokens {
		return places.of(tokens[maxTokens]).Errorf("the file holds too many values").
			WithHint("a problem file may hold about %d numbers", maxTokens/2)
	}
	var open []*token.Token
	keys, dashes := 0, 0
	for i, t := range tokens {
		if t.Type != token.SequenceEntryType {
			dashes = 0
		}
		switch t.Type {
		case token.AnchorType, token.AliasType:
			return places.of(t).Errorf("“%s” at the start of a value makes a YAML anchor or alias, which a problem file must not have", t.Value).
				WithHint("write the value out, or put a text that starts with %s in quotes", t.Value)
		case token.TagType:
			return places.of(t).Errorf("“%s” is a YAML tag, which a problem file must not have", shorten(strings.TrimSpace(t.Value))).
				WithHint("leave it out, or put a text that starts with ! in quotes")
		case token.MergeKeyType:
			return places.of(t).Errorf("<< merges YAML tables, which a problem file must not do").
				WithHint("write the keys out")
		case token.MappingKeyType:
			return places.of(t).Errorf("“?” at the start of a line makes a YAML key of several lines, which a problem file must not have").
				WithHint("write “key: value”")
		case token.DirectiveType:
			if !startsLine(places.of(t)) {
				return places.of(t).Errorf("a text cannot start with this character").WithHint("put the text in quotes")
			}
			return places.of(t).Errorf("a line with %% at its start is a YAML directive, which a problem file must not have").
				WithHint("leave the line out")
		case token.DocumentHeaderType, token.DocumentEndType:
			if (i > 0 && t.Type == token.DocumentHeaderType) || (i < len(tokens)-1 && t.Type == token.DocumentEndType) {
				return places.of(t).Errorf("a second YAML document starts here").
					WithHint("put each problem in a file of its own")
			}
		case token.SequenceEntryType:
			if len(open) > 0 {
				return places.of(t).Errorf("a dash with a space after it starts a list, and cannot stand inside brackets").
					WithHint("put a minus next to its number: -0.4")
			}
			if dashes++; dashes > maxDepth {
				return tooDeep(t, places)
			}
		case token.SequenceStartType, token.MappingStartType:
			if open = append(open, t); len(open) > maxDepth {
				return tooDeep(t, places)
			}
		case token.SequenceEndType, token.MappingEndType:
			opens := token.SequenceStartType
			if t.Type == token.MappingEndType {
				opens = token.MappingStartType
			}
			if len(open) == 0 {
				return places.of(t).Errorf("“%s” closes nothing", t.Value).WithHint("leave it out, or open the list before it")
			}
			if last := open[len(open)-1]; last.Type != opens {
				line, column := places.of(last).LineColumn()
				return places.of(t).Errorf("“%s” cannot close the “%s” of line %d, column %d", t.Value, last.Value, line, column).
					WithHint("brackets close in pairs: [ … ] and { … }")
			}
			open = open[:len(open)-1]
		case token.MappingValueType:
			keys++
		case token.CollectEntryType:
			// In {a, b, c} every entry is a key.
			if len(open) > 0 && open[len(open)-1].Type == token.MappingStartType {
				keys++
			}
		}
		if keys > maxKeys {
			return places.of(t).Errorf("the file has more than %d keys", maxKeys).WithHint("a problem file needs a few dozen")
		}
	}
	// An unreadable token ends the token list, so that brackets seem open which are not.
	if len(open) > 0 && tokens.InvalidToken() == nil {
		t := open[len(open)-1]
		return places.of(t).Errorf("this “%s” is never closed", t.Value).WithHint("add the missing “%s”", closing(t))
	}
	return nil
}

func closing(t *token.Token) string {
	if t.Type == token.MappingStartType {
		return "}"
	}
	return "]"
}

func tooDeep(t *token.Token, places *places) error {
	return places.of(t).Errorf("lists and tables stand more than %d deep in each other", maxDepth).
		WithHint("a matrix is a list of rows: [[1, 2], [3, 4]]")
}
