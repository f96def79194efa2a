//go:build !js

package browsertest

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// address is what stands behind the path of the page's URL.
const address = `(location.search + location.hash)`

// notice is what the page says, or nothing.
const notice = `(e => e.checkVisibility() ? e.innerText : '')(document.getElementById('notice'))`

func playing(on bool) string {
	return fmt.Sprintf(`document.documentElement.dataset.playing === '%v'`, on)
}

// press clicks a button of the page, whatever lies over it.
func pressed(v visitor, id string) {
	v.Helper()
	v.text(`(document.getElementById('` + id + `').click(), 0)`)
}

// pressedWhen has the page press a button in the very moment in which an expression first holds, and then set window.sprung: what holds for an instant only
// may be over when somebody has asked from outside.
func pressedWhen(v visitor, expression, id string) {
	v.Helper()
	v.text(`(window.presser?.disconnect(), window.sprung = false, window.presser = new MutationObserver((_, o) => {
		if (!sprung && (` + expression + `)) o.disconnect(), window.sprung = true, document.getElementById('` + id + `').click();
	}), presser.observe(document, { subtree: true, childList: true, characterData: true, attributes: true }), 0)`)
}

// pick chooses data by hand, in its phrase's editor, and restarts with them.
func pick(v visitor, data string) {
	v.Helper()
	pressed(v, "phrase-data")
	v.until("the data's editor", visible("#editor #f-data-"+data))
	pressed(v, "f-data-"+data)
	restart(v, "editor")
}

// turn writes a number into the form of a setting that takes a restart, and restarts with it.
func turn(v visitor, key, text string) {
	v.Helper()
	pressed(v, "do-settings")
	v.until("the list of settings", visible(`[id="find-`+key+`"]`))
	pressed(v, "find-"+key)
	box := `.detail [data-field="` + key + `"] input:not([type=range])`
	v.until("its form", visible(box))
	v.text(fmt.Sprintf(`(e => (e.value = %q, e.dispatchEvent(new Event('change', { bubbles: true }))))(document.querySelector(%q))`, text, box))
	restart(v, "settings")
}

// restart starts the run anew with what waits, by the button of the sheet in which it was chosen.
func restart(v visitor, sheet string) {
	v.Helper()
	button := `document.querySelector('#` + sheet + ` .apply')`
	v.until("it waits for a restart", visible("#"+sheet+" .apply")+` && !`+button+`.disabled`)
	v.text(`(` + button + `.click(), 0)`)
}

// A damaged link runs what of it is right, says what is not, and is whole when it is next written. Links that an engine may read in a way of its own are
// opened in all, others where all cases are.
func TestDamagedLinks(t *testing.T) {
	site := serve(t)
	inAll(t, func(t *testing.T, v visitor) {
		for _, c := range []struct {
			link, runs, says string
			read             bool // by the engine before us
		}{
			{"?data=moons&seed=3&fbclid=AbC", "data=moons&seed=3", "", false},
			{"?data=moons&seed=%", "data=moons", `"seed=%"`, true},
			{"?data=moons&data=ring&seed=3", "data=ring&seed=3", `"data"`, false},
			{"?g.lr=banana&data=moons", "data=moons", "a number from 0 to 10", false},
			{"?DATA=Moons&amp;lr=0.1", "data=moons", "did you mean g.lr?", true},
			{"?pac=3&seed=3", "seed=3", "divides the minibatch", false},
			{"?data=3Dmoons&#38;seed=3).", "data=moons&seed=3", "", true},
		} {
			if !seesAll(v) && !c.read {
				continue
			}
			v.navigate("about:blank")
			v.navigate(site + "/" + c.link)
			v.trained(5)
			if got := v.text(spec); got != c.runs {
				t.Errorf("%s: it runs %q, want %q", c.link, got, c.runs)
			}
			if said := v.text(notice); !strings.Contains(said, c.says) || c.says == "" && said != "" {
				t.Errorf("%s: it says %q, want %q", c.link, said, c.says)
			}
			pressed(v, "do-theme")
			v.until("the address is whole", fmt.Sprintf(`location.search.replace(/&?view.theme=\w+/, '') === %q`, question(c.runs)))
		}
	})
}

