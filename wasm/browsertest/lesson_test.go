//go:build !js

package browsertest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"ganvas/assets"
	"ganvas/core/lesson"
	"ganvas/ui/dom"
)

// section is the step of a lesson that the drawer shows.
const section = `[...document.querySelectorAll('#lesson section.step')].find(e => !e.hidden)`

// title waits until the drawer shows a step of this title.
func (b *tab) title(want string) {
	b.Helper()
	b.until("the step "+want, fmt.Sprintf(`(%s)?.querySelector('h2').textContent.includes(%q)`, section, want))
}

// screenshot writes what can be seen into the folder of screenshots.
func (b *tab) screenshot(name string) {
	b.Helper()
	png := perform(b, chromedp.CaptureScreenshot())
	folder := filepath.Join(dist, "screenshots")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, name+".png"), png, 0o644); err != nil {
		b.Fatal(err)
	}
}

// A reader comes by a deep link, goes on by keyboard alone, answers, does a task, comes back later and leaves with all settings as before.
func TestLessonByKeyboard(t *testing.T) {
	b := newTab(t, wide, serve(t)+"/?data=moons&seed=5#lesson=what-is-a-gan&step=2")
	b.title("The forger")
	b.until("the step's experiment", spec+` === 'loss=ns'`)
	b.until("it is paused at the start", step+` === 0 && document.documentElement.dataset.playing === 'false'`)
	b.until("the plane is pointed at", `document.querySelector('[data-panel=distribution]').hasAttribute('data-pointed')`)

	// A wrong answer is explained, and the right one is remembered.
	b.do(chromedp.Evaluate[chromedp.Void](section + `.querySelectorAll('.choice summary')[0].focus()`))
	b.keys(kb.Enter)
	b.until("the wrong answer is explained", section+`.querySelector('.choice[open]').innerText.includes('Not so.')`)
	b.do(chromedp.Evaluate[chromedp.Void](section + `.querySelectorAll('.choice summary')[2].focus()`))
	b.keys(kb.Enter)
	b.until("the right one is explained, and alone", section+`.querySelectorAll('.choice[open]').length === 1 && `+section+`.querySelector('.choice[open]').innerText.includes('Right.')`)

	b.focus("lesson-next")
	b.keys(kb.Enter)
	b.title("The judge")
	b.until("the keyboard is on the step's title", `document.activeElement === `+section+`.querySelector('h2')`)
	b.until("the address names the step", `location.hash === '#lesson=what-is-a-gan&step=3'`)
	b.until("the address keeps the reader's own settings", `location.search === '?data=moons&seed=5'`)
	b.keys(kb.ArrowRight)
	b.title("One round")
	b.keys(kb.ArrowLeft)
	b.title("The judge")
	b.keys(kb.ArrowRight)
	b.title("One round")
	verdict := section + `.querySelector('.verdict').textContent`
	b.until("the task is not done", verdict+`.includes('Not yet')`)
	for i := range 4 {
		b.focus([]string{"do-step-d", "do-step-g"}[i%2])
		b.keys(kb.Enter)
		b.until("the move", fmt.Sprintf("%s === %d", step, i+1))
	}
	b.until("the task is done", verdict+`.includes('Done at step 4')`)
	b.screenshot("lesson-task")

	// Later.
	b.do(chromedp.Navigate(value[string](b, `location.origin`) + "/?data=moons&seed=5#lesson=what-is-a-gan"))
	b.do(chromedp.Reload())
	b.title("One round")
	b.until("the task is remembered", verdict+`.includes('Done before')`)
	b.focus("lesson-leave")
	b.keys(kb.Enter)
	b.until("the reader's own experiment is back", spec+` === 'data=moons&seed=5'`)
	b.until("the address says so", `location.hash === '' && location.search === '?data=moons&seed=5'`)
	b.until("the drawer is closed, and the keyboard is where it was opened", `document.getElementById('lesson').hidden && document.activeElement.id === 'do-lessons'`)
	b.until("nothing is pointed at", `!document.querySelector('[data-pointed]')`)
}

