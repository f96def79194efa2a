//go:build js && wasm

// Reader is the program for what few visits need: it reads the tables (core/table) and the images (core/imagefile) that people have, and draws
// links as codes for cameras (ui/qr), and it is the laboratory of two samples (core/twosample). It is loaded only where one of these is asked for, in a
// Worker of its own, so that no other visit pays for it and no page stands still: see openReader in assets/load.js.
//
// {images: [File, ...]}, all files of one set, is answered with {kind: "images", set: ArrayBuffer, told: text}, the set as imageset.Parse reads it,
// after some {kind: "progress", done, total} in images; {link: text} with {kind: "code", svg: text}; each with {kind: "error", text: text} where
// it cannot.
//
// {table: File or ArrayBuffer, name, choose} begins a conversation. After some {kind: "progress", done, total} in bytes it is answered with {kind: "points", text:
// ArrayBuffer, rows, told, usual}, the points as data.CSV reads them, what is to be said of them and the Spec that they are usually learnt with; or, where the reader is to choose, with {kind: "table",
// parts, ready}, the dialog of package preview, at first with its style and frame. So is {say: text}, a button's; {use: true} asks for the points.
// What the laboratory hears is said at bench.
package main

import (
	"errors"
	"syscall/js"

	"ganvas/ui/qr"
)

func main() {
	scope := js.Global()
	heard := func(data js.Value) {
		if data.Get("laboratory").Truthy() {
			if err := hear(data); err != nil {
				scope.Call("postMessage", map[string]any{"kind": "error", "text": err.Error()})
			}
			return
		}
		answer, err := answer(data)
		if err != nil {
			answer = map[string]any{"kind": "error", "text": err.Error()}
		}
		scope.Call("postMessage", js.ValueOf(answer))
	}
	scope.Set("onmessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		heard(args[0].Get("data"))
		return nil
	}))
	for inbox := scope.Get("inbox"); inbox.Length() > 0; {
		heard(inbox.Call("shift").Get("data"))
	}
	select {}
}

// answer is what a message is answered with.
func answer(message js.Value) (map[string]any, error) {
	if link := message.Get("link"); link.Truthy() {
		svg, err := qr.SVG(link.String())
		return map[string]any{"kind": "code", "svg": svg}, err
	}
	if images := message.Get("images"); images.Truthy() {
		return readImages(images)
	}
	if file := message.Get("table"); file.Truthy() {
		return talk.open(file, message.Get("name").String(), message.Get("choose").Truthy())
	}
	if talk.table == nil {
		return nil, errors.New("no table is open")
	}
	if say := message.Get("say"); say.Truthy() {
		return talk.hear(say.String())
	}
	return talk.use()
}

// talk is the conversation about a table.
var talk conversation

// bytesToJS is bytes as an ArrayBuffer.
func bytesToJS(b []byte) js.Value {
	array := js.Global().Get("Uint8Array").New(len(b))
	js.CopyBytesToJS(array, b)
	return array.Get("buffer")
}
