package number

import (
	"context"
	"errors"
)

// maxRefineBits bounds Refine: about 1.2 million digits.
const maxRefineBits = 1 << 22

// Refine calls f with a context of start bits, and again with twice the precision each time f returns an *UndecidedError,
// up to 2^22 bits; then it returns that error, with the last precision in it. Any other error of f, and nil, is returned
// at once. Before each try the cancellation of ctx is checked and progress, if given, is told the precision.
//
// A *LimitError that an operation without an error result panicked with is returned as an error.
func Refine(ctx context.Context, start uint, f func(*Context) error, progress ...func(bits uint)) error {
	for bits := min(max(start, 64), maxRefineBits); ; bits *= 2 {
		if err := ctx.Err(); err != nil {
			return err
		}
		bits = min(bits, maxRefineBits)
		for _, p := range progress {
			p(bits)
		}
		c := NewContext(bits)
		c.ctx = ctx
		err := guarded(c, f)
		var u *UndecidedError
		if !errors.As(err, &u) {
			return err
		}
		if bits == maxRefineBits {
			u.Bits = bits
			return err
		}
	}
}

// guarded calls f and turns the package's own panics into errors.
func guarded(c *Context, f func(*Context) error) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *LimitError:
			err = r
		case cancelled:
			err = r.error
		default:
			panic(r)
		}
	}()
	return f(c)
}

// cancelled carries the error of a cancelled context out of a long computation.
type cancelled struct{ error }

// check stops a computation whose context.Context has been cancelled; long loops of the kernels call it.
func (c *Context) check() {
	if c.ctx != nil {
		if err := c.ctx.Err(); err != nil {
			panic(cancelled{err})
		}
	}
}
