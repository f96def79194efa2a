//go:build js && wasm

package dom

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"syscall/js"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/control"
	"ganvas/ui/plot"
)

// charts is the curves. They are drawn as SVG, which needs no graphics card and prints; one cursor hangs in all of them.
type charts struct {
	ui      *UI
	all     []*chart
	cursor  float64 // a step, or NaN
	options plot.ChartOptions
	watched string
	theme   string
	due     float64 // milliseconds from which they may be drawn again
	waiting bool
	trace   *wire.Snapshot
	again   js.Func
}

// chartsEvery is how many milliseconds lie between two drawings of the curves: often enough to see them move, and cheap.
const chartsEvery = 160

// chart is one of them.
type chart struct {
	control.Chart
	figure, panel *element
	caption       *element
	choice        *element // of what it shows, where the reader has one
	offered       string   // the choices
	keys          []string // the curves that the caption names, with their hues
	values        []*element
	size          plot.Size
	drawn         plot.Chart
	text          string
}

func newCharts(ui *UI) *charts {
	cs := &charts{ui: ui, cursor: math.NaN()}
	for _, c := range control.Charts {
		v := ui.document.Call("querySelector", `[data-chart="`+c.Key+`"]`)
		if !v.IsNull() {
			cs.all = append(cs.all, cs.mount(&element{Value: v}, c))
		}
	}
	cs.again = js.FuncOf(func(js.Value, []js.Value) any {
		cs.waiting = false
		cs.draw()
		return nil
	})
	return cs
}

func (cs *charts) mount(figure *element, c control.Chart) *chart {
	k := &chart{Chart: c, figure: figure}
	k.caption = cs.ui.make(figure, "figcaption")
	var title *element
	if c.Key == control.WatchedChart {
		cs.mountChoice(k)
	} else {
		title = cs.ui.makeText(k.caption, "h2", c.Title)
	}
	if c.Unit != "" {
		cs.ui.makeText(title, "span", " "+c.Unit, attr{"class", "unit"})
	}
	k.panel = cs.ui.make(figure, "div", attr{"class", "panel"}, attr{"data-panel", c.Key}, attr{"role", "img"}, attr{"aria-label", c.Title})
	cs.listen(k)
	return k
}

// name writes the curves' names into the caption, where others stand, and hides the figure of a chart that has none.
func (cs *charts) name(c *chart, theme plot.Theme) {
	var keys []string
	for _, k := range c.drawn.Curves {
		keys = append(keys, k.Name+" "+control.Hue(k, theme))
	}
	c.figure.hide(len(keys) == 0)
	if slices.Equal(keys, c.keys) {
		return
	}
	for _, v := range c.values {
		v.Get("parentElement").Call("remove")
	}
	c.keys, c.values = keys, nil
	for _, k := range c.drawn.Curves {
		key := cs.ui.make(c.caption, "span", attr{"class", "key"}, attr{"data-hue", control.Hue(k, theme)})
		if k.Dashed {
			key.set("data-dashed", "")
		}
		name := cs.ui.make(key, "span")
		for i, part := range strings.Split(k.Name, "_") {
			if i == 0 {
				cs.ui.makeText(name, map[bool]string{true: "i", false: "span"}[strings.Contains(k.Name, "_")], part)
			} else {
				cs.ui.makeText(name, "sub", part)
			}
		}
		c.values = append(c.values, cs.ui.make(key, "b"))
	}
}

// runOf is what charts show of a model.
func runOf(m *app.Model) control.Run {
	r := control.Run{Trace: m.Trace(), Spec: &m.Spec, Paces: m.Paces, Readings: m.Record.Readings, Last: m.Record.Last, Watched: m.Watched, Norms: m.Offers(probe.Norms)}
	if m.Snapshot != nil {
		r.Measures = m.Snapshot.Measures
	}
	return r
}

// point hangs the cursor at a step in all charts.
func (cs *charts) point(step float64) {
	cs.cursor = step
	cs.draw()
}

