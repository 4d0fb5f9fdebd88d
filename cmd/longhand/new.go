package main

import (
	"context"
	"fmt"
	"io"

	"longhand/generator"
)

type create struct {
	Name string `arg:"" help:"Name of the problem: NAME.yaml and its template are written, and no file is overwritten."`
}

func (c *create) Run(ctx context.Context, out io.Writer) error {
	paths, err := generator.New(ctx, c.Name)
	for _, path := range paths {
		fmt.Fprintln(out, path)
	}
	return err
}
