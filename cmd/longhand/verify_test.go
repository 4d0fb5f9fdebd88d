package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestVerifyExit holds the exit codes of verify, which scripts and code hosts go by.
func TestVerifyExit(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"right.md": "$a = 0.5 + 0.25 = 0.75$", "wrong.md": "$a = 0.5 + 0.25 = 0.76$", "cut.md": "$a = 2/3 = 0.66$"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		args   []string
		exit   int
		stdout string
		stderr string
	}{
		{[]string{"right.md"}, exitOK, "1 exact", ""},
		{[]string{"wrong.md"}, exitWrong, "wrong: printed 0.76", ""},
		{[]string{"right.md", "wrong.md", "--quiet"}, exitWrong, "wrong: printed 0.76", ""},
		{[]string{"cut.md"}, exitOK, "1 truncated", ""},
		{[]string{"cut.md", "--strict"}, exitWrong, "truncated: printed 0.66", ""},
		{[]string{"wrong.md", "--format", "sarif"}, exitWrong, `"version": "2.1.0"`, ""},
		{[]string{"wrong.md", "--format=html"}, exitWrong, "<!DOCTYPE html>", ""},
		{[]string{"wrong.md", "--diff"}, exitWrong, "+$a = 0.5 + 0.25 = 0.75$", ""},
		{[]string{"none.md"}, exitMistake, "", "none.md: there is no such file"},
		{[]string{"right.md", "--given", "none.yaml"}, exitMistake, "", "none.yaml: there is no such file"},
	} {
		args := []string{"verify"}
		for _, a := range c.args {
			if strings.HasSuffix(a, ".md") || strings.HasSuffix(a, ".yaml") {
				a = filepath.Join(dir, a)
			}
			args = append(args, a)
		}
		var stdout, stderr bytes.Buffer
		if exit := run(context.Background(), args, &stdout, &stderr); exit != c.exit {
			t.Errorf("%q: exit code %d, want %d", c.args, exit, c.exit)
		}
		if !strings.Contains(stdout.String(), c.stdout) || !strings.Contains(stderr.String(), c.stderr) || c.stderr == "" && stderr.Len() > 0 {
			t.Errorf("%q: standard output\n%s\nstandard error\n%s", c.args, stdout.String(), stderr.String())
		}
	}
}
