//go:build !js

package browsertest

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/ui/plot"
)

// The lectures' first exercise, built by hand: a reader adds its layers one by one to empty players, sees what each gives and takes, has it trained,
// and reads the rates, now and on average, how long one sample takes to be made and judged, what the set holds, D's bars, and the charts of both
// costs and of examples a second. Buttons are pressed and numbers typed by keyboard in Chromium; in Firefox buttons are pressed by mouse.
func TestExercise(t *testing.T) {
	site := serve(t)
	exercise := presetOf(t, "exercise")
	empty := exercise
	empty.Generator.Hidden, empty.Discriminator.Hidden = experiment.Layers{}, experiment.Layers{}
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1440, 900)
		v.navigate(site + "/?" + empty.String() + "&view.play=0")
		v.until("both walls", bothWalls)
		// The lecture's shapes. Weights and multiply-adds: 100·784+784 and 100·784; (3²·1+1)·10 and 28²·3²·10; 3²·10+1 and as many; (5²+1)·8 and 28²·5²·8;
		// (5²·8+1)·16 and 14²·5²·8·16.
		build(t, v, "g", exercise.Generator.Hidden, []string{"gives 784 · 79,184 weights · 78,400 multiply-adds", "gives 28 × 28 × 1",
			"gives 28 × 28 × 10 · 100 weights · 70,560 multiply-adds", "gives 28 × 28 × 1 · 91 weights · 70,560 multiply-adds"})
		activate(v, "phrase-g")
		v.until("the editor shut", `document.getElementById('editor').hidden`)
		build(t, v, "d", exercise.Discriminator.Hidden, []string{"gives 28 × 28 × 8 · 208 weights · 156,800 multiply-adds", "gives 14 × 14 × 8",
			"gives 14 × 14 × 16 · 3,216 weights · 627,200 multiply-adds", "gives 7 × 7 × 16", "gives 784"})
		v.text(`(document.querySelector('#editor .apply').id = 'apply-here', '')`)
		activate(v, "apply-here")
		v.until("the exercise", spec+` === '`+exercise.String()+`'`)
		activate(v, "do-play")
		v.trained(2)
		readExercise(t, v, exercise.Rows)
	})
}

const bothWalls = `document.documentElement.dataset.picture === 'walls' && document.documentElement.dataset.ready === 'true'`

