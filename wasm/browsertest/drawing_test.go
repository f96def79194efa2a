//go:build !js

package browsertest

import (
	"fmt"
	"strings"
	"testing"
)

// points is how many points the reader's drawing has.
const points = `(parseInt(document.querySelector('.counts').innerText.replaceAll(',', '')) || 0)`

// greyImage puts a PNG into the input for images: black on its left half, white on its right.
const greyImage = `(async () => {
	const canvas = document.createElement('canvas'), pen = canvas.getContext('2d');
	canvas.width = canvas.height = 40;
	pen.fillRect(0, 0, 20, 40);
	const blob = await new Promise(yes => canvas.toBlob(yes)), given = new DataTransfer, input = document.getElementById('draw-image');
	given.items.add(new File([blob], 'half.png', { type: 'image/png' }));
	input.files = given.files;
	input.dispatchEvent(new Event('change', { bubbles: true }));
})()`

// inked says whether the left and the right half of the paper have ink.
const inked = `(c => [0, 1].map(k => c.getContext('2d').getImageData(k * c.width / 2, 0, c.width / 2, c.height).data.some((v, i) => i % 4 === 3 && v > 0)).join())(document.getElementById('paper'))`

// A reader draws with the mouse, takes a stroke back, erases, draws an image, trains on a drawing, and finds the same points behind the page's link.
func TestDrawing(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1024, 768)
		v.navigate(site + "/?view.play=0")
		v.until("the page is there", `document.documentElement.dataset.js > 0`)
		pressed(v, "phrase-data")
		pressed(v, "draw-own")
		v.until("the paper", visible("#paper")+` && `+visible("#drawing"))
		if wrong := v.text(apart + `('#drawing', '#plane')`); wrong != "" {
			t.Error(wrong)
		}
		r := get[[]float64](v, `(r => [r.left, r.top, r.width, r.height])(document.getElementById('paper').getBoundingClientRect())`)
		drag := func(x0, y0, x1, y1 float64) {
			v.(hand).drag(r[0]+x0*r[2], r[1]+y0*r[3], r[0]+x1*r[2], r[1]+y1*r[3])
		}
		drag(.1, .5, .4, .5)
		v.until("a stroke", points+` > 50 && `+inked+` === 'true,false'`)
		first := v.text(points)
		drag(.6, .2, .6, .8)
		v.until("another", points+` > 2 * `+first+` && `+inked+` === 'true,true'`)
		v.text(`(document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true })), 0)`)
		v.until("it is taken back", points+` === `+first+` && `+inked+` === 'true,false'`)
		v.text(`([...document.querySelectorAll('#drawing .switch button')].find(e => e.innerText === 'Eraser').click(), 0)`)
		drag(.05, .5, .25, .5)
		v.until("a part is erased", points+` < `+first+` && `+points+` > 0`)
		pressed(v, "draw-clear")
		v.until("nothing is left", points+` === 0 && `+inked+` === 'false,false' && document.getElementById('draw-use').disabled`)

		v.text(`([...document.querySelectorAll('#drawing .switch button')].find(e => e.innerText === '2').click(), 0)`)
		focusOn(v, "paper")
		v.text(`(document.getElementById('paper').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })), 0)`)
		v.until("a dot by the keyboard", points+` >= 1`)
		v.text(greyImage)
		v.until("an image", points+` > 1000 && `+inked+` === 'true,true'`) // the dot's number is in the middle
		n := get[int](v, points)
		pressed(v, "draw-use")
		v.until("it runs", spec+`?.startsWith('data=csv') && document.getElementById('drawing').hidden`)
		v.until("the link has it", `location.search.includes('view.drawn=')`)
		link := v.text(address)
		v.text(`(document.getElementById('do-play').click(), 0)`)
		v.trained(3)

		v.navigate("about:blank")
		v.navigate(site + "/" + link)
		v.until("the same data behind the link", spec+`?.startsWith('data=csv') && +document.documentElement.dataset.js > 0`)
		if said := v.text(notice); said != "" {
			t.Errorf("of the link the page says %q", said)
		}
		v.text(catchDownload)
		pressed(v, "do-save")
		v.until("a file", `window.file`)
		if got := len(pointsOf(t, v.text(`file.then(f => f[1])`))) / 2; got != n {
			t.Errorf("the saved file has %d points, the drawing %d", got, n)
		}
		v.navigate("about:blank")
		v.navigate(site + "/" + strings.Replace(link, "view.drawn=", "view.drawn=%21", 1))
		v.until("what is wrong with a damaged one", notice+`.includes('drawing') || `+notice+`.includes('drawn')`)
		v.until("other data run", fmt.Sprintf(`%s?.startsWith('data=csv') === false`, spec))
	})
}
