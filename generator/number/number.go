// Package number computes with real numbers whose every printed digit is proven.
//
// A Real is an exact rational, or an enclosure: an interval that is sure to hold the number. Rational arithmetic
// stays exact up to a size limit; irrational functions give enclosures with outward rounding. A Context holds the
// working precision and does the arithmetic. Places and Digits round to decimals, and do so only when every point of the
// enclosure rounds to the same decimal; where it does not, they return an *UndecidedError, and Refine computes again
// with twice the precision.
//
// Here live the numbers, their arithmetic, the elementary functions and their proofs, rounding to decimals and the
// reading of decimal text. Nothing here knows formulas, files or how a number is displayed. No floating-point type of
// the language is used anywhere in the package.
//
// # How it works, and what it costs
//
// An enclosure is a ball: a midpoint of whole words and a radius of 32 bits, as in Arb. Rounding errors are counted by the arithmetic
// of balls itself; only the kernels on words (…words.go, sqrt.go, smallseries.go), the sums of expbig.go and trigbig.go, and constants.go
// count units of their own, and each cut series bounds its rest. Up to smallWords words everything happens in arrays on the stack, beyond with math/big, and with the transforms of ntt.go
// from nttWords words on. A short operation allocates its result alone: 56 bytes and its words, cut from slabs that serve
// dozens of results; a context keeps scratch memory of a few numbers' size. Logarithms of primes, tables and powers of ten are kept for
// the process, at the highest precision asked for; nothing grows with the number of operations.
//
// # Errors
//
// A method returns an error only where it has a domain or a size limit: *DomainError where the function has no value,
// *UndecidedError where the enclosure is too wide to tell whether it has one, *LimitError where the result would be
// too large. Total functions return a Real alone. Products beyond 2^(2^22), about 10^1262611, cannot be represented: there the
// total operations panic with a *LimitError, which Refine turns into an ordinary error. A result too small for that
// range is the enclosure of 0 with that range's least radius.
package number

import (
	"math"
	"math/big"
	"math/bits"

	"github.com/shopspring/decimal"
)

// Words are taken to have 64 bits: a constant overflow here means a 32-bit platform, which is not supported.
const _ = uint(1 << 63)

const wordBits = 64

// Real is a real number: an exact rational or an enclosure. It is immutable, and its zero value is exact 0.
type Real struct {
	num  int64    // a small rational num/(den+1): den is one less than the denominator, so that the zero value is 0/1
	den  uint64   // den+1 <= MaxInt64, coprime to num
	rat  *big.Rat // an exact rational that does not fit num and den; nil otherwise
	ball *ball    // an enclosure; nil for an exact number
}

// small makes num/den, den > 0, from parts that are coprime and fit.
func small(num int64, den uint64) Real { return Real{num: num, den: den - 1} }

// One, and the zero value of Real, which is 0.
var one = small(1, 1)

// FromInt gives the integer n, exactly.
func FromInt(n int64) Real {
	if n == math.MinInt64 {
		return fromRat(new(big.Rat).SetInt64(n))
	}
	return small(n, 1)
}

// FromRat gives the rational r, exactly. r is copied.
func FromRat(r *big.Rat) Real { return fromRat(new(big.Rat).Set(r)) }

// fromRat takes r over.
func fromRat(r *big.Rat) Real {
	if r.Num().IsInt64() && r.Denom().IsInt64() && r.Num().Int64() != math.MinInt64 {
		return small(r.Num().Int64(), r.Denom().Uint64())
	}
	return Real{rat: r}
}

// FromDecimal gives the decimal d, exactly. An exponent beyond ±2,000,000, which nothing in this package makes, panics with a
// *LimitError rather than fill the memory.
func FromDecimal(d decimal.Decimal) Real {
	e := d.Exponent()
	if (e > 2*maxLiteralExponent || e < -2*maxLiteralExponent) && !d.IsZero() {
		panic(&LimitError{"the exponent of a decimal", "exponents go up to ±" + itoa(2*maxLiteralExponent)})
	}
	if c := d.Coefficient(); c.IsInt64() && c.Int64() != math.MinInt64 && e <= 0 && e >= -18 {
		return reduced(c.Int64(), smallPowersOfTen[-e])
	}
	return fromRat(d.Rat())
}

// smallPowersOfTen are those that fit an int64.
var smallPowersOfTen = func() (p [19]uint64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = 10 * p[i-1]
	}
	return
}()

// reduced gives n/d in lowest terms, for n > MinInt64 and 0 < d <= MaxInt64.
func reduced(n int64, d uint64) Real {
	if d == 1 {
		return small(n, 1)
	}
	g := gcd(magnitude(n), d)
	return small(n/int64(g), d/g)
}

// magnitude is |n|.
func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}

// gcd is the greatest common divisor by Stein's binary algorithm (Knuth, TAOCP 2, 4.5.2 B); gcd(0, b) = b, b > 0.
func gcd(a, b uint64) uint64 {
	if a == 0 {
		return b
	}
	i, j := bits.TrailingZeros64(a), bits.TrailingZeros64(b)
	a, b = a>>i, b>>j
	for a != b {
		if a < b {
			a, b = b, a
		}
		a -= b
		a >>= bits.TrailingZeros64(a)
	}
	return a << min(i, j)
}

// isSmall says that num and den hold the value.
func (x Real) isSmall() bool { return x.rat == nil && x.ball == nil }

// isZero says that x is exact 0.
func (x Real) isZero() bool { return x.num == 0 && x.rat == nil && x.ball == nil }

// IsExact says whether x is known exactly, as a rational number.
func (x Real) IsExact() bool { return x.ball == nil }

// Rat gives the value as a new rational, and whether x is exact.
func (x Real) Rat() (*big.Rat, bool) {
	if x.ball != nil {
		return nil, false
	}
	return new(big.Rat).Set(x.exact()), true
}

// exact gives the rational value of an exact x, not to be changed.
func (x Real) exact() *big.Rat {
	if x.rat != nil {
		return x.rat
	}
	r := new(big.Rat)
	if x.den == 0 {
		return r.SetInt64(x.num)
	}
	return r.SetFrac(big.NewInt(x.num), new(big.Int).SetUint64(x.den+1))
}

// Decimal gives the full decimal of an exact x whose decimal terminates. It has no trailing zeros after the point.
func (x Real) Decimal() (decimal.Decimal, bool) {
	if x.ball != nil {
		return decimal.Decimal{}, false
	}
	r := x.exact()
	// A reduced fraction terminates exactly when its denominator is 2^i 5^j; it then has max(i, j) places.
	d := new(big.Int).Set(r.Denom())
	i := int(d.TrailingZeroBits())
	d.Rsh(d, uint(i))
	five := big.NewInt(5)
	j := (d.BitLen() - 1) * 1_000_000_000 / 2_321_928_095 // d = 5^j or 5^(j+1), if at all: log2 5 = 2.3219280948…
	switch p := new(big.Int).Exp(five, big.NewInt(int64(j)), nil); {
	case p.Cmp(d) == 0:
	case p.Mul(p, five).Cmp(d) == 0:
		j++
	default:
		return decimal.Decimal{}, false
	}
	places := max(i, j)
	if places > maxPlaces {
		return decimal.Decimal{}, false
	}
	n := new(big.Int).Set(r.Num())
	n.Mul(n, new(big.Int).Exp(five, big.NewInt(int64(places-j)), nil))
	n.Lsh(n, uint(places-i))
	return decimal.NewFromBigInt(n, int32(-places)), true
}