// The list opens beside the plane, and a lesson from it begins at its first step.
func TestLessonFromTheList(t *testing.T) {
	b := newTab(t, wide, serve(t))
	b.trained(1)
	b.focus("do-lessons")
	b.keys(kb.Enter)
	b.until("the list", fmt.Sprintf(`document.querySelectorAll('#lesson .lessons a').length === %d`, len(assets.Lessons)))
	b.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('#lesson .lessons [data-lesson=why-the-generator-stops] a').focus()`))
	b.keys(kb.Enter)
	b.title("Two ways to want the same")
	b.until("the keyboard is on the step's title", `document.activeElement === `+section+`.querySelector('h2')`)
}

// A link to a lesson that there is not is answered in words, and the reader's experiment runs.
func TestLostLessonIsExplained(t *testing.T) {
	b := newTab(t, wide, serve(t)+"/#lesson=no-such-lesson")
	b.until("the reason", `document.getElementById('lesson').innerText.includes('cannot be fetched')`)
	b.trained(3)
}

// Whatever a lesson can point at is there.
func TestEveryPlaceIsOnThePage(t *testing.T) {
	b := newTab(t, wide, serve(t))
	b.until("measures", `document.documentElement.dataset.js`)
	for _, p := range append([]string{"g.lr", "r1", "measure js"}, lesson.Places...) {
		if !value[bool](b, fmt.Sprintf(`!!document.querySelector(%q)`, dom.PlaceSelector(p))) {
			t.Errorf("%s is not on the page", p)
		}
	}
}

// widest lays out a lesson's steps in the drawer and finds a formula for which that is too narrow.
const widest = `(async () => {
	const page = new DOMParser().parseFromString(await (await fetch('lessons/%s.html')).text(), 'text/html');
	const body = document.querySelector('.lesson-body'), article = page.querySelector('article');
	body.append(article);
	const found = [...article.querySelectorAll('section.step math')].find(m => m.scrollWidth > m.clientWidth + 1 || m.getBoundingClientRect().right > body.getBoundingClientRect().right);
	const text = found?.querySelector('annotation').textContent ?? '';
	article.remove();
	return text;
})()`

// Lessons are looked at in both schemes and both widths; formulas are MathML that is laid out; nothing is wider than the window.
func TestLessonsAreLookedAt(t *testing.T) {
	address := serve(t)
	for _, v := range []view{wide, narrow, {wide.width, wide.height, true}, {narrow.width, narrow.height, true}, {1024, 768, false}} {
		name := fmt.Sprintf("lesson-%s-%d", map[bool]string{false: "light", true: "dark"}[v.dark], v.width)
		t.Run(name, func(t *testing.T) {
			b := newTab(t, v, address+"/#lesson=optimal-discriminator&step=5")
			b.title("What the best score is worth")
			// The lesson's generator never gets better.
			b.until("the lesson's experiment", step+` >= 200 && +document.documentElement.dataset.js > 0.59`)
			b.until("formulas are laid out", section+`.querySelector('math').getBoundingClientRect().height > 8`)
			b.screenshot(name)
			for _, key := range assets.Lessons {
				if wide := value[string](b, fmt.Sprintf(widest, key)); wide != "" {
					t.Errorf("%s: a formula is wider than the drawer: %s", key, wide)
				}
			}
			if over := value[float64](b, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
				t.Errorf("the page is %g pixels wider than the window", over)
			}
			b.do(chromedp.Navigate(address + "/lessons/optimal-discriminator.html"))
			b.until("the page of its own", `document.querySelectorAll('section.step').length > 5`)
			b.screenshot(strings.Replace(name, "lesson", "paper", 1))
			if over := value[float64](b, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
				t.Errorf("the lesson's own page is %g pixels wider than the window", over)
			}
		})
	}
}
