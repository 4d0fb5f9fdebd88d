package main

import (
	"fmt"
	"math/big"

	n "longhand/generator/number"

	"github.com/shopspring/decimal"
)

// The workload W: one gradient step of a 2–2–1 network with sigmoid activations and the loss ½(y−t)², from decimal text
// to correctly rounded decimals, through the public API of package number alone.

var inputs = struct{ x, w1, b1, w2, b2, t, eta []string }{
	x: []string{"1.0", "0.5"}, w1: []string{"0.2", "-0.4", "0.7", "0.1"}, b1: []string{"0", "0"},
	w2: []string{"0.3", "-0.2"}, b2: []string{"0.1"}, t: []string{"1.0"}, eta: []string{"0.1"},
}

// names of the quantities, in the order of quantities
var names = []string{
	"x[0]", "x[1]", "z1[0]", "z1[1]", "a1[0]", "a1[1]", "z2", "y", "L", "dL/dy", "dy/dz2", "delta2",
	"dL/dW2[0]", "dL/dW2[1]", "dL/db2", "dL/da1[0]", "dL/da1[1]", "da1/dz1[0]", "da1/dz1[1]", "delta1[0]", "delta1[1]",
	"dL/dW1[0][0]", "dL/dW1[0][1]", "dL/dW1[1][0]", "dL/dW1[1][1]", "dL/db1[0]", "dL/db1[1]",
	"W1_new[0][0]", "W1_new[0][1]", "W1_new[1][0]", "W1_new[1][1]", "b1_new[0]", "b1_new[1]", "W2_new[0]", "W2_new[1]", "b2_new",
	"z1_new[0]", "z1_new[1]", "a1_new[0]", "a1_new[1]", "z2_new", "y_new", "L_new",
}

type parameters struct {
	w1 [4]n.Real
	b1 [2]n.Real
	w2 [2]n.Real
	b2 n.Real
}

type problem struct {
	x      [2]n.Real
	t, eta n.Real
	parameters
}

func read() (p problem, err error) {
	for _, in := range []struct {
		to   []n.Real
		from []string
	}{{p.x[:], inputs.x}, {p.w1[:], inputs.w1}, {p.b1[:], inputs.b1}, {p.w2[:], inputs.w2}} {
		for i, s := range in.from {
			if in.to[i], err = n.Parse(s); err != nil {
				return p, err
			}
		}
	}
	for _, in := range []struct {
		to   *n.Real
		from []string
	}{{&p.b2, inputs.b2}, {&p.t, inputs.t}, {&p.eta, inputs.eta}} {
		if *in.to, err = n.Parse(in.from[0]); err != nil {
			return p, err
		}
	}
	return p, nil
}

type activations struct {
	z1, a1   [2]n.Real
	z2, y, l n.Real
}

var one, half = n.FromInt(1), n.FromRat(big.NewRat(1, 2))

func forward(c *n.Context, p *parameters, x [2]n.Real, t n.Real) (f activations) {
	for i := range 2 {
		f.z1[i] = c.Add(c.Add(c.Mul(p.w1[2*i], x[0]), c.Mul(p.w1[2*i+1], x[1])), p.b1[i])
		f.a1[i] = c.Sigmoid(f.z1[i])
	}
	f.z2 = c.Add(c.Add(c.Mul(p.w2[0], f.a1[0]), c.Mul(p.w2[1], f.a1[1])), p.b2)
	f.y = c.Sigmoid(f.z2)
	e := c.Sub(f.y, t)
	f.l = c.Mul(c.Mul(e, e), half)
	return f
}

type gradients struct {
	dy, sy, d2 n.Real
	dw2        [2]n.Real
	da, sa, d1 [2]n.Real
	dw1        [4]n.Real
}

func backward(c *n.Context, p *problem, f *activations) (g gradients) {
	g.dy = c.Sub(f.y, p.t)
	g.sy = c.Mul(f.y, c.Sub(one, f.y))
	g.d2 = c.Mul(g.dy, g.sy)
	for i := range 2 {
		g.dw2[i] = c.Mul(g.d2, f.a1[i])
		g.da[i] = c.Mul(p.w2[i], g.d2)
		g.sa[i] = c.Mul(f.a1[i], c.Sub(one, f.a1[i]))
		g.d1[i] = c.Mul(g.da[i], g.sa[i])
		for j := range 2 {
			g.dw1[2*i+j] = c.Mul(g.d1[i], p.x[j])
		}
	}
	return g
}

func update(c *n.Context, p *problem, g *gradients) (q parameters) {
	down := func(w, g n.Real) n.Real { return c.Sub(w, c.Mul(p.eta, g)) }
	for i := range q.w1 {
		q.w1[i] = down(p.w1[i], g.dw1[i])
	}
	for i := range 2 {
		q.b1[i] = down(p.b1[i], g.d1[i])
		q.w2[i] = down(p.w2[i], g.dw2[i])
	}
	q.b2 = down(p.b2, g.d2)
	return q
}

// quantities are all the values of the step.
func quantities(c *n.Context) ([]n.Real, error) {
	p, err := read()
	if err != nil {
		return nil, err
	}
	f := forward(c, &p.parameters, p.x, p.t)
	g := backward(c, &p, &f)
	q := update(c, &p, &g)
	h := forward(c, &q, p.x, p.t)
	return []n.Real{
		p.x[0], p.x[1], f.z1[0], f.z1[1], f.a1[0], f.a1[1], f.z2, f.y, f.l, g.dy, g.sy, g.d2,
		g.dw2[0], g.dw2[1], g.d2, g.da[0], g.da[1], g.sa[0], g.sa[1], g.d1[0], g.d1[1],
		g.dw1[0], g.dw1[1], g.dw1[2], g.dw1[3], g.d1[0], g.d1[1],
		q.w1[0], q.w1[1], q.w1[2], q.w1[3], q.b1[0], q.b1[1], q.w2[0], q.w2[1], q.b2,
		h.z1[0], h.z1[1], h.a1[0], h.a1[1], h.z2, h.y, h.l,
	}, nil
}

// step is W itself.
func step(c *n.Context, digits int) ([]decimal.Decimal, error) {
	qs, err := quantities(c)
	if err != nil {
		return nil, err
	}
	ds := make([]decimal.Decimal, len(qs))
	for i, q := range qs {
		if ds[i], err = q.Digits(digits, n.HalfUp); err != nil {
			return nil, fmt.Errorf("%s: %w", names[i], err)
		}
	}
	return ds, nil
}

// train is W+: 1000 gradient steps, then the nine parameters and the loss.
func train(c *n.Context, steps, digits int) ([]decimal.Decimal, error) {
	p, err := read()
	if err != nil {
		return nil, err
	}
	for range steps {
		f := forward(c, &p.parameters, p.x, p.t)
		g := backward(c, &p, &f)
		p.parameters = update(c, &p, &g)
	}
	f := forward(c, &p.parameters, p.x, p.t)
	out := append(append(append([]n.Real{}, p.w1[:]...), p.b1[:]...), p.w2[0], p.w2[1], p.b2, f.l)
	ds := make([]decimal.Decimal, len(out))
	for i, q := range out {
		if ds[i], err = q.Digits(digits, n.HalfUp); err != nil {
			return nil, err
		}
	}
	return ds, nil
}
