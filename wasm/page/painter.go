//go:build js && wasm

package page

import (
	"ganvas/core/form"
	"ganvas/core/picture"
	"syscall/js"

	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/dom"
)

// painter is this program once more, beside the page, drawing in its place since the browser has taken the page's own graphics:
// see assets/paint.js. All it needs to know of the page travels through port.
type painter struct {
	port  js.Value
	model app.Model // what is shown, as far as pictures depend on it
	text  string    // the model's Spec
}

// paint draws for as long as the graphics last, and does not return.
func paint(window, stage, port js.Value) {
	p := &painter{port: port}
	pictures := newPictures(window, stage)
	pictures.onDrawn = func() { port.Call("drawn") }
	port.Set("place", js.FuncOf(func(_ js.Value, args []js.Value) any {
		pictures.place(readRects(args[0]))
		return nil
	}))
	port.Set("show", js.FuncOf(func(_ js.Value, args []js.Value) any {
		p.take(args[0].String(), args[1].Int(), args[2].Bool(), args[3].Float(), args[4])
		pictures.show(p.model)
		return nil
	}))
	pictures.begin()
	port.Call("ready")
	if err := pictures.run(); err != nil {
		port.Call("failed", err.Error())
	}
	select {}
}

// take takes what is to be shown; a snapshot that is null is the last one.
func (p *painter) take(spec string, layers int, night bool, reach float64, snapshot js.Value) {
	if spec != p.text {
		if s, err := form.Parse(spec); err == nil {
			p.text, p.model.Spec = spec, s
		}
	}
	p.model.Layers, p.model.Reach.Of, p.model.Theme = picture.Layers(layers), reach, app.Light
	if night {
		p.model.Theme = app.Dark
	}
	if snapshot.IsNull() {
		return
	}
	b := make([]byte, snapshot.Get("length").Int())
	js.CopyBytesToGo(b, snapshot)
	if s, err := wire.DecodeSnapshot(b); err == nil {
		p.model.Snapshot = s
	}
}

// proxy is the page's side: it tells a painter what to draw.
type proxy struct {
	port  js.Value // or undefined where the page draws itself
	shown *wire.Snapshot
	bytes []byte
}

func (p *proxy) place(rects []dom.PanelRect) { p.port.Call("place", writeRects(rects)) }

func (p *proxy) show(m app.Model) {
	snapshot := js.Null()
	if m.Snapshot != nil && m.Snapshot != p.shown {
		p.shown = m.Snapshot
		p.bytes = m.Snapshot.Encode(p.bytes[:0])
		snapshot = js.Global().Get("Uint8Array").New(len(p.bytes))
		js.CopyBytesToJS(snapshot, p.bytes)
	}
	p.port.Call("show", m.Spec.String(), int(m.Layers), m.Night(), m.Reach.Of, snapshot)
}

// writeRects is a list of rectangles as an array of five values each.
func writeRects(rects []dom.PanelRect) []any {
	var list []any
	for _, r := range rects {
		list = append(list, r.Name, r.X, r.Y, r.W, r.H)
	}
	return list
}

func readRects(list js.Value) (rects []dom.PanelRect) {
	for i := 0; i+4 < list.Length(); i += 5 {
		at := func(k int) float64 { return list.Index(i + k).Float() }
		rects = append(rects, dom.PanelRect{Name: list.Index(i).String(), X: at(1), Y: at(2), W: at(3), H: at(4)})
	}
	return rects
}
