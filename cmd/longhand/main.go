// Command longhand writes worked examples. Here live its flags and its exit codes and nothing else: what it does is
// package generator's.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"

	"longhand/generator"
)

// Exit codes.
const (
	exitOK          = 0
	exitWrong       = 1   // an article was examined and has wrong numbers
	exitMistake     = 2   // in the command line, a problem file or an article; told on standard error
	exitInterrupted = 130 // as shells have it for ctrl-C
)

// commands are what the program can do. Each has a file of its own, with its flags and a Run method.
type commands struct {
	Build    build    `cmd:"" help:"Write the worked example of each problem."`
	Values   values   `cmd:"" help:"Print every quantity of a problem."`
	Practice practice `cmd:"" help:"Write worksheets with fresh numbers, and their keys."`
	Mark     mark     `cmd:"" help:"Mark a class by the answers of its worksheets."`
	New      create   `cmd:"" help:"Write a problem file and a template to start from."`
	Verify   verify   `cmd:"" help:"Examine every number of an article: which are right, to how many digits, and which are not."`
	Version  version  `cmd:"" help:"Print the program's version."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run is the program, from arguments to exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	exit := -1 // set by --help
	parser, err := kong.New(&commands{},
		kong.Name("longhand"),
		kong.Description("Longhand writes worked examples: every step on paper, every printed digit proven."),
		kong.Writers(stdout, stderr),
		kong.Exit(func(code int) { exit = code }),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.BindTo(stdout, (*io.Writer)(nil)),
		kong.Bind(progress{stderr}),
	)
	if err != nil {
		panic(err) // the commands above are wrong, whatever the arguments
	}
	parsed, err := parser.Parse(args)
	switch {
	case exit >= 0:
		return exit
	case err != nil:
		fmt.Fprintf(stderr, "longhand: %v\n    `longhand --help` shows the commands and their flags\n", err)
		return exitMistake
	}
	switch err := parsed.Run(); {
	case err == nil:
		return exitOK
	case errors.Is(err, generator.ErrWrong):
		return exitWrong
	case ctx.Err() != nil && errors.Is(err, ctx.Err()):
		fmt.Fprintln(stderr, "longhand: interrupted")
		return exitInterrupted
	default:
		fmt.Fprintln(stderr, err)
		return exitMistake
	}
}
