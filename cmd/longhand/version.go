package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
)

type version struct{}

func (version) Run(out io.Writer) error {
	number := "(unknown version)"
	if info, ok := debug.ReadBuildInfo(); ok {
		number = info.Main.Version
	}
	_, err := fmt.Fprintf(out, "longhand %s, built with %s for %s/%s\n", number, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}
