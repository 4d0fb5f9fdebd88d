package tex

// frames takes environments apart that hold equations rather than entries: cases used as a brace around several equations, and
// matrices that show in each row how its entry is computed. Each row becomes a statement of its own.
func frames(tokens []token) []token {
	var out []token
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		end := 0
		if env, ok := framed(t); ok {
			end = frameEnd(tokens, i, env)
		}
		if end == 0 {
			out = append(out, t)
			continue
		}
		if n := len(out); n > 0 && out[n-1].kind == tRelation { // what the matrix equals goes on no row
			out[n-1] = partAt(out[n-1])
		}
		out = append(out, token{tBreak, `\\`, t.start, t.end, true})
		out = append(out, tokens[i+1:end]...)
		close := tokens[end]
		out = append(out, token{tBreak, `\\`, close.start, close.end, true})
		i = end
		if end+1 < len(tokens) && tokens[end+1].kind == tRelation {
			i++
			out = append(out, partAt(tokens[i]))
		}
	}
	return out
}

// partAt is a token that parts what stands around another one.
func partAt(t token) token { return token{tSeparator, ";", t.start, t.end, t.space} }

// framed says whether an environment that may hold equations begins at a token.
func framed(t token) (env string, ok bool) {
	const begin = "begin:"
	if t.kind != tCommand || len(t.text) <= len(begin) || t.text[:len(begin)] != begin {
		return "", false
	}
	env = t.text[len(begin):]
	return env, env == "cases" || matrices[env]
}

// frameEnd is the place of the end of the environment that begins at i, where each of its rows is one equation; 0 where it
// holds anything else.
func frameEnd(tokens []token, i int, env string) int {
	depth, content, relation := 0, false, false
	for j := i + 1; j < len(tokens); j++ {
		t := tokens[j]
		switch {
		case t.kind == tCommand && t.text == "end:"+env:
			if content && !relation {
				return 0
			}
			return j
		case t.kind == tCommand && (t.text == "begin:"+env || t.text == "hline"), t.kind == tOp && t.text == "&" && depth == 0:
			return 0
		case t.kind == tOp && (t.text == "(" || t.text == "{" || t.text == "["):
			depth++
		case t.kind == tOp && (t.text == ")" || t.text == "}" || t.text == "]"):
			depth--
		case t.kind == tBreak && t.text == `\\`:
			if content && !relation {
				return 0
			}
			content, relation = false, false
			continue
		case t.kind == tRelation && depth == 0 && t.text != "<":
			relation = content
		case t.kind == tSeparator && depth == 0:
			return 0
		}
		content = content || t.kind != tBreak
	}
	return 0
}
