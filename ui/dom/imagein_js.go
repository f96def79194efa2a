//go:build js && wasm

package dom

import (
	"syscall/js"

	"ganvas/ui/app"
)

const (
	// imageSide is the longer side of an image whose darkness is drawn: finer than the points are.
	imageSide = 256
	// imagePoints is how many points it becomes: they fit in a link.
	imagePoints = 2000
)

// mountImage mounts the input that takes an image, whose darkness becomes points.
func (d *drawing) mountImage() {
	label := d.ui.makeText(d.box, "label", "From an image: its darkness becomes points ", attr{"class", "file"})
	input := d.ui.make(label, "input", attr{"type", "file"}, attr{"id", "draw-image"}, attr{"accept", "image/*"})
	input.on("change", func(js.Value) {
		if files := input.Get("files"); files.Length() > 0 {
			d.readImage(files.Index(0))
		}
		input.Value.Set("value", "")
	})
}

// readImage draws an image's darkness. What is transparent is white.
func (d *drawing) readImage(file js.Value) {
	name := file.Get("name").String()
	d.ui.then(d.ui.window.Call("createImageBitmap", file), func(image js.Value) {
		w, h := image.Get("width").Int(), image.Get("height").Int()
		scale := float64(imageSide) / float64(max(w, h))
		w, h = max(1, int(float64(w)*scale)), max(1, int(float64(h)*scale))
		canvas := d.ui.make(nil, "canvas")
		canvas.Value.Set("width", w)
		canvas.Value.Set("height", h)
		pen := canvas.Call("getContext", "2d")
		pen.Set("fillStyle", "#fff")
		pen.Call("fillRect", 0, 0, w, h)
		pen.Call("drawImage", image, 0, 0, w, h)
		data := pen.Call("getImageData", 0, 0, w, h).Get("data")
		bytes := make([]byte, data.Length())
		js.CopyBytesToGo(bytes, data)
		grey := make([]uint8, w*h)
		for i := range grey { // ITU-R BT.601
			grey[i] = uint8((299*int(bytes[4*i]) + 587*int(bytes[4*i+1]) + 114*int(bytes[4*i+2])) / 1000)
		}
		d.sketch.Image(grey, w, imagePoints, d.brush.Class)
		d.show()
	}, func() { d.ui.send(app.PointsUnread{Name: name, Reason: "the browser knows no such image"}) })
}