func (cs *charts) place(rects []PanelRect) {
	letters := 1.0
	if fs := cs.ui.window.Call("getComputedStyle", cs.ui.document.Get("documentElement")).Get("fontSize").String(); strings.HasSuffix(fs, "px") {
		letters = parsePixels(fs) / 16
	}
	for _, c := range cs.all {
		c.size = sizeOf(rects, c.Key)
		c.size.Scale = letters
	}
	cs.draw()
}

func (cs *charts) render(m app.Model) {
	theme := plot.Light
	if m.Night() {
		theme = plot.Dark
	}
	if m.Snapshot == cs.trace && theme.Key == cs.theme && m.Curves == cs.options && m.Watched == cs.watched {
		return
	}
	cs.trace, cs.theme, cs.options, cs.watched = m.Snapshot, theme.Key, m.Curves, m.Watched
	if cs.waiting {
		return
	}
	now := cs.ui.window.Get("performance").Call("now").Float()
	if now < cs.due {
		cs.waiting = true
		cs.ui.window.Call("setTimeout", cs.again, cs.due-now)
		return
	}
	cs.draw()
}

// draw draws all charts that can be seen.
func (cs *charts) draw() {
	m := cs.ui.shown
	if m.Snapshot == nil {
		return
	}
	cs.due = cs.ui.window.Get("performance").Call("now").Float() + chartsEvery
	theme := plot.Light
	if m.Night() {
		theme = plot.Dark
	}
	for _, c := range cs.all {
		c.drawn = c.Of(runOf(&m), theme)
		cs.name(c, theme)
		cs.choose(c, m)
		if c.size.W < 40 || c.size.H < 40 {
			continue
		}
		c.drawn.ChartOptions, c.drawn.Horizon, c.drawn.Events = cs.options, horizon(m), control.ChartEvents(m.Record)
		cursor := math.Min(cs.cursor, math.Max(1, float64(m.Record.Last)))
		if cursor != cursor && m.Record.Last > m.Step() { // the run stands at an earlier step
			cursor = math.Max(1, float64(m.Step()))
		}
		if text := c.drawn.SVG(c.size, theme, cursor); text != c.text {
			c.text = text
			c.panel.Set("innerHTML", text)
		}
		c.read(cursor, m)
	}
}

// read writes the curves' values at the cursor, or their last ones, into the caption.
func (c *chart) read(cursor float64, m app.Model) {
	at := cursor
	if at != at {
		at = math.Inf(1)
	}
	says := c.title(m) + ", at step " + stepText(m)
	for i := range c.drawn.Curves {
		text := "–"
		if v := c.drawn.Value(i, math.Min(at, 1e9)); v == v {
			text = control.CurveNumber(v)
		}
		c.values[i].write(text)
		says += ", " + strings.ReplaceAll(c.drawn.Curves[i].Name, "_", " ") + " " + text
	}
	c.panel.set("aria-label", says)
}

// picture is the charts that can be seen, one below the other under their titles, as SVG in the light theme.
func (cs *charts) picture() (text string, w, h float64) {
	const title = 26
	for _, c := range cs.all {
		if c.size.W < 40 || c.size.H < 40 {
			continue
		}
		drawn := c.Of(runOf(&cs.ui.shown), plot.Light)
		drawn.ChartOptions, drawn.Horizon, drawn.Events = cs.options, horizon(cs.ui.shown), control.ChartEvents(cs.ui.shown.Record)
		text += `<text x="8" y="` + strconv.FormatFloat(h+18, 'f', 0, 64) + `" font-family="system-ui, sans-serif" font-size="15" font-weight="600">` + c.title(cs.ui.shown) + `</text>` +
			`<svg y="` + strconv.FormatFloat(h+title, 'f', 0, 64) + `" ` + strings.TrimPrefix(drawn.SVG(c.size, plot.Light, math.NaN()), "<svg ")
		w, h = math.Max(w, c.size.W), h+title+c.size.H
	}
	size := `width="` + strconv.FormatFloat(w, 'f', 0, 64) + `" height="` + strconv.FormatFloat(h, 'f', 0, 64) + `"`
	return `<svg xmlns="http://www.w3.org/2000/svg" ` + size + `><rect width="100%" height="100%" fill="#fff"/>` + text + `</svg>`, w, h
}
