package number

import (
	"math/rand/v2"
	"testing"
)

// Both sides of every switch between algorithms: the enclosure must meet the one of a precision well away from it, and be as narrow as
// its neighbours.
func TestThresholds(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 4))
	far := NewContext(1600 * wordBits)
	for _, words := range []int{2, 3, smallWords - 2, smallWords - 1, smallWords, smallWords + 1, smallWords + 2, 118, 119, 120, 121,
		splitWords - 2, splitWords - 1, splitWords, splitWords + 1, nttWords - 1, nttWords, 1499, 1500} {
		c := NewContext(uint(words-1) * wordBits)
		names := []string{"exp", "sigmoid", "log", "sqrt", "sin", "atan"}
		if words < 130 {
			names = append(names, "tanh", "expm1", "cos", "tan", "log1p", "sinh", "cosh", "softplus", "erf")
		}
		for _, name := range names {
			p := randomBits(r, 300)
			x := FromRat(dyadic(p.Add(p, oneInt), -300+r.IntN(8)-4)) // about 1/16 to 16
			y, err := unary[name](c, x)
			if err != nil {
				t.Fatal(err)
			}
			high := far
			if words < 200 {
				high = far.at(words + 60)
			}
			want, err := unary[name](high, x)
			if err != nil {
				t.Fatal(err)
			}
			if o := y.Compare(want); o != Undecided {
				t.Errorf("%s of %d words: %v than at %d words", name, words, o, high.words)
			}
			if b := y.ball; b.top()-(b.rad.e+32) < (words-1)*wordBits-8 {
				t.Errorf("%s of %d words is good to %d bits only", name, words, b.top()-(b.rad.e+32))
			}
		}
		if words < 200 {
			a, b := c.Sigmoid(FromInt(1)), c.Sigmoid(FromInt(2))
			hold, err := c.Div(c.Mul(a, b), b)
			if err != nil || hold.Compare(a) != Undecided {
				t.Errorf("a·b/b at %d words: %v, %v", words, hold.Compare(a), err)
			}
		}
	}
}
