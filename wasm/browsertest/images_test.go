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
