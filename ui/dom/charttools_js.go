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
	smooth, span             *element
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
	t.mountSpan(box)
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
	value := "all"
	if m.Curves.To > 0 {
		value = "chosen"
	}
	t.span.hold(value)
}

// spans are the parts of a run that a choice looks at, from and to as shares of it. A drag over a chart looks at any other.
var spans = []struct {
	key, label string
	from, to   float64
}{{"all", "all steps", 0, 0}, {"begin", "first tenth", 0, .1}, {"half", "last half", .5, 1}, {"tenth", "last tenth", .9, 1}, {"chosen", "a part", 0, 0}}

func (t *chartTools) mountSpan(box *element) {
	t.ui.makeText(box, "label", "Show", attr{"for", "span"})
	t.span = t.ui.make(box, "select", attr{"id", "span"}, attr{"title", "Drag over a chart to look at a part of the run; double-click to look at all."})
	for _, s := range spans {
		o := t.ui.makeText(t.span, "option", s.label, attr{"value", s.key})
		o.hide(s.key == "chosen")
	}
	t.span.on("change", func(js.Value) {
		m := t.ui.shown
		for _, s := range spans {
			if s.key == t.span.value() {
				all := float64(m.Record.Last)
				t.ui.send(app.CurvesTurned{ChartOptions: m.Curves.Looked(s.from*all, s.to*all)})
			}
		}
	})
}

// table is all curves as one table.
func (t *chartTools) table() string {
	m := t.ui.shown
	trace := m.Trace()
	all := plot.Chart{Stride: trace.Stride}
	for _, c := range control.Charts {
		curves := c.Of(runOf(&m), plot.Light).Curves
		if c.Key == control.WatchedChart {
			for i, key := range runOf(&m).ChosenKeys() {
				curves[i].Name = key
			}
		}
		all.Curves = append(all.Curves, curves...)
	}
	return all.CSV()
}

// pngScale is how many pixels of a saved picture make one of the page's: enough for print.
const pngScale = 3

// savePNG hands the reader the charts that can be seen, one below the other, as one picture on paper.
func (t *chartTools) savePNG() {
	if text, w, h := t.ui.charts.picture(); w > 0 {
		t.ui.savePNG(text, w, h, "ganvas-curves.png")
	}
}

// onceLoaded gives an image its source, and is the promise that it has been read.
func onceLoaded(img js.Value, source string) js.Value {
	img.Set("src", source)
	return img.Call("decode")
}
