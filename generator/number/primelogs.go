package number

import (
	"math/big"
	"math/bits"
	"sync"
)

// primeTable serves to write a number as an integer combination of logarithms of small primes, or of angles of small Gaussian primes, and a small
// rest (F. Johansson, "Computing elementary functions using multi-prime argument reduction", 2022). primetable.go and
// gaussiantable.go hold the data. What is said of log p_i here holds for angle_i = 2 arg(a_i + b_i·i), where p_i = a_i² + b_i².
type primeTable struct {
	angles       bool
	primes       []int64
	parts        [][]int64 // a and b, for angles
	x            []int64   // log p_i = Σ_j coefficients[i][j]·atanh(1/x[j])/denominator, or angle_i with atan
	coefficients [][]int64 //
	denominator  int64
	ladder       [][]int64 // vectors d with 1 > Σ d[j]·log p_j > 0, falling

	mutex sync.Mutex
	words int          // of the logarithms kept
	logs  [][]big.Word // log p_i·2^(64·words), cut: within 2 units

	once  sync.Once
	steps []ladderStep
}

// ladderWords is the length of the numbers that the combination is chosen with: any choice is right, a good one is fast.
const ladderWords = 4

type ladderStep struct {
	vector    []int64
	eps, half fixed // Σ vector[j]·log p_j and half of it, ladderWords words
}

// logarithms gives log p_i·2^(64n), each within 2 units of 2^(−64n).
//
// They are computed with one more word: atanh(1/x) there is within its radius, far below 2^32 units; the coefficients stay below 2^32,
// so that a sum of 24 products is within 2^70 of those units, or 2^6/2^64… of a unit of n words after the division: the cut makes it 2.
func (t *primeTable) logarithms(c *Context, n int) [][]big.Word {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	if t.words < n {
		w := c.at(n + 3)
		at := make([]*ball, len(t.x))
		for i, x := range t.x {
			at[i] = w.inverseSeries(uint64(x), t.angles)
		}
		logs := make([][]big.Word, len(t.primes))
		for i, row := range t.coefficients {
			s := w.zeroBall()
			for j, k := range row {
				s = w.addBalls(s, w.mulBalls(at[j], w.ball(big.NewInt(k), 0, mag{})), false)
			}
			s = w.quoWord(s, uint64(t.denominator))
			logs[i] = cutWords(s, n)
		}
		t.words, t.logs = n, logs
	}
	if t.words == n {
		return t.logs
	}
	cut := make([][]big.Word, len(t.logs))
	for i, l := range t.logs {
		cut[i] = l[t.words-n:]
	}
	return cut
}

// cutWords gives the words of a positive ball below 2^64 down to 2^(−64n). Its radius must be below 2^(−64n−32).
func cutWords(x *ball, n int) []big.Word {
	if !x.rad.less(mag{1 << 31, -31 - wordBits*n - 32}) {
		panic("number: a logarithm needs more words")
	}
	z := make([]big.Word, n+1)
	for i, w := range x.m {
		if j := x.e + i + n; j >= 0 {
			z[j] = w
		}
	}
	return z
}

// ladderSteps gives the ladder with its values.
func (t *primeTable) ladderSteps(c *Context) []ladderStep {
	t.once.Do(func() {
		logs := t.logarithms(c, 2*ladderWords)
		for _, d := range t.ladder {
			var s, p, l big.Int
			for j, k := range d {
				s.Add(&s, p.Mul(l.SetBits(logs[j]), p.SetInt64(k)))
			}
			s.Rsh(&s, ladderWords*wordBits)
			step := ladderStep{vector: d}
			for i, w := range s.Bits() {
				step.eps[ladderWords-1-i] = uint64(w)
			}
			step.half = step.eps
			shiftFixed(&step.half, 1, ladderWords)
			t.steps = append(t.steps, step)
		}
	})
	return t.steps
}

// combine chooses c with x − Σ c[j]·log p_j small: about 2^−depth. |x| < 2^22.
func (t *primeTable) combine(ctx *Context, x *ball, depth int) []int64 {
	c := make([]int64, len(t.primes))
	steps := t.ladderSteps(ctx)
	// x = k·log 2 + y, |y| <= log 2/2 nearly; or x = k·π/2 + y
	w := ctx.at(ladderWords + 1)
	unit := w.shiftBall(w.pi(), -1)
	if !t.angles {
		unit = w.ln2()
	}
	k, r := w.reduceBy(w.nearby(x), unit)
	c[0] = int64(k)
	neg := r.neg
	var y fixed
	if whole, ok := fixedOf(&y, r, ladderWords); !ok || whole != 0 {
		return c
	}
	for _, s := range steps {
		if leadingZeros(&s.eps) > depth {
			break
		}
		for lessFixed(&s.half, &y) {
			d := int64(1)
			if neg {
				d = -1
			}
			for j, v := range s.vector {
				c[j] += d * v
			}
			if borrow := subtract(&y, &s.eps); borrow {
				neg = !neg
			}
		}
	}
	return c
}

// rest gives c and t = x − Σ c[j]·log p_j in units of 2^(−64n), for a point x with |x| < 2^22.
//
// In those units, x cut is within 1; the logarithms have n+1 words and are within 2 units of those, and |c_j| < 2^32 in sum, so that t, cut, is
// within 2.5.
func (t *primeTable) rest(c *Context, x *ball, depth, n int) (*big.Int, []int64) {
	k := t.combine(c, x, depth)
	logs := t.logarithms(c, n+1)
	s := &c.series
	r, u := new(big.Int), &s.u
	if e := x.e + n + 1; e >= 0 {
		r.Lsh(x.view(&c.a), uint(e)*wordBits)
	} else if -e < len(x.m) {
		r.Set(c.b.SetBits(x.m[-e:]))
		if x.neg {
			r.Neg(r)
		}
	}
	for j, v := range k {
		if v != 0 {
			s.word.SetInt64(v)
			r.Sub(r, u.Mul(&s.word, c.b.SetBits(logs[j])))
		}
	}
	return r.Rsh(r, wordBits), k
}

func leadingZeros(x *fixed) int {
	for i, w := range x[:ladderWords] {
		if w != 0 {
			return i*wordBits + bits.LeadingZeros64(w)
		}
	}
	return ladderWords * wordBits
}

func lessFixed(x, y *fixed) bool {
	for i := range ladderWords {
		if x[i] != y[i] {
			return x[i] < y[i]
		}
	}
	return false
}

// subtract makes y the size of y − x and tells whether y was less.
func subtract(y, x *fixed) bool {
	var b uint64
	for i := ladderWords - 1; i >= 0; i-- {
		y[i], b = bits.Sub64(y[i], x[i], b)
	}
	if b == 0 {
		return false
	}
	b = 0
	for i := ladderWords - 1; i >= 0; i-- {
		y[i], b = bits.Sub64(0, y[i], b)
	}
	return true
}
