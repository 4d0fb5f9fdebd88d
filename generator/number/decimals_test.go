package number

import (
	"math/big"
	"testing"
)

func TestFloorLog10(t *testing.T) {
	// exact powers near every step of the floor, up to 2^4000, both ways
	for e := -4000; e <= 4000; e++ {
		if got, want := floorLog10(e), decimalExponent(dyadic(big.NewInt(1), e)); got != want {
			t.Fatalf("floorLog10(%d) = %d, want %d", e, got, want)
		}
	}
	// beyond: no multiple of log10 2 comes near an integer. 128 places of log10 2 against the 64 used.
	c := NewContext(256)
	l2, err1 := c.Log(FromInt(2))
	l10, err2 := c.Log(FromInt(10))
	q, err3 := c.Div(l2, l10)
	if err1 != nil || err2 != nil || err3 != nil {
		t.Fatal(err1, err2, err3)
	}
	l, err := q.Places(60, HalfUp)
	if err != nil {
		t.Fatal(err)
	}
	// as a fraction of 2^128
	f := new(big.Int).Lsh(l.Coefficient(), 128)
	f.Quo(f, powerOfTen(60))
	limit := new(big.Int).Lsh(big.NewInt(1), 128-30)
	multiple, part := new(big.Int), new(big.Int)
	mask := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 128), big.NewInt(1))
	for e := 1; e <= 2*maxBits; e++ {
		multiple.Add(multiple, f)
		part.And(multiple, mask)
		if part.Cmp(limit) < 0 || part.Sub(mask, part).Cmp(limit) < 0 {
			t.Fatalf("%d·log10 2 is within 2^-30 of an integer", e)
		}
	}
}
