package tex

import (
	"strings"

	"longhand/generator/formula"
)

// Unbounded is the name that stands for the upper bound of a sum that writes none: as far as its terms are known.
const Unbounded = "\x00n"

// sum reads \sum_{i=1}^{n} and what it sums, which ends before the next + or −. A sum over i without bounds goes on as far as
// its terms are known; one without anything below it, as \sum (y - \hat y)^2, sums the entries of what it holds.
func (p *parser) sum() (formula.Expr, *SyntaxError) {
	start := p.peek().start
	p.at++
	var s formula.Sum
	for p.isOp("_") || p.isOp("^") || p.peek().kind == tSub {
		if p.peek().kind == tSub { // Σᵢ
			s.Var = p.peek().text
			p.at++
			continue
		}
		if p.accept("^") {
			to, err := p.argument()
			if err != nil {
				return nil, err
			}
			s.To = to
			continue
		}
		p.at++
		if err := p.lowerBound(&s); err != nil {
			return nil, err
		}
	}
	if p.Dialect == Own && (s.From == nil || s.To == nil) {
		return nil, failAt(start, "a sum without bounds is not read")
	}
	body, err := p.expression(precHadamard)
	if err != nil {
		return nil, err
	}
	if s.Var == "" {
		s.Var = p.countingLetter(body)
	}
	if s.Var == "" {
		return formula.Call{Func: "sum", Args: []formula.Expr{body}}, nil
	}
	if s.From == nil {
		s.From = p.implied("1")
	}
	if s.To == nil {
		s.To = formula.Symbol{Name: Unbounded}
	}
	s.Body = body
	return s, nil
}

// lowerBound reads what stands below a sum: i = 1, i alone, or another condition, which says no more than that it is a sum.
func (p *parser) lowerBound(s *formula.Sum) *SyntaxError {
	if !p.accept("{") {
		if t := p.peek(); t.kind == tName {
			s.Var = t.text
		}
		p.at++
		return nil
	}
	if p.peek().kind == tName && p.tok(p.at+1).text == "=" {
		s.Var = p.peek().text
		p.at += 2
		from, err := p.expression(precSum)
		if err != nil {
			return err
		}
		if !p.accept("}") {
			return p.fail(`"}" is missing before %s`, p.describe())
		}
		s.From = from
		return nil
	}
	if p.peek().kind == tName && p.tok(p.at+1).text == "}" {
		s.Var = p.peek().text
		p.at += 2
		return nil
	}
	return p.fail("a sum over %s is not read", p.describe())
}

// countingLetter is the letter that the names of a sum's body have as an index.
func (p *parser) countingLetter(e formula.Expr) string {
	letter := ""
	formula.Walk(e, func(e formula.Expr) bool {
		if x, ok := e.(formula.Index); ok && letter == "" {
			for _, at := range x.At {
				if s, ok := at.(formula.Symbol); ok && len(s.Name) == 1 && strings.Contains(indexLetters, s.Name) && !p.known(Key(x)) {
					letter = s.Name
				}
			}
		}
		return true
	})
	return letter
}
