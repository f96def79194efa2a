//go:build js && wasm

package dom

import (
	"slices"
	"strconv"
	"syscall/js"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// figure is a picture of the run to save: at some round steps, and the data beside them. The run goes to these steps and comes back.
type figure struct {
	kind    string // what is being made: "PNG", "SVG", "CSV", or nothing
	steps   []uint64
	shots   map[uint64]plot.Shot
	samples map[uint64][]float32
	columns int
}

// mountFigure mounts the menu's row of a figure's formats.
func (ui *UI) mountFigure(menu *element) {
	row := ui.make(menu, "div", attr{"class", "figure-row"}, attr{"role", "group"}, attr{"aria-label", "The run as a figure"})
	ui.makeText(row, "span", "The run as a figure")
	for _, kind := range []string{"PNG", "SVG", "CSV"} {
		b := ui.makeText(row, "button", kind, attr{"type", "button"}, attr{"class", "button small"}, attr{"id", "figure-" + kind},
			attr{"title", "Six pictures of the run at even distances, and the data: as " + kind})
		b.click(func() {
			ui.send(app.SheetClosed{})
			ui.film.begin(kind)
		})
	}
}

// begin sends the run to the figure's steps.
func (s *strip) begin(kind string) {
	m := s.ui.shown
	s.figure = figure{kind: kind, steps: plot.FigureSteps(m.Record.Last), shots: map[uint64]plot.Shot{}, samples: map[uint64][]float32{}}
	s.ui.send(app.TourWanted{Steps: s.figure.steps})
	if !s.ui.shown.Touring() { // it cannot go there now
		s.finish()
	}
}

// take keeps what a step of the figure shows.
func (f *figure) take(s *wire.Snapshot) {
	if f.kind == "" || !slices.Contains(f.steps, s.Step) {
		return
	}
	if shot, ok := plot.ShotOf(s); ok {
		f.shots[s.Step] = shot
	}
	for _, name := range []string{probe.Samples, probe.LineSamples} {
		if a := s.Array(name); len(a.Floats) > 0 {
			f.samples[s.Step], f.columns = slices.Clone(a.Floats), max(1, a.Dim(1))
		}
	}
}

// finish hands the reader the figure.
func (s *strip) finish() {
	f := s.figure
	s.figure = figure{}
	if f.kind == "CSV" {
		s.ui.download(app.SaveFile{Name: "ganvas-run.csv", Text: []byte(plot.FigureCSV(f.steps, f.samples, f.columns))})
		return
	}
	var pictures []plot.FigurePicture
	data, images := plot.Shot{}, false
	for _, step := range f.steps {
		shot, ok := f.shots[step]
		if !ok {
			continue
		}
		pictures = append(pictures, plot.FigurePicture{Source: s.pixels(&shot), Label: "step " + plot.Count(int(step))})
		if images = shot.Image.Len() > 0; shot.Line != nil {
			data.Line = &plot.LineShot{}
		}
	}
	if !images {
		pictures = append(pictures, plot.FigurePicture{Source: s.pixels(&data), Label: "data"})
	}
	text := plot.FigureSVG(plot.Light, pictures)
	if f.kind == "SVG" {
		s.ui.download(app.SaveFile{Name: "ganvas-run.svg", Text: []byte(text)})
		return
	}
	w, h := plot.FigureSize(len(pictures))
	s.ui.savePNG(text, w, h, "ganvas-run.png")
}

// figurePixels is how wide and high a figure's pictures are, in pixels: enough for print.
const figurePixels = 600

// pixels is a shot on paper, as an address of its pixels.
func (s *strip) pixels(shot *plot.Shot) string {
	c := s.ui.make(nil, "canvas")
	s.ui.bitmap(c, plot.Thumb(figurePixels, plot.Light, s.real, shot), figurePixels)
	return c.Call("toDataURL", "image/png").String()
}

// savePNG hands the reader an SVG of w by h CSS pixels as a picture on paper.
func (ui *UI) savePNG(text string, w, h float64, name string) {
	img := ui.window.Get("Image").New()
	ui.then(onceLoaded(img, "data:image/svg+xml;charset=utf-8,"+ui.window.Call("encodeURIComponent", text).String()), func(js.Value) {
		canvas := ui.make(nil, "canvas", attr{"width", strconv.Itoa(int(pngScale * w))}, attr{"height", strconv.Itoa(int(pngScale * h))})
		canvas.Call("getContext", "2d").Call("drawImage", img, 0, 0, pngScale*w, pngScale*h)
		link := ui.make(nil, "a", attr{"href", canvas.Call("toDataURL", "image/png").String()}, attr{"download", name})
		link.Call("click")
	}, func() {})
}
