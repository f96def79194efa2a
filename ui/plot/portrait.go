package plot

import (
	"math"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

// Portrait is the phase portrait of a Dirac-GAN: the generator's sample θ across, the discriminator's slope ψ up.
type Portrait struct {
	Trajectory []float32 // θ before ψ, from where the run began to where it stands; what is not finite is a gap
	// Velocity is where the players are pulled from a point; nil where that is not known.
	Velocity func(theta, psi float64) (float64, float64)
}

// PlaneOf is the frame of the plane's picture: of the plane of (θ, ψ) where the snapshot has a trajectory, otherwise of the data's.
func PlaneOf(s *wire.Snapshot, size Size) Frame {
	path := s.Floats(probe.Trajectory)
	if len(path) == 0 {
		return PlaneFrom(OriginOf(s), WindowOf(s), size)
	}
	r := reach(path)
	return Plane(Window{X0: -r, Y0: -r, X1: r, Y1: r}, size)
}

// reach is half the side of the square around the equilibrium that holds a trajectory: 2 as it begins, and doubled as often as it takes, so
// that the picture keeps still between.
func reach(trajectory []float32) float32 {
	most := float32(0)
	for _, v := range trajectory {
		if finite(v) {
			most = max(most, v, -v)
		}
	}
	r := float32(2)
	for r < 1.04*most && r < 1<<100 {
		r *= 2
	}
	return r
}

// The lattice of a portrait's arrows: about so many CSS pixels apart, but so many to a side where that is more or less.
const (
	fewestApart = 26
	mostApart   = 46
	toSide      = 13
)

// Currents adds the velocity on a lattice around the equilibrium as arrows, each with its middle at its place. Lengths grow with the
// speed, and are compressed so that none reaches the next place.
func (g *Geometry) Currents(f Frame, p Portrait, c RGBA) {
	if p.Velocity == nil {
		return
	}
	apart := math.Min(mostApart, math.Max(fewestApart, f.Side()/toSide)) * f.Scale
	n := math.Max(1, math.Round((f.Right()-f.Left())/2/apart-0.5))
	pitch := (f.Right() - f.Left()) / (2*n + 1)
	step := (f.X.To - f.X.From) / (2*n + 1)
	// A speed of a quarter of the window's reach is half way to the longest: as far out as an arrow stands, so fast are linear games.
	half := (f.X.To - f.X.From) / 8
	for row := -n; row <= n; row++ {
		for col := -n; col <= n; col++ {
			vx, vy := p.Velocity(col*step, row*step)
			speed := math.Hypot(vx, vy)
			length := 0.92 * pitch * speed / (speed + half)
			if !(length >= shortest*f.Scale) {
				continue
			}
			x, y := f.X.Of(col*step), f.Y.Of(row*step)
			dx, dy := vx/speed, -vy/speed // pixels have y down
			tail := Point{float32(x - dx*length/2), float32(y - dy*length/2)}
			g.arrow(tail, float32(dx), float32(dy), float32(length), float32(0.85*f.Scale), c)
		}
	}
}

// The fading of a trajectory's tail: what is left of its ink at last, and the way, in sides of the frame, on which the rest falls by a factor
// of e.
const (
	faintest = 0.3
	fading   = 0.8
)

// Trajectory adds the way so far as a line that fades towards the page behind where it has got to. It mixes colours and not opacities, so
// that a way that is gone many times fades as one that is gone once.
func (g *Geometry) Trajectory(f Frame, p Portrait, ink, page Colour) {
	line := make([]Point, len(p.Trajectory)/2)
	for i := range line {
		line[i].X, line[i].Y = f.Px(p.Trajectory[2*i], p.Trajectory[2*i+1])
	}
	gone := behind(line)
	reach := fading * f.Side() * f.Scale
	g.StrokeShaded(line, float32(2*f.Scale), func(i int) RGBA {
		return page.Mix(ink, faintest+(1-faintest)*math.Exp(-gone[i]/reach)).Alpha(1)
	})
}

// behind is how far each point of a line lies behind its end, along the line. Gaps count for nothing.
func behind(line []Point) []float64 {
	gone := make([]float64, len(line))
	for i := len(line) - 2; i >= 0; i-- {
		gone[i] = gone[i+1]
		if l := hypot(line[i+1].X-line[i].X, line[i+1].Y-line[i].Y); finite(l) {
			gone[i] += float64(l)
		}
	}
	return gone
}

// Centre adds the axes through the equilibrium, as hairlines.
func (g *Geometry) Centre(f Frame, c RGBA) {
	h := f.hair()
	x, y := float32(math.Round(f.X.Of(0)-float64(h)/2)), f.level(0)
	g.Rect(float32(f.Left()), y, float32(f.Right()), y+h, c)
	g.Rect(x, float32(f.Top()), x+h, float32(f.Bottom()), c)
}

// Equilibrium adds the mark of the point where both players rest: a dot and a ring that leaves room for the players, in the data's
// colour, since there the generator makes the data.
func (g *Geometry) Equilibrium(f Frame, t Theme) {
	at, px := []float32{0, 0}, float32(f.Scale)
	g.Dots(f, at, 11.5*px, t.Page.Alpha(1))
	g.Dots(f, at, 10*px, t.Real.Ink.Alpha(1))
	g.Dots(f, at, 8*px, t.Page.Alpha(1))
	g.Dots(f, at, 2.5*px, t.Real.Ink.Alpha(1))
}

// Players adds where the run began, a small ring, and where it stands, a disc, each on a rim of page.
func (g *Geometry) Players(f Frame, p Portrait, t Theme) {
	n, px := len(p.Trajectory), float32(f.Scale)
	if n < 2 {
		return
	}
	g.Dots(f, p.Trajectory[:2], 4.5*px, t.Generated.Ink.Alpha(1))
	g.Dots(f, p.Trajectory[:2], 2.7*px, t.Page.Alpha(1))
	g.Dots(f, p.Trajectory[n-2:], 7.5*px, t.Page.Alpha(1))
	g.Dots(f, p.Trajectory[n-2:], 5.5*px, t.Generated.Ink.Alpha(1))
}
