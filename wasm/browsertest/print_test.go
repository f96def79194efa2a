//go:build !js

package browsertest

import "testing"

// On paper are the picture and the curves: a canvas alone would print empty.
func TestPrintHasThePicture(t *testing.T) {
	site := serve(t)
	inAll(t, func(t *testing.T, v visitor) {
		v.size(1200, 800) // where both charts have room
		v.navigate(site + "/")
		v.trained(20)
		v.until("the picture stands on the page", `ganvas.host.frames > 1`)
		v.text(`(window.dispatchEvent(new Event('beforeprint')), 0)`)
		v.until("the image is read", `document.querySelector('img.print').naturalWidth > 100`)
		// Real data are blue, and there are some.
		blue := get[int](v, `(() => {
			const img = document.querySelector('img.print'), canvas = document.createElement('canvas');
			canvas.width = img.naturalWidth, canvas.height = img.naturalHeight;
			const c = canvas.getContext('2d');
			c.drawImage(img, 0, 0);
			const { data } = c.getImageData(0, 0, canvas.width, canvas.height);
			let n = 0;
			for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 200 && data[i + 2] > data[i] + 60) n++;
			return n;
		})()`)
		if blue < 500 {
			t.Errorf("the printed picture has %d blue pixels", blue)
		}
		if n := get[int](v, `document.querySelectorAll('.chart svg path[stroke-width]').length`); n < 4 {
			t.Errorf("%d curves are drawn", n)
		}
	})
}
