//go:build js && wasm

package dom

import "ganvas/ui/app"

// loading is what is being waited for, over the plane. The page shows the same elements before this program runs.
type loading struct{ box, what, bar *element }

func newLoading(ui *UI) loading {
	return loading{ui.find("loading"), ui.find("loading-what"), ui.find("loading-bar")}
}

func (l loading) render(m app.Model) {
	l.box.hide(m.Loading.What == "")
	if m.Loading.What == "" {
		return
	}
	l.what.write(m.Loading.What)
	if m.Loading.Done < 0 {
		l.bar.Call("removeAttribute", "value")
		return
	}
	l.bar.Value.Set("value", m.Loading.Done)
}
