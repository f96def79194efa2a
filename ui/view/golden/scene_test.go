//go:build display

package golden

import (
	"math"
	"math/rand/v2"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/plot"
)

// The scene is a ring of eight Gaussians of radius 2 (real), and a generator half way there: it has blown a normal latent up into a
// disc, gathers it towards the modes on the right, has not reached those on the left, and still twists.
const (
	ringRadius = 2.0
	ringSD     = 0.12
	window     = 3.0 // half its side
	fieldSize  = 64
)

// bend is the generator.
func bend(u, v float64) (x, y float64) {
	r, angle := math.Hypot(u, v), math.Atan2(v, u)
	out := 1 - math.Exp(-0.75*r*r)
	gathered := angle - 0.1*out*math.Sin(8*angle)
	radius := 2.1 * out * (0.8 + 0.2*math.Cos(angle-0.5)) * (0.93 + 0.07*math.Cos(8*angle))
	turned := gathered + 0.5*(1-out)
	return radius*math.Cos(turned) + 0.1*math.Sin(2*v), radius*math.Sin(turned) + 0.08*math.Sin(2.5*u)
}

// draft is what a snapshot of the plane is made of.
type draft struct {
	Step                       uint64
	Window                     plot.Window
	Real, Generated, Arrows    []float32
	RealClasses, Asked, Landed []uint8
	FieldSize                  int
	Field                      []float32
	ManifoldRows, ManifoldCols int
	Manifold                   []float32
	Trace                      wire.Trace
}

// snapshot is the draft as the trainer sends it.
func (d *draft) snapshot() *wire.Snapshot {
	points := func(name string, xy []float32) wire.Array { return wire.Floats(name, xy, len(xy)/2, 2) }
	classes := func(name string, c []uint8) wire.Array { return wire.Bytes(name, c, len(c)) }
	return &wire.Snapshot{Step: d.Step, Trace: d.Trace, Arrays: []wire.Array{
		wire.Floats(probe.Window, []float32{d.Window.X0, d.Window.Y0, d.Window.X1, d.Window.Y1}, 4),
		points(probe.Real, d.Real), points(probe.Samples, d.Generated), points(probe.Descent, d.Arrows),
		classes(probe.RealClass, d.RealClasses), classes(probe.Asked, d.Asked), classes(probe.Landed, d.Landed),
		wire.Floats(probe.Field, d.Field, d.FieldSize, d.FieldSize),
		wire.Floats(probe.Manifold, d.Manifold, d.ManifoldRows, d.ManifoldCols, 2),
	}}
}

// scene is a snapshot with n samples of each kind, everything else derived from the two distributions.
func scene(n int) *wire.Snapshot { return drafted(n).snapshot() }

func drafted(n int) *draft {
	r := rand.New(rand.NewPCG(1, 2))
	s := &draft{Step: 1200, Window: plot.Window{X0: -window, Y0: -window, X1: window, Y1: window}}
	for range n {
		a := float64(r.IntN(8)) * math.Pi / 4
		s.Real = append(s.Real, float32(ringRadius*math.Cos(a)+ringSD*r.NormFloat64()), float32(ringRadius*math.Sin(a)+ringSD*r.NormFloat64()))
		x, y := bend(r.NormFloat64(), r.NormFloat64())
		s.Generated = append(s.Generated, float32(x), float32(y))
	}
	addField(s)
	addArrows(s, min(n, 90))
	addManifold(s, 21)
	addTrace(s, r, 400)
	return s
}

// logit is that of the best discriminator, log p - log q, between the ring (its modes as wide as a half-trained network sees them) and
// the generator's density, estimated from a fixed latent grid.
func logit(x, y float64) float64 {
	const wide, reach, floor = 0.3, 0.3, 0.004
	p, q := floor, floor
	for k := range 8 {
		a := float64(k) * math.Pi / 4
		p += gauss(x-ringRadius*math.Cos(a), y-ringRadius*math.Sin(a), wide) / 8
	}
	for _, g := range latentCloud {
		q += gauss(x-g[0], y-g[1], reach) / float64(len(latentCloud))
	}
	return 0.9 * (math.Log(p) - math.Log(q))
}

