package tex

import "strings"

// statistic looks for degrees of freedom behind the name of a statistic on a left side, t(11) = −0.55, F(2, 27) = 4.1 and χ²(3) = 7.8:
// they are no factor. It gives the place of their bracket; 0 where there are none.
func (r Reader) statistic(tokens []token, i int) int {
	t := tokens[i]
	name := strings.TrimSpace(t.text)
	if t.kind != tName && t.kind != tText || r.Dialect == Own || r.Function != nil && r.Function(name) || i > 0 && tokens[i-1].kind == tOp && tokens[i-1].text != "(" {
		return 0
	}
	open := i + 1
	at := func(i int) token { return tokens[min(i, len(tokens)-1)] }
	numbers := 1
	switch name {
	case "t":
	case "F":
		numbers = 2
	case "chi":
		switch {
		case at(open).kind == tSuper && at(open).text == "2":
			open++
		case at(open).text == "^" && at(open+1).text == "2":
			open += 2
		case at(open).text == "^" && at(open+1).text == "{" && at(open+2).text == "2" && at(open+3).text == "}":
			open += 4
		default:
			return 0
		}
	default:
		return 0
	}
	j := open + 1
	for k := range numbers {
		if k > 0 {
			if at(j).kind != tSeparator {
				return 0
			}
			j++
		}
		if at(j).kind != tNumber || strings.Trim(at(j).text, "0123456789") != "" {
			return 0
		}
		j++
	}
	if at(j).kind == tSeparator && strings.EqualFold(at(j+1).text, "N") && at(j+2).kind == tRelation && at(j+3).kind == tNumber { // χ²(3, N = 90)
		j += 4
	}
	if at(open).text != "(" || at(open).space || at(j).text != ")" || at(j+1).kind != tRelation || at(j+1).text == "→" {
		return 0
	}
	return open
}
