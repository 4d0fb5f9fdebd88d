package tex

// listBars turns the bars that part equations in a line, x = 0.05 | y = 0.10, into separators: a number stands before such a bar,
// and an equation of its own behind it.
func listBars(tokens []token) []token {
	for i := 1; i+2 < len(tokens); i++ {
		t, before := tokens[i], tokens[i-1].kind
		if t.kind != tOp || t.text != "|" || !t.space || !tokens[i+1].space || before != tNumber && before != tPercent || tokens[i+1].kind != tName {
			continue
		}
		for j := i + 2; j < len(tokens) && j < i+maxLabel; j++ {
			next := tokens[j]
			if next.kind == tRelation {
				tokens[i].kind = tSeparator
			}
			if next.kind == tRelation || next.kind == tBreak || next.kind == tOp && next.text == "|" {
				break
			}
		}
	}
	return tokens
}
