//go:build !js

package browsertest

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// kit is one page in one fresh browser with WebKit, Safari's engine: the small browser that comes with WebKitGTK.
type kit struct {
	record
	driver *webdriver
}

// inKit runs a test in WebKit, and once more where its browser is gone before the end: WebKitGTK's falls over now and then, on any page.
func inKit(t *testing.T, test func(t *testing.T, v visitor)) {
	if errors.Is(attempt(t, test), errGone) {
		t.Log("AGAIN: the browser is gone")
		if err := attempt(t, test); err != nil {
			t.Fatal(err)
		}
	}
}

// attempt runs a test in one WebKit, and returns errGone where that has gone.
func attempt(t *testing.T, test func(t *testing.T, v visitor)) (err error) {
	defer func() {
		switch r := recover(); r {
		case nil:
		case errGone:
			err = errGone
		default:
			panic(r)
		}
	}()
	test(t, newKit(t))
	return nil
}

// errGone says that there is no browser any more; a kit panics with it.
var errGone = errors.New("the browser is gone")

// newKit starts WebKitGTK's browser on a display of its own where there is none.
func newKit(t *testing.T) visitor {
	t.Helper()
	path, err := exec.LookPath("WebKitWebDriver")
	if err != nil {
		t.Skip("SKIPPED: there is no WebKitWebDriver here (on Debian, make test installs it)")
	}
	timed(t)
	k := &kit{record: record{T: t}, driver: &webdriver{"http://" + startDriver(t, path)}}
	err = k.driver.begin(map[string]any{
		"acceptInsecureCerts": true,
		"proxy":               map[string]any{"proxyType": "manual", "httpProxy": onlooker(t, k.asks)},
		"timeouts":            map[string]any{"script": patience.Milliseconds(), "pageLoad": patience.Milliseconds()},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		k.collect()
		k.judge()
		k.driver.end()
	})
	return k
}

// startDriver starts the driver, and returns where it listens.
func startDriver(t *testing.T, path string) (address string) {
	t.Helper()
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address = free.Addr().String()
	free.Close()
	_, port, _ := net.SplitHostPort(address)
	c := exec.Command(path, "--port="+port)
	c.Env = append(os.Environ(), "HOME="+t.TempDir(), "DISPLAY="+display(t))
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		syscall.Kill(-c.Process.Pid, syscall.SIGKILL) // the group: the browser too
		c.Wait()
	})
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if socket, err := net.Dial("tcp", address); err == nil {
			socket.Close()
			return address
		}
	}
	t.Fatal("WebKitWebDriver does not listen")
	return ""
}

func (k *kit) call(command string, params, result any) {
	k.Helper()
	if err := k.send(http.MethodPost, command, params, result); err != nil {
		k.Fatal(err)
	}
}

// send is the driver's call where there is a browser. The first answer of one that goes may be any error; the next is that its session is not known.
func (k *kit) send(method, command string, params, result any) error {
	err := k.driver.call(method, command, params, result)
	if err == nil {
		return nil
	}
	if next := k.driver.call(http.MethodGet, "/timeouts", nil, nil); next != nil && strings.Contains(next.Error(), "invalid session id") {
		panic(errGone)
	}
	return err
}

// collect takes what the page has kept of its problems.
func (k *kit) collect() {
	var problems []string
	script := map[string]any{"script": "return (window.problems ?? []).splice(0)", "args": []any{}}
	if k.driver.call(http.MethodPost, "/execute/sync", script, &problems) != nil {
		return // no page, or one that is on its way
	}
	for _, p := range problems {
		k.complains(p)
	}
}

func (k *kit) console() []string {
	k.collect()
	return k.record.console()
}

func (k *kit) allow(about ...string) {
	k.Helper()
	k.collect()
	k.record.allow(about...)
}

func (k *kit) told(about string) bool {
	k.collect()
	return k.record.told(about)
}