// presetOf is the Spec of a named experiment.
func presetOf(t *testing.T, key string) experiment.Spec {
	t.Helper()
	for _, p := range experiment.Presets {
		if p.Key == key {
			s, err := experiment.Parse(p.Query)
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
	}
	t.Fatalf("there is no experiment %q", key)
	return experiment.Spec{}
}

// build opens the editor of a player that has no layers, adds these, and reads what the editor says of each.
func build(t *testing.T, v visitor, player string, layers experiment.Layers, says []string) {
	t.Helper()
	activate(v, "phrase-"+player)
	v.until("the player's editor", visible("#f-"+player))
	for i := range layers.Len() {
		activate(v, "f-"+player)
		v.until("one more layer", fmt.Sprintf(`document.querySelectorAll('[data-field="%s"] li').length === %d`, player, i+1))
		fill(t, v, fmt.Sprintf(`[data-field="%s"] li:nth-child(%d)`, player, i+1), layers.At(i))
	}
	for i, want := range says {
		v.until("what layer "+strconv.Itoa(i+1)+" of "+player+" gives: "+want, fmt.Sprintf(`document.querySelectorAll('[data-field="%s"] .layer-size')[%d].textContent === '%s'`, player, i, want))
	}
}

// fill makes a row's layer this one: its kind, its numbers and its activation.
func fill(t *testing.T, v visitor, row string, l experiment.Layer) {
	t.Helper()
	kind, ok := experiment.KindOf(l)
	if !ok {
		t.Fatalf("%q is no kind", l.Kind)
	}
	option(v, row+" .kind", kind.Key)
	for i, n := range kind.Numbers {
		enter(v, fmt.Sprintf("%s label:nth-child(%d) input", row, i+1), strconv.Itoa(n.Of(l)))
	}
	if kind.Activated {
		option(v, row+` [aria-label^="Activation"]`, l.Activation)
	}
}

// option chooses from a list as a hand does that has opened it: what a browser then shows is its own, and out of reach.
func option(v visitor, list, key string) {
	v.Helper()
	v.text(`(e => (e.focus(), e.value = '` + key + `', e.dispatchEvent(new Event('change', { bubbles: true })), ''))(document.querySelector('` + list + `'))`)
	v.until(key+" in "+list, `document.querySelector('`+list+`').value === '`+key+`'`)
}

// enter types a number into a field, and leaves it: in Firefox, whose headless windows are never active, leaving a field is no change, so it is told.
func enter(v visitor, field, number string) {
	v.Helper()
	if v.text(`(e => (e.focus(), e.select(), e.value))(document.querySelector('`+field+`'))`) == number {
		return
	}
	if _, inactive := v.(*fox); inactive {
		v.text(`(e => (e.value = '` + number + `', e.dispatchEvent(new Event('change', { bubbles: true })), ''))(document.querySelector('` + field + `'))`)
	} else {
		for _, digit := range number {
			v.press(string(digit))
		}
		v.press("Tab")
	}
	v.until(field+" at "+number, `document.querySelector('`+field+`').value === '`+number+`'`)
}

// readExercise reads what the lectures' page shows beside its walls, of a set of so many images.
func readExercise(t *testing.T, v visitor, rows int) {
	t.Helper()
	const throughput = `document.getElementById('throughput').textContent`
	v.until("rates", `/^[\d,.]+ examples a second, [\d,.]+ on average; .* multiply-adds a second; .* to the horizon, about .* Measured: G makes a sample in /.test(`+throughput+`)`)
	rates := get[[]string](v, `/G makes a sample in ([\d.]+) (µs|ms), ([\d,.]+) a second, and D judges one in ([\d.]+) (µs|ms), ([\d,.]+) a second/.exec(`+throughput+`).slice(1)`)
	for i := 0; i < len(rates); i += 3 {
		took, _ := strconv.ParseFloat(rates[i], 64)
		many, _ := strconv.ParseFloat(strings.ReplaceAll(rates[i+2], ",", ""), 64)
		if product := took * many / map[string]float64{"µs": 1e6, "ms": 1e3}[rates[i+1]]; product < .94 || product > 1.06 {
			t.Errorf("%s %s a sample and %s a second", rates[i], rates[i+1], rates[i+2])
		}
	}
	t.Log(v.text(throughput))

	activate(v, "phrase-data")
	v.until("what the set holds", visible("#own-set")+` && /^`+plot.Count(rows)+` images, 28 × 28 × 1\s*10 classes\s*For the players pixels go from −1 to 1$/.test(document.getElementById('own-set').innerText.trim())`)
	activate(v, "phrase-data")
	v.until("the editor shut", `document.getElementById('editor').hidden`)

	activate(v, "view-2")
	v.until("the charts", `document.documentElement.dataset.view === 'charts'`)
	v.until("examples a second", `(f => f.checkVisibility() && f.querySelector('svg svg path') && /^[\d,.]+$/.test(f.querySelector('figcaption b').textContent))(document.querySelector('[data-chart=speed]'))`)
	v.until("both costs", `document.querySelectorAll('[data-chart=losses] svg svg path').length >= 2`)
}

// The lecture's own rates open and train its 2,000 steps without a fault: D by gradient descent at .01, G by Adam at .01 with
// .9 and .999, 15 images to a minibatch. The share of images that fool D stands over them.
func TestExerciseAtTheLecturesRates(t *testing.T) {
	site := serve(t)
	lectures, err := experiment.Parse(strings.Replace(presetOf(t, "exercise").String(), "g.lr=0.001", "g.lr=0.01", 1))
	if err != nil {
		t.Fatal(err)
	}
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1440, 900)
		v.navigate(site + "/?" + lectures.String() + "&view.play=0")
		v.until("both walls", bothWalls)
		v.until("these values", spec+` === '`+lectures.String()+`'`)
		activate(v, "do-play")
		steps := 2000
		if _, slow := v.(*fox); slow { // which draws in software
			steps = 200
		}
		v.trained(steps)
		v.until("no fault", `!document.documentElement.dataset.fault`)
		v.until("how many fool D", `/; (\d+|< 1) % fool D$/.test(document.querySelectorAll('.wall .reading')[1].textContent)`)
	})
}

// What training makes of pixels is told, for each choice.
func TestExerciseTellsTheRangeOfPixels(t *testing.T) {
	site := serve(t)
	exercise := presetOf(t, "exercise")
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1440, 900)
		for _, r := range experiment.PixelRanges {
			exercise.Pixels = r.Key
			v.navigate(site + "/?" + exercise.String() + "&view.play=0")
			v.until("both walls", bothWalls)
			activate(v, "phrase-data")
			v.until("pixels "+r.Label, visible("#own-set")+` && document.getElementById('own-set').innerText.includes('For the players pixels go from `+r.Label+`')`)
		}
	})
}

// Who wins where D is sure of real images and G's loss rises: the lesson asks, and says why each answer is wrong or right.
func TestExerciseAsksWhoWins(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1440, 900)
		v.navigate(site + "/?data=digits&view.play=0#lesson=images&step=4")
		v.until("the question", section+`?.innerText.includes('98.6 %')`)
		for i, want := range []string{"Not so. For the judge.", "Not so. It wins already.", "Right. And use the non-saturating loss", "Not so. Perhaps later."} {
			v.text(fmt.Sprintf(`(%s.querySelectorAll('.choice summary')[%d].click(), '')`, section, i))
			v.until(want, section+`.querySelector('.choice[open]')?.innerText.replace(/\s+/g, ' ').includes('`+want+`')`)
		}
	})
}
