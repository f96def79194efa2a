//go:build !js

package browsertest

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ganvas/core/imageset"
)

// A set of images that comes in two files, the labels first, is read by the program that is loaded for it, to the bytes that were in it; and one that
// is cut off is refused by name.
func TestImagesAreRead(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.navigate(site + "/?view.play=0")
		v.until("the page's scripts", `typeof readImages === 'function'`)
		read := func(images string) (answer struct{ Kind, Text, Told, Set string }) {
			v.text(fmt.Sprintf(`(window.imagesRead = '', readImages([
				new File([new Uint8Array([0, 0, 8, 1, 0, 0, 0, 3, 2, 0, 1])], 'a-labels'), new File([new Uint8Array(%s)], 'a-images'),
			], () => {}).then(a => window.imagesRead = JSON.stringify({...a, set: btoa(String.fromCharCode(...new Uint8Array(a.set ?? [])))})), '')`, images))
			v.until("the answer", `window.imagesRead !== ''`)
			if err := json.Unmarshal([]byte(v.text(`window.imagesRead`)), &answer); err != nil {
				t.Fatal(err)
			}
			return answer
		}
		got := read(`[0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 2, 10, 20, 30, 40, 50, 60]`)
		if want := "3 images of 2 by 1 pixels, grey, in 3 classes."; got.Told != want {
			t.Errorf("%q is told, want %q (%s)", got.Told, want, got.Text)
		}
		b, err := base64.StdEncoding.DecodeString(got.Set)
		if err != nil {
			t.Fatal(err)
		}
		set, err := imageset.Parse(b)
		if err != nil {
			t.Fatal(err)
		}
		want := &imageset.Set{Shape: imageset.Shape{1, 2, 1}, Pixels: []uint8{10, 20, 30, 40, 50, 60}, Labels: []uint8{2, 0, 1}, Classes: []string{"0", "1", "2"}, High: 255, Total: 3}
		if d := cmp.Diff(want, set); d != "" {
			t.Error(d)
		}
		if got := read(`[0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 2, 10]`); got.Kind != "error" || got.Text != "a-images has 17 bytes; allowed: the 22 bytes that its beginning speaks of" {
			t.Errorf("a cut file is answered with %+v", got)
		}
	})
}

// A reader opens the digits out of the gallery, sees both walls, and reads how many the judge reads as asked, beside what it reads of real ones.
func TestDigitsAreJudged(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1280, 900)
		v.navigate(site + "/?data=moons")
		v.trained(1)
		openMenu(v, "digits")
		activate(v, "preset-digits")
		runs(v, "the digits", "data=digits")
		v.trained(5)
		v.until("the measure", `document.querySelector('[data-measure="agreement"] td')`)
		v.until("a number", `/^\d/.test(document.querySelector('[data-measure="agreement"] td').textContent)`)
		value := get[float64](v, `+document.querySelector('[data-measure="agreement"] td').textContent`)
		floor := get[float64](v, `+document.querySelector('[data-measure="agreement"] .floor').textContent`)
		if !(value >= 0 && value <= 1 && floor >= .95 && floor <= 1) {
			t.Errorf("%g are read as asked, and %g of real ones", value, floor)
		}
		v.until("the wall says so", `document.body.innerText.includes('read as asked')`)
	})
}

// A reader drops a set of images onto the picture, and it trains on them; one that is cut off is refused by its name and its reason.
func TestImagesAreDropped(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1280, 900)
		v.navigate(site + "/?data=moons")
		v.trained(1)
		drop := func(length int) {
			v.text(fmt.Sprintf(`(() => {
				const files = new DataTransfer, bytes = new Uint8Array(16 + 64 * 20);
				bytes.set([0, 0, 8, 3, 0, 0, 0, 20, 0, 0, 0, 8, 0, 0, 0, 8]);
				for (let i = 16; i < bytes.length; i++) bytes[i] = i %% 64 < 32 ? 255 : 0;
				files.items.add(new File([bytes.slice(0, %d)], 'stripes-images-idx3-ubyte'));
				document.getElementById('plane').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
				return '';
			})()`, length))
		}
		drop(100)
		v.until("the refusal", `/stripes-images-idx3-ubyte cannot be read: .*100 bytes/.test(document.body.innerText)`)
		drop(16 + 64*20)
		v.until("the set", `/20 images of 8 by 8 pixels/.test(document.body.innerText)`)
		v.until("the data", spec+`.startsWith('data=csv')`)
		v.trained(3)
		activate(v, "phrase-data")
		v.until("what the set holds", `document.getElementById('own-set')?.innerText.includes('20 images, 8 × 8 × 1')`)
		v.until("its histogram", `document.querySelector('#own-set .histogram path')?.getAttribute('d').split('M').length === 3`)
	})
}
