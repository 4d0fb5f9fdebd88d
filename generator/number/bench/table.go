package main

import (
	"embed"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

//go:embed peers
var peers embed.FS

// A peer computes W in its own process and tells the median nanoseconds.
type peer struct {
	name string
	run  func(digits int, seconds string) (string, error)
	most int // digits beyond which it takes too long
}

// table measures W at every size with Longhand and all peers found, one after another in each round, so that a slower spell of the
// machine meets all; and writes the medians, with the median over the rounds of each peer's time over Longhand's.
func table(out io.Writer, rounds int, seconds string) error {
	dir, err := os.MkdirTemp("", "longhand-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	self, err := os.Executable()
	if err != nil {
		return err
	}
	list := []peer{
		{"Longhand", longhand(self, "W"), 1 << 30},
		{"Longhand, as text", longhand(self, "Wtext"), 1 << 30},
	}
	list = append(list, found(dir)...)
	fmt.Fprintf(out, "One training step of the 2–2–1 network, processor time, median of %d rounds; in brackets the time over Longhand's.\n\n| digits |", rounds)
	for _, p := range list {
		fmt.Fprintf(out, " %s |", p.name)
	}
	fmt.Fprintf(out, "\n|---|%s\n", strings.Repeat("---|", len(list)))
	for _, digits := range []int{16, 50, 100, 1000, 10000, 100000} {
		times := make([][]float64, len(list))
		for range rounds {
			for i, p := range list {
				if digits > p.most {
					continue
				}
				text, err := p.run(digits, seconds)
				if err != nil {
					return fmt.Errorf("%s at %d digits: %w", p.name, digits, err)
				}
				ns, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
				if err != nil {
					return fmt.Errorf("%s at %d digits: %w", p.name, digits, err)
				}
				times[i] = append(times[i], ns)
			}
		}
		fmt.Fprintf(out, "| %d |", digits)
		for i := range list {
			if len(times[i]) == 0 {
				fmt.Fprint(out, " – |")
				continue
			}
			ratios := make([]float64, len(times[i]))
			for r := range ratios {
				ratios[r] = times[i][r] / times[0][r]
			}
			fmt.Fprintf(out, " %v", time.Duration(median(times[i])).Round(100*time.Nanosecond))
			if i > 0 {
				fmt.Fprintf(out, " (%.2f)", median(ratios))
			}
			fmt.Fprint(out, " |")
		}
		fmt.Fprintln(out)
	}
	return nil
}

func median(v []float64) float64 {
	v = slices.Clone(v)
	slices.Sort(v)
	return v[len(v)/2]
}

func longhand(self, work string) func(int, string) (string, error) {
	return func(digits int, seconds string) (string, error) {
		text, err := output(self, work, strconv.Itoa(digits), seconds)
		if f := strings.Fields(text); err == nil && len(f) > 2 {
			return f[2], nil
		}
		return text, err
	}
}

// found looks for what is installed: a C compiler with Arb, mpmath (with gmpy2 it is fastest), gp, bc.
func found(dir string) (list []peer) {
	write := func(name string) string {
		text, err := peers.ReadFile("peers/" + name)
		if err != nil {
			panic(err) // it is embedded
		}
		path := filepath.Join(dir, name)
		if os.WriteFile(path, text, 0o600) != nil {
			return ""
		}
		return path
	}
	if arb := compileArb(dir, "arb.c"); arb != "" {
		list = append(list, peer{"Arb (C)", func(d int, s string) (string, error) { return output(arb, strconv.Itoa(d), s) }, 1 << 30})
	}
	if python, backend := mpmath(); python != "" {
		script, most := write("mpmath_peer.py"), 1<<30
		if backend == "python" { // without gmpy2 it is far slower
			most = 1000
		}
		list = append(list, peer{"mpmath (" + backend + ")", func(d int, s string) (string, error) { return output(python, script, strconv.Itoa(d), s) }, most})
	}
	if _, err := exec.LookPath("gp"); err == nil {
		script := write("pari.gp")
		list = append(list, peer{"PARI/GP", func(d int, s string) (string, error) {
			cmd := exec.Command("gp", "-q", "-f", "-s", "1500M")
			cmd.Stdin = strings.NewReader(fmt.Sprintf("D=%d;SECONDS=%s;\nread(\"%s\")\n", d, s, script))
			text, err := cmd.Output()
			return string(text), err
		}, 1 << 30})
	}
	if _, err := exec.LookPath("bc"); err == nil {
		script := write("step.bc")
		list = append(list, peer{"bc", func(d int, _ string) (string, error) { return bc(script, d) }, 1000})
	}
	return list
}

// mpmath finds a Python that has mpmath, best one with gmpy2.
func mpmath() (python, backend string) {
	for _, p := range []string{"python3", "/usr/bin/python3"} {
		if text, err := output(p, "-c", "import mpmath.libmp; print(mpmath.libmp.BACKEND)"); err == nil && backend != "gmpy" {
			python, backend = p, strings.TrimSpace(text)
		}
	}
	return python, backend
}

// bc has no clock: the time of a step is the slope between one run and many.
func bc(script string, digits int) (string, error) {
	text, err := os.ReadFile(script)
	if err != nil {
		return "", err
	}
	run := func(steps int) (time.Duration, error) {
		cmd := exec.Command("bc", "-l", "-q")
		cmd.Stdin = strings.NewReader(fmt.Sprintf("scale=%d\n%s\nf(%d)\n", digits+10, text, steps))
		if err := cmd.Run(); err != nil {
			return 0, err
		}
		return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), nil
	}
	for steps := 4; ; steps *= 4 {
		few, err1 := run(1)
		many, err2 := run(1 + steps)
		if err1 != nil || err2 != nil {
			return "", fmt.Errorf("bc: %v %v", err1, err2)
		}
		if many-few > 300*time.Millisecond || many > 5*time.Second {
			return fmt.Sprint(int64(many-few) / int64(steps)), nil
		}
	}
}

func output(name string, args ...string) (string, error) {
	text, err := exec.Command(name, args...).Output()
	return string(text), err
}
