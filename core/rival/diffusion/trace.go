package diffusion

import (
	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/wire"
)

const (
	first, last = .005, .995 // the times between which samples are made: beyond, a share is 0
	fieldSide   = 24         // arrows along each side of the field
)

// Slots of sampling: the points on their way, how many steps they have taken, and the samples.
const (
	walkers = "walk.points"
	taken   = "walk.step"
	start   = "walk.start"
	step    = "walk"
)

// The slots of a field: points of training's units, the time, and the score there.
const (
	scoreAt = "score.at"
	scoreT  = "score.time"
	scoreOf = "score.of"
)

func trace(b *family.Builder, s Spec) {
	m, still := of(b.Training(), s), of(b.Averaged(), s)
	k := b.Key()
	x, noise := b.Minibatch("rows", s.Batch), Normal(k, "noise", s.Batch, 2)
	t := times(k, s.Batch)
	off := Sub(m.predicted(m.blurred(x, noise, t), t), m.wanted(x, noise))
	loss := Mean(Sum(Square(off), 1))
	b.Train(b.Descend(loss, 0), family.Squared(loss, "the squared error of the prediction"))
	sampled(b, still)
	ways(b)
	field(b, still)
}

// times are n times [n, 1], one in each of n equal intervals: they tell as much as several times as many that fall anywhere.
func times(k Key, n int) *Node {
	share := Mul(Add(Reshape(Iota(n), n, 1), Uniform(k, "time", n, 1)), Scalar(1/float32(n)))
	return Add(Scalar(first), Mul(Scalar(last-first), share))
}

// sampled adds the walk from noise to samples: a call for each step, so that their number is a knob.
func sampled(b *family.Builder, m model) {
	n := family.ProbePoints
	key := Key{Seed: b.Seed, Count: Variable("sample.count", 2)}
	points, done := Variable(walkers, n, 2), Variable(taken)
	b.Procedure(start,
		Update{Var: points, Value: Normal(key, "sample", n, 2)},
		Update{Var: done, Value: Scalar(0)},
		Update{Var: key.Count, Value: key.Next()})
	at := func(done *Node) *Node {
		return Broadcast(Sub(Scalar(last), Mul(Scalar(last-first), Div(done, b.Knob("sampling")))), Shape{n, 1})
	}
	next := Add(done, Scalar(1))
	moved := m.nearer(points, at(done), at(next))
	b.Procedure(step,
		Update{Var: points, Value: moved},
		Update{Var: done, Value: next},
		Update{Var: Variable("walk.samples", n, 2), Value: family.InDataUnits(b.Data.Frame, moved)})
	b.SamplesBy(func(s *run.Slots) ([]float32, error) {
		if err := s.Call(start); err != nil {
			return nil, err
		}
		for range int(s.Read("sampling")[0]) {
			if err := s.Call(step); err != nil {
				return nil, err
			}
		}
		return s.Read("walk.samples"), nil
	})
}

const (
	paths      = 24 // samples whose ways are shown
	pathPoints = 21 // places of each, from the noise on
)

// ways adds the probe of the ways of some samples: those that are shown first.
func ways(b *family.Builder) {
	b.Probe(run.Probe{
		Name: probe.Path, Unit: "data", Doc: "The ways of some samples from noise to where they are.", Shape: []int{paths, pathPoints, 2},
		Compute: func(a run.Ask) (wire.Array, []wire.Measure, error) {
			s := a.Slots
			s.Write("sample.count", []float32{0, 0})
			if err := s.Call(start); err != nil {
				return wire.Array{}, nil, err
			}
			steps := int(s.Read("sampling")[0])
			noise := append([]float32(nil), s.Read(walkers)[:2*paths]...)
			way := [][]float32{b.Data.InData(noise)}
			for range steps {
				if err := s.Call(step); err != nil {
					return wire.Array{}, nil, err
				}
				way = append(way, append([]float32(nil), s.Read("walk.samples")[:2*paths]...))
			}
			var out []float32
			for k := range paths {
				for i := range pathPoints {
					at := way[(i*steps+(pathPoints-1)/2)/(pathPoints-1)]
					out = append(out, at[2*k], at[2*k+1])
				}
			}
			return wire.Floats(probe.Path, out, paths, pathPoints, 2), nil, nil
		},
	})
}

// field adds the score on a grid over the window, at the level that is shown.
func field(b *family.Builder, m model) {
	const n = fieldSide * fieldSide
	at := Variable("probe.grid", n, 2)
	b.Constant("probe.grid", func() []float32 { return b.Data.InTraining(family.Grid(b.Data.Window, fieldSide)) })
	score := m.score(at, Broadcast(b.Knob("level"), Shape{n, 1}))
	b.Show(probe.Score, "1/data", "The score: in which way the blurred data get denser, and how fast.",
		Reshape(Div(score, Const(Shape{2}, b.Data.Frame.Scale[:])), fieldSide, fieldSide, 2))
	points := Variable(scoreAt, family.ProbePoints, 2)
	time := Broadcast(Variable(scoreT), Shape{family.ProbePoints, 1})
	b.Procedure(scoreOf, Update{Var: Variable(scoreOf, family.ProbePoints, 2), Value: m.score(points, time)})
}

// Score is what a run of this family takes the score to be of family.ProbePoints blurred points at a time t, all in training's units; the error is
// the machine's.
func Score(r *run.Run, points []float32, t float32) ([]float32, error) {
	s := r.Slots()
	s.Write(scoreAt, points)
	s.Write(scoreT, []float32{t})
	err := s.Call(scoreOf)
	return s.Read(scoreOf), err
}
