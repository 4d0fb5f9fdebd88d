package tex

import "strings"

// flatten repairs and simplifies the tokens before they are parsed: row breaks that lost a backslash, environments that
// only align, and boxes, groups and brackets around a whole statement, \boxed{y ≈ 0.5}.
func (r Reader) flatten(tokens []token) []token {
	tokens = joinContinued(repairBreaks(tokens))
	if r.Dialect != Own {
		tokens = derivatives(infix(tokens))
		if r.Dialect == Plain {
			tokens = listBars(continued(tokens))
		}
		tokens = r.opaque(r.bracketLabels(dropCurrencies(tokens)))
		tokens = frames(tokens)
		tokens = r.legends(r.remarks(r.labels(partUnmatched(tokens))))
	}
	for {
		next, changed := r.unwrapOnce(tokens)
		if !changed {
			return next
		}
		tokens = next
	}
}

// joinContinued joins a row with the one before where it goes on with it, indented: a + b \\ &\quad + c.
func joinContinued(tokens []token) []token {
	var out []token
	for i := 0; i < len(tokens); i++ {
		if end := i + 1; tokens[i].kind == tBreak {
			if end < len(tokens) && tokens[end].kind == tOp && tokens[end].text == "&" {
				end++
			}
			if end+1 < len(tokens) && tokens[end].kind == tSeparator && tokens[end].text == `\quad` &&
				tokens[end+1].kind == tOp && (tokens[end+1].text == "+" || tokens[end+1].text == "-") {
				i = end
				continue
			}
		}
		out = append(out, tokens[i])
	}
	return out
}

// partUnmatched turns round and square brackets without a partner into separators: prose opens a bracket in one line and
// closes it in another.
func partUnmatched(tokens []token) []token {
	var open []int
	lonely := map[int]bool{}
	for i, t := range tokens {
		if t.kind != tOp {
			continue
		}
		switch t.text {
		case "(", "[", "{":
			open = append(open, i)
		case ")", "]", "}":
			n := len(open)
			want := map[string]string{")": "(", "]": "[", "}": "{"}[t.text]
			switch {
			case n > 0 && tokens[open[n-1]].text == want:
				open = open[:n-1]
			case n > 1 && tokens[open[n-2]].text == want:
				lonely[open[n-1]] = true
				open = open[:n-2]
			default:
				lonely[i] = true
			}
		}
	}
	for _, i := range open {
		lonely[i] = true
	}
	if len(lonely) == 0 {
		return tokens
	}
	out := append([]token(nil), tokens...)
	for i := range lonely {
		if tokens[i].text != "{" && tokens[i].text != "}" {
			out[i].kind = tSeparator
		}
	}
	return out
}

// repairBreaks turns "\ " into a row break in environments that have no other, drops it elsewhere, and drops the
// environments that only align.
func repairBreaks(tokens []token) []token {
	type env struct {
		name         string
		start        int
		breaks       bool
		ampersands   int
		matrix       bool
		spaces       []int
		continuation bool
	}
	isBreak := make(map[int]bool)
	var open []*env
	for i, t := range tokens {
		switch {
		case t.kind == tCommand && strings.HasPrefix(t.text, "begin:"):
			name := strings.TrimPrefix(t.text, "begin:")
			open = append(open, &env{name: name, start: i, matrix: matrices[name]})
		case t.kind == tCommand && strings.HasPrefix(t.text, "end:"):
			if len(open) == 0 {
				break
			}
			e := open[len(open)-1]
			open = open[:len(open)-1]
			if !e.breaks {
				for _, s := range e.spaces {
					isBreak[s] = true
				}
			}
		case len(open) == 0:
		case t.kind == tBreak && t.text == `\\`:
			open[len(open)-1].breaks = true
		case t.kind == tCommand && t.text == " ":
			open[len(open)-1].spaces = append(open[len(open)-1].spaces, i)
		}
	}
	var out []token
	for i, t := range tokens {
		if t.kind == tCommand {
			if t.text == " " {
				if isBreak[i] {
					t.kind, t.text = tBreak, `\\`
				} else {
					continue
				}
			}
			env := strings.TrimPrefix(strings.TrimPrefix(t.text, "begin:"), "end:")
			if env != t.text && alignments[env] {
				continue
			}
		}
		out = append(out, t)
	}
	return out
}

// unwrapOnce takes off the brackets of every group that holds a statement of its own.
func (r Reader) unwrapOnce(tokens []token) ([]token, bool) {
	type group struct {
		open     int
		relation bool
		scripted bool // a subscript, an exponent or an argument: nothing to take off
		wrapper  int  // the token of its command, or −1
	}
	var stack []group
	drop := make(map[int]bool)
	part := make(map[int]bool) // becomes a separator
	matrix := 0
	for i, t := range tokens {
		switch {
		case t.kind == tCommand:
			if d, ok := matrixCommand(t.text); ok {
				matrix = max(0, matrix+d)
			}
		case t.kind == tRelation && matrix == 0:
			if len(stack) > 0 {
				stack[len(stack)-1].relation = true
			}
		case t.kind == tOp && (t.text == "{" || t.text == "(" || t.text == "["):
			g := group{open: i, wrapper: -1}
			if t.text == "{" {
				if i > 0 {
					b := tokens[i-1]
					switch {
					case b.kind == tCommand && wrappers[b.text]:
						g.wrapper = i - 1
					case b.kind == tCommand || b.kind == tOp && (b.text == "^" || b.text == "_" || b.text == "}"):
						g.scripted = true
					}
				}
			} else if matrix > 0 || r.Dialect == Own || len(stack) > 0 && stack[len(stack)-1].scripted && tokens[stack[len(stack)-1].open].text == "{" && r.isScript(tokens, stack[len(stack)-1].open) {
				g.scripted = true
			}
			stack = append(stack, g)
		case t.kind == tOp && (t.text == "}" || t.text == ")" || t.text == "]"):
			if len(stack) == 0 {
				continue
			}
			g := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if !g.relation || g.scripted {
				continue
			}
			if t.text == "}" {
				drop[g.open], drop[i] = true, true
				if g.wrapper >= 0 {
					drop[g.wrapper] = true
				}
				if len(stack) > 0 {
					stack[len(stack)-1].relation = true
				}
			} else {
				part[g.open], part[i] = true, true
			}
		}
	}
	if len(drop) == 0 && len(part) == 0 {
		return tokens, false
	}
	var out []token
	for i, t := range tokens {
		if drop[i] {
			continue
		}
		if part[i] {
			t.kind, t.text = tSeparator, ","
		}
		out = append(out, t)
	}
	return out, true
}

// isScript says whether the group that opens at i is a subscript or a superscript.
func (r Reader) isScript(tokens []token, i int) bool {
	return i > 0 && tokens[i-1].kind == tOp && (tokens[i-1].text == "^" || tokens[i-1].text == "_")
}

// currencies stand before their amounts.
var currencies = wordSet(`CHF EUR USD GBP JPY INR Rs Fr SFr kr`)

// dropCurrencies takes the currency before an amount away, CHF 1500 and Rs. 500.
func dropCurrencies(tokens []token) []token {
	var out []token
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if (t.kind == tName || t.kind == tText) && currencies[strings.TrimSpace(t.text)] {
			j := i + 1
			if j < len(tokens) && tokens[j].kind == tOther && tokens[j].text == "." {
				j++
			}
			if j < len(tokens) && tokens[j].kind == tNumber {
				i = j - 1
				continue
			}
		}
		out = append(out, t)
	}
	return out
}
