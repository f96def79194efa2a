//go:build !js

package browsertest

import (
	"testing"

	"ganvas/core/gan"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/stepping"
	"ganvas/ui/plot"
)

// What the step-through shows: its phase's number, its heading, and a number by its name's beginning.
const (
	steppingPhase = `[...document.querySelectorAll('.stepping-move button')].findIndex(b => b.getAttribute('aria-current') === 'step')`
	steppingTitle = `document.querySelector('#stepping-say h2').textContent`
)

func steppingNumber(name string) string {
	return `[...document.querySelectorAll('#stepping-numbers > div')].find(d => d.querySelector('dt').textContent.startsWith('` + name + `'))?.querySelector('dd').textContent`
}

// nextStep is what a run without a browser says of the step after so many.
func nextStep(t *testing.T, spec string, steps int) stepping.Step {
	t.Helper()
	r, err := gan.Open(spec, run.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if err := r.Run(steps); err != nil {
		t.Fatal(err)
	}
	s, err := stepping.Decode(r.Snapshot([]string{probe.Stepping}, false, false).Floats(probe.Stepping))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A reader steps through a step by keys, forward and back, follows another pair, has the step done, goes back and closes. Numbers are those of a run
// without a browser, formulas are set as maths, and the run ends with the bits of one that nobody stepped through.
func TestStepThrough(t *testing.T) {
	site := serve(t)
	const experiment = "g=16,16&d=16,16&batch=32&rows=512&loss=ns"
	d, _ := nextStep(t, experiment, 8).First(stepping.D)
	g, _ := nextStep(t, experiment, 9).First(stepping.G)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1440, 900)
		paused(v, site, experiment, 8)
		v.press("p")
		v.until("the first phase", steppingPhase+` === 0 && `+steppingTitle+` === 'Draw a minibatch' && document.documentElement.dataset.view === 'machine'`)
		v.until("the button says so", `document.getElementById('do-stepping').getAttribute('aria-pressed') === 'true'`)
		for _, title := range []string{"G makes samples", "D judges both", "D’s loss"} {
			v.press(".")
			v.until(title, steppingTitle+` === '`+title+`'`)
		}
		v.until("a formula", `[...document.querySelectorAll('#stepping-say math')].some(m => m.getBoundingClientRect().width > 50)`)
		v.until("D's loss", steppingNumber("mean of")+` === '`+plot.Fixed(float64(d.Loss), 4)+`'`)
		mine := v.text(steppingNumber("this pair"))
		v.press("ArrowRight")
		v.until("another pair’s loss", steppingNumber("this pair")+` !== '`+mine+`'`)
		v.press("ArrowLeft")
		v.until("and back", steppingNumber("this pair")+` === '`+mine+`'`)
		v.press(",")
		v.until("a phase back", steppingTitle+` === 'D judges both'`)
		v.text(`(document.querySelector('.stepping-move:last-child button:last-child').click(), '')`)
		v.until("the last phase", `document.getElementById('stepping-next').textContent === 'Do the step'`)
		v.press(".")
		v.until("the step is done", step+` === 9 && `+steppingPhase+` === 0`)
		v.text(`(document.querySelectorAll('.stepping-move:last-child button')[1].click(), '')`)
		v.until("G's loss in the next", steppingNumber("mean of")+` === '`+plot.Fixed(float64(g.Loss), 4)+`'`)
		v.text(`(document.querySelector('.stepping-move button').click(), '')`)
		v.until("its first phase", steppingPhase+` === 0`)
		v.press(",")
		v.until("the step before", step+` === 8 && document.getElementById('stepping-next').textContent === 'Do the step'`)
		v.press("Escape")
		v.until("it is closed", `document.getElementById('stepping').hidden && document.documentElement.dataset.view === 'plane'`)
		v.press(".")
		v.until("a step of the run", step+` === 9`)
		_, bits := resting(v)
		paused(v, site, experiment, 9)
		if _, want := resting(v); want != bits {
			t.Errorf("it has other bits than a run that nobody stepped through, from byte %d", firstDifference([]byte(bits), []byte(want))/2)
		}
		v.size(390, 844)
		v.press("p")
		v.until("on a phone", steppingPhase+` === 0 && document.documentElement.scrollWidth <= innerWidth`)
		v.text(`(document.getElementById('stepping-slow').click(), '')`)
		v.until("slow motion goes on by itself", steppingPhase+` > 0`)
		v.text(`(document.getElementById('stepping-close').click(), '')`)
		v.until("closed", `document.getElementById('stepping').hidden`)
	})
}
