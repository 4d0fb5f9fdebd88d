package number

import (
	"math/big"
	"math/bits"
	"sync"
)

// Products of long integers by number-theoretic transforms modulo two primes: math/big multiplies by Karatsuba's method only. The
// result is exact, so nothing here has an error bound. Butterflies with lazy reduction are D. Harvey's ("Faster arithmetic
// for number-theoretic transforms", J. Symb. Comp. 60, 2014): residues stay in [0, 2p) between steps, p < 2^62.

// nttWords is the length of the shorter factor from which transforms beat math/big; measured.
const nttWords = 1200

// A root of unity of order nttOrder exists modulo both primes; it divides by the lengths 2^k and 3·2^k used.
const nttOrder = 3 << 27

// field is the integers modulo p.
type field struct {
	p    uint64
	root uint64 // of order nttOrder
	pinv uint64 // p·pinv = 1 mod 2^64

	mutex  sync.Mutex
	tables map[int][]factor // by length n: root of order n to the powers 0 … n/2 (0 … 2n/3 when 3 divides n)
}

// factor is a constant to multiply by, with ⌊w·2^64/p⌋.
type factor struct{ w, scaled uint64 }

// times gives x·f mod p in [0, 2p), for any x: q = ⌊x·scaled/2^64⌋ is ⌊xw/p⌋ or one less.
func (f factor) times(x, p uint64) uint64 {
	q, _ := bits.Mul64(x, f.scaled)
	return x*f.w - q*p
}

// minus gives x, or x − m when x >= m, for x < 2m.
func minus(x, m uint64) uint64 {
	d, b := bits.Sub64(x, m, 0)
	return d + m&-b
}

func (f *field) mul(a, b uint64) uint64 {
	h, l := bits.Mul64(a, b)
	_, r := bits.Div64(h, l, f.p)
	return r
}

func (f *field) pow(a, e uint64) uint64 {
	r := uint64(1)
	for ; e > 0; e >>= 1 {
		if e&1 == 1 {
			r = f.mul(r, a)
		}
		a = f.mul(a, a)
	}
	return r
}

func (f *field) factor(w uint64) factor {
	s, _ := bits.Div64(w, 0, f.p)
	return factor{w, s}
}

var nttFields = sync.OnceValue(func() *[2]*field {
	var fs [2]*field
	k := 0
	for p := uint64(1<<62)/nttOrder*nttOrder + 1; k < 2; p -= nttOrder {
		if p >= 1<<62 || !new(big.Int).SetUint64(p).ProbablyPrime(0) { // Baillie–PSW, which is a proof below 2^64
			continue
		}
		f := &field{p: p, pinv: p, tables: map[int][]factor{}}
		for range 6 { // Newton modulo powers of two
			f.pinv *= 2 - p*f.pinv
		}
		for g := uint64(2); ; g++ {
			f.root = f.pow(g, (p-1)/nttOrder)
			if f.pow(f.root, nttOrder/2) != 1 && f.pow(f.root, nttOrder/3) != 1 {
				break
			}
		}
		fs[k] = f
		k++
	}
	return &fs
})

// powers gives the powers 0 … count−1 of a root of order n, or of its inverse.
func (f *field) powers(n, count int, inverse bool) []factor {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	key := n
	if inverse {
		key = -n
	}
	t, ok := f.tables[key]
	if !ok {
		r, w := f.pow(f.root, uint64(nttOrder/n)), uint64(1)
		if inverse {
			r = f.pow(r, f.p-2)
		}
		t = make([]factor, count)
		for j := range t {
			t[j] = f.factor(w)
			w = f.mul(w, r)
		}
		f.tables[key] = t
	}
	return t
}

// forward transforms x, of length 2^k or 3·2^k, in place; the result is in an order of its own, which backward undoes.
func (f *field) forward(x []uint64) {
	n := len(x)
	if n%3 != 0 {
		f.forward2(x)
		return
	}
	// radix 3: (a + b + c, (a + ωb + ω²c)·w^j, (a + ω²b + ωc)·w^2j) with ω² = −1 − ω
	h := n / 3
	p, p2 := f.p, 2*f.p
	t := f.powers(n, 2*h, false)
	omega := t[h]
	for j := range h {
		a, b, c := x[j], x[h+j], x[2*h+j]
		u := omega.times(b-c+p2, p)
		x[j] = minus(minus(a+b, p2)+c, p2)
		x[h+j] = t[j].times(minus(a-c+p2, p2)+u, p)
		x[2*h+j] = t[2*j].times(minus(a-b+p2, p2)-u+p2, p)
	}
	f.forward2(x[:h])
	f.forward2(x[h : 2*h])
	f.forward2(x[2*h:])
}

