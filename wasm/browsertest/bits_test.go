//go:build !js

package browsertest

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/gan"
	"ganvas/core/plan"
	"ganvas/core/run"
	"ganvas/core/simd/native"
)

// snapshotScript is a script that runs a Spec in a Worker of its own for some steps and gives its snapshot's bytes.
const snapshotScript = `(async () => {
	const worker = startTrainer(compileProgram('ganvas-program'));
	const answer = new Promise((resolve, reject) => {
		worker.onerror = e => reject(new Error(e.message));
		worker.onmessage = ({data}) => {
			if (data.kind === 'error') reject(new Error(data.text));
			if (data.kind !== 'snapshot') return;
			const header = new DataView(data.buffer);
			if (header.getUint32(8, true) < %[2]d) return worker.postMessage({command: 'pull?'});
			resolve(new Uint8Array(data.buffer, 0, header.getUint32(4, true)));
		};
	});
	worker.postMessage({command: 'open?%[1]s'});
	if (%[2]d > 0) worker.postMessage({command: 'step?n=%[2]d'});
	worker.postMessage({command: 'pull?'});
	const bytes = await answer;
	worker.terminate();
	let text = '';
	for (const b of bytes) text += String.fromCharCode(b);
	return btoa(text);
})()`

// inBrowser is the snapshot's bytes that a page's Worker gives.
func inBrowser(t *testing.T, v visitor, spec string, steps int) []byte {
	t.Helper()
	got, err := base64.StdEncoding.DecodeString(v.text(fmt.Sprintf(snapshotScript, spec, steps)))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// rewound has a Worker train a run to a step, go back ten times, each time further, and forward again to that step, and gives its snapshot's bytes.
const rewound = `(async () => {
	const worker = startTrainer(compileProgram('ganvas-program')), steps = %[2]d;
	let heard = () => {};
	worker.onmessage = ({data}) => heard(data);
	const until = step => new Promise((resolve, reject) => {
		worker.onerror = e => reject(new Error(e.message));
		heard = data => {
			if (data.kind === 'error') reject(new Error(data.text));
			if (data.kind !== 'snapshot') return;
			const header = new DataView(data.buffer);
			if (header.getUint32(8, true) !== step) return worker.postMessage({command: 'pull?'});
			resolve(new Uint8Array(data.buffer, 0, header.getUint32(4, true)));
		};
		worker.postMessage({command: 'pull?'});
	});
	worker.postMessage({command: 'open?%[1]s'});
	worker.postMessage({command: 'step?n=' + steps});
	let bytes = await until(steps);
	for (let k = 0; k < 10; k++) {
		const back = Math.floor(steps * (9 - k) / 10) + k;
		worker.postMessage({command: 'at?step=' + back});
		await until(back);
		worker.postMessage({command: 'at?step=' + steps});
		bytes = await until(steps);
	}
	worker.terminate();
	let text = '';
	for (const b of bytes) text += String.fromCharCode(b);
	return btoa(text);
})()`

// Ten rewinds in a browser land on the bytes of a run on this machine that never rewound.
func TestRewindsKeepTheirBits(t *testing.T) {
	v := newChromium(t)
	v.navigate(serve(t) + "/?view.play=0")
	for _, spec := range []string{"", "data=moons&seed=7&loss=ns&g.opt=rmsprop&d.updates=2", "data=dirac&r1=0.3"} {
		got, err := base64.StdEncoding.DecodeString(v.text(fmt.Sprintf(rewound, spec, 600)))
		if err != nil {
			t.Fatal(err)
		}
		if want := onThisMachine(t, spec, 600, compiled); !bytes.Equal(got, want) {
			t.Errorf("%q: the snapshot of %d bytes differs from that of a straight run, of %d: first at %d", spec, len(got), len(want), firstDifference(got, want))
		}
	}
}

// onThisMachine is the same without a browser.
func onThisMachine(t *testing.T, spec string, steps int, machine func(*plan.Program) (plan.Machine, error)) []byte {
	t.Helper()
	s, err := experiment.Parse(spec)
	if err != nil {
		t.Fatal(err)
	}
	trainer, err := gan.Open(s.String(), run.Options{Machine: machine})
	if err != nil {
		t.Fatal(err)
	}
	defer trainer.Close()
	if err := trainer.Run(steps); err != nil {
		t.Fatal(err)
	}
	if trainer.Step() != uint64(steps) || trainer.Fault() != "" {
		t.Fatalf("trained %d of %d steps: %s", trainer.Step(), steps, trainer.Fault())
	}
	return trainer.Snapshot(nil, true, false).Encode(nil)
}

// compiled is the SIMD machine outside a browser.
func compiled(p *plan.Program) (plan.Machine, error) { return native.New(p) }

// A run is a function of its Spec: the bytes of its snapshot are the same in browsers and on this machine, by the reference and by the
// SIMD machine.
func TestBitsAreTheSameEverywhere(t *testing.T) {
	address := serve(t) + "/?view.play=0"
	inAll(t, func(t *testing.T, v visitor) {
		v.navigate(address)
		for _, c := range []struct {
			spec  string
			steps int
		}{
			{"", 60},
			{"data=moons&seed=7&loss=ns&g.opt=rmsprop&d.updates=2", 40},
			{"data=spiral&g=24,9:tanh&d=17&r1=0&r2=0&gp=1", 40},
			{"data=grid25&condition=projection&g=24&d=24", 40},
		} {
			got := inBrowser(t, v, c.spec, c.steps)
			for name, machine := range map[string]func(*plan.Program) (plan.Machine, error){"reference": nil, "SIMD": compiled} {
				if want := onThisMachine(t, c.spec, c.steps, machine); !bytes.Equal(got, want) {
					t.Errorf("%q after %d steps: the browser's snapshot of %d bytes differs from the %s machine's of %d: first at %d",
						c.spec, c.steps, len(got), name, len(want), firstDifference(got, want))
				}
			}
		}
	})
}

// What the file of weights holds on this machine (core/gan) holds in Chromium too: its runs come to the same bytes, which hold the samples, the
// field, and the norms of all weights' gradients at every step. Every forty-first by default, all where GANVAS_SLOW is set.
func TestKeptBitsInTheBrowser(t *testing.T) {
	file, err := os.ReadFile("../../core/gan/testdata/weights.txt")
	if err != nil {
		t.Fatal(err)
	}
	v := newChromium(t)
	v.navigate(serve(t) + "/?view.play=0")
	for i, line := range strings.Split(strings.TrimSpace(string(file)), "\n") {
		if os.Getenv("GANVAS_SLOW") == "" && i%41 != 0 {
			continue
		}
		_, rest, _ := strings.Cut(line, " ")
		count, spec, _ := strings.Cut(rest, " ")
		steps, err := strconv.Atoi(count)
		if err != nil {
			t.Fatalf("line %d: %v", i+1, err)
		}
		got, want := inBrowser(t, v, spec, steps), onThisMachine(t, spec, steps, compiled)
		if !bytes.Equal(got, want) {
			t.Errorf("%q after %d steps: the browser's snapshot of %d bytes differs from this machine's of %d: first at %d",
				spec, steps, len(got), len(want), firstDifference(got, want))
		}
	}
}

func firstDifference(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

// Where the browser has no SIMD the page says so, trains slowly, and comes to the same bits.
func TestBitsAreTheSameWithoutSIMD(t *testing.T) {
	address := serveWith(t, func(w http.ResponseWriter, r *http.Request, files http.Handler) {
		if strings.HasPrefix(r.URL.Path, "/trainer.") {
			script, err := os.ReadFile(filepath.Join(dist, r.URL.Path))
			if err != nil {
				t.Error(err)
			}
			before, after, found := strings.Cut(string(script), "function trainer() {")
			if !found {
				t.Error("the Worker's script has changed")
			}
			w.Header().Set("Content-Type", "text/javascript")
			fmt.Fprint(w, before, "function trainer() { WebAssembly.validate = () => false;", after)
			return
		}
		files.ServeHTTP(w, r)
	})
	b := newTab(t, wide, address+"/?view.play=0")
	b.until("the page names its machine", `document.documentElement.dataset.machine === 'go'`)
	const steps = 20
	if got, want := inBrowser(t, b, "", steps), onThisMachine(t, "", steps, nil); !bytes.Equal(got, want) {
		t.Errorf("snapshots differ first at byte %d", firstDifference(got, want))
	}
}

func TestHeaderHoldsTheStep(t *testing.T) {
	// The script above reads the length and the step where core/wire documents them.
	b := onThisMachine(t, "g=4&d=4&batch=8", 3, nil)
	if n, step := binary.LittleEndian.Uint32(b[4:]), binary.LittleEndian.Uint32(b[8:]); int(n) != len(b) || step != 3 {
		t.Errorf("length %d of %d, step %d of 3", n, len(b), step)
	}
}
