package number

import (
	"math/big"
	"math/bits"
)

// smallWords is the one switch between the two kernels: numbers of up to this many words are computed on arrays of words on the
// stack, longer ones with math/big, whose assembly wins from about this length on. A power of two, so that an index needs no check.
const (
	smallWords = 16
	mask       = smallWords - 1
)

// product multiplies little-endian x and y, neither empty, into z of len(x)+len(y) words: row by row (Knuth, TAOCP 2, 4.3.1, algorithm M),
// which takes half the time of column by column here.
func product(z, x, y []big.Word) {
	timesWord(z, x, uint64(y[0]))
	for i := 1; i < len(y); i++ {
		v := uint64(y[i])
		row := z[i:]
		row = row[:len(x)+1]
		var carry uint64
		for j, w := range x { // v·w + row[j] + carry < 2^128
			h, l := bits.Mul64(uint64(w), v)
			var c uint64
			l, c = bits.Add64(l, uint64(row[j]), 0)
			h, _ = bits.Add64(h, 0, c)
			l, c = bits.Add64(l, carry, 0)
			carry, _ = bits.Add64(h, 0, c)
			row[j] = big.Word(l)
		}
		row[len(x)] = big.Word(carry)
	}
}

// timesWord multiplies x by w into z, which has one word more.
func timesWord(z, x []big.Word, w uint64) {
	var carry uint64
	for i, v := range x {
		h, l := bits.Mul64(uint64(v), w)
		var c uint64
		l, c = bits.Add64(l, carry, 0)
		z[i] = big.Word(l)
		carry = h + c
	}
	z[len(x)] = big.Word(carry)
}

// overWord divides x by w in place and gives the remainder.
func overWord(x []big.Word, w uint64) (rem uint64) {
	if w&(w-1) == 0 {
		s := uint(bits.TrailingZeros64(w))
		for i := len(x) - 1; i >= 0; i-- {
			v := uint64(x[i])
			x[i] = big.Word(rem<<(64-s) | v>>s)
			rem = v & (w - 1)
		}
		return rem
	}
	for i := len(x) - 1; i >= 0; i-- {
		var q uint64
		q, rem = bits.Div64(rem, uint64(x[i]), w)
		x[i] = big.Word(q)
	}
	return rem
}

// quotient divides u by v into q (Knuth, TAOCP 2, 4.3.1, algorithm D) and leaves the remainder in u. v is normalized: its top bit
// is set; len(u) > len(v) >= 2, the top len(v) words of u are less than v, and q has len(u)−len(v) words.
func quotient(q, u, v []big.Word) {
	n := len(v)
	v1, v2 := uint64(v[n-1]), uint64(v[n-2])
	for j := len(u) - n - 1; j >= 0; j-- {
		w := u[j : j+n+1]
		top := uint64(w[n])
		qh := uint64(1<<64 - 1)
		if top < v1 {
			var r uint64
			qh, r = bits.Div64(top, uint64(w[n-1]), v1)
			for {
				h, l := bits.Mul64(qh, v2)
				if h < r || h == r && l <= uint64(w[n-2]) {
					break
				}
				qh--
				if r += v1; r < v1 {
					break
				}
			}
		}
		var borrow, carry uint64
		for i, d := range v {
			h, l := bits.Mul64(qh, uint64(d))
			var c uint64
			l, c = bits.Add64(l, carry, 0)
			carry = h + c
			var t uint64
			t, borrow = bits.Sub64(uint64(w[i]), l, borrow)
			w[i] = big.Word(t)
		}
		t, b := bits.Sub64(top, carry, borrow)
		w[n] = big.Word(t)
		for b != 0 { // at most twice
			qh--
			var c uint64
			for i, d := range v {
				var s uint64
				s, c = bits.Add64(uint64(w[i]), uint64(d), c)
				w[i] = big.Word(s)
			}
			t, c = bits.Add64(uint64(w[n]), 0, c)
			w[n] = big.Word(t)
			b -= c
		}
		q[j] = big.Word(qh)
	}
}

// shiftLeft shifts x by s < 64 bits into z of one word more.
func shiftLeft(z, x []big.Word, s uint) {
	var low big.Word
	for i, v := range x {
		z[i] = v<<s | low
		low = v >> (64 - s)
	}
	z[len(x)] = low
}
