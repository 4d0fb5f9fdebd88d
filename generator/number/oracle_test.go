package number

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"
)

// unary are the functions of one argument, by the names of the test vectors.
var unary = map[string]func(*Context, Real) (Real, error){
	"exp": (*Context).Exp, "expm1": (*Context).Expm1, "log": (*Context).Log, "log1p": (*Context).Log1p, "sqrt": (*Context).Sqrt,
	"sinh": (*Context).Sinh, "cosh": (*Context).Cosh, "tan": (*Context).Tan,
	"tanh": total((*Context).Tanh), "sin": total((*Context).Sin), "cos": total((*Context).Cos), "atan": total((*Context).Atan),
	"erf": total((*Context).Erf), "sigmoid": total((*Context).Sigmoid), "softplus": total((*Context).Softplus),
}

func total(f func(*Context, Real) Real) func(*Context, Real) (Real, error) {
	return func(c *Context, x Real) (Real, error) { return f(c, x), nil }
}

// TestOracle holds every function against the values of testdata/oracle.txt.gz (made with Arb by testdata/oracle.c). The
// enclosure must meet the oracle's last digit ± 1, which lies below the enclosure's last word; and it must not be too wide: at
// most 2^-(bits−8) of the value, unless conditioning cost it that, which at these precisions only sin, cos and tan of huge numbers may.
func TestOracle(t *testing.T) {
	f, err := os.Open("testdata/oracle.txt.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	contexts := map[uint]*Context{}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	points, failures := 0, 0
	for lines.Scan() && failures < 20 {
		w := strings.Fields(lines.Text())
		bits, err := strconv.ParseUint(w[1], 10, 32)
		if err != nil {
			t.Fatal(err)
		}
		c := contexts[uint(bits)]
		if c == nil {
			c = NewContext(uint(bits))
			contexts[uint(bits)] = c
		}
		var y Real
		if w[0] == "pow" {
			y, err = c.Pow(real(t, w[2]), real(t, w[3]))
		} else {
			y, err = unary[w[0]](c, real(t, w[2]))
		}
		points++
		if err == nil {
			err = agrees(y, w[len(w)-1], int(bits)-8)
		}
		if err != nil {
			failures++
			t.Errorf("%s: %v", strings.Join(w[:len(w)-1], " "), err)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	if points < 25000 && failures == 0 {
		t.Errorf("only %d points", points)
	}
}

// decimalAndUnit reads a decimal and one unit of its last digit.
func decimalAndUnit(s string) (v, unit *big.Rat, err error) {
	digits, exp, err := scanDecimal(s)
	if err != nil {
		return nil, nil, err
	}
	x, err := Parse(s)
	if err != nil {
		return nil, nil, err
	}
	u, err := Parse("1e" + itoa(exp))
	if err != nil || digits == "" {
		return nil, nil, err
	}
	return x.exact(), u.exact(), nil
}

// agrees checks an enclosure against a value given to one unit of its last digit: they must meet, and the enclosure must be good to
// bits bits.
func agrees(y Real, value string, bits int) error {
	v, unit, err := decimalAndUnit(value)
	if err != nil {
		return err
	}
	lo, hi := y.ends()
	if new(big.Rat).Add(v, unit).Cmp(lo) < 0 || new(big.Rat).Sub(v, unit).Cmp(hi) > 0 {
		return fmt.Errorf("%v does not hold %.60s", y, value)
	}
	if y.ball != nil && len(y.ball.m) > 0 && y.ball.rad.m != 0 {
		if got := y.ball.top() - 1 - (y.ball.rad.e + 32); got < bits {
			return fmt.Errorf("%v is good to %d bits only, want %d", y, got, bits)
		}
	} else if y.ball != nil && len(y.ball.m) == 0 {
		return fmt.Errorf("nothing is known of the value: %v", y)
	}
	return nil
}
