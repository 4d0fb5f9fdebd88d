package number

import (
	"math/big"
	"math/bits"
	"sync"

	"github.com/shopspring/decimal"
)

// Rounding an enclosure to a decimal, with one multiplication: |mid|·10^s = Q + φ with an integer Q and a fraction φ of which the
// first word is kept, and rad·10^s bounded in units of 2^-64. Where these prove that every point rounds to the same
// integer, that is the answer; else the exact path over both ends decides.

// scratch is the memory of one rounding. Decimals are made by copying a big.Int, whose words cannot be on the stack; kept here, they
// cost no allocation beside the decimal's own.
type scratch struct {
	words [2*smallWords + 2]big.Word
	int   big.Int
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// scaled is |x|·10^s: between (q·2^64 + f − r)·2^-64 and (q·2^64 + f + 1 + r)·2^-64.
type scaled struct {
	q    []big.Word // little-endian, no leading zeros
	f, r uint64
}

// scale fails where the radius is too large to matter, or where there is no fraction. buf is memory for the product.
func (x *ball) scale(s int, buf []big.Word) (v scaled, ok bool) {
	if s < 0 || s > maxPlaces || x.e >= 0 || len(x.m) == 0 {
		return v, false
	}
	p := powerWords(s)
	n := len(x.m) + len(p)
	if len(p) <= smallWords && len(x.m) <= smallWords+1 {
		buf = buf[:n]
		product(buf, x.m, p)
	} else {
		var a, b, z big.Int
		buf = mulInt(&z, a.SetBits(x.m), b.SetBits(p)).Bits()
	}
	cut := -x.e // words of fraction
	if cut <= len(buf) {
		v.f = uint64(buf[cut-1])
		v.q = buf[cut:]
		for len(v.q) > 0 && v.q[len(v.q)-1] == 0 {
			v.q = v.q[:len(v.q)-1]
		}
	}
	if !x.rad.isZero() {
		top := &ball{m: p}
		r := x.rad.mul(top.upper()) // r·2^64 must be below 2^62
		if r.e+32 > -2 {
			return v, false
		}
		if e := r.e + 64; e >= 0 {
			v.r = r.m << uint(e)
		} else if e > -32 {
			v.r = r.m>>uint(-e) + 1
		} else {
			v.r = 1
		}
	}
	return v, true
}

// up tells whether the magnitude rounds to q+1 rather than q, for every point; ok is false where that is not proven.
func (v *scaled) up(m Rounding, neg bool) (up, ok bool) {
	switch m {
	case HalfUp, HalfEven:
		const half = 1 << 63
		switch {
		case v.f > half && v.f-v.r > half:
			return true, true
		case v.f < half && v.f+1+v.r < half:
			return false, true
		}
		return false, false
	}
	if v.f <= v.r || v.f+1+v.r < v.f { // an integer may lie in it
		return false, false
	}
	return m == Floor && neg || m == Ceiling && !neg, true
}

// places is the rounding of x to n places, where the quick way proves it.
func (x *ball) places(mem *scratch, n int, m Rounding) (decimal.Decimal, bool) {
	v, ok := x.scale(n, mem.words[:])
	if !ok {
		return decimal.Decimal{}, false
	}
	up, ok := v.up(m, x.neg)
	if !ok {
		return decimal.Decimal{}, false
	}
	return v.decimal(mem, up, x.neg, -n), true
}

// digits is the rounding of x to n significant digits, where the quick way proves it.
func (x *ball) digits(mem *scratch, n int, m Rounding) (decimal.Decimal, bool) {
	if len(x.m) == 0 {
		return decimal.Decimal{}, false
	}
	// 10^d <= 2^(top−1) <= |mid| < 2^top < 10^(d+2)
	d := floorLog10(x.top() - 1)
	s := n - 1 - d
	v, ok := x.scale(s, mem.words[:])
	if !ok {
		return decimal.Decimal{}, false
	}
	limit := powerWords(n)
	if compareWords(v.q, limit) >= 0 { // one digit too many: |mid| >= 10^(d+1)
		s--
		digit := overWord(v.q, 10)
		v.f, _ = bits.Div64(digit, v.f, 10)
		v.r = v.r/10 + 1
		if k := len(v.q); v.q[k-1] == 0 {
			v.q = v.q[:k-1]
		}
	}
	if v.f <= v.r && compareWords(v.q, powerWords(n-1)) == 0 { // the lower end may have a digit less
		return decimal.Decimal{}, false
	}
	up, ok := v.up(m, x.neg)
	if !ok {
		return decimal.Decimal{}, false
	}
	if up && isNext(limit, v.q) { // 9.99 goes to 10.0
		v.q, up, s = powerWords(n-1), false, s-1
	}
	return v.decimal(mem, up, x.neg, -s), true
}

// isNext says whether y = x+1.
func isNext(y, x []big.Word) bool {
	if len(x) != len(y) {
		return false // y is no power of 2^64 here
	}
	carry := big.Word(1)
	for i, w := range x {
		w += carry
		if w != 0 {
			carry = 0
		}
		if w != y[i] {
			return false
		}
	}
	return true
}

// decimal is ±(q + up)·10^exp; the words of v may be changed.
func (v *scaled) decimal(mem *scratch, up, neg bool, exp int) decimal.Decimal {
	words := v.q
	if up {
		words = increment(words)
	}
	mem.int.SetBits(words)
	if neg {
		mem.int.Neg(&mem.int)
	}
	return decimal.NewFromBigInt(&mem.int, int32(exp))
}

// increment is x+1, in place where the carry leaves room.
func increment(x []big.Word) []big.Word {
	for i := range x {
		x[i]++
		if x[i] != 0 {
			return x
		}
	}
	return append(x, 1)
}

var oneInt = big.NewInt(1)

func compareWords(x, y []big.Word) int {
	if len(x) != len(y) {
		return len(x) - len(y)
	}
	for i := len(x) - 1; i >= 0; i-- {
		if x[i] != y[i] {
			if x[i] < y[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// floorLog10 is ⌊log10 2^t⌋ for |t| <= 2·maxBits. log10 2 is cut at 64 places; its multiples by so small a t ≠ 0 keep farther from
// any integer than |t|·2^-64 (TestFloorLog10 tries them all).
func floorLog10(t int) int {
	const log10of2 = 0x4d104d427de7fbcc
	if t < 0 {
		d, _ := bits.Mul64(uint64(-t), log10of2)
		return -int(d) - 1
	}
	d, _ := bits.Mul64(uint64(t), log10of2)
	return int(d)
}

// Powers of ten are kept: the small ones for ever, of the long ones the last few used.
var (
	smallPowers = firstPowers() // 10^s in at most smallWords words, since 10^18 < 2^64

	longPowersMutex sync.Mutex
	longPowers      [12]struct {
		s     int
		words []big.Word
	}
)

func firstPowers() (powers [18 * smallWords][]big.Word) {
	p, ten := big.NewInt(1), big.NewInt(10)
	for i := range powers {
		powers[i] = append([]big.Word(nil), p.Bits()...)
		p.Mul(p, ten)
	}
	return
}

// powerWords is 10^s, not to be changed.
func powerWords(s int) []big.Word {
	if s < len(smallPowers) {
		return smallPowers[s]
	}
	longPowersMutex.Lock()
	defer longPowersMutex.Unlock()
	last := len(longPowers) - 1
	for i, p := range longPowers {
		if p.s == s {
			if i > 0 {
				copy(longPowers[1:i+1], longPowers[:i])
				longPowers[0] = p
			}
			return p.words
		}
		last = i
	}
	copy(longPowers[1:last+1], longPowers[:last])
	longPowers[0].s = s
	longPowers[0].words = new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(s)), nil).Bits()
	return longPowers[0].words
}

// digits of a small rational: num·10^s/den by words, whatever n is.
func (x Real) smallDigits(mem *scratch, n int, m Rounding) (decimal.Decimal, bool) {
	num, den := magnitude(x.num), x.den+1
	// 2^(t−1) < num/den < 2^(t+1), so d or d+1 is the exponent of its first digit
	d := floorLog10(bits.Len64(num) - bits.Len64(den) - 1)
	for s := n - 1 - d; s >= 0; s-- {
		p := powerWords(s)
		q := append(mem.words[:0], p...)
		q = append(q, 0)
		timesWord(q, p, num)
		rem := overWord(q, den)
		for len(q) > 0 && q[len(q)-1] == 0 {
			q = q[:len(q)-1]
		}
		limit := powerWords(n)
		if compareWords(q, limit) >= 0 {
			continue
		}
		v := scaled{q: q}
		half := sign64Diff(int64(rem), int64(den-rem)) // den < 2^63
		up := m.adjust(x.num < 0, q[0]&1 == 1, half, rem != 0)
		if up && isNext(limit, q) {
			v.q, up, s = powerWords(n-1), false, s-1
		}
		return v.decimal(mem, up, x.num < 0, -s), true
	}
	return decimal.Decimal{}, false
}
