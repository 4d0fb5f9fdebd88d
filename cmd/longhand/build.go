package main

import (
	"context"

	"longhand/generator"
)

type build struct {
	Problems []string `arg:"" optional:"" name:"problem" help:"Problem files, or names of problems that come with the program; - is standard input. Without any, two-two-one."`
	Out      string   `short:"o" default:"out" placeholder:"DIR" help:"Folder to write to (${default})."`
	To       []string `default:"html,md,tex" placeholder:"FORMAT" help:"What to write, of html, md, tex and pdf (${default})."`
	overrides
	Places   *int   `placeholder:"N" help:"Decimal places to show, instead of the problem file's."`
	Template string `placeholder:"FILE" help:"Template of the article, instead of the problem's own."`
}

func (c *build) Run(ctx context.Context) error {
	return generator.Build(ctx, generator.BuildOptions{
		Problems: c.Problems,
		Out:      c.Out,
		Formats:  c.To,
		Set:      c.Set,
		Places:   c.Places,
		Template: c.Template,
	})
}

// overrides are the flags of every command that reads a problem file. A value may hold commas.
type overrides struct {
	Set []string `short:"P" sep:"none" placeholder:"KEY=VALUE" help:"Override a value of the problem file, such as train.rate=0.5 or given.W1=[[1,2],[3,4]]. May be repeated."`
}
