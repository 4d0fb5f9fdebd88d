package number

import (
	"context"
	"errors"
	"testing"

	"github.com/shopspring/decimal"
)

func TestRefine(t *testing.T) {
	var got decimal.Decimal
	var seen []uint
	err := Refine(context.Background(), 64, func(c *Context) (err error) {
		got, err = c.Pi().Places(100, HalfUp)
		return err
	}, func(bits uint) { seen = append(seen, bits) })
	const want = "3.1415926535897932384626433832795028841971693993751058209749445923078164062862089986280348253421170680"
	if err != nil || got.StringFixed(100) != want {
		t.Errorf("π = %v, %v", got, err)
	}
	if len(seen) < 2 || seen[0] != 64 || seen[1] != 128 {
		t.Errorf("precisions %v, want 64 doubled", seen)
	}

	ctx, cancel := context.WithCancel(context.Background())
	err = Refine(ctx, 64, func(c *Context) error {
		cancel()
		_, err := c.Pi().Places(100, HalfUp)
		return err
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}

	err = Refine(context.Background(), 64, func(c *Context) error {
		x, _ := Parse("1e1000000")
		for range 30 { // no error result to return: the panic becomes an error
			x = c.Mul(x, x)
		}
		return nil
	})
	var limit *LimitError
	if !errors.As(err, &limit) {
		t.Errorf("too large a product: %v", err)
	}

	// what no precision decides
	err = Refine(context.Background(), maxRefineBits/2, func(c *Context) error {
		_, err := c.Div(one, c.Between(FromInt(-1), FromInt(1)))
		return err
	})
	var undecided *UndecidedError
	if !errors.As(err, &undecided) || undecided.Bits != maxRefineBits {
		t.Errorf("a zero that cannot be proven: %v", err)
	}
}
