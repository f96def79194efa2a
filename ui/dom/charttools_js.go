//go:build js && wasm

package dom

import (
	"strconv"
	"syscall/js"

	"ganvas/ui/app"
	"ganvas/ui/control"
	"ganvas/ui/plot"
)

// chartTools are how charts are looked at, and what can be taken away of them.
type chartTools struct {
	ui                       *UI
	root, linear, plain, log *element
	smooth                   *element
}

func newChartTools(ui *UI) *chartTools {
	t := &chartTools{ui: ui}
	box := ui.find("chart-tools")
	choice := func(box *element, text string, change func(*plot.ChartOptions)) *element {
		b := ui.makeText(box, "button", text, attr{"type", "button"})
		b.click(func() {
			o := ui.shown.Curves
			change(&o)
			ui.send(app.CurvesTurned{ChartOptions: o})
		})
		return b
	}
	time := ui.make(box, "div", attr{"class", "switch"}, attr{"role", "group"}, attr{"aria-label", "Axis of steps"})
	t.root = choice(time, "√ steps", func(o *plot.ChartOptions) { o.Linear = false })
	t.linear = choice(time, "linear", func(o *plot.ChartOptions) { o.Linear = true })
	values := ui.make(box, "div", attr{"class", "switch"}, attr{"role", "group"}, attr{"aria-label", "Axis of values"})
	t.plain = choice(values, "values", func(o *plot.ChartOptions) { o.Log = false })
	t.log = choice(values, "log", func(o *plot.ChartOptions) { o.Log = true })
	ui.makeText(box, "label", "Smoothing", attr{"for", "smoothing"})
	t.smooth = ui.make(box, "select", attr{"id", "smoothing"})
	for _, n := range []int{0, 5, 12, 30} {
		ui.makeText(t.smooth, "option", map[bool]string{true: "none", false: strconv.Itoa(n)}[n == 0], attr{"value", strconv.Itoa(n)})
	}
	t.smooth.on("change", func(js.Value) {
		o := ui.shown.Curves
		o.Smooth, _ = strconv.Atoi(t.smooth.value())
		ui.send(app.CurvesTurned{ChartOptions: o})
	})
	csv := ui.makeText(box, "button", "Save CSV", attr{"type", "button"}, attr{"class", "button small"}, attr{"id", "save-csv"})
	csv.click(func() { ui.download(app.SaveFile{Name: "ganvas-curves.csv", Text: []byte(t.table())}) })
	png := ui.makeText(box, "button", "Save PNG", attr{"type", "button"}, attr{"class", "button small"}, attr{"id", "save-png"})
	png.click(t.savePNG)
	return t
}

func (t *chartTools) render(m app.Model) {
	t.root.set("aria-pressed", strconv.FormatBool(!m.Curves.Linear))
	t.linear.set("aria-pressed", strconv.FormatBool(m.Curves.Linear))
	t.plain.set("aria-pressed", strconv.FormatBool(!m.Curves.Log))
	t.log.set("aria-pressed", strconv.FormatBool(m.Curves.Log))
	t.smooth.hold(strconv.Itoa(m.Curves.Smooth))
}

// table is all curves as one table.
func (t *chartTools) table() string {
	m := t.ui.shown
	trace := m.Trace()
	all := plot.Chart{Stride: trace.Stride}
	for _, c := range control.Charts {
		all.Curves = append(all.Curves, c.Of(runOf(&m), plot.Light).Curves...)
	}
	return all.CSV()
}

// pngScale is how many pixels of a saved picture make one of the page's: enough for print.
const pngScale = 3

// savePNG hands the reader the charts that can be seen, one below the other, as one picture on paper.
func (t *chartTools) savePNG() {
	window := t.ui.window
	text, w, h := t.ui.charts.picture()
	if w == 0 {
		return
	}
	img := window.Get("Image").New()
	t.ui.then(onceLoaded(img, "data:image/svg+xml;charset=utf-8,"+window.Call("encodeURIComponent", text).String()), func(js.Value) {
		canvas := t.ui.make(nil, "canvas", attr{"width", strconv.Itoa(int(pngScale * w))}, attr{"height", strconv.Itoa(int(pngScale * h))})
		canvas.Call("getContext", "2d").Call("drawImage", img, 0, 0, pngScale*w, pngScale*h)
		link := t.ui.make(nil, "a", attr{"href", canvas.Call("toDataURL", "image/png").String()}, attr{"download", "ganvas-curves.png"})
		link.Call("click")
	}, func() {})
}

// onceLoaded gives an image its source, and is the promise that it has been read.
func onceLoaded(img js.Value, source string) js.Value {
	img.Set("src", source)
	return img.Call("decode")
}