// backward undoes forward, but for the factor len(x).
func (f *field) backward(x []uint64) {
	n := len(x)
	if n%3 != 0 {
		f.backward2(x)
		return
	}
	h := n / 3
	f.backward2(x[:h])
	f.backward2(x[h : 2*h])
	f.backward2(x[2*h:])
	// with B = b·w^−j, C = c·w^−2j: (a + B + C, a + ω²B + ωC, a + ωB + ω²C)
	p, p2 := f.p, 2*f.p
	t := f.powers(n, 2*h, true)
	omega := f.powers(n, 2*h, false)[h]
	for j := range h {
		a, b, c := x[j], t[j].times(x[h+j], p), t[2*j].times(x[2*h+j], p)
		u := omega.times(b-c+p2, p)
		x[j] = minus(minus(a+b, p2)+c, p2)
		x[h+j] = minus(minus(a-b+p2, p2)-u+p2, p2)
		x[2*h+j] = minus(minus(a-c+p2, p2)+u, p2)
	}
}

// forward2 halves by decimation in frequency, two levels in one pass, down to single residues.
func (f *field) forward2(x []uint64) {
	p, p2 := f.p, 2*f.p
	m := len(x)
	if bits.TrailingZeros(uint(m))&1 == 1 {
		h := m / 2
		t := f.powers(m, h, false)
		a, b := x[:h], x[h:][:h]
		for j, w := range t[:h] {
			u, v := a[j], b[j]
			a[j] = minus(u+v, p2)
			b[j] = w.times(u-v+p2, p)
		}
		m = h
	}
	for ; m >= 4; m /= 4 {
		h := m / 4
		t, t2 := f.powers(m, m/2, false), f.powers(m/2, h, false)
		for s := 0; s < len(x); s += m {
			x0, x1, x2, x3 := x[s:][:h], x[s+h:][:h], x[s+2*h:][:h], x[s+3*h:][:h]
			ta, tb, tc := t[:h], t[h:][:h], t2[:h]
			for j := range x0 {
				a, b, c, d := x0[j], x1[j], x2[j], x3[j]
				a, c = minus(a+c, p2), ta[j].times(a-c+p2, p)
				b, d = minus(b+d, p2), tb[j].times(b-d+p2, p)
				x0[j], x1[j] = minus(a+b, p2), tc[j].times(a-b+p2, p)
				x2[j], x3[j] = minus(c+d, p2), tc[j].times(c-d+p2, p)
			}
		}
	}
}

// backward2 undoes the steps of forward2 in reverse, by decimation in time.
func (f *field) backward2(x []uint64) {
	p, p2 := f.p, 2*f.p
	odd := bits.TrailingZeros(uint(len(x)))&1 == 1
	top := len(x)
	if odd {
		top /= 2
	}
	for m := 4; m <= top; m *= 4 {
		h := m / 4
		t, t2 := f.powers(m, m/2, true), f.powers(m/2, h, true)
		for s := 0; s < len(x); s += m {
			x0, x1, x2, x3 := x[s:][:h], x[s+h:][:h], x[s+2*h:][:h], x[s+3*h:][:h]
			ta, tb, tc := t[:h], t[h:][:h], t2[:h]
			for j := range x0 {
				a, b, c, d := x0[j], tc[j].times(x1[j], p), x2[j], tc[j].times(x3[j], p)
				a, b = minus(a+b, p2), minus(a-b+p2, p2)
				c, d = ta[j].times(c+d, p), tb[j].times(c-d+p2, p)
				x0[j], x2[j] = minus(a+c, p2), minus(a-c+p2, p2)
				x1[j], x3[j] = minus(b+d, p2), minus(b-d+p2, p2)
			}
		}
	}
	if odd {
		h := len(x) / 2
		t := f.powers(len(x), h, true)
		a, b := x[:h], x[h:][:h]
		for j, w := range t[:h] {
			u, v := a[j], w.times(b[j], p)
			a[j], b[j] = minus(u+v, p2), minus(u-v+p2, p2)
		}
	}
}

// pointwise multiplies a by b and by the constant 1/len(a). The product is reduced by Montgomery's method, which leaves a factor 2^−64; the
// constant makes up for it. ab < 4p² < 2^64·p, so h − ⌊qp/2^64⌋ + p is in (0, 2p).
func (f *field) pointwise(a, b []uint64) {
	_, r := bits.Div64(1, 0, f.p) // 2^64 mod p
	k := f.factor(f.mul(r, f.pow(uint64(len(a)), f.p-2)))
	p, pinv := f.p, f.pinv
	b = b[:len(a)]
	for i, v := range a {
		h, l := bits.Mul64(v, b[i])
		q, _ := bits.Mul64(l*pinv, p)
		a[i] = k.times(h-q+p, p)
	}
}

