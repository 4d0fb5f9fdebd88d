// Package mathml turns TeX into MathML when a document is built, so that a page needs no JavaScript and a screen reader
// gets the mathematics itself. Temml does the converting, in a JavaScript engine written in Go. Layout of a page does
// not belong here; the width of a formula, which only its MathML tells, does.
package mathml

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"time"

	"modernc.org/quickjs"

	"longhand/templates"
)

// What a formula may measure. Temml's time grows with the square of the nesting (2000 nested fractions take half a
// minute), and nothing that people read comes near these.
const (
	MaxLength  = 100_000 // bytes of TeX
	MaxNesting = 60      // braces and environments inside each other
	timeout    = 20 * time.Second
)

// Formula is a converted formula.
type Formula struct {
	MathML string // one <math> element
	Width  int    // estimated width in thousandths of an em; see width.go
}

// One engine behind a mutex: two engines in one process are slower than one, and the cache takes most calls anyway.
var (
	mutex  sync.Mutex
	engine *quickjs.VM
)

// Error says what is wrong with a formula.
type Error struct {
	TeX     string
	Message string
}

// Error names the mistake and shows the formula.
func (e *Error) Error() string { return fmt.Sprintf("the formula %s: %s", excerpt(e.TeX), e.Message) }

// Convert makes MathML of TeX; display sets it as a line of its own. It returns an *Error for TeX that it cannot read,
// and never leaves anything of a formula out. It may be called from any goroutine.
func Convert(tex string, display bool) (Formula, error) {
	if message := tooMuch(tex); message != "" {
		return Formula{}, &Error{tex, message}
	}
	root, err := tree(tex, display)
	if err != nil {
		return Formula{}, err
	}
	return finish(root), nil
}

func convert(tex string, display bool) (string, error) {
	if engine == nil {
		vm, err := start()
		if err != nil {
			return "", fmt.Errorf("starting the formula converter: %w", err)
		}
		engine = vm
	}
	result, err := engine.Call("longhandConvert", tex, display)
	if err != nil {
		var thrown *quickjs.Error
		if errors.As(err, &thrown) && thrown.Name == "ParseError" {
			return "", &Error{tex, plain(thrown.Message)}
		}
		// A runaway formula leaves the engine in a state nobody knows: the next one gets a new engine.
		_ = engine.Close()
		engine = nil
		return "", &Error{tex, err.Error()}
	}
	text, ok := result.(string)
	if !ok {
		return "", &Error{tex, fmt.Sprintf("the converter gave a %T", result)}
	}
	return text, nil
}

// glue is all the JavaScript of our own. The macros are a fresh object each time: what one formula defines never
// reaches the next.
const glue = `function longhandConvert(tex, display) {
	return temml.renderToString(tex, {displayMode: display, throwOnError: true, strict: false, trust: false, macros: {}, maxExpand: 1000, maxSize: [50, 50]});
}`

func start() (*quickjs.VM, error) {
	code, err := templates.FS.ReadFile("vendor/temml/temml.min.js")
	if err != nil {
		return nil, err
	}
	vm, err := quickjs.NewVM()
	if err != nil {
		return nil, err
	}
	vm.SetMemoryLimit(256 << 20)
	err = vm.SetEvalTimeout(timeout)
	for _, js := range []string{string(code) + "\nglobalThis.temml = temml;", glue} {
		if err == nil {
			_, err = vm.Eval(js, quickjs.EvalGlobal)
		}
	}
	if err != nil {
		_ = vm.Close()
		return nil, err
	}
	return vm, nil
}

// nesting finds what opens and closes; commands and escaped braces are read whole, so that \leftarrow is no \left.
var nesting = regexp.MustCompile(`\\(?:[A-Za-z]+|.)|[{}]`)

// tooMuch refuses what would take too long.
func tooMuch(tex string) string {
	if len(tex) > MaxLength {
		return fmt.Sprintf("it has %d bytes; %d are the most", len(tex), MaxLength)
	}
	depth, deepest := 0, 0
	for _, token := range nesting.FindAllString(tex, -1) {
		switch token {
		case "{", `\begin`, `\left`:
			depth++
		case "}", `\end`, `\right`:
			depth--
		}
		deepest = max(deepest, depth)
	}
	if deepest > MaxNesting {
		return fmt.Sprintf("its parts are nested %d deep; %d are the most", deepest, MaxNesting)
	}
	return ""
}

// plain takes Temml's underlining (a combining character after every letter) out of a message.
func plain(message string) string {
	message = strings.ReplaceAll(message, "\u0332", "")
	return strings.Join(strings.Fields(message), " ")
}

func excerpt(tex string) string {
	tex = strings.Join(strings.Fields(tex), " ")
	if runes := []rune(tex); len(runes) > 120 {
		return string(runes[:120]) + "…"
	}
	return tex
}
