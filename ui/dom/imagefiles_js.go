//go:build js && wasm

package dom

import (
	"syscall/js"

	"ganvas/ui/app"
)

// readFiles reads what somebody brings: a set of images, in as many files as it has, or the first file as points.
func (ui *UI) readFiles(files js.Value) {
	if files.IsNull() || files.Length() == 0 {
		return
	}
	names := namesOf(files)
	list := ui.window.Get("Array").Call("from", files) // the input that they are from is emptied
	head := list.Index(0).Call("slice", 0, 1<<14).Call("arrayBuffer")
	ui.then(head, func(buffer js.Value) {
		bytes := ui.window.Get("Uint8Array").New(buffer)
		first := make([]byte, bytes.Length())
		js.CopyBytesToGo(first, bytes)
		if ofImages(names, first) {
			ui.readImages(list)
		} else {
			ui.readPoints(list)
		}
	}, func() { ui.send(app.PointsUnread{Name: names[0], Reason: "the browser could not read it"}) })
}

func namesOf(files js.Value) (names []string) {
	for i := range files.Length() {
		names = append(names, files.Index(i).Get("name").String())
	}
	return names
}

// readImages has the program that reads images read a set, and says how far it is.
func (ui *UI) readImages(files js.Value) {
	if files.Length() == 0 {
		return
	}
	name := setName(namesOf(files))
	waits := func(done float64) {
		ui.send(app.LoadingChanged{Loading: app.Loading{What: "Reading " + name, Done: done}})
	}
	waits(-1)
	told := js.FuncOf(func(_ js.Value, args []js.Value) any {
		waits(args[0].Float() / args[1].Float())
		return nil
	})
	ui.then(ui.window.Call("readImages", files, told), func(answer js.Value) {
		told.Release()
		ui.send(app.LoadingChanged{})
		if answer.Get("kind").String() != "images" {
			ui.send(app.PointsUnread{Name: name, Reason: answer.Get("text").String()})
			return
		}
		bytes := ui.window.Get("Uint8Array").New(answer.Get("set"))
		set := make([]byte, bytes.Length())
		js.CopyBytesToGo(set, bytes)
		ui.send(app.ImagesDropped{Name: name, Set: set, Told: answer.Get("told").String()})
	}, func() {
		told.Release()
		ui.send(app.LoadingChanged{})
		ui.send(app.PointsUnread{Name: name, Reason: "the program that reads images has failed"})
	})
}
