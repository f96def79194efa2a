//go:build !js

package browsertest

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"ganvas/assets"
)

// A reader comes by a deep link, reads on by keyboard, and finds in the list what has been done: on the site and in the single file.
func TestProgressIsShownInTheList(t *testing.T) {
	path, err := filepath.Abs(filepath.Join(dist, "ganvas.html"))
	if err != nil {
		t.Fatal(err)
	}
	addresses := []string{serve(t) + "/", "file://" + path}
	standing := func(lesson string) string {
		return fmt.Sprintf(`document.querySelector('.lesson-list li[data-lesson="%s"] .standing')`, lesson)
	}
	inEach(t, func(t *testing.T, v visitor) {
		for _, address := range addresses {
			v.navigate("about:blank")
			v.navigate(address + "#lesson=what-is-a-gan&step=2")
			heading := func(text string) {
				t.Helper()
				v.until("the step "+text, fmt.Sprintf(`(%s)?.querySelector('h2').textContent.includes(%q)`, section, text))
			}
			heading("The forger")
			v.text(section + `.querySelectorAll('.choice summary')[2].click()`) // the right one
			v.text(`(document.getElementById('lesson-next').click(), 0)`)
			heading("The judge")
			v.press("ArrowRight")
			heading("One round")
			v.press("ArrowLeft")
			heading("The judge")
			v.until("the address names the step", `location.hash.endsWith('lesson=what-is-a-gan&step=3')`)

			v.text(`(document.getElementById('do-lessons').click(), 0)`)
			v.until("the list says where the reader is", standing("what-is-a-gan")+`?.textContent.startsWith('You are at step 3 of 11, with 1 of ')`)
			if v.text(standing("optimal-discriminator")+`?.checkVisibility()`) != "false" {
				t.Error("a lesson that was never opened has been begun")
			}
			// The rest of the lesson, as the page itself would remember it.
			v.text(`(localStorage.setItem('ganvas.lesson.what-is-a-gan', 'at=11&right=7ff&done=7ff'), 0)`)
			v.navigate("about:blank")
			v.navigate(address)
			v.trained(1)
			v.text(`(document.getElementById('do-lessons').click(), 0)`)
			v.until("the finished lesson is marked", standing("what-is-a-gan")+`?.textContent === 'Finished' && document.querySelector('.lesson-list li[data-lesson="what-is-a-gan"]').dataset.finished === 'true'`)
			v.text(`(localStorage.clear(), 0)`)
		}
	})
}

// geometry says what is wrong with how a browser lays a lesson's formulas out: the parts of a fraction not one over the other, or a formula without
// extent, or wider than its line, or that is shown as text.
const geometry = `(() => {
	const wrong = [], box = e => e.getBoundingClientRect();
	const all = [...document.querySelectorAll('math')];
	for (const m of all) {
		const r = box(m), text = m.querySelector('annotation')?.textContent ?? '';
		if (r.width < 3 || r.height < 6) wrong.push('no extent: ' + text);
		if (r.right > innerWidth) wrong.push('too wide: ' + text);
		for (const f of m.querySelectorAll('mfrac')) if (box(f.children[0]).bottom > box(f.children[1]).top + 1) wrong.push('flat fraction: ' + text);
		for (const s of m.querySelectorAll('msup')) if (box(s.children[1]).top > box(s.children[0]).top + 2) wrong.push('flat power: ' + text);
		for (const s of m.querySelectorAll('msub')) if (box(s.children[1]).bottom < box(s.children[0]).bottom - 2) wrong.push('flat index: ' + text);
		for (const a of m.querySelectorAll('annotation')) if (box(a).height > 0) wrong.push('its source is shown: ' + text);
	}
	return all.length > 0 ? wrong : ['there are no formulas'];
})()`

// Formulas are laid out as formulas in every browser.
func TestFormulasAreLaidOut(t *testing.T) {
	address := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		for _, width := range []int64{1000, 390} {
			v.size(width, 800)
			for _, key := range assets.Lessons {
				v.navigate(address + "/lessons/" + key + ".html")
				if wrong := get[[]string](v, geometry); len(wrong) > 0 {
					t.Errorf("%s, %d wide: %s", key, width, strings.Join(wrong, "; "))
				}
				notTooWide(v)
			}
		}
	})
}

// What follows from a lesson's sliders is written anew as they move, and its curve with it.
func TestSlidersOfALesson(t *testing.T) {
	address := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.navigate(address + "/#lesson=kl&step=2")
		v.until("the sliders", `(`+section+`)?.querySelectorAll('.sliders input').length === 2`)
		was := v.text(section + `.querySelector('.curves svg path').getAttribute('d')`)
		move := func(slider int, to string) {
			v.text(fmt.Sprintf(`(e => (e.value = %q, e.dispatchEvent(new Event('input', { bubbles: true })), 0))(%s.querySelectorAll('.sliders input')[%d])`, to, section, slider))
		}
		move(0, "0")
		move(1, "2.0616")
		v.until("the least divergence", section+`.querySelector('.values output').textContent === '0.7236'`)
		if v.text(section+`.querySelector('.curves svg path').getAttribute('d')`) == was {
			t.Error("the curve has not moved")
		}
	})
}
