//go:build !js

package browsertest

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// keepBits keeps the latest snapshot of the page's run, as the trainer has sent it, in window.bits. It stands before the page's own handler,
// which may give a message's buffer back to the trainer at once.
const keepBits = `(() => {
	const worker = ganvas.worker, hear = worker.onmessage;
	worker.onmessage = (event) => {
		const { kind, buffer } = event.data;
		if (kind === 'snapshot') {
			const length = new DataView(buffer).getUint32(4, true);
			window.bits = [...new Uint8Array(buffer, 0, length)].reduce((text, b) => text + b.toString(16).padStart(2, '0'), '');
		}
		hear(event);
	};
})()`

// offer gives the page a file.
func offer(v visitor, name, text string) {
	v.Helper()
	v.text(fmt.Sprintf(`(() => {
		const given = new DataTransfer, input = document.getElementById('open');
		given.items.add(new File([%q], %q));
		input.files = given.files;
		input.dispatchEvent(new Event('change', { bubbles: true }));
	})()`, text, name))
}

// ownPoints are points of nobody's catalogue: a figure of eight.
func ownPoints() string {
	var b strings.Builder
	b.WriteString("x,y\n")
	for i := range 400 {
		a := 2 * math.Pi * float64(i) / 400
		fmt.Fprintf(&b, "%.4f,%.4f\n", math.Sin(a), math.Sin(2*a)/2)
	}
	return b.String()
}

// pointsOf are the coordinates in a file of points, its remarks and its header apart.
func pointsOf(t *testing.T, text string) (all []float64) {
	t.Helper()
	for _, line := range strings.Fields(text) {
		x, y, _ := strings.Cut(line, ",")
		for _, figure := range []string{x, y} {
			if v, err := strconv.ParseFloat(figure, 64); err == nil && y != "" {
				all = append(all, v)
			}
		}
	}
	return all
}

// Of the single file from a folder: a run that was trained, paused and saved comes back from the file alone, to the same step and with the same
// bits of everything that its snapshot holds, with the reader's own points too.
func TestSavedRunComesBackBitForBit(t *testing.T) {
	serve(t) // missing says what is
	path, err := filepath.Abs(filepath.Join(dist, "ganvas.html"))
	if err != nil {
		t.Fatal(err)
	}
	inAll(t, func(t *testing.T, v visitor) {
		for _, own := range []bool{false, true} {
			if !seesAll(v) && !own {
				continue // points of the reader's own are in the file besides
			}
			v.navigate("about:blank")
			v.navigate("file://" + path + "#!data=moons&seed=12&loss=ls&view.play=0")
			v.until("the page is there", spec+` === 'data=moons&seed=12&loss=ls'`)
			v.text(keepBits)
			if own {
				offer(v, "eight.csv", ownPoints())
				v.until("the points are in use", spec+`.startsWith('data=csv')`)
			}
			v.text(`(document.getElementById('do-play').click(), 0)`)
			v.trained(40)
			v.text(`(document.getElementById('do-play').click(), 0)`)
			at, bits := resting(v)
			wanted := v.text(spec)

			v.text(catchDownload)
			v.text(`(document.getElementById('do-save').click(), 0)`)
			v.until("a file", `window.file`)
			text := v.text(`file.then(f => f[1])`)
			if !strings.Contains(text, "# ?"+wanted) || !strings.Contains(text, fmt.Sprintf("# step %d\n", at)) {
				t.Fatalf("the file is %.300q", text)
			}
			if want := pointsOf(t, ownPoints()); own && !slices.Equal(pointsOf(t, text), want) || !own && len(pointsOf(t, text)) > 0 {
				t.Errorf("own points: %v: the file holds the points %v", own, pointsOf(t, text))
			}

			v.navigate("about:blank")
			v.navigate("file://" + path)
			v.trained(5)
			v.text(keepBits)
			offer(v, "saved.txt", text)
			v.until("it is back", fmt.Sprintf(`%s === %d && %s === %q`, step, at, spec, wanted))
			if again, same := resting(v); again != at || same != bits {
				t.Errorf("own points: %v: it comes back at step %d with other bits than at step %d: %d bytes and %d, different from byte %d", own, again, at,
					len(bits)/2, len(same)/2, firstDifference([]byte(bits), []byte(same))/2)
			}
		}
	})
}

// resting waits until a run rests, and gives its step and the bits of a snapshot with measures of that step.
func resting(v visitor) (at int, bits string) {
	v.Helper()
	v.until("it rests", `(async () => {
		const before = window.bits;
		await new Promise(yes => setTimeout(yes, 1200));
		return before && before === window.bits && document.documentElement.dataset.playing === 'false';
	})()`)
	// The page may ask for a snapshot of its own meanwhile, which holds less: two that follow one another are of this question.
	v.until("a snapshot with measures", `(async () => {
		const answer = async () => {
			window.bits = '';
			ganvas.worker.postMessage({ command: 'pull?measure=1' });
			while (!window.bits) await new Promise(yes => setTimeout(yes, 20));
			return window.bits;
		};
		return await answer() === await answer();
	})()`)
	return get[int](v, step), v.text(`window.bits`)
}
