package main

import (
	"context"
	"io"
	"os"
	"runtime/debug"

	"golang.org/x/term"

	"longhand/generator"
)

type practice struct {
	Problem  string   `arg:"" optional:"" help:"Problem file, or name of one that comes with the program; - is standard input. Without it, two-two-one."`
	Variants int      `default:"1" placeholder:"N" help:"How many worksheets to write (${default})."`
	Seed     uint64   `default:"1" placeholder:"N" help:"Same seed, same worksheets (${default})."`
	To       []string `default:"html,md" placeholder:"FORMAT" help:"What to write, of html, md, tex and pdf (${default})."`
	Out      string   `short:"o" default:"out" placeholder:"DIR" help:"Folder to write to (${default})."`
	Shard    string   `placeholder:"K/N" help:"Write only the K-th of N parts, so that many machines can share the work."`
	ID       string   `placeholder:"ID" help:"Write the sheet with this ID, and its key, again."`
	Blank    string   `placeholder:"WHAT" help:"What is blank: results, steps or all."`
	Fade     *int     `placeholder:"N" help:"Leave only the last N steps to the student; 0 works everything out."`
	Carry    string   `placeholder:"HOW" help:"Go on with rounded or exact values."`
	Places   *int     `placeholder:"N" help:"Decimal places of answers, instead of the problem file's."`
	overrides
}

func (c *practice) Run(ctx context.Context, stderr progress) error {
	// Sheets are many short-lived trees and texts. Collecting them less often takes a third off the time of a run, and
	// the memory stays flat, at some 100 MB.
	debug.SetGCPercent(400)
	return generator.Practice(ctx, generator.PracticeOptions{
		Problem: c.Problem, Set: c.Set, Variants: c.Variants, Seed: c.Seed, Formats: c.To, Out: c.Out, Shard: c.Shard, ID: c.ID,
		Places: c.Places, Fade: c.Fade, Blank: c.Blank, Carry: c.Carry, Progress: stderr.terminal(),
	})
}

// progress is where a long command tells how far it is: standard error.
type progress struct{ io.Writer }

// terminal is nil where nobody watches: in pipes and logs.
func (p progress) terminal() io.Writer {
	if f, ok := p.Writer.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return f
	}
	return nil
}
