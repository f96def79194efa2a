//go:build js && wasm

package dom

import "ganvas/ui/app"

// loading is what is being waited for, over the plane. The page shows the same elements before this program runs.
type loading struct{ box, what, bar, stop *element }

func newLoading(ui *UI) loading {
	l := loading{box: ui.find("loading"), what: ui.find("loading-what"), bar: ui.find("loading-bar")}
	l.stop = ui.makeText(l.box, "button", "Cancel", attr{"type", "button"}, attr{"class", "button"}, attr{"id", "loading-stop"})
	l.stop.click(func() { ui.tables.cancel() })
	return l
}

func (l loading) render(m app.Model) {
	l.box.hide(m.Loading.What == "")
	if m.Loading.What == "" {
		return
	}
	l.what.write(m.Loading.What)
	l.stop.hide(!m.Loading.Stops)
	if m.Loading.Done < 0 {
		l.bar.Call("removeAttribute", "value")
		return
	}
	l.bar.Value.Set("value", m.Loading.Done)
}
