package tex

import "strings"

// piece is a run of tokens with what stood before it.
type piece struct {
	tokens []token
	before token // a relation, a separator or a break; kind tEnd at the start
}

// splitTokens parts tokens at relations, separators and breaks outside of brackets.
func splitTokens(tokens []token) []piece {
	var line []piece
	depth, matrix := 0, 0
	from := 0
	before := token{kind: tEnd}
	cut := func(i int) {
		line = append(line, piece{tokens[from:i], before})
		from = i + 1
	}
	for i, t := range tokens {
		switch t.kind {
		case tOp:
			switch t.text {
			case "(", "[", "{":
				depth++
			case ")", "]", "}":
				depth = max(depth-1, 0)
			case "&":
				if next := tokens[min(i+1, len(tokens)-1)]; matrix == 0 && depth == 0 && next.kind == tOp && strings.Contains("*×/", next.text) && from < i {
					tokens = append(tokens[:i:i], tokens[i+1:]...)
					return splitTokens(tokens)
				}
				if matrix == 0 && depth == 0 {
					// alignment: no part of the formula
					cut(i)
					before = token{kind: tOp, text: "&", start: t.start, end: t.end}
				}
			}
			continue
		case tCommand:
			if env, ok := matrixCommand(t.text); ok {
				matrix += env
				matrix = max(matrix, 0)
			}
			continue
		}
		if matrix > 0 || depth > 0 && t.kind != tBreak {
			continue
		}
		switch t.kind {
		case tRelation:
			cut(i)
			before = t
		case tSeparator, tBreak:
			if t.kind == tBreak && t.text == `\\` {
				depth = 0
			} else if depth > 0 {
				continue
			}
			cut(i)
			before = t
		}
	}
	return append(line, piece{tokens[from:], before})
}

func matrixCommand(text string) (int, bool) {
	if len(text) > 6 && text[:6] == "begin:" && matrices[text[6:]] {
		return 1, true
	}
	if len(text) > 4 && text[:4] == "end:" && matrices[text[4:]] {
		return -1, true
	}
	return 0, false
}
