package number

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

// Products by transforms against math/big, at lengths around every transform length, with extreme words.
func TestTransformProduct(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	words := func(n, kind int) []big.Word {
		x := make([]big.Word, n)
		for i := range x {
			switch kind {
			case 0:
				x[i] = big.Word(r.Uint64())
			case 1:
				x[i] = 1<<64 - 1
			case 2:
				x[i] = big.Word(r.Uint64() & -(r.Uint64() & 1))
			}
		}
		x[n-1] |= 1
		return x
	}
	for _, n := range []int{1, 2, 3, 5, 7, 8, 9, 20, 21, 22, 40, 41, 42, 43, 85, 170, 171, 340, 341, 342, 600, 1199, 1200, 1201, 1365, 1366, 2047, 2730, 5200} {
		for kind := range 3 {
			x, y := words(n, kind), words(max(1, n-r.IntN(n)/2), kind)
			want := new(big.Int).Mul(new(big.Int).SetBits(x), new(big.Int).SetBits(y))
			if got := new(big.Int).SetBits(nttProduct(x, y)); got.Cmp(want) != 0 {
				t.Fatalf("a product of %d by %d words, kind %d, is wrong", len(x), len(y), kind)
			}
			want.Mul(new(big.Int).SetBits(x), new(big.Int).SetBits(x))
			if got := new(big.Int).SetBits(nttProduct(x, x)); got.Cmp(want) != 0 {
				t.Fatalf("a square of %d words, kind %d, is wrong", len(x), kind)
			}
		}
	}
}

func BenchmarkProduct(b *testing.B) {
	r := rand.New(rand.NewPCG(2, 2))
	for _, n := range []int{600, 900, 1200, 1600, 2500, 5200} {
		x, y := make([]big.Word, n), make([]big.Word, n)
		for i := range x {
			x[i], y[i] = big.Word(r.Uint64()), big.Word(r.Uint64())
		}
		b.Run("transform/"+itoa(n), func(b *testing.B) {
			for b.Loop() {
				nttProduct(x, y)
			}
		})
		b.Run("big/"+itoa(n), func(b *testing.B) {
			var z, p, q big.Int
			p.SetBits(x)
			q.SetBits(y)
			for b.Loop() {
				z.Mul(&p, &q)
			}
		})
	}
}
