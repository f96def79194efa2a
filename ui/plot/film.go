package plot

import (
	"math"
	"slices"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

// Shot is what the plane showed at a step, small enough to keep many of them.
type Shot struct {
	Step    uint64
	Samples []uint8 // x before y, in 255ths of the window from its lower left corner; those outside are left out
	Field   []int8  // the field's colour, from -127 (generated) to 127 (real), shotSide rows of shotSide from the bottom up; or nil

	Line *LineShot // where the run is on a line

	Image wire.Array // where the run is of images: one of the generator's, always of the same noise, [height, width, channels]
}

const (
	// shotSamples is the most samples that a shot has.
	shotSamples = 320
	// shotSide is the side of the grid of a shot's field.
	shotSide = 16
	// mostShots is the most shots that a film has: many more than a screen has room for, so that the axis may grow.
	mostShots = 400
)

// ShotOf is the shot of a Snapshot with its scene, and whether it has what a shot needs.
func ShotOf(s *wire.Snapshot) (Shot, bool) {
	if a := s.Array(probe.Images); len(a.Bytes) > 0 {
		return Shot{Step: s.Step, Image: example(a)}, true
	}
	if line, ok := lineShotOf(s); ok {
		return Shot{Step: s.Step, Line: line}, true
	}
	w, xy := WindowOf(s), s.Floats(probe.Samples)
	if w.X1 <= w.X0 || w.Y1 <= w.Y0 || len(xy) == 0 {
		return Shot{}, false
	}
	shot := Shot{Step: s.Step, Samples: Small(w, xy)}
	if f := FieldOf(s, probe.Field); f.Size > 1 {
		shot.Field = f.small(Trust(w, shotSide, s.Floats(probe.Real), xy))
	}
	return shot, true
}

// example is a copy of the first image in the middle row of a wall.
func example(a wire.Array) wire.Array {
	size := a.Dim(2) * a.Dim(3) * a.Dim(4)
	from := a.Dim(0) / 2 * a.Dim(1) * size
	return wire.Bytes(a.Name, slices.Clone(a.Bytes[from:from+size]), a.Shape[2:]...)
}

// Small is points, x before y, as a Shot has them.
func Small(w Window, xy []float32) []uint8 {
	out := make([]uint8, 0, 2*shotSamples)
	for i := 0; i+1 < len(xy) && len(out) < 2*shotSamples; i += 2 {
		u, v := (xy[i]-w.X0)/(w.X1-w.X0), (xy[i+1]-w.Y0)/(w.Y1-w.Y0)
		if u >= 0 && u <= 1 && v >= 0 && v <= 1 { // false for NaN
			out = append(out, uint8(255*u+.5), uint8(255*v+.5))
		}
	}
	return out
}

// small is the field's colours on a shot's grid, each on its own scale.
func (f Field) small(trust []float32) []int8 {
	out, reach := make([]int8, shotSide*shotSide), f.Reach()
	for i := range out {
		at := func(k int) float64 { return float64(k) / (shotSide - 1) * float64(f.Size-1) }
		d := f.At(at(i%shotSide), at(i/shotSide))
		s := math.Max(-1, math.Min((d-.5)/reach, 1))
		out[i] = int8(127 * math.Copysign(math.Pow(math.Abs(s), fieldGamma), s) * float64(trust[i]))
	}
	return out
}

// Film is the shots of a run, in the order of their steps.
type Film struct{ shots []Shot }

// Wants reports whether a shot at a step would show something new: no other is near, on an axis of time.
func (f *Film) Wants(step uint64, axis Time) bool {
	i := f.find(step)
	near := func(k int) bool {
		if k < 0 || k >= len(f.shots) {
			return false
		}
		return f.shots[k].Step == step || math.Abs(axis.Share(float64(f.shots[k].Step))-axis.Share(float64(step))) < 1./mostShots
	}
	return !near(i-1) && !near(i)
}

// Add keeps a shot. Where there are too many, one goes that stands close to its neighbours.
func (f *Film) Add(s Shot) {
	i := f.find(s.Step)
	if i < len(f.shots) && f.shots[i].Step == s.Step {
		f.shots[i] = s
		return
	}
	f.shots = slices.Insert(f.shots, i, s)
	if len(f.shots) <= mostShots {
		return
	}
	worst, least := 1, math.Inf(1)
	for k := 1; k+1 < len(f.shots); k++ {
		if apart := math.Sqrt(float64(f.shots[k+1].Step)) - math.Sqrt(float64(f.shots[k-1].Step)); apart < least {
			worst, least = k, apart
		}
	}
	f.shots = slices.Delete(f.shots, worst, worst+1)
}

// Before gives up the shots at a step and after it.
func (f *Film) Before(step uint64) { f.shots = f.shots[:f.find(step)] }

// Of is the shot of a cell: the one nearest to its step, and whether there is one from its From to its To.
func (f *Film) Of(c Cell) (Shot, bool) {
	best, found := Shot{}, false
	away := func(s Shot) float64 { return math.Abs(float64(s.Step) - float64(c.Step)) }
	for _, s := range f.shots[f.find(c.From):f.find(c.To+1)] {
		if !found || away(s) < away(best) {
			best, found = s, true
		}
	}
	return best, found
}

// Nearest is the shot that is nearest to a step, and whether there is any.
func (f *Film) Nearest(step uint64) (Shot, bool) {
	return f.Of(Cell{Step: step, To: math.MaxUint64 - 1})
}

// find is where a shot of a step is, or would be.
func (f *Film) find(step uint64) int {
	i, _ := slices.BinarySearchFunc(f.shots, step, func(s Shot, step uint64) int {
		switch {
		case s.Step < step:
			return -1
		case s.Step > step:
			return 1
		}
		return 0
	})
	return i
}
