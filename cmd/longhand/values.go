package main

import (
	"context"
	"io"

	"longhand/generator"
)

type values struct {
	Problem string `arg:"" optional:"" help:"Problem file, or name of one that comes with the program; - is standard input. Without it, two-two-one."`
	Digits  int    `default:"20" placeholder:"N" help:"Significant digits, from 1 to 100000 (${default})."`
	Places  *int   `placeholder:"N" help:"Decimal places, instead of significant digits."`
	Format  string `default:"text" placeholder:"FORMAT" help:"text, json or csv (${default})."`
	overrides
}

func (c *values) Run(ctx context.Context, out io.Writer) error {
	return generator.Values(ctx, out, generator.ValuesOptions{
		Problem: c.Problem,
		Set:     c.Set,
		Digits:  c.Digits,
		Places:  c.Places,
		Format:  c.Format,
	})
}
