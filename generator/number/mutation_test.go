package number

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// mutations take away, one at a time, the error terms that the proofs put in. Each must make one of the quick tests fail: so these
// tests would see an enclosure that is too narrow by the smallest error that any step makes.
var mutations = []struct{ file, from, to string }{
	// a unit of the last place, or a radius, that is forgotten
	{"ball.go", "rad = rad.add(ulp(e + cut))", "_ = 0"},
	{"ball.go", "return c.round(x.m, x.neg, x.e, rad.add(y.upper()))", "return c.round(x.m, x.neg, x.e, rad)"},
	{"ball.go", "return c.round(y.m, yneg, y.e, rad.add(x.upper()))", "return c.round(y.m, yneg, y.e, rad)"},
	{"ball.go", "rad := x.rad.add(y.rad)", "rad := x.rad"},
	{"ball.go", "rad = x.upper().mul(y.rad).add(x.rad.mul(y.upper().add(y.rad)))", "rad = x.upper().mul(y.rad)"},
	{"ball.go", "rad = x.upper().mul(y.rad).add(x.rad.mul(y.upper().add(y.rad)))", "rad = x.rad.mul(y.upper().add(y.rad))"},
	{"ball.go", "rad = rad.add(x.rad.add(ratio.mul(y.rad)).quo(d))", "_ = ratio; rad = rad.add(x.rad.quo(d))"},
	{"ball.go", "rad = rad.add(x.rad.add(ratio.mul(y.rad)).quo(d))", "rad = rad.add(ratio.mul(y.rad).quo(d))"},
	{"ball.go", "return w.point(w.addBalls(w.point(p), w.wordBall(1, j), sign < 0))", "_ = j; return w.point(p)"},
	{"smallball.go", "rad = x.upper().mul(y.rad).add(x.rad.mul(y.upper().add(y.rad)))", "rad = x.upper().mul(y.rad)"},
	{"smallball.go", "rad = x.upper().mul(y.rad).add(x.rad.mul(y.upper().add(y.rad)))", "rad = x.rad.mul(y.upper().add(y.rad))"},
	{"smallball.go", "rad = rad.mul(magOf(num, 0))", "_ = 0"},
	{"smallball.go", "rad := x.rad.add(y.rad)", "rad := x.rad"},
	{"smallball.go", "	e := ue - ve\n	rad := ulp(e)", "	e := ue - ve\n	rad := mag{}"},
	{"smallball.go", "rad = rad.add(r.quo(d))", "_ = d"},
	{"dot.go", "rad = rad.add(x.upper().mul(y.rad).add(x.rad.mul(y.upper().add(y.rad))))", "_ = rad"},
	{"decimals.go", "v.r = r.m << uint(e)", "v.r = 0"},
	{"decimals.go", "v.r = r.m>>uint(-e) + 1", "v.r = 0"},
	// a cut series without the bound of its rest
	{"exp.go", "return c.widen(y, tail.shift(1))", "return y"},
	{"log.go", "return c.widen(c.mulBalls(s, y), s.powerBound(n).shift(1))", "return c.mulBalls(s, y)"},
	{"trig.go", "return c.widen(y, tail)", "return y"},
	{"trig.go", "return c.widen(c.mulBalls(t, y), t.powerBound(n).quo(magDown(uint64(2*n+1))))", "return c.mulBalls(t, y)"},
	{"erf.go", "return c.widen(acc, t.shift(1))", "return acc"},
	{"erf.go", "if t.isZero() || e <= -8 {", "if e <= -8 {"},
	{"erf.go", "return c.widen(y, x.rad.mul(erfSlope(x.distance())))", "return y"},
	{"constants.go", "return w.widen(y, mag{1 << 31, -30 - (bits.Len64(q)-1)*(2*n+1)})", "return y"},
	// the slope of a function that is left out, or too small
	{"exp.go", "return c.widen(y, y.upper().add(y.rad).mul(x.rad.add(x.rad.mul(x.rad))))", "return y"},
	{"log.go", "return c.widen(y, x.rad.quo(x.distance()))", "return y"},
	{"sigmoid.go", "y.rad = y.rad.add(y.sigmoidSlope().mul(r.add(r.mul(r).shift(1))))", "_ = r"},
	{"trig.go", "return w.widen(sin, b.rad), w.widen(cos, b.rad)", "return sin, cos"},
	// the kernels that count their units themselves
	{"expwords.go", "t.err = 12", "t.err = 2"},
	{"expbig.go", "uint64(9*count + 1)", "0"},
	{"trigbig.go", "err/8 + 2", "0"},
	{"constants.go", "return sum, 3*k + 3", "return sum, 0"},
	// too little work with the bound unchanged
	{"expwords.go", "max(1, n-(restBits*(k-1)-8)/wordBits)", "max(1, n-(restBits*(k-1)+60)/wordBits)"},
	{"expwords.go", "if f.BitLen() <= restBits*k {", "if f.BitLen() <= restBits*(k+2) {"},
	{"expbig.go", "got <= p+1", "got <= p-40"},
	{"expbig.go", "drop := tau * m / wordBits", "drop := tau*m/wordBits + 1"},
	{"logwords.go", "const logErr = 13", "const logErr = 4"},
	{"trigwords.go", "const trigErr = 16", "const trigErr = 5"},
	{"atanwords.go", "atanErr  = 27", "atanErr  = 9"},
	{"atanwords.go", "return sum, 4*k + 4", "return sum, 0"},
	{"smallseries.go", "const smallSeriesErr = 6", "const smallSeriesErr = 0"},
	{"sigmoidwords.go", "magOf(2*t.err+3, -n*wordBits)", "mag{}"},
	{"sqrt.go", "c.ofWords(s[:n], k, 3)", "c.ofWords(s[:n], k, 0)"},
	{"sqrt.go", "c.ofWords(c.series.root(a, n), k, 3)", "c.ofWords(c.series.root(a, n), k, 0)"},
	{"sqrt.go", "y.rad = y.rad.add(x.rad.quo(x.lower().sqrtDown()))", "_ = 0"},
	{"exp.go", "return c.widen(y, slope.mul(r.add(r.mul(r).shift(1))))", "return y"},
	{"hyperbolic.go", "return c.widen(y, slope.mul(x.rad.add(x.rad.mul(x.rad).shift(2))))", "_ = slope; return y"},
	{"trig.go", "return c.widen(y, r)", "return y"},
	{"trig.go", "sin.rad = sin.rad.add(b.rad)", "_ = 0"},
	{"trig.go", "cos.rad = cos.rad.add(b.rad)", "_ = 0"},
	{"trig.go", "turn(c.widen(sin, t.rad), c.widen(cos, t.rad), n)", "turn(sin, cos, n)"},
	// too little work on words
	{"logwords.go", "k := wordBits*n/logRest + 1", "k := wordBits*n/logRest - 1"},
	{"logwords.go", "(logRest*(k-1)-8)/wordBits), n-max(0, (logRest*k-8)/wordBits)", "(logRest*k+60)/wordBits), n-max(0, (logRest*k+84)/wordBits)"},
	{"trigwords.go", "t.terms[n] = k", "t.terms[n] = k - 1"},
	{"trigwords.go", "(s*(k-2)-8)/wordBits)), max(1, n-max(0, (s*(k-1)-8)/wordBits))", "(s*(k-1)+60)/wordBits)), max(1, n-max(0, (s*k+60)/wordBits))"},
	{"atanwords.go", "wordBits*n/(2*atanRest)+1, 2", "wordBits*n/(2*atanRest)-1, 2"},
	{"smallseries.go", "k := min((n*wordBits+s-1)/s, len(inv)-2) + 1", "k := max(min((n*wordBits+s-1)/s, len(inv)-2)-1, 2)"},
	{"sqrt.go", "k := n/2 + 1\n	rootWords", "k := max(n/2, 1)\n	rootWords"},
	{"sqrt.go", "k := n/2 + 1\n	z := s.rootSteps", "k := n/2\n	z := s.rootSteps"},
	// transforms and conversion
	{"ntt.go", "2*int(c)+bits.Len(uint(min(nx, ny))) <= 123", "2*int(c) <= 118"},
	{"decimals.go", "case v.f > half && v.f-v.r > half:", "case v.f > half:"},
}

