//go:build !js

package browsertest

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// catchDownload keeps what the page hands out in window.file, by its name and its text, in the place of the browser's own download.
const catchDownload = `(HTMLAnchorElement.prototype.click = function () {
	window.file = fetchBlob(this.href).then(text => [this.download, text]);
}, window.blobs = new Map, window.fetchBlob = href => blobs.get(href).text(),
(make => { URL.createObjectURL = blob => { const href = make.call(URL, blob); blobs.set(href, blob); return href } })(URL.createObjectURL), 0)`

// giveFile puts a text into the input for files, as the reader would.
const giveFile = `(async () => {
	const given = new DataTransfer, input = document.getElementById('open');
	given.items.add(new File([(await file)[1]], (await file)[0]));
	input.files = given.files;
	input.dispatchEvent(new Event('change', {bubbles: true}));
	return 0;
})()`

// An experiment that was saved comes back, points and all, from the file alone.
func TestSavedFileComesBack(t *testing.T) {
	b := newTab(t, wide, serve(t)+"/?data=moons&seed=12&loss=ls&view.play=0")
	b.until("the page is there", spec+` === 'data=moons&seed=12&loss=ls'`)
	value[int](b, catchDownload)
	b.focus("do-menu")
	b.keys(kb.Enter)
	b.focus("do-save")
	b.keys(kb.Enter)
	b.until("a file", `window.file`)
	if name := value[string](b, `file.then(f => f[0])`); name != "ganvas-moons.txt" {
		t.Errorf("it is called %q", name)
	}
	value[int](b, `(document.getElementById('defaults').click(), 0)`)
	b.until("the defaults of the data", spec+` === 'data=moons'`)
	value[int](b, giveFile)
	b.until("the experiment is back", spec+` === 'data=moons&seed=12&loss=ls'`)
	b.do(chromedp.WaitVisible("#notice"))
}
