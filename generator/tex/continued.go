package tex

// Last is the name that stands for the result before, where a line begins with an operator: × 3 = 154.
const Last = "\x00last"

// continued puts the result before to every line that begins with a sign of multiplication or division and goes on with a
// number. A name that is explained on the way, × n=2, is its number.
func continued(tokens []token) []token {
	var out []token
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if t.kind != tOp || t.text != "*" && t.text != "×" && t.text != "/" || i > 0 && tokens[i-1].kind != tBreak || i+2 >= len(tokens) {
			out = append(out, t)
			continue
		}
		number := i + 1
		if tokens[number].kind == tName && tokens[number+1].text == "=" {
			number += 2
		}
		if number+1 >= len(tokens) || tokens[number].kind != tNumber || tokens[number+1].kind != tRelation {
			out = append(out, t)
			continue
		}
		out = append(out, token{tName, Last, t.start, t.start, t.space}, t)
		i = number - 1
	}
	return out
}
