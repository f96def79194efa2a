//go:build !js

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/chromedp/chromedp"
)

// page is web/index.html in a headless Chromium.
type page struct {
	ctx    context.Context
	close  []func()
	python *python // the engine torch, from when it was first asked
}

// openPage starts a browser on a fresh profile and opens the page at an address.
func openPage(address string) (*page, error) {
	path, err := chromium()
	if err != nil {
		return nil, err
	}
	profile, err := os.MkdirTemp("", "ganvas-bench-profile")
	if err != nil {
		return nil, err
	}
	ctx, stop := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.Flag("headless", "new"),
		chromedp.NoSandbox,
		chromedp.Flag("use-angle", "swiftshader"),
		chromedp.Flag("enable-unsafe-swiftshader", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.UserDataDir(profile),
		chromedp.WSURLReadTimeout(time.Minute),
	)...)
	ctx, closeTab := chromedp.NewContext(ctx)
	p := &page{ctx: ctx, close: []func(){closeTab, stop, func() { os.RemoveAll(profile) }}}
	if _, err := chromedp.Run(ctx, chromedp.Navigate(address)); err != nil {
		p.Close()
		return nil, err
	}
	return p, nil
}

func chromium() (string, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("there is no Chromium here, in which the engines run: on Debian, apt-get install chromium")
}

// Close ends the browser.
func (p *page) Close() {
	for _, f := range p.close {
		f()
	}
}

// ask asks an engine's Worker for an action; into, where it is not nil, takes the answer.
func (p *page) ask(engine, action string, into any, args ...any) error {
	if engine == torch.key {
		return p.askPython(action, into, args...)
	}
	call := []string{quote(engine), quote(action)}
	for _, a := range args {
		call = append(call, quote(a))
	}
	text, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](
		"ask("+strings.Join(call, ", ")+").then(JSON.stringify)", chromedp.EvalAwaitPromise))
	if err != nil {
		return err
	}
	return answer([]byte(text), into)
}

// answer reads what an engine answers, which may be {error}.
func answer(text []byte, into any) error {
	var fault struct{ Error string }
	if json.Unmarshal(text, &fault) == nil && fault.Error != "" {
		return fmt.Errorf("%s", fault.Error)
	}
	if into == nil {
		return nil
	}
	return json.Unmarshal(text, into)
}

// askPython is ask of the one engine that is no Worker.
func (p *page) askPython(action string, into any, args ...any) error {
	if p.python == nil {
		started, err := startPython()
		if err != nil {
			return err
		}
		p.python = started
		p.close = append(p.close, started.Close)
	}
	return p.python.ask(action, into, args...)
}

// drop ends an engine's Worker.
func (p *page) drop(engine string) error {
	if engine == torch.key {
		return nil
	}
	_, err := chromedp.Run(p.ctx, chromedp.Evaluate[any]("drop("+quote(engine)+")"))
	return err
}

func quote(v any) string {
	b, _ := json.Marshal(v) // strings and numbers
	return string(b)
}
