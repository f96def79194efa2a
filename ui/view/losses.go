package view

import (
	"ganvas/core/wire"
	"ganvas/ui/plot"

	"github.com/hajimehoshi/ebiten/v2"
)

// Losses is the chart of both players' losses over the steps.
type Losses struct {
	Options plot.LossOptions
	chart   chart
}

// Draw implements Panel.
func (l *Losses) Draw(dst *ebiten.Image, s *wire.Snapshot, look Look) {
	l.chart.draw(dst, look, plot.Losses(traceOf(s), look.Theme, l.Options))
}

// Verdicts is the chart of what D says, on average, of real and of generated samples.
type Verdicts struct{ chart chart }

// Draw implements Panel.
func (v *Verdicts) Draw(dst *ebiten.Image, s *wire.Snapshot, look Look) {
	v.chart.draw(dst, look, plot.Verdicts(traceOf(s), look.Theme))
}

func traceOf(s *wire.Snapshot) wire.Trace {
	if s == nil {
		return wire.Trace{}
	}
	return s.Trace
}

// chart draws a plot.Chart.
type chart struct {
	brush brush
	marks plot.Geometry
}

func (c *chart) draw(dst *ebiten.Image, look Look, k plot.Chart) {
	t := look.Theme
	dst.Fill(page(t))
	f := k.Frame(size(dst, look))
	o := dst.Bounds().Min

	c.marks.LevelLines(f, t.Grid.Alpha(1))
	c.marks.Border(f, t.Rule.Alpha(1))
	c.marks.TickMarks(f, t.Rule.Alpha(1))
	c.brush.paint(dst, o, &c.marks)
	c.marks.Reset()

	c.marks.References(f, k)
	c.marks.Curves(f, k)
	c.brush.paint(inside(dst, f), o, &c.marks)
	c.marks.Reset()
}
