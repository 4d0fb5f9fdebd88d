package number

import (
	"context"
	"math/big"
	"strconv"
)

// Context holds the working precision, and the scratch memory and constants of the arithmetic. It serves one goroutine at a
// time. The numbers it makes are independent of it and may be shared.
type Context struct {
	bits  uint
	words int // of a midpoint

	a, b, t, z big.Int // a and b are views, never results

	series series

	scratch [4*smallWords + 4]big.Word // of one operation on words; nothing is expected in it, and nothing cleared

	operands [2]operandMemory

	constants *constants       // shared by all precisions of this context
	others    map[int]*Context // the same context at other numbers of words

	ctx context.Context // set by Refine, so that a long computation can be cancelled

	ballSlab             *[ballSlabSize]ball
	wordSlab             *[wordSlabSize]big.Word
	ballsLeft, wordsLeft int
}

// maxContextBits bounds the precision: 100,000 digits take 332,193 bits.
const maxContextBits = 1 << 26

// NewContext makes a context of at least the given number of bits, rounded up to whole words of 64. Enclosures made in it carry
// midpoints of one word more, because the first may hold a single bit. bits is taken to be at least 64 and at most 2^26.
func NewContext(bits uint) *Context {
	bits = min(max(bits, 64), maxContextBits)
	return newWords(int(bits+63)/64+1, &constants{}, map[int]*Context{})
}

func newWords(words int, k *constants, others map[int]*Context) *Context {
	c := &Context{bits: uint(words-1) * wordBits, words: words, constants: k, others: others}
	others[words] = c
	return c
}

// BitsFor is a precision at which n significant digits of a short computation are mostly decided at the first try, for the start of
// Refine: log2 10 bits a digit and a few for what the computation loses. (A context carries up to a word more.)
func BitsFor(digits int) uint {
	return uint(max(digits, 1)*33220/10000 + 10)
}

// Bits is the working precision.
func (c *Context) Bits() uint { return c.bits }

// at is the context at another number of words.
func (c *Context) at(words int) *Context {
	if words == c.words {
		return c
	}
	if d, ok := c.others[words]; ok {
		return d
	}
	d := newWords(words, c.constants, c.others)
	d.ctx = c.ctx
	return d
}

// Balls and words are cut from slabs, because most numbers are small and live briefly: one allocation serves dozens. What is left is
// counted, not sliced off: a pointer written into the context costs a barrier while the collector marks.
const (
	ballSlabSize = 32
	wordSlabSize = 256
)

func (c *Context) newBall() *ball {
	if c.ballsLeft == 0 {
		c.ballSlab = new([ballSlabSize]ball)
		c.ballsLeft = ballSlabSize
	}
	c.ballsLeft--
	return &c.ballSlab[c.ballsLeft]
}

func (c *Context) newWords(n int) []big.Word {
	if n == 0 {
		return nil
	}
	if n > wordSlabSize/8 {
		return make([]big.Word, n)
	}
	if n > c.wordsLeft {
		c.wordSlab = new([wordSlabSize]big.Word)
		c.wordsLeft = wordSlabSize
	}
	end := c.wordsLeft
	c.wordsLeft -= n
	return c.wordSlab[c.wordsLeft:end:end]
}

// of gives the ball of a real: the number itself when it is an enclosure, a quotient of integers when it is exact.
func (c *Context) of(x Real) *ball {
	if x.ball != nil {
		return x.ball
	}
	if x.rat != nil {
		return c.fraction(x.rat.Num(), x.rat.Denom())
	}
	n := c.wordBall(magnitude(x.num), 0)
	n.neg = x.num < 0
	if x.den == 0 {
		return n
	}
	if c.words <= smallWords {
		return c.mulFraction(n, 1, x.den+1, false)
	}
	d := c.wordBall(x.den+1, 0)
	return c.quoBalls(n, d, d.lower())
}

// fraction is n/d for integers of any size.
func (c *Context) fraction(n, d *big.Int) *ball {
	if len(n.Bits()) <= c.words && d.IsInt64() && d.Int64() == 1 {
		return c.ball(n, 0, mag{})
	}
	s := max(0, c.words+1+len(d.Bits())-len(n.Bits()))
	q, r := new(big.Int).QuoRem(c.t.Lsh(n, uint(s)*wordBits), d, &c.z)
	rad := mag{}
	if r.Sign() != 0 {
		rad = ulp(-s)
	}
	return c.ball(q, -s, rad)
}

func enclosure(b *ball) Real { return Real{ball: b} }

func itoa(n int) string { return strconv.Itoa(n) }
