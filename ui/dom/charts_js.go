//go:build js && wasm

package dom

import (
	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/control"
	"ganvas/ui/plot"
)

// charts is the text over the curves: axes, and the values under the pointer.
type charts struct{ all []*chart }

// chart is one of them.
type chart struct {
	name    string
	curves  []string // what they are called, in the order of the plot.Chart
	of      func(app.Model) plot.Chart
	ticks   *ticks
	reading *element
	pointer pointer
	size    plot.Size
	drawn   plot.Chart
	frame   plot.Frame
	trace   *wire.Snapshot // what drawn was made of
	resized bool
}

func newCharts(ui *UI) *charts {
	losses := func(m app.Model) plot.Chart {
		return plot.Losses(m.Snapshot.Trace, plot.Light, control.LossOptions(&m.Spec))
	}
	verdicts := func(m app.Model) plot.Chart { return plot.Verdicts(m.Snapshot.Trace, plot.Light) }
	return &charts{[]*chart{
		newChart(ui, "losses", []string{"D", "G"}, losses),
		newChart(ui, "verdicts", []string{"real", "generated"}, verdicts),
	}}
}

func newChart(ui *UI, name string, curves []string, of func(app.Model) plot.Chart) *chart {
	panel := ui.panel(name)
	c := &chart{name: name, curves: curves, of: of, ticks: newTicks(ui, panel), reading: ui.find("reading-" + name)}
	c.pointer.watch(panel, c.read)
	return c
}

func (cs *charts) place(rects []PanelRect) {
	for _, c := range cs.all {
		c.size, c.resized = sizeOf(rects, c.name), true
	}
}

func (cs *charts) render(m app.Model) {
	for _, c := range cs.all {
		c.render(m)
	}
}

func (c *chart) render(m app.Model) {
	if m.Snapshot == nil || c.size.W == 0 || m.Snapshot == c.trace && !c.resized {
		return
	}
	c.trace, c.resized = m.Snapshot, false
	c.drawn = c.of(m)
	c.frame = c.drawn.Frame(c.size)
	c.ticks.show(c.frame, plot.Labelled(c.size))
	c.read()
}

func (c *chart) read() {
	text := ""
	if c.pointer.there && c.trace != nil {
		text = curveReading(c.drawn, c.frame, c.curves, c.pointer.x, c.pointer.y)
	}
	c.reading.write(text)
}
