// Package paper draws a run's plane and curves where there is no browser: as SVG, PDF or PNG, for posters, figures of notes and papers. The geometry and
// the colours are ui/plot's, as on the page; what writes the formats is gonum's vg. The package is for programs that authors run: the page does not
// hold it.
//
// Lengths are CSS pixels with y down, as in ui/plot; a pixel is three quarters of a point.
package paper

import (
	"fmt"
	"io"
	"math"
	"slices"

	"ganvas/core/experiment"
	"ganvas/core/picture"
	"ganvas/core/wire"
	"ganvas/ui/control"
	"ganvas/ui/plot"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgpdf"
	"gonum.org/v1/plot/vg/vgsvg"
)

// Plane is the key of the panel that shows the plane; the others are those of control.Charts.
const Plane = "plane"

// Figure is a picture of a run.
type Figure struct {
	Snapshot *wire.Snapshot // with what never changes, and the probes that Layers need
	Spec     experiment.Spec
	Theme    plot.Theme
	Panels   []string       // Plane, or keys of control.Charts, from the top down
	Layers   picture.Layers // of the plane
	Width    float64
}

// Panels are the keys that a figure's Panels may have.
func Panels() []string {
	keys := []string{Plane}
	for _, c := range control.Charts {
		keys = append(keys, c.Key)
	}
	return keys
}

// chartRatio is a chart's height in shares of its width, and titleRoom the height of the line above it.
const (
	chartRatio = 0.32
	titleRoom  = 26
)

// Size is how large the figure is.
func (f Figure) Size() (w, h float64) {
	for _, p := range f.Panels {
		h += f.tall(p)
	}
	return f.Width, h
}

func (f Figure) tall(panel string) float64 {
	if panel == Plane {
		return f.Width
	}
	return math.Round(f.Width*chartRatio) + titleRoom
}

// Formats are what Write can write.
var Formats = []string{"svg", "pdf", "png"}

// pixelsPerInch is how fine a PNG is: two of its pixels to one of CSS.
const pixelsPerInch = 192

// Write writes the figure in one of Formats.
func (f Figure) Write(w io.Writer, format string) error {
	_, onLine := plot.LineOf(f.Snapshot, plot.Size{W: 1, H: 1})
	if w := plot.WindowOf(f.Snapshot); slices.Contains(f.Panels, Plane) && !(w.X1 > w.X0) && !onLine {
		return fmt.Errorf("panels: %q is not allowed; this experiment is in no plane", Plane)
	}
	width, height := f.Size()
	x, y := points(width), points(height)
	var c interface {
		vg.Canvas
		io.WriterTo
	}
	fine := 0.5
	switch format {
	case "svg":
		c = vgsvg.New(x, y)
	case "pdf":
		c = vgpdf.New(x, y)
	case "png":
		fine = pixelsPerInch / 96
		c = vgimg.PngCanvas{Canvas: vgimg.NewWith(vgimg.UseWH(x, y), vgimg.UseDPI(pixelsPerInch), vgimg.UseBackgroundColor(solid(f.Theme.Page)))}
	default:
		return fmt.Errorf("the format %q is not known; give one of %v", format, Formats)
	}
	p := pen{c, height, fine}
	p.rect(0, 0, width, height, solid(f.Theme.Page))
	if slices.Contains(f.Panels, Plane) {
		f.plane(p.at(f.top(Plane)), width)
	}
	for _, k := range control.Charts {
		if slices.Contains(f.Panels, k.Key) {
			f.chart(p.at(f.top(k.Key)), k, width, f.tall(k.Key))
		}
	}
	_, err := c.WriteTo(w)
	return err
}

// top is where a panel begins.
func (f Figure) top(panel string) (y float64) {
	for _, p := range f.Panels[:slices.Index(f.Panels, panel)] {
		y += f.tall(p)
	}
	return y
}
