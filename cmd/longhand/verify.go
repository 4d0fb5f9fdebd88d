package main

import (
	"context"
	"io"
	"os"

	"longhand/generator"
)

type verify struct {
	Articles []string `arg:"" name:"article" help:"Markdown, LaTeX or plain text files; - is standard input."`
	Given    string   `placeholder:"PROBLEM" help:"Take the true values from this problem file instead of the article's own definitions."`
	Digits   int      `placeholder:"N" help:"Show the true values to N digits."`
	Format   string   `default:"text" placeholder:"FORMAT" help:"text, json, sarif or html (${default})."`
	Strict   bool     `help:"Fail on numbers too that were cut, carried on from rounded ones, or made with digits that are not shown."`
	Quiet    bool     `short:"q" help:"Only what is wrong, no counts."`
	Verbose  bool     `short:"v" help:"Every number, not only those that are wrong."`
	Fix      bool     `help:"Write a corrected copy beside each article: wrong numbers and what follows from them recomputed, nothing else touched."`
	Diff     bool     `help:"Print the corrections as a unified diff."`
	overrides
}

func (c *verify) Run(ctx context.Context, out io.Writer) error {
	return generator.Verify(ctx, out, os.Stdin, generator.VerifyOptions{
		Articles: c.Articles,
		Given:    c.Given,
		Set:      c.Set,
		Digits:   c.Digits,
		Format:   c.Format,
		Quiet:    c.Quiet,
		Verbose:  c.Verbose,
		Strict:   c.Strict,
		Colour:   isTerminal(out),
		Fix:      c.Fix,
		Diff:     c.Diff,
	})
}

// isTerminal says whether a report goes to a person's screen, where colours help.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("NO_COLOR") != "" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
