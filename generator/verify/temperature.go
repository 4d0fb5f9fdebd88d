package verify

import (
	"strings"

	"longhand/generator/formula"
)

// scaleOf is how a temperature is written on another scale: (x + before)·num/den + after. Articles leave out the .15 as they like.
type scaleOf struct{ before, num, den, after string }

// temperatures are the ways from one scale to another.
var temperatures = map[string][]scaleOf{
	"°C K":  {{"0", "1", "1", "273.15"}, {"0", "1", "1", "273"}, {"0", "1", "1", "0"}}, // a rise of 5 °C is one of 5 K
	"K °C":  {{"-273.15", "1", "1", "0"}, {"-273", "1", "1", "0"}},
	"°C °F": {{"0", "9", "5", "32"}},
	"°F °C": {{"-32", "5", "9", "0"}},
	"K °F":  {{"-273.15", "9", "5", "32"}},
	"°F K":  {{"-32", "5", "9", "273.15"}},
}

// temperature judges a temperature that is said to equal one on another scale; ok is false where it is not.
func (f *flow) temperature(c *Claim, before part) (best outcome, ok bool) {
	i, _, isLiteral := signed(before.e)
	if before.entry >= 0 || !isLiteral {
		return best, false
	}
	number := func(s string) formula.Expr { return formula.Number{Text: s} }
	for k, t := range temperatures[before.literals[i].unit.Name+" "+c.unit.Name] {
		p := before
		p.e = formula.Binary{Op: formula.Div, X: formula.Binary{Op: formula.Mul, X: formula.Binary{Op: formula.Add, X: before.e, Y: number(t.before)}, Y: number(t.num)}, Y: number(t.den)}
		p.e = formula.Binary{Op: formula.Add, X: p.e, Y: number(t.after)}
		if o := f.outcome(c, []part{p}, false); k == 0 || o.rank() < best.rank() {
			best, ok = o, true
		}
	}
	return best, ok
}

// angle judges an angle in degrees that is said to equal one in radians, or the other way round; ok is false where it is not.
func (f *flow) angle(c *Claim, before part) (o outcome, ok bool) {
	i, _, isLiteral := signed(before.e)
	if before.entry >= 0 || !isLiteral {
		return o, false
	}
	x, y := formula.Expr(formula.Symbol{Name: "pi"}), formula.Expr(formula.Number{Text: "180"})
	units := before.literals[i].unit.Name + " " + c.unit.Name
	switch units {
	case "° rad", "° ":
	case "rad °", " °":
		x, y = y, x
	default:
		return o, false
	}
	before.e = formula.Binary{Op: formula.Div, X: formula.Binary{Op: formula.Mul, X: before.e, Y: x}, Y: y}
	o = f.outcome(c, []part{before}, false)
	return o, strings.Contains(units, "rad") || o.verdict != Wrong && o.verdict != Unjudged
}
