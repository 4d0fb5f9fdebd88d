package exercise

import (
	"math/big"
	"strings"

	"longhand/generator/number"
	"longhand/generator/problem"
)

// usual gives what varies where the problem does not say: every given number, but those that are likely to mean
// something that no other number would.
//   - What a network should answer, t or T: it may be a class.
//   - A quantity of nothing but 0 and 1, typed without a point: labels, masks, counts.
//   - A number typed with a power of ten: 1e-8, 6.02e23. It is there to be small, or is a constant of nature.
//
// The learning rate of `train` stays, too.
func usual(p *problem.Problem) []choice {
	var list []choice
	for _, g := range p.Given {
		if p.Network != nil && (g.Name == "t" || g.Name == "T") || isMask(g.Value.Items) {
			continue
		}
		c := choice{name: g.Name}
		for _, l := range g.Value.Items {
			c.wheels = append(c.wheels, ofNumbers(likeIt(l)))
		}
		list = append(list, c)
	}
	return list
}

func isMask(items []problem.Literal) bool {
	for _, l := range items {
		if l.Text != "0" && l.Text != "1" {
			return false
		}
	}
	return true
}

// likeIt lists the numbers with the decimal places, the sign and the size class of a typed one: the same power of ten,
// at most three times as large or small, and for whole numbers as many zeros at the end. 0 stays 0; so does a number
// with more than four other digits, and one typed with a power of ten.
func likeIt(l problem.Literal) []problem.Literal {
	d, _ := l.Value.Decimal()
	d = d.Abs()
	if d.IsZero() || strings.ContainsAny(l.Text, "eE") {
		return []problem.Literal{l}
	}
	places := decimalsOf(l.Text) // 1.0 has a place that its value does not need
	unit := pow10(-places)
	if places == 0 {
		for next := pow10(1); new(big.Rat).Quo(d.Rat(), next).IsInt(); next = new(big.Rat).Mul(next, pow10(1)) {
			unit = next
		}
	}
	if count := new(big.Rat).Quo(d.Rat(), unit); count.Cmp(pow10(4)) >= 0 {
		return []problem.Literal{l}
	}
	size := d.Rat()
	low, high := decade(size)
	high.Sub(high, unit)
	if third := new(big.Rat).Quo(size, big.NewRat(3, 1)); third.Cmp(low) > 0 {
		low = third
	}
	if triple := new(big.Rat).Mul(size, big.NewRat(3, 1)); triple.Cmp(high) < 0 {
		high = triple
	}
	last := floor(new(big.Rat).Quo(high, unit))
	var list []problem.Literal
	for k := ceiling(new(big.Rat).Quo(low, unit)); k.Cmp(last) <= 0; k.Add(k, big.NewInt(1)) {
		x := new(big.Rat).Mul(new(big.Rat).SetInt(k), unit)
		if l.Value.Compare(number.FromInt(0)) == number.Less {
			x.Neg(x)
		}
		list = append(list, problem.Literal{Text: x.FloatString(places), Value: number.FromRat(x), Pos: l.Pos})
	}
	return list
}

func decimalsOf(text string) int {
	_, fraction, _ := strings.Cut(text, ".")
	return len(fraction)
}

// decade is the power of ten up to a positive number, and the one above.
func decade(x *big.Rat) (low, high *big.Rat) {
	low, high = pow10(0), pow10(1)
	for ten := pow10(1); x.Cmp(low) < 0; low = new(big.Rat).Quo(low, ten) {
		high = low
	}
	for ten := pow10(1); x.Cmp(high) >= 0; high = new(big.Rat).Mul(high, ten) {
		low = high
	}
	return low, new(big.Rat).Set(high)
}

func pow10(n int) *big.Rat {
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(n, -n))), nil)
	if n < 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), p)
	}
	return new(big.Rat).SetInt(p)
}

func floor(x *big.Rat) *big.Int {
	return new(big.Int).Div(x.Num(), x.Denom()) // Euclidean: down for a positive divisor
}

func ceiling(x *big.Rat) *big.Int {
	return new(big.Int).Neg(floor(new(big.Rat).Neg(x)))
}
