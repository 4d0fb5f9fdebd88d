package number

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// A test whose tool is missing is skipped, but fails where LONGHAND_REQUIRE_TOOLS is set.
func needTool(t *testing.T, name string) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("LONGHAND_REQUIRE_TOOLS") != "" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("%s is not installed", name)
	}
}

// TestAgainstBC compares fresh random points, other ones on every run, with GNU bc's own series at twenty digits more.
func TestAgainstBC(t *testing.T) {
	needTool(t, "bc")
	names := map[string]string{"exp": "e(%s)", "log": "l(%s)", "sin": "s(%s)", "cos": "c(%s)", "atan": "a(%s)", "sqrt": "sqrt(%s)",
		"sigmoid": "1/(1+e(-(%s)))", "tanh": "(e(2*(%[1]s))-1)/(e(2*(%[1]s))+1)", "softplus": "l(1+e(%s))"}
	type point struct{ name, x string }
	var points []point
	var script strings.Builder
	const digits = 60
	fmt.Fprintf(&script, "scale=%d\n", digits+20)
	for name, formula := range names {
		for range 40 {
			x := fmt.Sprintf("%d.%0*d", rand.IntN(20), 1+rand.IntN(17), rand.Int64N(10))
			if name != "log" && name != "sqrt" && rand.IntN(2) == 0 {
				x = "-" + x
			}
			if strings.Trim(x, "0.-") == "" {
				continue
			}
			points = append(points, point{name, x})
			fmt.Fprintf(&script, formula+"\n", x)
		}
	}
	cmd := exec.Command("bc", "-l")
	cmd.Env = append(os.Environ(), "BC_LINE_LENGTH=0")
	cmd.Stdin = strings.NewReader(script.String())
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Fields(string(out))
	if len(lines) != len(points) {
		t.Fatalf("%d answers to %d questions", len(lines), len(points))
	}
	c := NewContext(BitsFor(digits))
	for i, p := range points {
		y, err := unary[p.name](c, real(t, p.x))
		if err != nil {
			t.Fatal(err)
		}
		want := strings.TrimPrefix(lines[i], "-")
		if strings.HasPrefix(want, ".") {
			want = "0" + want
		}
		if lines[i][0] == '-' {
			want = "-" + want
		}
		// bc cuts each step at digits+20 places: some units of the last few
		if len(want) > 12 && strings.Contains(want, ".") {
			want = want[:len(want)-12]
		}
		if err := agrees(y, want, digits*3); err != nil {
			t.Errorf("%s(%s): %v", p.name, p.x, err)
		}
	}
}
