//go:build !js

package browsertest

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"ganvas/core/form"
	"ganvas/core/gan"
	"ganvas/core/rival"
	"ganvas/core/run"
)

// rivalsLoaded counts the fetches of the program that trains what is no GAN.
const rivalsLoaded = `performance.getEntriesByType('resource').filter(r => /\/rivals[^/]*\.wasm/.test(r.name)).length`

// A first visit fetches no rival. The gallery's experiment of each then trains, in a trainer that is fetched once, and a GAN after them.
func TestRivalsTrainFromTheGallery(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1280, 900)
		v.navigate(site + "/")
		v.trained(3)
		if n := v.text(rivalsLoaded); n != "0" {
			t.Errorf("a first visit fetches the rivals %s times", n)
		}
		for _, p := range form.Presets() {
			s, err := form.Parse(p.Query)
			if err != nil {
				t.Fatal(err)
			}
			if s.Rival == nil && p.Key != "works" {
				continue
			}
			openMenu(v, p.Key)
			activate(v, "preset-"+p.Key)
			runs(v, p.Label, p.Query)
			v.trained(5)
			if e, ok := form.Of(s); ok {
				v.until(p.Label+" says what it can", "document.getElementById('says').innerText.includes(`"+e.Says.Words()+"`)")
				v.until("it has no players", `document.getElementById('do-step-d').hidden`)
			}
		}
		if n := v.text(rivalsLoaded); n != "1" {
			t.Errorf("eight rivals fetch their program %s times", n)
		}
	})
}

// A link to a rival opens it at once, with what it fills and nothing else, in the words that it has itself; what it says of the plane is drawn.
func TestALinkToARival(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1280, 900)
		v.navigate(site + "/?family=flow&data=moons&layers=3")
		v.trained(3)
		runs(v, "the link", "family=flow&data=moons&layers=3")
		v.until("the density can be hidden, and is shown", `(e => e.checked && !e.parentElement.hidden)(document.getElementById('layer-density'))`)
		v.until("there is no D to show", `document.getElementById('layer-field').parentElement.hidden && document.getElementById('scale').hidden`)
		v.until("its likelihood is a curve", `!document.querySelector('[data-chart=likelihood]').hidden && document.querySelector('[data-chart=losses]').hidden`)
		v.until("the sentence names it", `document.getElementById('sentence').innerText.includes('Normalising flow')`)
		v.until("and its own settings", `document.getElementById('phrase-model').innerText.includes('3 couplings')`)
		activate(v, "phrase-model")
		v.until("which can be turned", `document.getElementById('f-layers').value === '3'`)
	})
}

// A generator is set by hand: it makes the reader's own points of the second class, which are held against those of the first; and other points of theirs
// against data of the catalogue. The saved file has them.
func TestAGeneratorSetByHand(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1280, 900)
		v.navigate(site + "/?family=empirical&view.play=0")
		v.until("the page is there", spec+` === 'family=empirical' && document.documentElement.dataset.ready === 'true'`)
		var b strings.Builder
		b.WriteString("x,y,side\n")
		for i := range 400 {
			y := float64(i)/400 + .00125
			fmt.Fprintf(&b, "0.0,%.4f,real\n1.5,%.4f,made\n", y, y)
		}
		offer(v, "segments.csv", b.String())
		v.until("they are learnt by heart", spec+`?.startsWith('family=empirical&data=csv') && document.documentElement.dataset.ready === 'true'`)
		set := func(choice string) {
			if v.text(visible("#f-q-csv")) != "true" {
				activate(v, "phrase-model")
			}
			v.until("what samples are of", visible("#f-q-"+choice))
			pressed(v, "f-q-"+choice)
			v.until("it waits for a restart", `!document.querySelector('#editor .apply').disabled`)
			v.text(`(document.querySelector('#editor .apply').click(), 0)`)
			v.until("it begins", spec+`.includes('q=`+choice+`') && document.documentElement.dataset.ready === 'true' && `+step+` === 0`)
			trainedTo(v, 1)
		}
		set("csv")
		v.until("JSD of what never meets is log 2", `Math.abs(+document.documentElement.dataset.js - Math.log(2)) < 1e-6`)
		set("ring8")
		v.until("a ring is held against the segment", `+document.documentElement.dataset.js > .5`)
		v.text(`(document.getElementById('do-laboratory').click(), 0)`)
		v.until("the classes can be tested", `document.querySelector('#lab-b [value=others]')`)
		v.text(`(e => (e('lab-a').value = 'first', e('lab-b').value = 'others', e('lab-b').dispatchEvent(new Event('change')), 0))(id => document.getElementById(id))`)
		v.until("the segments are told apart", `document.getElementById('lab-errors').innerText.includes('the power is 100.0 %')`)
	})
}

