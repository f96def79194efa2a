//go:build js && wasm

package dom

import (
	"syscall/js"

	"ganvas/ui/app"
)

// maxFile is the size in bytes above which a file is not read: far more points than a picture can show.
const maxFile = app.MaxSaved

// listenPoints lets files of points and of images be dropped onto the picture.
func (ui *UI) listenPoints() {
	if !ui.takesPoints() {
		return
	}
	plane := ui.find("plane")
	plane.on("dragover", func(e js.Value) {
		e.Call("preventDefault")
		plane.set("data-dropping", "true")
	})
	plane.on("dragleave", func(js.Value) { plane.unset("data-dropping") })
	plane.on("drop", func(e js.Value) {
		e.Call("preventDefault")
		plane.unset("data-dropping")
		ui.readFiles(e.Get("dataTransfer").Get("files"))
	})
}

// readPoints reads the first of some files.
func (ui *UI) readPoints(files js.Value) {
	if files.IsNull() || files.Length() == 0 {
		return
	}
	file := files.Index(0)
	name := file.Get("name").String()
	if file.Get("size").Float() > maxFile {
		ui.send(app.PointsUnread{Name: name, Reason: "it is larger than 16 MB"})
		return
	}
	ui.then(file.Call("arrayBuffer"), func(buffer js.Value) {
		bytes := ui.window.Get("Uint8Array").New(buffer)
		text := make([]byte, bytes.Length())
		js.CopyBytesToGo(text, bytes)
		ui.send(app.PointsDropped{Name: name, Text: text})
	}, func() { ui.send(app.PointsUnread{Name: name, Reason: "the browser could not read it"}) })
}

// then calls one of two functions when a promise is settled.
func (ui *UI) then(promise js.Value, kept func(js.Value), broken func()) {
	var yes, no js.Func
	release := func() { yes.Release(); no.Release() }
	yes = js.FuncOf(func(_ js.Value, args []js.Value) any {
		release()
		v := js.Undefined()
		if len(args) > 0 {
			v = args[0]
		}
		kept(v)
		return nil
	})
	no = js.FuncOf(func(js.Value, []js.Value) any {
		release()
		broken()
		return nil
	})
	promise.Call("then", yes, no)
}
