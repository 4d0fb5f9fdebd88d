package verify

import (
	"strings"

	"longhand/generator/formula"
)

// bracketed puts the terms of a sum together that stand in one bracket, (1 + 0 − 3) + (4 + 0 − 6), whose values the next line may
// print. Only the text tells: the formula holds no brackets.
func bracketed(p part, list []addend) []addend {
	if p.entry >= 0 || len(p.literals) != len(p.Literals) {
		return list
	}
	brackets := p.brackets()
	var out []addend
	last := 0
	for _, t := range list {
		at := p.bracketOf(t.e, brackets)
		if at == 0 || at != last {
			out, last = append(out, t), at
			continue
		}
		sum := &out[len(out)-1]
		op := formula.Add
		if t.negative != sum.negative {
			op = formula.Sub
		}
		sum.e = formula.Binary{Op: op, X: sum.e, Y: t.e}
	}
	return out
}

// brackets numbers the outermost brackets of the term; for each of its numbers it gives the one that holds it, 0 for none.
func (p part) brackets() []int {
	text := p.passage.text[p.Start:p.End]
	at := make([]int, len(p.Literals))
	depth, n, k := 0, 0, 0
	for i := 0; i < len(text) && k < len(at); i++ {
		for k < len(at) && p.Literals[k].Start-p.Start == i {
			if depth > 0 {
				at[k] = n
			}
			k++
		}
		switch {
		case strings.IndexByte("([", text[i]) >= 0:
			if depth++; depth == 1 {
				n++
			}
		case strings.IndexByte(")]", text[i]) >= 0:
			depth = max(0, depth-1)
		}
	}
	return at
}

// bracketOf is the outermost bracket that holds all numbers of a formula, 0 for none.
func (p part) bracketOf(e formula.Expr, brackets []int) int {
	at := -1
	formula.Walk(e, func(x formula.Expr) bool {
		if i, ok := place(x); ok {
			if at >= 0 && brackets[i] != at {
				at = 0
			} else if at < 0 {
				at = brackets[i]
			}
		}
		return true
	})
	return max(0, at)
}
