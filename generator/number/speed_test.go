package number

import (
	"math/big"
	"testing"
)

// BenchmarkFunctions times each function at a number whose every bit is used.
func BenchmarkFunctions(b *testing.B) {
	for _, bits := range []uint{64, 192, 3328, 33280} {
		c := NewContext(bits)
		x, err := c.Sqrt(FromInt(2))
		if err != nil {
			b.Fatal(err)
		}
		y := c.Sub(x, FromInt(1)) // 0.414…
		b.Run("mul/"+itoa(int(bits)), func(b *testing.B) {
			for b.Loop() {
				c.Mul(x, y)
			}
		})
		b.Run("add/"+itoa(int(bits)), func(b *testing.B) {
			for b.Loop() {
				c.Add(x, y)
			}
		})
		b.Run("div/"+itoa(int(bits)), func(b *testing.B) {
			for b.Loop() {
				if _, err := c.Div(x, y); err != nil {
					b.Fatal(err)
				}
			}
		})
		for _, name := range []string{"exp", "expm1", "log", "log1p", "sqrt", "tanh", "sinh", "cosh", "sin", "cos", "tan", "atan", "erf", "sigmoid", "softplus"} {
			f := unary[name]
			b.Run(name+"/"+itoa(int(bits)), func(b *testing.B) {
				for b.Loop() {
					if _, err := f(c, y); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkDot is a dot product of length 784 at 50 digits, beside the same loop of multiply-adds on bare integers.
func BenchmarkDot(b *testing.B) {
	c := NewContext(177)
	var xs, ys []Real
	var ms, ns []big.Int
	for i := range int64(784) {
		x, y := c.Sin(FromInt(i+1)), c.Cos(FromInt(i+1))
		xs, ys = append(xs, x), append(ys, y)
		ms, ns = append(ms, *new(big.Int).Set(x.ball.view(new(big.Int)))), append(ns, *new(big.Int).Set(y.ball.view(new(big.Int))))
	}
	b.Run("enclosures", func(b *testing.B) {
		for b.Loop() {
			c.Dot(xs, ys)
		}
	})
	b.Run("integers", func(b *testing.B) {
		var sum, p big.Int
		for b.Loop() {
			sum.SetInt64(0)
			for i := range ms {
				sum.Add(&sum, p.Mul(&ms[i], &ns[i]))
			}
		}
	})
}
