//go:build !js

package browsertest

import (
	"fmt"
	"testing"
)

// In a hall a lesson stands beside the picture, in the hall's letters; its run trains, a clicker turns its steps, and its questions can be answered.
func TestLessonInAHall(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1920, 1080)
		v.navigate(site + "/#lesson=what-is-a-gan&step=2")
		v.until("the lesson", section+`?.innerText.includes('The forger')`)
		letters := `parseFloat(getComputedStyle(` + section + `.querySelector('p')).fontSize)`
		before := get[float64](v, letters)
		v.press("f")
		v.until("it is presented", `document.documentElement.dataset.present === 'true' && `+visible("#lesson"))
		if larger := get[float64](v, letters); larger < 1.2*before {
			t.Errorf("its letters are %g pixels, and were %g", larger, before)
		}
		v.until("beside the picture", `(p => p.width > 400 && p.right <= document.getElementById('lesson').getBoundingClientRect().left + 1)(document.getElementById('plane').getBoundingClientRect())`)
		pressed(v, "do-play")
		v.trained(3)
		v.press("PageDown")
		v.until("the next step", `location.hash.endsWith('step=3')`)
		v.press("PageUp")
		v.until("and back", section+`?.innerText.includes('The forger')`)
		for step := 3; v.text(`!!`+section+`.querySelector('.choice')`) != "true"; step++ {
			v.press("PageDown")
			v.until("a further step", fmt.Sprintf(`location.hash.endsWith('step=%d')`, step))
		}
		v.text(`(` + section + `.querySelector('.choice summary').click(), 0)`)
		v.until("it answers", section+`.querySelector('.choice[open]')?.innerText.length > 40`)
		notTooWide(v)
	})
}

// In an article of another site a lesson works in a frame: its steps turn, and its run trains.
func TestLessonInAnArticle(t *testing.T) {
	site := labs(t, true)
	inAll(t, func(t *testing.T, v visitor) {
		v.size(1300, 900)
		read(v, article(t, site, `<iframe src="SITE/index.html#lesson=what-is-a-gan&amp;step=2" title="A lesson" width="1200" height="800"></iframe>`))
		told := func(selector string) string {
			return fmt.Sprintf(`(say(0, 'watch:text %s'), window.last[0]?.['watch:text']?.text ?? '')`, selector)
		}
		const title = "#lesson section.step:not([hidden]) h2"
		v.until("the lesson", `window.last[0]?.['watch:born']`)
		v.until("its step", told(title)+` === 'The forger'`)
		v.text(`(say(0, 'watch:click #do-play'), 0)`)
		v.until("its run trains", `+`+told("#step")+` > 2`)
		v.text(`(say(0, 'watch:click #lesson-next'), 0)`)
		v.until("the next step", told(title)+`.length > 2 && `+told(title)+` !== 'The forger' && isNaN(+`+told(title)+`)`)
	})
}
