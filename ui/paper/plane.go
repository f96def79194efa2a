package paper

import (
	"image"
	"math"

	"ganvas/core/dirac"
	"ganvas/core/picture"
	"ganvas/core/probe"
	"ganvas/ui/plot"
)

// plane draws the plane where two clouds fight or, of a Dirac-GAN, its phase portrait, as ui/view does.
func (f Figure) plane(p pen, side float64) {
	if line, ok := plot.LineOf(f.Snapshot, plot.Size{W: side, H: side, Scale: 1}); ok {
		var g plot.Geometry
		line.Draw(&g, f.Snapshot, f.Layers, f.Theme)
		g.TickMarks(line.Frame, f.Theme.Quiet.Alpha(1))
		whole := line.Frame
		whole.Y = plot.Scale{From: 0, To: 1, At: side, Until: 0}
		p.marks(&g, whole)
		f.labels(p, line.Frame)
		return
	}
	frame := plot.PlaneOf(f.Snapshot, plot.Size{W: side, H: side, Scale: 1})
	var g plot.Geometry
	if path := f.Snapshot.Floats(probe.Trajectory); len(path) > 0 {
		f.portrait(&g, frame, path)
	} else {
		f.field(p, &g, frame)
		f.sheet(&g, frame)
		f.samples(&g, frame)
		if f.Layers.Has(picture.Arrows) {
			g.Arrows(frame, plot.ArrowsFor(frame), f.Snapshot.Floats(probe.Samples), f.Snapshot.Floats(probe.Descent), f.Theme.Text.Alpha(0.8))
		}
	}
	g.TickMarks(frame, f.Theme.Quiet.Alpha(1))
	p.marks(&g, frame)
	f.labels(p, frame)
}

// field draws D's colours, which are smooth, as an image of so many pixels to one of CSS, and the line where it cannot tell.
func (f Figure) field(p pen, g *plot.Geometry, frame plot.Frame) {
	learned := plot.FieldOf(f.Snapshot, probe.Field)
	shown := learned
	if best := plot.FieldOf(f.Snapshot, probe.Optimal); f.Layers.Has(picture.Optimal) && len(best.D) > 0 {
		shown = best
	}
	if f.Layers.Has(picture.Field) && shown.Size > 1 {
		window := plot.WindowOf(f.Snapshot)
		trust := plot.Field{Size: shown.Size, D: plot.Trust(window, shown.Size, f.Snapshot.Floats(probe.Real), f.Snapshot.Floats(probe.Samples))}
		n := int(p.fine * frame.Side())
		img := image.NewRGBA(image.Rect(0, 0, n, n))
		reach, last := shown.Reach(), float64(shown.Size-1)
		for y := range n {
			for x := range n {
				u, v := last*(float64(x)+.5)/float64(n), last*(1-(float64(y)+.5)/float64(n))
				img.Set(x, y, solid(f.Theme.FieldColour(shown.At(u, v), reach, trust.At(u, v))))
			}
		}
		p.picture(frame.Left(), frame.Top(), frame.Right(), frame.Bottom(), img)
	}
	if f.Layers.Has(picture.Boundary) {
		g.Boundary(frame, learned, 1.25, f.Theme.Quiet.Alpha(0.75))
	}
}

func (f Figure) sheet(g *plot.Geometry, frame plot.Frame) {
	if !f.Layers.Has(picture.Manifold) {
		return
	}
	a := f.Snapshot.Array(probe.Manifold)
	n := plot.NetOf(frame, a.Dim(0), a.Dim(1), a.Floats)
	width := float32(1)
	if n.Rows == 1 || n.Cols == 1 {
		width = 2
	}
	faint := math.Min(1, 0.3+0.7*frame.Side()/320)
	g.NetLines(n, width, f.Theme.Generated.Ink, 0.2*faint, 0.9*faint)
}

// mostDots is how many dots of a kind are drawn at most, as on the page.
const mostDots = 1024

func few(xy []float32) []float32 { return xy[:min(len(xy), 2*mostDots)] }

func (f Figure) samples(g *plot.Geometry, frame plot.Frame) {
	s, t := f.Snapshot, f.Theme
	if f.Layers.Has(picture.Real) {
		xy := few(s.Floats(probe.Real))
		r := plot.RealRadius(frame, len(xy)/2)
		g.Dots(frame, xy, r, t.Real.Ink.Alpha(plot.RealOpacity(plot.Crowding(frame, xy, r))))
	}
	if !f.Layers.Has(picture.Generated) {
		return
	}
	xy := few(s.Floats(probe.Samples))
	var astray plot.Astray
	if asked := s.Bytes(probe.Asked); len(asked) > 0 {
		astray.Split(s.Floats(probe.Samples), asked, s.Bytes(probe.Landed))
		xy = astray.Right
	}
	r := plot.DotRadius(frame, len(xy)/2)
	if h := plot.Halo(frame, len(xy)/2); h > 0 {
		g.Dots(frame, xy, r+h, t.Page.Alpha(0.85))
	}
	g.Dots(frame, xy, r, t.Generated.Ink.Alpha(1))
	g.OpenDots(frame, astray.XY, r+1.5, t.Generated.Ink.Alpha(1), t.Page.Alpha(1))
	if places := plot.Places(s.Floats(probe.Real), s.Bytes(probe.RealClass)); len(places) > 0 {
		g.Numbers(frame, places, t.Real.Word.Alpha(1), t.Page.Alpha(0.85))
	}
}

func (f Figure) portrait(g *plot.Geometry, frame plot.Frame, path []float32) {
	k, t := plot.Portrait{Trajectory: path}, f.Theme
	if game, ok := dirac.Of(f.Spec); ok {
		k.Velocity = func(theta, psi float64) (float64, float64) {
			v := game.Velocity(dirac.Point{Theta: theta, Psi: psi})
			return v.Theta, v.Psi
		}
	}
	g.Centre(frame, t.Grid.Alpha(1))
	g.Currents(frame, k, t.Text.Alpha(0.42))
	g.Trajectory(frame, k, t.Generated.Ink, t.Page)
	g.Equilibrium(frame, t)
	g.Players(frame, k, t)
}

// labels writes the numbers of the axes inside the frame, and draws its edge.
func (f Figure) labels(p pen, frame plot.Frame) {
	const size, apart = 11, 24
	for _, k := range frame.XTicks {
		if k.Pixel > frame.Left()+apart && k.Pixel < frame.Right()-apart {
			p.words(k.Pixel, frame.Bottom()-9, size, .5, k.Label, f.Theme.Quiet)
		}
	}
	for _, k := range frame.YTicks {
		if k.Pixel > frame.Top()+apart/2 && k.Pixel < frame.Bottom()-apart {
			p.words(frame.Left()+8, k.Pixel+size/2.8, size, 0, k.Label, f.Theme.Quiet)
		}
	}
	at := func(x, y float64) plot.Point { return plot.Point{X: float32(x), Y: float32(y)} }
	l, r, top, b := frame.Left()+.5, frame.Right()-.5, frame.Top()+.5, frame.Bottom()-.5
	p.line([]plot.Point{at(l, top), at(r, top), at(r, b), at(l, b), at(l, top)}, 1, solid(f.Theme.Rule))
}
