//go:build !js

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path"
	"sync"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// patience is how long a visit may take before it counts as failed.
const patience = 2 * time.Minute

// visit is what came of opening the page in a fresh browser.
type visit struct {
	moments map[string]float64 // milliseconds of the page's own clock, from its navigation until each of moments
	files   []file

	mu    sync.Mutex
	names map[network.RequestID]string
}

// file is one that was downloaded, with the bytes of its answer as they came, head and all.
type file struct {
	name  string
	bytes float64
}

// moments are what a visit waits for, in about their order: the page's own marks, the arrival of its program, and trained.
var moments = []string{"ganvas.wasm arrived", "program compiled", picture, trained}

// The two that a reader waits for.
const (
	picture = "first picture" // drawn, of what the trainer has sent
	trained = "first trained step"
)

// shown waits until the page has drawn a picture and shows a trained step, and is when all of moments were.
const shown = `new Promise(shown => {
	let trained = 0;
	const look = () => {
		if (+document.documentElement.dataset.step > 0) trained ||= performance.now();
		const marks = Object.fromEntries(performance.getEntriesByType('mark').map(m => [m.name, m.startTime]));
		if (!trained || !marks['first picture']) return setTimeout(look, 5);
		marks['first trained step'] = trained;
		for (const r of performance.getEntriesByType('resource')) {
			if (/ganvas[^/]*\.wasm/.test(r.name)) marks['ganvas.wasm arrived'] = r.responseEnd;
		}
		shown(JSON.stringify(marks));
	};
	look();
})`

// arrive visits an address in a fresh browser.
func arrive(address string) (*visit, error) {
	browser, err := chromium()
	if err != nil {
		return nil, err
	}
	profile, err := os.MkdirTemp("", "ganvas-size")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(profile)
	ctx, stop := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(browser), chromedp.Flag("headless", "new"), chromedp.NoSandbox,
		chromedp.Flag("use-angle", "swiftshader"), chromedp.Flag("enable-unsafe-swiftshader", true),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		chromedp.WindowSize(1440, 900), chromedp.UserDataDir(profile), chromedp.WSURLReadTimeout(patience))...)
	defer stop()
	ctx, closeTab := chromedp.NewContext(ctx)
	defer closeTab()
	v := &visit{names: map[network.RequestID]string{}}
	if err := chromedp.Listen(ctx, v.listen); err != nil {
		return nil, err
	}
	if _, err := chromedp.Run(ctx, chromedp.Navigate(address)); err != nil {
		return nil, err
	}
	limited, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	text, err := chromedp.Run(limited, chromedp.Evaluate[string](shown, chromedp.EvalAwaitPromise))
	if err != nil {
		return nil, fmt.Errorf("the page shows no picture of a trained step: %w", err)
	}
	return v, json.Unmarshal([]byte(text), &v.moments)
}

func (v *visit) listen(event any) {
	v.mu.Lock()
	defer v.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if u, err := url.Parse(e.Request.URL); err == nil && u.Scheme == "http" {
			v.names[e.RequestID] = path.Base(u.Path)
		}
	case *network.EventLoadingFinished:
		if name, ok := v.names[e.RequestID]; ok {
			v.files = append(v.files, file{name, e.EncodedDataLength})
		}
	}
}

func chromium() (string, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if found, err := exec.LookPath(name); err == nil {
			return found, nil
		}
	}
	return "", errors.New("there is no Chromium here: on Debian, apt-get install chromium")
}
