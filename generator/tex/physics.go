package tex

// derivativeCommands are those of packages, \dv{y}{x} and \pdv{L}{w}, and the sign of their differentials.
var derivativeCommands = map[string]token{
	"dv": {kind: tName, text: "d"}, "odv": {kind: tName, text: "d"}, "pdv": {kind: tCommand, text: "partial"},
}

// derivatives rewrites \dv{y}{x} as \frac{dy}{dx}.
func derivatives(tokens []token) []token {
	var out []token
	inside := map[int]token{} // the signs to put behind the braces at these places
	for i, t := range tokens {
		if d, ok := derivativeCommands[t.text]; ok && t.kind == tCommand {
			if middle := closed(tokens, i+1); middle > 0 && closed(tokens, middle+1) > 0 {
				t.text = "frac"
				for _, open := range []int{i + 1, middle + 1} {
					d.start, d.end = tokens[open].end, tokens[open].end
					inside[open] = d
				}
			}
		}
		out = append(out, t)
		if d, ok := inside[i]; ok {
			out = append(out, d)
		}
	}
	return out
}

// closed is the place of the brace that closes the one at i; 0 where none stands there.
func closed(tokens []token, i int) int {
	if i >= len(tokens) || tokens[i].kind != tOp || tokens[i].text != "{" {
		return 0
	}
	depth := 0
	for j := i; j < len(tokens); j++ {
		if tokens[j].kind == tOp && tokens[j].text == "{" {
			depth++
		} else if tokens[j].kind == tOp && tokens[j].text == "}" {
			if depth--; depth == 0 {
				return j
			}
		}
	}
	return 0
}
