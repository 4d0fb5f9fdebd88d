package formula

// extreme carries the adjoint of a largest or smallest argument to the argument that it is: max(x, y) has the slope
// step(y − x) in y and 1 − step(y − x) in x, min(x, y) the same with x − y. Where the two are equal, at the kink, the
// first counts: so max(0, u) has the slope 0 at u = 0, as relu has.
func (r *reverser) extreme(e Call, g valued) error {
	if n := len(e.Args); n > 2 { // the extreme of the last and of all before
		e = Call{e.Func, []Expr{Call{e.Func, e.Args[:n-1]}, e.Args[n-1]}}
	}
	x, err := r.give(e.Args[0])
	if err != nil {
		return err
	}
	y, err := r.give(e.Args[1])
	if err != nil {
		return err
	}
	gap := minus(y.e, x.e)
	if e.Func == "min" {
		gap = minus(x.e, y.e)
	}
	second := valued{e: call("step", Simplify(gap)), s: larger(x.s, y.s)}
	first := valued{e: minus(one, second.e), s: second.s}
	if err := r.walkIf(e.Args[0], func() valued { return r.product(g, first, x.s) }); err != nil {
		return err
	}
	return r.walkIf(e.Args[1], func() valued { return r.product(g, second, y.s) })
}
