package exercise

import (
	"crypto/sha256"
	"encoding/binary"
	"math/big"
	"math/rand/v2"

	"longhand/generator/number"
	"longhand/generator/problem"
)

// choice is what one quantity may become.
type choice struct {
	name    string
	whole   [][]problem.Literal // the quantity takes one of these; nil where entries are chosen one by one
	entries [][]problem.Literal // the numbers that each entry may be
}

// newSpace gives what varies. Where the problem does not say, it is every given number but the targets and the learning
// rate: entries keep their places, sign, and size class.
func newSpace(p *problem.Problem) []choice {
	if len(p.Vary) == 0 {
		return usual(p)
	}
	var space []choice
	for _, v := range p.Vary {
		c := choice{name: v.Name}
		n := 1
		for _, g := range p.Given {
			if g.Name == v.Name {
				n = len(g.Value.Items)
			}
		}
		switch {
		case v.Range != nil:
			c.entries = repeat(v.Range.Values(), n)
		case len(v.OneOf[0].Items) == n:
			for _, a := range v.OneOf {
				c.whole = append(c.whole, a.Items)
			}
		default:
			var numbers []problem.Literal
			for _, a := range v.OneOf {
				numbers = append(numbers, a.Items[0])
			}
			c.entries = repeat(numbers, n)
		}
		space = append(space, c)
	}
	return space
}

func repeat(values []problem.Literal, n int) [][]problem.Literal {
	list := make([][]problem.Literal, n)
	for i := range list {
		list[i] = values
	}
	return list
}

func usual(p *problem.Problem) []choice {
	var space []choice
	for _, g := range p.Given {
		if p.Network != nil && (g.Name == "t" || g.Name == "T") {
			continue
		}
		c := choice{name: g.Name}
		for _, l := range g.Value.Items {
			c.entries = append(c.entries, likeIt(l))
		}
		space = append(space, c)
	}
	return space
}

// likeIt lists the numbers with the decimal places, the sign and the size class of a typed one: the same power of ten,
// and at most three times as large or small. 0 stays 0, and so does a number with too many digits to be listed.
func likeIt(l problem.Literal) []problem.Literal {
	d, _ := l.Value.Decimal()
	d = d.Abs()
	if d.IsZero() || d.NumDigits() > 4 {
		return []problem.Literal{l}
	}
	unit := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(0, -d.Exponent()))), nil))
	if text := decimalsOf(l.Text); text > int(-d.Exponent()) { // 1.0 has a place that its value does not need
		unit.SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(text)), nil))
	}
	size := d.Rat()
	low, high := decade(d.NumDigits() + int(d.Exponent()))
	high.Sub(high, unit)
	if third := new(big.Rat).Quo(size, big.NewRat(3, 1)); third.Cmp(low) > 0 {
		low = third
	}
	if triple := new(big.Rat).Mul(size, big.NewRat(3, 1)); triple.Cmp(high) < 0 {
		high = triple
	}
	first := ceiling(new(big.Rat).Quo(low, unit))
	last := floor(new(big.Rat).Quo(high, unit))
	places := decimalsOf(unit.FloatString(12))
	for places > 0 && new(big.Rat).Mul(unit, pow10(places-1)).IsInt() {
		places--
	}
	negative := l.Value.Compare(number.FromInt(0)) == number.Less
	var list []problem.Literal
	for k := new(big.Int).Set(first); k.Cmp(last) <= 0; k.Add(k, big.NewInt(1)) {
		x := new(big.Rat).Mul(new(big.Rat).SetInt(k), unit)
		if negative {
			x.Neg(x)
		}
		list = append(list, problem.Literal{Text: x.FloatString(places), Value: number.FromRat(x), Pos: l.Pos})
	}
	if len(list) == 0 {
		return []problem.Literal{l}
	}
	return list
}

func decimalsOf(text string) int {
	for i, r := range text {
		switch r {
		case '.':
			return len(text) - i - 1
		case 'e', 'E':
			return 0
		}
	}
	return 0
}

// decade is the power of ten below a number with so many digits before its point, and the one above.
func decade(digits int) (low, high *big.Rat) {
	return pow10(digits - 1), pow10(digits)
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

// draw gives the problem with the numbers of one try. They depend on seed, variant and try alone: the stream of ChaCha8
// (Bernstein's cipher with 8 rounds, as math/rand/v2 fixes it) keyed with a hash of the three.
func (e *Exercise) draw(variant, try int) *problem.Problem {
	var key [24]byte
	binary.LittleEndian.PutUint64(key[0:], e.Seed)
	binary.LittleEndian.PutUint64(key[8:], uint64(variant))
	binary.LittleEndian.PutUint64(key[16:], uint64(try))
	stream := rand.NewChaCha8(sha256.Sum256(append([]byte("longhand practice 1\n"), key[:]...)))
	p := *e.Problem
	p.Given = append([]problem.Given(nil), p.Given...)
	for _, c := range e.space {
		var items []problem.Literal
		if c.whole != nil {
			items = c.whole[below(stream, len(c.whole))]
		} else {
			for _, values := range c.entries {
				items = append(items, values[below(stream, len(values))])
			}
		}
		if c.name == problem.RateName && p.Train.Present {
			p.Train.Rate = items[0]
		}
		for i := range p.Given {
			if p.Given[i].Name == c.name {
				p.Given[i].Value.Items = items
			}
		}
	}
	return &p
}

// below draws a whole number from 0 to n − 1, each as likely: what lies above the last multiple of n is drawn again.
func below(stream *rand.ChaCha8, n int) int {
	limit := -uint64(n) % uint64(n) // 2⁶⁴ mod n
	for {
		if x := stream.Uint64(); x >= limit {
			return int(x % uint64(n))
		}
	}
}
