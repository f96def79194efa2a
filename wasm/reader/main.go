//go:build js && wasm

// Reader is the program for what few visits need: it reads the tables (core/table) and the images (core/imagefile) that people have, and draws
// links as codes for cameras (ui/qr), and it is the laboratory of two samples (core/twosample). It is loaded where somebody brings a file or asks for a code, in a Worker of its own, so that no other visit
// pays for it and no page stands still: see askReader in assets/load.js.
//
// It hears one message, or, of the laboratory, many (see bench). {table: ArrayBuffer} is answered with {kind: "table", text: ArrayBuffer, told: text}, the points as data.CSV reads them
// and what is to be said of them; {images: [File, ...]}, all files of one set, with {kind: "images", set: ArrayBuffer, told: text}, the set as
// imageset.Parse reads it, after some {kind: "progress", done, total} in images; {link: text} with {kind: "code", svg: text}; each with
// {kind: "error", text: text} where it cannot.
package main

import (
	"bytes"
	"fmt"
	"strings"
	"syscall/js"

	"ganvas/core/table"
	"ganvas/ui/qr"
)

func main() {
	scope := js.Global()
	heard := func(data js.Value) {
		if data.Get("laboratory").Truthy() {
			if err := experiment(data); err != nil {
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
	text, told, err := read(message.Get("table"))
	if err != nil {
		return nil, err
	}
	return map[string]any{"kind": "table", "text": bytesToJS(text), "told": told}, nil
}

// bytesToJS is bytes as an ArrayBuffer.
func bytesToJS(b []byte) js.Value {
	array := js.Global().Get("Uint8Array").New(len(b))
	js.CopyBytesToJS(array, b)
	return array.Get("buffer")
}

// read takes a table's points as its guess has them.
func read(buffer js.Value) (text []byte, told string, err error) {
	b := make([]byte, buffer.Get("byteLength").Int())
	js.CopyBytesToGo(b, js.Global().Get("Uint8Array").New(buffer))
	t, err := table.Read(bytes.NewReader(b), table.Options{})
	if err != nil {
		return nil, "", err
	}
	if t.Guess.Y < 0 {
		return nil, "", t.Lacking()
	}
	p, err := t.Points(t.Guess)
	if err != nil {
		return nil, "", err
	}
	if p.Rows < 2 && p.Left.Others > 0 {
		return nil, "", &p.Left.First
	}
	return p.Text(), say(t, p), nil
}

// say is what was read of a table, in words.
func say(t *table.Table, p *table.Points) string {
	parts := []string{fmt.Sprintf("%d points of %s and %s", p.Rows, p.Names[0], p.Names[1])}
	if p.Labels != nil {
		parts[0] += fmt.Sprintf(", in %d classes by %s", len(p.Classes), p.ClassName)
	}
	if n := p.Left.Total(); n > 0 {
		parts = append(parts, fmt.Sprintf("%d rows are left out", n))
	}
	for _, n := range t.Notes {
		parts = append(parts, strings.TrimSuffix(n.Text, "."))
	}
	return strings.Join(parts, ". ") + "."
}
