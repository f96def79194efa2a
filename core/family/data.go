package family

import (
	"ganvas/core/form"
	"slices"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/imageset"
	"ganvas/core/probe"
	"ganvas/core/random"
	"ganvas/core/wire"
)

// Source finds data by the key that a Spec has; own is the reader's own points, as a CSV, or images, as package imageset
// writes them, for experiment.OwnData. The error is a *experiment.FieldError of the field "data".
func Source(key string, own []byte) (data.Source, error) {
	if key != experiment.OwnData {
		e, ok := data.Find(key)
		if !ok {
			return nil, experiment.Find("data").Refuse(key)
		}
		return e.Source, nil
	}
	if imageset.Is(own) {
		set, err := imageset.Parse(own)
		if err != nil {
			return nil, &experiment.FieldError{Field: "data", Value: key, Allowed: "a set of images beside it: " + err.Error()}
		}
		return data.NewGiven(set), nil
	}
	points, err := data.CSV(own)
	if err != nil {
		return nil, &experiment.FieldError{Field: "data", Value: key, Allowed: "two columns of numbers beside it: " + err.Error()}
	}
	return points, nil
}

// sources are the data that are learnt and what a generator makes that is set by hand: of the key made, nil where that is empty. Where both are the
// reader's own points, those of the first class are learnt, and the others are made.
func sources(key, made string, own []byte) (learnt, byHand data.Source, err error) {
	if learnt, err = Source(key, own); err != nil || made == "" {
		return learnt, nil, err
	}
	if key == experiment.OwnData && made == experiment.OwnData {
		points, ok := learnt.(data.Finite)
		if !ok || data.ClassesOf(learnt) < 2 {
			return nil, nil, &experiment.FieldError{Field: experiment.Made, Value: made, Allowed: "points with a class, of which the first is the data and the others are the samples; or data of another name"}
		}
		return points.Where(func(class int) bool { return class == 0 }), points.Where(func(class int) bool { return class > 0 }), nil
	}
	if byHand, err = Source(made, own); err != nil || !form.Planar(byHand) {
		return nil, nil, &experiment.FieldError{Field: experiment.Made, Value: made, Allowed: "points of the plane beside it"}
	}
	return learnt, byHand, nil
}

// draw draws what a generator that is set by hand makes, in the units and from the origin of the data.
func (d *Data) draw(made data.Source, c *form.Common) {
	points := data.Draw(made, random.New(c.Seed, "made"), c.Rows).Own
	from, to := origin(made), origin(d.Source)
	for i := range points {
		points[i] = float32(float64(points[i]) + (from[i%2] - to[i%2]))
	}
	d.Made = InTraining(d.Frame, points)
}

// origin is what is to be added to a source's units to have the numbers as they were given.
func origin(source data.Source) []float64 {
	if own, ok := source.(data.Finite); ok {
		return own.Origin()
	}
	return make([]float64, data.Size(source))
}

// Data is what an experiment learns from.
type Data struct {
	Source data.Source
	Frame  data.Frame
	Window data.Window
	Rows   []float32 // the drawn points, in the data's units
	In     []float32 // the same in training's
	Seed   uint32
	Made   []float32 // what a generator makes that is set by hand, in training's units; nil where there is none
	Split  *Split    // how the reader's own points were dealt out; nil for a law

	judge Judge
}

// Draw draws the rows of the data.
func Draw(source data.Source, c *form.Common) *Data {
	split := SplitOf(source, c.Seed)
	d := data.Draw(split.From(source), random.New(c.Seed, "data"), c.Rows)
	return &Data{Source: source, Frame: data.FrameOf(source), Window: data.WindowOf(source), Rows: d.Own, In: d.In, Seed: c.Seed, Split: split,
		judge: Judge{Source: source, Seed: c.Seed, Split: split, Rows: d.Own}}
}

// InTraining returns points of the data's units in training's.
func (d *Data) InTraining(points []float32) []float32 { return InTraining(d.Frame, points) }

// InData returns points of training's units in the data's.
func (d *Data) InData(points []float32) []float32 {
	out := append([]float32(nil), points...)
	d.Frame.Out(out)
	return out
}

// InTraining returns points of a source's units in training's.
func InTraining(f data.Frame, points []float32) []float32 {
	out := append([]float32(nil), points...)
	f.In(out)
	return out
}

// Held are n points of the data that training has not seen but by chance, in the data's units: of a law, of a stream of their own; of own points,
// those held out, over and over. Where none are, it is those that there are.
func (d *Data) Held(n int) []float32 {
	if d.Split != nil {
		held := d.Split.Held
		if held == nil {
			held = d.Split.Train
		}
		return Cycle(held.Own(), d.Frame.Size()*n)
	}
	out := make([]float32, d.Frame.Size()*n)
	d.Source.Sample(random.New(d.Seed, "held"), out)
	return out
}

// Scene is what never changes in a run and pictures need: points of the data, the window, and their origin.
func Scene(source data.Source, w data.Window, rows []float32) []wire.Array {
	n := min(len(rows)/2, ProbePoints)
	out := []wire.Array{
		wire.Floats(probe.Real, rows[:2*n], n, 2),
		wire.Floats(probe.Window, []float32{w.Low[0], w.Low[1], w.High[0], w.High[1]}, 4),
	}
	if own, ok := source.(data.Finite); ok && slices.ContainsFunc(own.Origin(), func(v float64) bool { return v != 0 }) {
		out = append(out, wire.Floats(probe.Origin, probe.Split([2]float64(own.Origin())), 4))
	}
	return out
}

// What probes look at.
const (
	ProbePoints = 2048 // real points, and generated points
	FieldSize   = 64   // points along each side of a field over the window
)

// Along is points of a line over its window, both ends included.
func Along(w data.Window, n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		share := float32(i) / float32(n-1)
		out[i] = w.Low[0] + float32(share*(w.High[0]-w.Low[0]))
	}
	return out
}

// Grid is the points of a square grid over a window, size rows from y0 up, each from x0 to x1 inclusive.
func Grid(w data.Window, size int) []float32 {
	along := func(lo, hi float32, i int) float32 {
		share := float32(i) / float32(size-1)
		return lo + float32(share*(hi-lo))
	}
	out := make([]float32, 0, 2*size*size)
	for row := range size {
		for col := range size {
			out = append(out, along(w.Low[0], w.High[0], col), along(w.Low[1], w.High[1], row))
		}
	}
	return out
}

// Cycle returns the first n numbers of x, from the start again where it is shorter.
func Cycle(x []float32, n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = x[i%len(x)]
	}
	return out
}

// Halves are a seed as two whole numbers that a float32 holds.
func Halves(seed uint32) []float32 { return []float32{float32(seed & 0xffff), float32(seed >> 16)} }
