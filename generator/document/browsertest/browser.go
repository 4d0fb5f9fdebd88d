// Package browsertest opens built pages in a real browser, offline, as readers will: wide and narrow, light and dark,
// and on paper. It serves tests only. What is checked on a page is in check.js; how a page looks is for eyes, for which
// LONGHAND_SHOTS=folder keeps pictures.
package browsertest

import (
	"context"
	_ "embed"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// condition is a way of looking at a page.
type condition struct {
	name   string
	width  int64
	media  string // "" for the screen
	scheme string
	axe    string // what axe leaves out; "" does not run it
}

// paper is what an A4 page has between the margins of page.css, at 96 pixels an inch.
const paper = 627

// Depth says how closely axe looks. At every letter of every formula takes most of a check's time and says the same of
// every page with the same styles, so few pages need it; the contrast in boxes is checked by our own measure everywhere.
type Depth string

// What axe leaves out.
const (
	Formulas Depth = "math > *"
	Nothing  Depth = ".nothing"
)

var conditions = []condition{
	{"wide", 1280, "", "light", "math > *"},
	{"narrow", 375, "", "light", "math > *"},
	{"wide-dark", 1280, "", "dark", "math > *"},
	{"narrow-dark", 375, "", "dark", ""},
	{"print", paper, "print", "light", ""},
}

//go:embed check.js
var checks string

// Check opens an HTML file in every condition and fails the test for each fault: a boxed formula that is not visible
// or is cut, a formula that leaves the paper, a page that scrolls sideways, a request for anything but the file itself,
// a message on the console, a violation of axe-core's rules in what is not left out.
func Check(t *testing.T, file string, leaveOut Depth) {
	t.Helper()
	check(t, file, leaveOut, true)
}

// CheckSystemFonts is Check for a page that brings no fonts and is set in those of its reader's machine.
func CheckSystemFonts(t *testing.T, file string) {
	t.Helper()
	check(t, file, Nothing, false)
}

func check(t *testing.T, file string, leaveOut Depth, ownFonts bool) {
	t.Helper()
	axe := axeSource(t)
	browser := start(t)
	path, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range conditions {
		t.Run(c.name, func(t *testing.T) {
			tab, cancel := chromedp.NewContext(browser)
			defer cancel()
			open(t, tab, path, c)
			report(t, tab, checks+fmt.Sprintf("\ncheckPage(%t, %t)", c.media == "print", ownFonts))
			if c.name == "wide" {
				c.axe = string(leaveOut)
			}
			if c.axe != "" {
				report(t, tab, axe+fmt.Sprintf(axeRun, c.axe))
			}
			shoot(t, tab, path, c)
			if c.media == "" && ownFonts {
				checkFonts(t, tab)
			}
		})
	}
	t.Run("paper", func(t *testing.T) { checkPaper(t, browser, path) })
}

// axeRun asks axe for its full rule set and lists what was violated and where.
const axeRun = `
axe.run({exclude: [%q]}).then(r => r.violations.flatMap(v => v.nodes.map(n => "axe " + v.id + ": " + v.help + ": " + n.html.slice(0, 200) + " " + n.failureSummary)))`

// open loads the file and listens to what the browser says about it.
func open(t *testing.T, tab context.Context, path string, c condition) {
	t.Helper()
	address := (&url.URL{Scheme: "file", Path: path}).String()
	var mutex sync.Mutex
	var faults []string
	fault := func(format string, args ...any) {
		mutex.Lock()
		defer mutex.Unlock()
		faults = append(faults, fmt.Sprintf(format, args...))
	}
	err := chromedp.Listen(tab, func(event any) {
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			if u := e.Request.URL; u != address && !strings.HasPrefix(u, "data:") {
				fault("the page asked for %s", u)
			}
		case *runtime.EventConsoleAPICalled:
			fault("console: %s", e.Type)
		case *runtime.EventExceptionThrown:
			fault("exception: %s", e.ExceptionDetails.Text)
		case *log.EventEntryAdded:
			fault("browser log: %s", e.Entry.Text)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	_, err = chromedp.Call(tab, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{Offline: true, DownloadThroughput: -1, UploadThroughput: -1}},
	})
	if err != nil {
		t.Fatal(err)
	}
	_, err = chromedp.Call(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media:    c.media,
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: c.scheme}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(tab, chromedp.EmulateViewport(c.width, 900), chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
	// A font loads when the first layout asks for it, which may be after the page itself is there: ask for all of them.
	const fonts = "Promise.all([...document.fonts].map(f => f.load())).then(() => document.fonts.ready).then(() => true)"
	if _, err := chromedp.Run(tab, chromedp.Evaluate[bool](fonts, chromedp.EvalAwaitPromise)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		mutex.Lock()
		defer mutex.Unlock()
		for _, f := range faults {
			t.Error(f)
		}
	})
}

// report runs JavaScript that gives a list of faults.
func report(t *testing.T, tab context.Context, js string) {
	t.Helper()
	faults, err := chromedp.Run(tab, chromedp.Evaluate[[]string](js, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Error(f)
	}
}

var browser struct {
	once sync.Once
	ctx  context.Context
	err  error
}

// start gives the one browser of the test process. It ends with the process.
func start(t *testing.T) context.Context {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		missing(t, "chromium is not installed (.ci/run installs it)")
	}
	browser.once.Do(func() {
		options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox)
		for _, flag := range []string{"disable-gpu", "disable-quic", "disable-background-networking", "disable-component-update", "disable-sync"} {
			options = append(options, chromedp.Flag(flag, true))
		}
		allocator, _ := chromedp.NewExecAllocator(context.Background(), options...)
		browser.ctx, _ = chromedp.NewContext(allocator)
		browser.err = chromedp.Do(browser.ctx)
	})
	if browser.err != nil {
		t.Fatal(browser.err)
	}
	return browser.ctx
}

// missing skips a test whose tool is not there, or fails it where tools are required.
func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("LONGHAND_REQUIRE_TOOLS") == "1" {
		t.Fatal(what)
	}
	t.Skip(what)
}

// axeSource finds axe-core in the folder of tools, from any package of the repository.
func axeSource(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
	}
	js, err := os.ReadFile(filepath.Join(dir, ".ci", "tools", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		missing(t, "axe-core is not installed (.ci/run installs it)")
	}
	return string(js)
}

// shoot keeps a picture of the whole page, in strips that can be looked at.
func shoot(t *testing.T, tab context.Context, path string, c condition) {
	t.Helper()
	dir := os.Getenv("LONGHAND_SHOTS")
	if dir == "" {
		return
	}
	height, err := chromedp.Run(tab, chromedp.Evaluate[float64]("document.documentElement.scrollHeight"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	const strip = 1600
	name := filepath.Base(filepath.Dir(path)) + "-" + strings.TrimSuffix(filepath.Base(path), ".html") + "-" + c.name
	beyond := true
	for i := 0; float64(i*strip) < height; i++ {
		shot, err := chromedp.Call(tab, page.CaptureScreenshot, page.CaptureScreenshotParams{
			Clip:                  &page.Viewport{X: 0, Y: float64(i * strip), Width: float64(c.width), Height: min(strip, height-float64(i*strip)), Scale: 1},
			CaptureBeyondViewport: &beyond,
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s-%02d.png", name, i)), shot.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Open opens a page in a tab of its own, offline, for a test that uses it as a reader does; what Check calls a fault
// while it is open fails the test.
func Open(t *testing.T, file string) context.Context {
	t.Helper()
	browser := start(t)
	path, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	tab, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	open(t, tab, path, condition{name: "use", width: 1280, scheme: "light"})
	return tab
}
