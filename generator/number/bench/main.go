// Command bench measures package number through its public API, on the workloads that the project's speed is judged by,
// and prints one line a run: work, digits, median and least nanoseconds of processor time, allocations and bytes.
//
//	bench WORK DIGITS [SECONDS]       WORK: W Wtext Wc Wplus exp dot digits digitsplus
//	bench functions DIGITS [SECONDS]  each elementary function at √2 − 1, for SECONDS each
//	bench functions                   the table of functions alone
//	bench growth DIGITS               how the enclosure of the loss grows over 1000 steps
//	bench table [ROUNDS [SECONDS]]    W at 16 to 100,000 digits, side by side with the peers that are installed; and the
//	                                  functions at 16, 50 and 1,000 digits, beside Arb's
//
// W is one whole training step of a 2–2–1 network, text in, certified decimals out; Wtext the same with the decimals written as text; Wc
// without rounding to decimals; Wplus 1000 such steps; exp is e^−0.75
// alone; dot a dot product of length 784. digits and digitsplus print the results of W and Wplus instead.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"runtime/pprof"
	"slices"
	"strconv"
	"syscall"
	"time"

	n "longhand/generator/number"
)

func main() {
	profile := flag.String("cpuprofile", "", "write a CPU profile to this file")
	flag.Parse()
	if err := run(flag.Args(), *profile); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(args []string, profile string) error {
	runtime.GOMAXPROCS(1) // one thread, as the peers have; the collector then works in it too
	if len(args) > 0 && args[0] == "table" {
		rounds, seconds := 5, "0.3"
		if len(args) > 1 {
			n, err := strconv.Atoi(args[1])
			if err != nil || n < 1 {
				return fmt.Errorf("%q is not a number of rounds", args[1])
			}
			rounds = n
		}
		if len(args) > 2 {
			seconds = args[2]
		}
		if err := table(os.Stdout, rounds, seconds); err != nil {
			return err
		}
		return functionTable(os.Stdout, rounds)
	}
	if len(args) == 1 && args[0] == "functions" {
		return functionTable(os.Stdout, 5)
	}
	if len(args) < 2 {
		return fmt.Errorf("usage: bench W|Wplus|exp|dot|functions|digits|digitsplus DIGITS [SECONDS]")
	}
	digits, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	seconds := 500 * time.Millisecond
	if len(args) > 2 {
		if seconds, err = time.ParseDuration(args[2] + "s"); err != nil {
			return err
		}
	}
	c := n.NewContext(n.BitsFor(digits))
	var f func() error
	switch args[0] {
	case "W":
		f = func() error { _, err := step(c, digits); return err }
	case "Wtext":
		f = func() error {
			ds, err := step(c, digits)
			for _, d := range ds {
				sink += len(d.String())
			}
			return err
		}
	case "Wc":
		f = func() error { _, err := quantities(c); return err }
	case "Wplus":
		c = n.NewContext(n.BitsFor(digits) + 12) // room for the enclosures' growth
		f = func() error { _, err := train(c, 1000, digits); return err }
	case "exp":
		x, err := n.Parse("-0.75")
		if err != nil {
			return err
		}
		f = func() error { _, err := c.Exp(x); return err }
	case "dot":
		xs, ys := vectors(c, 784)
		f = func() error { c.Dot(xs, ys); return nil }
	case "digits":
		ds, err := step(c, digits)
		for i, d := range ds {
			fmt.Println(names[i], d)
		}
		return err
	case "growth":
		return growth(digits)
	case "digitsplus":
		ds, err := train(n.NewContext(n.BitsFor(digits)+12), 1000, digits)
		for _, d := range ds {
			fmt.Println(d)
		}
		return err
	case "functions":
		return measureFunctions(c, digits, seconds, profile)
	default:
		return fmt.Errorf("no work is called %q", args[0])
	}
	return measure(args[0], digits, seconds, profile, f)
}

// vectors are two of enclosures of full length.
func vectors(c *n.Context, length int) (xs, ys []n.Real) {
	xs, ys = make([]n.Real, length), make([]n.Real, length)
	for i := range xs {
		xs[i] = c.Sin(n.FromInt(int64(i + 1)))
		ys[i] = c.Cos(n.FromInt(int64(i + 1)))
	}
	return xs, ys
}

// growth trains for 1000 steps and shows, now and then, to how many digits the loss is still proven.
func growth(digits int) error {
	c := n.NewContext(n.BitsFor(digits) + 12)
	p, err := read()
	if err != nil {
		return err
	}
	fmt.Println("| step | proven digits of the loss |\n|---|---|")
	for s := 0; s <= 1000; s++ {
		f := forward(c, &p.parameters, p.x, p.t)
		if s == 0 || s == 1 || s == 10 || s == 100 || s == 300 || s == 1000 {
			proven := 0
			for d := 1; d < 2*digits+20; d++ {
				if _, err := f.l.Digits(d, n.HalfUp); err == nil {
					proven = d
				}
			}
			fmt.Printf("| %d | %d |\n", s, proven)
		}
		g := backward(c, &p, &f)
		p.parameters = update(c, &p, &g)
	}
	return nil
}

var sink int // keeps results in use

func measure(work string, digits int, seconds time.Duration, profile string, f func() error) error {
	start := time.Now()
	if err := f(); err != nil { // fills caches
		return err
	}
	start = time.Now()
	if err := f(); err != nil {
		return err
	}
	calls := max(1, int(10*time.Millisecond/max(time.Since(start), 1)))
	if profile != "" {
		w, err := os.Create(profile)
		if err != nil {
			return err
		}
		if err := pprof.StartCPUProfile(w); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	var times []int64
	total := 0
	for begin := time.Now(); len(times) < 3 || time.Since(begin) < seconds; total += calls {
		t := processorTime()
		for range calls {
			if err := f(); err != nil {
				return err
			}
		}
		times = append(times, (processorTime()-t)/int64(calls))
	}
	runtime.ReadMemStats(&after)
	slices.Sort(times)
	fmt.Printf("%s %d %d %d allocs=%d bytes=%d\n", work, digits, times[len(times)/2], times[0],
		(after.Mallocs-before.Mallocs)/uint64(total), (after.TotalAlloc-before.TotalAlloc)/uint64(total))
	return nil
}

// processorTime is that of the whole process, the garbage collector's threads included, in nanoseconds.
func processorTime() int64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return u.Utime.Nano() + u.Stime.Nano()
}
