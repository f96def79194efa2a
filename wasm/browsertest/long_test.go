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
)

// longRun is a script that runs the default experiment for some steps in a Worker of its own, and leaves its snapshot's bytes, or
// what went wrong, in window.long.
const longRun = `(() => {
	window.long = '';
	const worker = startTrainer(compileProgram('worker-program'));
	worker.onerror = e => { long = 'failed: ' + e.message };
	worker.onmessage = ({data}) => {
		if (data.kind === 'error') long = 'failed: ' + data.text;
		if (data.kind !== 'snapshot') return;
		const header = new DataView(data.buffer);
		if (header.getUint32(8, true) < %[1]d) { setTimeout(() => worker.postMessage({command: 'pull?'}), 500); return; }
		let text = '';
		for (const b of new Uint8Array(data.buffer, 0, header.getUint32(4, true))) text += String.fromCharCode(b);
		worker.terminate();
		long = btoa(text);
	};
	worker.postMessage({command: 'open?'});
	worker.postMessage({command: 'step?n=%[1]d'});
	worker.postMessage({command: 'pull?'});
	return true;
})()`

// After a million steps the browser has the bits of this machine.
func TestMillionStepsAreTheSameEverywhere(t *testing.T) {
	if os.Getenv("GANVAS_SLOW") == "" {
		t.Skip("ten minutes of training: set GANVAS_SLOW to run it")
	}
	const steps = 1_000_000
	b := newTab(t, wide, serve(t)+"/?view.play=0")
	value[bool](b, fmt.Sprintf(longRun, steps))
	want := onThisMachine(t, "", steps, compiled)
	var text string
	for end := time.Now().Add(time.Hour); text == "" && time.Now().Before(end); time.Sleep(time.Second) {
		text = value[string](b, "long")
	}
	if text == "" || strings.HasPrefix(text, "failed") {
		t.Fatalf("no million steps in an hour: %q", text)
	}
	got, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("snapshots differ first at byte %d", firstDifference(got, want))
	}
	t.Logf("snapshot %x", sha256.Sum256(got))
}
