package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExit holds exit codes, and where the program speaks: results on standard output, mistakes on standard error.
func TestExit(t *testing.T) {
	dir := t.TempDir()
	bad := filepath.Join(dir, "bad.yaml")
	if err := os.WriteFile(bad, []byte("title: x\nlayers: 2\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "out")
	for _, c := range []struct {
		args   []string
		exit   int
		stdout string // a part of it; empty where nothing must be there
		stderr string
	}{
		{[]string{"--help"}, exitOK, "Usage: longhand", ""},
		{[]string{"build", "--help"}, exitOK, "--template=FILE", ""},
		{[]string{"version"}, exitOK, "longhand ", ""},
		{[]string{"values", "--places=2"}, exitOK, "z1", ""},
		{[]string{"practice", "--variants=2", "-o", filepath.Join(dir, "sheets")}, exitOK, "", ""}, // no progress where nobody watches
		{nil, exitMistake, "", "expected one of"},
		{[]string{"biuld"}, exitMistake, "", "did you mean \"build\"?"},
		{[]string{"build", "--plces", "3"}, exitMistake, "", "did you mean \"--places\"?"},
		{[]string{"build", "--to", "doc"}, exitMistake, "", "--to doc is not known"},
		{[]string{"values", "--digits", "x"}, exitMistake, "", "--digits: expected"},
		{[]string{"values", filepath.Join(dir, "none.yaml")}, exitMistake, "", "none.yaml: there is no such file"},
		{[]string{"build", bad, "-o", out}, exitMistake, "", "bad.yaml:2:1: the problem file has no key “layers”"},
		{[]string{"build", "-o", out, "-P", "given.W1=[[1,2],[3]]"}, exitMistake, "", "-P given.W1=[[1,2],[3]]:1:17: row 2 of W1 has 1 number"},
	} {
		var stdout, stderr bytes.Buffer
		exit := run(context.Background(), c.args, &stdout, &stderr)
		if exit != c.exit {
			t.Errorf("%q: exit code %d, want %d", c.args, exit, c.exit)
		}
		check := func(name, got, want string) {
			if !strings.Contains(got, want) || want == "" && got != "" {
				t.Errorf("%q: %s is\n%s\nwant %q in it", c.args, name, got, want)
			}
		}
		check("standard output", stdout.String(), c.stdout)
		check("standard error", stderr.String(), c.stderr)
		if strings.Contains(stderr.String(), "goroutine") {
			t.Errorf("%q: a stack is shown:\n%s", c.args, stderr.String())
		}
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a build that failed left something behind")
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	out := filepath.Join(t.TempDir(), "out")
	var stdout, stderr bytes.Buffer
	if exit := run(ctx, []string{"build", "-o", out}, &stdout, &stderr); exit != exitInterrupted {
		t.Errorf("exit code %d, want %d; %s", exit, exitInterrupted, stderr.String())
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("an interrupted build left something behind")
	}
}
