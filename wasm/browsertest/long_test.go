//go:build !js

package browsertest

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// longRun is a script that runs the default experiment for some steps in a Worker of its own. It keeps the step in window.longStep, and
// leaves the last snapshot's bytes, or what went wrong, in window.long.
const longRun = `(() => {
	window.long = '';
	window.longStep = 0;
	const worker = startTrainer(compileProgram('ganvas-program'));
	worker.onerror = e => { long = 'failed: ' + e.message };
	worker.onmessage = ({data}) => {
		if (data.kind === 'error') long = 'failed: ' + data.text;
		if (data.kind !== 'snapshot') return;
		const header = new DataView(data.buffer);
		longStep = header.getUint32(8, true);
		if (longStep < %[1]d) { setTimeout(() => worker.postMessage({command: 'pull?'}), 500); return; }
		let text = '';
		for (const b of new Uint8Array(data.buffer, 0, header.getUint32(4, true))) text += String.fromCharCode(b);
		long = btoa(text);
	};
	worker.postMessage({command: 'open?'});
	worker.postMessage({command: 'step?n=%[1]d'});
	worker.postMessage({command: 'pull?'});
	return true;
})()`

// After a million steps the browser has the bits of this machine, and holds no more memory than after the first hundred thousand.
func TestMillionStepsAreTheSameEverywhere(t *testing.T) {
	if os.Getenv("GANVAS_SLOW") == "" {
		t.Skip("ten minutes of training: set GANVAS_SLOW to run it")
	}
	const steps = 1_000_000
	b := newTab(t, wide, serve(t)+"/?view.play=0")
	pid := chromedp.FromContext(b.ctx).Browser.Process().Pid
	value[bool](b, fmt.Sprintf(longRun, steps))

	wanted := make(chan []byte, 1)
	go func() {
		defer close(wanted) // where it fails, which it does for the test
		wanted <- onThisMachine(t, "", steps, compiled)
	}()
	var text string
	early, late := 0, 0
	for end := time.Now().Add(time.Hour); text == "" && time.Now().Before(end); time.Sleep(time.Second) {
		if early == 0 && value[int](b, "longStep") >= steps/10 {
			early = resident(t, pid)
		}
		text = value[string](b, "long")
	}
	late = resident(t, pid)
	if text == "" || strings.HasPrefix(text, "failed") {
		t.Fatalf("no million steps in an hour: %q", text)
	}
	got, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	if want := <-wanted; !bytes.Equal(got, want) {
		t.Errorf("snapshots differ first at byte %d", firstDifference(got, want))
	}
	// A leak of a float a step would be 4 MB; a browser's caches move by more than that.
	if most := early + early/10; late > most {
		t.Errorf("the browser holds %d MB after all steps, and held %d MB after a tenth of them", late>>20, early>>20)
	}
	t.Logf("snapshot %x; memory %d MB after a tenth of the steps, %d MB after all", sha256.Sum256(got), early>>20, late>>20)
}
