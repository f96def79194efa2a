//go:build !js

package browsertest

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ganvas/wasm/site"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// dist is where make build puts the page.
const dist = "../../dist"

// patience is how long anything may take before it counts as never: software rendering on a busy machine is slow.
const patience = 90 * time.Second

// required makes a missing browser or page a failure; make test sets it.
var required = os.Getenv("GANVAS_BROWSER") == "required"

// missing skips the test, or fails it where browser tests are required.
func missing(t *testing.T, what string) {
	t.Helper()
	if required {
		t.Fatal(what)
	}
	t.Skip("SKIPPED: ", what, " (make test provides both)")
}

// chromium is the path of a Chromium or Chrome.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	missing(t, "there is no Chromium here")
	return ""
}

// serve serves the built page and returns its address, without a slash at the end.
func serve(t *testing.T) string {
	t.Helper()
	return serveWith(t, func(w http.ResponseWriter, r *http.Request, files http.Handler) { files.ServeHTTP(w, r) })
}

// serveWith serves the built page with some files changed on their way.
func serveWith(t *testing.T, change func(w http.ResponseWriter, r *http.Request, files http.Handler)) string {
	t.Helper()
	return start(t, httptest.NewServer(built(t, change)))
}

// built answers with the built page, some files changed on their way.
func built(t *testing.T, change func(w http.ResponseWriter, r *http.Request, files http.Handler)) http.Handler {
	t.Helper()
	for _, name := range []string{"index.html", "sw.js", "ganvas.html"} {
		if _, err := os.Stat(filepath.Join(dist, name)); err != nil {
			missing(t, "the page is not built: "+err.Error())
		}
	}
	files := site.Handler(dist)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { change(w, r, files) })
}

// start returns the address of a server that runs until the test ends.
func start(t *testing.T, s *httptest.Server) string {
	t.Helper()
	t.Cleanup(s.Close)
	return s.URL
}

// tab is one page in one fresh browser.
type tab struct {
	record
	ctx    context.Context
	strict bool // what the network refuses counts too
}

// view is how large the page is shown, and in which scheme.
type view struct {
	width, height int64
	dark          bool
}

var wide, narrow = view{width: 1440, height: 900}, view{width: 390, height: 844}

// newTab starts a browser, with more flags if any, and opens the address. At the end of the test, errors on its console fail
// the test.
func newTab(t *testing.T, v view, address string, flags ...chromedp.ExecAllocatorOption) *tab {
	t.Helper()
	timed(t)
	b := &tab{record: record{T: t}}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium(t)),
		chromedp.Flag("headless", "new"),
		chromedp.NoSandbox,
		chromedp.Flag("use-angle", "swiftshader"),
		chromedp.Flag("enable-unsafe-swiftshader", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.WindowSize(int(v.width), int(v.height)),
		chromedp.UserDataDir(t.TempDir()),
		chromedp.WSURLReadTimeout(patience),
	)
	ctx, stop := chromedp.NewExecAllocator(context.Background(), append(options, flags...)...)
	t.Cleanup(stop)
	ctx, closeTab := chromedp.NewContext(ctx)
	t.Cleanup(closeTab)
	b.ctx = ctx
	// The first use of a context starts its browser, and that context's end is the browser's: no time limit here.
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.judge)
	b.do(chromedp.EmulateViewport(v.width, v.height), scheme(v.dark), chromedp.Navigate(address))
	return b
}

func (b *tab) listen(event any) {
	var problem string
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		problem = (&chromedp.ExceptionError{ExceptionDetails: e.ExceptionDetails}).Error()
	case *runtime.EventConsoleAPICalled:
		if e.Type != runtime.ConsoleAPICalledTypeError {
			return
		}
		for _, a := range e.Args {
			problem += string(a.Value) + a.Description + " "
		}
	case *log.EventEntryAdded:
		counts := e.Entry.Source == log.EntrySourceSecurity || b.strict && e.Entry.Source == log.EntrySourceNetwork
		if !counts || e.Entry.Level != log.EntryLevelError {
			return
		}
		problem = e.Entry.Text + " " + e.Entry.URL
	case *network.EventRequestWillBeSent:
		b.asks(e.Request.URL)
		return
	default:
		return
	}
	first, _, _ := strings.Cut(problem, "\n") // the stack of a wasm program says little
	b.complains(first)
}

// do runs actions, or fails the test.
func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	perform(b, chromedp.Steps(actions...))
}

// perform performs an action and returns its value, or fails the test.
func perform[T any](b *tab, action chromedp.Action[T]) T {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, action)
	if err != nil {
		b.Fatalf("%v (on the console: %q)", err, b.console())
	}
	return v
}

// value evaluates a JavaScript expression, awaiting it where it is a promise.
func value[T any](b *tab, expression string) T {
	b.Helper()
	return perform(b, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// until waits until a JavaScript expression holds.
func (b *tab) until(what, expression string) {
	b.Helper()
	await(b, b.text, what, expression)
}

// step is the step that the page last showed.
const step = `+document.documentElement.dataset.step`

// trained waits until the page has shown this many steps.
func (b *tab) trained(steps int) {
	b.Helper()
	b.until(fmt.Sprintf("%d steps", steps), fmt.Sprintf("%s >= %d", step, steps))
}
