//go:build js && wasm

package dom

import (
	"math"
	"syscall/js"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// strip is small pictures of the way, side by side, each at its steps. They are drawn from the Snapshots that the page has shown, once each: when
// the run is past its middle, and again where a nearer one has come and the run stands.
type strip struct {
	ui     *UI
	canvas *element
	film   plot.Film
	way    int // of the record that the film is of
	last   *wire.Snapshot
	along  string // the axes that the film is along
	axis   plot.Time
	cells  []plot.Cell
	drawn  []drawnCell
	side   int // of a picture, in device pixels
	real   []uint8
	theme  string
	figure figure
}

// drawnCell is what a cell's picture shows.
type drawnCell struct {
	frame, shot bool // anything at all, and a shot
	step        uint64
}

func newStrip(ui *UI, box *element) *strip {
	return &strip{ui: ui, canvas: ui.make(box, "canvas", attr{"class", "strip"}, attr{"aria-hidden", "true"})}
}

// gap is how many CSS pixels lie between two pictures.
const gap = 8

func (s *strip) lay(axis plot.Time, width float64) {
	side := s.canvas.Get("clientHeight").Float()
	if side == 0 {
		return
	}
	ratio := s.ui.window.Get("devicePixelRatio").Float()
	s.axis, s.cells, s.side = axis, axis.Cells(width, side, gap), int(math.Round(side*ratio))
	s.canvas.Value.Set("width", int(math.Round(width*ratio)))
	s.canvas.Value.Set("height", s.side)
	s.drawn = make([]drawnCell, len(s.cells))
	for i := range s.cells {
		s.cells[i].X *= ratio
	}
}

func (s *strip) render(m app.Model) {
	if m.Record.Way != s.way {
		s.way = m.Record.Way
		s.film.Before(m.Record.Since)
		s.drawn = make([]drawnCell, len(s.cells))
	}
	if axes := m.ShownAxes(); axes != s.along { // other pictures
		s.along, s.film, s.last = axes, plot.Film{}, nil
		s.drawn = make([]drawnCell, len(s.cells))
	}
	s.take(m)
	theme := plot.Light
	if m.Night() {
		theme = plot.Dark
	}
	if s.theme != theme.Key {
		s.theme, s.drawn = theme.Key, make([]drawnCell, len(s.cells))
	}
	for i, c := range s.cells {
		shot, ok := s.film.Of(c)
		ok = ok && (c.Step <= m.Record.Last || !m.Playing)
		if !ok && c.Step <= m.Record.Last { // the run was faster than its pictures
			shot, ok = s.film.Nearest(c.Step)
		}
		d := s.drawn[i]
		if d.frame && !d.shot && !ok || d.shot && ok && (shot.Step == d.step || m.Playing) {
			continue
		}
		s.drawn[i] = drawnCell{true, ok, shot.Step}
		if ok {
			s.draw(c, theme, &shot)
		} else {
			s.draw(c, theme, nil)
		}
	}
}

// take keeps a shot of what has come.
func (s *strip) take(m app.Model) {
	now := m.Passing()
	if now == s.last || now == nil || now.Step > m.Record.Last {
		return
	}
	s.last = now
	s.figure.take(now)
	if s.figure.kind != "" && !m.Touring() {
		defer s.finish()
	}
	if !s.film.Wants(now.Step, s.axis) {
		return
	}
	if shot, ok := plot.ShotOf(now); ok {
		s.real = plot.Small(plot.WindowOf(now), now.Floats(probe.Real))
		if shot.Line != nil {
			s.real = plot.SmallLine(now)
		}
		s.film.Add(shot)
	}
}

func (s *strip) draw(c plot.Cell, theme plot.Theme, shot *plot.Shot) {
	pixels := plot.Thumb(s.side, theme, s.real, shot)
	bytes := s.ui.window.Get("Uint8ClampedArray").New(len(pixels))
	js.CopyBytesToJS(bytes, pixels)
	image := s.ui.window.Get("ImageData").New(bytes, s.side, s.side)
	s.canvas.Call("getContext", "2d").Call("putImageData", image, math.Round(c.X), 0)
}
