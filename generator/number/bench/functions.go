package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	n "longhand/generator/number"
)

// functions are the elementary functions that the second table measures.
var functions = []struct {
	name string
	call func(*n.Context, n.Real) (n.Real, error)
}{
	{"exp", (*n.Context).Exp}, {"expm1", (*n.Context).Expm1}, {"log", (*n.Context).Log}, {"log1p", (*n.Context).Log1p},
	{"sqrt", (*n.Context).Sqrt}, {"sinh", (*n.Context).Sinh}, {"cosh", (*n.Context).Cosh}, {"tanh", total((*n.Context).Tanh)},
	{"sin", total((*n.Context).Sin)}, {"cos", total((*n.Context).Cos)}, {"tan", (*n.Context).Tan}, {"atan", total((*n.Context).Atan)},
	{"erf", total((*n.Context).Erf)}, {"sigmoid", total((*n.Context).Sigmoid)}, {"softplus", total((*n.Context).Softplus)},
}

func total(f func(*n.Context, n.Real) n.Real) func(*n.Context, n.Real) (n.Real, error) {
	return func(c *n.Context, x n.Real) (n.Real, error) { return f(c, x), nil }
}

// measureFunctions times each function at √2 − 1, an enclosure of full length.
func measureFunctions(c *n.Context, digits int, seconds time.Duration, profile string) error {
	root, err := c.Sqrt(n.FromInt(2))
	if err != nil {
		return err
	}
	x := c.Sub(root, n.FromInt(1))
	for _, f := range functions {
		if err := measure(f.name, digits, seconds, profile, func() error { _, err := f.call(c, x); return err }); err != nil {
			return err
		}
	}
	return nil
}

// functionTable measures the functions, and Arb's where it is found, one after the other in each round, and writes the medians; in brackets
// the median over the rounds of Arb's time over Longhand's.
func functionTable(out io.Writer, rounds int) error {
	dir, err := os.MkdirTemp("", "longhand-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	self, err := os.Executable()
	if err != nil {
		return err
	}
	sizes := []int{16, 50, 1000}
	arb := compileArb(dir, "functions.c")
	fmt.Fprintf(out, "\nOne function at √2 − 1, processor time, median of %d rounds; in brackets Arb's time over Longhand's.\n\n| function |", rounds)
	for _, d := range sizes {
		fmt.Fprintf(out, " %d digits |", d)
		if arb != "" {
			fmt.Fprint(out, " Arb (C) |")
		}
	}
	columns := len(sizes)
	if arb != "" {
		columns *= 2
	}
	fmt.Fprintf(out, "\n|---|%s\n", strings.Repeat("--:|", columns))
	ours, theirs := map[string][]float64{}, map[string][]float64{}
	for _, d := range sizes {
		for range rounds {
			if err := lines(ours, d, 2, self, "functions", strconv.Itoa(d), "0.03"); err != nil {
				return err
			}
			if arb != "" {
				if err := lines(theirs, d, 1, arb, strconv.Itoa(d), "0.03"); err != nil {
					return err
				}
			}
		}
	}
	for _, f := range functions {
		fmt.Fprintf(out, "| %s |", f.name)
		for _, d := range sizes {
			key := f.name + strconv.Itoa(d)
			a, b := ours[key], theirs[key]
			fmt.Fprintf(out, " %v |", shortTime(median(a)))
			switch {
			case arb != "" && len(b) == 0:
				fmt.Fprint(out, " – |")
			case arb != "":
				ratios := make([]float64, len(a))
				for i := range a {
					ratios[i] = b[i] / a[i]
				}
				fmt.Fprintf(out, " %v (%.2f) |", shortTime(median(b)), median(ratios))
			}
		}
		fmt.Fprintln(out)
	}
	return nil
}

// shortTime has three digits, more or less.
func shortTime(ns float64) time.Duration {
	d := time.Duration(ns)
	if d > 10*time.Microsecond {
		return d.Round(100 * time.Nanosecond)
	}
	return d
}

// lines runs a program whose lines are a name and, at some place, nanoseconds, and adds them up by name and digits.
func lines(to map[string][]float64, digits, place int, name string, args ...string) error {
	text, err := output(name, args...)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for line := range strings.Lines(text) {
		w := strings.Fields(line)
		ns, err := strconv.ParseFloat(w[place], 64)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		key := w[0] + strconv.Itoa(digits)
		to[key] = append(to[key], ns)
	}
	return nil
}

// compileArb builds one of the peers that use Arb, and gives the path of the program, or nothing where that fails.
func compileArb(dir, source string) string {
	text, err := peers.ReadFile("peers/" + source)
	if err != nil {
		panic(err) // it is embedded
	}
	path := filepath.Join(dir, source)
	if os.WriteFile(path, text, 0o600) != nil {
		return ""
	}
	program := strings.TrimSuffix(path, ".c")
	for _, libraries := range [][]string{{"-lflint-arb", "-lflint"}, {"-lflint"}} { // Arb became part of FLINT in version 3
		args := append([]string{"-O2", "-march=native", "-w", "-o", program, path}, libraries...)
		if exec.Command("gcc", append(args, "-lm")...).Run() == nil {
			return program
		}
	}
	return ""
}
