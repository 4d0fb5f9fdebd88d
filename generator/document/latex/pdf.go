package latex

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// ErrNoLaTeX is returned where no pdflatex is found.
var ErrNoLaTeX = errors.New("there is no pdflatex on the PATH; install TeX Live (on Debian: apt-get install texlive-latex-base texlive-latex-recommended)")

// runs is how often pdflatex runs at most: the table of contents and links settle in two or three.
const runs = 4

// PDF compiles a .tex file with pdflatex in a temporary folder. The same input gives the same bytes with the same TeX.
// Without pdflatex it returns ErrNoLaTeX; where LaTeX fails, an error with the first error of its log.
func PDF(ctx context.Context, tex []byte) ([]byte, error) {
	pdf, _, err := Compile(ctx, tex)
	return pdf, err
}

// Compile is PDF that gives LaTeX's log, too.
func Compile(ctx context.Context, tex []byte) (pdf, log []byte, err error) {
	program, err := exec.LookPath("pdflatex")
	if err != nil {
		return nil, nil, ErrNoLaTeX
	}
	dir, err := os.MkdirTemp("", "longhand-latex-")
	if err != nil {
		return nil, nil, err
	}
	defer os.RemoveAll(dir)
	if err := os.WriteFile(filepath.Join(dir, "article.tex"), tex, 0o600); err != nil {
		return nil, nil, err
	}
	for range runs {
		cmd := exec.CommandContext(ctx, program, "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "-file-line-error", "article.tex")
		cmd.Dir = dir
		// No clock in the file, no file read or written outside of the folder, no line of the log broken at column 79.
		cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=0", "FORCE_SOURCE_DATE=1", "TZ=UTC", "openin_any=p", "openout_any=p", "max_print_line=1000")
		cmd.WaitDelay = time.Second
		out, runErr := cmd.CombinedOutput()
		if ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
		log, err = os.ReadFile(filepath.Join(dir, "article.log"))
		if err != nil {
			return nil, nil, fmt.Errorf("pdflatex wrote no log: %s", bytes.TrimSpace(out))
		}
		if runErr != nil {
			return nil, log, fmt.Errorf("pdflatex: %s", firstError(log, runErr))
		}
		if !unsettled.Match(log) {
			break
		}
	}
	pdf, err = os.ReadFile(filepath.Join(dir, "article.pdf"))
	return pdf, log, err
}

var (
	unsettled = regexp.MustCompile(`Rerun to get|No file article\.toc|Rerun LaTeX`)
	errorLine = regexp.MustCompile(`^(?:!|\./article\.tex:\d+:) `)
)

// firstError finds the first error in a log, with the line of the source that LaTeX shows below it.
func firstError(log []byte, otherwise error) string {
	scanner := bufio.NewScanner(bytes.NewReader(log))
	scanner.Buffer(nil, 1<<20)
	for scanner.Scan() {
		if !errorLine.Match(scanner.Bytes()) {
			continue
		}
		message := strings.TrimPrefix(scanner.Text(), "./")
		for scanner.Scan() {
			if line := scanner.Text(); strings.HasPrefix(line, "l.") {
				return message + "\n    " + line
			}
		}
		return message
	}
	return otherwise.Error()
}