func (k *kit) navigate(address string) {
	k.Helper()
	k.collect()
	k.call("/url", map[string]any{"url": address}, nil)
	if strings.HasPrefix(address, "file:") { // which come by no proxy
		k.text("(() => {" + look + "})()")
	}
}

func (k *kit) text(expression string) string {
	k.Helper()
	answer, err := k.ask(expression)
	if err != nil {
		k.Fatal(err)
	}
	return answer
}

// ask is text, with the driver's errors. What the page itself throws stops the test.
func (k *kit) ask(expression string) (string, error) {
	k.Helper()
	var answer struct{ Value, Failure string }
	err := k.send(http.MethodPost, "/execute/async", map[string]any{"args": []any{}, "script": `
		const answer = arguments[0];
		(async () => String(await (` + expression + `)))().then(Value => answer({ Value }), e => answer({ Failure: 'a' + e }))`}, &answer)
	if answer.Failure != "" {
		k.Fatalf("%s: %s", expression, answer.Failure[1:])
	}
	return answer.Value, err
}

// lost is after how long an answer is given up where the question can be put again.
const lost = 8 * time.Second

// limit is how long the driver waits for a script.
func (k *kit) limit(d time.Duration) {
	k.Helper()
	k.call("/timeouts", map[string]any{"script": d.Milliseconds()}, nil)
}

// until asks again where the driver has no answer: it may lose the one that comes while a page is being opened.
func (k *kit) until(what, expression string) {
	k.Helper()
	k.limit(lost)
	defer k.limit(patience)
	await(k, func(expression string) string {
		answer, err := k.ask(expression)
		if err != nil {
			k.Log(err)
		}
		return answer
	}, what, expression)
}

func (k *kit) trained(steps int) {
	k.Helper()
	k.until(fmt.Sprintf("%d steps", steps), fmt.Sprintf("%s >= %d", step, steps))
}

// size sets the window's size by what is left of it for the page.
func (k *kit) size(width, height int64) {
	k.Helper()
	var outer struct{ Width, Height int64 }
	if err := k.send(http.MethodGet, "/window/rect", nil, &outer); err != nil {
		k.Fatal(err)
	}
	outer.Width += width - get[int64](k, `innerWidth`)
	outer.Height += height - get[int64](k, `innerHeight`)
	k.call("/window/rect", map[string]any{"width": outer.Width, "height": outer.Height}, nil)
	k.until("the window has its size", fmt.Sprintf(`innerWidth === %d && innerHeight === %d`, width, height))
}

func (k *kit) press(key string) {
	k.Helper()
	name := named(foxKeys, key)
	k.act("key", map[string]any{}, do{"type": "keyDown", "value": name}, do{"type": "keyUp", "value": name})
}

func (k *kit) click(x, y float64) {
	k.Helper()
	k.act("pointer", map[string]any{"parameters": map[string]any{"pointerType": "mouse"}},
		do{"type": "pointerMove", "x": int(x), "y": int(y)}, do{"type": "pointerDown", "button": 0}, do{"type": "pointerUp", "button": 0})
}

func (k *kit) wheel(x, y, by float64) {
	k.Helper()
	k.act("wheel", map[string]any{}, do{"type": "scroll", "x": int(x), "y": int(y), "deltaX": 0, "deltaY": int(by)})
}

func (k *kit) act(kind string, device map[string]any, what ...do) {
	k.Helper()
	device["type"], device["id"], device["actions"] = kind, kind, what
	k.call("/actions", map[string]any{"actions": []any{device}}, nil)
}

// A page that came encrypted is stricter in WebKit about what a frame without an origin may load. (The others make no difference.)
func TestLabOverHTTPS(t *testing.T) {
	site := start(t, httptest.NewTLSServer(built(t, watched(false))))
	page := elsewhere(start(t, httptest.NewTLSServer(notes(site, frame("autoplay=visible")))))
	inKit(t, func(t *testing.T, v visitor) {
		read(v, page)
		v.until("it trains", last(0, "step", "step")+" >= 10")
	})
}
