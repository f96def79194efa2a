//go:build !js

package browsertest

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// quiet are preferences of a Firefox that asks its maker for nothing.
const quiet = `user_pref("app.update.auto", false);
user_pref("app.normandy.enabled", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.safebrowsing.malware.enabled", false);
user_pref("browser.safebrowsing.phishing.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("extensions.update.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "http://127.0.0.1:1");
user_pref("toolkit.telemetry.enabled", false);
`

// fox is one page in one fresh Firefox.
type fox struct {
	record
	bidi    *bidi
	context string
}

// newFox starts Firefox on a display of its own where there is none.
func newFox(t *testing.T) visitor {
	t.Helper()
	path := firefox(t)
	timed(t)
	profile := t.TempDir()
	if err := os.WriteFile(filepath.Join(profile, "user.js"), []byte(quiet), 0o644); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(path, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0", "about:blank")
	c.Env = append(os.Environ(), "HOME="+t.TempDir(), "DISPLAY="+display(t), "MOZ_CRASHREPORTER_DISABLE=1")
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	said, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		syscall.Kill(-c.Process.Pid, syscall.SIGKILL) // the group: its processes for pages too
		c.Wait()
	})
	f := &fox{record: record{T: t}}
	f.connect(listening(t, said))
	t.Cleanup(f.judge)
	return f
}

// firefox is the path of a Firefox.
func firefox(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"firefox-esr", "firefox"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("SKIPPED: there is no Firefox here (on Debian, make test installs it)")
	return ""
}

// display is the name of an X display: even a headless Firefox draws WebGL by one.
func display(t *testing.T) string {
	t.Helper()
	if name := os.Getenv("DISPLAY"); name != "" {
		return name
	}
	path, err := exec.LookPath("Xvfb")
	if err != nil {
		t.Skip("SKIPPED: there is no display here, and no Xvfb to make one (on Debian, make test installs it)")
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(path, "-displayfd", "3", "-screen", "0", "1440x900x24", "-nolisten", "tcp")
	c.ExtraFiles = []*os.File{w}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Process.Kill(); c.Wait(); r.Close() })
	w.Close()
	number, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatal("Xvfb opens no display: ", err)
	}
	return ":" + strings.TrimSpace(number)
}

var bidiAddress = regexp.MustCompile(`WebDriver BiDi listening on ws://([0-9.:]+)`)

// listening reads what Firefox says until it says where it listens, and lets it talk on.
func listening(t *testing.T, said io.Reader) string {
	t.Helper()
	address := make(chan string, 1)
	go func() {
		for lines := bufio.NewScanner(said); lines.Scan(); {
			if m := bidiAddress.FindStringSubmatch(lines.Text()); m != nil {
				address <- m[1]
			}
		}
	}()
	select {
	case a := <-address:
		return a
	case <-time.After(patience):
		t.Fatal("Firefox does not say where it listens")
		return ""
	}
}

func (f *fox) connect(address string) {
	f.Helper()
	socket, err := dialWebsocket(address, "/session")
	if err != nil {
		f.Fatal(err)
	}
	f.bidi = newBidi(socket, f.listen)
	f.call("session.new", map[string]any{"capabilities": map[string]any{}}, nil)
	f.call("session.subscribe", map[string]any{"events": []string{"log.entryAdded", "network.beforeRequestSent"}}, nil)
	f.call("script.addPreloadScript", map[string]any{"functionDeclaration": "() => {" + watchPolicy + "}"}, nil)
	var tree struct{ Contexts []struct{ Context string } }
	f.call("browsingContext.getTree", map[string]any{}, &tree)
	f.context = tree.Contexts[0].Context
}

func (f *fox) call(method string, params, result any) {
	f.Helper()
	if err := f.bidi.call(method, params, result); err != nil {
		f.Fatalf("%v (on the console: %q)", err, f.console())
	}
}

func (f *fox) listen(method string, params json.RawMessage) {
	var e struct {
		Level, Text string
		Request     struct{ URL string }
	}
	if json.Unmarshal(params, &e) != nil {
		return
	}
	switch {
	case method == "network.beforeRequestSent":
		f.asks(e.Request.URL)
	case e.Level == "error":
		f.complains(e.Text)
	}
}

// navigate waits for the next document too, which the protocol does not always: where the page that is left writes its own address meanwhile, it takes
// that for the arrival. An address that differs from the page's by its fragment alone leads to no other document.
func (f *fox) navigate(address string) {
	f.Helper()
	page, _, fragment := strings.Cut(address, "#")
	same := fragment && f.text(`location.href.split('#')[0]`) == page
	f.text(`window.left = true`)
	f.call("browsingContext.navigate", map[string]any{"context": f.context, "url": address, "wait": "complete"}, nil)
	if !same {
		f.until("the next document", `!window.left && document.readyState === 'complete'`)
	}
}

func (f *fox) text(expression string) string {
	f.Helper()
	return f.textIn(f.context, expression)
}

// textIn is text in a frame of the page.
func (f *fox) textIn(frame, expression string) string {
	f.Helper()
	var r struct {
		Result           struct{ Value string }
		ExceptionDetails struct{ Text string }
	}
	f.call("script.evaluate", map[string]any{
		"expression":   "(async () => String(await (" + expression + ")))()",
		"target":       map[string]any{"context": frame},
		"awaitPromise": true,
	}, &r)
	if r.ExceptionDetails.Text != "" {
		f.Fatalf("%s: %s", expression, r.ExceptionDetails.Text)
	}
	return r.Result.Value
}

func (f *fox) until(what, expression string) {
	f.Helper()
	await(f, f.text, what, expression)
}

func (f *fox) trained(steps int) {
	f.Helper()
	f.until(fmt.Sprintf("%d steps", steps), fmt.Sprintf("%s >= %d", step, steps))
}