func gauss(dx, dy, sd float64) float64 {
	return math.Exp(-(dx*dx+dy*dy)/(2*sd*sd)) / (2 * math.Pi * sd * sd)
}

// latentCloud is the image of a grid of latent normal quantiles.
var latentCloud = func() (at [][2]float64) {
	for i := range 20 {
		for j := range 20 {
			x, y := bend(quantile((float64(i)+0.5)/20), quantile((float64(j)+0.5)/20))
			at = append(at, [2]float64{x, y})
		}
	}
	return at
}()

// quantile is the standard normal's.
func quantile(p float64) float64 { return math.Sqrt2 * math.Erfinv(2*p-1) }

func addField(s *draft) {
	s.FieldSize = fieldSize
	for j := range fieldSize {
		for i := range fieldSize {
			x := -window + 2*window*float64(i)/(fieldSize-1)
			y := -window + 2*window*float64(j)/(fieldSize-1)
			s.Field = append(s.Field, float32(1/(1+math.Exp(-logit(x, y)))))
		}
	}
}

// addArrows gives the first n generated samples the non-saturating loss's push: (1 - D) times the logit's gradient.
func addArrows(s *draft, n int) {
	const h = 1e-3
	for i := range n {
		x, y := float64(s.Generated[2*i]), float64(s.Generated[2*i+1])
		fake := 1 / (1 + math.Exp(logit(x, y)))
		s.Arrows = append(s.Arrows,
			float32(fake*(logit(x+h, y)-logit(x-h, y))/(2*h)), float32(fake*(logit(x, y+h)-logit(x, y-h))/(2*h)))
	}
}

func addManifold(s *draft, n int) {
	s.ManifoldRows, s.ManifoldCols = n, n
	for i := range n {
		for j := range n {
			x, y := bend(quantile((float64(j)+0.5)/float64(n)), quantile((float64(i)+0.5)/float64(n)))
			s.Manifold = append(s.Manifold, float32(x), float32(y))
		}
	}
}

// equilibrium is the end of a run on a one-dimensional latent: samples that match, a curve through the modes, and a discriminator that
// says 1/2 with a little noise.
func equilibrium() *wire.Snapshot {
	s := drafted(500)
	r := rand.New(rand.NewPCG(3, 4))
	s.Generated, s.Arrows = drafted(1000).Real[1000:], nil
	for i := range s.Field {
		s.Field[i] = 0.5 + 0.004*float32(r.NormFloat64())
	}
	s.ManifoldRows, s.ManifoldCols, s.Manifold = 1, 400, nil
	for i := range s.ManifoldCols {
		// The curve rests in the modes and hurries between them.
		a := 2 * math.Pi * float64(i) / 400
		a -= 0.11 * math.Sin(8*a)
		s.Manifold = append(s.Manifold, float32(ringRadius*math.Cos(a)), float32(ringRadius*math.Sin(a)))
	}
	return s.snapshot()
}

// addTrace gives a run's first steps: noisy losses that swing and settle near their theory.
func addTrace(s *draft, r *rand.Rand, n int) {
	var d, g, penalty, real, fake []float32
	for i := range n {
		a := float64(i) / float64(n)
		swing := math.Exp(-3*a) * math.Sin(22*a)
		d = append(d, float32(2*math.Ln2-0.5*math.Exp(-4*a)+0.35*swing+0.05*r.NormFloat64()))
		g = append(g, float32(math.Ln2+1.1*math.Exp(-5*a)-0.4*swing+0.06*r.NormFloat64()))
		penalty = append(penalty, float32(0.1+0.05*math.Exp(-4*a)))
		real = append(real, float32(0.5+0.35*math.Exp(-3*a)+0.1*swing+0.01*r.NormFloat64()))
		fake = append(fake, float32(0.5-0.35*math.Exp(-3*a)-0.1*swing+0.01*r.NormFloat64()))
	}
	s.Trace = wire.Trace{Stride: 3, Columns: []wire.Column{
		{Key: probe.LossD, Values: d}, {Key: probe.LossG, Values: g}, {Key: probe.Penalty, Values: penalty}, {Key: probe.DReal, Values: real}, {Key: probe.DFake, Values: fake},
	}}
}
