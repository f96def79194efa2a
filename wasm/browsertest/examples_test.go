//go:build !js

package browsertest

import (
	"fmt"
	"path/filepath"
	"testing"
)

// Every example, as a host of notes would emit it, has labs that run.
func TestExamples(t *testing.T) {
	site := labs(t, true)
	inAll(t, func(t *testing.T, v visitor) {
		v.size(800, 1300)
		for name, labs := range map[string]int{"article": 2, "myst": 2, "quarto": 2, "moodle": 2, "canvas": 1} {
			v.navigate(site + "/embed-examples/" + name + ".html")
			for lab := range labs {
				v.until(name+": the frame is there", fmt.Sprintf(`document.querySelectorAll('iframe, ganvas-lab')[%d]`, lab))
				v.text(fmt.Sprintf(`(document.querySelectorAll('iframe, ganvas-lab')[%d].scrollIntoView({ block: 'center' }), 0)`, lab))
				hears(v, lab, "ready")
				v.until(fmt.Sprintf("%s: lab %d answers", name, lab), fmt.Sprintf(`(await soon(%d, { type: 'ganvas:ask' })).type === 'ganvas:state'`, lab))
			}
			notTooWide(v)
		}
	})
}

// On slides a lab trains on its slide and rests on the others; the keys that turn slides stay the slides'.
func TestSlides(t *testing.T) {
	site := labs(t, true)
	inAll(t, func(t *testing.T, v visitor) {
		v.navigate(site + "/embed-examples/reveal.html")
		v.press("ArrowRight")
		v.until("on its slide the lab trains", last(0, "step", "step")+" > 2")
		v.press("ArrowRight")
		v.until("on another it rests", `(await soon(0, { type: 'ganvas:ask' })).seen === false`)
		v.press("ArrowLeft")
		v.until("back on its slide it still trains", `(s => s.playing && s.seen)(await soon(0, { type: 'ganvas:ask' }))`)
		at := get[float64](v, `ask(0, { type: 'ganvas:ask' }).then(s => s.step)`)
		v.until("and goes on", fmt.Sprintf("%s > %g", last(0, "step", "step"), at))
	})
}

// Notes in a folder have labs that run without a server, and command them.
func TestLabsInAFolder(t *testing.T) {
	serve(t) // or skips
	folder, err := filepath.Abs(dist)
	if err != nil {
		t.Fatal(err)
	}
	inAll(t, func(t *testing.T, v visitor) {
		v.navigate("file://" + folder + "/embed-examples/article.html")
		v.until("the element is there", `customElements.get('ganvas-lab')`)
		v.text(listen)
		v.until("the first lab trains", last(0, "step", "step")+" > 2")
		if a := get[map[string]any](v, `document.getElementById('first').pause()`); a["type"] != "ganvas:done" {
			t.Errorf("a command is answered with %v", a)
		}
	})
}

// An article with two labs, looked at in both widths; each is as high as it needs, and the page as wide as the window.
func TestArticle(t *testing.T) {
	address := serve(t)
	for _, look := range []view{wide, narrow} {
		t.Run(fmt.Sprint(look.width), func(t *testing.T) {
			b := newTab(t, look, address+"/embed-examples/article.html")
			b.until("the element is there", `customElements.get('ganvas-lab')`)
			value[bool](b, listen)
			for lab, id := range []string{"first", "second"} {
				value[bool](b, `(document.getElementById("`+id+`").scrollIntoView({ block: 'center' }), true)`)
				b.until(id+" has trained 60 steps", last(lab, "step", "step")+" >= 60")
				b.screenshot(fmt.Sprintf("article-%s-%d", id, look.width))
			}
			notTooWide(b)
			if value[bool](b, last(0, "size", "height")+` !== document.getElementById('first').getBoundingClientRect().height`) {
				t.Error("the first lab is not as high as it says that it needs")
			}
		})
	}
}

// The page that says how all this works has a lab of its own, at any width.
func TestEmbeddingIsExplained(t *testing.T) {
	address := serve(t)
	for _, look := range []view{wide, {narrow.width, narrow.height, true}} {
		b := newTab(t, look, address+"/embedding.html")
		value[bool](b, listen)
		value[bool](b, `(document.querySelector('ganvas-lab').scrollIntoView({ block: 'center' }), true)`)
		b.until("its lab has trained a while", last(0, "step", "step")+" > 60")
		b.screenshot(fmt.Sprintf("embedding-%d", look.width))
		notTooWide(b)
	}
}
