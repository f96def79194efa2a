package family

import (
	"math"

	"ganvas/core/data"
	. "ganvas/core/graph"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// Density adds the logarithm of the model's density, of points [n, 2] in training's units, as [n]: the probe of it on the window's grid, that of
// the best discriminator, which is exact where the data's density is known too, and the likelihood of points that training has not seen.
func (b *Builder) Density(logarithm func(x *Node) *Node) {
	b.density(logarithm, FieldSize*FieldSize, false)
}

// SlowDensity is Density of a model that takes long to say it: so many points at a time, and only where it is asked for.
func (b *Builder) SlowDensity(points int, logarithm func(x *Node) *Node) {
	b.density(logarithm, points, true)
}

// The slots and the procedure of a density: in go points in training's units, out come logarithms in the data's.
const (
	densityAt = "density.at"
	densityOf = "density"
)

func (b *Builder) density(logarithm func(x *Node) *Node, points int, slow bool) {
	at := Variable(densityAt, points, 2)
	b.Procedure(densityOf, Update{Var: Variable(densityOf, points), Value: b.InNats(logarithm(at))})
	b.m.LogDensity = func(s *run.Slots, xy []float32) ([]float64, error) {
		out := make([]float64, 0, len(xy)/2)
		for len(out) < len(xy)/2 {
			some := Cycle(xy[2*len(out):], 2*points)
			s.Write(densityAt, b.Data.InTraining(some))
			if err := s.Call(densityOf); err != nil {
				return nil, err
			}
			for _, x := range s.Read(densityOf)[:min(points, len(xy)/2-len(out))] {
				out = append(out, float64(x))
			}
		}
		return out, nil
	}
	b.slow = slow
	onGrid := func(name, unit, doc string, of func(x, y, log float64) float64) {
		b.Probe(run.Probe{Name: name, Unit: unit, Doc: doc, Extra: slow, Shape: []int{FieldSize, FieldSize}, Compute: func(a run.Ask) (wire.Array, []wire.Measure, error) {
			grid := Grid(b.Data.Window, FieldSize)
			logs, err := b.m.LogDensity(a.Slots, grid)
			if err != nil {
				return wire.Array{}, nil, err
			}
			out := make([]float32, len(logs))
			for i, l := range logs {
				out[i] = float32(of(float64(grid[2*i]), float64(grid[2*i+1]), l))
			}
			return wire.Floats(name, out, FieldSize, FieldSize), nil, nil
		}})
	}
	onGrid(probe.Density, "1/area", "The model's density on a grid over the window.", func(_, _, log float64) float64 { return math.Exp(log) })
	if d, ok := b.Data.Source.(data.Dense); ok {
		onGrid(probe.Optimal, "probability", "D*(x) = p/(p+q), the best discriminator against this model.", func(x, y, log float64) float64 {
			return share(d.Density(x, y), math.Exp(log))
		})
	}
}

// share is p/(p+q), and ½ where neither is.
func share(p, q float64) float64 {
	if p+q == 0 {
		return .5
	}
	return p / (p + q)
}

// Heldout is the key of the mean log density at points that training has not seen, whose floor is what the data's own density has there:
// minus its entropy.
const Heldout = probe.Heldout

// look prepares all measures of the model of this moment; see run.Model.
func (b *Builder) look(s *run.Slots, rest func()) ([]run.Measure, error) {
	d := b.Data
	if !d.judge.Can() {
		return nil, nil
	}
	points, err := b.m.Draw(s, d.judge.Wants())
	if err != nil {
		return nil, err
	}
	samples := d.judge.Samples(points)
	samples.Rest = rest
	list := d.judge.Measures(samples)
	if b.m.LogDensity != nil {
		list = append(list, run.Measure{Key: Heldout, Cheap: !b.slow, Compute: func() wire.Measure { return b.heldout(s) }})
	}
	return list, nil
}

// heldoutPoints is how many points tell the likelihood.
const heldoutPoints = MeasurePoints

func (b *Builder) heldout(s *run.Slots) wire.Measure {
	held := b.Data.Held(heldoutPoints)
	logs, err := b.m.LogDensity(s, held)
	if err != nil {
		return wire.Measure{Value: math.NaN(), Floor: math.NaN()}
	}
	return wire.Measure{Value: mean(logs), Floor: likelihood(b.Data.Source, held)}
}

func mean(xs []float64) float64 {
	sum := 0.0
	for _, x := range xs {
		sum += x
	}
	return sum / float64(len(xs))
}

// likelihood is the mean log density of a source at points, in its units; NaN where it is not known.
func likelihood(source data.Source, points []float32) float64 {
	d, ok := source.(data.Dense)
	if !ok {
		return math.NaN()
	}
	sum := 0.0
	for i := 0; i+1 < len(points); i += 2 {
		sum += math.Log(d.Density(float64(points[i]), float64(points[i+1])))
	}
	return sum / float64(len(points)/2)
}

// HeldFigure is the mean log density at so many points that training has not seen, in the data's units. It is computed at each step.
func (b *Builder) HeldFigure(points int, logarithm func(x *Node) *Node) Figure {
	b.Constant("held", func() []float32 { return b.Data.InTraining(b.Data.Held(points)) })
	return Gauge(b.InNats(Mean(logarithm(Variable("held", points, 2)))), Heldout, "the log density at points that training has not seen", "nats")
}

// InNats takes log densities of training's units to the data's.
func (b *Builder) InNats(logs *Node) *Node {
	scale := b.Data.Frame.Scale
	return Sub(logs, Scalar(LogOf(float64(scale[0])*float64(scale[1]))))
}