// A lesson sets up a rival, with the layers that its step asks for, and another after it; the reader's own experiment, of two players, is there again in the
// end.
func TestALessonOfRivals(t *testing.T) {
	b := newTab(t, wide, serve(t)+"/?data=moons&seed=5#lesson=rivals&step=7")
	b.title("What a sample costs")
	b.until("the step's model", spec+` === 'family=vae&data=moons'`)
	b.trained(3)
	b.until("its grid is shown", `document.getElementById('layer-manifold').checked`)
	b.focus("lesson-next")
	b.keys(kb.Enter)
	b.title("What a judge is still good for")
	b.until("the next model", spec+` === 'family=bigan'`)
	b.trained(3)
	b.until("its ways through the code are shown", `document.getElementById('layer-restored').checked`)
	b.focus("lesson-leave")
	b.keys(kb.Enter)
	runs(b, "the reader's own", "data=moons&seed=5")
}

// A family that there is not is told, and the rest of the link is in force.
func TestALinkToAnUnknownFamily(t *testing.T) {
	b := newTab(t, wide, serve(t)+"/?family=oracle&data=moons")
	b.trained(5)
	runs(b, "the rest", "data=moons")
	b.until("it is told", `document.body.innerText.includes('family: "oracle" is not allowed')`)
}

// The bits of rivals are the same in browsers and on this machine.
func TestBitsOfRivalsAreTheSameEverywhere(t *testing.T) {
	address := serve(t) + "/?view.play=0"
	inEach(t, func(t *testing.T, v visitor) {
		v.navigate(address)
		for _, spec := range []string{
			"family=flow&data=moons&seed=7&layers=2&bins=5&net=9,8&batch=33", "family=mixture&k=5&batch=40", "family=vae&data=moons&encoder=9&decoder=8&batch=20",
			"family=autoregressive&data=moons&net=9&batch=20", "family=diffusion&path=flow&net=9&batch=20&sampling=4", "family=statistic&g=9,8&batch=20", "family=particles&particles=30&batch=40",
			"family=bigan&encoder=9&g=8&d=9&batch=20&start=10&bound=0.5",
		} {
			const steps = 25
			script := strings.ReplaceAll(fmt.Sprintf(snapshotScript, spec, steps), "ganvas-program", "rivals-program")
			got, err := base64.StdEncoding.DecodeString(v.text(script))
			if err != nil {
				t.Fatal(err)
			}
			r, err := run.Open(spec, run.Options{Families: rival.Families(gan.Family), Machine: compiled})
			if err != nil {
				t.Fatal(err)
			}
			if err := r.Run(steps); err != nil {
				t.Fatal(err)
			}
			if want := r.Snapshot(nil, true, false).Encode(nil); !bytes.Equal(got, want) {
				t.Errorf("%q: the browser's snapshot of %d bytes differs from this machine's of %d: first at %d", spec, len(got), len(want), firstDifference(got, want))
			}
			r.Close()
		}
	})
}

// The laboratory tests two clouds while the page goes on training: errors of both kinds are counted, and a level moves the threshold.
func TestLaboratory(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1280, 900)
		v.navigate(site + "/?data=moons")
		v.trained(3)
		v.text(`document.getElementById('do-laboratory').click()`)
		said := func(id string) string { return v.text(`document.getElementById('` + id + `').innerText`) }
		v.until("errors are counted", `document.getElementById('lab-errors')?.innerText.includes('of 300 pairs')`)
		if p := said("lab-says"); !strings.HasPrefix(p, "p = ") {
			t.Errorf("of the test it says %q", p)
		}
		before := said("lab-says")
		v.text(`(e => (e.value = 10, e.dispatchEvent(new Event('input'))))(document.getElementById('lab-level'))`)
		v.until("half of all deals are beyond", `/at (49|50)(\.\d)? %/.test(document.getElementById('lab-says').innerText)`)
		if said("lab-says") == before {
			t.Error("the level changes nothing")
		}
		// Two laws that everybody can tell apart are.
		v.text(`(e => (e.value = 'ring8', e.dispatchEvent(new Event('change'))))(document.getElementById('lab-b'))`)
		v.until("they are told apart", `document.getElementById('lab-errors').innerText.includes('the power is 100.0 %')`)
		step := v.text(`document.documentElement.dataset.step`)
		v.until("the page has trained meanwhile", `+document.documentElement.dataset.step > `+step)
	})
}