// Other data, a lesson and its steps are places to which Back returns, at the step where they were left; turns of knobs are not.
func TestBackReturnsToPlaces(t *testing.T) {
	site := serve(t)
	inAll(t, func(t *testing.T, v visitor) {
		v.navigate(site + "/?data=moons&seed=3")
		v.trained(3)
		pressed(v, "do-play")
		v.until("the address holds the step", playing(false)+` && location.search === '?data=moons&seed=3&view.play=0&view.at=' + (`+step+`)`)
		at := v.text(step)
		v.text(`(window.entries = history.length, 0)`)

		turn(v, "batch", "64")
		v.until("the knob is in the address", `location.search.includes('batch=64')`)
		if v.text(`history.length === entries`) != "true" {
			t.Error("a knob begins an entry of the history")
		}

		v.navigate("about:blank")
		v.navigate(site + "/?data=moons&seed=3&view.play=0&view.at=" + at)
		v.until("it goes to the step of its address", step+` === `+at+` && `+playing(false))
		v.text(`(window.entries = history.length, 0)`)
		pick(v, "circles")
		v.until("other data", spec+` === 'data=circles&seed=3' && location.search === '?data=circles&seed=3'`)
		if v.text(`history.length - entries`) != "1" {
			t.Error("other data begin no entry of the history")
		}
		v.text(`(history.back(), 0)`)
		v.until("back at the data and its step", spec+` === 'data=moons&seed=3' && `+step+` === `+at+` && `+playing(false))
		v.until("the address too", `location.search === '?data=moons&seed=3&view.play=0&view.at=`+at+`'`)

		v.text(`(location.hash = '#lesson=what-is-a-gan&step=2', 0)`)
		v.until("the lesson", address+`.endsWith('#lesson=what-is-a-gan&step=2') && !!(`+section+`)?.innerText.includes('The forger')`)
		v.until("it keeps the settings", `location.search.startsWith('?data=moons&seed=3')`)
		pressed(v, "lesson-next")
		v.until("the next step", address+`.endsWith('step=3') && `+section+`.innerText.includes('The judge')`)
		v.text(`(history.back(), 0)`)
		v.until("back at the step", address+`.endsWith('step=2') && `+section+`.innerText.includes('The forger')`)
		v.text(`(history.back(), 0)`)
		v.until("back at the reader's own experiment", spec+` === 'data=moons&seed=3' && document.getElementById('lesson').hidden`)
		v.text(`(history.forward(), 0)`)
		v.until("and in the lesson again", section+`?.innerText.includes('The forger')`)
	})
}

// A page that is loaded again goes to the step where it was, paused or at play.
func TestReloadGoesToItsStep(t *testing.T) {
	site := serve(t)
	inAll(t, func(t *testing.T, v visitor) {
		v.navigate(site + "/?seed=3")
		v.until("it trains, and its step is kept", `history.state?.at > 60`)
		if v.text(address) != "?seed=3" {
			t.Errorf("a run that goes on has the address %s", v.text(address))
		}
		v.text(`(e => (e.value = [...e.options].find(o => o.text === '1 step/s').value, e.dispatchEvent(new Event('change', { bubbles: true }))))(document.getElementById('speed'))`)
		v.until("slow motion is in the address", `location.search.includes('view.speed=1')`)
		v.until("its step is kept", `history.state?.at > 60 && Math.abs(history.state.at - (`+step+`)) < 5`)
		at := v.text(`history.state.at`)
		v.text(`(location.reload(), 0)`)
		v.until("it is loaded again", `document.readyState === 'complete' && performance.getEntriesByType('navigation')[0].type === 'reload'`)
		// One step a second would take minutes.
		v.until("it goes to its step, and on", step+` >= `+at+` && `+playing(true))
	})
}

// A link that is copied brings back the settings, the lesson and the step, and notices when it is cut.
func TestCopiedLink(t *testing.T) {
	site := serve(t)
	inAll(t, func(t *testing.T, v visitor) {
		v.navigate(site + "/?data=moons&seed=31&view.play=0&view.at=40&fbclid=x")
		v.until("it is at its step", step+` === 40`)
		v.text(`(navigator.clipboard && (navigator.clipboard.writeText = t => (window.copied = t, Promise.resolve())), 0)`)
		pressed(v, "do-link")
		v.until("the link is copied", `window.copied`)
		link := v.text(`copied`)
		if want := "data=moons&seed=31&view.play=0&view.at=40"; !strings.HasPrefix(link, site+"/?ok=") || !strings.HasSuffix(link, want) {
			t.Fatalf("the link is %s", link)
		}
		v.until("what it promises", notice+`.includes('at this step, bit for bit')`)
		v.navigate("about:blank")
		v.navigate(link)
		v.until("it is at its step", step+` === 40 && `+playing(false)+` && `+spec+` === 'data=moons&seed=31'`)
		if said := v.text(notice); said != "" {
			t.Errorf("of a whole link the page says %q", said)
		}
		v.navigate("about:blank")
		v.navigate(strings.Replace(link, "&view.play=0&view.at=40", "", 1))
		v.trained(5)
		v.until("the cut is noticed", notice+`.includes('cut or changed')`)
	})
}

// A page on disk has all of its address behind the #.
func TestAddressOnDisk(t *testing.T) {
	serve(t) // missing says what is
	file, err := filepath.Abs(filepath.Join(dist, "ganvas.html"))
	if err != nil {
		t.Fatal(err)
	}
	inAll(t, func(t *testing.T, v visitor) {
		v.navigate("file://" + file + "#!data=moons&seed=5&fbclid=x&seed=%&lesson=what-is-a-gan&step=2")
		v.until("the lesson", `(`+section+`)?.innerText.includes('The forger')`)
		pressed(v, "lesson-leave")
		v.until("the reader's own experiment", spec+` === 'data=moons&seed=5'`)
		v.trained(5)
	})
}

// What was wrong with a link is on a phone's first screen, above the transport.
func TestWrongLinkIsToldOnTheFirstScreen(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(narrow.width, narrow.height)
		v.navigate(site + "/?data=mons&g-lr=fast&view.play=0")
		v.until("it is told", notice+`.includes('mons')`)
		v.until("it is seen", `document.getElementById('notice').getBoundingClientRect().bottom <= document.querySelector('.foot').getBoundingClientRect().top`)
	})
}
