package view

import (
	"ganvas/core/picture"
	"image"
	"math"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/plot"

	"github.com/hajimehoshi/ebiten/v2"
)

// Distribution is the plane where two clouds fight. Of a Dirac-GAN, whose snapshots have a trajectory, it shows the phase portrait instead.
type Distribution struct {
	Shown

	brush   brush
	field   fieldImage
	density fieldImage // of the model
	marks   plot.Geometry
	astray  plot.Astray
	flat    []float32
	bent    []float32
}

// Choose implements Panel.
func (d *Distribution) Choose(s Shown) bool {
	changed := !d.Shown.equal(s)
	d.Shown = s
	return changed
}

// Draw implements Panel.
func (d *Distribution) Draw(dst *ebiten.Image, s *wire.Snapshot, look Look) {
	dst.Fill(page(look.Theme))
	if w := plot.WindowOf(s); !(w.X1 > w.X0) || !(w.Y1 > w.Y0) {
		return
	}
	p := planePicture{d, dst, dst.Bounds().Min, nil, plot.PlaneOf(s, size(dst, look)), s, look.Theme}
	p.plane = inside(dst, p.frame)
	if len(s.Floats(probe.Trajectory)) > 0 {
		p.drawPortrait()
	} else {
		p.drawField()
		p.drawModel()
		p.drawSheet()
		p.drawSamples()
		p.drawWays()
		p.drawArrows()
		p.drawNumbers()
	}
	p.drawAxes()
}

// planePicture is one drawing of a Distribution.
type planePicture struct {
	*Distribution
	dst    *ebiten.Image // the panel
	origin image.Point
	plane  *ebiten.Image // the part inside the frame: marks are clipped to it
	frame  plot.Frame
	s      *wire.Snapshot
	theme  plot.Theme
}

func (p *planePicture) on(l picture.Layers) bool { return p.Layers.Has(l) }

func (p *planePicture) px(css float64) float32 { return float32(css * p.frame.Scale) }

// paint draws the marks gathered so far and forgets them.
func (p *planePicture) paint() {
	p.brush.paint(p.plane, p.origin, &p.marks)
	p.marks.Reset()
}

func (p *planePicture) drawField() {
	learned, best := plot.FieldOf(p.s, probe.Field), plot.FieldOf(p.s, probe.Optimal)
	shown := learned
	if p.on(picture.Optimal) && len(best.D) > 0 {
		shown = best
	}
	if p.on(picture.Field) || p.on(picture.Optimal) && len(best.D) > 0 {
		reach := p.Reach
		if reach == 0 {
			reach = shown.Reach()
		}
		trust := plot.Trust(plot.WindowOf(p.s), shown.Size, p.s.Floats(probe.Real), p.s.Floats(probe.Samples))
		p.field.draw(p.dst, p.frame, shown, reach, trust, p.theme) // the frame's pixels count from the panel's corner
	}
	if p.on(picture.Boundary) {
		p.marks.Boundary(p.frame, learned, p.px(1.25), p.theme.Quiet.Alpha(0.75))
	}
	p.paint()
}

// drawSheet draws the manifold: a faint fill, and thin lines over it.
func (p *planePicture) drawSheet() {
	if !p.on(picture.Manifold) {
		return
	}
	sheet := p.s.Array(probe.Manifold)
	n := plot.NetOf(p.frame, sheet.Dim(0), sheet.Dim(1), p.manifold(sheet))
	ink := p.theme.Generated.Ink
	fill := 0.4
	if p.on(picture.Field) {
		fill = 0.16 // the field's own tint is there
	}
	p.marks.NetFill(n, ink, fill)
	width := p.px(1)
	if n.Rows == 1 || n.Cols == 1 {
		width = p.px(2)
	}
	// In a small picture the lines lie close and must be faint.
	faint := math.Min(1, 0.3+0.7*p.frame.Side()/320)
	p.marks.NetLines(n, width, ink, 0.2*faint, 0.9*faint)
	p.paint()
}

func (p *planePicture) manifold(sheet wire.Array) []float32 {
	if p.Unbent == 0 {
		return sheet.Floats
	}
	p.flat = plot.Flat(plot.WindowOf(p.s), sheet.Dim(0), sheet.Dim(1), p.flat)
	p.bent = plot.Blend(p.bent, sheet.Floats, p.flat, p.Unbent)
	return p.bent
}

// drawSamples draws the generated over the real: the real large, pale and still, the generated small and full, with a rim of page around each.
func (p *planePicture) drawSamples() {
	real, generated := p.clouds()
	if p.on(picture.Real) {
		r := plot.RealRadius(p.frame, len(real.xy)/2)
		p.marks.Dots(p.frame, real.xy, r, real.ink.Alpha(plot.RealOpacity(plot.Crowding(p.frame, real.xy, r))))
	}
	if p.on(picture.Generated) {
		r := plot.DotRadius(p.frame, len(generated.xy)/2)
		if h := plot.Halo(p.frame, len(generated.xy)/2); h > 0 {
			p.marks.Dots(p.frame, generated.xy, r+h, p.theme.Page.Alpha(0.85))
		}
		p.marks.Dots(p.frame, generated.xy, r, generated.ink.Alpha(1))
	}
	p.paint()
	p.drawAstray()
}

func (p *planePicture) drawArrows() {
	if !p.on(picture.Arrows) {
		return
	}
	p.marks.Arrows(p.frame, plot.ArrowsFor(p.frame), p.s.Floats(probe.Samples), p.s.Floats(probe.Descent), p.theme.Text.Alpha(0.8))
	p.paint()
}

func (p *planePicture) drawAxes() {
	p.marks.TickMarks(p.frame, p.theme.Quiet.Alpha(1))
	p.brush.paint(p.dst, p.origin, &p.marks)
	p.marks.Reset()
}