// TestMutations runs the quick tests on each mutated source, which takes about two minutes: with LONGHAND_MUTATE=1, or where no
// test may be left out.
func TestMutations(t *testing.T) {
	if os.Getenv("LONGHAND_MUTATE") == "" && os.Getenv("LONGHAND_REQUIRE_TOOLS") == "" {
		t.Skip("set LONGHAND_MUTATE=1 to run")
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	quick := func(t *testing.T, more ...string) (out []byte, err error) {
		args := append([]string{"test", "-vet=off", "-failfast", "-rapid.checks=300", "-rapid.nofailfile", "-rapid.shrinktime=1ms",
			"-run", "TestKernel|TestTails|TestOracle|TestContainment|TestThinEnclosures|TestRoundingOfPoints|TestRefinementOfFunctions|TestTransformProduct"}, more...)
		cmd := exec.Command("go", append(args, ".")...)
		cmd.Env = append(os.Environ(), "LONGHAND_MUTATE=", "LONGHAND_REQUIRE_TOOLS=")
		out, err = cmd.CombinedOutput()
		if strings.Contains(string(out), "[build failed]") || strings.Contains(string(out), "setup failed") {
			t.Fatalf("the mutation does not compile:\n%s", out)
		}
		return out, err
	}
	if out, err := quick(t); err != nil { // else every mutation would seem to be seen
		t.Fatalf("the tests fail without a mutation:\n%s", out)
	}
	for _, m := range mutations {
		t.Run(m.file+"/"+m.to, func(t *testing.T) {
			path := filepath.Join(dir, m.file)
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if n := strings.Count(string(source), m.from); n == 0 {
				t.Fatalf("%s no longer has %q", m.file, m.from)
			}
			tmp := t.TempDir()
			mutated, overlay := filepath.Join(tmp, "mutated.go"), filepath.Join(tmp, "overlay.json")
			if err := os.WriteFile(mutated, []byte(strings.Replace(string(source), m.from, m.to, 1)), 0o600); err != nil {
				t.Fatal(err)
			}
			replace, err := json.Marshal(map[string]map[string]string{"Replace": {path: mutated}})
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(overlay, replace, 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := quick(t, "-overlay", overlay); err == nil {
				t.Errorf("no test sees the change from %q to %q", m.from, m.to)
			}
		})
	}
}
