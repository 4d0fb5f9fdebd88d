package main

import (
	"context"
	"io"

	"longhand/generator"
)

type mark struct {
	Answers   string `arg:"" help:"The answers.csv that practice has written; the problem is read from beside it."`
	Responses string `arg:"" help:"What students answered, as CSV: student, id, blank, answer; or student, id and a column for each blank. - is standard input."`
	Problem   string `placeholder:"FILE" help:"Problem file, instead of the copy beside answers.csv."`
	Class     string `placeholder:"FILE" help:"Names of the students, one a line: any other is an error."`
	Shared    bool   `help:"Several students may have the same sheet; else that is an error."`
	Format    string `default:"text" placeholder:"FORMAT" help:"text, csv, json or html (${default})."`
	overrides
}

func (c *mark) Run(ctx context.Context, out io.Writer) error {
	return generator.Mark(ctx, out, generator.MarkOptions{
		Answers: c.Answers, Responses: c.Responses, Problem: c.Problem, Set: c.Set, Class: c.Class, Shared: c.Shared, Format: c.Format,
	})
}
