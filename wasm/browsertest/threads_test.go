//go:build !js

package browsertest

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"net/http"
	"testing"
)

// machineIs holds when the page trains on a machine, by its name in app.Model.Machine.
func machineIs(name string) string {
	return fmt.Sprintf(`document.documentElement.dataset.machine === '%s' && %s > 2`, name, step)
}

// isolating serves the built page as a server does that isolates it.
func isolating(t *testing.T) string {
	return serveWith(t, func(w http.ResponseWriter, r *http.Request, files http.Handler) {
		if r.URL.Path == "/" {
			w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
			w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		}
		files.ServeHTTP(w, r)
	})
}

// wide256 is an experiment on the plane whose steps are long enough for two threads.
const wide256 = "g=256,256&d=256,256&batch=256"

// Where the page is isolated, two threads train images and large players on the plane, through pauses, turns and changes of what is trained, and come
// to the bits of one thread on this machine; what is small has one thread there too. The WebKit of the tests shares no memory.
func TestTwoThreads(t *testing.T) {
	address := isolating(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.navigate(address + "/?data=digits")
		v.until("two threads train images", machineIs("simd2"))
		v.text(`(document.activeElement.blur(), 0)`)
		v.press(" ")
		v.until("the run is paused", `document.documentElement.dataset.playing === 'false'`)
		for _, c := range []struct {
			spec  string
			steps int
		}{{"data=digits", 3}, {wide256, 10}} {
			if got, want := inBrowser(t, v, c.spec, c.steps), onThisMachine(t, c.spec, c.steps, compiled); !bytes.Equal(got, want) {
				t.Errorf("%q after %d steps: the browser's snapshot of %d bytes differs from this machine's of %d: first at %d",
					c.spec, c.steps, len(got), len(want), firstDifference(got, want))
			}
		}
		got, err := base64.StdEncoding.DecodeString(v.text(fmt.Sprintf(rewound, wide256, 10)))
		if err != nil {
			t.Fatal(err)
		}
		if want := onThisMachine(t, wide256, 10, compiled); !bytes.Equal(got, want) {
			t.Errorf("after rewinds the snapshot of %d bytes differs from that of a straight run, of %d: first at %d", len(got), len(want), firstDifference(got, want))
		}
		v.press(" ")
		v.until("the run goes on", `document.documentElement.dataset.playing === 'true' && `+machineIs("simd2"))
		v.until("the sheet of measures says so", `document.getElementById('throughput').textContent.endsWith('Machine: SIMD, 2 threads.')`)
		v.navigate(address + "/")
		v.until("one thread trains what is small", machineIs("simd"))
	})
}

// Elsewhere there is one thread, and nothing is said of it.
func TestOneThreadWhereNotIsolated(t *testing.T) {
	v := newChromium(t)
	v.navigate(serve(t) + "/?" + wide256)
	v.until("one thread trains", machineIs("simd"))
	if got := v.text(`crossOriginIsolated`); got != "false" {
		t.Errorf("the page is isolated: %s", got)
	}
}