// nttLength is the least 2^k or 3·2^k that is at least n.
func nttLength(n int) int {
	k := 4
	for k < n {
		k *= 2
	}
	if k/4*3 >= n && k >= 16 {
		return k / 4 * 3
	}
	return k
}

// splitBits cuts x into pieces of c bits.
func splitBits(z []uint64, x []big.Word, c uint) {
	k := 0
	for at := uint(0); at < uint(len(x))*wordBits; at += c {
		i, s := at/wordBits, at%wordBits
		v := uint64(x[i]) >> s
		if s+c > wordBits && int(i)+1 < len(x) {
			v |= uint64(x[i+1]) << (wordBits - s)
		}
		z[k] = v & (1<<c - 1)
		k++
	}
	clear(z[k:])
}

var nttBuffers = sync.Pool{New: func() any { return new([]uint64) }}

func nttBuffer(n int) *[]uint64 {
	b := nttBuffers.Get().(*[]uint64)
	if cap(*b) < n {
		*b = make([]uint64, n)
	}
	*b = (*b)[:n]
	return b
}

// nttProduct is z = |x|·|y| for long x and y.
func nttProduct(x, y []big.Word) []big.Word {
	// pieces of c bits: min(nx, ny)·(2^c−1)² must be below p₁p₂, which is above 2^123
	var c uint
	var n int
	for c = 57; ; c-- {
		nx, ny := (len(x)*wordBits+int(c)-1)/int(c), (len(y)*wordBits+int(c)-1)/int(c)
		n = nttLength(nx + ny)
		if 2*int(c)+bits.Len(uint(min(nx, ny))) <= 123 {
			break
		}
	}
	var r [2]*[]uint64
	for i, f := range nttFields() {
		a := nttBuffer(n)
		splitBits(*a, x, c)
		f.forward(*a)
		if len(x) == len(y) && &x[0] == &y[0] {
			f.pointwise(*a, *a)
		} else {
			b := nttBuffer(n)
			splitBits(*b, y, c)
			f.forward(*b)
			f.pointwise(*a, *b)
			nttBuffers.Put(b)
		}
		f.backward(*a)
		r[i] = a
	}
	z := make([]big.Word, len(x)+len(y))
	joinBits(z, *r[0], *r[1], c)
	nttBuffers.Put(r[0])
	nttBuffers.Put(r[1])
	return z
}

// joinBits adds up v_i·2^(ci), where v_i < p₁p₂ is r + p₁·((s − r)/p₁ mod p₂) for the residues r and s (Garner).
func joinBits(z []big.Word, a, b []uint64, c uint) {
	fs := nttFields()
	p1, p2 := fs[0].p, fs[1].p // p1 > p2 > p1/2
	inverse := fs[1].factor(fs[1].pow(p1%p2, p2-2))
	var s0, s1, s2, word uint64 // the sum so far, from bit ci on; the word being filled
	fill := uint(0)
	k := 0
	for i := range a {
		r := minus(a[i], p1)
		s := minus(b[i], p2)
		d := minus(inverse.times(s+2*p2-r, p2), p2)
		h, l := bits.Mul64(d, p1)
		var carry uint64
		l, carry = bits.Add64(l, r, 0)
		h += carry
		s0, carry = bits.Add64(s0, l, 0)
		s1, carry = bits.Add64(s1, h, carry)
		s2 += carry
		v := s0 & (1<<c - 1)
		s0 = s0>>c | s1<<(wordBits-c)
		s1 = s1>>c | s2<<(wordBits-c)
		s2 >>= c
		word |= v << fill
		if fill += c; fill >= wordBits {
			if k == len(z) {
				return
			}
			z[k] = big.Word(word)
			k++
			fill -= wordBits
			word = v >> (c - fill)
		}
	}
	if k < len(z) {
		z[k] = big.Word(word)
	}
}

// mulInt is z = x·y, by transforms when both are long.
func mulInt(z, x, y *big.Int) *big.Int {
	a, b := x.Bits(), y.Bits()
	if min(len(a), len(b)) < nttWords || max(len(a), len(b)) > 1<<24 {
		return z.Mul(x, y)
	}
	neg := (x.Sign() < 0) != (y.Sign() < 0)
	z.SetBits(nttProduct(a, b))
	if neg {
		z.Neg(z)
	}
	return z
}
