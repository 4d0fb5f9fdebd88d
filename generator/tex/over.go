package tex

// infixCommands stand between two sides of a group, as TeX itself has them: {a \over b}. They are read as the command with
// two arguments that means the same.
var infixCommands = map[string]string{"over": "frac", "choose": "binom"}

// infix rewrites every group with an infix command in it, {a \over b}, as {\frac{a}{b}}.
func infix(tokens []token) []token {
	var open []int
	var groups [][3]int // where a group opens, its command and where it closes
	at := map[int]int{} // the command of an open group
	for i, t := range tokens {
		switch {
		case t.kind == tOp && t.text == "{":
			open = append(open, i)
		case t.kind == tCommand && infixCommands[t.text] != "" && len(open) > 0:
			if _, twice := at[open[len(open)-1]]; !twice {
				at[open[len(open)-1]] = i
			}
		case t.kind == tOp && t.text == "}" && len(open) > 0:
			from := open[len(open)-1]
			open = open[:len(open)-1]
			if k, ok := at[from]; ok {
				groups = append(groups, [3]int{from, k, i})
			}
		}
	}
	if len(groups) == 0 {
		return tokens
	}
	before, instead, after := map[int][]token{}, map[int][]token{}, map[int][]token{}
	for _, g := range groups {
		brace := func(text string, place int) token { return token{tOp, text, place, place, false} }
		start, middle, end := tokens[g[0]].end, tokens[g[1]].start, tokens[g[2]].start
		after[g[0]] = []token{{tCommand, infixCommands[tokens[g[1]].text], start, start, false}, brace("{", start)}
		instead[g[1]] = []token{brace("}", middle), brace("{", middle)}
		before[g[2]] = []token{brace("}", end)}
	}
	var out []token
	for i, t := range tokens {
		out = append(out, before[i]...)
		if pair := instead[i]; pair != nil {
			out = append(out, pair...)
			continue
		}
		out = append(append(out, t), after[i]...)
	}
	return out
}
